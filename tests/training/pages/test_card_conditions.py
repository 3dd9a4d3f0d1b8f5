# SPDX-License-Identifier: Apache-2.0
"""The shipped cards say what the kept tables of scores say."""

from __future__ import annotations

import pytest

from core.cards import read_card
from training.measuring.clip_scores import read_clip_scores
from training.measuring.crop_scores import read_crop_scores
from training.pages.card_conditions import BY_CONDITION, CROSS_DATASET, measured_sections
from training.shipped import CLIP_SCORES, CROP_SCORES, WEIGHTS


@pytest.mark.parametrize("detector_id", ["xception", "image_cnn", "xception_gru"])
def test_card_holds_the_rates_that_the_tables_give(detector_id: str) -> None:
    card = read_card(WEIGHTS / detector_id / "card.toml")
    crops, clips = read_crop_scores(CROP_SCORES), read_clip_scores(CLIP_SCORES)
    found = measured_sections(detector_id, card, crops, clips, rounds=2)
    assert (BY_CONDITION in found) == (detector_id != "xception_gru")
    for name, section in found.items():
        assert plain(section) == plain(card.raw[name])
    assert card.raw[CROSS_DATASET]["n_real"] + card.raw[CROSS_DATASET]["n_fake"] > 0


def plain(section: object) -> object:
    """Leave out the intervals, which take a thousand rounds."""
    if isinstance(section, dict):
        return {key: plain(one) for key, one in section.items() if not key.endswith("_ci95")}
    return section
