# SPDX-License-Identifier: Apache-2.0
"""A sample clip whose manipulated span is known, made from a public-domain portrait.

The portrait is NASA's of the astronaut Eileen Collins, which scikit-image's wheel carries. A
camera pans, zooms and rolls a little over it; for the middle third the face is self-blended as by
Shiohara and Yamasaki, "Detecting Deepfakes with Self-Blended Images", CVPR 2022
(arXiv:2204.08376): the same face with other colours, sharpness and geometry is blended over
itself through a deformed, blurred mask. Unlike there, the jitter is drawn once for the whole clip
and only trembles from frame to frame, as the output of a face-swap program does.
"""

from __future__ import annotations

import io
import math
from collections.abc import Iterator
from concurrent.futures import CancelledError
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import cv2
import numpy as np
import numpy.typing as npt

from core.cancel import CancelToken
from core.errors import FaceStageError, ReportError
from core.faces.packaged import PackagedFile
from core.records import Pixels
from core.report.atomic import new_files
from core.text import printable

Floats = npt.NDArray[np.float32]
Matrix = npt.NDArray[np.float64]

# The picture alone is read: importing the library that carries it takes a second.
PORTRAIT = PackagedFile(
    distribution="scikit-image",
    version="0.26.0",
    package="skimage",
    path="data/astronaut.png",
    sha256="88431cd9653ccd539741b555fb0a46b61558b301d4110412b5bc28b5e3ea6cb5",
    what="The demo's picture data",
)
SEED = 20220418
# The portrait is 512x512; the camera looks at it enlarged, with room around it.
ENLARGED_PX = 1024
MARGIN_X_PX, MARGIN_TOP_PX = 320, 96
# Outline of the face in the 512x512 portrait: brows, cheeks, jaw (x, y), found by eye once.
FACE_OUTLINE = (
    (190, 92),
    (206, 86),
    (224, 85),
    (244, 87),
    (260, 94),
    (265, 118),
    (262, 142),
    (252, 162),
    (238, 176),
    (224, 180),
    (208, 175),
    (194, 160),
    (186, 140),
    (184, 115),
)
# The camera is back where it was after this time.
CAMERA_PERIOD_S = 8.0
# x264's macroblock tree gives other bytes from run to run at some frame sizes.
_CODECS = (
    ("libx264", {"crf": "20", "preset": "veryfast", "threads": "2", "mbtree": "0"}),
    ("libopenh264", {"b": "6000000"}),
    ("mpeg4", {"q:v": "3", "threads": "1"}),
)


@dataclass(frozen=True, slots=True)
class DemoClip:
    """A clip and what we know of it because we made it.

    Attributes:
        path: The file.
        manipulated_start_s: Time of the first manipulated frame, in seconds.
        manipulated_end_s: Time of the first frame after them.
        how: One sentence on how it was made.
    """

    path: Path
    manipulated_start_s: float
    manipulated_end_s: float
    how: str


def make_demo_clip(
    path: Path,
    *,
    seconds: float = 8.0,
    fps: int = 25,
    size: tuple[int, int] = (1280, 720),
    cancel: CancelToken | None = None,
) -> DemoClip:
    """Make the clip; the same call gives the same bytes on the same machine.

    Args:
        path: Where the MP4 goes; an older one is replaced. The folder must exist.
        seconds: Length; the middle third is manipulated.
        fps: Frames a second.
        size: Width and height in pixels, both even.
        cancel: Looked at between frames.

    Raises:
        CancelledError: `cancel` was set; there is no file, not even a part of one.
        ReportError: The file cannot be written.
        ValueError: There would be fewer than three frames, or the size is odd.
    """
    count = round(seconds * fps)
    if count < 3 or size[0] % 2 or size[1] % 2:
        raise ValueError(f"expected three frames and an even size, got {count} and {size}")
    span = range(round(count / 3), round(count * 2 / 3))
    try:
        with new_files([path]) as (stream,):
            frames = _until_cancelled(_frames(count, span, fps, size), cancel)
            codec, content = _encode(frames, fps, size)
            stream.write(content)
    except OSError as error:
        raise ReportError(
            f"The demo clip cannot be written to {printable(str(path))}: "
            f"{error.strerror or error}.",
            advice="Choose another folder.",
            errno=error.errno,
        ) from error
    how = (
        f"{count} frames of {size[0]}x{size[1]} at {fps} a second, encoded by {codec}, from NASA's "
        "portrait of Eileen Collins (public domain); the face is self-blended in the middle third."
    )
    return DemoClip(path, span.start / fps, span.stop / fps, how)


