# SPDX-License-Identifier: Apache-2.0
"""What every face detector of the catalogue keeps to, on real pictures."""

from __future__ import annotations

import numpy as np
import pytest
import skimage.data

from core.errors import FaceStageError, SettingsError
from core.faces.catalog import FACE_DETECTORS, FaceDetectorSpec, load_face_detector
from core.faces.centerface import _decode
from core.faces.detection import FaceDetector, keep_best, overlap
from core.faces.packaged import PackagedFile
from core.faces.searching import search_frame
from core.faces.tracking import START_SCORE
from core.records import FaceBox, Pixels
from core.settings import FaceSettings
from tests.core.faces.scenes import Person, empty, place


def test_default_of_the_settings_is_in_the_catalogue() -> None:
    assert FaceSettings().detector_id in {spec.id for spec in FACE_DETECTORS}


def test_an_unknown_id_is_refused_with_the_known_ones() -> None:
    with pytest.raises(SettingsError, match="centerface, blazeface"):
        load_face_detector("haar")


def test_version_names_wheel_and_hash(detector: FaceDetector) -> None:
    spec = next(spec for spec in FACE_DETECTORS if spec.id == detector.id)
    assert spec.weights.version in detector.version
    assert f"sha256:{spec.weights.sha256}" in detector.version


@pytest.mark.parametrize("width", [45, 80, 140])
def test_a_face_is_found_where_it_is(detector: FaceDetector, width: float) -> None:
    person = Person(260, 190, width)
    (face,) = _sure(detector.detect(place(empty(480, 400), person)))
    assert overlap(face.bbox, person.bbox) > 0.6
    assert 0.5 <= face.detection_score <= 1


def test_two_detectors_mean_the_same_by_a_face() -> None:
    """Crops are cut by the box, so another detector must not shift or zoom them."""
    pixels = place(empty(480, 400), Person(260, 190, 90))
    first, second = (
        _sure(load_face_detector(spec.id, 1).detect(pixels))[0].bbox for spec in FACE_DETECTORS
    )
    assert overlap(first, second) > 0.75


def test_landmarks_are_persons_right_eye_first(centerface: FaceDetector) -> None:
    face = centerface.detect(place(empty(480, 400), Person(260, 190, 90)))[0]
    assert face.landmarks is not None
    assert face.landmarks.shape == (5, 2)
    assert face.landmarks.dtype == np.float32
    right_eye, left_eye, nose, right_mouth, left_mouth = face.landmarks
    assert right_eye[0] < nose[0] < left_eye[0]
    assert right_mouth[0] < left_mouth[0]
    assert max(right_eye[1], left_eye[1]) < nose[1] < min(right_mouth[1], left_mouth[1])
    assert not face.landmarks.flags.writeable


@pytest.mark.parametrize(("height", "width"), [(1, 1), (1, 700), (3, 2), (37, 61), (257, 255)])
def test_pictures_of_any_size_without_a_face_give_none(
    detector: FaceDetector, height: int, width: int
) -> None:
    assert _sure(detector.detect(empty(width, height))) == []


@pytest.mark.parametrize("grey", [0, 255])
def test_even_pictures_give_no_face(detector: FaceDetector, grey: int) -> None:
    assert detector.detect(np.full((240, 320, 3), grey, np.uint8)) == ()


def test_detection_repeats_exactly(detector: FaceDetector) -> None:
    pixels = place(empty(), Person(200, 150, 60), Person(430, 180, 90, who=1))
    first, again = detector.detect(pixels), detector.detect(pixels.copy())
    assert [(face.bbox, face.detection_score) for face in first] == [
        (face.bbox, face.detection_score) for face in again
    ]


def test_read_only_and_strided_pixels_are_taken(detector: FaceDetector) -> None:
    pixels = place(empty(), Person(300, 170, 80))
    view = np.concatenate([pixels, pixels], axis=1)[:, :640]
    view.flags.writeable = False
    assert len(_sure(detector.detect(view))) == 1


TEXTURES = ("brick", "grass", "gravel", "coffee", "chelsea", "rocket", "coins", "page", "text")


@pytest.mark.parametrize("name", TEXTURES)
def test_centerface_sees_no_face_in_textures_things_and_a_cat(
    centerface: FaceDetector, name: str
) -> None:
    assert search_frame(centerface, _picture(name), min_size_px=40) == ()


@pytest.mark.parametrize("name", ["brick", "grass", "gravel", "page"])
def test_every_detector_sees_no_face_in_textures(detector: FaceDetector, name: str) -> None:
    assert _sure(search_frame(detector, _picture(name), min_size_px=40)) == []


def test_one_box_is_kept_for_each_face() -> None:
    whole, shifted, part, other = (
        FaceBox((100, 100, 200, 220), 0.8),
        FaceBox((110, 105, 210, 225), 0.9),
        FaceBox((130, 130, 180, 190), 0.6),
        FaceBox((205, 100, 300, 220), 0.7),
    )
    kept = keep_best([whole, shifted, part, other])
    assert kept == (shifted, other)
    assert keep_best([other, part, shifted, whole]) == kept


def _sure(faces: tuple[FaceBox, ...]) -> list[FaceBox]:
    return [face for face in faces if face.detection_score >= START_SCORE]


def _picture(name: str) -> Pixels:
    pixels = getattr(skimage.data, name)()
    return np.dstack([pixels] * 3) if pixels.ndim == 2 else np.ascontiguousarray(pixels[..., :3])


def test_a_failing_network_is_reported_as_the_face_stages(
    detector: FaceDetector, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both libraries refuse a picture of two dimensions in a way of their own."""
    broken = np.zeros((1, 2, 7), dtype=np.float32)
    monkeypatch.setattr("core.faces.centerface._to_network", lambda pixels: broken)
    monkeypatch.setattr("core.faces.blazeface._to_network", lambda square: broken)
    with pytest.raises(FaceStageError, match="failed on a picture"):
        detector.detect(empty())


def test_sizes_that_no_face_has_are_no_faces() -> None:
    """A network can be led anywhere by a picture that was made for that."""
    heat = np.full((2, 3), 0.9, np.float32)
    sizes = np.full((2, 2, 3), 2, np.float32)
    sizes[0, 0] = (90, np.inf, -90)
    sizes[1, 1, :2] = (np.nan, -np.inf)
    flat = np.zeros((2, 2, 3), np.float32)
    (face,) = _decode(heat, sizes, flat, np.zeros((10, 2, 3), np.float32))
    assert np.isfinite(face.bbox).all()


@pytest.mark.parametrize("spec", FACE_DETECTORS, ids=lambda spec: spec.id)
def test_weights_that_the_library_refuses_are_reported_as_the_face_stages(
    spec: FaceDetectorSpec, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(PackagedFile, "read", lambda file: b"\x3a\x02ab" * 40)
    with pytest.raises(FaceStageError, match="cannot load") as caught:
        load_face_detector(spec.id)
    assert caught.value.advice
