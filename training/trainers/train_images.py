# SPDX-License-Identifier: Apache-2.0
"""Training of the two networks that score single crops."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable, Sequence
from pathlib import Path

import keras
import numpy as np
from numpy.typing import NDArray

from core.networks.onnx_weights import load_into
from core.networks.xception import build_xception
from core.preprocess.tensors import to_batch
from training.datasets.crops import read_crop
from training.datasets.manifest import FAKE, REAL, ManifestRow, select
from training.datasets.splits import Split
from training.errors import CheckpointError
from training.learning import loop
from training.learning.batches import BalancedBatches, Mixture
from training.learning.config import ExperimentConfig
from training.learning.quick_layers import with_matrix_products
from training.measuring import metrics
from training.measuring.scoring import draw

log = logging.getLogger(__name__)

_INTERVALS = loop.Intervals(validation_s=2700.0)

IMAGENET_ARRAYS = 234
# Of the arrays as little-endian float32, joined in the order of `get_weights()`.
IMAGENET_SHA256 = "dd8fa9fc31ba124382395512a133fe425aa5c6667b16e5832bb79910d1b77829"


def load_imagenet(network: keras.Model, path: Path) -> None:
    """Put ImageNet arrays into the trunk of an `xception` network.

    Args:
        network: From `core.networks.xception.build_xception`.
        path: NPZ with the arrays `000` to `233` in the order in which Keras Applications'
            Xception (without top) lists its weights.

    Raises:
        CheckpointError: The arrays are missing or are others.
    """
    try:
        with np.load(path, allow_pickle=False) as file:
            arrays = [file[f"{index:03d}"].astype("<f4") for index in range(IMAGENET_ARRAYS)]
    except (OSError, KeyError, ValueError) as error:
        raise CheckpointError(f"{path}: no usable ImageNet arrays ({error})") from error
    digest = hashlib.sha256(b"".join(array.tobytes() for array in arrays)).hexdigest()
    if digest != IMAGENET_SHA256:
        raise CheckpointError(f"{path}: not the known ImageNet arrays, their SHA-256 is {digest}")
    for weight, array in zip(network.weights, arrays, strict=False):
        weight.assign(array)


def freeze_until(network: keras.Model, first_trained: str) -> None:
    """Keep all layers before the named one as they are, batch normalization included."""
    names = [layer.name for layer in network.layers]
    boundary = _block_number(first_trained)
    for name, layer in zip(names, network.layers, strict=True):
        layer.trainable = not (name.startswith("block") and _block_number(name) < boundary)


def _block_number(name: str) -> int:
    return int(name.removeprefix("block").split("_")[0])


def compiled(network: keras.Model, config: ExperimentConfig) -> keras.Model:
    """Give the network's score, ready to train with AdamW on smoothed labels."""
    outputs = network.output
    score = outputs["score"] if isinstance(outputs, dict) else outputs
    trained = keras.Model(network.input, score, name=f"{network.name}_training")
    optimizer = keras.optimizers.AdamW(
        config.schedule.learning_rate, weight_decay=config.weight_decay, global_clipnorm=1.0
    )
    optimizer.exclude_from_weight_decay(var_names=["gamma", "beta", "bias"])
    loss = keras.losses.BinaryCrossentropy(label_smoothing=config.label_smoothing)
    trained.compile(optimizer=optimizer, loss=loss, jit_compile=False)
    return trained


def batches_of(
    config: ExperimentConfig,
    rows: Sequence[ManifestRow],
    images: Path,
    used: frozenset[str] = frozenset(),
    mixture: Mixture | None = None,
) -> BalancedBatches:
    """Make the balanced batches of the training split, crops of earlier releases (`used`) last."""
    return BalancedBatches(
        images=images,
        real=select(rows, Split.TRAIN, REAL),
        fake=select(rows, Split.TRAIN, FAKE),
        size=config.batch_size,
        spec=config.spec,
        seed=config.seed,
        self_blended=config.self_blended,
        settings=config.augment,
        used=used,
        held_back=config.held_back,
        mixture=mixture,
    )


def validator(
    config: ExperimentConfig, rows: Sequence[ManifestRow], images: Path
) -> Callable[[keras.Model], dict[str, float]]:
    """Make the function that scores a fixed part of the validation split."""
    chosen = draw(rows, Split.VALIDATION, config.validation_images)
    labels = np.array([row.label for row in chosen], np.int64)

    def validate(network: keras.Model) -> dict[str, float]:
        scores = np.concatenate(
            [
                _scores(network, config, images, chosen[i : i + 32])
                for i in range(0, len(chosen), 32)
            ]
        ).astype(np.float64)
        return {
            "validation_auc": round(metrics.auc(labels, scores), 4),
            "validation_balanced_accuracy": round(metrics.balanced_accuracy(labels, scores), 4),
        }

    return validate


def _scores(
    network: keras.Model, config: ExperimentConfig, images: Path, rows: Sequence[ManifestRow]
) -> NDArray[np.float32]:
    crops = [read_crop(images, row) for row in rows]
    scores = network.predict_on_batch(to_batch(crops, config.spec))
    return np.asarray(scores, np.float32)[:, 0]


def train_xception(
    config: ExperimentConfig,
    rows: Sequence[ManifestRow],
    images: Path,
    start: Path,
    folder: Path,
    used: frozenset[str] = frozenset(),
    mixture: Mixture | None = None,
) -> None:
    """Fine-tune `xception`; resumes a run that is in `folder`.

    Args:
        config: Of the run.
        rows: The manifest.
        images: Folder of the crops.
        start: ImageNet arrays (NPZ), or an exported `network.onnx` to go on from.
        folder: Receives the run.
        used: Names of crops that the network started from was trained on.
        mixture: What else comes into batches, or None.
    """
    keras.utils.set_random_seed(config.seed)
    network = with_matrix_products(started_xception(config, start))
    if config.frozen_until:
        freeze_until(network, config.frozen_until)
    config.save(folder)
    trained = compiled(network, config)
    batches = batches_of(config, rows, images, used, mixture)
    validate = validator(config, rows, images)
    loop.fit(
        trained,
        batches.at,
        config.schedule,
        folder,
        validate,
        _INTERVALS,
        average=config.average,
    )


def started_xception(config: ExperimentConfig, start: Path) -> keras.Model:
    """Build the network with the weights that training starts from."""
    network = build_xception(config.spec.height, config.spec.width)
    if start.suffix == ".onnx":
        load_into(network, start)
    else:
        load_imagenet(network, start)
    return network