def _until_cancelled(frames: Iterator[Pixels], cancel: CancelToken | None) -> Iterator[Pixels]:
    for frame in frames:
        if cancel is not None and cancel.is_cancelled:
            raise CancelledError
        yield frame


def _frames(count: int, span: range, fps: int, size: tuple[int, int]) -> Iterator[Pixels]:
    """Give the frames of the clip, uint8 (height, width, 3) RGB."""
    random = np.random.default_rng(SEED)
    picture = _portrait()
    blend = _SelfBlend(picture, random)
    grain = np.rint(random.normal(0, 2, (size[1] + 64, size[0] + 64, 1))).astype(np.int16)
    grain = np.repeat(grain, 3, axis=2)
    for index in range(count):
        tremble = random.normal(0, 1, 6)
        top, left = random.integers(0, 64, 2)
        shown = blend.apply(picture, tremble) if index in span else picture
        seen = cv2.warpAffine(
            shown,
            _camera(index / fps, size),
            size,
            flags=cv2.INTER_LINEAR,
            borderMode=cv2.BORDER_REFLECT,
        )
        grain_here = grain[top : top + size[1], left : left + size[0]]
        yield np.asarray(cv2.add(seen, grain_here, dtype=cv2.CV_8U), dtype=np.uint8)


def read_portrait() -> Pixels:
    """Read the portrait as it is published, uint8 (512, 512, 3) RGB.

    Raises:
        ReportError: It is not installed, or altered.
    """
    try:
        content = PORTRAIT.read()
    except FaceStageError as error:
        raise ReportError(error.message, advice=error.advice) from error
    stored = cv2.imdecode(np.frombuffer(content, dtype=np.uint8), cv2.IMREAD_COLOR)
    assert stored is not None  # noqa: S101  the content is the pinned one
    return np.asarray(cv2.cvtColor(stored, cv2.COLOR_BGR2RGB), dtype=np.uint8)


