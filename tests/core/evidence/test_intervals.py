# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.evidence.intervals import (
    MIN_INCONCLUSIVE_SPAN_S,
    MIN_SPAN_S,
    running_median,
    suspicious_segments,
)
from core.records import Outcome, Segment, SegmentLevel
from tests.core.judged import STEP_S, make_face, make_faces, make_run, make_track, make_window

RUN = make_run()
LOW, HIGH = 0.1, 0.9
IN_BAND = (RUN.no_support_threshold + RUN.support_threshold) / 2


def spans_of(
    scores: Sequence[float | None], outcome: Outcome = Outcome.NO_SUPPORT_FOUND
) -> tuple[Segment, ...]:
    return suspicious_segments(make_track(make_faces(scores), outcome=outcome), RUN)


def test_span_lies_where_the_scores_are_high() -> None:
    (span,) = spans_of([LOW] * 10 + [HIGH] * 10 + [LOW] * 10)
    assert span.start_s == pytest.approx(10 * STEP_S)
    assert span.end_s == pytest.approx(19 * STEP_S)
    assert span.score == pytest.approx(HIGH)


def test_whole_track_is_one_span() -> None:
    (span,) = spans_of([HIGH] * 6)
    assert (span.start_s, span.end_s) == pytest.approx((0.0, 5 * STEP_S))


def test_scores_at_the_operating_point_count() -> None:
    assert len(spans_of([RUN.support_threshold] * 5)) == 1


def test_single_low_score_does_not_end_a_span() -> None:
    (span,) = spans_of([HIGH] * 5 + [LOW] + [HIGH] * 5)
    assert span.end_s == pytest.approx(10 * STEP_S)
    assert span.score == pytest.approx((10 * HIGH + LOW) / 11)


@pytest.mark.parametrize("scores", [[LOW] * 9, [LOW] * 4 + [HIGH] + [LOW] * 4, [HIGH], [HIGH] * 2])
def test_few_high_scores_are_no_span(scores: list[float | None]) -> None:
    assert spans_of(scores) == ()


def test_quick_flicker_is_no_span_however_many_frames_it_has() -> None:
    """At 30 examined frames a second, five frames last for 0.13 s."""
    fast = [make_face(0, HIGH if 5 <= i < 10 else LOW) for i in range(20)]
    timed = [
        type(face)(
            track_id=1,
            frame_index=index,
            time_s=index / 30,
            bbox=face.bbox,
            detection_score=1.0,
            sharpness=100.0,
            scores=face.scores,
        )
        for index, face in enumerate(fast)
    ]
    assert suspicious_segments(make_track(timed), RUN) == ()


def test_gap_ends_a_span() -> None:
    first, second = spans_of([HIGH] * 5 + [None] * 5 + [HIGH] * 5)
    assert first.end_s == pytest.approx(4 * STEP_S)
    assert second.start_s == pytest.approx(10 * STEP_S)


def test_one_missed_frame_does_not_end_a_span() -> None:
    assert len(spans_of([HIGH] * 5 + [None] + [HIGH] * 5)) == 1


def test_nan_is_a_gap() -> None:
    assert len(spans_of([HIGH] * 5 + [math.nan] * 5 + [HIGH] * 5)) == 2


def test_track_without_scores_has_no_span() -> None:
    assert spans_of([None] * 5) == ()


def test_other_detectors_scores_do_not_count() -> None:
    faces = [make_face(step, HIGH, detector_id="image_cnn") for step in range(9)]
    assert suspicious_segments(make_track(faces), RUN) == ()


def test_windows_above_that_overlap_are_joined() -> None:
    windows = [
        make_window(0, 19, LOW),
        make_window(5, 24, HIGH),
        make_window(10, 29, 0.8),
        make_window(15, 34, LOW),
        make_window(40, 59, HIGH),
    ]
    track = make_track(make_faces([None] * 60), windows)
    first, second = suspicious_segments(track, make_run("xception_gru"))
    assert (first.start_s, first.end_s) == pytest.approx((5 * STEP_S, 29 * STEP_S))
    assert first.score == pytest.approx(0.85)
    assert second.start_s == pytest.approx(40 * STEP_S)


