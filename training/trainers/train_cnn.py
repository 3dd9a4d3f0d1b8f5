# SPDX-License-Identifier: Apache-2.0
"""Training of `image_cnn` from scratch on a small budget.

The network has no normalization and 51 million weights in one dense kernel, which little data
cannot train from random values. So a stand-in with the same convolutions is trained on the middle
of the crop. Its convolutions and its first dense layer are followed by batch normalization, and
its first dense layer reads means over cells of 8 x 8 positions. All that is linear, so the
stand-in is the exact network with a dense kernel that is constant within a cell and zero outside
the middle: `unfold` writes that kernel out and folds the normalization away.

The stand-in is trained in two stages: as a whole, each crop seen once; then its dense layers
alone, many times over, on cell means that are computed once.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import keras
import numpy as np
from keras import layers
from numpy.typing import NDArray

from core.networks.image_cnn import build_image_cnn
from core.preprocess.tensors import to_batch
from training.datasets.crops import read_crop
from training.datasets.manifest import ManifestRow
from training.datasets.splits import Split
from training.learning import checkpoints, loop
from training.learning.config import ExperimentConfig
from training.learning.prefetching import prefetch
from training.measuring import metrics
from training.measuring.scoring import draw
from training.trainers.train_images import batches_of, compiled, validator

log = logging.getLogger(__name__)

SIZE_PX = 224
WINDOW_PX = 128
CELL = 8
STRIDE = 4
FILTERS = 128
EPSILON = 1e-3
# How far the three convolutions see beyond a position, rounded up to whole positions.
MARGIN_PX = 8
HEAD_BATCH = 128
HEAD_STEPS = 420

Array = NDArray[np.float32]


def build_stand_in(window_px: int = WINDOW_PX, dropout: float = 0.2) -> keras.Model:
    """Build the stand-in.

    Args:
        window_px: Side of the square whose cells it reads, a multiple of 32, at most 192.
        dropout: Rate after both hidden dense layers.

    Returns:
        A functional network from float32 (N, 224, 224, 3) in [0, 1], of which it reads the
        middle, to a dictionary with `score`, float32 (N, 1).
    """
    # inputs
    batch = keras.Input((SIZE_PX, SIZE_PX, 3), name="batch")

    # layers
    seen_px = window_px + 2 * MARGIN_PX
    x = layers.CenterCrop(seen_px, seen_px, name="window")(batch)
    x = _normalized(layers.Conv2D(64, 7, padding="same", **_HE, name="conv1")(x), "conv1")
    x = layers.MaxPooling2D(2, name="pool1")(x)
    x = _normalized(layers.Conv2D(FILTERS, 3, padding="same", **_HE, name="conv2")(x), "conv2")
    x = _normalized(layers.Conv2D(FILTERS, 3, padding="same", **_HE, name="conv3")(x), "conv3")
    x = layers.MaxPooling2D(2, name="pool2")(x)
    x = layers.Cropping2D(MARGIN_PX // STRIDE, name="without_margin")(x)
    x = layers.AveragePooling2D(CELL, name="cells")(x)
    x = layers.Flatten(name="flatten")(x)

    # outputs
    return keras.Model(batch, {"score": _head(x, dropout)}, name="image_cnn_stand_in")


def sharpen(stand_in: keras.Model) -> None:
    """Make three quarters of the first random filters blind to brightness and to its slopes.

    Faces differ in brightness far more than in the traces of manipulation, and such filters
    answer to texture from the first step on. After Bayar, B. and Stamm, M. C. (2016), "A Deep
    Learning Approach to Universal Image Manipulation Detection Using a New Convolutional Layer",
    IH&MMSec; here it is a start only, and training may undo it.
    """
    layer = stand_in.get_layer("conv1")
    kernel = np.asarray(layer.kernel, np.float32)
    size = kernel.shape[0]
    across, down = np.meshgrid(*[np.linspace(-1, 1, size)] * 2)
    plane = np.stack([np.ones(size * size), across.ravel(), down.ravel()], axis=1)
    flat = kernel.reshape(size * size, -1)
    rest = flat - plane @ np.linalg.lstsq(plane, flat, rcond=None)[0]
    sharp = rest.reshape(kernel.shape).astype(np.float32)
    count = 3 * kernel.shape[-1] // 4
    layer.kernel.assign(np.concatenate([sharp[..., :count], kernel[..., count:]], axis=-1))


def build_head(cells: int, dropout: float) -> keras.Model:
    """Build the stand-in's dense layers alone: float32 (N, cells * 128) to `score`."""
    means = keras.Input((cells * FILTERS,), name="cell_means")
    return keras.Model(means, {"score": _head(means, dropout)}, name="image_cnn_head")


