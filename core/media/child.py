# SPDX-License-Identifier: Apache-2.0
"""The decoder's process: gives up its rights, then probes, hashes and decodes one file.

It imports what the file's type needs, locks itself down, and only then reads the file. It never
exits by itself but when the connection closes.
"""

from __future__ import annotations

import contextlib
import os
import sys
import threading
import time
import traceback
from multiprocessing.connection import Connection
from typing import Any

from core.errors import DecoderCrashedError, MediaError
from core.media import credentials, lockdown, protocol
from core.media.credentials import MarkFinder
from core.media.handles import hash_handle, unreadable
from core.media.protocol import Message
from core.media.reading import DecodedFrame, MediaReader, Tick, out_of_memory
from core.media.sampling import Sampler
from core.media.shared import FrameRing, attach
from core.settings import MediaLimits, Sampling

_PROGRESS_EVERY_S = 0.5


def main(handles: list[int | None]) -> None:
    """Serve the parent until it goes away, then end the process.

    Args:
        handles: Connection, evidence file, frame memory; descriptors, or Windows handles.
    """
    connection, evidence = _adopt(handles)
    # Nothing is left to tidy up, and nobody to tell, once the parent is gone.
    with contextlib.suppress(EOFError, OSError):
        try:
            Decoder(connection, evidence, handles[2]).serve()
        except MediaError as error:
            protocol.send(connection, "error", **protocol.error_values(error))
        except MemoryError:
            protocol.send(connection, "error", **protocol.error_values(out_of_memory()))
        except Exception as error:  # noqa: BLE001  # the process's top: the parent logs the traceback
            crash = DecoderCrashedError(
                f"The decoder failed unexpectedly: {type(error).__name__}.",
                advice="Report this with the file's SHA-256, if you may.",
                traceback=traceback.format_exc()[-3000:],
            )
            protocol.send(connection, "error", **protocol.error_values(crash))
        _wait_for_the_end(connection)
    os._exit(0)


def _adopt(handles: list[int | None]) -> tuple[Connection, int]:
    link, evidence = handles[0], handles[1]
    assert link is not None  # noqa: S101
    assert evidence is not None  # noqa: S101
    if sys.platform == "win32":
        import msvcrt
        from multiprocessing.connection import PipeConnection

        return PipeConnection(link), msvcrt.open_osfhandle(evidence, os.O_RDONLY)
    return Connection(link), evidence


def _wait_for_the_end(connection: Connection) -> None:
    while True:
        connection.recv_bytes()


def _end_with(parent: int) -> None:
    """End when the parent is gone, even while a decoder hangs and reads no message."""
    while os.getppid() == parent:
        time.sleep(1.0)
    os._exit(1)


def _reader(
    library: str, parser: str, evidence: int, limits: MediaLimits, tick: Tick
) -> MediaReader:
    """Import the library that reads this type, and no other."""
    if library == "pillow":
        from core.media import images

        images.prepare(parser)
        return images.ImageReader(evidence, parser, limits)
    from core.media import decoding, video

    decoding.prepare()
    return video.VideoReader(evidence, parser, limits, tick)


def _give_up_rights(parent: int, limits: MediaLimits) -> tuple[str, ...]:
    """Lock this process down, imports done, and name the measures that took hold."""
    isolation = lockdown.lock_down()
    if hasattr(os, "getppid"):
        threading.Thread(target=_end_with, args=(parent,), daemon=True).start()
    return isolation + lockdown.limit_resources(limits.max_memory_bytes)


