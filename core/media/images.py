# SPDX-License-Identifier: Apache-2.0
"""Still and animated images by Pillow: orientation applied, every change to the pixels stated.

An animated GIF, WebP, PNG or AVIF is a video here: it has frames with time stamps.
"""

from __future__ import annotations

import importlib
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain
from typing import IO, cast

import numpy as np
from PIL import ExifTags, Image, ImageOps

from core.errors import CorruptMediaError, LimitExceededError, MediaError
from core.media.handles import HandleFile
from core.media.reading import DecodedFrame, MediaFacts, clean_tags, out_of_memory
from core.records import FrameFailure, Pixels
from core.settings import MediaLimits

# What Pillow's parsers raise on broken input; MemoryError is handled apart.
IMAGE_ERRORS = (
    *(OSError, SyntaxError, ValueError, TypeError, LookupError, OverflowError, EOFError),
    *(RuntimeError, AttributeError, struct.error, zlib.error, ZeroDivisionError),
    Image.DecompressionBombError,
)
_ANIMATED = frozenset({"GIF", "WEBP", "PNG", "AVIF"})
# Viewers show a frame without a duration for a tenth of a second.
_DEFAULT_DURATION_S = 0.1
_ORIENTATION, _EXIF_FOLDER, _BITS_PER_SAMPLE = 0x0112, 0x8769, 258


def prepare(parser: str) -> None:
    """Import what reading this type needs; afterwards no file is opened by name."""
    Image.preinit()
    for name in ("MpoImagePlugin", "TiffImagePlugin", "ImageFile", "ImageSequence"):
        importlib.import_module(f"PIL.{name}")
    if parser == "WEBP":
        importlib.import_module("PIL.WebPImagePlugin")
    elif parser == "AVIF":
        importlib.import_module("PIL.AvifImagePlugin")
    elif parser == "HEIF":
        importlib.import_module("pillow_heif").register_heif_opener()
    # The limit is checked against our own setting, from the header.
    Image.MAX_IMAGE_PIXELS = None


class ImageReader:
    """Reads one image file through an open descriptor; see `MediaReader`."""

    def __init__(self, handle: int, parser: str, limits: MediaLimits) -> None:
        """Keep the arguments; nothing is read yet."""
        self._handle = handle
        self._parser = parser
        self._limits = limits
        self._times: list[float] = []

    def probe(self) -> MediaFacts:
        """See `MediaReader`."""
        with self._open() as image, _translated():
            is_animated = self._parser in _ANIMATED and getattr(image, "n_frames", 1) > 1
            count = self._count(image) if is_animated else 1
            notes = [*_container_notes(image, is_animated)]
            tags = _tags(image)
            pixels, pixel_notes = self._pixels(image)
        notes += pixel_notes
        if is_animated:
            self._times, timing_notes = self._read_times(count)
            notes += timing_notes
        return MediaFacts(
            kind="video" if is_animated else "image",
            width=pixels.shape[1],
            height=pixels.shape[0],
            frames_declared=count,
            duration_s=self._times.pop() if is_animated else None,
            metadata=tags,
            notes=tuple(notes),
        )

    def frames(self) -> Iterator[DecodedFrame | FrameFailure]:
        """See `MediaReader`."""
        with self._open() as image:
            for index in range(max(len(self._times), 1)):
                try:
                    yield self._frame(image, index)
                except MediaError as error:
                    yield FrameFailure(index, self._time(index), error.message)

    def frame_at(self, frame_index: int) -> DecodedFrame:
        """See `MediaReader`."""
        if not 0 <= frame_index < max(len(self._times), 1):
            raise CorruptMediaError(f"There is no frame {frame_index}.", frame_index=frame_index)
        with self._open() as image:
            return self._frame(image, frame_index)

    def frame_index_at(self, time_s: float) -> int:
        """See `MediaReader`."""
        return max(int(np.searchsorted(self._times, time_s + 1e-6, "right")) - 1, 0)

    @property
    def frames_indexed(self) -> int | None:
        """See `MediaReader`."""
        return max(len(self._times), 1)

    def _open(self) -> Image.Image:
        with _translated():
            file = cast("IO[bytes]", HandleFile(self._handle))
            image = Image.open(file, formats=[self._parser])
        if image.width * image.height > self._limits.max_pixels:
            raise LimitExceededError(
                f"The image claims {image.width} x {image.height} pixels; "
                f"the limit is {self._limits.max_pixels}.",
                advice="Raise the limit on pixels if the file is to be trusted.",
                width=image.width,
                height=image.height,
            )
        return image

    def _count(self, image: Image.Image) -> int:
        count: int = getattr(image, "n_frames", 1)
        if count > self._limits.max_frames:
            raise LimitExceededError(
                f"The animation has {count} frames; the limit is {self._limits.max_frames}.",
                advice="Raise the limit on frames if the file is to be trusted.",
                frames=count,
            )
        return count

    def _read_times(self, count: int) -> tuple[list[float], list[str]]:
        """Start of each frame, then the end of the last, in seconds."""
        times, notes = [0.0], []
        with self._open() as image:
            for index in range(count):
                try:
                    image.seek(index)
                    image.load()
                    duration = float(image.info.get("duration") or 0.0) / 1000.0
                except IMAGE_ERRORS:
                    duration = 0.0  # this frame fails again, and is counted, when it is decoded
                if not 0.0 < duration < 1e6:
                    duration = _DEFAULT_DURATION_S
                    notes = ["Frames without a duration count as 0.1 s long, as viewers show them."]
                times.append(times[-1] + duration)
        return times, notes

    def _frame(self, image: Image.Image, index: int) -> DecodedFrame:
        with _translated(index):
            if index:
                image.seek(index)
        pixels, _ = self._pixels(image, index)
        return DecodedFrame(index, self._time(index), index == 0, lambda: pixels)

    def _time(self, index: int) -> float:
        return self._times[index] if self._times else 0.0

    def _pixels(self, image: Image.Image, index: int = 0) -> tuple[Pixels, list[str]]:
        """Decode the current frame as displayed."""
        with _translated(index):
            image.load()
            return explicit_rgb(ImageOps.exif_transpose(image))


