# SPDX-License-Identifier: Apache-2.0
"""What the sub-commands do, one function each, for all three networks."""

from __future__ import annotations

import json
import logging
from collections.abc import Sequence
from dataclasses import asdict, replace
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.networks.onnx_explanation import is_explainable
from core.networks.onnx_weights import read_keras_weights
from core.preprocess.tensors import to_batch
from training import presets
from training.batches import Mixture
from training.calibrate import Calibration, OperatingPoints, calibrate, operating_points
from training.cards import write_card
from training.clip_mix import ClipMix
from training.config import ExperimentConfig
from training.crop_scores import CropScorer, score_crop_table
from training.crops import read_crop
from training.datasets.clip_crops import read_clip_crops
from training.datasets.duplicates import (
    across_splits,
    fingerprints,
    overlap_figures,
    without_near_duplicates,
)
from training.datasets.layouts import list_files
from training.datasets.manifest import (
    FAKE,
    REAL,
    ManifestRow,
    build_manifest,
    select,
    write_manifest,
)
from training.datasets.splits import Split
from training.errors import CheckpointError
from training.evaluate import (
    against_self_blended,
    cllr_of,
    figures_at,
    figures_of,
    robustness,
    storage_loss,
)
from training.explanations import check_explanations
from training.export import NETWORK_FILE, export, restore, to_onnx
from training.extract_faces import Extraction, extract_faces
from training.landmarks import landmarks_of
from training.provenance import record
from training.release import RunFacts, card_of, run_facts
from training.scoring import ExportedNetwork, ScoreTable, draw, score_crops
from training.sequences import ViewFeatures, extract, windows
from training.train_cnn import train_image_cnn
from training.train_gru import score_windows, train_gru
from training.train_images import batches_of, train_xception
from training.workspace import Workspace

log = logging.getLogger(__name__)

GRU = "xception_gru"
_DRAW_SEEDS = {Split.TRAIN: 5, Split.VALIDATION: 1, Split.TEST: 2}
_ROBUSTNESS_CROPS = 250
_PARITY_CROPS = 16


def prepare(table: Path, images: Path, work: Workspace) -> int:
    """Write the manifest of a data set; gives the number of its rows."""
    work.root.mkdir(parents=True, exist_ok=True)
    rows = build_manifest(table, images)
    write_manifest(rows, work.manifest)
    work.remember_images(images)
    return len(rows)


def prepare_files(layout: str, source: Path, crops: int, work: Workspace) -> int:
    """Cut the faces of a data set of whole files and write the manifest of the crops."""
    faces = work.root / "faces"
    extraction = Extraction(presets.XCEPTION_INPUT, crops)
    rows = extract_faces(list_files(layout, source), source, faces, extraction)
    write_manifest(rows, work.manifest)
    work.remember_images(faces)
    return len(rows)


def find_leaks(work: Workspace, *, drops: bool) -> dict[str, Any]:
    """Count near duplicates across splits, and take them out of the manifest if `drops`.

    Once taken out, the order in which crops are trained on is another one: not for a workspace
    whose runs are to go on.
    """
    rows = work.rows()
    bits = fingerprints(rows, work.images(), work.root / "fingerprints.npz")
    pairs = across_splits(rows, bits)
    if drops:
        write_manifest(without_near_duplicates(rows, pairs), work.manifest)
    return overlap_figures(rows, pairs)


def train(
    network_id: str,
    work: Workspace,
    start: Path | None = None,
    minutes: float | None = None,
    steps: int | None = None,
    mixed_from: int = -1,
) -> None:
    """Train a network, or go on with a run that was interrupted.

    Args:
        network_id: Of the network.
        work: Holds the manifest; receives the run.
        start: ImageNet arrays, or an exported network, that `xception` starts from; needed for
            that network only.
        minutes: Budget instead of the preset's.
        steps: Steps at most instead of the preset's.
        mixed_from: First batch of `xception` with crops of clips and landmarks; -1 for none.

    Raises:
        CheckpointError: `xception` without anything to start from, or `xception_gru` without trunk.
    """
    rows, images, run = work.rows(), work.images(), work.run(network_id)
    record(run, work.manifest, start)
    if network_id == "xception":
        if start is None:
            raise CheckpointError(
                "xception starts from ImageNet arrays (--imagenet-weights PATH) "
                "or from an earlier release (--from-weights PATH)"
            )
        config = presets.bounded(presets.xception_from(start), minutes, steps)
        config = replace(config, mixed_from=mixed_from)
        mixture = mixture_of(config, work)
        train_xception(config, rows, images, start, run, work.used(), mixture)
    elif network_id == "image_cnn":
        config = presets.bounded(presets.IMAGE_CNN, minutes, steps)
        head_config = presets.bounded(presets.IMAGE_CNN_HEAD, minutes, steps)
        train_image_cnn(config, head_config, rows, images, run)
    else:
        config = presets.bounded(presets.XCEPTION_GRU, minutes, steps)
        parts = [gru_features(work, split) for split in (Split.TRAIN, Split.VALIDATION)]
        weights = read_keras_weights(work.run("xception") / NETWORK_FILE)
        trunk_head = (weights["score/kernel"], weights["score/bias"])
        train_gru(config, parts[0], parts[1], trunk_head, run)


