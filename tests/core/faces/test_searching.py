# SPDX-License-Identifier: Apache-2.0
"""Looking everywhere, and looking around a known face."""

from __future__ import annotations

import tracemalloc

import numpy as np
import pytest

from core.faces.detection import FaceDetector, overlap
from core.faces.searching import search_around, search_coarsely, search_frame
from core.records import FaceBox, Pixels
from tests.core.faces.scenes import COLORS, Person, empty, place


class Recorder:
    """Notes what it is shown, and passes it on."""

    def __init__(self, inner: FaceDetector) -> None:
        self.id, self.version = inner.id, inner.version
        self.shapes: list[tuple[int, ...]] = []
        self._inner = inner

    def detect(self, pixels: Pixels) -> tuple[FaceBox, ...]:
        self.shapes.append(pixels.shape[:2])
        return self._inner.detect(pixels)


@pytest.mark.parametrize("width", [40, 300, 700])
def test_faces_of_40_pixels_up_to_most_of_the_frame_are_found_in_1080p(
    centerface: FaceDetector, width: float
) -> None:
    """One detector scale alone sees 20 to 220 pixels."""
    person = Person(1000, 520, width)
    (face,) = search_frame(centerface, place(empty(1920, 1080), person), min_size_px=40)
    assert overlap(face.bbox, person.bbox) > 0.6


def test_faces_on_the_seam_of_two_tiles_are_found_once(centerface: FaceDetector) -> None:
    """The tiles of a frame 1920 pixels wide meet between 896 and 1024."""
    people = [Person(880, 130, 90), Person(960, 410, 90), Person(1030, 690, 90)]
    faces = search_frame(centerface, place(empty(1920, 820), *people), min_size_px=40)
    assert len(faces) == len(people)
    for person in people:
        assert max(overlap(face.bbox, person.bbox) for face in faces) > 0.6


def crowd(seed: int) -> list[Person]:
    """Sixty people of 30 to 90 pixels, upright within 15 degrees, in three colours."""
    rng = np.random.default_rng(seed)
    return [
        Person(
            x=120 + 186 * column + rng.uniform(-20, 20),
            y=90 + 172 * row + rng.uniform(-10, 10),
            width=rng.uniform(32, 90),
            who=int(rng.integers(len(COLORS))),
            angle=rng.uniform(-15, 15),
            blur=rng.uniform(0, 1.5),
        )
        for row in range(6)
        for column in range(10)
    ]


def test_four_fifths_of_a_crowd_are_found_and_nobody_twice(centerface: FaceDetector) -> None:
    people = crowd(seed=11)
    picture = place(empty(1920, 1080), *people)
    noise = np.random.default_rng(5).normal(0, 6, picture.shape)
    picture = np.clip(picture + noise, 0, 255).astype(np.uint8)
    faces = search_frame(centerface, picture, min_size_px=40)
    hits = [[overlap(face.bbox, one.bbox) > 0.4 for face in faces] for one in people]
    assert sum(map(any, hits)) >= 0.8 * len(people)
    assert max(map(sum, hits)) == 1
    assert len(faces) == sum(map(any, hits))


def test_small_faces_in_a_large_still_are_found(centerface: FaceDetector) -> None:
    """Above 1080p the frame may be shrunk only so far that the smallest face is kept."""
    person = Person(1900, 800, 44)
    faces = search_frame(centerface, place(empty(2560, 1440), person), min_size_px=40)
    assert [overlap(face.bbox, person.bbox) > 0.6 for face in faces] == [True]


@pytest.mark.parametrize(
    ("size", "count"), [((1280, 720), 3), ((720, 1280), 3), ((640, 360), 2), ((1, 1), 1)]
)
def test_a_frame_up_to_720p_takes_one_look_on_each_level(
    centerface: FaceDetector, size: tuple[int, int], count: int
) -> None:
    recorder = Recorder(centerface)
    search_frame(recorder, empty(*size), min_size_px=40)
    assert recorder.shapes[0] == (size[1], size[0])
    assert len(recorder.shapes) == count


def test_no_look_is_larger_than_a_tile(centerface: FaceDetector) -> None:
    recorder = Recorder(centerface)
    search_frame(recorder, empty(2600, 1100), min_size_px=40)
    assert max(max(shape) for shape in recorder.shapes) <= 1280


@pytest.mark.parametrize("width", [30, 80, 200])
def test_a_known_face_is_found_in_a_look_of_one_size(
    centerface: FaceDetector, width: float
) -> None:
    person = Person(330, 180, width)
    recorder = Recorder(centerface)
    (face,) = search_around(recorder, place(empty(), person), person.bbox)
    assert overlap(face.bbox, person.bbox) > 0.7
    assert recorder.shapes == [(192, 192)]


def test_the_box_does_not_depend_on_where_the_region_lies(centerface: FaceDetector) -> None:
    person = Person(330, 180, 80)
    pixels = place(empty(), person)
    x0, y0, x1, y1 = person.bbox
    boxes = [
        search_around(centerface, pixels, (x0 + step, y0 - step / 2, x1 + step, y1 - step / 2))
        for step in (-30, 0, 30)
    ]
    assert all(overlap(boxes[1][0].bbox, found[0].bbox) > 0.85 for found in boxes)


def test_reach_finds_a_face_that_moved_far(centerface: FaceDetector) -> None:
    person, before = Person(330, 180, 60), Person(185, 180, 60)
    pixels = place(empty(), person)
    assert search_around(centerface, pixels, before.bbox) == ()
    (face,) = search_around(centerface, pixels, before.bbox, reach=2)
    assert overlap(face.bbox, person.bbox) > 0.6


def test_a_face_at_the_border_keeps_its_whole_box(centerface: FaceDetector) -> None:
    person = Person(20, 180, 80)
    (face,) = search_around(centerface, place(empty(), person), person.bbox)
    assert face.bbox[0] < 0
    assert overlap(face.bbox, person.bbox) > 0.6


@pytest.mark.parametrize("bbox", [(-900, 10, -800, 90), (10, 5000, 90, 5100), (700, 0, 720, 30)])
def test_a_place_far_outside_the_frame_gives_none(
    centerface: FaceDetector, bbox: tuple[float, float, float, float]
) -> None:
    assert search_around(centerface, empty(), bbox) == ()


def test_a_huge_face_costs_no_more_memory_than_a_small_one(centerface: FaceDetector) -> None:
    """A square of three sides of this box would take 400 MB."""
    recorder, pixels = Recorder(centerface), empty(400, 300)
    tracemalloc.start()
    search_around(recorder, pixels, (-5000.0, -5000.0, 7000.0, 7000.0))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert recorder.shapes == [(192, 192)]
    assert peak < 5_000_000


def test_the_coarse_look_finds_large_faces_only(centerface: FaceDetector) -> None:
    recorder = Recorder(centerface)
    large, small = Person(900, 350, 150), Person(200, 200, 45)
    (face,) = search_coarsely(recorder, place(empty(1280, 720), large, small))
    assert overlap(face.bbox, large.bbox) > 0.6
    assert recorder.shapes == [(144, 256)]
