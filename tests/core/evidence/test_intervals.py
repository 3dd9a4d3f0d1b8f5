# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.evidence.intervals import MIN_SPAN_S, running_median, suspicious_segments
from core.records import Segment
from tests.core.judged import STEP_S, make_face, make_faces, make_run, make_track, make_window

RUN = make_run()
LOW, HIGH = 0.1, 0.9


def spans_of(scores: Sequence[float | None]) -> tuple[Segment, ...]:
    return suspicious_segments(make_track(make_faces(scores)), RUN)


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


@given(st.lists(st.one_of(st.none(), st.floats(0, 1)), min_size=1, max_size=60))
def test_spans_are_ordered_apart_and_within_the_track(scores: list[float | None]) -> None:
    spans = spans_of(scores)
    for span in spans:
        assert span.end_s - span.start_s >= MIN_SPAN_S
        assert span.start_s >= 0
        assert span.end_s <= (len(scores) - 1) * STEP_S
        assert 0 <= span.score <= 1
    assert all(one.end_s < other.start_s for one, other in pairwise(spans))


@given(st.lists(st.floats(0, 1), max_size=40))
def test_running_median_keeps_length_and_range(scores: list[float]) -> None:
    smooth = running_median(scores)
    assert len(smooth) == len(scores)
    assert all(min(scores) <= value <= max(scores) for value in smooth)


def test_running_median_drops_a_spike_and_keeps_a_step() -> None:
    assert running_median([0, 0, 0, 1, 0, 0, 0]) == [0] * 7
    assert running_median([0, 0, 0, 0, 1, 1, 1, 1]) == [0, 0, 0, 0, 1, 1, 1, 1]
