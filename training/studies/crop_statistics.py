# SPDX-License-Identifier: Apache-2.0
"""What a crop looks like and what its fine texture is, in a few hundred numbers and no network.

A thumbnail tells scene and person, so that crops of one video are found again. Counts of
neighbouring differences tell texture, where pasted faces differ: Pevny, T., Bas, P. and Fridrich,
J. (2010), "Steganalysis by Subtractive Pixel Adjacency Matrix", IEEE TIFS; here of three
differences in a row that are cut off at 2, of the face's middle and of its surroundings apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from training.datasets.crops import Crop, read_crop
from training.datasets.manifest import ManifestRow
from training.studies.vector_cache import Vectors, cached_vectors

THUMBNAIL_PX = 8
_CUT = 2
_STEPS = 2 * _CUT + 1
COUNTS = _STEPS**3
SIZE = 3 * THUMBNAIL_PX**2 + 2 * COUNTS
_SAVED_EVERY = 1000


def statistics_of(crop: Crop) -> NDArray[np.float32]:
    """Give float32 (SIZE,): thumbnail in [0, 1], then square roots of shares of texture.

    Args:
        crop: RGB uint8 (H, W, 3), at least 16 pixels wide and high.
    """
    size = (THUMBNAIL_PX, THUMBNAIL_PX)
    small = cv2.resize(crop, size, interpolation=cv2.INTER_AREA).ravel() / np.float32(255)
    green = crop[..., 1].astype(np.int16)
    height, width = green.shape
    is_middle = np.zeros(green.shape, np.bool_)
    is_middle[height // 4 : height - height // 4, width // 4 : width - width // 4] = True
    counts = np.zeros(2 * COUNTS)
    for plane, inside in ((green, is_middle), (green.T, is_middle.T)):
        steps = np.clip(np.diff(plane, axis=1), -_CUT, _CUT) + _CUT
        code = (steps[:, :-2] * _STEPS + steps[:, 1:-1]) * _STEPS + steps[:, 2:]
        code = code + COUNTS * inside[:, :-3]
        counts += np.bincount(code.ravel(), minlength=2 * COUNTS)
    shares = counts.reshape(2, COUNTS) / counts.reshape(2, COUNTS).sum(axis=1, keepdims=True)
    return np.concatenate([small, np.sqrt(shares).ravel()]).astype(np.float32)


def statistics_of_crops(rows: Sequence[ManifestRow], images: Path, cache: Path) -> Vectors:
    """Give float32 (N, SIZE) of crops, from the cache where it holds them; resumes.

    Args:
        rows: Crops.
        images: Their folder.
        cache: NPZ that is read and continued.

    Raises:
        CheckpointError: The cache is damaged.
        ManifestError: A crop cannot be decoded.
    """

    def compute(part: Sequence[ManifestRow]) -> Vectors:
        return np.stack([statistics_of(read_crop(images, row)) for row in part])

    return cached_vectors(rows, cache, lambda: compute, saved_every=_SAVED_EVERY)
