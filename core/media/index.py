# SPDX-License-Identifier: Apache-2.0
"""Where each frame of a video is: the packets' time stamps, in compact arrays.

The index is built by demuxing once, without decoding. It is a forecast of what the decoder will
give; frames that were really decoded overrule it (see `FrameTable`).
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

Stamps = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class KeyPacket:
    """A packet that decoding can start from.

    Attributes:
        position: Place among the packets, in decode order.
        pts: Presentation time stamp.
        seek_to: Time stamp to ask the demuxer for: the decode time stamp where there is one.
        byte: Where the packet is in the file, or None where the demuxer does not say.
    """

    position: int
    pts: int
    seek_to: int
    byte: int | None


@dataclass(slots=True)
class PacketIndex:
    """Time stamps of the packets that give a frame; about 20 bytes a frame."""

    _pts: array[int] = field(default_factory=lambda: array("q"))
    _keys: list[KeyPacket] = field(default_factory=list)

    def __len__(self) -> int:
        """Number of frames to be expected."""
        return len(self._pts)

    def add(self, pts: int, dts: int | None, byte: int | None, *, is_key: bool) -> None:
        """Note one packet, in decode order."""
        if is_key:
            self._keys.append(KeyPacket(len(self._pts), pts, pts if dts is None else dts, byte))
        self._pts.append(pts)

    def in_presentation_order(self) -> Stamps:
        """All time stamps, ascending; int64 (frames,)."""
        return np.sort(np.frombuffer(self._pts, np.int64)) if self._pts else np.empty(0, np.int64)

    def keys_before(self, pts: int) -> list[KeyPacket]:
        """Key packets that a frame can be decoded from, nearest first.

        The frame must come after the key packet both in presentation and in decode order: frames
        that are shown before their key frame (open groups of pictures) lean on the group before.
        """
        stamps = np.frombuffer(self._pts, np.int64) if self._pts else np.empty(0, np.int64)
        found = np.flatnonzero(stamps == pts)
        last = int(found[0]) if found.size else len(stamps)
        return [key for key in reversed(self._keys) if key.pts < pts and key.position < last]

    def has_key(self, pts: int, byte: int | None) -> bool:
        """Whether a key packet has this time stamp and this place in the file.

        AVI numbers its packets by counting; where some are damaged, counting from the start and
        counting from the file's index give one time stamp to two different packets.
        """
        return any(key.pts == pts and key.byte == byte for key in self._keys)


class FrameTable:
    """Frame index to time stamp: what was decoded so far, then what the packets forecast."""

    def __init__(self) -> None:
        """Start empty."""
        self._decoded: array[int] = array("q")
        self._forecast: Stamps | None = None
        self._merged: Stamps | None = None
        self._is_complete = False

    @property
    def decoded_count(self) -> int:
        """Frames known from decoding without a gap from the first on."""
        return len(self._decoded)

    def learn(self, frame_index: int, pts: int) -> None:
        """Note a frame that sequential decoding gave."""
        if frame_index == len(self._decoded):
            self._decoded.append(pts)
            self._merged = None

    @property
    def is_complete(self) -> bool:
        """Whether the whole file was decoded, so that no forecast is needed."""
        return self._is_complete

    def complete(self) -> None:
        """Note that decoding reached the end."""
        self._is_complete = True
        self._merged = None

    def set_forecast(self, stamps: Stamps) -> None:
        """Use a packet index for the frames that were not decoded yet."""
        self._forecast = stamps
        self._merged = None

    def drop_forecast(self) -> None:
        """Rely on decoding alone, as packets and frames do not go together in this file."""
        self.set_forecast(np.empty(0, np.int64))

    @property
    def has_forecast(self) -> bool:
        """Whether a packet index was given."""
        return self._forecast is not None

    def forecast_agrees(self) -> bool:
        """Whether the second half of the decoded frames came just as the packets said."""
        if self._forecast is None or not self._decoded:
            return True
        decoded = np.array(self._decoded)
        tail = decoded[len(decoded) // 2 :]
        inside = (self._forecast >= tail[0]) & (self._forecast <= tail[-1])
        return bool(np.array_equal(self._forecast[inside], tail))

    def stamps(self) -> Stamps:
        """Time stamps by frame index; int64 (frames,)."""
        if self._merged is None:
            decoded = np.array(self._decoded, np.int64)
            rest: Sequence[Stamps] = ()
            if self._forecast is not None and not self._is_complete:
                after = decoded[-1] if decoded.size else np.iinfo(np.int64).min
                rest = (self._forecast[self._forecast > after],)
            self._merged = np.concatenate([decoded, *rest])
        return self._merged


def is_unique(stamps: Stamps, frame_index: int) -> bool:
    """Whether no other frame has this frame's time stamp."""
    return int(np.count_nonzero(stamps == stamps[frame_index])) == 1
