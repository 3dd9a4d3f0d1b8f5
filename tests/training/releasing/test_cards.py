# SPDX-License-Identifier: Apache-2.0
"""Cards are TOML that reads back as what was written."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from training.pages.report import page_of
from training.releasing.cards import to_toml, write_card

CARD = {
    "id": "xception",
    "title": 'A "quoted" title with \\ and ü',
    "kind": "image",
    "version": "1",
    "date": "2026-01-02",
    "license": "Apache-2.0",
    "paper": "none",
    "input": {"height": 160, "low": -1.0},
    "files": {"network.onnx": "00ff"},
    "training": {"n_real": 3, "versions": {"keras": "3"}},
    "validation": {"auc": 0.875, "auc_ci95": [0.85, 0.9]},
    "limits": {"text": ["One sentence. " * 6, "Another."], "is_final": True},
}


def test_card_reads_back_as_written(tmp_path: Path) -> None:
    write_card(CARD, tmp_path / "card.toml")
    assert tomllib.loads((tmp_path / "card.toml").read_text("utf-8")) == CARD
    assert [path.name for path in tmp_path.iterdir()] == ["card.toml"]


def test_card_refuses_what_toml_cannot_hold() -> None:
    with pytest.raises(TypeError, match="NoneType"):
        to_toml({"auc": None})


def test_page_shows_limits_figures_and_curve() -> None:
    history = [{"step": 10, "elapsed_s": 60.0, "loss": 0.5, "validation_auc": 0.8}]
    page = page_of(CARD, history)
    assert "- Another." in page
    assert "| auc | 0.875 (95 % interval 0.85 to 0.9) |" in page
    assert "| 10 | 1.0 | 0.500 | 0.8 |" in page
