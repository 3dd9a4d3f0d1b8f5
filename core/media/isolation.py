# SPDX-License-Identifier: Apache-2.0
"""Media files as the rest of the program sees them: opened, probed and decoded in a child process.

Each file has a process of its own, with few rights (`lockdown`), which is killed when it takes too
long or too much. Whatever happens in it ends as a `MediaError` for this file and nothing else.
"""

from __future__ import annotations

import dataclasses
import os
import time
import weakref
from collections.abc import Iterator
from concurrent.futures import CancelledError
from pathlib import Path
from types import TracebackType

from core.cancel import CancelToken
from core.content_credentials import ContentCredentials
from core.errors import (
    CorruptMediaError,
    DecoderCrashedError,
    LimitExceededError,
    MediaAccessError,
    MediaChangedError,
    MediaError,
)
from core.media import protocol
from core.media.handles import (
    FileIdentity,
    HandleFile,
    hash_handle,
    open_evidence,
    unreadable,
    visible_name,
)
from core.media.link import Link, start_link
from core.media.protocol import Message, NonsenseError
from core.media.provenance import read_credentials
from core.media.shared import slots_for
from core.media.sniffing import HEAD_BYTES, ContentType, sniff
from core.records import Frame, FrameFailure, MediaInfo
from core.settings import MediaLimits, Sampling

# A child that was told to stop finishes the frame it is at; longer, and it is killed.
_STOP_TIMEOUT_S = 2.0


def open_media(path: Path, limits: MediaLimits, cancel: CancelToken | None = None) -> MediaSession:
    """Open, probe and hash a file; the caller closes the session.

    Args:
        path: The evidence; opened read-only. What the name says of the type is ignored.
        limits: Bounds on time, memory, pixels and frames.
        cancel: Looked at while waiting.

    Raises:
        MediaAccessError: Missing, not readable, or not a regular file.
        UnsupportedMediaError: Not a type that is opened, or one that refers to other files.
        CorruptMediaError: No frame can be had from it.
        LimitExceededError: Too large or too slow.
        DecoderCrashedError: The decoder's process died or could not be started.
        MediaError: `cancel` was set meanwhile; the caller knows and tells nobody.
    """
    handle = open_evidence(path)
    try:
        identity = FileIdentity.of(handle)
        content = _recognise(handle, identity, cancel)
        link = start_link(handle, limits)
    except OSError as error:
        raise unreadable(visible_name(path), error) from error
    finally:
        os.close(handle)
    try:
        info = _probe(link, path, identity, content, limits, cancel)
        frame_bytes = info.width * info.height * 3
        link.share(frame_bytes, slots_for(frame_bytes, is_image=info.kind == "image"))
    except CancelledError as error:
        link.close()
        raise MediaError("Opening the file was cancelled.") from error
    except OSError as error:
        link.close()
        raise LimitExceededError(
            f"There is no memory for the file's frames: {error.strerror}.",
            advice="Close other programs and try again.",
        ) from error
    except BaseException:
        link.close()
        raise
    return MediaSession(path, identity, info, link, limits)


def _recognise(handle: int, identity: FileIdentity, cancel: CancelToken | None) -> ContentType:
    """Tell the type; a file that is refused is hashed all the same, for the report."""
    try:
        if identity.size_bytes == 0:
            raise CorruptMediaError("The file is empty.", advice="Try another copy.")
        return sniff(HandleFile(handle).read(HEAD_BYTES))
    except MediaError as error:
        sha256 = hash_handle(handle, lambda _: cancel is None or not cancel.is_cancelled)
        error.facts |= {"size_bytes": identity.size_bytes, "sha256": sha256}
        raise