def mixture_of(config: ExperimentConfig, work: Workspace) -> Mixture | None:
    """Give what comes into the batches of `xception` besides the data set's crops."""
    if config.mixed_from < 0:
        return None
    clips, folder = ClipMix.load(work.clips), work.clips
    real = select(work.rows(), Split.TRAIN, REAL)
    own = landmarks_of(real, work.images(), work.root / "landmarks.npz")
    others = [row for row in read_clip_crops(folder) if row.label == REAL]
    of_clips = landmarks_of(others, folder, folder / "landmarks.npz")
    return Mixture(config.mixed_from, clips, config.clip_share, {**own, **of_clips})


def gru_features(work: Workspace, split: Split) -> ViewFeatures:
    """Give the trunk's features of a split's crops, from the cache if they are there."""
    path = work.run(GRU) / f"features_{split}.npz"
    if path.is_file():
        return ViewFeatures.load(path)
    trunk_file = work.run("xception") / NETWORK_FILE
    if not trunk_file.is_file():
        raise CheckpointError(f"{trunk_file}: missing; run `evaluate xception` first")
    rows = _unseen_by_trunk(work) if split is Split.TRAIN else work.rows()
    chosen = draw(rows, split, presets.GRU_CROPS[split], _DRAW_SEEDS[split])
    # Only training sequences get self-blended fakes: figures are about the data's own fakes.
    blended = presets.XCEPTION_GRU.self_blended if split is Split.TRAIN else 0.0
    trunk = ExportedNetwork(trunk_file)
    spec, seed = presets.XCEPTION_INPUT, presets.XCEPTION_GRU.seed
    data = extract(trunk, chosen, work.images(), spec, presets.GRU_VIEWS, seed, blended)
    path.parent.mkdir(parents=True, exist_ok=True)
    data.save(path)
    return data


def _unseen_by_trunk(work: Workspace) -> Sequence[ManifestRow]:
    """Training crops that the trunk was not trained on, as far as there are enough of them."""
    facts = run_facts(work.run("xception"))
    config = replace(
        presets.XCEPTION,
        first_batch=int(facts.config.get("first_batch", 0)),
        held_back=int(facts.config.get("held_back", 0)),
    )
    unseen = batches_of(config, work.rows(), work.images()).unseen(facts.steps)
    return unseen if len(draw(unseen, Split.TRAIN, 1)) == 2 else work.rows()


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
        chosen = draw(work.rows(), split, per_class, _DRAW_SEEDS[split])
        table = score_crops(stored, chosen, work.images(), presets.INPUTS[network_id])
        figures = figures_of(table)
        if split is Split.VALIDATION:
            results = _under_losses(network_id, work, stored, table, per_class)
    table.save(work.run(network_id) / f"{split}_scores.csv")
    if split is Split.TEST:
        figures |= _fixed_figures(work.results(network_id), table)
    work.add_results(network_id, **{str(split): figures}, **results)
    return figures


def _under_losses(
    network_id: str, work: Workspace, stored: ExportedNetwork, table: ScoreTable, per_class: int
) -> dict[str, Any]:
    """Figures on a part of the validation crops after losses, and with uncompacted kernels."""
    # The first of each class that `evaluate` drew, so their scores are known already.
    count = min(per_class, _ROBUSTNESS_CROPS)
    few = draw(work.rows(), Split.VALIDATION, count, _DRAW_SEEDS[Split.VALIDATION])
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
    rows = draw(work.rows(), Split.VALIDATION, per_class, _DRAW_SEEDS[Split.VALIDATION])
    few = draw(work.rows(), Split.VALIDATION, changed, _DRAW_SEEDS[Split.VALIDATION])
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


