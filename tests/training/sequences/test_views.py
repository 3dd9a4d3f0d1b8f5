# SPDX-License-Identifier: Apache-2.0
"""Windows made from single crops: masks, lengths, and what a window may be made of."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from training.errors import CheckpointError
from training.sequences.sequence_kinds import Kind
from training.sequences.views import SequenceBatches, ViewFeatures, clip_views, walk, windows


@pytest.fixture
def data() -> ViewFeatures:
    rng = np.random.default_rng(0)
    features = rng.uniform(0, 1, (10, 3, 2048)).astype(np.float16)
    scores = rng.uniform(0, 1, (10, 3)).astype(np.float32)
    kinds = (str(Kind.REAL_CROP), str(Kind.SWAPPED_CROP)) * 5
    return ViewFeatures(features, scores, np.arange(10) % 2, tuple("abcdefghij"), kinds)


def test_walk_mixes_views_with_weights_that_sum_to_one() -> None:
    for seed in range(20):
        weights = walk(np.random.default_rng(seed), 4, 20)
        assert weights.shape == (20, 4)
        assert weights.min() >= 0
        assert weights.sum(axis=1) == pytest.approx(1)


def test_windows_have_present_frames_first_and_nothing_after(data: ViewFeatures) -> None:
    inputs, means = windows(data, np.arange(10).repeat(5), np.random.default_rng(0))
    mask, features = inputs["mask"], inputs["features"]
    lengths = mask.sum(axis=1)
    assert mask.dtype == bool
    assert features.dtype == np.float32
    assert lengths.min() >= 3
    assert lengths.max() == 20
    assert lengths.min() < 20
    assert np.array_equal(mask, np.arange(20)[None] < lengths[:, None])
    assert not features[~mask].any()
    assert ((means >= 0) & (means <= 1)).all()


def test_batches_are_balanced_and_repeat_by_step(data: ViewFeatures) -> None:
    batches = SequenceBatches(data, 8, 1)
    inputs, labels = batches.at(3)
    assert labels.mean() == 0.5
    assert np.array_equal(inputs["features"], batches.at(3)[0]["features"])


def test_features_survive_writing_and_reading(data: ViewFeatures, tmp_path: Path) -> None:
    data.save(tmp_path / "features.npz")
    found = ViewFeatures.load(tmp_path / "features.npz")
    assert np.array_equal(found.features, data.features)
    assert found.groups == data.groups
    assert found.counts() == data.counts() == dict.fromkeys(data.kinds, 5)


def test_missing_features_are_a_checkpoint_error(tmp_path: Path) -> None:
    with pytest.raises(CheckpointError):
        ViewFeatures.load(tmp_path / "none.npz")


def test_views_of_a_crop_differ_a_little() -> None:
    ramp = np.linspace(40, 200, 224).astype(np.uint8)
    crop = np.stack([np.broadcast_to(ramp, (224, 224))] * 3, axis=-1)
    first, second = clip_views(crop, np.random.default_rng(2), 2)
    difference = np.abs(first.astype(int) - second.astype(int)).mean()
    assert 0 < difference < 25
