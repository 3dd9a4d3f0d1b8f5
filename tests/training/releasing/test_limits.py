# SPDX-License-Identifier: Apache-2.0
"""The sentence on persons follows the counts, where there are any."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from training.errors import CheckpointError
from training.releasing import limits


def test_measured_shares_are_named(tmp_path: Path) -> None:
    figures = tmp_path / "identities.json"
    counted = {"share_of_test_seen_in_training": 0.514, "persons": 3}
    more = counted | {"share_of_test_seen_in_training": 0.83}
    figures.write_text(json.dumps({"limit_0.4": counted, "limit_0.5": more}), "utf-8")
    for network in ("image_cnn", "xception", "xception_gru"):
        sentences = " ".join(limits.of(network, figures))
        assert "51 to 83 % of test crops" in sentences
        assert "some actors" not in sentences


def test_without_counts_no_share_is_named(tmp_path: Path) -> None:
    sentences = limits.of("xception", tmp_path / "none.json")
    assert (
        "The split is by original video, not by person: some actors are in training and test alike."
    ) in sentences


@pytest.mark.parametrize("text", ["{", "[]", '{"limit_0.4": {}}', "{}"])
def test_damaged_counts_are_named(tmp_path: Path, text: str) -> None:
    figures = tmp_path / "identities.json"
    figures.write_text(text, "utf-8")
    with pytest.raises(CheckpointError, match=r"identities\.json"):
        limits.of("xception", figures)