def _probe(
    link: Link,
    path: Path,
    identity: FileIdentity,
    content: ContentType,
    limits: MediaLimits,
    cancel: CancelToken | None,
) -> MediaInfo:
    """Have the child lock itself down, hash and probe."""
    asked = {"limits": dataclasses.asdict(limits), "parent": os.getpid()}
    link.send("open", library=content.library, parser=content.parser, **asked)
    hashed = link.receive(limits.probe_timeout_s, "starting and hashing", cancel)
    with link.refusing_nonsense():
        sha256 = protocol.text(hashed, "sha256")
        has_credentials = hashed.get("has_credentials") is True
    try:
        message = link.receive(limits.probe_timeout_s, "probing", cancel, progress_counts=False)
    except MediaError as error:
        # A file that cannot be read has a hash all the same.
        error.facts.update(sha256=sha256, size_bytes=identity.size_bytes)
        raise
    with link.refusing_nonsense():
        facts = protocol.facts_from(message)
        if facts.width * facts.height > limits.max_pixels:
            raise NonsenseError("picture above the limit on pixels")
        isolation = protocol.texts(message, "isolation")
    return MediaInfo(
        name=visible_name(path),
        size_bytes=identity.size_bytes,
        sha256=sha256,
        container=content.title,
        extension_matches=path.suffix.lower() in content.suffixes,
        isolation=("decoded in a process of its own", *isolation),
        credentials=None if has_credentials else ContentCredentials("absent"),
        **{field.name: getattr(facts, field.name) for field in dataclasses.fields(facts)},
    )


