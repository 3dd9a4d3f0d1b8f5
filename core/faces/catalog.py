# SPDX-License-Identifier: Apache-2.0
"""The face detectors that there are; settings, command line, packaging and tests read this."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from core.errors import SettingsError
from core.faces.blazeface import WEIGHTS as BLAZEFACE_WEIGHTS
from core.faces.blazeface import BlazeFace
from core.faces.centerface import WEIGHTS as CENTERFACE_WEIGHTS
from core.faces.centerface import CenterFace
from core.faces.detection import FaceDetector
from core.faces.packaged import PackagedFile


@dataclass(frozen=True, slots=True)
class FaceDetectorSpec:
    """One face detector.

    Attributes:
        id: Stable; written to reports and settings.
        title: For people.
        licence: SPDX identifier of the weights' licence.
        weights: The file it reads; the packaging copies it from `weights.locate()` to
            `weights.bundle_folder`.
        loader: Loads it, given the most threads to use or None.
    """

    id: str
    title: str
    licence: str
    weights: PackagedFile
    loader: Callable[[int | None], FaceDetector]


FACE_DETECTORS: tuple[FaceDetectorSpec, ...] = (
    FaceDetectorSpec(
        id=CenterFace.id,
        title="CenterFace (accurate, small faces)",
        licence="MIT",
        weights=CENTERFACE_WEIGHTS,
        loader=CenterFace,
    ),
    FaceDetectorSpec(
        id=BlazeFace.id,
        title="BlazeFace (quick, large faces)",
        licence="Apache-2.0",
        weights=BLAZEFACE_WEIGHTS,
        loader=BlazeFace,
    ),
)


def load_face_detector(detector_id: str, threads: int | None = None) -> FaceDetector:
    """Load a face detector by its id.

    Args:
        detector_id: An id of `FACE_DETECTORS`.
        threads: Most threads to use, or None to leave it to the library.

    Raises:
        SettingsError: There is no such face detector.
        FaceStageError: Its weights are missing or altered, or cannot be loaded.
    """
    return _find(detector_id).loader(threads)


def describe_face_detector(detector_id: str) -> str:
    """Give a face detector's version as reports have it, without loading it.

    Raises:
        SettingsError: There is no such face detector.
    """
    return _find(detector_id).weights.description


def _find(detector_id: str) -> FaceDetectorSpec:
    for spec in FACE_DETECTORS:
        if spec.id == detector_id:
            return spec
    known = ", ".join(spec.id for spec in FACE_DETECTORS)
    raise SettingsError(f"expected a face detector out of {known}, got {detector_id!r}")
