# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.aggregate.outcome import choose_detector, judge_file, judge_track, with_segments
from core.records import (
    Calibration,
    Coverage,
    DetectorRun,
    FaceObservation,
    Outcome,
    Reason,
    Segment,
    SegmentLevel,
    TrackResult,
    WindowScore,
)
from tests.core.judged import make_face, make_faces, make_run, make_track, make_window

COVERAGE = Coverage(100, 100, 0, 20, 10, 10)
NEVER_DECIDES = {"support_threshold": 1.0, "no_support_threshold": 0.0}


def judge(
    observations: Sequence[FaceObservation],
    windows: Sequence[WindowScore] = (),
    runs: Sequence[DetectorRun] = (make_run(),),
    *,
    is_video: bool = True,
) -> TrackResult:
    return judge_track(1, 0, observations, windows, runs, is_video=is_video, min_track_frames=3)


@pytest.mark.parametrize(
    ("scores", "outcome"),
    [
        ([0.8, 0.9, 0.85], Outcome.SUPPORT_FOR_MANIPULATION),
        ([0.7, 0.7, 0.7], Outcome.SUPPORT_FOR_MANIPULATION),
        ([0.5, 0.6, 0.4], Outcome.INCONCLUSIVE),
        ([0.3, 0.3, 0.3], Outcome.INCONCLUSIVE),
        ([0.1, 0.2, 0.25], Outcome.NO_SUPPORT_FOUND),
    ],
)
def test_operating_points_give_the_outcome(scores: list[float], outcome: Outcome) -> None:
    track = judge(make_faces(scores))
    assert track.outcome is outcome
    assert track.reason is None
    assert track.decided_by == "xception"


@given(st.lists(st.floats(0, 1), min_size=3, max_size=30), st.floats(0.001, 0.2))
def test_outcome_never_gets_milder_when_all_scores_rise(scores: list[float], rise: float) -> None:
    order = [Outcome.NO_SUPPORT_FOUND, Outcome.INCONCLUSIVE, Outcome.SUPPORT_FOR_MANIPULATION]
    before = judge(make_faces(scores))
    after = judge(make_faces([min(1.0, score + rise) for score in scores]))
    assert order.index(after.outcome) >= order.index(before.outcome)


def test_likelihood_ratio_is_that_of_the_pooled_logit() -> None:
    track = judge(make_faces([0.8, 0.8, 0.8]))
    assert track.log10_lr == pytest.approx(math.log(4) / math.log(10))
    assert track.pooled_score == pytest.approx(0.8)


def test_uncalibrated_detector_gives_no_ratio() -> None:
    track = judge(make_faces([0.8, 0.8, 0.8]), runs=[make_run(calibration=None)])
    assert track.log10_lr is None
    assert track.outcome is Outcome.SUPPORT_FOR_MANIPULATION


def test_ratio_against_manipulation_forbids_support_for_it() -> None:
    """A calibration that contradicts the operating points leaves it open."""
    run = make_run(calibration=Calibration(1.0, -5.0, -2.0, 2.0))
    assert judge(make_faces([0.9, 0.9, 0.9]), runs=[run]).outcome is Outcome.INCONCLUSIVE


def test_gaps_in_the_scores_are_left_out() -> None:
    track = judge(make_faces([0.8, math.nan, None, 0.8]))
    assert track.summaries["xception"].n == 2
    assert track.summaries["xception"].mean == pytest.approx(0.8)


def test_sequence_detector_is_summed_up_over_its_windows() -> None:
    runs = [make_run("xception_gru")]
    faces = make_faces([None] * 5)
    track = judge(faces, [make_window(0, 3, 0.9), make_window(1, 4, 0.8)], runs)
    assert track.summaries["xception_gru"].n == 2
    assert track.decided_by == "xception_gru"
    assert track.outcome is Outcome.SUPPORT_FOR_MANIPULATION


def test_every_detector_is_summed_up_and_one_decides() -> None:
    runs = [make_run("xception_gru", validation_auc=0.99), make_run("xception")]
    track = judge(make_faces([0.1, 0.1, 0.1]), [make_window(0, 2, 0.95)], runs)
    assert list(track.summaries) == ["xception_gru", "xception"]
    assert track.decided_by == "xception"
    assert track.outcome is Outcome.NO_SUPPORT_FOUND


def test_best_validated_detector_decides_where_xception_did_not_run() -> None:
    runs = [
        make_run("a", validation_auc=0.7),
        make_run("b", validation_auc=0.8),
        make_run("c", validation_auc=None),
    ]
    chosen = choose_detector(runs)
    assert chosen is not None
    assert chosen.detector_id == "b"


