# SPDX-License-Identifier: Apache-2.0
"""Near duplicates: found through recompression, and gone from the side that can spare them."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import cv2
import numpy as np
import pytest

from training.augmentation.augment import jpeg, shrink
from training.datasets.duplicates import (
    LIMIT_BITS,
    across_splits,
    fingerprints,
    near_pairs,
    overlap_figures,
    without_near_duplicates,
)
from training.datasets.manifest import ManifestRow
from training.datasets.splits import Split
from training.errors import ManifestError


def _face(seed: int) -> np.ndarray:
    """A smooth picture of its own."""
    coarse = np.random.default_rng(seed).integers(0, 255, (9, 9, 3), dtype=np.uint8)
    return np.asarray(cv2.resize(coarse, (224, 224), interpolation=cv2.INTER_CUBIC))


@pytest.fixture
def crops(tmp_path: Path) -> list[ManifestRow]:
    """Twelve pictures of training, and changed copies of three of them elsewhere."""
    rows: list[ManifestRow] = []

    def add(name: str, pixels: np.ndarray, split: Split) -> None:
        cv2.imwrite(str(tmp_path / name), pixels)
        rows.append(ManifestRow(name, len(rows) % 2, name, split, f"{len(rows):064x}"))

    for number in range(12):
        add(f"train{number}.png", _face(number), Split.TRAIN)
    add("copy0.png", jpeg(_face(0), 40), Split.VALIDATION)
    add("copy1.png", np.clip(shrink(_face(1), 0.5) * 0.8 + 20, 0, 255), Split.TEST)
    add("copy2.png", jpeg(_face(2), 60), Split.TRAIN)
    add("other.png", _face(99), Split.VALIDATION)
    return rows


def test_changed_copies_across_splits_are_found_and_nothing_else(
    crops: list[ManifestRow], tmp_path: Path
) -> None:
    bits = fingerprints(crops, tmp_path, tmp_path / "cache.npz")
    pairs = across_splits(crops, bits)
    found = {(pair.one.file, pair.other.file) for pair in pairs}
    assert found == {("train0.png", "copy0.png"), ("train1.png", "copy1.png")}
    figures = overlap_figures(crops, pairs)
    assert figures["pairs_train_validation"] == figures["pairs_train_test"] == 1
    assert figures["crops_dropped"] == 2
    assert figures["crops_train"] == 13


def test_nothing_near_is_left_on_two_sides(crops: list[ManifestRow], tmp_path: Path) -> None:
    bits = fingerprints(crops, tmp_path, tmp_path / "cache.npz")
    kept = without_near_duplicates(crops, across_splits(crops, bits))
    assert {row.file for row in crops} - {row.file for row in kept} == {"train0.png", "train1.png"}
    rest = fingerprints(kept, tmp_path, tmp_path / "cache.npz")
    for one, other in product(Split, Split):
        if one is not other:
            assert not list(near_pairs(kept, rest, one, other, LIMIT_BITS))


def test_killed_run_goes_on_from_its_cache(crops: list[ManifestRow], tmp_path: Path) -> None:
    whole = fingerprints(crops, tmp_path, tmp_path / "whole.npz")
    fingerprints(crops[:5], tmp_path, tmp_path / "cut.npz")
    for row in crops[:5]:
        (tmp_path / row.file).unlink()
    np.testing.assert_array_equal(fingerprints(crops, tmp_path, tmp_path / "cut.npz"), whole)


def test_unreadable_crop_is_named(crops: list[ManifestRow], tmp_path: Path) -> None:
    (tmp_path / "train3.png").write_bytes(b"no picture")
    with pytest.raises(ManifestError, match=r"train3\.png"):
        fingerprints(crops, tmp_path, tmp_path / "cache.npz")
