# SPDX-License-Identifier: Apache-2.0
"""What tests of several folders share: one sample clip and one set of loaded networks a run."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

from core.demo import DemoClip, make_demo_clip
from core.pipeline import AnalysisTools
from core.settings import AnalysisSettings

# A busy machine is no failure of a property.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")


@pytest.fixture(scope="session")
def demo_clip(tmp_path_factory: pytest.TempPathFactory) -> DemoClip:
    """A six-second clip of one face with a known manipulated span."""
    return make_demo_clip(tmp_path_factory.mktemp("demo") / "demo.mp4", seconds=6, size=(640, 360))


@pytest.fixture(scope="session")
def tools() -> AnalysisTools:
    """The shipped detectors with their real weights."""
    return AnalysisTools.load(AnalysisSettings())


@pytest.fixture
def noise_png(tmp_path: Path) -> Path:
    """A picture without a face, in a folder of its own, as nothing is written beside evidence."""
    import numpy as np
    from PIL import Image

    pixels = np.random.default_rng(7).integers(0, 255, (240, 320, 3), dtype=np.uint8)
    path = tmp_path / "evidence" / "noise.png"
    path.parent.mkdir()
    Image.fromarray(pixels).save(path)
    return path
