# SPDX-License-Identifier: Apache-2.0
"""The whole stage over moving pictures, with the real face detector."""

from __future__ import annotations

from collections.abc import Iterable

import cv2
import numpy as np
import pytest
import skimage.data

from core.faces.catalog import load_face_detector
from core.faces.detection import FaceDetector, overlap
from core.faces.stage import FacesInFrame, FaceStage
from core.records import FaceBox, Frame, Pixels, Reason
from core.settings import FaceSettings
from tests.core.faces.scenes import Person, empty, place

SETTINGS = FaceSettings()
FPS = 5.0


class Counter:
    """Counts the pixels that the real detector is shown."""

    def __init__(self, inner: FaceDetector) -> None:
        self.id, self.version = inner.id, inner.version
        self.pixels: list[int] = []
        self._inner = inner

    def detect(self, pixels: Pixels) -> tuple[FaceBox, ...]:
        self.pixels[-1] += pixels.shape[0] * pixels.shape[1]
        return self._inner.detect(pixels)


def run(
    detector: FaceDetector, pictures: Iterable[Pixels], *, fps: float = FPS, is_video: bool = True
) -> list[FacesInFrame]:
    stage = FaceStage(detector, SETTINGS, is_video=is_video)
    return [stage.process(Frame(i, i / fps, pixels)) for i, pixels in enumerate(pictures)]


def ids(found: FacesInFrame) -> list[int]:
    return [face.track_id for face in found.faces]


def track_at(found: FacesInFrame, person: Person) -> int | None:
    """Id of the face that lies where a person is."""
    for face in found.faces:
        if overlap(face.face.bbox, person.bbox) > 0.4:
            return face.track_id
    return None


@pytest.mark.parametrize("size", [(640, 360), (360, 640)], ids=["landscape", "portrait"])
def test_one_moving_face_is_one_track(detector: FaceDetector, size: tuple[int, int]) -> None:
    people = [Person(120 + 25 * i, 150 + 9 * i, 60 + 2 * i) for i in range(8)]
    background = empty(*size)
    results = run(detector, (place(background, person) for person in people))
    assert [ids(found) for found in results] == [[1]] * 8
    for found, person in zip(results, people, strict=True):
        assert overlap(found.faces[0].face.bbox, person.bbox) > 0.6
        assert found.faces[0].rejected is None
        assert not found.starts_shot
        assert found.shot == 0


def test_following_costs_a_fraction_of_searching(centerface: FaceDetector) -> None:
    counter = Counter(centerface)
    stage = FaceStage(counter, SETTINGS, is_video=True)
    for i in range(11):
        counter.pixels.append(0)
        stage.process(Frame(i, i / FPS, place(empty(1280, 720), Person(300 + 9 * i, 300, 90))))
    searched = [pixels > 1280 * 720 for pixels in counter.pixels]
    assert searched == [i % 5 == 0 for i in range(11)]
    in_between = {p for p, full in zip(counter.pixels, searched, strict=True) if not full}
    assert in_between == {192 * 192 + 256 * 144}


def test_a_person_who_enters_is_found_within_a_second(centerface: FaceDetector) -> None:
    first, second = Person(150, 150, 60), Person(480, 170, 70, who=1)
    results = run(
        centerface, (place(empty(), *([first] if i < 2 else [first, second])) for i in range(7))
    )
    assert ids(results[1]) == [1]
    assert ids(results[5]) == [1, 2]


def _static_background(scenes: Iterable[Pixels]) -> Iterable[Pixels]:
    """Add structure around the face, so that its coming is not a cut."""
    for scene in scenes:
        framed = scene.copy()
        framed[:60], framed[300:] = 20, 220
        yield framed


def test_a_splice_that_takes_time_back_does_not_stop_the_search(centerface: FaceDetector) -> None:
    """A small person is found by full searches only, which are due by time."""
    stage = FaceStage(centerface, SETTINGS, is_video=True)
    scene = place(empty(1280, 720), Person(400, 300, 40))
    stage.process(Frame(0, 3600.0, empty(1280, 720)))
    assert ids(stage.process(Frame(1, 0.0, scene)))


def test_a_large_face_that_shows_once_is_found_at_once(centerface: FaceDetector) -> None:
    scenes = [empty()] * 2 + [place(empty(), Person(300, 180, 120))] + [empty()] * 2
    results = run(centerface, _static_background(scenes))
    assert [ids(found) for found in results] == [[], [], [1], [], []]


def test_ids_stay_when_two_people_cross(centerface: FaceDetector) -> None:
    """The one in front hides the other for a moment."""
    behind = [Person(90 + 30 * i, 150, 60, who=1) for i in range(14)]
    front = [Person(540 - 30 * i, 165, 70) for i in range(14)]
    scenes = [place(empty(), b, f) for b, f in zip(behind, front, strict=True)]
    results = run(centerface, scenes, fps=10)
    assert track_at(results[-1], behind[-1]) == track_at(results[0], behind[0]) is not None
    assert track_at(results[-1], front[-1]) == track_at(results[0], front[0]) is not None
    assert {one for found in results for one in ids(found)} == {1, 2}


