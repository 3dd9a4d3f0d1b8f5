# SPDX-License-Identifier: Apache-2.0
"""Self-blending by landmarks: it changes the face, keeps the rest, and a draw can be repeated."""

from __future__ import annotations

import numpy as np
import pytest

from training.augmentation.landmarks import FaceLandmarks
from training.augmentation.self_blending import blend, self_blend_by_landmarks
from training.datasets.crops import Crop


@pytest.fixture
def crop() -> Crop:
    rows, columns = np.mgrid[0:224, 0:224]
    waves = 120 + 40 * np.sin(rows / 5) + 30 * np.cos(columns / 7)
    return np.stack([waves, waves * 0.8, waves * 0.6], axis=-1).astype(np.uint8)


@pytest.fixture
def points() -> np.ndarray:
    """All landmarks within a small circle in the middle, so that masks are small."""
    turn = np.linspace(0, 2 * np.pi, 468)
    return (0.5 + 0.12 * np.stack([np.cos(turn), np.sin(turn)], axis=1)).astype(np.float16)


def test_only_the_face_changes_when_the_source_is_the_changed_one(
    crop: Crop, points: np.ndarray
) -> None:
    changes = [
        np.abs(
            self_blend_by_landmarks(crop, points, np.random.default_rng(seed)).astype(int) - crop
        )
        for seed in range(12)
    ]
    middle = [change[90:134, 90:134].max() for change in changes]
    corner = [change[:20, :20].max() for change in changes]
    assert min(middle) > 0
    # Half of the draws change the target, that is the surroundings, instead.
    assert sum(value == 0 for value in corner) >= 3
    assert sum(value > 0 for value in corner) >= 3


def test_the_same_draw_gives_the_same_fake(crop: Crop, points: np.ndarray) -> None:
    one, other = (self_blend_by_landmarks(crop, points, np.random.default_rng(4)) for _ in range(2))
    assert np.array_equal(one, other)


def test_without_landmarks_there_is_an_ellipse(crop: Crop) -> None:
    made = blend(crop, None, np.random.default_rng(4))
    assert made.shape == crop.shape
    assert (made != crop).any()


def test_no_landmarks_in_a_picture_without_a_face(crop: Crop) -> None:
    network = FaceLandmarks()
    assert network.find(np.zeros_like(crop)) is None
