# SPDX-License-Identifier: Apache-2.0
"""From a run to the files that users get."""

from __future__ import annotations

import json
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.preprocess.tensors import to_batch
from training import presets
from training.cards import write_card
from training.commands.judge import restore_network
from training.commands.learn import GRU, gru_features
from training.crops import read_crop
from training.datasets.splits import Split
from training.errors import CheckpointError
from training.export import NETWORK_FILE, export
from training.release import RunFacts, card_of, run_facts
from training.scoring import draw
from training.sequences import windows
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