def test_an_id_survives_a_hidden_face_for_half_a_second_and_no_longer(
    centerface: FaceDetector,
) -> None:
    def scenes(hidden: int) -> Iterable[Pixels]:
        for i in range(5 + hidden):
            scene = place(empty(), Person(170, 180, 100))
            if 3 <= i < 3 + hidden:
                scene[100:260, 105:235] = (90, 70, 60)  # a hand
            yield scene

    assert ids(run(centerface, scenes(4), fps=10)[-1]) == [1]
    assert ids(run(centerface, scenes(6), fps=10)[-1]) == [2]


def test_a_cut_ends_tracks_even_where_a_face_is_in_the_same_place(
    centerface: FaceDetector,
) -> None:
    person = Person(150, 150, 60)
    coffee: Pixels = skimage.data.coffee()  # type: ignore[no-untyped-call]
    other_room = np.asarray(cv2.resize(coffee, (640, 360)), dtype=np.uint8)
    scenes = [place(empty(), person)] * 3 + [place(other_room, person)] * 3
    results = run(centerface, scenes)
    assert [found.starts_shot for found in results] == [False, False, False, True, False, False]
    assert [found.shot for found in results] == [0, 0, 0, 1, 1, 1]
    assert [ids(found) for found in results] == [[1]] * 3 + [[2]] * 3


@pytest.mark.parametrize(
    ("person", "reason"),
    [
        (Person(300, 180, 60), None),
        (Person(300, 180, 30), Reason.FACE_TOO_SMALL),
        (Person(300, 180, 110, blur=4), Reason.FACE_TOO_BLURRED),
        (Person(8, 180, 90), Reason.FACE_CUT_OFF),
    ],
)
def test_faces_that_cannot_be_scored_have_a_reason(
    centerface: FaceDetector, person: Person, reason: Reason | None
) -> None:
    (found,) = run(centerface, [place(empty(), person)], is_video=False)
    assert [face.rejected for face in found.faces] == [reason]


def test_boxes_lie_inside_the_frame(detector: FaceDetector) -> None:
    people = [Person(15, 180, 90), Person(625, 180, 90, who=1), Person(320, 30, 60, who=2)]
    (found,) = run(detector, [place(empty(), *people)], is_video=False)
    assert found.faces
    for face in found.faces:
        x0, y0, x1, y1 = face.face.bbox
        assert 0 <= x0 < x1 <= 640
        assert 0 <= y0 < y1 <= 360


def test_every_still_starts_from_nothing(centerface: FaceDetector) -> None:
    (found,) = run(centerface, [place(empty(), Person(300, 180, 80))], is_video=False)
    assert (ids(found), found.shot, found.starts_shot) == ([1], 0, False)


@pytest.mark.parametrize("size", [(1, 1), (2, 900), (33, 65), (641, 359)])
def test_frames_of_any_size_without_faces_give_none(
    detector: FaceDetector, size: tuple[int, int]
) -> None:
    results = run(detector, [empty(*size)] * 3)
    assert [found.faces for found in results] == [()] * 3


def test_frames_may_change_size(centerface: FaceDetector) -> None:
    sizes = [(640, 360), (320, 240), (640, 360)]
    scenes = [place(empty(*size), Person(150, 120, 60)) for size in sizes]
    assert [len(found.faces) for found in run(centerface, scenes)] == [1, 1, 1]


def test_two_runs_agree_to_the_last_bit() -> None:
    people = [(Person(120 + 40 * i, 150, 60), Person(500 - 35 * i, 170, 70, 1)) for i in range(8)]
    scenes = [place(empty(), *pair) for pair in people]
    first, again = (run(load_face_detector("centerface"), scenes) for _ in range(2))
    for one, other in zip(first, again, strict=True):
        assert [(face.track_id, face.face.bbox, face.sharpness) for face in one.faces] == [
            (face.track_id, face.face.bbox, face.sharpness) for face in other.faces
        ]


def test_frames_are_left_as_they_were(centerface: FaceDetector) -> None:
    pixels = place(empty(), Person(150, 120, 60))
    before = pixels.copy()
    run(centerface, [pixels, pixels])
    assert np.array_equal(pixels, before)


def test_a_stage_says_which_tracks_ended(centerface: FaceDetector) -> None:
    with_person, without = place(empty(), Person(170, 180, 100)), empty()
    results = run(centerface, [with_person] * 2 + [without] * 8, fps=10)
    assert [found.ended for found in results if found.ended] == [frozenset({1})]
