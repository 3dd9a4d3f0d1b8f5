# SPDX-License-Identifier: Apache-2.0
"""Vectors of crops are computed once, also over runs that are cut off."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from training.datasets.manifest import REAL, ManifestRow
from training.datasets.splits import Split
from training.errors import CheckpointError
from training.studies.vector_cache import Compute, Vectors, cached_vectors

ROWS = [ManifestRow(f"{i}.jpg", REAL, f"{i}.mp4", Split.TRAIN, "0") for i in range(10)]


class _Source:
    """Computes a vector from the crop's number, and is killed after some batches."""

    def __init__(self, killed_after: int = 99) -> None:
        self.asked: list[list[str]] = []
        self._left = killed_after

    def load(self) -> Compute:
        return self._compute

    def _compute(self, part: Sequence[ManifestRow]) -> Vectors:
        if not self._left:
            raise KeyboardInterrupt
        self._left -= 1
        self.asked.append([row.file for row in part])
        return np.array([[int(row.file[0]), 0.1] for row in part], np.float32)


def test_run_that_was_killed_goes_on_with_the_same_batches(tmp_path: Path) -> None:
    whole, killed, resumed = _Source(), _Source(killed_after=3), _Source()
    expected = cached_vectors(ROWS, tmp_path / "a.npz", whole.load, 2, 4)
    with pytest.raises(KeyboardInterrupt):
        cached_vectors(ROWS, tmp_path / "b.npz", killed.load, 2, 4)
    found = cached_vectors(ROWS, tmp_path / "b.npz", resumed.load, 2, 4)
    assert np.array_equal(found, expected)
    assert resumed.asked == whole.asked[2:]


def test_known_crops_load_nothing(tmp_path: Path) -> None:
    cache = tmp_path / "c.npz"
    first = cached_vectors(ROWS, cache, _Source().load)

    def load() -> Compute:
        raise AssertionError("nothing was missing")

    assert np.array_equal(cached_vectors(ROWS[::-1], cache, load), first[::-1])


def test_damaged_cache_is_named(tmp_path: Path) -> None:
    cache = tmp_path / "c.npz"
    for content in (b"no archive", b"PK\x03\x04 cut off", b""):
        cache.write_bytes(content)
        with pytest.raises(CheckpointError, match=r"c\.npz"):
            cached_vectors(ROWS, cache, _Source().load)