class MediaSession:
    """One open file; used by one thread at a time, from any thread.

    Attributes:
        info: What probing found out.
        frames_decoded: Whole frames in the last pass of `frames` so far, sampled or not.
        frames_failed: Lost or damaged frames in the last pass so far.
        frames_sampled: Frames handed out in the last pass so far.
        frames_total_indexed: Number of frames by the packet index, or None before it was built.
    """

    def __init__(
        self, path: Path, identity: FileIdentity, info: MediaInfo, link: Link, limits: MediaLimits
    ) -> None:
        """Made by `open_media` only."""
        self.info = info
        self.frames_decoded = 0
        self.frames_failed = 0
        self.frames_sampled = 0
        self.frames_total_indexed: int | None = 1 if info.kind == "image" else None
        self._path = path
        self._identity = identity
        self._link = link
        self._limits = limits
        self._pass = 0
        self._is_passing = False
        # A session that is forgotten leaves no process behind.
        self._finalizer = weakref.finalize(self, link.close)

    def __enter__(self) -> MediaSession:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def decoder_pid(self) -> int:
        """Process id of the decoder, for diagnosis."""
        return self._link.pid

    def close(self) -> None:
        """End the decoder; may be called again."""
        self._finalizer()

    def frames(self, sampling: Sampling, cancel: CancelToken) -> Iterator[Frame | FrameFailure]:
        """Read in presentation order from the first frame; decoding runs a few frames ahead.

        Args:
            sampling: Which frames are handed out; the others are decoded and counted only.
            cancel: Ends the pass early, without an error.

        Yields:
            Each sampled frame, and a failure for each frame that is lost or damaged, sampled or
            not. A lost frame is noticed when it is overdue, up to 64 frames later.

        Raises:
            LimitExceededError: A frame took too long, or there are too many.
            DecoderCrashedError: The decoder's process died.
        """
        self._end_pass()
        self._pass += 1
        number = self._pass
        self.frames_decoded = self.frames_failed = self.frames_sampled = 0
        self._link.send("frames", mode=sampling.mode, value=sampling.value)
        self._is_passing = True
        try:
            while self._pass == number and not cancel.is_cancelled:
                message = self._receive("the next frame", cancel)
                if message["kind"] == "end":
                    self._is_passing = False
                    return
                yield self._item(message)
        except CancelledError:
            return
        except MediaError:
            self._is_passing = False  # the child waits for the next request, or is gone
            raise
        finally:
            if self._pass == number:
                self._end_pass()

    def frame_at(self, frame_index: int) -> Frame:
        """The very frame that `frames` gives for this index.

        The number of a frame comes from the packet index where the file was not read in order up
        to it. A file with damage may have fewer frames than packets; after a whole pass of
        `frames` the numbers are exact for it too.

        Raises:
            CorruptMediaError: There is no such frame, or it is damaged.
            LimitExceededError, DecoderCrashedError: As for `frames`.
        """
        self._end_pass()
        self._link.send("frame_at", index=int(frame_index))
        frame = self._frame(self._receive("a frame", None))
        if frame.frame_index != frame_index:
            raise DecoderCrashedError("The decoder sent another frame than it was asked for.")
        return frame

    def frame_index_at(self, time_s: float) -> int:
        """Index of the last frame that is not after a time in seconds; 0 where all are.

        Raises:
            LimitExceededError, DecoderCrashedError: As for `frames`.
        """
        self._end_pass()
        self._link.send("index_at", time=float(time_s))
        message = self._receive("a frame's number", None)
        with self._link.refusing_nonsense():
            return protocol.whole(message, "index")

    def examine_credentials(self, cancel: CancelToken) -> None:
        """Bring content credentials into `info`, in a process of its own, where there may be some.

        Costs nothing for a file without any sign of them; never fails for a hostile one.
        """
        if self.info.credentials is None:
            found = read_credentials(
                self._path, self._identity, self.info.container, self._limits, cancel
            )
            self.info = dataclasses.replace(self.info, credentials=found)

    def rehash(self, cancel: CancelToken) -> str:
        """SHA-256 of what the path names now, to be taken at the end of an analysis.

        Returns:
            Hex digest, equal to `info.sha256`; empty when cancelled.

        Raises:
            MediaChangedError: The file is gone, or was replaced, rewritten or touched since it was
                opened; the facts `sha256_before`, `sha256_after` and `changed` say what.
        """
        try:
            handle = open_evidence(self._path)
        except MediaAccessError as error:
            raise self._changed(None, "gone or not readable any more") from error
        try:
            now = FileIdentity.of(handle)
            sha256 = hash_handle(handle, lambda _: not cancel.is_cancelled)
        except OSError as error:
            raise self._changed(None, "not readable any more") from error
        finally:
            os.close(handle)
        if sha256 is None:
            return ""
        if sha256 != self.info.sha256:
            raise self._changed(sha256, "other content")
        if now != self._identity:
            raise self._changed(sha256, "same content, but replaced or touched")
        return sha256

    def _changed(self, sha256: str | None, changed: str) -> MediaChangedError:
        return MediaChangedError(
            f"The file changed while it was analysed: {changed}.",
            advice="Work on a copy that nothing else writes to, and analyse it again.",
            sha256_before=self.info.sha256,
            sha256_after=sha256,
            changed=changed,
        )

    def _receive(self, what: str, cancel: CancelToken | None) -> Message:
        """Wait for a message and take the counts from it."""
        message = self._link.receive(self._limits.frame_timeout_s, what, cancel)
        with self._link.refusing_nonsense():
            self.frames_decoded = protocol.whole(message, "decoded")
            self.frames_failed = protocol.whole(message, "failed")
            if message.get("indexed") is not None:
                self.frames_total_indexed = protocol.whole(message, "indexed")
        return message

    def _item(self, message: Message) -> Frame | FrameFailure:
        if message["kind"] == "failure":
            with self._link.refusing_nonsense():
                index = None if message.get("index") is None else protocol.whole(message, "index")
                time_s = protocol.number_or_none(message, "time")
                return FrameFailure(index, time_s, protocol.text(message, "reason"))
        frame = self._frame(message)
        self.frames_sampled += 1
        return frame

    def _frame(self, message: Message) -> Frame:
        with self._link.refusing_nonsense():
            index = protocol.whole(message, "index")
            time_s = protocol.number(message, "time")
        is_key, is_suspect = (message.get(name) is True for name in ("is_key", "is_suspect"))
        return Frame(index, time_s, self._link.pixels(message), is_key, is_suspect)

    def _end_pass(self) -> None:
        """Stop a pass that is under way and take in what it has sent already."""
        if not self._is_passing:
            return
        self._is_passing = False
        self._pass += 1
        deadline = time.monotonic() + _STOP_TIMEOUT_S
        try:
            self._link.send("stop")
            while time.monotonic() < deadline:
                message = self._link.receive(_STOP_TIMEOUT_S, "stopping", progress_counts=False)
                if message["kind"] == "end":
                    return
                if message["kind"] == "frame":
                    self._link.give_back(message)
        except MediaError:
            # Only this pass was to end, and it has; the next request tells that the child is gone.
            return
        self._link.close()
