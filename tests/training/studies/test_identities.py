# SPDX-License-Identifier: Apache-2.0
"""Persons are told apart by the distance of their embeddings, and counted across splits."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from training.datasets.manifest import FAKE, REAL, ManifestRow
from training.datasets.splits import Split
from training.errors import CheckpointError
from training.pages.identity_page import identity_section
from training.studies.identities import (
    FaceEmbedder,
    check,
    drawn,
    embeddings_of,
    fakes_of,
    overlap,
    persons,
)


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
        assert found[limit]["persons_with_one_crop"] == 3
        assert found[limit]["largest"] == [3, 2, 1, 1, 1]
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


def test_share_grows_with_the_training_crops() -> None:
    rows = [_row(str(i), Split.TRAIN) for i in range(4)]
    rows += [_row(f"v{i}", Split.VALIDATION) for i in range(2)]
    rows += [_row(f"t{i}", Split.TEST) for i in range(2)]
    growth = overlap(rows, _people([0, 1, 2, 3, 0, 1, 2, 9]))["growth"]
    assert [one["training_crops"] for one in growth] == [1, 2, 4]
    shares = [one["share_of_both_seen_in_training"] for one in growth]
    assert shares == [0.25, 0.5, 0.75]


def test_fakes_are_those_of_the_drawn_training_crops() -> None:
    real = [_row(str(i), Split.TRAIN) for i in range(4)]
    fakes = [
        ManifestRow(f"f{i}.jpg", FAKE, f"{i}.mp4", split, "0")
        for i, split in ((3, Split.TRAIN), (1, Split.TRAIN), (0, Split.TEST))
    ]
    assert [row.file for row in fakes_of([*real, *fakes], real, 9)] == ["f1.jpg", "f3.jpg"]
    assert len(fakes_of([*real, *fakes], real, 1)) == 1


def test_check_tells_pairs_of_one_original_from_others() -> None:
    real = [_row(str(i), Split.TRAIN) for i in range(6)]
    fakes = [ManifestRow(f"f{i}.jpg", FAKE, f"{i}.mp4", Split.TRAIN, "0") for i in (4, 2)]
    vectors = _people([0, 1, 2, 3, 4, 5, 4, 2])
    found = check(real, vectors[:6], fakes, vectors[6:])
    assert found["pairs"] == 2
    assert found["real_and_its_fake"]["share_below_0.6"] == 1.0
    assert found["fake_and_another_real"]["share_below_0.6"] == 0.0
    assert found["two_reals"]["median"] > 1.0


def test_section_holds_what_was_counted() -> None:
    rows = [_row(str(i), Split.TRAIN) for i in range(4)]
    rows += [_row("v", Split.VALIDATION), _row("t", Split.TEST)]
    vectors = _people([0, 1, 2, 3, 0, 7])
    fake = ManifestRow("f.jpg", FAKE, "1.mp4", Split.TRAIN, "0")
    found = overlap(rows, vectors) | {"check": check(rows, vectors, [fake], vectors[1:2])}
    page = "\n".join(identity_section(found))
    assert "| 0.45 | 5 | 4 | 2 crops | 100 % | 0 % |" in page
    assert "50 % with 1, 50 % with 2, 50 % with 4" in page
    assert "a fake made from it is 0.00 (100 % below" in page
