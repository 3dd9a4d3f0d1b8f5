# SPDX-License-Identifier: Apache-2.0
"""Batches: balanced, repeatable by step, each image once before any comes again."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from pathlib import Path

import numpy as np
import pytest

from core.records import InputSpec
from tests.training.fake_set import make_fake_set
from training.augment import AugmentSettings
from training.batches import BalancedBatches
from training.crops import read_crop
from training.datasets.manifest import FAKE, REAL, build_manifest, select
from training.datasets.splits import Split
from training.errors import ManifestError
from training.prefetching import prefetch


@pytest.fixture
def batches(tmp_path: Path) -> BalancedBatches:
    table, images = make_fake_set(tmp_path, groups=24)
    rows = build_manifest(table, images)
    real, fake = (select(rows, Split.TRAIN, label) for label in (REAL, FAKE))
    return BalancedBatches(
        images, real, fake, 4, InputSpec(16, 16, -1.0, 1.0), 3, 0.5, AugmentSettings()
    )


def test_batch_is_half_real_half_fake_in_the_networks_range(batches: BalancedBatches) -> None:
    inputs, labels = batches.at(0)
    assert inputs.shape == (4, 16, 16, 3)
    assert inputs.dtype == np.float32
    assert -1 <= inputs.min() < inputs.max() <= 1
    assert labels[:, 0].tolist() == [0, 0, 1, 1]


def test_batch_depends_on_its_step_only(batches: BalancedBatches) -> None:
    late = batches.at(5)[0]
    batches.at(0)
    assert np.array_equal(late, batches.at(5)[0])
    assert not np.array_equal(late, batches.at(6)[0])


def test_unseen_rows_are_those_that_no_batch_has_used(batches: BalancedBatches) -> None:
    used = {row.file for step in range(3) for row in batches._rows(batches.real, 0, step, 2)}
    unseen = {row.file for row in batches.unseen(3) if row.label == REAL}
    assert len(used) == 6
    assert used | unseen == {row.file for row in batches.real}
    assert not used & unseen
    assert batches.unseen(1000) == []


def test_rows_held_back_are_never_given_and_stay_unseen(batches: BalancedBatches) -> None:
    cautious = replace(batches, held_back=3)
    per_round = len(batches.real) - 3
    given = {
        row.file
        for step in range(2 * per_round)
        for row in cautious._rows(batches.real, 0, step, 1)
    }
    assert len(given) == per_round
    unseen = {row.file for row in cautious.unseen(1000) if row.label == REAL}
    assert unseen == {row.file for row in batches.real} - given


def test_later_run_goes_on_where_an_earlier_one_ended(batches: BalancedBatches) -> None:
    later = replace(batches, first=5)
    assert np.array_equal(later.at(2)[0], batches.at(7)[0])
    assert later.unseen(1) == batches.unseen(6)


def test_missing_image_is_named(batches: BalancedBatches, tmp_path: Path) -> None:
    with pytest.raises(ManifestError, match=batches.real[0].file):
        read_crop(tmp_path / "elsewhere", batches.real[0])


def test_prefetch_keeps_the_order_and_raises_in_the_reader() -> None:
    def make(step: int) -> int:
        if step == 6:
            raise ValueError("no sixth")
        return step

    ahead = prefetch(make, 2)
    assert list(islice(ahead, 4)) == [2, 3, 4, 5]
    with pytest.raises(ValueError, match="no sixth"):
        next(ahead)
