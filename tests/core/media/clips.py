# SPDX-License-Identifier: Apache-2.0
"""Small video files made at test time; each frame shows its own number, readable after coding."""

from __future__ import annotations

import struct
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import cast

import av
import numpy as np
from av.video.stream import VideoStream

from core.records import Pixels

WIDTH, HEIGHT, BITS = 128, 96, 7
FRAMES = 48
TIME_BASE = Fraction(1, 1000)


def numbered(number: int, width: int = WIDTH, height: int = HEIGHT) -> Pixels:
    """A picture with a number in bright and dark bars in its upper half, and moving texture below.

    The leftmost of eight bars is always bright, so that turning and mirroring show too.
    """
    bars = [1, *(number >> bit & 1 for bit in range(BITS))]
    row = np.repeat(np.array(bars, np.uint8) * 200 + 28, width // len(bars))
    pixels = np.empty((height, width, 3), np.uint8)
    pixels[: height // 2] = row[None, :, None]
    x, y = np.meshgrid(np.arange(width), np.arange(height // 2))
    pixels[height // 2 :] = ((x * 3 + y * 5 + number * 4) % 256)[:, :, None]
    return pixels


def number_of(pixels: Pixels) -> int:
    """The number that a picture shows."""
    height, width, _ = pixels.shape
    step = width // (BITS + 1)
    row = pixels[height // 8 : height // 3].mean(axis=(0, 2))
    bars = [row[i * step + step // 4 : (i + 1) * step - step // 4].mean() > 128 for i in range(8)]
    assert bars[0], "the picture is turned, mirrored or broken"
    return sum(int(bar) << bit for bit, bar in enumerate(bars[1:]))


@dataclass(frozen=True)
class Clip:
    """How to make a clip and what to expect of it."""

    name: str
    encoder: str
    options: dict[str, str] = field(default_factory=dict)
    pixel_format: str = "yuv420p"
    muxer: str | None = None
    muxer_options: dict[str, str] = field(default_factory=dict)
    times_ms: Sequence[int] = tuple(range(0, FRAMES * 40, 40))
    rate: int = 25

    def make(self, folder: Path) -> Path:
        """Write the clip."""
        path = folder / self.name
        with av.open(str(path), "w", format=self.muxer, options=self.muxer_options) as container:
            stream = cast("VideoStream", container.add_stream(self.encoder, rate=self.rate))
            stream.width, stream.height, stream.pix_fmt = WIDTH, HEIGHT, self.pixel_format
            stream.codec_context.options = self.options
            if self.encoder.startswith(("libx", "libvpx", "libsvt", "mjpeg")):
                stream.codec_context.time_base = TIME_BASE
            base = stream.codec_context.time_base or Fraction(1, self.rate)
            for number, time_ms in enumerate(self.times_ms):
                frame = av.VideoFrame.from_ndarray(numbered(number), format="rgb24")
                frame = frame.reformat(format=self.pixel_format)
                frame.pts = round(Fraction(time_ms, 1000) / base)
                frame.time_base = base
                container.mux(stream.encode(frame))
            container.mux(stream.encode(None))
        return path


_X264 = {"preset": "ultrafast", "g": "12", "bf": "3", "b_strategy": "0"}
_UNEVEN = tuple(int(v) for v in np.cumsum(np.tile([40, 120, 20, 33, 400, 25, 40, 16], 6)) - 40)

CLIPS = (
    Clip("bframes.mp4", "libx264", _X264),
    Clip("open_gop.mp4", "libx264", {**_X264, "x264-params": "open-gop=1:keyint=12:bframes=3"}),
    Clip("transport.ts", "libx264", {**_X264, "x264-params": "open-gop=1:keyint=12:bframes=3"}),
    Clip("uneven.mp4", "libx264", _X264, times_ms=_UNEVEN),
    Clip("offset.mkv", "libx264", _X264, times_ms=tuple(range(5000, 5000 + FRAMES * 40, 40))),
    Clip(
        "fragmented.mp4", "libx264", _X264, muxer_options={"movflags": "frag_keyframe+empty_moov"}
    ),
    Clip("apple.mov", "libx264", _X264),
    Clip("hevc.mp4", "libx265", {"preset": "ultrafast", "x265-params": "keyint=12:log-level=none"}),
    Clip(
        "hevc10.mkv",
        "libx265",
        {"preset": "ultrafast", "x265-params": "keyint=12:bframes=3:log-level=none"},
        pixel_format="yuv420p10le",
    ),
    Clip(
        "vp8.webm", "libvpx", {"g": "12", "auto-alt-ref": "1", "lag-in-frames": "12", "b": "400k"}
    ),
    Clip(
        "vp9.webm", "libvpx-vp9", {"g": "12", "deadline": "realtime", "cpu-used": "8", "b": "400k"}
    ),
    Clip("av1.mp4", "libsvtav1", {"g": "12", "preset": "12"}),
    Clip("mpeg4.avi", "mpeg4", {"g": "12", "bf": "2", "b": "2000k"}),
    Clip("motion_jpeg.avi", "mjpeg", pixel_format="yuvj420p"),
    Clip("mpeg1.mpg", "mpeg1video", {"g": "12", "bf": "2", "b": "2000k"}, muxer="mpeg"),
    Clip("mpeg2.mpg", "mpeg2video", {"g": "12", "bf": "2", "b": "2000k"}, muxer="vob"),
    Clip("mpeg2.ts", "mpeg2video", {"g": "12", "bf": "2", "b": "2000k"}),
)


def clip(name: str) -> Clip:
    """A clip of the list by its name."""
    return next(c for c in CLIPS if c.name == name)


def patched(path: Path, change: Callable[[bytearray], None], name: str) -> Path:
    """A copy of a file with some bytes changed."""
    data = bytearray(path.read_bytes())
    change(data)
    copy = path.with_name(name)
    copy.write_bytes(data)
    return copy


def set_display_matrix(a: int, b: int, c: int, d: int) -> Callable[[bytearray], None]:
    """Change the first track's display matrix in an MP4: (x, y) to (ax + cy, bx + dy)."""

    def change(data: bytearray) -> None:
        at = data.index(b"tkhd") + 44
        one = 0x10000
        values = (a * one, b * one, 0, c * one, d * one, 0, 0, 0, 0x40000000)
        data[at : at + 36] = struct.pack(">9i", *values)

    return change


def cut_by_edit_list(frames: int) -> Callable[[bytearray], None]:
    """Let the edit list of an MP4 start so many frames later."""

    def change(data: bytearray) -> None:
        scale_at = data.index(b"mdhd") + 16
        (scale,) = struct.unpack_from(">I", data, scale_at)
        at = data.index(b"elst") + 12 + 4
        (media_time,) = struct.unpack_from(">i", data, at)
        struct.pack_into(">i", data, at, media_time + frames * scale // 25)

    return change


def audio_only(path: Path) -> Path:
    """A file with sound and no picture."""
    with av.open(str(path), "w") as container:
        stream = container.add_stream("aac", rate=16000)
        silence = np.zeros((1, 1024), np.float32)
        frame = av.AudioFrame.from_ndarray(silence, format="fltp", layout="mono")
        frame.sample_rate = 16000
        frame.pts = 0
        container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return path


def damaged(path: Path, name: str, at: float = 0.5, size: int = 400) -> Path:
    """A copy of a file with random bytes written over a part of it."""

    def change(data: bytearray) -> None:
        start = int(len(data) * at)
        data[start : start + size] = np.random.default_rng(0).bytes(size)

    return patched(path, change, name)
