# SPDX-License-Identifier: Apache-2.0
"""Scores by condition: kept on disk, gone on with after a kill, counted as they are."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

import resources
from tests.training.measuring.test_clips import clip_score
from training.datasets.manifest import ManifestRow
from training.datasets.splits import Split
from training.errors import ManifestError
from training.measuring.crop_scores import (
    CHANGES,
    CropScore,
    CropScorer,
    read_crop_scores,
    score_crop_table,
    write_crop_scores,
)
from training.pages import validation_page
from training.pages.validation_page import page_of

WEIGHTS = resources.path("weights")


def _crop(number: int, label: int, changes: Sequence[str] = ()) -> CropScore:
    rng = np.random.default_rng(number)
    score = float(np.clip(rng.normal(0.35 + 0.3 * label, 0.2), 0.01, 0.99))
    facts = {"face_px": 60.0 + number, "brightness": 90.0, "sharpness": 100.0, "turn": math.nan}
    scores = dict.fromkeys(("xception", "image_cnn"), score)
    scores |= {f"{name}@{change}": score / 2 for name in tuple(scores) for change in changes}
    return CropScore(f"{number}.jpg", f"g{number // 2}", label, "w", facts, scores)


class _Scorer:
    weights = "w"

    def __init__(self, stop_after: int = 10**9) -> None:
        self.calls: list[list[str]] = []
        self._stop_after = stop_after

    def score(
        self, rows: Sequence[ManifestRow], changes: Sequence[str], _earlier: object
    ) -> list[CropScore]:
        if len(self.calls) == self._stop_after:
            raise InterruptedError
        self.calls.append([row.file for row in rows])
        return [_crop(int(row.file[:-4]), row.label, changes) for row in rows]


def _rows(count: int) -> list[ManifestRow]:
    return [
        ManifestRow(f"{i}.jpg", i % 2, f"g{i // 2}", Split.VALIDATION, f"{i:064x}")
        for i in range(count)
    ]


def test_killed_run_ends_with_the_same_table(tmp_path: Path) -> None:
    rows, changed = _rows(100), {"0.jpg", "1.jpg", "70.jpg"}
    whole, cut = tmp_path / "whole.csv", tmp_path / "cut.csv"
    score_crop_table(_Scorer(), rows, changed, whole)  # type: ignore[arg-type]
    with pytest.raises(InterruptedError):
        score_crop_table(_Scorer(2), rows, changed, cut)  # type: ignore[arg-type]
    resumed = _Scorer()
    score_crop_table(resumed, rows, changed, cut)  # type: ignore[arg-type]
    assert sum(map(len, resumed.calls)) == 100 - 64
    assert cut.read_bytes() == whole.read_bytes()


def test_scores_of_other_weights_are_measured_again(tmp_path: Path) -> None:
    table = tmp_path / "crops.csv"
    score_crop_table(_Scorer(), _rows(4), set(), table)  # type: ignore[arg-type]
    other = _Scorer()
    other.weights = "others"
    score_crop_table(other, _rows(4), set(), table)  # type: ignore[arg-type]
    assert len(other.calls) == 1


def test_scores_of_a_detector_that_stayed_are_taken_over() -> None:
    scorer = object.__new__(CropScorer)
    scorer._hashes = {"xception": "new", "image_cnn": "same"}
    rows = [replace(_crop(i, 0, ["jpeg_70"]), weights="old+same") for i in range(2)]
    found = scorer._known("image_cnn", "image_cnn@jpeg_70", rows)
    assert found is not None
    assert found.tolist() == [row.scores["image_cnn@jpeg_70"] for row in rows]
    assert scorer._known("xception", "xception", rows) is None
    assert scorer._known("image_cnn", "image_cnn@darker", rows) is None
    assert scorer._known("image_cnn", "image_cnn", [*rows, None]) is None


def test_only_what_was_measured_has_a_score(tmp_path: Path) -> None:
    table = tmp_path / "crops.csv"
    write_crop_scores([_crop(1, 1, tuple(CHANGES)), _crop(2, 0)], table)
    first, second = read_crop_scores(table)
    assert len(first.scores) == 2 * (1 + len(CHANGES))
    assert set(second.scores) == {"xception", "image_cnn"}
    assert math.isnan(second.facts["turn"])


def test_damaged_row_is_named(tmp_path: Path) -> None:
    table = tmp_path / "crops.csv"
    write_crop_scores([_crop(1, 1)], table)
    table.write_text(table.read_text("utf-8").replace(",w,", ",w,dark"), "utf-8")
    with pytest.raises(ManifestError, match="line 2"):
        read_crop_scores(table)


def test_page_counts_what_the_tables_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(validation_page, "ROUNDS", 20)
    crops = [_crop(i, i % 2, tuple(CHANGES) if i < 60 else ()) for i in range(120)]
    clips = [clip_score(i, i % 2, 0.9 if i % 2 else 0.2) for i in range(12)]
    leaks = {f"crops_{name}": 10 for name in ("train", "validation", "test")}
    leaks |= {"pairs_train_test": 3, "limit_bits": 20}
    explanations = {"xception": {"n": 4, "gain": 0.5, "gain_ci95": [0.25, 0.75]}}
    page = page_of(crops, clips, WEIGHTS, leaks, explanations)
    assert "| all | 60 | 60 |" in page
    assert "| face below 100 px | 20 | 20 |" in page
    assert "| frontal (turn below 0.1) | 0 | 0 | too few | | | |" in page
    assert "| jpeg_40 | 30 | 30 |" in page
    assert "| fake: GEN | 6 | 6 | 0 | 0 | 0 | 0.90 | 0.45 | - |" in page
    assert "| **all real** | 6 | 0 | 6 | 0 | 0 | 0.20 | 0.10 | - |" in page
    assert "0 between train and validation, 3 between train and test, 0 between valid" in page
    assert "| `xception` | gain | 0.5 (0.25 to 0.75) |" in page
    assert "nan" not in page