def test_detector_that_never_decides_does_not_overrule() -> None:
    runs = [make_run("xception", **NEVER_DECIDES), make_run("image_cnn", validation_auc=0.6)]
    chosen = choose_detector(runs)
    assert chosen is not None
    assert chosen.detector_id == "image_cnn"


def test_order_of_detectors_does_not_choose() -> None:
    runs = [make_run("a"), make_run("b")]
    assert choose_detector(runs) == choose_detector(runs[::-1])


def test_no_detector_decides_without_scores() -> None:
    assert choose_detector([]) is None


def test_too_few_usable_faces_are_not_applicable() -> None:
    track = judge(make_faces([0.9, 0.9]))
    assert (track.outcome, track.reason) == (Outcome.NOT_APPLICABLE, Reason.TOO_FEW_FRAMES)
    assert track.decided_by is None
    assert track.log10_lr is None
    assert track.pooled_score is None
    assert track.summaries["xception"].n == 2


def test_one_face_is_enough_in_a_still_image() -> None:
    track = judge(make_faces([0.9]), is_video=False)
    assert track.outcome is Outcome.SUPPORT_FOR_MANIPULATION


def test_commonest_rejection_is_the_reason() -> None:
    blurred = make_face(0, rejected=Reason.FACE_TOO_BLURRED)
    small = [make_face(step, rejected=Reason.FACE_TOO_SMALL) for step in (1, 2)]
    track = judge([blurred, *small, make_face(3, 0.9)])
    assert track.reason is Reason.FACE_TOO_SMALL


def test_face_without_any_score_is_not_applicable() -> None:
    track = judge(make_faces([None] * 5))
    assert (track.outcome, track.reason) == (Outcome.NOT_APPLICABLE, Reason.TOO_FEW_FRAMES)
    assert track.summaries == {}


def test_empty_track_is_refused() -> None:
    with pytest.raises(ValueError, match="observations"):
        judge([])


@pytest.mark.parametrize("level", SegmentLevel)
def test_suspicious_span_forbids_no_support_found(level: SegmentLevel) -> None:
    track = judge(make_faces([0.1] * 20))
    span = Segment(0.0, 1.0, 0.9, level)
    lifted = with_segments(track, [span])
    assert lifted.outcome is Outcome.INCONCLUSIVE
    assert lifted.segments == (span,)
    assert with_segments(track, []).outcome is Outcome.NO_SUPPORT_FOUND


@pytest.mark.parametrize(
    "outcome", [Outcome.SUPPORT_FOR_MANIPULATION, Outcome.INCONCLUSIVE, Outcome.NOT_APPLICABLE]
)
def test_suspicious_span_changes_no_other_outcome(outcome: Outcome) -> None:
    track = make_track(make_faces([0.5]), outcome=outcome)
    assert with_segments(track, [Segment(0.0, 1.0, 0.9)]).outcome is outcome


@given(st.permutations([each for each in Outcome if each is not Outcome.COULD_NOT_EVALUATE]))
def test_file_has_the_gravest_outcome(order: list[Outcome]) -> None:
    gravest_first = [
        Outcome.SUPPORT_FOR_MANIPULATION,
        Outcome.INCONCLUSIVE,
        Outcome.NO_SUPPORT_FOUND,
        Outcome.NOT_APPLICABLE,
    ]
    tracks = [make_track(make_faces([0.5]), outcome=outcome) for outcome in order]
    while tracks:
        gravest = min((track.outcome for track in tracks), key=gravest_first.index)
        assert judge_file(tracks, COVERAGE)[0] is gravest
        tracks.pop()


def test_file_without_a_face_is_not_applicable() -> None:
    assert judge_file((), COVERAGE) == (Outcome.NOT_APPLICABLE, Reason.NO_FACE)


def test_file_of_unusable_faces_names_what_most_faces_suffered_from() -> None:
    small, blurred = (
        make_track(
            [make_face(step, rejected=reason) for step in range(count)],
            outcome=Outcome.NOT_APPLICABLE,
            reason=reason,
        )
        for reason, count in ((Reason.FACE_TOO_SMALL, 5), (Reason.FACE_TOO_BLURRED, 9))
    )
    assert judge_file([small, blurred], COVERAGE)[1] is Reason.FACE_TOO_BLURRED


@pytest.mark.parametrize("decoded", [0, 9])
def test_file_of_which_no_frame_was_examined_could_not_be_evaluated(decoded: int) -> None:
    """Nobody looked for a face, so "no face" would be a claim about frames that were not seen."""
    coverage = replace(COVERAGE, frames_decoded=decoded, frames_sampled=0)
    assert judge_file((), coverage) == (Outcome.COULD_NOT_EVALUATE, Reason.NO_FRAME_DECODED)
