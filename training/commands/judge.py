# SPDX-License-Identifier: Apache-2.0
"""Scores, error rates, heat maps, calibration."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

from core.networks.onnx_explanation import is_explainable
from core.networks.onnx_weights import read_keras_weights
from core.preprocess.tensors import to_batch
from training import presets
from training.commands.learn import GRU, gru_features
from training.datasets.crops import read_crop
from training.datasets.manifest import FAKE
from training.datasets.splits import Split
from training.errors import CheckpointError
from training.measuring import metrics
from training.measuring.calibrate import (
    Calibration,
    OperatingPoints,
    calibrate,
    operating_points,
    within_limit_on,
)
from training.measuring.clip_figures import score_clip_crops, size_table
from training.measuring.crop_scores import CropScorer, score_crop_table
from training.measuring.evaluate import (
    against_self_blended,
    cllr_of,
    figures_at,
    figures_of,
    robustness,
    storage_loss,
)
from training.measuring.explanations import check_explanations
from training.measuring.scoring import ExportedNetwork, ScoreTable, draw, score_crops
from training.releasing.export import NETWORK_FILE, restore, to_onnx
from training.trainers.train_gru import score_windows
from training.workspace import Workspace

_ROBUSTNESS_CROPS = 120
CLIP_TABLE = "validation_clip_scores.csv"


def evaluate(network_id: str, work: Workspace, split: Split, per_class: int) -> dict[str, Any]:
    """Score a split with the stored form of a run's last checkpoint.

    Validation also measures what storage costs and how losses tell; the test split needs the
    calibration, which is never fitted to it. Look at the test split once per released weights.

    Args:
        network_id: Of the network.
        work: Holds the run; receives scores and figures.
        split: Validation or test.
        per_class: Crops of each class; `xception_gru` takes those of its cached features.

    Returns:
        The figures.
    """
    network_file = work.run(network_id) / NETWORK_FILE
    if split is Split.VALIDATION or not network_file.is_file():
        network_file.write_bytes(to_onnx(restore_network(network_id, work)))
    stored = ExportedNetwork(network_file)
    results: dict[str, Any] = {}
    if network_id == GRU:
        table, means = score_windows(stored, gru_features(work, split))
        figures = figures_of(table)
        figures["mean_frame_score_baseline"] = figures_of(means)
    else:
        chosen = draw(work.rows(), split, per_class, presets.DRAW_SEEDS[split])
        table = score_crops(stored, chosen, work.images(), presets.INPUTS[network_id])
        figures = figures_of(table)
        if split is Split.VALIDATION:
            results = _under_losses(network_id, work, stored, table, per_class)
    table.save(work.run(network_id) / f"{split}_scores.csv")
    if split is Split.VALIDATION and work.validation_clips.is_dir():
        results["clips"] = _of_clips(network_id, work, stored)
    if split is Split.TEST:
        figures |= _fixed_figures(work.results(network_id), table)
    work.add_results(network_id, **{str(split): figures}, **results)
    return figures


def _of_clips(network_id: str, work: Workspace, stored: ExportedNetwork) -> dict[str, Any]:
    """Figures on the validation clips, whose generators training never saw."""
    folder, spec = work.validation_clips, presets.INPUTS[network_id]
    if network_id == GRU:
        trunk = ExportedNetwork(work.run("xception") / NETWORK_FILE)
        table = score_clip_crops(trunk, folder, spec, stored)
    else:
        table = score_clip_crops(stored, folder, spec)
    table.save(work.run(network_id) / CLIP_TABLE)
    sizes = size_table(folder)
    alone = metrics.auc(sizes.labels, sizes.scores)
    return figures_of(table) | {"auc_of_face_size_either_way": round(max(alone, 1 - alone), 4)}


def _under_losses(
    network_id: str, work: Workspace, stored: ExportedNetwork, table: ScoreTable, per_class: int
) -> dict[str, Any]:
    """Figures on a part of the validation crops after losses, and with uncompacted kernels."""
    # The first of each class that `evaluate` drew, so their scores are known already.
    count = min(per_class, _ROBUSTNESS_CROPS)
    few = draw(work.rows(), Split.VALIDATION, count, presets.DRAW_SEEDS[Split.VALIDATION])
    part = table.part({row.file for row in few})
    spec, images = presets.INPUTS[network_id], work.images()
    exact = ExportedNetwork(to_onnx(restore_network(network_id, work), is_compact=False))
    return {
        "robustness": robustness(stored, few, images, spec, part),
        "self_blended": against_self_blended(stored, few, images, spec),
        "storage": storage_loss(part, score_crops(exact, few, images, spec)),
    }


def _fixed_figures(results: dict[str, Any], table: ScoreTable) -> dict[str, Any]:
    """Figures at thresholds and with a calibration that were fitted elsewhere."""
    try:
        points = results["operating_points"]
        chosen = OperatingPoints(points["support_threshold"], points["no_support_threshold"])
        calibration = Calibration(**results["calibration"]["parameters"])
    except KeyError as error:
        raise CheckpointError("calibrate on validation before the test is looked at") from error
    return figures_at(table, chosen) | {"cllr": cllr_of(table, calibration)}


def measure(work: Workspace, per_class: int, changed: int, weights: Path, table: Path) -> int:
    """Score validation crops with the image detectors of a folder; gives their number.

    The crops are those that `evaluate` draws; the first `changed` of each class are also scored
    after losses.
    """
    rows = draw(work.rows(), Split.VALIDATION, per_class, presets.DRAW_SEEDS[Split.VALIDATION])
    few = draw(work.rows(), Split.VALIDATION, changed, presets.DRAW_SEEDS[Split.VALIDATION])
    scorer = CropScorer(weights, work.images())
    return len(score_crop_table(scorer, rows, {row.file for row in few}, table))


def explain(
    network_id: str, work: Workspace, count: int, weights: Path | None = None
) -> dict[str, Any]:
    """Check the heat maps of a network on fakes of the validation split that it finds.

    Args:
        network_id: Of an image network.
        work: Holds the manifest; receives the figures, unless `weights` are others'.
        count: Fakes to take, from those that score 0.5 or more.
        weights: A `network.onnx`; None for the one of the run.

    Raises:
        CheckpointError: The network has no maps, or there is no network file.
    """
    if not is_explainable(network_id):
        raise CheckpointError(f"{network_id} reads features, not crops: it has no heat maps")
    source = weights or work.run(network_id) / NETWORK_FILE
    if not source.is_file():
        raise CheckpointError(f"{source}: missing; run `evaluate` first")
    spec = presets.INPUTS[network_id]
    fakes = [row for row in draw(work.rows(), Split.VALIDATION, 4 * count) if row.label == FAKE]
    table = score_crops(ExportedNetwork(source), fakes, work.images(), spec)
    found = [row for row, score in zip(fakes, table.scores, strict=True) if score >= 0.5][:count]
    if not found:
        raise CheckpointError(f"{source}: finds none of {len(fakes)} fakes, nothing to explain")
    batch = to_batch([read_crop(work.images(), row) for row in found], spec)
    size = (spec.height, spec.width)
    figures = check_explanations(network_id, read_keras_weights(source), size, batch)
    if weights is None:
        work.add_results(network_id, explanation=figures)
    return figures


def restore_network(network_id: str, work: Workspace) -> Any:
    """Build a network with the weights of its run's last checkpoint."""
    spec = presets.INPUTS[network_id]
    return restore(network_id, work.run(network_id), spec.height, spec.width)


def fit_calibration(network_id: str, work: Workspace) -> Calibration:
    """Fit calibration and operating points to the validation scores."""
    path = work.run(network_id) / f"{Split.VALIDATION}_scores.csv"
    if not path.is_file():
        raise CheckpointError(f"{path}: missing; run `evaluate` first")
    table = ScoreTable.load(path)
    calibration, points = calibrate(table), operating_points(table)
    clips = work.run(network_id) / CLIP_TABLE
    if clips.is_file():
        points = within_limit_on(ScoreTable.load(clips), points)
    work.add_results(
        network_id,
        calibration={"parameters": asdict(calibration)},
        operating_points=asdict(points) | {"validation": figures_at(table, points)},
    )
    return calibration
