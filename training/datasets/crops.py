# SPDX-License-Identifier: Apache-2.0
"""Crops on disk."""

from __future__ import annotations

from pathlib import Path
from typing import TypeAlias

import cv2
import numpy as np
from numpy.typing import NDArray

from training.datasets.manifest import ManifestRow
from training.errors import ManifestError

Crop: TypeAlias = NDArray[np.uint8]


def read_crop(images: Path, row: ManifestRow) -> Crop:
    """Decode one image as RGB uint8 (H, W, 3).

    Raises:
        ManifestError: The file is missing or no image.
    """
    path = images / row.file
    image = cv2.imread(str(path), cv2.IMREAD_COLOR)
    if image is None:
        raise ManifestError("cannot be decoded as an image", path)
    return np.ascontiguousarray(image[..., ::-1]).astype(np.uint8, copy=False)
