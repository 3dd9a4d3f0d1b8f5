# SPDX-License-Identifier: Apache-2.0
"""What every face detector offers, and the arithmetic of boxes that they share."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np
import numpy.typing as npt

from core.records import BBox, FaceBox, Pixels

Floats = npt.NDArray[np.float32]

MIN_DETECTION_SCORE = 0.3
"""Detectors return nothing below it; whoever starts a track from a face may ask for more."""


class FaceDetector(Protocol):
    """Finds faces in one picture; says nothing about manipulation.

    Attributes:
        id: Stable, as in the catalogue.
        version: Package, file and hash of the weights, for the report.
    """

    @property
    def id(self) -> str:
        """Stable, as in the catalogue."""

    @property
    def version(self) -> str:
        """Package, file and hash of the weights, for the report."""

    def detect(self, pixels: Pixels) -> tuple[FaceBox, ...]:
        """Find faces in the picture at the scale given.

        Args:
            pixels: uint8 (H, W, 3) RGB of any size from 1x1.

        Returns:
            Faces of at least `MIN_DETECTION_SCORE`, best first, one for each face. A box may reach
            over the picture's border where the face does.

        Raises:
            FaceStageError: The network could not be run.
        """


def overlap(first: BBox, second: BBox) -> float:
    """Measure intersection over union, 0 to 1."""
    common = intersection(first, second)
    return common / (area(first) + area(second) - common)


def intersection(first: BBox, second: BBox) -> float:
    """Measure the common area in square pixels."""
    width = min(first[2], second[2]) - max(first[0], second[0])
    height = min(first[3], second[3]) - max(first[1], second[1])
    return max(width, 0.0) * max(height, 0.0)


def area(bbox: BBox) -> float:
    """Measure the area in square pixels."""
    return (bbox[2] - bbox[0]) * (bbox[3] - bbox[1])


def keep_best(faces: Sequence[FaceBox], max_overlap: float = 0.3) -> tuple[FaceBox, ...]:
    """Keep one box for each face: non-maximum suppression.

    A box that lies mostly inside a better one goes too, because a detector that sees a large
    face too closely also marks a part of it.

    Args:
        faces: In any order.
        max_overlap: Intersection over union above which two boxes are the same face.

    Returns:
        Best first.
    """
    kept: list[FaceBox] = []
    for face in sorted(faces, key=lambda face: (-face.detection_score, face.bbox)):
        if not any(_is_same(face.bbox, other.bbox, max_overlap) for other in kept):
            kept.append(face)
    return tuple(kept)


def _is_same(bbox: BBox, better: BBox, max_overlap: float) -> bool:
    common = intersection(bbox, better)
    smaller = min(area(bbox), area(better))
    return common > 0.7 * smaller or overlap(bbox, better) > max_overlap


def moved(face: FaceBox, scale: float, x: float, y: float) -> FaceBox:
    """Bring a face found in an enlarged or shrunk cut-out back to the whole picture.

    Args:
        face: In pixels of the cut-out.
        scale: Side of a cut-out's pixel in pixels of the picture.
        x, y: Upper left corner of the cut-out in the picture.
    """
    x0, y0, x1, y1 = face.bbox
    landmarks = face.landmarks
    if landmarks is not None:
        landmarks = landmarks * np.float32(scale) + np.array([x, y], dtype=np.float32)
        landmarks.flags.writeable = False
    bbox = (x0 * scale + x, y0 * scale + y, x1 * scale + x, y1 * scale + y)
    return FaceBox(bbox, face.detection_score, landmarks)
