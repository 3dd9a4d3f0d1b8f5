# SPDX-License-Identifier: Apache-2.0
"""Puts together what a card says of a network: facts of the run, figures, calibration, limits."""

from __future__ import annotations

import json
import platform
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

from core.networks.gru_head import FEATURE_SIZE, WINDOW
from core.records import InputSpec
from training.augmentation.augment import AugmentSettings
from training.datasets.catalog import DFDC_FACES
from training.datasets.manifest import FAKE, REAL, ManifestRow, select
from training.datasets.splits import SPLIT_RULE, Split
from training.errors import CheckpointError
from training.learning.checkpoints import read_history
from training.presets import GRU_VIEWS, IMAGE_CNN_MEASURED
from training.releasing import limits
from training.sequences.sequence_kinds import Kind

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
    "image_cnn": "{} degraded crops and {} as they are, half real and half fake, measured once by "
    "convolutions that are set and not trained; samples_seen counts how often the dense layers saw "
    "one of these, as measured or mirrored".format(*IMAGE_CNN_MEASURED),
}
_CHOICES = {
    "image_cnn": "validation, at most 1000 crops of each class: filters, degradations, settings of "
    "the dense layers, their last weights or running average, the scale of the score, operating "
    "points, calibration; the test split was looked at once for version 1 and twice for version 2, "
    "whose first weights both engines did not score alike enough",
    "xception": "validation: which state of the run is shipped, operating points, calibration; the "
    "test split was looked at once, with the shipped weights",
    "xception_gru": "validation: operating points, calibration; the test split was looked at once "
    "with the shipped weights, and twice for version 2",
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
    except (OSError, ValueError) as error:
        raise CheckpointError(f"{run}: no configuration of a run ({error})") from error
    last = read_history(run)[-1]
    steps = int(last["step"])
    return RunFacts(
        steps, steps * int(config["batch_size"]), round(last["elapsed_s"] / 60, 1), config
    )


@dataclass(frozen=True, slots=True)
class Chain:
    """What came before and beside a network's own run.

    Attributes:
        version: Of the weights that training went on from, 0 where there were none.
        stages: Their stages, as on their card, by name.
        clips: Counts of labelled clips and crops of them that training used, of this run or of an
            earlier release's; empty for none.
        trunk_sha256: Of the trunk's `network.onnx`, for `xception_gru`.
        sequences: Kind of training sequence to their number, for `xception_gru`.
        averaged: Network file to hash of each part of a mean of weights; empty for none.
    """

    version: int = 0
    stages: Mapping[str, Table] = field(default_factory=dict)
    clips: Mapping[str, Any] = field(default_factory=dict)
    trunk_sha256: str = ""
    sequences: Mapping[str, int] = field(default_factory=dict)
    averaged: Mapping[str, str] = field(default_factory=dict)


def chain_before(card: Mapping[str, Any]) -> Chain:
    """Read what a run that goes on from released weights has behind it.

    Args:
        card: Of those weights.
    """
    version_number = int(card["version"])
    stages = card["training"]["stages"]
    # Stages of still earlier releases have such a name already.
    named = {
        name if name.startswith("version_") else f"version_{version_number}_{name}": dict(stage)
        for name, stage in stages.items()
    }
    return Chain(version_number, named, clips=card["training"].get("labelled_clips", {}))


def card_of(
    network_id: str,
    spec: InputSpec,
    sha256: str,
    rows: Sequence[ManifestRow],
    runs: dict[str, RunFacts],
    results: Table,
    chain: Chain | None = None,
) -> Table:
    """Put a card together.

    Args:
        network_id: Of the network.
        spec: Input of the network, or of the trunk before it.
        sha256: Of `network.onnx`.
        rows: The manifest.
        runs: Stage to its facts; the last one is the network's own.
        results: Sections `validation`, `robustness`, `test`, `calibration`, ... as measured.
        chain: What came before these runs.

    Returns:
        What `training.releasing.cards.write_card` writes.
    """
    is_sequence = network_id == "xception_gru"
    before = chain or Chain()
    return {
        "id": network_id,
        "title": _TITLES[network_id],
        "kind": "sequence" if is_sequence else "image",
        "version": str(before.version + 1),
        "date": f"{datetime.now(UTC):%Y-%m-%d}",
        "license": "Apache-2.0",
        "paper": _PAPERS[network_id],
        "input": _sequence_input(before.trunk_sha256) if is_sequence else asdict(spec),
        "files": {"network.onnx": sha256},
        "training": _training(network_id, rows, runs, before),
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


def _training(
    network_id: str, rows: Sequence[ManifestRow], runs: dict[str, RunFacts], before: Chain
) -> Table:
    last = list(runs.values())[-1].config
    stages = dict(before.stages) | {name: _stage(facts) for name, facts in runs.items()}
    return {
        "data": DFDC_FACES.title,
        "repository": DFDC_FACES.repository,
        "commit": DFDC_FACES.commit,
        "data_license": DFDC_FACES.license,
        "n_real": len(select(rows, Split.TRAIN, REAL)),
        "n_fake": len(select(rows, Split.TRAIN, FAKE)),
        "split_rule": SPLIT_RULE,
        "augmentation": _augmentation(last),
        **({"weights_are_the_mean_of": dict(before.averaged)} if before.averaged else {}),
        **({"labelled_clips": dict(before.clips)} if before.clips else {}),
        **({"sequences": dict(before.sequences)} if before.sequences else {}),
        "samples": _samples(network_id, runs, before),
        "chosen_on": _CHOICES[network_id],
        "seed": int(last["seed"]),
        "code": "python -m training, see training/README.md",
        "python": platform.python_version(),
        "versions": {name: version(name) for name in _PACKAGES},
        **({} if network_id == "xception_gru" else _total(stages)),
        "stages": stages,
    }


def _total(stages: Mapping[str, Table]) -> Table:
    """All crops of all stages; crops of a trunk and windows of a head do not add up."""
    return {"samples_seen_by_all_stages": sum(stage["samples_seen"] for stage in stages.values())}


def _stage(facts: RunFacts) -> Table:
    return {
        "samples_seen": facts.samples,
        "minutes": facts.minutes,
        "batch_size": int(facts.config["batch_size"]),
        "learning_rate": float(facts.config["schedule"]["learning_rate"]),
        "label_smoothing": float(facts.config["label_smoothing"]),
        "self_blended_share_of_fakes": float(facts.config["self_blended"]),
        "frozen_before": str(facts.config["frozen_until"]),
    }


def _samples(network_id: str, runs: Mapping[str, RunFacts], before: Chain) -> str:
    if network_id == "xception":
        return _samples_of_xception(runs["network"], before)
    if network_id == "xception_gru":
        return _samples_of_head(before)
    return _SAMPLES[network_id]


def _samples_of_xception(facts: RunFacts, before: Chain) -> str:
    text = "crops, each seen once before any comes again"
    if before.version:
        text += "; crops that the earlier release had not seen came first"
    since, share = int(facts.config.get("mixed_from", -1)), facts.config.get("clip_share", 0)
    if since < 0:
        return text
    mixed = max(0, facts.steps - since) * int(facts.config["batch_size"])
    text += f"; in the last {mixed} samples self-blending follows 468 landmarks"
    if share:
        text += f", and {share:.0%} are crops of labelled clips, half real and half fake"
    if before.clips and not share:
        text += "; crops of labelled clips were mixed in for an earlier release only"
    return text


def _samples_of_head(before: Chain) -> str:
    counts = {Kind(name): number for name, number in before.sequences.items()}
    crops = _listed({kind: n for kind, n in counts.items() if not kind.is_clip})
    clips = _listed({kind: n for kind, n in counts.items() if kind.is_clip})
    text = (
        f"windows of 3 to 20 frames, walking between {GRU_VIEWS} jittered and re-encoded views of "
        f"each of {crops}, that the trunk was not trained on"
    )
    if clips:
        text += (
            f"; and between {GRU_VIEWS} frames of each of {clips} (a clip may come more than "
            "once); the trunk was trained on frames of these clips too"
        )
    if before.version:
        text += f"; the head goes on from version {before.version}"
    return f"{text}; validation: one window a crop"


def _listed(counts: Mapping[Kind, int]) -> str:
    return ", ".join(f"{number} {kind}" for kind, number in counts.items())


def _augmentation(config: Table) -> str:
    settings = AugmentSettings(**config["augment"])
    shares = ", ".join(f"{name} {share:g}" for name, share in asdict(settings).items())
    return f"{shares} (probabilities), the same for real and fake"
