# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import math

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from core.records import FaceObservation, Reason, WindowScore
from gui.models.score_series import CurveKey, ScoreSeries, thinned

SCORES = st.lists(st.one_of(st.floats(0, 1), st.just(math.nan)), min_size=1, max_size=400)


def seen(time_s: float, score: float | None, track_id: int = 1) -> FaceObservation:
    return FaceObservation(
        track_id,
        round(time_s * 25),
        time_s,
        (0.0, 0.0, 10.0, 10.0),
        0.9,
        50.0,
        None if score is not None else Reason.FACE_TOO_BLURRED,
        {"xception": score} if score is not None else {},
    )


def window(start_s: float, end_s: float, score: float) -> WindowScore:
    return WindowScore(1, "gru", 0, 1, start_s, end_s, 20, score)


def test_a_rejected_face_is_a_gap_not_a_number() -> None:
    series = ScoreSeries()
    series.add([seen(0, 0.2), seen(0.2, None), seen(0.4, 0.3)], [])
    curve = series.curves[CurveKey(1, "xception")]
    assert curve.times.tolist() == [0, 0.2, 0.4]
    assert np.isnan(curve.scores).tolist() == [False, True, False]


def test_a_face_out_of_sight_is_a_gap() -> None:
    series = ScoreSeries(max_step_s=0.35)
    series.add([seen(0, 0.2), seen(0.2, 0.2), seen(1.2, 0.3)], [])
    curve = series.curves[CurveKey(1, "xception")]
    assert np.isnan(curve.scores).tolist() == [False, False, True, False]


def test_each_track_and_detector_has_its_curve() -> None:
    series = ScoreSeries()
    grown = series.add([seen(0, 0.2, 1), seen(0, 0.4, 2)], [window(0, 4, 0.5)])
    assert grown == {CurveKey(1, "xception"), CurveKey(2, "xception"), CurveKey(1, "gru")}


def test_a_rejected_face_leaves_no_gap_in_a_window_curve() -> None:
    series = ScoreSeries()
    series.add([], [window(0, 4, 0.5)])
    series.add([seen(5, None)], [window(1, 5, 0.6)])
    curve = series.curves[CurveKey(1, "gru")]
    assert curve.times.tolist() == [2, 3]
    assert curve.scores.tolist() == [0.5, 0.6]


def test_a_curve_keeps_all_points_while_it_grows() -> None:
    series = ScoreSeries()
    for number in range(1000):
        series.add([seen(number / 5, number / 1000)], [])
    curve = series.curves[CurveKey(1, "xception")]
    assert len(curve) == 1000
    assert curve.scores[-1] == 0.999
    assert np.all(np.diff(curve.times) > 0)


@given(scores=SCORES, n_buckets=st.integers(1, 50))
def test_thinning_loses_no_peak_and_invents_none(scores: list[float], n_buckets: int) -> None:
    full = np.array(scores)
    times, thin = thinned(np.arange(len(full), dtype=np.float64), full, n_buckets)
    assert len(times) == len(thin) <= 2 * n_buckets or len(thin) == len(full)
    known = full[np.isfinite(full)]
    if len(known):
        assert np.nanmax(thin) == known.max()
        assert np.nanmin(thin) == known.min()
        assert set(thin[np.isfinite(thin)]) <= set(known)
    else:
        assert np.all(np.isnan(thin))


def test_one_gap_does_not_hide_its_neighbors_when_thinned() -> None:
    scores = np.full(1000, 0.5)
    scores[::10] = np.nan
    _, thin = thinned(np.arange(1000.0), scores, 50)
    assert np.all(np.isfinite(thin))


def test_between_gives_one_point_beyond_each_end() -> None:
    series = ScoreSeries()
    series.add([seen(float(second), 0.5) for second in range(10)], [])
    times, _ = series.curves[CurveKey(1, "xception")].between(3.5, 5.5, 1000)
    assert times.tolist() == [3, 4, 5, 6]
