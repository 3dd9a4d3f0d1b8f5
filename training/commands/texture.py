# SPDX-License-Identifier: Apache-2.0
"""Trainings of `image_cnn`'s dense layers on fewer crops and on parts of the measures."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import Any

import numpy as np

from training import presets
from training.errors import CheckpointError
from training.measuring.evaluate import figures_of
from training.measuring.scoring import ScoreTable
from training.studies.texture import variants
from training.trainers.measured_crops import MeasuredCrops
from training.trainers.train_cnn import MEASURED, scores_of, train_dense
from training.workspace import Workspace

log = logging.getLogger(__name__)


def vary(work: Workspace, steps: int) -> dict[str, Any]:
    """Train the dense layers on parts of what was measured for `image_cnn`; resumes.

    Args:
        work: Holds the run of `image_cnn`; receives a folder for each training.
        steps: Batches of each training.

    Returns:
        A line for each training: crops, figures on the same validation crops.

    Raises:
        CheckpointError: `image_cnn` was not trained here.
    """
    folder = work.run("image_cnn") / MEASURED
    if not folder.is_dir():
        raise CheckpointError(f"{folder}: missing; train image_cnn first")
    schedule = replace(presets.IMAGE_CNN.schedule, max_steps=steps, budget_minutes=None)
    config = replace(presets.IMAGE_CNN, schedule=schedule)
    crops = MeasuredCrops(config, work.rows(), work.images(), folder)
    train, tested = crops.training(*presets.IMAGE_CNN_MEASURED), crops.validation()
    rows = crops.validation_rows()
    lines = []
    for variant in variants():
        log.info("%s, %.3f of the crops", variant.title, variant.share)
        seen, judged = variant.of(train), replace(variant, share=1.0).of(tested)
        head, _ = train_dense(config, seen, judged, work.run("texture") / f"{variant.name}-{steps}")
        table = ScoreTable(
            names=tuple(row.file for row in rows),
            groups=tuple(row.group for row in rows),
            labels=np.array([row.label for row in rows], np.int64),
            scores=scores_of(head, judged[0]),
        )
        lines.append({"what": variant.title, "crops": len(seen[1])} | figures_of(table))
    return {"batches": steps, "batch_size": config.batch_size, "lines": lines}
