# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import pytest

from core.records import BBox, FaceObservation
from gui.models.face_index import FaceIndex


def seen(track_id: int, frame_index: int, x0: float = 0.0) -> FaceObservation:
    bbox: BBox = (x0, 0.0, x0 + 10, 10.0)
    return FaceObservation(track_id, frame_index, frame_index / 25, bbox, 0.9, 50.0)


@pytest.fixture
def index() -> FaceIndex:
    made = FaceIndex()
    made.add([seen(1, 0), seen(2, 0), seen(1, 10, 100.0), seen(1, 100)])
    return made


def test_at_gives_the_faces_of_exactly_that_frame(index: FaceIndex) -> None:
    assert [face.track_id for face in index.at(0)] == [1, 2]
    assert index.at(5) == ()


def test_between_lies_on_the_line_between_two_sightings(index: FaceIndex) -> None:
    assert index.between(5, 0.2) == {1: (50.0, 0.0, 60.0, 10.0)}


def test_between_guesses_nothing_across_a_long_gap(index: FaceIndex) -> None:
    assert index.between(50, 2.0) == {}


def test_between_guesses_nothing_before_and_after(index: FaceIndex) -> None:
    assert index.between(120, 4.8) == {}
    assert FaceIndex().between(0, 0.0) == {}


def test_nearest_is_the_frame_nearest_in_time(index: FaceIndex) -> None:
    assert index.nearest(0.19) == (0, 0.0)
    assert index.nearest(0.21) == (10, 0.4)
    assert index.nearest(99.0) == (100, 4.0)
    assert FaceIndex().nearest(1.0) is None


def test_neighbor_goes_from_sighting_to_sighting(index: FaceIndex) -> None:
    assert index.neighbor(0, 1) == 10
    assert index.neighbor(5, -1) == 0
    assert index.neighbor(100, 1) is None
    assert index.neighbor(0, -1) is None
