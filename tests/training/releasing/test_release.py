# SPDX-License-Identifier: Apache-2.0
"""A card counts the whole chain of runs behind its weights."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from core.cards import read_card
from training import presets
from training.commands.publish import clip_counts, recalibrate, trained_anew
from training.datasets.manifest import FAKE, REAL, ManifestRow
from training.datasets.splits import Split
from training.errors import CheckpointError
from training.measuring.crop_scores import CropScore
from training.releasing.cards import write_card
from training.releasing.release import Chain, RunFacts, card_of, chain_before
from training.sequences.sequence_kinds import Kind
from training.shipped import WEIGHTS
from training.workspace import Workspace

CONFIG = {
    "batch_size": 32,
    "schedule": {"learning_rate": 1e-4},
    "label_smoothing": 0.05,
    "self_blended": 0.15,
    "frozen_until": "block5",
    "seed": 1,
    "augment": {},
    "mixed_from": 150,
    "clip_share": 0.25,
}
FACTS = RunFacts(350, 350 * 32, 70.0, CONFIG)


def test_stages_of_earlier_releases_are_kept_and_counted() -> None:
    first = {"version": "1", "training": {"stages": {"network": {"samples_seen": 22464}}}}
    second = card_of(
        "xception", presets.XCEPTION_INPUT, "00", [], {"network": FACTS}, {}, chain_before(first)
    )
    assert second["version"] == "2"
    training = second["training"]
    assert list(training["stages"]) == ["version_1_network", "network"]
    assert training["samples_seen_by_all_stages"] == 22464 + 11200
    assert "in the last 6400 samples self-blending follows 468" in training["samples"]
    assert "25% are crops of labelled clips" in training["samples"]
    second["training"]["labelled_clips"] = {"real_clips": 118}
    facts = replace(FACTS, config=CONFIG | {"clip_share": 0.0})
    third = card_of(
        "xception", presets.XCEPTION_INPUT, "00", [], {"network": facts}, {}, chain_before(second)
    )
    assert third["training"]["labelled_clips"] == {"real_clips": 118}
    assert "for an earlier release only" in third["training"]["samples"]
    assert list(third["training"]["stages"]) == [
        "version_1_network",
        "version_2_network",
        "network",
    ]


def test_a_sequence_card_counts_what_its_head_saw_by_kind() -> None:
    """A kind that was not used is not named."""
    used = {str(Kind.REAL_CROP): 50, str(Kind.SWAPPED_CROP): 12, str(Kind.SWAPPED_CLIP): 6}
    card = card_of(
        "xception_gru",
        presets.XCEPTION_INPUT,
        "00",
        [],
        {"trunk": FACTS, "network": FACTS},
        {},
        Chain(sequences=used),
    )
    assert card["training"]["sequences"] == used
    text = card["training"]["samples"]
    assert "50 real crops, 12 real crops with the face of another one" in text
    assert "6 real clips with the face of another one" in text
    assert "self-blended" not in text
    only = card_of(
        "xception_gru",
        presets.XCEPTION_INPUT,
        "00",
        [],
        {"trunk": FACTS, "network": FACTS},
        {},
        Chain(sequences={str(Kind.REAL_CROP): 50}),
    )
    assert "clip" not in only["training"]["samples"]


def test_workspace_remembers_what_a_run_went_on_from(tmp_path: Path) -> None:
    work = Workspace(tmp_path)
    assert work.chain("xception").version == 0
    card = tmp_path / "card.toml"
    write_card({"version": "3", "training": {"stages": {"network": {"samples_seen": 7}}}}, card)
    work.remember_start("xception", card)
    assert work.chain("xception").stages == {"version_3_network": {"samples_seen": 7}}
    (work.run("xception") / "started_from.toml").write_text("version = 1", "utf-8")
    with pytest.raises(CheckpointError):
        work.chain("xception")


def test_clips_are_counted_by_class_and_source() -> None:
    rows = [
        ManifestRow("a.jpg", REAL, "LRS3|x.mp4", Split.TRAIN, "0"),
        ManifestRow("b.jpg", REAL, "LRS3|x.mp4", Split.TRAIN, "1"),
        ManifestRow("c.jpg", FAKE, "GEN|y.mp4", Split.TRAIN, "2"),
    ]
    counts = clip_counts(rows)
    assert (counts["real_clips"], counts["real_crops"], counts["real_sources"]) == (1, 2, ["LRS3"])
    assert (counts["fake_clips"], counts["fake_sources"]) == (1, ["GEN"])


def test_released_weights_are_calibrated_anew_only_by_their_own_scores(tmp_path: Path) -> None:
    import shutil

    import resources

    shutil.copytree(resources.path("weights/image_cnn"), tmp_path / "image_cnn")
    others = [CropScore("a.jpg", "a", 0, "0" * 12, {}, {"image_cnn": 0.5})]
    with pytest.raises(CheckpointError, match="no scores"):
        recalibrate("image_cnn", tmp_path, others)


def test_weights_trained_anew_count_their_version_once() -> None:
    landed = read_card(WEIGHTS / "image_cnn" / "card.toml")
    assert trained_anew(landed, "00").version + 1 == int(landed.version) + 1
    assert trained_anew(landed, landed.network_sha256).version + 1 == int(landed.version)
    assert not trained_anew(landed, "00").stages