class Decoder:
    """Answers the parent's requests about one file."""

    def __init__(self, connection: Connection, evidence: int, shared: int | None) -> None:
        """Keep the handles; nothing is read yet."""
        self._connection = connection
        self._evidence = evidence
        self._shared = shared
        self._ring: FrameRing | None = None
        self._free: list[int] = []
        self._is_stopped = False
        self._decoded = 0
        self._failed = 0
        self._told_at = 0.0

    def serve(self) -> None:
        """Open the file, then answer requests for ever.

        Raises:
            MediaError: The file cannot be opened.
            EOFError, OSError: The parent is gone.
        """
        first = protocol.receive(self._connection)
        if first["kind"] == "credentials":
            self._credentials(first)
            return
        reader = self._open(first)
        while True:
            message = protocol.receive(self._connection)
            kind = message["kind"]
            if kind == "frames":
                self._frames(reader, message)
            elif kind in {"frame_at", "index_at"}:
                self._look_up(reader, kind, message)
            else:
                self._take_note(message)

    def _open(self, message: Message) -> MediaReader:
        limits = MediaLimits(**message["limits"])
        library, parser = message["library"], message["parser"]
        reader = _reader(library, parser, self._evidence, limits, self._tell_progress)
        isolation = _give_up_rights(message["parent"], limits)
        finder = MarkFinder()
        self._send("hash", sha256=self._hash(finder), has_credentials=finder.is_found)
        facts = protocol.facts_values(reader.probe())
        self._send("info", media_kind=facts.pop("kind"), isolation=isolation, **facts)
        return reader

    def _credentials(self, message: Message) -> None:
        credentials.prepare()
        _give_up_rights(message["parent"], MediaLimits(**message["limits"]))
        self._send("credentials", **credentials.read(self._evidence, message["format"]))

    def _hash(self, finder: MarkFinder) -> str | None:
        try:
            return hash_handle(self._evidence, self._go_on_hashing, finder.look)
        except OSError as error:
            raise unreadable("The file", error) from error

    def _frames(self, reader: MediaReader, message: Message) -> None:
        """Decode in order and send what is sampled, as far as there are free slots."""
        sampler = Sampler(Sampling(message["mode"], message["value"]))
        self._is_stopped, self._decoded, self._failed = False, 0, 0
        try:
            for item in reader.frames():
                if isinstance(item, DecodedFrame):
                    self._decoded += 1
                    if sampler.takes(item.frame_index, item.time_s):
                        self._send_frame(item)
                else:
                    self._failed += 1
                    self._send(
                        "failure", index=item.frame_index, time=item.time_s, reason=item.reason
                    )
                self._take_notes()
                if self._is_stopped:
                    break
        except MediaError as error:
            self._send("error", **protocol.error_values(error))
            return
        self._send("end", indexed=reader.frames_indexed)

    def _look_up(self, reader: MediaReader, kind: str, message: Message) -> None:
        self._is_stopped = False  # it may have come when the pass was over already
        try:
            if kind == "frame_at":
                self._send_frame(reader.frame_at(message["index"]), reader.frames_indexed)
            else:
                index = reader.frame_index_at(message["time"])
                self._send("index", index=index, indexed=reader.frames_indexed)
        except MediaError as error:
            self._send("error", **protocol.error_values(error))

    def _send_frame(self, frame: DecodedFrame, indexed: int | None = None) -> None:
        """Put a frame into a free slot, or send it whole where it is larger than a slot."""
        pixels = frame.rgb()
        slot = None
        if self._ring is not None and pixels.size <= self._ring.slot_bytes:
            while not self._free and not self._is_stopped:
                self._take_note(protocol.receive(self._connection))
            if self._is_stopped:
                return
            slot = self._free.pop()
            self._ring.write(slot, pixels)
        height, width, _ = pixels.shape
        values = {"index": frame.frame_index, "time": frame.time_s}
        values |= {"is_key": frame.is_key, "is_suspect": frame.is_suspect}
        self._send("frame", slot=slot, height=height, width=width, indexed=indexed, **values)
        if slot is None:
            self._connection.send_bytes(pixels.tobytes())

    def _take_notes(self) -> None:
        while self._connection.poll(0):
            self._take_note(protocol.receive(self._connection))

    def _take_note(self, message: Message) -> None:
        """Messages that may come at any time."""
        if message["kind"] == "free":
            self._free.append(message["slot"])
        elif message["kind"] == "stop":
            self._is_stopped = True
        elif message["kind"] == "share":
            size, slot_bytes, name = message["size"], message["slot_bytes"], message["name"]
            self._ring = attach(self._shared, size, slot_bytes, name)
            self._free = list(range(self._ring.count))

    def _go_on_hashing(self, _: int) -> bool:
        self._tell_progress()
        return True

    def _tell_progress(self) -> None:
        """Show now and then that work goes on; a wait that sees this is not a hang."""
        if time.monotonic() - self._told_at > _PROGRESS_EVERY_S:
            self._told_at = time.monotonic()
            self._send("progress")

    def _send(self, kind: str, **values: Any) -> None:
        counts = {"decoded": self._decoded, "failed": self._failed}
        protocol.send(self._connection, kind, **counts, **values)
