# SPDX-License-Identifier: Apache-2.0
"""Videos by PyAV: in order with exact time stamps, and at random with the very same frames.

Random access seeks to a key frame before the wanted one, decodes forward and accepts only a frame
that carries the wanted time stamp; where anything is in doubt it starts further back, in the end
from the beginning, which is sequential reading itself.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from fractions import Fraction
from functools import partial

import numpy as np
from av.container import InputContainer
from av.stream import Stream
from av.video.codeccontext import VideoCodecContext
from av.video.frame import VideoFrame
from av.video.stream import VideoStream

from core.errors import CorruptMediaError
from core.media import decoding
from core.media.cursor import Cursor
from core.media.decoding import Lost, Run, seconds
from core.media.display import Display, display_matrix, display_notes, rotation_degrees
from core.media.index import FrameTable, PacketIndex, is_unique
from core.media.reading import DecodedFrame, MediaFacts, Tick, clean_tags
from core.records import FrameFailure, StreamInfo
from core.settings import MediaLimits

# Key frames tried before reading from the start.
_MAX_SEEKS = 4
# Frames decoded in order before the packet index is trusted.
_TRIAL_FRAMES = 16
_DAMAGED = "the frame is damaged; the decoder filled in what was missing"
_SCALE_TO_S = 1_000_000


class VideoReader:
    """Reads one video file through an open descriptor; see `MediaReader`."""

    def __init__(self, handle: int, parser: str, limits: MediaLimits, tick: Tick) -> None:
        """Keep the arguments; nothing is read yet."""
        self._tick = tick
        self._handle = handle
        self._parser = parser
        self._limits = limits
        self._display = Display()
        self._table = FrameTable()
        self._packets: PacketIndex | None = None
        self._cursor: Cursor | None = None
        self._time_base: Fraction | None = None

    def probe(self) -> MediaFacts:
        """See `MediaReader`."""
        container, stream = self._open()
        with container:
            frame = _first_frame(Run(container, stream, self._tick))
            decoding.check_size(frame.width, frame.height, self._limits)
            pixels = self._display.rgb(frame)
            notes = display_notes(frame, stream.sample_aspect_ratio)
            if len(container.streams.video) > 1:
                notes.append(
                    f"The file holds {len(container.streams.video)} video streams; "
                    f"stream {stream.index} was examined."
                )
            rotation = rotation_degrees(display_matrix(frame))
            streams = tuple(
                _stream_info(s, rotation if s.index == stream.index else 0)
                for s in container.streams
            )
            duration = streams[stream.index].duration_s
            if duration is None and container.duration:
                duration = container.duration / _SCALE_TO_S
            tags = [*container.metadata.items(), *stream.metadata.items()]
            return MediaFacts(
                kind="video",
                width=pixels.shape[1],
                height=pixels.shape[0],
                frames_declared=stream.frames or None,
                duration_s=duration,
                streams=streams,
                video_stream=stream.index,
                metadata=clean_tags(iter(tags)),
                notes=tuple(notes),
            )

    def frames(self) -> Iterator[DecodedFrame | FrameFailure]:
        """See `MediaReader`.

        Raises:
            LimitExceededError: More frames than allowed, or not enough memory.
        """
        container, stream = self._open()
        with container:
            index, time_s = 0, 0.0
            step_s = float(1 / stream.average_rate) if stream.average_rate else 0.0
            run = Run(container, stream, self._tick)
            for item in run:
                if isinstance(item, Lost):
                    lost_s = None if item.pts is None else seconds(item.pts, stream.time_base)
                    yield FrameFailure(None, lost_s, item.reason)
                    continue
                if index >= self._limits.max_frames:
                    raise decoding.too_many_frames(self._limits)
                # A frame without a time stamp follows the one before at the declared rate.
                if item.pts is not None:
                    time_s = seconds(item.pts, stream.time_base)
                    self._table.learn(index, item.pts)
                elif index:
                    time_s += step_s
                if item.is_corrupt:
                    yield FrameFailure(index, time_s, _DAMAGED)
                else:
                    yield self._decoded(index, time_s, item, run.is_suspect)
                index += 1
        self._table.complete()

    def frame_at(self, frame_index: int) -> DecodedFrame:
        """See `MediaReader`."""
        packets = self._indexed()
        stamps = self._table.stamps()
        if 0 <= frame_index < len(stamps) and is_unique(stamps, frame_index):
            pts = int(stamps[frame_index])
            frame = self._seek(pts, packets)
            if frame is not None and self._cursor is not None:
                time_s = seconds(pts, self._time_base)
                return self._decoded(frame_index, time_s, frame, self._cursor.is_suspect)
        return self._read_up_to(frame_index)

    def frame_index_at(self, time_s: float) -> int:
        """See `MediaReader`."""
        self._indexed()
        limit = math.floor((time_s + 1e-6) / seconds(1, self._time_base))
        return max(int(np.searchsorted(self._table.stamps(), limit, "right")) - 1, 0)

    @property
    def frames_indexed(self) -> int | None:
        """See `MediaReader`."""
        if self._table.is_complete or self._table.has_forecast:
            return len(self._table.stamps())
        return None

    def _open(self) -> tuple[InputContainer, VideoStream]:
        container = decoding.open_container(self._handle, self._parser, self._limits)
        stream = decoding.choose_stream(container, self._limits)
        self._time_base = stream.time_base or self._time_base
        return container, stream

    def _decoded(
        self, index: int, time_s: float, frame: VideoFrame, is_suspect: bool
    ) -> DecodedFrame:
        pixels = partial(self._display.rgb, frame)
        return DecodedFrame(index, time_s, frame.key_frame, pixels, is_suspect)

    def _indexed(self) -> PacketIndex:
        """Demux once, and compare the first frames with what was forecast."""
        if self._packets is not None:
            return self._packets
        container, stream = self._open()
        with container:
            self._packets = decoding.index_packets(container, stream, self._limits, self._tick)
        if self._table.is_complete:
            return self._packets
        for item in self.frames():
            if isinstance(item, DecodedFrame) and item.frame_index >= _TRIAL_FRAMES:
                break
        self._table.set_forecast(self._packets.in_presentation_order())
        if not self._table.forecast_agrees():
            self._table.drop_forecast()
        return self._packets

    def _seek(self, pts: int, packets: PacketIndex) -> VideoFrame | None:
        """Decode the frame with this time stamp, or None where it cannot be found."""
        keys = packets.keys_before(pts)
        nearest = keys[0].pts if keys else None
        if self._cursor is not None and self._cursor.is_on_the_way(pts, nearest):
            frame = self._cursor.advance(pts)
            if frame is not None:
                return frame
        # The last way is from the very start, which is sequential reading itself.
        for key in (*keys[:_MAX_SEEKS], None):
            if self._cursor is not None:
                self._cursor.close()
            self._cursor = Cursor(*self._open(), packets, key, self._tick)
            frame = self._cursor.advance(pts)
            if frame is not None:
                return frame
        return None

    def _read_up_to(self, frame_index: int) -> DecodedFrame:
        """Read in order until the frame comes."""
        for item in self.frames():
            if isinstance(item, DecodedFrame) and item.frame_index == frame_index:
                return item
            if isinstance(item, FrameFailure) and item.frame_index == frame_index:
                raise _no_frame(frame_index, item.reason)
        raise _no_frame(frame_index, "the file ends before it")


def _first_frame(run: Run) -> VideoFrame:
    """The first frame that is whole, or else the first of all."""
    damaged: VideoFrame | None = None
    reason = "it holds no frame"
    for item in run:
        if isinstance(item, Lost):
            reason = item.reason
        elif not item.is_corrupt:
            return item
        elif damaged is None:
            damaged = item
    if damaged is None:
        raise CorruptMediaError(
            f"No frame of the video can be decoded: {reason.rstrip('.')}.",
            advice="The file may be cut off or damaged; try another copy.",
        )
    return damaged


def _stream_info(stream: Stream, rotation: int) -> StreamInfo:
    """What the container says of a stream."""
    context = stream.codec_context
    video = context if isinstance(context, VideoCodecContext) else None
    duration, start, base = stream.duration, stream.start_time, stream.time_base
    rate = stream.average_rate if video else None
    return StreamInfo(
        index=stream.index,
        kind=stream.type,
        codec="unknown" if context is None else context.codec.canonical_name,
        profile=stream.profile if video else None,
        width=video.width if video else None,
        height=video.height if video else None,
        pixel_format=video.pix_fmt if video else None,
        average_fps=float(rate) if rate else None,
        frames_declared=stream.frames or None,
        duration_s=None if duration is None else seconds(duration, base),
        start_s=None if start is None else seconds(start, base),
        rotation_degrees=rotation,
    )


def _no_frame(frame_index: int, reason: str) -> CorruptMediaError:
    return CorruptMediaError(
        f"Frame {frame_index} cannot be had: {reason}.",
        advice="Choose another frame.",
        frame_index=frame_index,
    )
