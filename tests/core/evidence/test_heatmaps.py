# SPDX-License-Identifier: Apache-2.0
"""Heat maps: untouched where nothing moved the network, lighter and redder where more did."""

from __future__ import annotations

import numpy as np
import pytest

from core.evidence.heatmaps import (
    HEAT_MAP_CAPTION,
    color_heat_map,
    render_heat_map,
    stretch_heat_map,
)

GRAY = np.full((40, 60, 3), 90, np.uint8)


def test_crop_stays_as_it_is_where_the_map_is_zero() -> None:
    heat = np.zeros((5, 5), np.float32)
    np.testing.assert_array_equal(render_heat_map(GRAY, heat), GRAY)


def test_more_heat_is_lighter_and_warm() -> None:
    heat = np.repeat(np.array([[0.4, 0.6, 0.8, 1.0]], np.float32), 4, axis=0)
    drawn = render_heat_map(GRAY, heat)
    middle = drawn[20, [7, 22, 37, 52]].astype(int)
    assert drawn.shape == GRAY.shape
    assert (np.diff(middle.sum(axis=1)) > 0).all()
    assert (middle[:, 0] > middle[:, 2]).all()


def test_input_is_not_written_to() -> None:
    crop, heat = GRAY.copy(), np.ones((2, 2), np.float32)
    render_heat_map(crop, heat)
    np.testing.assert_array_equal(crop, GRAY)
    assert heat.tolist() == [[1, 1], [1, 1]]


def test_stretched_map_keeps_its_range_and_its_place() -> None:
    heat = np.zeros((5, 5), np.float32)
    heat[1, 3] = 1
    large = stretch_heat_map(heat, 100, 50)
    assert large.shape == (100, 50)
    assert 0 <= large.min() <= large.max() <= 1
    assert np.unravel_index(large.argmax(), large.shape)[0] // 20 == 1
    assert np.unravel_index(large.argmax(), large.shape)[1] // 10 == 3


@pytest.mark.parametrize(
    "heat", [np.zeros((0, 3)), np.zeros(4), np.full((2, 2), np.nan), np.full((2, 2), 1.1)]
)
def test_what_is_no_map_is_refused(heat: np.ndarray) -> None:
    with pytest.raises(ValueError, match="map"):
        render_heat_map(GRAY, heat.astype(np.float32))


def test_caption_says_what_a_map_is_not() -> None:
    assert HEAT_MAP_CAPTION == "Shows what moved the network, not where the face was altered."


def test_a_map_alone_is_clear_where_it_is_empty_and_solid_where_it_is_full() -> None:
    heat = np.array([[0, 0], [0, 1]], np.float32)
    colored = color_heat_map(heat, 40, 60)
    assert colored.shape == (40, 60, 4)
    assert colored.dtype == np.uint8
    assert colored[0, 0, 3] == 0
    assert colored[-1, -1, 3] == 255
    brightness = colored[..., :3].astype(int).sum(axis=2)
    assert brightness[-1, -1] > brightness[0, 0]  # told apart in a gray print
