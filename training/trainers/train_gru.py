# SPDX-License-Identifier: Apache-2.0
"""Training of `xception_gru` on cached features of the finished trunk."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import keras
import numpy as np
from numpy.typing import NDArray

from core.networks.gru_head import build_gru_head
from core.networks.onnx_weights import load_into
from training.learning import loop
from training.learning.config import ExperimentConfig
from training.measuring import metrics
from training.measuring.scoring import ExportedNetwork, ScoreTable
from training.sequences.views import SequenceBatches, ViewFeatures, windows
from training.trainers.train_images import compiled

Array = NDArray[np.float32]

VALIDATION_SEED = 8
RANDOM_SHARE = 0.1
LOGIT_SHARE = 0.5


def start_from_trunk(head: keras.Model, kernel: Array, bias: Array) -> None:
    """Let the first recurrent layer see the trunk's own logit from the first step on.

    The trunk's output weights were learnt from far more crops than there are sequences here.
    Each unit's candidate state starts from them, with either sign; the gates start almost
    indifferent to the features. Without this start the head falls short of the mean frame score.

    Args:
        head: From `core.networks.gru_head`.
        kernel: float32 (2048, 1), of the trunk's `score` layer.
        bias: float32 (1,), likewise.
    """
    cell = head.get_layer("gru1").cell
    units = cell.units
    inputs = np.asarray(cell.kernel, np.float32) * np.float32(RANDOM_SHARE)
    biases = np.asarray(cell.bias, np.float32)
    signs = np.where(np.arange(units) % 2, -LOGIT_SHARE, LOGIT_SHARE).astype(np.float32)
    inputs[:, 2 * units :] += kernel * signs
    biases[0, 2 * units :] += bias * signs
    cell.kernel.assign(inputs)
    cell.bias.assign(biases)


def train_gru(
    config: ExperimentConfig,
    train: ViewFeatures,
    validation: ViewFeatures,
    trunk_head: tuple[Array, Array],
    folder: Path,
    start: Path | None = None,
) -> None:
    """Train the head; resumes a run that is in `folder`.

    Args:
        config: Of the run; its batches are windows.
        train: Features of training crops.
        validation: Features of validation crops.
        trunk_head: Kernel and bias of the trunk's `score` layer.
        folder: Receives checkpoint and history.
        start: An earlier release's head to go on from, or None.
    """
    keras.utils.set_random_seed(config.seed)
    config.save(folder)
    head = build_gru_head()
    if start is None:
        start_from_trunk(head, *trunk_head)
    else:
        load_into(head, start)
    trained = compiled(head, config)
    batches = SequenceBatches(train, config.batch_size, config.seed)
    intervals = loop.Intervals(report_s=5, checkpoint_s=60, validation_s=5)
    loop.fit(trained, batches.at, config.schedule, folder, _validator(validation), intervals)


def _validator(data: ViewFeatures) -> Callable[[keras.Model], dict[str, float]]:
    inputs, means = windows(
        data, np.arange(len(data.labels)), np.random.default_rng(VALIDATION_SEED)
    )
    baseline = metrics.auc(data.labels, means)

    def validate(network: keras.Model) -> dict[str, float]:
        scores = np.asarray(network.predict(inputs, verbose=0), np.float64)[:, 0]
        return {
            "validation_auc": round(metrics.auc(data.labels, scores), 4),
            "validation_auc_of_mean_frame_score": round(baseline, 4),
        }

    return validate


def score_windows(network: ExportedNetwork, data: ViewFeatures) -> tuple[ScoreTable, ScoreTable]:
    """Score one window of each crop, made from cached features.

    Args:
        network: The exported head.
        data: Features of crops.

    Returns:
        Scores of the head, and the mean of the trunk's frame scores over the same frames.
    """
    index = np.arange(len(data.labels))
    inputs, means = windows(data, index, np.random.default_rng(VALIDATION_SEED))
    scores = network.run(**inputs)["score"][:, 0].astype(np.float64)
    groups, labels = data.groups, data.labels
    names = tuple(f"{group}#{number}" for number, group in enumerate(groups))
    return ScoreTable(names, groups, labels, scores), ScoreTable(names, groups, labels, means)
