# SPDX-License-Identifier: Apache-2.0
"""Where in a frame the face detector is made to look: everywhere, or around a known face.

A face detector knows faces of a certain range of sizes only (CenterFace: about 20 to 220 pixels,
measured). So the whole frame is looked at on several levels, each a quarter as large as the one
before, in tiles that bound the memory; and a single face is looked at in a square that is always
brought to the same size, which costs a twenty-fifth of a whole 720p frame.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

import cv2
import numpy as np

from core.faces.detection import FaceDetector, keep_best, moved
from core.records import BBox, FaceBox, Pixels

REGION_PX = 192
"""Side of the picture in which a single face is looked for; the face is a third of that."""

_REGION_SCALE = 3.0  # of the longer side of the face: leaves room to move by its own size
_LEVEL_FACTOR = 4  # two levels share the sizes from 80 to 220 pixels
_SMALLEST_LEVEL_PX = 256
_TILE_PX = 1280  # one tile for 720p; a full tile takes 300 MB in CenterFace
_TILE_OVERLAP_PX = 128  # larger faces lie whole in a tile of the next level
_FULL_SIZE_PX = 1920 * 1088  # up to here the first level is the frame at its own size
_SMALLEST_FACE_PX = 24  # CenterFace finds 13 of 13 faces of that size


def search_frame(detector: FaceDetector, pixels: Pixels, min_size_px: float) -> tuple[FaceBox, ...]:
    """Find faces of all sizes in a whole frame.

    Args:
        detector: The face detector.
        pixels: uint8 (H, W, 3) RGB.
        min_size_px: Faces that are smaller need not be found in frames larger than 1080p.

    Returns:
        Faces in pixels of the frame, best first.
    """
    faces: list[FaceBox] = []
    height, width = pixels.shape[:2]
    for scale in _levels(height, width, min_size_px):
        level = _shrink(pixels, scale)
        for left, top, tile in _tiles(level):
            found = detector.detect(tile)
            faces += [moved(face, 1 / scale, left / scale, top / scale) for face in found]
    return keep_best(faces)


def search_coarsely(detector: FaceDetector, pixels: Pixels) -> tuple[FaceBox, ...]:
    """Find large faces, from a tenth of the frame's longer side on, for the price of one face.

    Args:
        detector: The face detector.
        pixels: uint8 (H, W, 3) RGB.

    Returns:
        Faces in pixels of the frame, best first.
    """
    scale = min(1.0, _SMALLEST_LEVEL_PX / max(pixels.shape[:2]))
    found = detector.detect(_shrink(pixels, scale))
    return tuple(moved(face, 1 / scale, 0, 0) for face in found)


def search_around(
    detector: FaceDetector, pixels: Pixels, bbox: BBox, reach: int = 1
) -> tuple[FaceBox, ...]:
    """Find the face that is expected at a place, and those close to it.

    Args:
        detector: The face detector.
        pixels: uint8 (H, W, 3) RGB frame.
        bbox: Where the face is expected.
        reach: How far it may have moved, in longer sides of the box; the cost grows with the
            square.

    Returns:
        Faces in pixels of the frame; none that the square around the place cuts through.
    """
    x0, y0, x1, y1 = bbox
    side = max(8, round(_REGION_SCALE * reach * max(x1 - x0, y1 - y0)))
    left, top = math.floor((x0 + x1 - side) / 2), math.floor((y0 + y1 - side) / 2)
    height, width = pixels.shape[:2]
    inner = (max(left, 0), max(top, 0), min(left + side, width), min(top + side, height))
    if inner[0] >= inner[2] or inner[1] >= inner[3]:
        return ()
    scale = side / (REGION_PX * reach)
    square = np.zeros((REGION_PX * reach, REGION_PX * reach, 3), dtype=np.uint8)
    part = pixels[inner[1] : inner[3], inner[0] : inner[2]]
    x, end_x = (round((edge - left) / scale) for edge in (inner[0], inner[2]))
    y, end_y = (round((edge - top) / scale) for edge in (inner[1], inner[3]))
    if x < end_x and y < end_y:
        square[y:end_y, x:end_x] = _resize(part, end_y - y, end_x - x)
    found = detector.detect(square)
    faces = (moved(face, scale, left, top) for face in found)
    return tuple(face for face in faces if not _is_cut_by(inner, face.bbox, width, height))


def _is_cut_by(inner: tuple[int, int, int, int], bbox: BBox, width: int, height: int) -> bool:
    """Say whether a face reaches over a border of the region that is not the frame's."""
    return (
        (bbox[0] < inner[0] and inner[0] > 0)
        or (bbox[1] < inner[1] and inner[1] > 0)
        or (bbox[2] > inner[2] and inner[2] < width)
        or (bbox[3] > inner[3] and inner[3] < height)
    )


def _levels(height: int, width: int, min_size_px: float) -> Iterator[float]:
    """Choose the scales at which a frame is looked at, the finest first."""
    scale = 1.0
    if height * width > _FULL_SIZE_PX:
        fits = math.sqrt(_FULL_SIZE_PX / (height * width))
        scale = min(1.0, max(fits, _SMALLEST_FACE_PX / max(min_size_px, _SMALLEST_FACE_PX)))
    yield scale
    while max(height, width) * scale > _SMALLEST_LEVEL_PX:
        scale /= _LEVEL_FACTOR
        yield scale


def _tiles(level: Pixels) -> Iterator[tuple[int, int, Pixels]]:
    """Cut a picture into overlapping tiles: left, top and pixels of each."""
    height, width = level.shape[:2]
    for top, bottom in _spans(height):
        for left, right in _spans(width):
            yield left, top, level[top:bottom, left:right]


def _spans(length: int) -> Iterator[tuple[int, int]]:
    """Divide a side into as few overlapping spans as possible, all of one length."""
    count = max(1, math.ceil((length - _TILE_OVERLAP_PX) / (_TILE_PX - _TILE_OVERLAP_PX)))
    span = math.ceil((length + (count - 1) * _TILE_OVERLAP_PX) / count)
    for index in range(count):
        start = round(index * (length - span) / max(1, count - 1))
        yield start, start + span


def _shrink(pixels: Pixels, scale: float) -> Pixels:
    if scale == 1.0:
        return pixels
    height, width = pixels.shape[:2]
    return _resize(pixels, max(1, round(height * scale)), max(1, round(width * scale)))


def _resize(pixels: Pixels, height: int, width: int) -> Pixels:
    shrinks = pixels.shape[0] * pixels.shape[1] > height * width
    method = cv2.INTER_AREA if shrinks else cv2.INTER_LINEAR
    return np.asarray(cv2.resize(pixels, (width, height), interpolation=method), dtype=np.uint8)
