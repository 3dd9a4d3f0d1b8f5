# SPDX-License-Identifier: Apache-2.0
"""Face box to the square crop a network was trained on."""

from __future__ import annotations

import math

import numpy as np

from core.records import BBox, InputSpec, Pixels


def crop_square(bbox: BBox, spec: InputSpec) -> tuple[int, int, int]:
    """Place the crop around a face box with the margin and shift of the training data.

    Args:
        bbox: Face box in pixels of the frame.
        spec: The network's input.

    Returns:
        x0, y0 and side in whole pixels; the square may reach over the frame's border.
    """
    x0, y0, x1, y1 = bbox
    longer = max(x1 - x0, y1 - y0)
    side = max(1, round(longer * spec.crop_scale))
    center_x = (x0 + x1) / 2 + spec.crop_shift_x * longer
    center_y = (y0 + y1) / 2 + spec.crop_shift_y * longer
    return math.floor(center_x - side / 2), math.floor(center_y - side / 2), side


def crop_face(pixels: Pixels, bbox: BBox, spec: InputSpec) -> Pixels:
    """Cut a face out of a frame; what lies outside the frame is black, as in the training crops.

    Args:
        pixels: uint8 (H, W, 3) RGB frame.
        bbox: Face box in pixels of the frame.
        spec: The network's input, for margin and shift.

    Returns:
        uint8 (side, side, 3) RGB, a copy, not yet brought to the network's size.

    Raises:
        ValueError: The crop does not touch the frame.
    """
    left, top, side = crop_square(bbox, spec)
    height, width = pixels.shape[:2]
    x0, y0 = max(left, 0), max(top, 0)
    x1, y1 = min(left + side, width), min(top + side, height)
    if x1 <= x0 or y1 <= y0:
        raise ValueError(f"expected a box that touches the {width}x{height} frame, got {bbox}")
    crop = np.zeros((side, side, 3), dtype=np.uint8)
    crop[y0 - top : y1 - top, x0 - left : x1 - left] = pixels[y0:y1, x0:x1]
    return crop
