# SPDX-License-Identifier: Apache-2.0
"""Ids that stay with people: properties of the tracker on boxes alone."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.faces.tracking import Look, Tracker, look
from core.records import FaceBox
from tests.core.faces.scenes import Person, empty, place


def face(x: float, y: float = 100, width: float = 60, score: float = 0.9) -> FaceBox:
    return FaceBox(Person(x, y, width).bbox, score)


def plain(value: float) -> Look:
    """The look of a person of one grey."""
    return np.full((6, 3, 3), value, dtype=np.float32)


def follow(
    tracker: Tracker,
    frames: Sequence[Sequence[FaceBox]],
    interval_s: float = 0.2,
    looks: Sequence[Sequence[Look]] | None = None,
) -> list[tuple[int | None, ...]]:
    """Feed frames at even intervals; give the ids frame by frame."""
    return [
        tracker.update(faces, looks[i] if looks else [None] * len(faces), i * interval_s)
        for i, faces in enumerate(frames)
    ]


def test_a_face_that_stands_still_keeps_its_id() -> None:
    assert follow(Tracker(0.5), [[face(100)]] * 5) == [(1,)] * 5


@pytest.mark.parametrize("missed", [1, 2])
def test_an_id_survives_a_gap_of_up_to_half_a_second(missed: int) -> None:
    frames = [[face(100)], [face(100)], *[[]] * (missed - 1), [face(100)]]
    assert follow(Tracker(0.5), frames, interval_s=0.24)[-1] == (1,)


def test_an_id_ends_after_more_than_half_a_second() -> None:
    frames = [[face(100)], [face(100)], [], [], [face(100)]]
    assert follow(Tracker(0.5), frames, interval_s=0.2)[-1] == (2,)


def test_a_gap_of_exactly_half_a_second_is_survived() -> None:
    tracker = Tracker(0.5)
    times = [10.0, 10.1, 10.2, 10.3, 10.4, 10.6]
    ids = [tracker.update([face(9)] if t in {10.1, 10.6} else [], [None], t) for t in times[1:]]
    assert ids[-1] == (1,)


def test_samples_further_apart_than_the_gap_still_link() -> None:
    """One frame a second is a sampling that users choose; a gap of one sample ends the track."""
    frames = [[face(100)], [face(110)], [face(120)], [], [face(130)]]
    assert follow(Tracker(0.5), frames, interval_s=1.0) == [(1,), (1,), (1,), (), (2,)]


def test_one_short_interval_does_not_cut_all_later_tracks() -> None:
    """Frames come unevenly: the first one after a frozen picture may follow its sample at once."""
    tracker = Tracker(0.5)
    times = [0.0, 1.0, 2.9, 3.0, 4.0, 5.0, 6.0]
    assert [tracker.update([face(100)], [None], t) for t in times] == [(1,)] * len(times)


def test_time_that_jumps_back_ends_all_tracks() -> None:
    tracker = Tracker(0.5)
    assert tracker.update([face(100)], [None], 3600.0) == (1,)
    assert tracker.update([], [], 0.0) == ()
    assert tracker.open_ids == frozenset()
    assert tracker.update([face(100)], [None], 0.2) == (2,)


def test_a_moving_face_is_expected_where_it_leads() -> None:
    tracker = Tracker(0.5)
    follow(tracker, [[face(100 + 30 * step)] for step in range(6)])
    (expected,) = tracker.expect(1.2)
    assert expected.bbox[0] + 30 == pytest.approx(100 + 30 * 6, abs=3)


def test_a_passer_by_keeps_the_id() -> None:
    """One and a half faces to the side in a fifth of a second: a brisk walk close to the camera."""
    ids = follow(Tracker(0.5), [[face(100 + 105 * step)] for step in range(5)])
    assert ids == [(1,)] * 5


def test_a_face_that_appears_far_away_is_somebody_else() -> None:
    assert follow(Tracker(0.5), [[face(100)], [face(500)]]) == [(1,), (2,)]


def test_a_face_of_another_size_is_somebody_else() -> None:
    assert follow(Tracker(0.5), [[face(100, width=40)], [face(100, width=110)]]) == [(1,), (2,)]


def test_motion_tells_two_people_apart_who_cross() -> None:
    frames = [[face(100 + 20 * step), face(400 - 20 * step, 110)] for step in range(16)]
    assert follow(Tracker(0.5), frames, interval_s=0.1) == [(1, 2)] * 16


def test_motion_bridges_the_moment_when_one_hides_the_other() -> None:
    frames = [[face(100 + 20 * step), face(400 - 20 * step, 110)] for step in range(16)]
    for step in range(6, 9):  # where the boxes overlap, only the front one is seen
        frames[step] = frames[step][:1]
    ids = follow(Tracker(0.5), frames, interval_s=0.1)
    assert ids[-1] == (1, 2)
    assert {one for frame in ids for one in frame} == {1, 2}


def test_looks_tell_two_people_apart_who_turn_back() -> None:
    """They meet, stop and go back where they came from: motion alone would swap them."""
    left = [100, 140, 180, 215, 215, 180, 140, 100]
    frames = [[face(x), face(440 - x)] for x in left]
    looks = [[plain(0.2), plain(0.5)]] * len(frames)
    assert follow(Tracker(0.5), frames, looks=looks) == [(1, 2)] * len(frames)


def test_an_unsure_face_continues_a_track_but_starts_none() -> None:
    unsure = face(100, score=0.35)
    assert follow(Tracker(0.5), [[unsure], [face(100)], [unsure]]) == [(None,), (1,), (1,)]


def test_a_new_shot_ends_all_tracks() -> None:
    tracker = Tracker(0.5)
    tracker.update([face(100)], [None], 0.0)
    tracker.end_all()
    assert tracker.expect(0.1) == ()
    assert tracker.update([face(100)], [None], 0.1) == (2,)


def test_looks_of_people_differ_more_than_looks_of_one() -> None:
    pixels = place(empty(), Person(150, 120, 60), Person(450, 120, 60, who=1))
    later = place(empty(), Person(170, 125, 58), Person(430, 118, 62, who=1))
    first, second = look(pixels, Person(150, 120).bbox), look(pixels, Person(450, 120).bbox)
    first_later = look(later, Person(170, 125, 58).bbox)
    assert np.abs(first - second).mean() > 2 * np.abs(first - first_later).mean()


@pytest.mark.parametrize("bbox", [(-50.0, -80.0, -10.0, -20.0), (639.5, 359.5, 700.0, 400.0)])
def test_a_look_outside_the_frame_is_still_one(bbox: tuple[float, float, float, float]) -> None:
    assert np.isfinite(look(empty(), bbox)).all()


coordinates = st.floats(-50, 2000)
faces_in_frame = st.lists(
    st.builds(
        face,
        coordinates,
        coordinates,
        st.floats(2, 400),
        st.floats(0.3, 1),
    ),
    max_size=6,
    unique_by=lambda one: one.bbox,  # two equal boxes are one face, see keep_best
)
videos = st.lists(faces_in_frame, max_size=8)
intervals = st.sampled_from([0.0, 1 / 30, 0.2, 0.4, 1.0])


@settings(max_examples=150, deadline=None)
@given(videos, intervals)
def test_ids_are_unique_in_a_frame_and_count_up(
    video: list[list[FaceBox]], interval_s: float
) -> None:
    highest = 0
    for ids in follow(Tracker(0.5), video, interval_s):
        given_ids = [one for one in ids if one is not None]
        assert len(set(given_ids)) == len(given_ids)
        fresh = sorted(one for one in given_ids if one > highest)
        assert fresh == list(range(highest + 1, highest + 1 + len(fresh)))
        highest = max([highest, *given_ids])


@settings(max_examples=150, deadline=None)
@given(videos, intervals)
def test_an_ended_id_never_comes_back(video: list[list[FaceBox]], interval_s: float) -> None:
    longest_s = max(0.5, 1.5 * interval_s) + 2e-3
    seen_s: dict[int, float] = {}
    for index, ids in enumerate(follow(Tracker(0.5), video, interval_s)):
        for one in ids:
            if one is not None:
                assert index * interval_s - seen_s.get(one, math.inf) <= longest_s
                seen_s[one] = index * interval_s


@settings(max_examples=150, deadline=None)
@given(videos, intervals, st.randoms(use_true_random=False))
def test_the_order_of_faces_changes_nothing(
    video: list[list[FaceBox]], interval_s: float, random: object
) -> None:
    import random as standard

    assert isinstance(random, standard.Random)
    expected = follow(Tracker(0.5), video, interval_s)
    shuffled = [random.sample(range(len(faces)), len(faces)) for faces in video]
    mixed = [[faces[i] for i in order] for faces, order in zip(video, shuffled, strict=True)]
    got = follow(Tracker(0.5), mixed, interval_s)
    for order, ids, wanted in zip(shuffled, got, expected, strict=True):
        assert [ids[order.index(i)] for i in range(len(order))] == list(wanted)


@settings(max_examples=50, deadline=None)
@given(videos)
def test_tracks_do_not_pile_up(video: list[list[FaceBox]]) -> None:
    """Memory is bounded by the faces of the last half second."""
    tracker = Tracker(0.5)
    follow(tracker, video, interval_s=0.4)
    assert len(tracker.expect(0.4 * len(video))) <= sum(map(len, video[-2:]))
