# SPDX-License-Identifier: Apache-2.0
"""The evidence file itself: opened read-only, read by position, hashed, and recognised again."""

from __future__ import annotations

import hashlib
import io
import os
import stat
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from core.errors import MediaAccessError
from core.text import printable

_CHUNK_BYTES = 1 << 20
_NO_ATIME: int = getattr(os, "O_NOATIME", 0)
# O_NONBLOCK: opening a FIFO without a writer would wait for ever.
_OPEN_FLAGS: int = (
    os.O_RDONLY
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_NONBLOCK", 0)
)


def open_evidence(path: Path) -> int:
    """Open a regular file for reading, leaving its access time alone where the system allows.

    Returns:
        A file descriptor; the caller closes it.

    Raises:
        MediaAccessError: Missing, not permitted, or a folder, FIFO, socket or device.
    """
    try:
        try:
            handle = os.open(path, _OPEN_FLAGS | _NO_ATIME)
        except PermissionError:
            # Only the owner of a file may ask for its access time to be left alone.
            handle = os.open(path, _OPEN_FLAGS)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise MediaAccessError(
            f"{visible_name(path)} cannot be opened: {reason}.",
            advice="Check that the file exists and that you may read it.",
        ) from error
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise MediaAccessError(
            f"{visible_name(path)} is not a regular file.",
            advice="Give a file, not a folder, a device or a pipe.",
        )
    return handle


@dataclass(frozen=True, slots=True)
class FileIdentity:
    """What tells one state of a file from another without reading it."""

    device: int
    inode: int
    size_bytes: int
    modified_ns: int

    @classmethod
    def of(cls, handle: int) -> FileIdentity:
        """Read the identity of an open file."""
        status = os.fstat(handle)
        return cls(status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns)


def hash_handle(
    handle: int,
    tick: Callable[[int], bool] = lambda _: True,
    look: Callable[[bytes], None] = lambda _: None,
) -> str | None:
    """SHA-256 of a whole open file.

    Args:
        handle: File descriptor.
        tick: Called with the bytes done after each chunk; returning False stops.
        look: Called with each chunk.

    Returns:
        Hex digest, or None when stopped.
    """
    digest = hashlib.sha256()
    reader = HandleFile(handle)
    while chunk := reader.read(_CHUNK_BYTES):
        digest.update(chunk)
        look(chunk)
        if not tick(reader.tell()):
            return None
    return digest.hexdigest()


def unreadable(name: str, error: OSError) -> MediaAccessError:
    """The error for an open file that cannot be read: a bad disk, a network drive that is gone."""
    return MediaAccessError(
        f"{name} cannot be read: {error.strerror}.",
        advice="Check the disk or the connection; work on a copy.",
    )


def visible_name(path: Path) -> str:
    """File name without folder, hidden characters made visible."""
    return printable(path.name)


class HandleFile(io.RawIOBase):
    """Read-only file object over an open descriptor, with a position of its own.

    The parser gets this, never a path: it cannot open anything by name. Several may share one
    descriptor. Closing it leaves the descriptor open.
    """

    def __init__(self, handle: int) -> None:
        """Start at the beginning."""
        super().__init__()
        self._handle = handle
        self._position = 0
        self._size = os.fstat(handle).st_size

    def readable(self) -> bool:
        """Always."""
        return True

    def seekable(self) -> bool:
        """Always."""
        return True

    def tell(self) -> int:
        """Bytes from the start."""
        return self._position

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        """Move within the size that the file had when it was opened."""
        base = {os.SEEK_SET: 0, os.SEEK_CUR: self._position, os.SEEK_END: self._size}[whence]
        if base + offset < 0:
            raise ValueError(f"expected a position from 0 on, got {base + offset}")
        self._position = base + offset
        return self._position

    def read(self, size: int = -1) -> bytes:
        """Up to `size` bytes; what is appended to a growing file meanwhile is not read."""
        left = max(self._size - self._position, 0)
        data = _read_at(self._handle, left if size < 0 else min(size, left), self._position)
        self._position += len(data)
        return data

    def readinto(self, buffer: object) -> int:
        """As `read`, into a buffer; buffered readers and Pillow's codecs use it."""
        view = memoryview(buffer).cast("B")  # type: ignore[arg-type]
        data = self.read(len(view))
        view[: len(data)] = data
        return len(data)


def _read_at(handle: int, size: int, position: int) -> bytes:
    """Read without moving the descriptor's shared position where the system can."""
    if hasattr(os, "pread"):
        data = os.pread(handle, size, position)
    else:
        os.lseek(handle, position, os.SEEK_SET)
        data = os.read(handle, size)
    return data
