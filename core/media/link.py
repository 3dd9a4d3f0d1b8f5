# SPDX-License-Identifier: Apache-2.0
"""The parent's side of a decoder process: waits with limits, and kills what does not answer."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator
from concurrent.futures import CancelledError
from contextlib import contextmanager
from typing import NoReturn

import psutil

from core.cancel import CancelToken
from core.errors import DecoderCrashedError, LimitExceededError, MediaError
from core.media import protocol
from core.media.launch import Child, start_child
from core.media.protocol import Message, NonsenseError
from core.media.shared import FrameRing, SharedFile
from core.records import Pixels
from core.settings import MediaLimits

log = logging.getLogger(__name__)
_TICK_S = 0.05


def start_link(handle: int, limits: MediaLimits) -> Link:
    """Start a child process for a file and own it.

    Args:
        handle: Descriptor of the evidence, open for reading; the caller still closes it.
        limits: Bounds on time and memory.

    Raises:
        DecoderCrashedError: The system gives no process.
    """
    shared: SharedFile | None = None
    try:
        shared = SharedFile()
        return Link(start_child(handle, shared.handle), shared, limits)
    except OSError as error:
        if shared is not None:
            shared.close()
        raise DecoderCrashedError(
            f"The decoder's process cannot be started: {error.strerror}.",
            advice="Close other programs and try again.",
        ) from error


class Link:
    """Owns the child process and the memory shared with it; used by one thread at a time."""

    def __init__(self, child: Child, shared: SharedFile, limits: MediaLimits) -> None:
        """Take both over."""
        self._child = child
        self._shared = shared
        self._limits = limits
        self._ring: FrameRing | None = None
        self._is_open = True

    @property
    def pid(self) -> int:
        """Process id of the child."""
        return self._child.process.pid

    def close(self) -> None:
        """Kill the child and release everything; may be called again."""
        self._is_open = False
        self._ring = None
        self._child.end()
        self._shared.close()

    def share(self, slot_bytes: int, slots: int) -> None:
        """Give the frame memory its size and tell the child."""
        self._ring, values = self._shared.allocate(slot_bytes, slots)
        self.send("share", **values)

    def send(self, kind: str, **values: object) -> None:
        """Send a request.

        Raises:
            DecoderCrashedError: The child is gone.
        """
        if not self._is_open:
            raise DecoderCrashedError(
                "The decoder's process is no longer running.", advice="Open the file again."
            )
        try:
            protocol.send(self._child.connection, kind, **values)
        except OSError as error:
            raise self._crashed() from error

    def receive(
        self,
        timeout_s: float,
        what: str,
        cancel: CancelToken | None = None,
        *,
        progress_counts: bool = True,
    ) -> Message:
        """Wait for an answer; an `error` message is raised.

        Args:
            timeout_s: Longest wait in seconds.
            what: What is waited for, for the error's text.
            cancel: Looked at 20 times a second.
            progress_counts: Whether a sign of life starts the wait anew.

        Raises:
            MediaError: As the child says, or `LimitExceededError` when it takes too long or too
                much memory, or `DecoderCrashedError` when it died or talks nonsense.
            concurrent.futures.CancelledError: `cancel` was set.
        """
        deadline = time.monotonic() + timeout_s
        while True:
            if not self._poll():
                if cancel is not None and cancel.is_cancelled:
                    raise CancelledError
                self._check_limits(deadline, timeout_s, what)
                continue
            message = self._take()
            if message["kind"] == "error":
                self._raise(message)
            if message["kind"] != "progress":
                return message
            if cancel is not None and cancel.is_cancelled:
                raise CancelledError
            if progress_counts:
                deadline = time.monotonic() + timeout_s
            # Signs of life may come so fast that no wait ever runs out.
            self._check_limits(deadline, timeout_s, what)

    def pixels(self, message: Message) -> Pixels:
        """Pixels of a `frame` message, copied; uint8 (height, width, 3).

        Raises:
            DecoderCrashedError: They do not fit.
        """
        with self.refusing_nonsense():
            height = protocol.whole(message, "height", 1, 1 << 20)
            width = protocol.whole(message, "width", 1, 1 << 20)
            size = height * width * 3
            if message.get("slot") is None:
                return self._take_pixels(size, height, width)
            if self._ring is None or size > self._ring.slot_bytes:
                raise NonsenseError("frame larger than its slot")
            slot = protocol.whole(message, "slot", 0, self._ring.count - 1)
            pixels = self._ring.read(slot, height, width)
        self.send("free", slot=slot)
        return pixels

    def give_back(self, message: Message) -> None:
        """Let go of a frame that nobody wants any more."""
        if message.get("slot") is None:
            self.pixels(message)
        else:
            self.send("free", slot=message["slot"])

    @contextmanager
    def refusing_nonsense(self) -> Iterator[None]:
        """End the child when its message does not have the agreed form."""
        try:
            yield
        except NonsenseError as error:
            self.close()
            raise DecoderCrashedError(
                f"The decoder's process sent a message that makes no sense ({error}).",
                advice="The file may attack the decoder; handle it with care.",
            ) from error

    def _poll(self) -> bool:
        try:
            return self._child.connection.poll(_TICK_S)
        except OSError as error:
            raise self._crashed() from error

    def _take(self) -> Message:
        with self.refusing_nonsense():
            try:
                return protocol.receive(self._child.connection)
            except (EOFError, OSError) as error:
                raise self._crashed() from error

    def _take_pixels(self, size: int, height: int, width: int) -> Pixels:
        if size > self._limits.max_pixels * 3:
            raise NonsenseError("frame above the limit on pixels")
        try:
            data = self._child.connection.recv_bytes(size)
        except (EOFError, OSError) as error:
            raise self._crashed() from error
        return protocol.pixels_from(data, height, width)

    def _raise(self, message: Message) -> NoReturn:
        with self.refusing_nonsense():
            error = protocol.error_from(message)
        trace = error.facts.pop("traceback", None)
        if trace is not None:
            log.error("the decoder's process failed: %s", error)
            log.debug("its traceback: %s", trace)
        raise error

    def _check_limits(self, deadline: float, timeout_s: float, what: str) -> None:
        if time.monotonic() > deadline:
            self.close()
            raise LimitExceededError(
                f"The decoder did not answer within {timeout_s:g} s ({what}); it was stopped.",
                advice="Raise the time limit if the file is very large or the computer is busy.",
                timeout_s=timeout_s,
            )
        try:
            used = psutil.Process(self.pid).memory_info().rss
        except psutil.Error:
            return  # it is gone; the connection says so next
        if used > self._limits.max_memory_bytes:
            self.close()
            raise LimitExceededError(
                f"The decoder used more than {self._limits.max_memory_bytes >> 20} MiB of memory; "
                "it was stopped.",
                advice="Raise the limit on memory if the file is to be trusted.",
            )

    def _crashed(self) -> MediaError:
        """The error for a child that went away, with the way it went."""
        self.close()
        code = self._child.process.returncode
        how = f"by signal {-code}" if code < 0 else f"with exit code {code}"
        return DecoderCrashedError(
            f"The decoder's process ended unexpectedly {how}.",
            advice="The file may be damaged or made to attack decoders; handle it with care.",
            exit_code=code,
        )
