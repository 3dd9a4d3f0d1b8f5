# SPDX-License-Identifier: Apache-2.0
"""Memory that the decoder's process writes frames to and the parent copies them from.

It has no name in the file system: an anonymous file on Linux, an unlinked temporary file on other
POSIX systems, a mapping with a random name on Windows.
"""

from __future__ import annotations

import mmap
import os
import secrets
import sys
import tempfile

import numpy as np

from core.records import Pixels

_BUDGET_BYTES = 96 << 20
_MOST_SLOTS = 6


def slots_for(frame_bytes: int, *, is_image: bool) -> int:
    """How many frames decoding may run ahead: few, so that memory stays bounded."""
    return 1 if is_image else max(2, min(_MOST_SLOTS, _BUDGET_BYTES // frame_bytes))


class FrameRing:
    """Slots of equal size in shared memory; who may use which slot is agreed by messages."""

    def __init__(self, mapping: mmap.mmap, slot_bytes: int) -> None:
        """Lay slots over a mapping."""
        self._mapping = mapping
        self._bytes = np.frombuffer(mapping, np.uint8)
        self.slot_bytes = slot_bytes
        self.count = len(self._bytes) // slot_bytes

    def write(self, slot: int, pixels: Pixels) -> None:
        """Copy a frame into a slot that is large enough."""
        at = slot * self.slot_bytes
        target = self._bytes[at : at + pixels.size].reshape(pixels.shape)
        np.copyto(target, pixels)

    def read(self, slot: int, height: int, width: int) -> Pixels:
        """Copy a frame out of a slot; uint8 (height, width, 3)."""
        at = slot * self.slot_bytes
        size = height * width * 3
        return self._bytes[at : at + size].reshape(height, width, 3).copy()


class SharedFile:
    """The memory before its size is known: made before the child starts, sized after probing.

    Attributes:
        handle: Descriptor for the child to inherit, or None on Windows.
    """

    def __init__(self) -> None:
        """Reserve the descriptor."""
        self.handle: int | None = None
        self._name = ""
        if sys.platform == "win32":
            self._name = f"facewitness-{secrets.token_hex(16)}"
        elif sys.platform == "linux":
            self.handle = os.memfd_create("frames", os.MFD_CLOEXEC | os.MFD_ALLOW_SEALING)
        else:
            with tempfile.TemporaryFile() as file:
                self.handle = os.dup(file.fileno())

    def allocate(self, slot_bytes: int, slots: int) -> tuple[FrameRing, dict[str, object]]:
        """Give it its size, once.

        Returns:
            The parent's ring, and what `attach` in the child needs.
        """
        size = slot_bytes * slots
        if self.handle is not None:
            os.ftruncate(self.handle, size)
            _forbid_resizing(self.handle)
        ring = FrameRing(_map(self.handle, size, self._name), slot_bytes)
        return ring, {"size": size, "slot_bytes": slot_bytes, "name": self._name}

    def close(self) -> None:
        """Release the descriptor; rings live on until they are dropped."""
        if self.handle is not None:
            os.close(self.handle)
            self.handle = None


def attach(handle: int | None, size: int, slot_bytes: int, name: str) -> FrameRing:
    """The child's ring over the parent's memory."""
    return FrameRing(_map(handle, size, name), slot_bytes)


def _map(handle: int | None, size: int, name: str) -> mmap.mmap:
    if sys.platform == "win32":
        return mmap.mmap(-1, size, tagname=name)
    return mmap.mmap(-1 if handle is None else handle, size)


def _forbid_resizing(handle: int) -> None:
    """Seal the size: a child that cut the file off would bring the parent down on its next read."""
    if sys.platform == "linux":
        import fcntl

        fcntl.fcntl(handle, fcntl.F_ADD_SEALS, fcntl.F_SEAL_SHRINK | fcntl.F_SEAL_GROW)
