# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import numpy as np

from training.trainers.residual_filters import COUNT, bank

MEANS = slice(COUNT - 3, COUNT)


def test_all_but_means_are_blind_to_brightness_and_color() -> None:
    filters = bank()
    assert filters.shape == (7, 7, 3, COUNT)
    answers = np.abs(filters.sum(axis=(0, 1)))
    assert answers[:, : COUNT - 3].max() < 1e-5
    assert answers[:, MEANS].max(axis=0).min() > 1


def test_gray_pictures_have_no_color() -> None:
    """A bent ramp in gray moves the filters of brightness, and none of color."""
    ramp = np.arange(7.0)[:, None, None, None] ** 2
    answers = np.abs((bank() * ramp).sum(axis=(0, 1, 2)))
    assert answers[16:28].max() < 1e-4
    assert answers[MEANS][1:].max() < 1e-4
    assert (answers[:16] > 1e-2).sum() >= 4


def test_cosines_of_one_scale_are_orthonormal() -> None:
    planes = bank().sum(axis=2)
    for scale in (slice(0, 8), slice(8, 16)):
        flat = planes[..., scale].reshape(49, 8)
        np.testing.assert_allclose(flat.T @ flat, np.eye(8), atol=1e-6)


def test_filters_are_even_or_odd_from_left_to_right() -> None:
    """So that a mirrored picture has the same magnitudes, but for half a pixel where even."""
    planes = bank().sum(axis=2)
    for plane in np.moveaxis(planes, -1, 0):
        columns = np.flatnonzero(np.abs(plane).max(axis=0))
        own = plane[:, columns[0] : columns[-1] + 1] if len(columns) else plane
        assert np.allclose(own[:, ::-1], own, atol=1e-6) or np.allclose(
            own[:, ::-1], -own, atol=1e-6
        )