def _head(x: Any, dropout: float) -> Any:
    x = _normalized(layers.Dense(128, **_HE, name="dense1")(x), "dense1")
    x = layers.Dropout(dropout, name="dropout1")(x)
    x = layers.Dense(64, activation="relu", **_HE, name="dense2")(x)
    x = layers.Dropout(dropout, name="dropout2")(x)
    return layers.Dense(1, activation="sigmoid", name="score")(x)


_HE = {"kernel_initializer": "he_normal"}


def _normalized(x: Any, layer: str) -> Any:

    x = layers.BatchNormalization(momentum=0.95, epsilon=EPSILON, name=f"{layer}_bn")(x)
    return layers.Activation("relu", name=f"{layer}_act")(x)


def unfold(weights: Mapping[str, Array], window_px: int = WINDOW_PX) -> dict[str, Array]:
    """Turn the stand-in's weights into those of `image_cnn`.

    The scores are the same: the margin lets the stand-in see what `image_cnn` sees.

    Args:
        weights: Variable path to value, of the stand-in.
        window_px: As given to `build_stand_in`.

    Returns:
        Variable path to value, of `core.networks.image_cnn`.
    """
    unfolded: dict[str, Array] = {}
    for layer in ("conv1", "conv2", "conv3", "dense1"):
        gain = weights[f"{layer}_bn/gamma"] / np.sqrt(
            weights[f"{layer}_bn/moving_variance"] + EPSILON
        )
        offset = weights[f"{layer}/bias"] - weights[f"{layer}_bn/moving_mean"]
        unfolded[f"{layer}/kernel"] = weights[f"{layer}/kernel"] * gain
        unfolded[f"{layer}/bias"] = offset * gain + weights[f"{layer}_bn/beta"]
    for layer in ("dense2", "score"):
        for name in ("kernel", "bias"):
            unfolded[f"{layer}/{name}"] = weights[f"{layer}/{name}"]
    unfolded["dense1/kernel"] = _spread(unfolded["dense1/kernel"], window_px)
    return unfolded


def _spread(kernel: Array, window_px: int) -> Array:
    """Write a kernel over cell means out as one over all positions of the whole crop."""
    cells = window_px // (STRIDE * CELL)
    side = SIZE_PX // STRIDE
    units = kernel.shape[1]
    blocks = kernel.reshape(cells, cells, FILTERS, units) / np.float32(CELL * CELL)
    blocks = blocks.repeat(CELL, axis=0).repeat(CELL, axis=1)
    full = np.zeros((side, side, FILTERS, units), np.float32)
    start = (side - cells * CELL) // 2
    stop = start + cells * CELL
    full[start:stop, start:stop] = blocks
    return full.reshape(-1, units)


def train_image_cnn(
    config: ExperimentConfig,
    head_config: ExperimentConfig,
    rows: Sequence[ManifestRow],
    images: Path,
    folder: Path,
) -> None:
    """Train the stand-in, then its dense layers, and unfold it; resumes what is in `folder`.

    Args:
        config: Of the stand-in.
        head_config: Of its dense layers.
        rows: The manifest.
        images: Folder of the crops.
        folder: Receives the exact network's weights; the stages' own go to folders inside.
    """
    keras.utils.set_random_seed(config.seed)
    stand_in = build_stand_in()
    sharpen(stand_in)
    config.save(folder / "stand_in")
    trained = compiled(stand_in, config)
    batches = batches_of(config, rows, images)
    validate = validator(config, rows, images)
    stage = folder / "stand_in"
    progress = loop.fit(
        trained,
        batches.at,
        config.schedule,
        stage,
        validate,
        _INTERVALS,
        average=config.average,
    )
    checkpoints.load_better(stage, trained)
    arrays = {v.path: np.asarray(v, np.float32) for v in stand_in.weights}
    arrays |= train_head(stand_in, head_config, rows, images, folder / "head")
    network = build_image_cnn()
    unfolded = unfold(arrays)
    for variable in network.weights:
        variable.assign(unfolded[variable.path])
    config.save(folder)
    checkpoints.save(folder, network, None, progress)


