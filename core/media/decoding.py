# SPDX-License-Identifier: Apache-2.0
"""One run of FFmpeg's demuxer and decoder, through PyAV, over an open descriptor.

The demuxer is named by us, gets a file object and not a path, may use no protocol, and any wish
to open something else is refused: nothing but the evidence file can be read.
"""

from __future__ import annotations

import importlib
import os
import pkgutil
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import NoReturn

import av
from av.container import InputContainer
from av.packet import Packet
from av.video.frame import VideoFrame
from av.video.stream import VideoStream

from core.errors import CorruptMediaError, LimitExceededError, MediaError, UnsupportedMediaError
from core.media.handles import HandleFile
from core.media.index import PacketIndex
from core.media.reading import Tick, out_of_memory
from core.settings import MediaLimits

DECODERS = frozenset(
    {
        *("h264", "hevc", "vp8", "vp9", "libdav1d", "av1"),
        *("mpeg1video", "mpeg2video", "mpegvideo", "mpeg4", "msmpeg4", "msmpeg4v2", "h263"),
        *("mjpeg", "prores", "dvvideo", "ffv1"),
    }
)
# A frame that has not come out after so many further packets never will: the deepest reordering
# is 16 frames, and FFmpeg starts at most 16 threads that each hold one.
_LONGEST_DELAY_PACKETS = 64
_MAX_THREADS = 8
_READ_BYTES = 1 << 18
_VP8_SHOW_FRAME = 0x10


@dataclass(frozen=True, slots=True)
class Lost:
    """A packet that gave no frame."""

    pts: int | None
    reason: str


def translated(error: Exception) -> MediaError:
    """Turn what PyAV raises into our own errors."""
    if isinstance(error, MemoryError):
        return out_of_memory()
    reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return CorruptMediaError(
        f"The video cannot be read: {str(reason).rstrip('.')[:200]}.",
        advice="The file may be cut off or damaged; try another copy.",
    )


# What PyAV raises on broken input: its own errors, and Python's where a value makes no sense.
DECODE_ERRORS = (av.FFmpegError, OSError, ValueError, OverflowError, MemoryError)


def prepare() -> None:
    """Import what PyAV otherwise imports while it works; afterwards no file is opened by name."""
    for module in pkgutil.walk_packages(av.__path__, "av."):
        if module.name not in {"av.__main__", "av.datasets"}:
            importlib.import_module(module.name)


def open_container(handle: int, demuxer: str, limits: MediaLimits) -> InputContainer:
    """Open the file with one demuxer.

    Raises:
        CorruptMediaError: It is not what its first bytes claim.
        LimitExceededError: Not enough memory.
    """
    options = {
        "format_whitelist": ",".join(("mov,mp4,m4a,3gp,3g2,mj2", "matroska,webm", demuxer)),
        "codec_whitelist": ",".join(sorted(DECODERS)),
        "protocol_whitelist": "none",
        "max_pixels": str(limits.max_pixels),
    }
    try:
        return av.open(
            HandleFile(handle),
            "r",
            format=demuxer,
            options=options,
            metadata_errors="replace",
            buffer_size=_READ_BYTES,
            io_open=_refuse,
        )
    except DECODE_ERRORS as error:
        raise translated(error) from error


def _refuse(url: str, flags: int, options: object) -> NoReturn:
    """Answer a demuxer that wants to open something else."""
    raise PermissionError(
        f"refused to open a reference ({len(url)} characters, {flags=}, {options=})"
    )


def choose_stream(container: InputContainer, limits: MediaLimits) -> VideoStream:
    """Pick the stream that a player would show, leave the others out, and set its decoder up.

    Raises:
        UnsupportedMediaError: No video stream, or a codec that is not opened.
        LimitExceededError: The picture is too large.
    """
    attached = av.stream.Disposition.attached_pic | av.stream.Disposition.timed_thumbnails
    streams = [s for s in container.streams.video if not s.disposition & attached]
    if not streams:
        raise UnsupportedMediaError(
            "The file holds no video stream.", advice="Sound alone is not analysed."
        )
    best = container.streams.best("video")
    stream: VideoStream = best if best in streams else streams[0]
    for other in container.streams:
        if other.index != stream.index:
            other.discard = av.stream.Discard.all
    context = stream.codec_context
    if context is None or context.codec.name not in DECODERS:
        name = "unknown" if context is None else context.codec.name
        raise UnsupportedMediaError(
            f"The video codec {name} is not opened.",
            advice="Convert a copy to H.264 without loss and state the conversion.",
            codec=name,
        )
    check_size(context.width, context.height, limits)
    context.thread_type = "AUTO"
    context.thread_count = min(_MAX_THREADS, os.cpu_count() or 1)
    context.options = {"max_pixels": str(limits.max_pixels)}
    return stream


def check_size(width: int, height: int, limits: MediaLimits) -> None:
    """Refuse a picture above the limit on pixels.

    Raises:
        LimitExceededError: It is.
    """
    if width * height > limits.max_pixels:
        raise LimitExceededError(
            f"The video claims {width} x {height} pixels; the limit is {limits.max_pixels}.",
            advice="Raise the limit on pixels if the file is to be trusted.",
            width=width,
            height=height,
        )


def gives_frame(packet: Packet[VideoStream], codec: str) -> bool:
    """Whether a packet is expected to give a frame of its own.

    Edit lists mark packets to be discarded; VP8 has frames that are only there to be referred to.
    """
    if packet.size == 0 or packet.is_discard:
        return False
    return codec != "vp8" or bool(memoryview(packet)[0] & _VP8_SHOW_FRAME)


