# SPDX-License-Identifier: Apache-2.0
"""A random split lets siblings through, a split by original does not, and the gain is measured."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest
from numpy.typing import NDArray

from training.datasets.manifest import FAKE, REAL, ManifestRow
from training.datasets.splits import Split
from training.errors import LeakageError
from training.studies.leakage import leakage_of
from training.studies.leakage_draws import as_recipe, both_splits, whole_originals


def _row(name: str, label: int, group: str, split: Split = Split.TRAIN) -> ManifestRow:
    return ManifestRow(f"{name}.jpg", label, group, split, name)


def _set(originals: int, fakes: int, split: Split = Split.TRAIN) -> list[ManifestRow]:
    rows = []
    for number in range(originals):
        group = f"{split}{number}.mp4"
        rows.append(_row(f"{split}{number}", REAL, group, split))
        rows += [_row(f"{split}{number}x{i}", FAKE, group, split) for i in range(fakes)]
    return rows


def _siblings_that_agree(
    originals: int = 90, crops: int = 6
) -> tuple[list[ManifestRow], NDArray[np.float32]]:
    """All crops of an original look alike and bear one label, which nothing else tells."""
    rng = np.random.default_rng(3)
    rows, features = [], []
    for number in range(originals):
        center = rng.normal(0, 1, 24)
        for crop in range(crops):
            rows.append(_row(f"{number}x{crop}", number % 2, f"{number}.mp4"))
            features.append(center + rng.normal(0, 0.05, 24))
    return rows, np.array(features, np.float32)


def test_what_remembers_siblings_gains_from_a_random_split() -> None:
    rows, features = _siblings_that_agree()
    found = leakage_of(rows, features, range(2), 60)
    assert found["siblings"]["any"] > 0.9
    assert found["nearest"] == {"is_sibling": 1.0, "sibling_has_same_label": 1.0}
    for name in ("nearest", "network"):
        probe = found[f"probe_{name}"]
        assert probe["random"]["auc"] > 0.85
        assert probe["by_original"]["auc"] < 0.7
        assert probe["auc_gained_ci95"][0] > 0
        assert probe["balanced_accuracy_gained"] > 0.2


def test_a_rule_that_holds_for_all_originals_gains_nothing() -> None:
    rows = _set(40, 1)
    rng = np.random.default_rng(4)
    noise = rng.normal(0, 0.1, (len(rows), 8))
    features = noise + np.array([[row.label] for row in rows])
    probe = leakage_of(rows, features.astype(np.float32), range(2), 60)["probe_logistic"]
    assert probe["random"]["auc"] == probe["by_original"]["auc"] == 1.0
    assert probe["auc_gained"] == 0.0


def test_figures_are_the_same_again() -> None:
    rows, vectors = _siblings_that_agree(12, 3)
    assert leakage_of(rows, vectors, [5], 20) == leakage_of(rows, vectors, [5], 20)


def test_split_by_original_shares_no_original() -> None:
    rows = _set(30, 3)
    for seed in range(5):
        parts = both_splits(rows, seed)["by_original"]
        sides = [{rows[i].group for i in side} for side in (parts.train, parts.test)]
        assert sides[0].isdisjoint(sides[1])


def test_random_split_shares_originals_but_no_crop() -> None:
    rows = _set(30, 3)
    parts = both_splits(rows, 0)["random"]
    assert set(parts.train.tolist()).isdisjoint(parts.test.tolist())
    assert {rows[i].group for i in parts.test} & {rows[i].group for i in parts.train}


def test_both_splits_have_the_same_numbers_of_each_label() -> None:
    rows = [*_set(30, 3), _row("more", FAKE, "train0.mp4")]
    for seed in range(5):
        parts = both_splits(rows, seed)
        for side in ("train", "test"):
            counts = [
                Counter(rows[i].label for i in getattr(part, side)) for part in parts.values()
            ]
            assert counts[0] == counts[1]
            assert set(counts[0]) == {REAL, FAKE}


def test_test_fold_and_held_out_clips_are_never_drawn() -> None:
    rows = [row for split in Split for row in _set(5, 2, split)]
    chosen = whole_originals(rows, 10, 0)
    assert {row.split for row in chosen} == {Split.TRAIN, Split.VALIDATION}
    with pytest.raises(LeakageError, match="11"):
        whole_originals(rows, 11, 0)


def test_originals_are_drawn_whole_and_only_with_both_labels() -> None:
    rows = [*_set(6, 3), _row("alone", REAL, "alone.mp4")]
    chosen = whole_originals(rows, 4, 1)
    assert len({row.group for row in chosen}) == 4
    assert all(count == 4 for count in Counter(row.group for row in chosen).values())
    assert chosen == whole_originals(rows, 4, 1)
    with pytest.raises(LeakageError):
        whole_originals(rows, 7, 1)


def test_recipe_keeps_all_reals_and_as_many_fakes() -> None:
    kept = as_recipe(_set(20, 4), 0)
    assert Counter(row.label for row in kept) == {REAL: 20, FAKE: 20}
    assert len(set(kept)) == 40


def test_too_few_originals_are_refused() -> None:
    with pytest.raises(LeakageError):
        both_splits(_set(1, 1), 0)
