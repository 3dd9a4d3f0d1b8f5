# SPDX-License-Identifier: Apache-2.0
"""What the charts draw: every peak, no line over a gap, and pictures that stay honest."""

from __future__ import annotations

import hashlib
from typing import Any

import cv2
import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from core.dossier import HeatMap, KeyFrame, KeyFrameChoice, KeyFrameReason
from core.report.pdf.charts import chart, thinned, time_ticks, unbroken
from core.report.pdf.pictures import frame_picture, heat_picture
from tests.core.judged import make_run
from tests.core.report.dossiers import clip, person

CHOICE = KeyFrameChoice(1, 7, 0.28, KeyFrameReason.HIGHEST_SCORE, ())


def test_line_is_interrupted_where_nothing_was_scored() -> None:
    track = person(1, 0.5, gap=range(20, 40))
    drawn = chart(clip(track), track, make_run())
    assert drawn is not None
    lines = drawn["lines"]
    assert isinstance(lines, list)
    first, second = lines
    assert first[-1][0] < 4.0
    assert second[0][0] >= 8.0


def test_single_score_is_no_chart() -> None:
    track = person(1, 0.5, steps=1)
    assert chart(clip(person(2, 0.5)), track, make_run()) is None


@given(st.lists(st.floats(0, 1), min_size=1, max_size=3000))
def test_thinned_line_keeps_ends_order_and_extremes(scores: list[float]) -> None:
    line = [(index * 0.2, score) for index, score in enumerate(scores)]
    kept = thinned(line)
    times = [time for time, _ in kept]
    assert len(kept) <= 710
    assert times == sorted(set(times))
    assert (kept[0], kept[-1]) == (line[0], line[-1])
    assert {min(scores), max(scores)} <= {score for _, score in kept}
    assert set(kept) <= set(line)


@given(st.floats(0, 1e5), st.floats(0.1, 1e4))
def test_ticks_are_few_and_inside(start: float, length: float) -> None:
    ticks = time_ticks(start, start + length)
    assert len(ticks) <= 9
    assert all(start - 1e-6 <= tick <= start + length + 1e-6 for tick in ticks)


def test_points_at_the_usual_distance_are_one_line() -> None:
    assert len(unbroken([(step * 0.2, 0.5) for step in range(30)])) == 1
    assert len(unbroken([(0.0, 0.5), (0.2, 0.5), (0.4, 0.5), (2.0, 0.5)])) == 2


def _decoded(data: bytes) -> Any:
    image = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_COLOR)
    assert image is not None
    return cv2.cvtColor(image, cv2.COLOR_BGR2RGB)


def test_picture_is_a_smaller_copy_with_its_hash() -> None:
    pixels = np.full((1080, 1920, 3), (200, 30, 40), dtype=np.uint8)
    made = frame_picture(KeyFrame(CHOICE, pixels))
    assert max(made.size) <= 840
    assert made.sha256 == hashlib.sha256(made.data).hexdigest()
    assert made.size == (round(1920 * made.scale), round(1080 * made.scale))
    assert np.abs(_decoded(made.data).astype(int) - (200, 30, 40)).max() <= 4


def test_heat_map_leaves_cold_places_as_they_are_and_knows_the_border() -> None:
    pixels = np.full((100, 100, 3), (200, 30, 40), dtype=np.uint8)
    values = np.zeros((20, 20), dtype=np.float32)
    values[:, 15:] = 1.0
    # Half of the crop lies beyond the frame's left edge: grey there.
    made = heat_picture(
        KeyFrame(CHOICE, pixels, HeatMap("xception", (-50.0, 0.0, 50.0, 100.0), values))
    )
    assert made is not None
    shown = _decoded(made.data).astype(int)
    assert np.abs(shown[200, 50] - 128).max() <= 6
    assert np.abs(shown[200, 260] - (200, 30, 40)).max() <= 12
    assert np.abs(shown[200, 400] - (200, 30, 40)).max() > 40
    assert heat_picture(KeyFrame(CHOICE, pixels)) is None
