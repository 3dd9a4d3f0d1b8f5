# SPDX-License-Identifier: Apache-2.0
"""Which faces are fit to be scored: large enough, sharp enough, inside the frame."""

from __future__ import annotations

import math

import cv2
import numpy as np

from core.faces.detection import area, intersection
from core.records import BBox, Pixels, Reason
from core.settings import FaceSettings

_SIDE_PX = 112
_SMOOTHING_PX = 0.7
_MIN_CONTRAST = 4.0  # grey levels; below that there is noise, not a face
_MIN_VISIBLE = 0.8  # of the box's area; below that an eye, the mouth or the chin is missing


def visible_part(bbox: BBox, width: int, height: int) -> float:
    """Measure how much of a face's box lies in the frame, 0 to 1."""
    return intersection(bbox, (0, 0, width, height)) / area(bbox)


def sharpness(pixels: Pixels, bbox: BBox) -> float:
    """Measure the variance of the Laplacian of the face brought to one size and one contrast.

    The fixed size makes the figure comparable between faces: a small face is enlarged, which adds
    no detail, so it counts as less sharp than a large one, as it should. Without the fixed contrast
    a soft studio portrait passes for sharper than a sharp face in dim light. A little smoothing
    first takes away what rounding to whole grey levels adds.

    Args:
        pixels: uint8 (H, W, 3) RGB frame.
        bbox: The face, in pixels of the frame.

    Returns:
        Grey levels squared at a standard deviation of 100 grey levels, 0 for an even area.
    """
    height, width = pixels.shape[:2]
    x0, y0 = max(0, math.floor(bbox[0])), max(0, math.floor(bbox[1]))
    x1, y1 = min(width, math.ceil(bbox[2])), min(height, math.ceil(bbox[3]))
    face = cv2.cvtColor(pixels[y0:y1, x0:x1], cv2.COLOR_RGB2GRAY).astype(np.float32)
    shrinks = face.size > _SIDE_PX * _SIDE_PX
    method = cv2.INTER_AREA if shrinks else cv2.INTER_LINEAR
    sized = cv2.resize(face, (_SIDE_PX, _SIDE_PX), interpolation=method)
    smooth = cv2.GaussianBlur(sized, (0, 0), _SMOOTHING_PX)
    contrast = max(float(np.std(smooth)), _MIN_CONTRAST)
    return float(np.var(cv2.Laplacian(smooth, cv2.CV_32F))) * (100 / contrast) ** 2


def rejection(
    visible: float, size_px: float, sharpness: float, settings: FaceSettings
) -> Reason | None:
    """Say why a face is not fit to be scored, or None when it is.

    Args:
        visible: Part of the face's box inside the frame, 0 to 1.
        size_px: Shorter side of the box.
        sharpness: As measured by `sharpness`.
        settings: The limits.
    """
    if visible < _MIN_VISIBLE:
        return Reason.FACE_CUT_OFF
    if size_px < settings.min_size_px:
        return Reason.FACE_TOO_SMALL
    if sharpness < settings.min_sharpness:
        return Reason.FACE_TOO_BLURRED
    return None
