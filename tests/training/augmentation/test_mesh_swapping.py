# SPDX-License-Identifier: Apache-2.0
"""Mesh swaps: where the face goes, what stays, what colors it gets, and what cannot be swapped."""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np
import pytest

from tests.training.drawn_faces import FACE, LOWER_FACE, SIDE, head, hull_mask, points_of
from training.augmentation.face_regions import MOUTH
from training.augmentation.mesh_swapping import SwapStyle, draw_style, swap

PLAIN = SwapStyle(FACE, 1.0, 0.03, 1.0, 1.0, False)
STYLES = [PLAIN, replace(PLAIN, is_poisson=True), replace(PLAIN, region=LOWER_FACE, detail=0.5)]
SOURCE = points_of((0.42, 0.46), 0.24, 1.4)
TARGET = points_of((0.55, 0.52), 0.3, 1.2)


@pytest.mark.parametrize("style", STYLES)
def test_nothing_outside_the_hull_changes(style: SwapStyle) -> None:
    target = head(TARGET, (190, 140, 120))
    made = swap(head(SOURCE, (90, 70, 60), 1), SOURCE, target, TARGET, style)
    assert made is not None
    outside = ~hull_mask(TARGET, style.region)
    assert np.array_equal(made[outside], target[outside])
    assert (made != target).any(axis=-1).mean() > 0.1


@pytest.mark.parametrize("style", STYLES[:2])
def test_the_source_follows_the_landmarks_of_the_target(style: SwapStyle) -> None:
    """A mark in the source's mouth comes to lie in the target's, not where it lay."""
    source = head(SOURCE, (190, 140, 120))
    mouth = SOURCE[list(MOUTH)].mean(0) * SIDE
    cv2.circle(source, [round(float(value)) for value in mouth], 4, (20, 220, 20), -1)
    style = replace(style, color=0.0)
    made = swap(source, SOURCE, head(TARGET, (190, 140, 120)), TARGET, style)
    assert made is not None
    excess = made[..., 1].astype(float) - made[..., 0]
    rows, columns = np.nonzero(excess > 60)
    found = np.array([columns.mean(), rows.mean()]) / SIDE
    assert found == pytest.approx(TARGET[list(MOUTH)].mean(0), abs=0.015)
    assert np.abs(found - SOURCE[list(MOUTH)].mean(0)).max() > 0.05


@pytest.mark.parametrize("is_poisson", [False, True])
def test_the_face_takes_the_color_of_the_target(is_poisson: bool) -> None:
    source, target = head(SOURCE, (90, 70, 60), 1), head(TARGET, (190, 140, 120))
    made = swap(source, SOURCE, target, TARGET, replace(PLAIN, is_poisson=is_poisson))
    assert made is not None
    inside = hull_mask(TARGET)
    assert made[inside].mean(0) == pytest.approx(target[inside].mean(0), abs=8)
    without = swap(source, SOURCE, target, TARGET, replace(PLAIN, color=0.0))
    assert without is not None
    assert np.abs(without[inside].mean(0) - target[inside].mean(0)).max() > 40


def test_a_face_swapped_with_itself_stays_where_it_is() -> None:
    """Neither mesh nor Poisson blend may shift the face, not even by a pixel."""
    crop = cv2.GaussianBlur(head(TARGET, (190, 140, 120)), (0, 0), 1.0).astype(np.uint8)
    for style in STYLES[:2]:
        made = swap(crop, TARGET, crop, TARGET, style)
        assert made is not None
        assert np.abs(made.astype(int) - crop).mean() < 1
        shifted = np.roll(crop, 1, axis=1).astype(int)
        assert np.abs(made - shifted).mean() > 2 * np.abs(made.astype(int) - crop).mean()


def test_a_mask_at_the_border_is_blended_plainly() -> None:
    low = points_of((0.5, 0.75), 0.3, 1.25)
    source, target = head(SOURCE, (90, 70, 60), 1), head(low, (190, 140, 120))
    made = [
        swap(source, SOURCE, target, low, replace(PLAIN, is_poisson=is_poisson))
        for is_poisson in (True, False)
    ]
    assert made[0] is not None
    assert made[1] is not None
    assert np.array_equal(made[0], made[1])
    assert (made[0][-1] != target[-1]).any()


def test_what_the_source_does_not_show_is_left_as_it_is() -> None:
    """The lower half of the source's face lies outside its crop."""
    low = points_of((0.5, 0.9), 0.3, 1.25)
    target = head(TARGET, (190, 140, 120))
    made = swap(head(low, (90, 70, 60), 1), low, target, TARGET, PLAIN)
    assert made is not None
    changed = (made != target).any(axis=-1)
    assert changed[: round(0.45 * SIDE)].any()
    chin = round((0.52 + 0.2 * 1.2) * SIDE)
    assert not changed[chin:].any()


@pytest.mark.parametrize(
    "points",
    [
        np.stack([np.linspace(0.1, 0.9, 468)] * 2, axis=1),
        np.full((468, 2), 0.5),
        TARGET + 1.5,
        TARGET * np.nan,
        TARGET * 1e6,
        TARGET * [-1, 1] + [1.1, 0],
    ],
    ids=["line", "point", "outside", "nan", "far", "mirrored"],
)
def test_landmarks_without_a_usable_face_give_no_swap(points: np.ndarray) -> None:
    crop = head(TARGET, (190, 140, 120))
    good = head(SOURCE, (90, 70, 60), 1)
    assert swap(crop, points, good, SOURCE, PLAIN) is None
    assert swap(good, SOURCE, crop, points, PLAIN) is None


def test_a_draw_gives_one_style_and_draws_differ() -> None:
    styles = [draw_style(np.random.default_rng(seed)) for seed in range(30)]
    assert styles == [draw_style(np.random.default_rng(seed)) for seed in range(30)]
    assert len({style.region for style in styles}) == 3
    assert {style.is_poisson for style in styles} == {True, False}
    assert max(style.size for style in styles) <= 1


def test_frames_of_a_clip_are_swapped_alike() -> None:
    """As the face moves by whole pixels, the swapped face moves with it and does not change."""
    style = draw_style(np.random.default_rng(5))
    step = 6
    moved = TARGET + np.array([step / SIDE, 0], np.float32)
    source, frame = head(SOURCE, (90, 70, 60), 1), head(TARGET, (190, 140, 120))
    following = np.roll(frame, step, axis=1)
    one = swap(source, SOURCE, frame, TARGET, style)
    other = swap(source, SOURCE, following, moved, style)
    assert one is not None
    assert other is not None
    inside = hull_mask(TARGET)
    back = np.roll(other, -step, axis=1)
    assert np.abs(back[inside].astype(int) - one[inside]).mean() < 1.5
    assert np.abs(other[inside].astype(int) - one[inside]).mean() > 3
