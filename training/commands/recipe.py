# SPDX-License-Identifier: Apache-2.0
"""Short trainings of the published recipe, changed one thing at a time."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import keras

from core.networks import build_network
from training import presets
from training.commands.learn import mixture_of
from training.datasets.manifest import FAKE, REAL, ManifestRow
from training.datasets.splits import Split
from training.errors import CheckpointError
from training.learning import checkpoints, loop
from training.learning.batches import BalancedBatches
from training.learning.quick_layers import with_matrix_products
from training.measuring.evaluate import figures_of
from training.measuring.scoring import ExportedNetwork, ScoreTable, draw, score_crops
from training.releasing.export import restore, to_onnx
from training.studies.recipe import (
    LINES,
    Line,
    Pool,
    Trial,
    gain,
    originals_for,
    pools,
    siblings,
)
from training.trainers.train_images import compiled, freeze_until, load_imagenet
from training.workspace import Workspace

log = logging.getLogger(__name__)

# Every batch is reported, since the first loss is one of the figures.
_INTERVALS = loop.Intervals(report_s=0.0, checkpoint_s=240.0)
_SHIPPED = "the shipped version: longer, and near duplicates across the split dropped"


@dataclass(frozen=True, slots=True)
class Budget:
    """How much is trained and tested.

    Attributes:
        xception: Batches of each training of `xception`.
        plain: Batches of each training of `image_cnn`.
        per_class: Tested crops of each class.
    """

    xception: int
    plain: int
    per_class: int

    def of(self, trial: Trial) -> int:
        """Give the batches of a trial."""
        return self.xception if trial.network == "xception" else self.plain


def retrace(work: Workspace, arrays: Path, shipped: Path, budget: Budget) -> dict[str, Any]:
    """Train the recipe and its changes, and judge all on the same validation crops; resumes.

    Args:
        work: Holds the manifest; receives a folder for each training.
        arrays: NPZ with the ImageNet arrays.
        shipped: Network file of the released `xception`, judged on the same crops.
        budget: How much.

    Returns:
        The budget and a line for each network: figures, gain against the line before, and, of
        the random split, how many tested crops have a trained crop of their original.

    Raises:
        TrainingError: The data set is too small, a file is missing or damaged.
    """
    if not shipped.is_file():
        raise CheckpointError(f"{shipped}: missing; the shipped network is judged too")
    rows = work.rows()
    tested = draw(rows, Split.VALIDATION, budget.per_class, presets.DRAW_SEEDS[Split.VALIDATION])
    half = presets.XCEPTION.batch_size // 2
    from_where = pools(rows, {row.file for row in tested}, originals_for(budget.xception, half))
    lines: list[dict[str, Any]] = []
    before: ScoreTable | None = None
    for line in LINES:
        log.info("%s", line.title)
        batches = _batches(line.trial, from_where, work, budget)
        run = work.run("recipe") / f"{line.trial.name}-{budget.of(line.trial)}"
        _trained(line.trial, batches, run, arrays, budget.of(line.trial))
        table = _judged(line, run, tested, work)
        lines.append(_facts(line, run, tested, batches, budget) | figures_of(table))
        if line.follows and before is not None:
            lines[-1] |= gain(before, table)
        before = table
    lines.append({"step": _SHIPPED} | _of_shipped(shipped, tested, work, before))
    return {"tested": f"{budget.per_class} real, {budget.per_class} fake", "lines": lines}


def _batches(
    trial: Trial, from_where: Mapping[Pool, list[ManifestRow]], work: Workspace, budget: Budget
) -> BalancedBatches:
    config = trial.config(budget.of(trial))
    rows = from_where[trial.pool]
    return BalancedBatches(
        images=work.images(),
        real=[row for row in rows if row.label == REAL],
        fake=[row for row in rows if row.label == FAKE],
        size=config.batch_size,
        spec=config.spec,
        seed=config.seed,
        self_blended=config.self_blended,
        settings=config.augment,
        mixture=mixture_of(config, work) if config.self_blended else None,
    )


def _trained(trial: Trial, batches: BalancedBatches, run: Path, arrays: Path, count: int) -> None:
    if _is_finished(run, count):
        return
    config = trial.config(count)
    keras.utils.set_random_seed(config.seed)
    network = build_network(trial.network, config.spec.height, config.spec.width)
    if trial.network == "xception":
        load_imagenet(network, arrays)
        network = with_matrix_products(network)
        freeze_until(network, config.frozen_until)
    config.save(run)
    loop.fit(compiled(network, config), batches.at, config.schedule, run, None, _INTERVALS)


def _is_finished(run: Path, count: int) -> bool:
    saved = (run / checkpoints.CHECKPOINT_NAME).is_file()
    return saved and checkpoints.read_history(run)[-1]["step"] >= count


def _judged(line: Line, run: Path, tested: Sequence[ManifestRow], work: Workspace) -> ScoreTable:
    path = run / f"scores_{line.spec.low:g}_{line.spec.high:g}.csv"
    if not path.is_file():
        network = restore(line.trial.network, run, line.spec.height, line.spec.width)
        stored = ExportedNetwork(to_onnx(network, is_compact=False))
        score_crops(stored, tested, work.images(), line.spec).save(path)
    return ScoreTable.load(path)


def _facts(
    line: Line, run: Path, tested: Sequence[ManifestRow], batches: BalancedBatches, budget: Budget
) -> dict[str, Any]:
    count = budget.of(line.trial)
    losses = [entry["loss"] for entry in checkpoints.read_history(run)]
    return {
        "step": line.title,
        "network": line.trial.network,
        "crops_seen": count * batches.size,
        "first_loss": losses[0],
        "last_loss": round(sum(losses[-10:]) / len(losses[-10:]), 4),
        "siblings": siblings(tested, batches.given(count)),
    }


def _of_shipped(
    shipped: Path, tested: Sequence[ManifestRow], work: Workspace, before: ScoreTable | None
) -> dict[str, Any]:
    table = score_crops(ExportedNetwork(shipped), tested, work.images(), presets.XCEPTION_INPUT)
    return figures_of(table) | (gain(before, table) if before is not None else {})
