# SPDX-License-Identifier: Apache-2.0
"""Draws what a detector's `explain` returned over the crop that it read."""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

from core.records import Pixels

# Stands under every picture made here.
HEAT_MAP_CAPTION = "Shows what moved the network, not where the face was altered."

# Where the map is full: most of the crop stays visible.
_OPACITY = 0.55


def render_heat_map(crop: Pixels, heat_map: npt.NDArray[np.float32]) -> Pixels:
    """Color a crop by a map: nothing where the map is 0, then dark red to light yellow.

    Lightness rises with the map all the way, so that it reads without color vision and in a
    gray print. The color's weight rises with it, so that places which moved nothing stay as
    they were.

    Args:
        crop: uint8 (H, W, 3) RGB, what the detector read.
        heat_map: float32 (h, w), [0, 1]; stretched over the whole crop.

    Returns:
        uint8 (H, W, 3) RGB, a new array.

    Raises:
        ValueError: The map is empty or has values outside [0, 1].
    """
    if heat_map.ndim != 2 or not heat_map.size:
        raise ValueError(f"expected a map (h, w), got {heat_map.shape}")
    if not (np.isfinite(heat_map).all() and heat_map.min() >= 0 and heat_map.max() <= 1):
        raise ValueError("expected a map with values from 0 to 1")
    height, width = crop.shape[:2]
    shares = stretch_heat_map(heat_map, height, width)
    levels = np.rint(shares * 255).astype(np.uint8)
    colored = cv2.applyColorMap(levels, cv2.COLORMAP_INFERNO)[..., ::-1].astype(np.float32)
    weight = (_OPACITY * np.sqrt(shares))[..., None]
    return np.rint(crop * (1 - weight) + colored * weight).astype(np.uint8)


def stretch_heat_map(
    heat_map: npt.NDArray[np.float32], height: int, width: int
) -> npt.NDArray[np.float32]:
    """Bring a map to a crop's size, smoothly and within [0, 1].

    Args:
        heat_map: float32 (h, w), [0, 1].
        height, width: Of the crop in pixels.

    Returns:
        float32 (height, width), [0, 1].
    """
    stretched = cv2.resize(heat_map, (width, height), interpolation=cv2.INTER_LINEAR)
    return np.clip(np.asarray(stretched, np.float32), 0, 1)


def color_heat_map(
    heat_map: npt.NDArray[np.float32], height: int, width: int
) -> npt.NDArray[np.uint8]:
    """Color a map alone, to be laid over a picture with any opacity.

    The colors of reports: from dark blue to light yellow, told apart without color vision.

    Args:
        heat_map: float32 (h, w), [0, 1].
        height, width: Of the wanted picture in pixels.

    Returns:
        uint8 (height, width, 4) RGBA; alpha is 0 where the map is 0 and 255 where it is 1.
    """
    shares = stretch_heat_map(heat_map, height, width)
    levels = np.rint(shares * 255).astype(np.uint8)
    colored = cv2.applyColorMap(levels, cv2.COLORMAP_CIVIDIS)[..., ::-1]
    return np.dstack((colored, levels))
