# SPDX-License-Identifier: Apache-2.0
"""Puts together what a card says of a network: facts of the run, figures, calibration, limits."""

from __future__ import annotations

import json
import platform
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

from core.networks.gru_head import FEATURE_SIZE, WINDOW
from core.records import InputSpec
from training import limits
from training.augment import AugmentSettings
from training.datasets.catalog import DFDC_FACES
from training.datasets.manifest import FAKE, REAL, ManifestRow, select
from training.datasets.splits import SPLIT_RULE, Split
from training.errors import CheckpointError
from training.presets import GRU_CROPS, GRU_VIEWS, IMAGE_CNN_HEAD
from training.train_cnn import HEAD_STEPS

Table = dict[str, Any]

_TITLES = {
    "image_cnn": "Plain CNN on single face crops",
    "xception": "Xception on single face crops",
    "xception_gru": "Xception features with a GRU over 20 frames",
}
_PAPERS = {
    "image_cnn": "plain network of the published recipe; no paper",
    "xception": "Chollet, F. (2017), Xception: Deep Learning with Depthwise Separable "
    "Convolutions, CVPR, arXiv:1610.02357; as deepfake detector: Rossler, A. et al. (2019), "
    "FaceForensics++, ICCV, arXiv:1901.08971",
    "xception_gru": "Guera, D. and Delp, E. J. (2018), Deepfake Video Detection Using Recurrent "
    "Neural Networks, AVSS; GRU: Cho, K. et al. (2014), arXiv:1406.1078",
}
_SAMPLES = {
    "image_cnn": "stand_in: crops seen once each; dense_layers: windows of crops from a cache "
    f"of {HEAD_STEPS * IMAGE_CNN_HEAD.batch_size} augmented crops, seen many times",
    "xception": "crops, each seen once",
    "xception_gru": f"windows of 3 to 20 frames, walking between {GRU_VIEWS} views of each of "
    f"{GRU_CROPS['train']} real and {GRU_CROPS['train']} fake crops that the trunk was not "
    f"trained on, a tenth of the real ones made fake by self-blending; validation: one window "
    "a crop",
}
_CHOICES = {
    "image_cnn": "validation: settings of the dense layers, on 300 crops of each class; "
    "the test split was looked at once, with the shipped weights",
    "xception": "nothing was chosen on validation but the operating points and the calibration; "
    "the test split was looked at once, with the shipped weights",
    "xception_gru": "validation: start and number of steps; the test split was looked at with "
    "the shipped weights only, twice: with two windows a crop and then, as shown, with one",
}
_PACKAGES = ("keras", "tensorflow-cpu", "onnx", "onnxruntime", "numpy", "opencv-python-headless")


@dataclass(frozen=True, slots=True)
class RunFacts:
    """What a finished run says of itself.

    Attributes:
        steps: Batches done.
        samples: Crops or windows seen.
        minutes: Of training, without validation.
        config: As saved beside the checkpoint.
    """

    steps: int
    samples: int
    minutes: float
    config: Table


def run_facts(run: Path) -> RunFacts:
    """Read the facts of a run from its folder.

    Raises:
        CheckpointError: Its history or configuration is missing.
    """
    try:
        config = json.loads((run / "config.json").read_text("utf-8"))
        last = json.loads((run / "history.json").read_text("utf-8"))[-1]
    except (OSError, ValueError, IndexError) as error:
        raise CheckpointError(f"{run}: no history of a run ({error})") from error
    steps = int(last["step"])
    return RunFacts(
        steps, steps * int(config["batch_size"]), round(last["elapsed_s"] / 60, 1), config
    )


def card_of(
    network_id: str,
    spec: InputSpec,
    sha256: str,
    rows: Sequence[ManifestRow],
    runs: dict[str, RunFacts],
    results: Table,
    trunk_sha256: str = "",
) -> Table:
    """Put a card together.

    Args:
        network_id: Of the network.
        spec: Input of the network, or of the trunk before it.
        sha256: Of `network.onnx`.
        rows: The manifest.
        runs: Stage to its facts; the last one is the network's own.
        results: Sections `validation`, `robustness`, `test`, `calibration`, ... as measured.
        trunk_sha256: Of the trunk's `network.onnx`, for `xception_gru`.

    Returns:
        What `training.cards.write_card` writes.
    """
    is_sequence = network_id == "xception_gru"
    return {
        "id": network_id,
        "title": _TITLES[network_id],
        "kind": "sequence" if is_sequence else "image",
        "version": "1",
        "date": f"{datetime.now(UTC):%Y-%m-%d}",
        "license": "Apache-2.0",
        "paper": _PAPERS[network_id],
        "input": _sequence_input(trunk_sha256) if is_sequence else asdict(spec),
        "files": {"network.onnx": sha256},
        "training": _training(network_id, rows, runs),
        **results,
        "limits": {"text": list(limits.of(network_id))},
    }


def _sequence_input(trunk_sha256: str) -> Table:
    return {
        "window": WINDOW,
        "feature_size": FEATURE_SIZE,
        "trunk": "xception",
        "trunk_sha256": trunk_sha256,
    }


def _training(network_id: str, rows: Sequence[ManifestRow], runs: dict[str, RunFacts]) -> Table:
    last = list(runs.values())[-1].config
    return {
        "data": DFDC_FACES.title,
        "repository": DFDC_FACES.repository,
        "commit": DFDC_FACES.commit,
        "data_license": DFDC_FACES.license,
        "n_real": len(select(rows, Split.TRAIN, REAL)),
        "n_fake": len(select(rows, Split.TRAIN, FAKE)),
        "split_rule": SPLIT_RULE,
        "augmentation": _augmentation(last),
        "samples": _SAMPLES[network_id],
        "chosen_on": _CHOICES[network_id],
        "seed": int(last["seed"]),
        "code": "python -m training, see training/README.md",
        "python": platform.python_version(),
        "versions": {name: version(name) for name in _PACKAGES},
        "stages": {
            name: {
                "samples_seen": facts.samples,
                "minutes": facts.minutes,
                "batch_size": int(facts.config["batch_size"]),
                "learning_rate": float(facts.config["schedule"]["learning_rate"]),
                "label_smoothing": float(facts.config["label_smoothing"]),
                "self_blended_share_of_fakes": float(facts.config["self_blended"]),
                "frozen_before": str(facts.config["frozen_until"]),
            }
            for name, facts in runs.items()
        },
    }


def _augmentation(config: Table) -> str:
    settings = AugmentSettings(**config["augment"])
    shares = ", ".join(f"{name} {share:g}" for name, share in asdict(settings).items())
    return f"flip 0.5, {shares} (probabilities), the same for real and fake"
