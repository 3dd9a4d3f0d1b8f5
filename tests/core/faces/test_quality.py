# SPDX-License-Identifier: Apache-2.0
"""Which faces are fit to be scored."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from core.faces.quality import rejection, sharpness, visible_part
from core.records import Pixels, Reason
from core.settings import FaceSettings
from tests.core.faces.scenes import Person, empty, place

SETTINGS = FaceSettings()


def _sharpness(person: Person, pixels: Pixels | None = None) -> float:
    scene = place(empty(), person) if pixels is None else pixels
    return sharpness(scene, person.bbox)


@pytest.mark.parametrize("width", [40, 50, 88, 150])
def test_an_ordinary_face_of_40_pixels_and_more_is_sharp_enough(width: float) -> None:
    assert _sharpness(Person(300, 180, width)) >= SETTINGS.min_sharpness


@pytest.mark.parametrize("width", [40, 88, 150])
def test_a_compressed_face_is_sharp_enough(width: float) -> None:
    person = Person(300, 180, width)
    encoded = cv2.imencode(".jpg", place(empty(), person), [cv2.IMWRITE_JPEG_QUALITY, 50])[1]
    decoded = np.asarray(cv2.imdecode(encoded, cv2.IMREAD_COLOR), dtype=np.uint8)
    assert _sharpness(person, decoded) >= SETTINGS.min_sharpness


def test_a_strongly_blurred_face_is_not_sharp_enough() -> None:
    """A Gaussian of 5 pixels on a face of 112: what is left would fit into 20 pixels."""
    assert _sharpness(Person(300, 180, 112, blur=5 * 88 / 112)) < SETTINGS.min_sharpness


def test_sharpness_falls_with_blur_and_size() -> None:
    blurred = [_sharpness(Person(300, 180, 88, blur=blur)) for blur in (0, 1, 2, 4)]
    assert blurred == sorted(blurred, reverse=True)
    shrunk = [_sharpness(Person(300, 180, width)) for width in (88, 60, 40, 25)]
    assert shrunk == sorted(shrunk, reverse=True)


def test_sharpness_does_not_depend_on_light_and_contrast() -> None:
    person = Person(300, 180, 88)
    pixels = place(empty(), person)
    dim = (pixels * 0.3 + 40).astype(np.uint8)
    assert _sharpness(person, dim) == pytest.approx(_sharpness(person, pixels), rel=0.05)


def test_an_even_area_has_no_sharpness() -> None:
    even = np.full((200, 200, 3), 90, np.uint8)
    assert sharpness(even, (20, 20, 150, 160)) == pytest.approx(0, abs=1e-6)


@pytest.mark.parametrize("bbox", [(0.2, 0.3, 0.6, 0.9), (-5.0, -5.0, 2.0, 2.0)])
def test_sharpness_of_one_pixel_or_less_is_zero_or_finite(
    bbox: tuple[float, float, float, float],
) -> None:
    assert np.isfinite(sharpness(empty(3, 3), bbox))


def test_visible_part_of_a_box_half_outside() -> None:
    assert visible_part((-50, 10, 50, 90), 640, 360) == pytest.approx(0.5)
    assert visible_part((10, 10, 50, 90), 640, 360) == pytest.approx(1.0)
    assert visible_part((700, 10, 750, 90), 640, 360) == 0.0


@pytest.mark.parametrize(
    ("visible", "size_px", "sharp", "expected"),
    [
        (1.0, SETTINGS.min_size_px, 50.0, None),
        (0.7, 10.0, 0.0, Reason.FACE_CUT_OFF),
        (1.0, SETTINGS.min_size_px - 0.1, 0.0, Reason.FACE_TOO_SMALL),
        (1.0, 80.0, 1.0, Reason.FACE_TOO_BLURRED),
        (0.8, 80.0, SETTINGS.min_sharpness, None),
    ],
)
def test_reasons_come_in_a_fixed_order(
    visible: float, size_px: float, sharp: float, expected: Reason | None
) -> None:
    assert rejection(visible, size_px, sharp, SETTINGS) is expected
