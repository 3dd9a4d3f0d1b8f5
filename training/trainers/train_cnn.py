# SPDX-License-Identifier: Apache-2.0
"""Training of `image_cnn`: its convolutions are set, its dense layers trained on what they measure.

Each crop is degraded and measured once, which takes nearly all the time; then the dense layers
see the measures many times over, half of them mirrored.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import keras
import numpy as np
from keras import layers

from core.networks.image_cnn import build_image_cnn
from training.datasets.manifest import ManifestRow
from training.learning import checkpoints, loop
from training.learning.batches import Batch
from training.learning.checkpoints import Progress
from training.learning.config import ExperimentConfig
from training.measuring import metrics
from training.measuring.calibrate import platt
from training.trainers.measured_crops import Measured, MeasuredCrops
from training.trainers.texture_front import MEASURES, mirrored, unfold
from training.trainers.train_images import compiled

EPSILON = 1e-3
# Folders of a run: what was measured, and the dense layers' own run.
MEASURED = "measured"
DENSE = "dense"
_LOGIT_SHARE = 0.25
_INTERVALS = loop.Intervals(report_s=20, checkpoint_s=120, validation_s=60)


def train_image_cnn(
    config: ExperimentConfig,
    counts: tuple[int, int],
    rows: Sequence[ManifestRow],
    images: Path,
    folder: Path,
) -> None:
    """Train the network; resumes what is in `folder`.

    Args:
        config: Of the dense layers; its degradations are those of the measured crops.
        counts: How many crops to measure, degraded and as they are, half real and half fake:
            what there is fewer of comes again, degraded anew.
        rows: The manifest.
        images: Folder of the crops.
        folder: Receives the measures, the run of the dense layers, and the exact network's
            weights.
    """
    config.save(folder)
    crops = MeasuredCrops(config, rows, images, folder / MEASURED)
    train, tested = crops.training(*counts), crops.validation()
    head, progress = train_dense(config, train, tested, folder / DENSE)
    scale_scores(head, tested)
    arrays = {variable.path: np.asarray(variable, np.float32) for variable in head.weights}
    network = build_image_cnn()
    unfolded = unfold(crops.scale, arrays, EPSILON)
    for variable in network.weights:
        variable.assign(unfolded[variable.path])
    checkpoints.save(folder, network, None, progress)


def train_dense(
    config: ExperimentConfig, train: Measured, tested: Measured, folder: Path
) -> tuple[keras.Model, Progress]:
    """Train the dense layers; resumes what is in `folder`.

    Args:
        config: Of the run.
        train: Measures and labels to learn from.
        tested: Those of validation.
        folder: Receives the run.

    Returns:
        The dense layers, with the last weights or their running average, as validation prefers,
        and the run's progress with the figures of that state.
    """
    keras.utils.set_random_seed(config.seed)
    config.save(folder)
    head = build_head()
    trained = compiled(head, config)
    batches, validate = _batches(train, config), _validator(tested)
    progress = loop.fit(
        trained, batches, config.schedule, folder, validate, _INTERVALS, average=config.average
    )
    is_average = checkpoints.load_better(folder, trained)
    return head, checkpoints.of_one_state(progress, is_average=is_average)


def scale_scores(head: keras.Model, tested: Measured) -> None:
    """Bring the score to a scale: at 0.5 validation crops are as often real as fake.

    Layers that saw each crop many times are surer than they should be. The logit becomes a part of
    what validation says it should be: the filters subtract neighbors that are nearly alike, so
    that engines agree less closely in a logit than they must in a score.
    """
    labels, scores = tested[1][:, 0].astype(np.int64), scores_of(head, tested[0])
    slope, intercept = (_LOGIT_SHARE * value for value in platt(labels, scores))
    layer = head.get_layer("score")
    layer.kernel.assign(layer.kernel * slope)
    layer.bias.assign(layer.bias * slope + intercept)


def build_head(dropout: float = 0.3) -> keras.Model:
    """Build the dense layers: float32 (N, MEASURES) to a dictionary with `score`, (N, 1)."""
    start: dict[str, Any] = {"kernel_initializer": "he_normal"}
    usual: dict[str, Any] = {"momentum": 0.95, "epsilon": EPSILON}
    measures = keras.Input((MEASURES,), name="measures")
    x = layers.BatchNormalization(center=False, scale=False, name="measured", **usual)(measures)
    x = layers.Dense(128, name="dense1", **start)(x)
    x = layers.Activation("relu")(layers.BatchNormalization(name="dense1_bn", **usual)(x))
    x = layers.Dropout(dropout)(x)
    x = layers.Dense(64, activation="relu", name="dense2", **start)(x)
    x = layers.Dropout(dropout)(x)
    score = layers.Dense(1, activation="sigmoid", name="score")(x)
    return keras.Model(measures, {"score": score}, name="image_cnn_dense")


def _batches(data: Measured, config: ExperimentConfig) -> Callable[[int], Batch]:
    measures, labels = data

    def batch(step: int) -> Batch:
        rng = np.random.default_rng((config.seed, 4, step))
        chosen = rng.integers(0, len(measures), config.batch_size)
        inputs = measures[chosen].astype(np.float32)
        is_mirrored = rng.random(len(inputs)) < config.augment.flip
        inputs[is_mirrored] = mirrored(inputs[is_mirrored])
        return inputs, labels[chosen]

    return batch


def _validator(tested: Measured) -> Callable[[keras.Model], dict[str, float]]:
    inputs, labels = tested[0].astype(np.float32), tested[1][:, 0].astype(np.int64)

    def validate(network: keras.Model) -> dict[str, float]:
        scores = scores_of(network, inputs)
        return {
            "validation_auc": round(metrics.auc(labels, scores), 4),
            "validation_balanced_accuracy": round(metrics.balanced_accuracy(labels, scores), 4),
        }

    return validate


def scores_of(network: keras.Model, measures: Any) -> Any:
    """Score measures, (N, MEASURES): float64 (N,)."""
    found = network.predict(np.asarray(measures, np.float32), batch_size=256, verbose=0)
    return np.asarray(found["score"] if isinstance(found, dict) else found, np.float64)[:, 0]
