# SPDX-License-Identifier: Apache-2.0
"""Pictures with faces in known places, made of the one portrait that scikit-image carries.

The portrait is NASA's of Eileen Collins, in the public domain. "Other people" are the same
portrait mirrored and in other colours, which is enough for a tracker to tell them apart.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import skimage.data

from core.records import BBox, Frame, Pixels

_PICTURE: Pixels = skimage.data.astronaut()  # type: ignore[no-untyped-call]
PORTRAIT: Pixels = np.ascontiguousarray(_PICTURE[20:270, 150:302])
"""uint8 (250, 152, 3); the face is 88 pixels wide and 120 high, its centre at (76, 98)."""

FACE_WIDTH, FACE_HEIGHT, FACE_X, FACE_Y = 88, 120, 76, 98

COLORS = ((1.0, 1.0, 1.0), (0.45, 0.75, 1.0), (0.6, 1.0, 0.55))
"""Factors on red, green and blue for each person."""


@dataclass(frozen=True)
class Person:
    """One face in a picture: x and y of its centre, its width, and who it is."""

    x: float
    y: float
    width: float = 60
    who: int = 0
    blur: float = 0
    angle: float = 0

    @property
    def bbox(self) -> BBox:
        half_width, half_height = self.width / 2, self.width / 2 * FACE_HEIGHT / FACE_WIDTH
        return (
            self.x - half_width,
            self.y - half_height,
            self.x + half_width,
            self.y + half_height,
        )


def empty(width: int = 640, height: int = 360) -> Pixels:
    """A background without faces: a slope of grey-green with soft stripes."""
    rows, columns = np.mgrid[0:height, 0:width]
    grey = 90 + 40 * columns / width + 12 * np.sin(columns / 17) * np.cos(rows / 23)
    return np.stack([grey, grey + 12, grey - 8], axis=-1).astype(np.uint8)


def place(pixels: Pixels, *people: Person) -> Pixels:
    """Put people into a copy of a picture, the last one in front."""
    scene = pixels.copy()
    for person in people:
        _place_one(scene, person)
    return scene


def _place_one(scene: Pixels, person: Person) -> None:
    portrait = _colored(person.who)
    if person.blur:
        portrait = np.asarray(cv2.GaussianBlur(portrait, (0, 0), person.blur), dtype=np.uint8)
    scale = person.width / FACE_WIDTH
    face_x = FACE_X if person.who % 2 == 0 else portrait.shape[1] - FACE_X
    turn = cv2.getRotationMatrix2D((face_x, FACE_Y), person.angle, scale)
    turn[:, 2] += np.array([person.x - face_x, person.y - FACE_Y])
    size = (scene.shape[1], scene.shape[0])
    if scale < 1:  # warping skips pixels, so fine detail goes first
        portrait = np.asarray(cv2.GaussianBlur(portrait, (0, 0), 0.4 / scale), dtype=np.uint8)
    cv2.warpAffine(portrait, turn, size, dst=scene, borderMode=cv2.BORDER_TRANSPARENT)


def _colored(who: int) -> Pixels:
    factors = np.array(COLORS[who % len(COLORS)])
    portrait = (PORTRAIT * factors).astype(np.uint8)
    return np.ascontiguousarray(portrait[:, ::-1]) if who % 2 else portrait


def frame(pixels: Pixels, index: int = 0, time_s: float = 0.0) -> Frame:
    """Wrap a copy of a picture as the frame of an index and a time."""
    return Frame(index, time_s, pixels.copy())
