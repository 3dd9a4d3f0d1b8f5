# SPDX-License-Identifier: Apache-2.0
"""Drawn heads with 468 landmarks: an oval of skin, and a mesh of points that fills it."""

from __future__ import annotations

import cv2
import numpy as np

from training.augmentation.face_regions import BROWS, JAW, MOUTH, NOSE, OVAL
from training.datasets.crops import Crop

SIDE = 160
# Angles of the landmarks of the face's outline, from its top clockwise, in turns.
_OUTLINE = {index: place / len(OVAL) for place, index in enumerate(OVAL)}


def points_of(
    middle: tuple[float, float] = (0.5, 0.5), size: float = 0.3, stretch: float = 1.25
) -> np.ndarray:
    """Landmarks, float32 (468, 2) in shares of the side: the outline, and features inside it.

    Args:
        middle: Of the face.
        size: Half its width.
        stretch: Height over width.
    """
    rng = np.random.default_rng(3)
    angles, radii = rng.uniform(0, 1, 468), np.sqrt(rng.uniform(0, 0.8, 468))
    for index, angle in _OUTLINE.items():
        angles[index], radii[index] = angle, 1.0
    unit = np.stack([np.sin(2 * np.pi * angles), -np.cos(2 * np.pi * angles)], axis=1)
    unit *= radii[:, None]
    for place, index in enumerate(BROWS):
        unit[index] = (-0.6 + 1.2 * place / (len(BROWS) - 1), -0.4)
    for place, index in enumerate(MOUTH):
        turn = 2 * np.pi * place / len(MOUTH)
        unit[index] = (0.35 * np.cos(turn), 0.5 + 0.1 * np.sin(turn))
    for place, index in enumerate(NOSE):
        unit[index] = (0.15 * (place - 1), 0.15)
    scaled = np.array(middle) + unit * size * np.array([1.0, stretch])
    return np.asarray(scaled, np.float32)


def head(points: np.ndarray, skin: tuple[int, int, int], seed: int = 0) -> Crop:
    """Draw a head of the landmarks: RGB uint8 (SIDE, SIDE, 3), with a dark mouth and fine texture.

    Args:
        points: From `points_of`.
        skin: Its color.
        seed: Of the texture.
    """
    image = np.full((SIDE, SIDE, 3), (70, 90, 110), np.uint8)
    pixels = points * SIDE
    cv2.fillConvexPoly(image, _hull(pixels[list(OVAL)]), skin)
    cv2.fillConvexPoly(image, _hull(pixels[list(MOUTH)]), tuple(value // 3 for value in skin))
    noise = np.random.default_rng(seed).normal(0, 6, image.shape)
    return np.asarray(np.clip(image + noise, 0, 255), np.uint8)


def hull_mask(points: np.ndarray, region: tuple[int, ...] = OVAL) -> np.ndarray:
    """Say which pixels lie within the hull of a region: bool (SIDE, SIDE)."""
    mask = np.zeros((SIDE, SIDE), np.uint8)
    cv2.fillConvexPoly(mask, _hull(points[list(region)] * SIDE), (1,))
    return mask > 0


def _hull(pixels: np.ndarray) -> np.ndarray:
    return np.asarray(cv2.convexHull(np.rint(pixels).astype(np.int32)))


FACE = OVAL
LOWER_FACE = BROWS + JAW
