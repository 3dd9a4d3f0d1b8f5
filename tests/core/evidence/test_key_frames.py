# SPDX-License-Identifier: Apache-2.0
"""Which frames are chosen for a report."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from core.dossier import KeyFrameReason
from core.evidence.key_frames import HIGHEST, LOWEST, MOST_FRAMES, SPACED, choose_key_frames
from core.records import AnalysisResult, Reason
from tests.core.judged import make_face, make_faces, make_track
from tests.core.report.results import (
    image_result,
    many_tracks_result,
    no_face_result,
    unreadable_result,
    video_result,
)


def _clip(*scores: float | None) -> AnalysisResult:
    return replace(video_result(), tracks=(make_track(make_faces(scores)),))


def test_highest_and_lowest_scores_are_chosen_and_say_why() -> None:
    chosen = choose_key_frames(_clip(0.5, 0.9, 0.4, 0.1, 0.6, 0.8, 0.45, 0.55))
    reasons = {one.frame_index: one.reason for one in chosen}
    assert reasons[5] is reasons[25] is KeyFrameReason.HIGHEST_SCORE
    assert reasons[15] is KeyFrameReason.LOWEST_SCORE
    assert sorted(reasons) == [one.frame_index for one in chosen]
    assert set(reasons.values()) == {
        KeyFrameReason.HIGHEST_SCORE,
        KeyFrameReason.LOWEST_SCORE,
        KeyFrameReason.EVENLY_SPACED,
    }


def test_rejected_faces_are_not_chosen_where_there_are_others() -> None:
    faces = (*make_faces([0.5, 0.6]), make_face(2, rejected=Reason.FACE_TOO_BLURRED))
    chosen = choose_key_frames(replace(video_result(), tracks=(make_track(faces),)))
    assert {one.frame_index for one in chosen} == {0, 5}


def test_person_without_a_usable_face_is_shown_once() -> None:
    chosen = choose_key_frames(many_tracks_result())
    assert [one.track_id for one in chosen] == list(range(1, 41))
    assert len(chosen[0].faces) == 40


def test_still_image_is_shown_once_for_each_person() -> None:
    (chosen,) = choose_key_frames(image_result())
    assert chosen.reason is KeyFrameReason.STILL_IMAGE
    assert dict(chosen.faces[0].scores) == {"image_cnn": 0.2}


def test_nothing_is_chosen_where_nobody_is() -> None:
    assert choose_key_frames(no_face_result()) == choose_key_frames(unreadable_result()) == ()


def test_a_crowd_is_served_in_turn_up_to_the_limit() -> None:
    tracks = tuple(
        make_track(
            [make_face(step, step / 20, track_id=number) for step in range(20)], track_id=number
        )
        for number in range(1, 31)
    )
    chosen = choose_key_frames(replace(video_result(), tracks=tracks))
    assert len(chosen) == MOST_FRAMES
    counts = [sum(one.track_id == number for one in chosen) for number in range(1, 31)]
    assert set(counts) == {1, 2}


@given(st.lists(st.none() | st.floats(0, 1), min_size=1, max_size=40))
def test_choice_is_in_order_without_doubles_and_bounded(scores: list[float | None]) -> None:
    result = _clip(*scores)
    chosen = choose_key_frames(result)
    frames = [one.frame_index for one in chosen]
    assert frames == sorted(set(frames))
    assert 1 <= len(chosen) <= HIGHEST + LOWEST + SPACED
    assert chosen == choose_key_frames(result)
    known = {(seen.frame_index, seen.time_s) for seen in result.tracks[0].observations}
    assert {(one.frame_index, one.time_s) for one in chosen} <= known
