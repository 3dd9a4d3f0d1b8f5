# SPDX-License-Identifier: Apache-2.0
"""Cuts are found, motion is not taken for one."""

from __future__ import annotations

import itertools

import cv2
import numpy as np
import pytest
import skimage.data

from core.faces.shots import CutFinder
from core.records import Pixels
from tests.core.faces.scenes import Person, empty, place


def _picture(name: str) -> Pixels:
    return np.asarray(cv2.resize(getattr(skimage.data, name)()[..., :3], (640, 360)), np.uint8)


PICTURES = {name: _picture(name) for name in ("astronaut", "coffee", "chelsea", "rocket", "retina")}


def cuts(*pictures: Pixels) -> list[bool]:
    finder = CutFinder()
    return [finder.is_cut(picture) for picture in pictures]


@pytest.mark.parametrize(("first", "second"), list(itertools.permutations(PICTURES, 2)))
def test_another_picture_is_a_cut(first: str, second: str) -> None:
    a, b = PICTURES[first], PICTURES[second]
    assert cuts(a, a, b, b) == [False, False, True, False]


@pytest.mark.parametrize("name", ["astronaut", "coffee"])
@pytest.mark.parametrize("step", [5, 30, 100, 200])
def test_a_pan_is_no_cut(name: str, step: int) -> None:
    wide = np.asarray(cv2.resize(PICTURES[name], (1280, 720)), np.uint8)
    views = [wide[100:460, x : x + 640] for x in range(0, 600, step)]
    assert not any(cuts(*views))


@pytest.mark.parametrize("name", PICTURES)
def test_light_grain_and_zoom_are_no_cut(name: str) -> None:
    picture = PICTURES[name]
    noise = np.random.default_rng(1).normal(0, 8, picture.shape)
    zoomed = np.asarray(cv2.resize(picture[30:330, 50:590], (640, 360)), np.uint8)
    assert not any(
        cuts(picture, picture // 4 * 3, np.clip(picture + noise, 0, 255).astype(np.uint8), zoomed)
    )


def test_a_face_crossing_the_frame_is_no_cut() -> None:
    scenes = [place(empty(), Person(x, 180, 120)) for x in range(-50, 700, 90)]
    assert not any(cuts(*scenes))


def test_even_frames_are_cut_off_from_pictures_but_not_from_each_other() -> None:
    black = np.zeros((360, 640, 3), np.uint8)
    picture = PICTURES["coffee"]
    assert cuts(black, black, picture, picture, black) == [False, False, True, False, True]


@pytest.mark.parametrize("size", [(1, 1), (1, 50), (3, 500), (36, 64)])
def test_frames_of_any_size_are_compared(size: tuple[int, int]) -> None:
    frames = [np.random.default_rng(seed).integers(0, 255, (*size, 3), np.uint8) for seed in (1, 1)]
    assert cuts(*frames) == [False, False]
