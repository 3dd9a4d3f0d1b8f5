# SPDX-License-Identifier: Apache-2.0
"""Crops to a batch: size, range and colour order, all from the InputSpec kept with the weights.

Training calls the same function, so that there is no skew between training and analysis.
"""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
import numpy.typing as npt

from core.records import InputSpec, Pixels


def resize(crop: Pixels, height: int, width: int) -> Pixels:
    """Bring a crop to a size: by area when it shrinks, linearly when it grows.

    Args:
        crop: uint8 (H, W, 3) RGB.
        height, width: Wanted size in pixels.

    Returns:
        uint8 (height, width, 3) RGB.
    """
    if crop.shape[:2] == (height, width):
        return crop
    shrinks = crop.shape[0] * crop.shape[1] > height * width
    method = cv2.INTER_AREA if shrinks else cv2.INTER_LINEAR
    return np.asarray(cv2.resize(crop, (width, height), interpolation=method), dtype=np.uint8)


def to_batch(crops: Sequence[Pixels], spec: InputSpec) -> npt.NDArray[np.float32]:
    """Make the batch a network reads.

    Args:
        crops: uint8 (H, W, 3) RGB each, any size.
        spec: The network's input.

    Returns:
        float32 (N, spec.height, spec.width, 3), RGB, values from spec.low to spec.high.
    """
    batch = np.empty((len(crops), spec.height, spec.width, 3), dtype=np.float32)
    for row, crop in zip(batch, crops, strict=True):
        row[...] = resize(crop, spec.height, spec.width)
    batch *= (spec.high - spec.low) / 255.0
    batch += spec.low
    return batch
