# SPDX-License-Identifier: Apache-2.0
"""Finds cuts between successive sampled frames.

Two frames of one shot look alike either in layout, when little moves, or in colours, when the
camera pans or people move between samples that may lie a second apart. A cut changes both.
Dissolves and fades are not reported as cuts; the faces in them are lost one by one.
"""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

from core.records import Pixels

Floats = npt.NDArray[np.float32]

_THUMBNAIL_SIZE = (64, 36)
_LAYOUT_SIZE = (32, 18)
_MAX_SHIFT = 3  # cells of the layout that the camera may have moved
# Likeness in layout plus likeness in colours. Measured: 65 of 66 pairs of unlike pictures are below
# (brick and grass are not); of 96 pictures panned by up to a third of their width, zoomed, made
# brighter, darker or grey, two are, both panned by a third.
_MIN_LIKENESS = 1.0
_EVEN = 2.0  # standard deviation of grey levels below which a picture has no layout


class CutFinder:
    """Compares each frame with the one before; keeps two small thumbnails."""

    def __init__(self) -> None:
        """Start without a frame."""
        self._before: tuple[Floats, Floats] | None = None

    def is_cut(self, pixels: Pixels) -> bool:
        """Say whether a new shot starts with this frame; the first frame starts none.

        Args:
            pixels: uint8 (H, W, 3) RGB.
        """
        small = cv2.resize(pixels, _THUMBNAIL_SIZE, interpolation=cv2.INTER_AREA)
        now = _layout(small), _colors(small)
        before, self._before = self._before, now
        if before is None:
            return False
        likeness = layout_likeness(before[0], now[0]) + color_likeness(before[1], now[1])
        return likeness < _MIN_LIKENESS


def _layout(thumbnail: cv2.typing.MatLike) -> Floats:
    small = cv2.resize(thumbnail, _LAYOUT_SIZE, interpolation=cv2.INTER_AREA)
    return np.asarray(cv2.cvtColor(small, cv2.COLOR_RGB2GRAY), dtype=np.float32)


def _colors(thumbnail: cv2.typing.MatLike) -> Floats:
    hsv = cv2.cvtColor(thumbnail, cv2.COLOR_RGB2HSV)
    counts = cv2.calcHist([hsv], [0, 1, 2], None, [12, 4, 4], [0, 180, 0, 256, 0, 256])
    return np.asarray(counts.ravel() / counts.sum(), dtype=np.float32)


def layout_likeness(before: Floats, now: Floats) -> float:
    """Correlate two layouts, allowing for a pan of the camera; brightness does not matter.

    Args:
        before, now: float32 (18, 32) grey.

    Returns:
        -1 to 1; 1 for two even pictures, 0 for an even one beside another.
    """
    if min(before.std(), now.std()) < _EVEN:
        return 1.0 if max(before.std(), now.std()) < _EVEN else 0.0
    middle = before[_MAX_SHIFT:-_MAX_SHIFT, _MAX_SHIFT:-_MAX_SHIFT]
    if middle.std() < _EVEN:
        return float(np.corrcoef(before.ravel(), now.ravel())[0, 1])
    return float(cv2.matchTemplate(now, middle, cv2.TM_CCOEFF_NORMED).max())


def color_likeness(before: Floats, now: Floats) -> float:
    """Measure the common part of two histograms, 0 to 1."""
    return float(np.minimum(before, now).sum())
