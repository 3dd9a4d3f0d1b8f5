# SPDX-License-Identifier: Apache-2.0
"""Persons are told apart by the distance of their embeddings, and counted across splits."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from training.datasets.manifest import REAL, ManifestRow
from training.datasets.splits import Split
from training.errors import CheckpointError
from training.identities import FaceEmbedder, drawn, embeddings_of, overlap, persons


def _people(numbers: list[int]) -> np.ndarray:
    rng = np.random.default_rng(0)
    centers = rng.normal(0, 1, (max(numbers) + 1, 128))
    centers /= np.linalg.norm(centers, axis=1, keepdims=True)
    noise = rng.normal(0, 0.01, (len(numbers), 128))
    return (centers[numbers] + noise).astype(np.float32)


def _row(name: str, split: Split) -> ManifestRow:
    return ManifestRow(f"{name}.jpg", REAL, f"{name}.mp4", split, "0")


def test_close_embeddings_are_one_person() -> None:
    found = persons(_people([0, 0, 1, 2, 1]), 0.5)
    assert found[0] == found[1]
    assert found[2] == found[4]
    assert len(set(found.tolist())) == 3


def test_overlap_counts_crops_whose_person_is_in_training() -> None:
    rows = [_row(str(i), Split.TRAIN) for i in range(3)]
    rows += [_row(f"v{i}", Split.VALIDATION) for i in range(4)]
    rows += [_row("t", Split.TEST)]
    found = overlap(rows, _people([0, 1, 2, 0, 0, 1, 3, 4]))
    assert found["crops_train"] == 3
    for limit in ("limit_0.4", "limit_0.5"):
        assert found[limit]["persons"] == 5
        assert found[limit]["share_of_validation_seen_in_training"] == 0.75
        assert found[limit]["share_of_test_seen_in_training"] == 0.0


def test_known_faces_need_no_network(tmp_path: Path) -> None:
    rows = [_row("a", Split.TRAIN), _row("b", Split.TEST)]
    vectors = _people([0, 1])
    np.savez(tmp_path / "c.npz", names=np.array(["b.jpg", "a.jpg"]), vectors=vectors[::-1])
    found = embeddings_of(rows, tmp_path, tmp_path, tmp_path / "c.npz")
    assert np.array_equal(found, vectors)


def test_draws_are_repeatable_and_of_each_split() -> None:
    rows = [_row(f"{split}{i}", split) for split in Split for i in range(9)]
    counts = {Split.TRAIN: 5, Split.TEST: 2}
    chosen = drawn(rows, counts)
    assert chosen == drawn(rows, counts)
    assert [row.split for row in chosen] == [Split.TRAIN] * 5 + [Split.TEST] * 2


def test_missing_models_are_named(tmp_path: Path) -> None:
    with pytest.raises(CheckpointError):
        FaceEmbedder(tmp_path)