def _portrait() -> Pixels:
    """Enlarge the portrait and let its surroundings run out into a soft background."""
    small = read_portrait()
    large = cv2.resize(small, (ENLARGED_PX, ENLARGED_PX), interpolation=cv2.INTER_CUBIC)
    sides = (MARGIN_TOP_PX, 0, MARGIN_X_PX, MARGIN_X_PX)
    canvas = cv2.copyMakeBorder(large, *sides, cv2.BORDER_REFLECT)
    height, width = canvas.shape[:2]
    # Blurred at an eighth of the size: the same picture in a fraction of the time.
    tiny = cv2.resize(canvas, (width // 8, height // 8), interpolation=cv2.INTER_AREA)
    soft = cv2.resize(cv2.GaussianBlur(tiny, (0, 0), 5), (width, height))
    inside = np.zeros(canvas.shape[:2], dtype=np.float32)
    inside[MARGIN_TOP_PX + 12 :, MARGIN_X_PX + 60 : -MARGIN_X_PX - 60] = 1
    return _mix(_floats(soft), _floats(canvas), _floats(cv2.GaussianBlur(inside, (0, 0), 24)))


def _camera(time_s: float, size: tuple[int, int]) -> Matrix:
    """Give the 2x3 matrix from the picture to the frame at a time."""
    turn = 2 * math.pi * time_s / CAMERA_PERIOD_S
    width, height = size
    look_x = MARGIN_X_PX + 470 + 26 * math.sin(turn)
    look_y = MARGIN_TOP_PX + 302 + 9 * math.sin(2 * turn + 0.6)
    zoom = width / 1280 * (1.12 + 0.07 * (1 - math.cos(turn)))
    return _turn_zoom_shift(
        center=(look_x, look_y),
        degrees=0.9 * math.sin(turn + 1.1),
        zoom=zoom,
        shift=(width / 2 - look_x, height / 2 - look_y),
    )


class _SelfBlend:
    """One draw of the manipulation; applied to the picture with a little tremble each frame."""

    def __init__(self, picture: Pixels, random: np.random.Generator) -> None:
        outline = _floats(FACE_OUTLINE) * (ENLARGED_PX / 512)
        outline += _floats((MARGIN_X_PX, MARGIN_TOP_PX))
        x0, y0 = (int(low) - 48 for low in outline.min(axis=0))
        x1, y1 = (int(high) + 48 for high in outline.max(axis=0))
        self._area = (slice(y0, y1), slice(x0, x1))
        self._face = _floats(picture[self._area])
        self._mask = _deformed_mask(outline - _floats((x0, y0)), (y1 - y0, x1 - x0), random)
        self._source = _other_look(self._face)

    def apply(self, picture: Pixels, tremble: Matrix) -> Pixels:
        """Blend the altered face over the picture's; `tremble` is six standard normal values."""
        height, width = self._mask.shape
        move = _turn_zoom_shift(
            center=(width / 2, height / 2),
            degrees=1.2 + 0.05 * tremble[0],
            zoom=1.035,
            shift=(3.0 + 0.3 * tremble[1], -2.5 + 0.3 * tremble[2]),
        )
        moved = cv2.warpAffine(
            self._source,
            move,
            (width, height),
            flags=cv2.INTER_CUBIC,
            borderMode=cv2.BORDER_REFLECT,
        )
        source = np.clip(_floats(moved) + _floats(0.6 * tremble[3:]), 0, 255)
        shown = picture.copy()
        shown[self._area] = _mix(self._face, source, self._mask)
        return shown


def _turn_zoom_shift(
    *, center: tuple[float, float], degrees: float, zoom: float, shift: tuple[float, float]
) -> Matrix:
    matrix = np.asarray(cv2.getRotationMatrix2D(center, degrees, zoom), dtype=np.float64)
    matrix[:, 2] += shift
    return matrix


def _deformed_mask(outline: Floats, shape: tuple[int, int], random: np.random.Generator) -> Floats:
    """Fill the face's outline, deform it smoothly and blur its border; float32 in [0, 1]."""
    height, width = shape
    mask = np.zeros(shape, dtype=np.float32)
    cv2.fillConvexPoly(mask, cv2.convexHull(outline.astype(np.int32)), 1.0)
    coarse = _floats(random.normal(0, 5, (2, 4, 4)))
    shift_x, shift_y = (
        cv2.resize(one, (width, height), interpolation=cv2.INTER_CUBIC) for one in coarse
    )
    rows, columns = np.indices(shape, dtype=np.float32)
    bent = cv2.remap(mask, columns + shift_x, rows + shift_y, cv2.INTER_LINEAR)
    return _floats(cv2.GaussianBlur(bent, (0, 0), 6))


def _other_look(face: Floats) -> Floats:
    """Give the face other colours, contrast and sharpness; float32 RGB."""
    soft = _floats(cv2.GaussianBlur(face, (0, 0), 1.4))
    return (soft - 128) * np.float32(1.06) + 128 + _floats((9, 1, -7))


def _mix(under: Floats, over: Floats, mask: Floats) -> Pixels:
    """Lay `over` on `under` where the mask (height, width) in [0, 1] is 1."""
    share = mask[..., None]
    return np.asarray(np.rint(under * (1 - share) + over * share), dtype=np.uint8)


def _floats(values: npt.ArrayLike) -> Floats:
    return np.asarray(values, dtype=np.float32)


def _encode(frames: Iterator[Pixels], fps: int, size: tuple[int, int]) -> tuple[str, bytes]:
    """Encode frames as MP4 with the best codec that the FFmpeg at hand has.

    Returns:
        The codec's name, and the content of the file.
    """
    import av

    name, options = next(one for one in _CODECS if one[0] in av.codecs_available)
    stream = io.BytesIO()
    with av.open(stream, "w", format="mp4") as container:
        video = cast("av.VideoStream", container.add_stream(name, rate=fps, options=options))
        video.width, video.height, video.pix_fmt = *size, "yuv420p"
        for pixels in frames:
            container.mux(video.encode(av.VideoFrame.from_ndarray(pixels, format="rgb24")))
        container.mux(video.encode(None))
    return name, stream.getvalue()
