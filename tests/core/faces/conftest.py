# SPDX-License-Identifier: Apache-2.0
"""The real face detectors, loaded once."""

from __future__ import annotations

import pytest

from core.faces.catalog import FACE_DETECTORS, load_face_detector
from core.faces.detection import FaceDetector


@pytest.fixture(scope="session")
def centerface() -> FaceDetector:
    return load_face_detector("centerface", threads=1)


@pytest.fixture(scope="session", params=[spec.id for spec in FACE_DETECTORS])
def detector(request: pytest.FixtureRequest) -> FaceDetector:
    """Each face detector of the catalogue in turn."""
    return load_face_detector(request.param, threads=1)