def explicit_rgb(image: Image.Image) -> tuple[Pixels, list[str]]:
    """Bring any kind of pixels to RGB and say how.

    Returns:
        uint8 (height, width, 3) RGB, and a sentence for each change.
    """
    notes: list[str] = []
    mode = image.mode
    if mode.startswith("I;16"):
        notes.append("16-bit grey: the upper 8 bits of each sample are used.")
        image = Image.fromarray((np.asarray(image).astype(np.uint16) >> 8).astype(np.uint8))
    elif mode in {"I", "F"}:
        notes.append("32-bit grey: its lowest to highest value were mapped to 0 to 255.")
        image = Image.fromarray(_stretched(np.asarray(image, np.float64)))
    elif mode in {"P", "PA"}:
        notes.append("Palette colors were replaced by the colors they stand for.")
    elif mode in {"L", "LA", "La", "1"}:
        notes.append("Grey or black and white: the three color channels are equal.")
    elif mode not in {"RGB", "RGBA", "RGBX", "RGBa"}:
        notes.append(f"{mode} colors were converted to RGB without a color profile.")
    if image.has_transparency_data:
        image = image.convert("RGBA")
        if image.getchannel("A").getextrema() != (255, 255):
            notes.append("Transparent parts were laid over white.")
            image = Image.alpha_composite(Image.new("RGBA", image.size, "white"), image)
        else:
            notes.append("The alpha channel is opaque everywhere and was dropped.")
    return np.array(image.convert("RGB")), notes


def _stretched(values: np.ndarray[tuple[int, ...], np.dtype[np.float64]]) -> Pixels:
    finite = values[np.isfinite(values)]
    low, high = (finite.min(), finite.max()) if finite.size else (0.0, 1.0)
    scaled = (np.nan_to_num(values, nan=low, posinf=high, neginf=low) - low) / ((high - low) or 1.0)
    return np.round(scaled * 255.0).astype(np.uint8)


def _container_notes(image: Image.Image, is_animated: bool) -> Iterator[str]:
    depth = _sample_bits(image)
    orientation = image.getexif().get(_ORIENTATION, 1)
    if orientation in range(2, 9):
        yield f"EXIF orientation {orientation} was applied."
    elif image.info.get("original_orientation") not in {None, 1}:
        yield "The orientation in EXIF was left aside: HEIF turns the picture by itself."
    pages = getattr(image, "n_frames", 1)
    if pages > 1 and not is_animated:
        yield f"The file holds {pages} pictures; only the first was examined."
    if getattr(image, "default_image", False):
        yield "The first frame is a stand-in that animated viewers do not show."
    if depth > 8 and not image.mode.startswith(("I", "F")):
        yield f"{depth} bits per sample were reduced to 8."
    if image.info.get("icc_profile"):
        yield "The embedded color profile was not applied."


def _sample_bits(image: Image.Image) -> int:
    """Bits per sample that the file states; PNG forgets them once it is loaded."""
    tags = getattr(image, "tag_v2", None)
    bits: object = image.info.get("bit_depth", 8)
    if tags is not None:
        bits = max(tags.get(_BITS_PER_SAMPLE, (8,)))
    elif image.format == "PNG":
        # Raw modes of 16-bit colors end like "RGB;16B".
        bits = 16 if any("16" in str(tile[3]) for tile in getattr(image, "tile", ())) else 8
    return bits if isinstance(bits, int) else 8


def _tags(image: Image.Image) -> tuple[tuple[str, str], ...]:
    exif = image.getexif()
    named = ((ExifTags.TAGS.get(k, hex(k)), v) for k, v in exif.items())
    folder = ((ExifTags.TAGS.get(k, hex(k)), v) for k, v in exif.get_ifd(_EXIF_FOLDER).items())
    texts = ((k, v) for k, v in image.info.items() if isinstance(v, str))
    return clean_tags(chain(named, folder, texts))


@contextmanager
def _translated(frame_index: int = 0) -> Iterator[None]:
    """Turn what Pillow raises into our own errors."""
    try:
        yield
    except MemoryError as error:
        raise out_of_memory() from error
    except IMAGE_ERRORS as error:
        reason = (str(error) or type(error).__name__).rstrip(".")[:200]
        raise CorruptMediaError(
            f"The image cannot be decoded: {reason}.",
            advice="The file may be cut off or damaged; try another copy.",
            frame_index=frame_index,
        ) from error