def kept_figures(path: Path) -> dict[str, Any]:
    """Read figures that lie beside a page; empty where there are none.

    Raises:
        CheckpointError: The file is damaged.
    """
    if not path.is_file():
        return {}
    try:
        found: dict[str, Any] = json.loads(path.read_text("utf-8"))
    except ValueError as error:
        raise CheckpointError(f"{path}: damaged ({error})") from error
    return found


def keep_figures(path: Path, name: str, figures: dict[str, Any]) -> None:
    """Add or replace figures in a file beside a page."""
    path.parent.mkdir(parents=True, exist_ok=True)
    merged = kept_figures(path) | {name: figures}
    path.write_text(json.dumps(merged, indent=1) + "\n", "utf-8")


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
    work.add_results(
        network_id,
        calibration={"parameters": asdict(calibration)},
        operating_points=asdict(points) | {"validation": figures_at(table, points)},
    )
    return calibration


def release(network_id: str, work: Workspace, weights: Path) -> dict[str, Any]:
    """Write `network.onnx` and `card.toml` for users.

    Args:
        network_id: Of the network.
        work: Holds the run and its results.
        weights: Folder that holds a folder for each network.

    Returns:
        The card.
    """
    results = work.results(network_id)
    missing = {"validation", "calibration", "operating_points"} - results.keys()
    if missing:
        raise CheckpointError(f"{network_id}: {', '.join(sorted(missing))} not measured yet")
    folder = weights / network_id
    network = restore_network(network_id, work)
    written = export(network, _parity_inputs(network_id, work), folder)
    sections = _sections(results)
    sections["engines"] = {
        "parity_max_abs_difference": float(f"{written.parity:.2g}"),
        "parity_on": f"{_PARITY_CROPS} validation crops, ONNX Runtime against Keras, float32",
        "size_bytes": written.size_bytes,
    }
    spec = presets.INPUTS[network_id]
    facts = _stages(network_id, work)
    trunk_file = work.run("xception") / NETWORK_FILE
    trunk = sha256(trunk_file.read_bytes()).hexdigest() if network_id == GRU else ""
    card = card_of(network_id, spec, written.sha256, work.rows(), facts, sections, trunk)
    write_card(card, folder / "card.toml")
    return card


def _sections(results: dict[str, Any]) -> dict[str, Any]:
    calibration = {
        "method": "logistic regression on logit(score) of the validation split, classes "
        "weighted to equal priors; log10_lr = (slope * logit + intercept) / ln(10), then bounded",
        "bounds": "ELUB with one more misleading case on either side (Vergeer et al. 2016), "
        f"by lir {version('lir')}",
        "cllr_of": "validation, each fifth of the groups calibrated by the other four",
    } | results["calibration"]["parameters"]
    order = ("validation", "robustness", "self_blended", "explanation", "storage", "test")
    measured = {name: results[name] for name in order if name in results}
    points = {
        "chosen_on": "validation: false alarms at most 5 % at support_threshold, misses at most "
        "12 % at no_support_threshold; between them is inconclusive",
    } | results["operating_points"]
    return measured | {"calibration": calibration, "operating_points": points}


def _stages(network_id: str, work: Workspace) -> dict[str, RunFacts]:
    run = work.run(network_id)
    stages = {"network": run}
    if network_id == "image_cnn":
        stages = {"stand_in": run / "stand_in", "dense_layers": run / "head"}
    elif network_id == GRU:
        stages = {"trunk": work.run("xception"), "network": run}
    return {name: run_facts(folder) for name, folder in stages.items()}


def _parity_inputs(network_id: str, work: Workspace) -> dict[str, NDArray[Any]]:
    if network_id == GRU:
        data = gru_features(work, Split.VALIDATION)
        index = np.linspace(0, len(data.labels) - 1, _PARITY_CROPS).astype(np.int64)
        return dict(windows(data, index, np.random.default_rng(0))[0])
    chosen = draw(work.rows(), Split.VALIDATION, _PARITY_CROPS // 2, 7)
    crops = [read_crop(work.images(), row) for row in chosen]
    return {"batch": to_batch(crops, presets.INPUTS[network_id])}
