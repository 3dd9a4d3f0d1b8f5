# SPDX-License-Identifier: Apache-2.0
"""Degradations keep shape and type, repeat with their seed, and change what they should."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import numpy as np
import pytest

from training.augmentation.augment import (
    AugmentSettings,
    augment,
    blur,
    jitter,
    jpeg,
    self_blend,
    shrink,
)
from training.datasets.crops import Crop

Change = Callable[[Crop, np.random.Generator], Crop]
ALL = AugmentSettings(1, 1, 1, 1, 1, 1)


@pytest.fixture
def crop() -> Crop:
    rng = np.random.default_rng(4)
    smooth = rng.integers(30, 220, (14, 14, 3), dtype=np.uint8)
    return smooth.repeat(16, axis=0).repeat(16, axis=1)


@pytest.mark.parametrize("change", [partial(augment, settings=ALL), jitter, self_blend])
def test_change_repeats_with_its_seed_and_keeps_the_layout(crop: Crop, change: Change) -> None:
    before = crop.copy()
    first = change(crop, np.random.default_rng(1))
    second = change(crop, np.random.default_rng(1))
    assert first.shape == crop.shape
    assert first.dtype == np.uint8
    assert np.array_equal(first, second)
    assert not np.array_equal(first, change(crop, np.random.default_rng(2)))
    assert np.array_equal(crop, before)


def test_nothing_but_a_flip_happens_without_degradations(crop: Crop) -> None:
    same = augment(crop, np.random.default_rng(0), AugmentSettings(0, 0, 0, 0, 0, 0))
    assert np.array_equal(same, crop) or np.array_equal(same, crop[:, ::-1])


def test_self_blending_leaves_the_corners_of_some_crops_alone(crop: Crop) -> None:
    blended = [self_blend(crop, np.random.default_rng(seed)) for seed in range(12)]
    kept = [np.array_equal(image[:20, :20], crop[:20, :20]) for image in blended]
    changed = [not np.array_equal(image[90:130, 90:130], crop[90:130, 90:130]) for image in blended]
    assert any(kept)
    assert sum(changed) >= 8


@pytest.mark.parametrize(
    "change", [partial(blur, sigma_px=2.0), partial(shrink, factor=0.3), partial(jpeg, quality=20)]
)
def test_losses_lose_detail(change: Callable[[Crop], Crop]) -> None:
    noise = np.random.default_rng(0).integers(0, 255, (64, 64, 3), dtype=np.uint8)
    assert change(noise).std() < noise.std()


def test_jpeg_keeps_the_channel_order() -> None:
    red = np.zeros((32, 32, 3), np.uint8)
    red[..., 0] = 200
    assert jpeg(red, 95)[..., 0].mean() > 190
