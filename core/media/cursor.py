# SPDX-License-Identifier: Apache-2.0
"""A decoder that was put before a wanted frame and goes forward to it, or says that it cannot.

Why so careful: seeking lands late in transport streams, and decoders started at a key frame in an
open group of pictures drop or spoil the frames shown before it. So a frame counts only if it
carries the wanted time stamp, comes after the key frame that decoding began with, and nothing
between the two was lost or damaged.
"""

from __future__ import annotations

from av.container import InputContainer
from av.video.frame import VideoFrame
from av.video.stream import VideoStream

from core.errors import CorruptMediaError
from core.media.decoding import DECODE_ERRORS, Lost, Run
from core.media.index import KeyPacket, PacketIndex
from core.media.reading import Tick


class Cursor:
    """Owns a container; goes forward only."""

    def __init__(
        self,
        container: InputContainer,
        stream: VideoStream,
        packets: PacketIndex,
        key: KeyPacket | None,
        tick: Tick,
    ) -> None:
        """Put the decoder on a key packet, or leave it at the very start where `key` is None."""
        self._packets = packets
        self._container = container
        self._is_from_start = key is None
        self._is_lost = False
        self._last_pts: int | None = None
        if key is not None:
            try:
                container.seek(key.seek_to, stream=stream)
            except DECODE_ERRORS:
                self._is_lost = True
        self._run = Run(container, stream, tick, skip_to_key=key is not None)
        self._items = iter(self._run)

    @property
    def is_suspect(self) -> bool:
        """Whether the frame it stands on may lean on a damaged one; only from the start."""
        return self._run.is_suspect

    def close(self) -> None:
        """Release the decoder."""
        self._container.close()

    def is_on_the_way(self, pts: int, key_pts: int | None) -> bool:
        """Whether going on leads to a frame without passing its nearest key frame."""
        if self._is_lost or self._last_pts is None or self._last_pts >= pts:
            return False
        return key_pts is None or key_pts <= self._last_pts

    def advance(self, pts: int) -> VideoFrame | None:
        """Go forward to the frame with this time stamp.

        Returns:
            The frame, or None where it cannot be had for sure from here.

        Raises:
            CorruptMediaError: Reading from the start shows that the frame is damaged.
        """
        while not self._is_lost:
            item = next(self._items, None)
            if item is None:
                break
            if self._is_from_start:
                if isinstance(item, Lost):
                    continue
                self._last_pts = item.pts
                if item.pts == pts:
                    return _whole(item)
            elif self._is_in_doubt(item, pts):
                break
            elif isinstance(item, VideoFrame) and item.pts == pts:
                return item
        self._is_lost = True
        return None

    def _is_in_doubt(self, item: VideoFrame | Lost, pts: int) -> bool:
        """Whether something between the key frame and the wanted frame is not as it should be."""
        first = self._run.first_pts
        if first is None or first >= pts or item.pts is None:
            return True
        if not self._packets.has_key(first, self._run.first_byte):
            return True
        if isinstance(item, Lost):
            # Frames shown before the key frame are expected to be missing.
            return item.pts >= first
        self._last_pts = item.pts
        if item.pts < first:
            return False
        return item.is_corrupt or item.pts > pts or self._run.has_gap(item.pts, first)


def _whole(frame: VideoFrame) -> VideoFrame:
    if frame.is_corrupt:
        raise CorruptMediaError(
            "The frame is damaged; the decoder filled in what was missing.",
            advice="Choose another frame.",
        )
    return frame
