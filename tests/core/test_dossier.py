# SPDX-License-Identifier: Apache-2.0
"""Pictures and heat maps have one layout and cannot be changed afterwards."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from core.dossier import HeatMap, KeyFrame, KeyFrameChoice, KeyFrameReason

CHOICE = KeyFrameChoice(1, 0, 0.0, KeyFrameReason.HIGHEST_SCORE, ())
BOX = (0.0, 0.0, 4.0, 4.0)


@pytest.mark.parametrize(
    "values",
    [
        np.zeros((4, 4)),
        np.zeros((4, 4, 1), dtype=np.float32),
        np.zeros((0, 4), dtype=np.float32),
        np.full((4, 4), 1.01, dtype=np.float32),
        np.full((4, 4), -0.01, dtype=np.float32),
        np.full((4, 4), np.nan, dtype=np.float32),
    ],
)
def test_heat_map_of_another_layout_or_range_is_refused(values: Any) -> None:
    with pytest.raises(ValueError, match="expected"):
        HeatMap("xception", BOX, values)


def test_pixels_of_another_layout_are_refused() -> None:
    with pytest.raises(ValueError, match="expected uint8"):
        KeyFrame(CHOICE, np.zeros((4, 4), dtype=np.uint8))


def test_pictures_are_read_only() -> None:
    heat = HeatMap("xception", BOX, np.ones((4, 4), dtype=np.float32))
    frame = KeyFrame(CHOICE, np.zeros((4, 4, 3), dtype=np.uint8), heat)
    with pytest.raises(ValueError, match="read-only"):
        frame.pixels[0] = 1
    with pytest.raises(ValueError, match="read-only"):
        heat.values[0] = 0
