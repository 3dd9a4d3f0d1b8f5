# SPDX-License-Identifier: Apache-2.0
"""Batches: balanced, repeatable by step, each image once before any comes again."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from pathlib import Path

import cv2
import numpy as np
import pytest

from core.records import InputSpec
from tests.training.fake_set import make_fake_set
from training.augmentation.augment import AugmentSettings
from training.augmentation.clip_mix import ClipMix
from training.datasets.crops import read_crop
from training.datasets.manifest import (
    FAKE,
    REAL,
    ManifestRow,
    build_manifest,
    select,
    write_manifest,
)
from training.datasets.splits import Split
from training.errors import ManifestError
from training.learning.batches import BalancedBatches, Mixture
from training.learning.prefetching import prefetch


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
    used = {row.file for row in batches.given(3) if row.label == REAL}
    unseen = {row.file for row in batches.unseen(3) if row.label == REAL}
    assert len(used) == 6
    assert used | unseen == {row.file for row in batches.real}
    assert not used & unseen
    assert batches.unseen(1000) == []


def test_rows_held_back_are_never_given_and_stay_unseen(batches: BalancedBatches) -> None:
    cautious = replace(batches, held_back=3)
    per_round = len(batches.real) - 3
    given = {row.file for row in cautious.given(per_round) if row.label == REAL}
    assert len(given) == per_round
    unseen = {row.file for row in cautious.unseen(1000) if row.label == REAL}
    assert unseen == {row.file for row in batches.real} - given


def test_crops_of_an_earlier_release_come_last_and_count_as_seen(batches: BalancedBatches) -> None:
    used = frozenset(row.file for row in batches.given(4))
    later = replace(batches, used=used, held_back=2)
    fresh = (len(batches.real) - 8 - 2) // 2
    first = {row.file for row in later.given(fresh) if row.label == REAL}
    assert not first & used
    unseen = {row.file for row in later.unseen(fresh) if row.label == REAL}
    assert not unseen & used
    assert len(unseen) >= 2
    held = {row.file for row in later.unseen(1000) if row.label == REAL}
    assert len(held) == 2
    assert not held & {row.file for row in later.given(1000)}


def _clip_crops(folder: Path) -> ClipMix:
    folder.mkdir()
    rows = []
    for label, source, clips in ((REAL, "a", 2), (REAL, "b", 1), (FAKE, "c", 1)):
        for clip in range(clips):
            name = f"{label}{source}{clip}.jpg"
            gray = np.full((224, 224, 3), 2 if label == FAKE else 252, np.uint8)
            cv2.imwrite(str(folder / name), gray)
            rows.append(ManifestRow(name, label, f"{source}|{clip}.mp4", Split.TRAIN, "0"))
    write_manifest(rows, folder / "manifest.csv")
    return ClipMix.load(folder)


def test_mixed_batches_take_their_share_of_clips_from_a_step_on(
    batches: BalancedBatches, tmp_path: Path
) -> None:
    clips = _clip_crops(tmp_path / "clips")
    calm = AugmentSettings(0, 0, 0, 0, 0, 0)
    mixed = replace(batches, mixture=Mixture(2, clips, 0.5, {}), self_blended=0.0, settings=calm)
    assert np.array_equal(mixed.at(1)[0], replace(mixed, mixture=None).at(1)[0])
    inputs, labels = mixed.at(2)
    assert labels[:, 0].tolist() == [0, 0, 1, 1]
    real, bright, fake, dark = (image.mean() for image in inputs)
    assert dark < -0.9 < real < fake < 0.9 < bright
    assert len(mixed.given(4)) == 2 * (2 * 2 + 2 * 1)


def test_sources_are_drawn_by_the_root_of_their_clips(tmp_path: Path) -> None:
    clips = _clip_crops(tmp_path / "clips")
    drawn = clips.draw(REAL, 2000, np.random.default_rng(1))
    share = np.mean([name.startswith("0b") for name, _ in drawn])
    assert share == pytest.approx(1 / (1 + np.sqrt(2)), abs=0.05)


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
