# SPDX-License-Identifier: Apache-2.0
"""The page of studies says what the figures say, and calls an extrapolation one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from core.cards import read_card
from training.errors import CheckpointError
from training.pages.open_page import open_section
from training.pages.studies_page import fit_power_law, studies_page
from training.shipped import WEIGHTS


def test_power_law_is_found_again() -> None:
    points = [{"samples": n, "auc": 1 - 3 * n**-0.4} for n in (1000, 4000, 16000)]
    law = fit_power_law(points)
    assert law.exponent == pytest.approx(0.4)
    assert law.auc(4000) == pytest.approx(1 - 3 * 4000**-0.4)
    assert law.factor == pytest.approx(3)


def _figures(folder: Path) -> None:
    points = [
        {"samples": n, "auc": 1 - 3 * n**-0.4, "crops": 400, "what": "w", "fits": n < 9000}
        for n in (1000, 4000, 16000)
    ]
    step = {"step": "more", "before": "0.1", "after": "0.2", "crops": 5, "command": "c"}
    (folder / "learning.json").write_text(json.dumps({"points": points}), "utf-8")
    (folder / "ablations.json").write_text(json.dumps({"steps": [step]}), "utf-8")


def test_page_holds_the_figures_and_draws_the_curve(tmp_path: Path) -> None:
    _figures(tmp_path)
    page = studies_page(tmp_path)
    assert "| 4,000 | 0.891 | 400 | w |" in page
    assert "| more | 0.1 | 0.2 | 5 | `c` |" in page
    assert "It is no measurement" in page
    assert "Rivals" not in page
    assert (tmp_path / "learning-curve.png").read_bytes().startswith(b"\x89PNG")
    figures = {"auc": 0.5, "auc_ci95": [0.4, 0.6]}
    rivals = {"Meso4_DF": {"crops": figures, "clips": figures}}
    (tmp_path / "rivals.json").write_text(json.dumps(rivals), "utf-8")
    assert "| Meso4_DF | 0.500 (0.400 to 0.600) | 0.500 (0.400 to 0.600) |" in studies_page(
        tmp_path
    )


def test_missing_figures_are_named(tmp_path: Path) -> None:
    with pytest.raises(CheckpointError, match="learning"):
        studies_page(tmp_path)


def test_what_was_not_reached_is_said_with_the_figures_of_the_cards() -> None:
    cards = [read_card(WEIGHTS / name / "card.toml").raw for name in ("xception", "xception_gru")]
    text = "\n".join(open_section(*cards))
    for figures in (
        cards[1]["test"],
        cards[1]["test"]["mean_frame_score_baseline"],
        cards[0]["cross_dataset"],
        cards[1]["cross_dataset"],
    ):
        low, high = figures["auc_ci95"]
        assert f"{figures['auc']:.3f} ({low:.3f} to {high:.3f})" in text