def test_span_in_the_inconclusive_band_is_marked_in_a_track_below_it() -> None:
    (span,) = spans_of([LOW] * 10 + [IN_BAND] * 15 + [LOW] * 10)
    assert span.level is SegmentLevel.INCONCLUSIVE
    assert span.start_s == pytest.approx(10 * STEP_S)
    assert span.end_s == pytest.approx(24 * STEP_S)
    assert span.score == pytest.approx(IN_BAND)


def test_score_at_the_lower_operating_point_counts() -> None:
    (span,) = spans_of([RUN.no_support_threshold] * 15)
    assert span.level is SegmentLevel.INCONCLUSIVE


def test_short_stay_in_the_inconclusive_band_is_no_span() -> None:
    frames = math.ceil(MIN_INCONCLUSIVE_SPAN_S / STEP_S)
    assert spans_of([LOW] * 10 + [IN_BAND] * frames + [LOW] * 10) == ()
    assert len(spans_of([LOW] * 10 + [IN_BAND] * (frames + 1) + [LOW] * 10)) == 1


@pytest.mark.parametrize("outcome", [Outcome.INCONCLUSIVE, Outcome.SUPPORT_FOR_MANIPULATION])
def test_band_is_marked_only_where_the_track_lies_below_it(outcome: Outcome) -> None:
    assert spans_of([LOW] * 10 + [IN_BAND] * 15 + [LOW] * 10, outcome) == ()


def test_spans_that_reach_support_are_marked_alone() -> None:
    (span,) = spans_of([IN_BAND] * 15 + [LOW] * 5 + [HIGH] * 10 + [LOW] * 30)
    assert span.level is SegmentLevel.SUPPORT
    assert span.score == pytest.approx(HIGH)


def test_window_in_the_inconclusive_band_is_a_span() -> None:
    windows = [make_window(0, 19, LOW), make_window(5, 24, IN_BAND), make_window(40, 59, LOW)]
    track = make_track(make_faces([None] * 60), windows, outcome=Outcome.NO_SUPPORT_FOUND)
    (span,) = suspicious_segments(track, make_run("xception_gru"))
    assert span.level is SegmentLevel.INCONCLUSIVE
    assert (span.start_s, span.end_s) == pytest.approx((5 * STEP_S, 24 * STEP_S))


@given(st.lists(st.one_of(st.none(), st.floats(0, 1)), min_size=1, max_size=60))
def test_spans_are_ordered_apart_and_within_the_track(scores: list[float | None]) -> None:
    spans = spans_of(scores)
    for span in spans:
        is_in_band = span.level is SegmentLevel.INCONCLUSIVE
        shortest = MIN_INCONCLUSIVE_SPAN_S if is_in_band else MIN_SPAN_S
        assert span.end_s - span.start_s >= shortest
        assert span.start_s >= 0
        assert span.end_s <= (len(scores) - 1) * STEP_S
        assert 0 <= span.score <= 1
    assert all(one.end_s < other.start_s for one, other in pairwise(spans))
    assert len({span.level for span in spans}) <= 1


@given(st.lists(st.floats(0, 1), max_size=40))
def test_running_median_keeps_length_and_range(scores: list[float]) -> None:
    smooth = running_median(scores)
    assert len(smooth) == len(scores)
    assert all(min(scores) <= value <= max(scores) for value in smooth)


def test_running_median_drops_a_spike_and_keeps_a_step() -> None:
    assert running_median([0, 0, 0, 1, 0, 0, 0]) == [0] * 7
    assert running_median([0, 0, 0, 0, 1, 1, 1, 1]) == [0, 0, 0, 0, 1, 1, 1, 1]