_INTERVALS = loop.Intervals(checkpoint_s=240, validation_s=480)


def train_head(
    stand_in: keras.Model,
    config: ExperimentConfig,
    rows: Sequence[ManifestRow],
    images: Path,
    folder: Path,
) -> dict[str, Array]:
    """Train the dense layers on cached cell means.

    Args:
        stand_in: Trained.
        config: Of this stage; `validation_images` crops of each class validate.
        rows: The manifest.
        images: Folder of the crops.
        folder: Receives the cache and the run.

    Returns:
        Variable path to value, of the dense layers; the stand-in's own if these are no better.
    """
    config.save(folder)
    extractor = keras.Model(stand_in.input, stand_in.get_layer("flatten").output)
    train = _cached(folder / "train.npz", lambda: _train_means(extractor, config, rows, images))
    tested = _cached(
        folder / "validation.npz", lambda: _validation_means(extractor, config, rows, images)
    )
    head = build_head(train[0].shape[1] // FILTERS, 0.5)
    own = {v.path: np.asarray(v, np.float32) for v in stand_in.weights}
    for variable in head.weights:
        variable.assign(own[variable.path])
    before = _auc(head, tested)
    trained = compiled(head, config)

    def batch(step: int) -> tuple[Array, Array]:
        rng = np.random.default_rng((config.seed, 4, step))
        chosen = rng.integers(0, len(train[0]), config.batch_size)
        return train[0][chosen], train[1][chosen]

    def validate(network: keras.Model) -> dict[str, float]:
        return {"validation_auc": round(_auc(network, tested), 4)}

    loop.fit(trained, batch, config.schedule, folder, validate, loop.Intervals(5, 30, 5))
    after = _auc(head, tested)
    log.info("dense layers: validation AUC %.4f before, %.4f after", before, after)
    return {v.path: np.asarray(v, np.float32) for v in head.weights} if after > before else {}


def _auc(network: keras.Model, data: tuple[Array, Array]) -> float:
    found = network.predict(data[0], batch_size=HEAD_BATCH, verbose=0)
    scores = np.asarray(found["score"] if isinstance(found, dict) else found, np.float64)
    return metrics.auc(data[1][:, 0].astype(np.int64), scores[:, 0])


def _cached(path: Path, make: Callable[[], tuple[Array, Array]]) -> tuple[Array, Array]:
    if not path.is_file():
        means, labels = make()
        np.savez(path, allow_pickle=False, means=means, labels=labels)
    with np.load(path, allow_pickle=False) as data:
        return data["means"], data["labels"]


def _train_means(
    extractor: keras.Model, config: ExperimentConfig, rows: Sequence[ManifestRow], images: Path
) -> tuple[Array, Array]:
    """Cell means of augmented training crops, as many as HEAD_STEPS batches hold."""
    batches = batches_of(config, rows, images)
    means, labels = [], []
    for step, (crops, truth) in enumerate(prefetch(batches.at, 0)):
        means.append(np.asarray(extractor.predict_on_batch(crops)))
        labels.append(truth)
        if step + 1 >= HEAD_STEPS:
            break
    return np.concatenate(means), np.concatenate(labels)


def _validation_means(
    extractor: keras.Model, config: ExperimentConfig, rows: Sequence[ManifestRow], images: Path
) -> tuple[Array, Array]:
    chosen = draw(rows, Split.VALIDATION, config.validation_images)
    parts = [chosen[start : start + 32] for start in range(0, len(chosen), 32)]
    means = []
    for part in parts:
        crops = [read_crop(images, row) for row in part]
        means.append(np.asarray(extractor.predict_on_batch(to_batch(crops, config.spec))))
    labels = np.array([[row.label] for row in chosen], np.float32)
    return np.concatenate(means), labels