def index_packets(
    container: InputContainer, stream: VideoStream, limits: MediaLimits, tick: Tick
) -> PacketIndex:
    """Demux the whole stream without decoding.

    Raises:
        LimitExceededError: More frames than allowed.
    """
    index = PacketIndex()
    codec: str = stream.codec_context.codec.name
    packets = container.demux(stream)
    while True:
        try:
            packet = next(packets, None)
        except MemoryError as error:
            raise translated(error) from error
        except DECODE_ERRORS:
            return index  # what was indexed so far holds; decoding counts the rest as lost
        if packet is None:
            return index
        tick()
        if packet.pts is not None and gives_frame(packet, codec):
            index.add(packet.pts, packet.dts, packet.pos, is_key=packet.is_keyframe)
        if len(index) > limits.max_frames:
            raise too_many_frames(limits)


def too_many_frames(limits: MediaLimits) -> LimitExceededError:
    """The error for a video that is longer than allowed."""
    return LimitExceededError(
        f"The video has more than {limits.max_frames} frames, which is the limit.",
        advice="Raise the limit on frames, or cut a copy into parts and state it.",
        max_frames=limits.max_frames,
    )


class Run:
    """Decodes from where the container stands to its end; never to be used twice.

    Yields frames in presentation order, and a `Lost` for each packet that gave none. The packet
    is known by its time stamp, since with several threads an error surfaces packets later.

    Attributes:
        first_pts: Time stamp of the first packet that was decoded, or None before that.
        first_byte: Where that packet is in the file.
        is_suspect: Whether a frame was lost or damaged since the last key frame, as of the frame
            that was yielded last; that frame may lean on it.
    """

    def __init__(
        self,
        container: InputContainer,
        stream: VideoStream,
        tick: Tick,
        *,
        skip_to_key: bool = False,
    ) -> None:
        """Start where the container stands, or at the first key packet after that.

        Args:
            container, stream: As from `open_container` and `choose_stream`.
            tick: Called for each packet.
            skip_to_key: Leave out packets up to the first key packet.
        """
        self.first_pts: int | None = None
        self.first_byte: int | None = None
        self.is_suspect = False
        self._key_pts: int | None = None
        self._container = container
        self._stream = stream
        self._codec: str = stream.codec_context.codec.name
        self._tick = tick
        self._skips = skip_to_key
        self._pending: dict[int, int] = {}
        self._sent = 0
        # Off where packets and frames do not go together: then only raised errors count.
        self._is_matching = True

    def __iter__(self) -> Iterator[VideoFrame | Lost]:
        """Decode lazily."""
        packets = self._container.demux(self._stream)
        while True:
            try:
                packet = next(packets, None)
            except DECODE_ERRORS as error:
                yield Lost(None, f"the container ends early: {translated(error).message}")
                yield from self._feed(None)
                break
            if packet is None:
                break
            self._tick()
            if self._skips and packet.size and not packet.is_keyframe:
                continue
            self._skips = False
            yield from self._feed(packet)
        yield from self._give_up(0)

    def has_gap(self, end_pts: int, start_pts: int | None = None) -> bool:
        """Whether a packet before a time stamp, from another one on, has not given its frame."""
        pending = (pts for pts in self._pending if pts < end_pts)
        return any(start_pts is None or pts >= start_pts for pts in pending)

    def _feed(self, packet: Packet[VideoStream] | None) -> Iterator[VideoFrame | Lost]:
        if packet is not None and packet.pts is not None and gives_frame(packet, self._codec):
            self._sent += 1
            self._pending[packet.pts] = self._sent
            if self.first_pts is None:
                self.first_pts, self.first_byte = packet.pts, packet.pos
        for frame in self._decode(packet):
            if isinstance(frame, VideoFrame):
                is_known = frame.pts is not None and self._pending.pop(frame.pts, 0) > 0
                # A packet may hold one field only; two of them give a frame.
                may_be_field = frame.interlaced_frame and self._codec in {"h264", "hevc"}
                if not is_known or may_be_field:
                    self._is_matching = False
                self._judge(frame)
            yield frame
        yield from self._give_up(_LONGEST_DELAY_PACKETS)

    def _judge(self, frame: VideoFrame) -> None:
        if frame.key_frame and not frame.is_corrupt:
            self.is_suspect = False
            self._key_pts = frame.pts
        elif frame.is_corrupt or (
            frame.pts is not None and self._is_matching and self.has_gap(frame.pts, self._key_pts)
        ):
            self.is_suspect = True

    def _decode(self, packet: Packet[VideoStream] | None) -> list[VideoFrame] | list[Lost]:
        try:
            frames: list[VideoFrame] = self._stream.codec_context.decode(packet)
        except MemoryError as error:
            raise translated(error) from error
        except av.EOFError:
            return []
        except DECODE_ERRORS as error:
            if self._is_matching:
                return []  # it is counted once its frame is overdue
            return [Lost(None if packet is None else packet.pts, translated(error).message)]
        return frames

    def _give_up(self, delay: int) -> Iterator[Lost]:
        """Count packets as lost whose frame is overdue."""
        while self._pending:
            pts, number = next(iter(self._pending.items()))
            if self._sent - number < delay:
                return
            del self._pending[pts]
            if self._is_matching:
                yield Lost(pts, "the decoder gave no frame")


def seconds(pts: int, time_base: Fraction | None) -> float:
    """Time stamp to seconds."""
    return float(pts * (time_base or Fraction(1, 1_000_000)))
