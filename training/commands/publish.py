# SPDX-License-Identifier: Apache-2.0
"""From a run to the files that users get."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.cards import WeightsCard, read_card
from core.preprocess.tensors import to_batch
from training import presets
from training.commands.judge import restore_network
from training.commands.learn import GRU, features_file, gru_features
from training.datasets.clip_crops import read_clip_crops, source_of
from training.datasets.crops import read_crop
from training.datasets.manifest import FAKE, REAL, ManifestRow
from training.datasets.splits import Split
from training.errors import CheckpointError
from training.measuring.calibrate import Calibration, calibrate
from training.measuring.crop_scores import CropScore
from training.measuring.scoring import draw
from training.pages.validation_page import crop_table
from training.releasing.cards import write_card
from training.releasing.export import NETWORK_FILE, export
from training.releasing.release import Chain, RunFacts, card_of, run_facts
from training.releasing.soup import PARTS_NAME
from training.sequences.views import ViewFeatures, windows
from training.trainers.train_cnn import DENSE
from training.workspace import Workspace

_PARITY_CROPS = 16


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
    landed = folder / "card.toml"
    card_before = read_card(landed) if landed.is_file() else None
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
    chain = _chain(network_id, work)
    if network_id == "image_cnn" and card_before is not None:
        chain = trained_anew(card_before, written.sha256)
    card = card_of(network_id, spec, written.sha256, work.rows(), facts, sections, chain)
    write_card(card, folder / "card.toml")
    return card


def trained_anew(landed: WeightsCard, sha256: str) -> Chain:
    """Give what is before a network that does not go on from the landed one: a count of versions.

    Args:
        landed: Card of the weights that are to be replaced.
        sha256: Of the new `network.onnx`; exported again, the same weights keep their version.
    """
    is_the_same = landed.network_sha256 == sha256
    return Chain(version=int(landed.version) - is_the_same)


def _sections(results: dict[str, Any]) -> dict[str, Any]:
    calibration = calibration_section(results["calibration"]["parameters"])
    is_on_clips = "clips" in results
    order = ("validation", "robustness", "self_blended", "explanation", "storage", "test")
    measured = {name: results[name] for name in order if name in results}
    points = {
        "chosen_on": "validation: false alarms at most 5 % at support_threshold, misses at most "
        "12 % at no_support_threshold; between them is inconclusive"
        + ("; false alarms at most 5 % of the real validation clips' tracks too" * is_on_clips),
    } | results["operating_points"]
    return measured | {"calibration": calibration, "operating_points": points}


def calibration_section(parameters: Mapping[str, float]) -> dict[str, Any]:
    """Say how a calibration was made, with its parameters."""
    return {
        "method": "logistic regression on logit(score) of the validation split, classes "
        "weighted to equal priors; log10_lr = (slope * logit + intercept) / ln(10), then bounded",
        "bounds": "ELUB with one more misleading case on either side (Vergeer et al. 2016), "
        f"by lir {version('lir')}",
        "cllr_of": "validation, each fifth of the groups calibrated by the other four",
    } | dict(parameters)


def recalibrate(network_id: str, weights: Path, crops: Sequence[CropScore]) -> Calibration:
    """Fit the calibration of released weights anew, to the kept scores of validation crops.

    Args:
        network_id: Of an image network.
        weights: Folder that holds a folder for each network; its card is rewritten.
        crops: Scores by `measure`; those of other weights are left out.

    Raises:
        CheckpointError: There are no scores by these weights.
    """
    path = weights / network_id / "card.toml"
    card = read_card(path)
    own = [one for one in crops if card.network_sha256[:12] in one.weights.split("+")]
    table = crop_table(own, network_id)
    if len(set(table.labels.tolist())) < 2:
        raise CheckpointError(f"{path}: no scores of real and fake crops by these weights")
    found = calibrate(table)
    sections = dict(card.raw) | {"calibration": calibration_section(asdict(found))}
    # The cost on the test split was that of the old parameters, and it is not looked at again.
    if "test" in sections:
        sections["test"] = {k: v for k, v in card.raw["test"].items() if k != "cllr"}
    write_card(sections, path)
    return found


def _stages(network_id: str, work: Workspace) -> dict[str, RunFacts]:
    run = work.run(network_id)
    stages = {"network": run}
    if network_id == "image_cnn":
        stages = {"dense_layers": run / DENSE}
    elif network_id == GRU:
        stages = {"trunk": work.run("xception"), "network": run}
    return {name: run_facts(folder) for name, folder in stages.items()}


def _chain(network_id: str, work: Workspace) -> Chain:
    """What came before: the release that training went on from, the clips, the trunk."""
    if network_id == "image_cnn":
        return Chain()
    chain = work.chain("xception")
    facts = run_facts(work.run("xception"))
    has_clips = bool(facts.config.get("clip_share"))
    if has_clips and int(facts.config.get("mixed_from", -1)) >= 0:
        chain = replace(chain, clips=clip_counts(read_clip_crops(work.clips)))
    parts = work.run(network_id) / PARTS_NAME
    if parts.is_file():
        chain = replace(chain, averaged=json.loads(parts.read_text("utf-8")))
    if network_id == GRU:
        trunk_file = work.run("xception") / NETWORK_FILE
        own = work.chain(GRU)
        of_trunk = {f"trunk_{name}": stage for name, stage in chain.stages.items()}
        stages = own.stages or of_trunk  # an earlier head's card lists its trunk's stages too
        version_number = own.version or chain.version
        trunk = sha256(trunk_file.read_bytes()).hexdigest()
        counts = ViewFeatures.load(features_file(work, Split.TRAIN)).counts()
        chain = replace(
            chain,
            version=version_number,
            stages=stages,
            trunk_sha256=trunk,
            sequences=counts,
        )
    return chain


def clip_counts(rows: Sequence[ManifestRow]) -> dict[str, Any]:
    """Count labelled clips and their crops, by class."""
    counts: dict[str, Any] = {}
    for label, name in ((REAL, "real"), (FAKE, "fake")):
        own = [row for row in rows if row.label == label]
        counts[f"{name}_clips"] = len({row.group for row in own})
        counts[f"{name}_crops"] = len(own)
        counts[f"{name}_sources"] = sorted({source_of(row) for row in own})
    return counts


def _parity_inputs(network_id: str, work: Workspace) -> dict[str, NDArray[Any]]:
    if network_id == GRU:
        data = gru_features(work, Split.VALIDATION)
        index = np.linspace(0, len(data.labels) - 1, _PARITY_CROPS).astype(np.int64)
        return dict(windows(data, index, np.random.default_rng(0))[0])
    chosen = draw(work.rows(), Split.VALIDATION, _PARITY_CROPS // 2, 7)
    crops = [read_crop(work.images(), row) for row in chosen]
    return {"batch": to_batch(crops, presets.INPUTS[network_id])}


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
