# SPDX-License-Identifier: Apache-2.0
"""What Xception as ImageNet made it, never trained on faces, says of crops."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from core.networks.xception import build_xception
from core.preprocess.tensors import to_batch
from training import presets
from training.datasets.crops import read_crop
from training.datasets.manifest import ManifestRow
from training.measuring.scoring import ExportedNetwork
from training.releasing.export import to_onnx
from training.studies.vector_cache import Compute, Vectors, cached_vectors
from training.trainers.train_images import load_imagenet

_BATCH = 16
_SAVED_EVERY = 512


def imagenet_features(
    rows: Sequence[ManifestRow], images: Path, arrays: Path, cache: Path
) -> Vectors:
    """Give the pooled features of the trunk, from the cache where it holds them; resumes.

    Args:
        rows: Crops.
        images: Their folder.
        arrays: NPZ with the ImageNet arrays; not read when the cache holds all crops.
        cache: NPZ that is read and continued.

    Returns:
        float32 (N, 2048).

    Raises:
        CheckpointError: The arrays or the cache are not usable.
        ManifestError: A crop cannot be decoded.
    """
    return cached_vectors(rows, cache, lambda: _trunk(images, arrays), _BATCH, _SAVED_EVERY)


def _trunk(images: Path, arrays: Path) -> Compute:
    spec = presets.XCEPTION_INPUT
    network = build_xception(spec.height, spec.width)
    load_imagenet(network, arrays)
    # One thread: these passes run beside other work.
    exported = ExportedNetwork(to_onnx(network, is_compact=False), threads=1)

    def compute(part: Sequence[ManifestRow]) -> Vectors:
        batch = to_batch([read_crop(images, row) for row in part], spec)
        return exported.run(batch=batch)["features"]

    return compute
