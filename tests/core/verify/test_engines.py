# SPDX-License-Identifier: Apache-2.0
"""The stated tolerance holds over a whole analysis, not for single batches only."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.cancel import CancelToken
from core.demo import DemoClip
from core.events import AnalysisCompleted
from core.pipeline import analyze
from core.report.json_report import result_as_json
from core.settings import AnalysisRequest, AnalysisSettings, EngineChoice, Sampling
from core.verify.findings import first_failure
from core.verify.repeat import Document, compare


def result_with(engine: EngineChoice, path: Path) -> Document:
    settings = AnalysisSettings(sampling=Sampling("fps", 1), engine=engine, device="cpu")
    *_, last = analyze(AnalysisRequest(path, settings), CancelToken())
    assert isinstance(last, AnalysisCompleted)
    return result_as_json(last.result)


@pytest.mark.slow
@pytest.mark.tf
def test_engines_give_the_same_result_within_the_stated_tolerance(demo_clip: DemoClip) -> None:
    reference = result_with("keras", demo_clip.path)
    found = result_with("onnx", demo_clip.path)
    assert sum(len(track["frames"]) for track in found["tracks"]) == 6
    assert first_failure(compare(reference, found, "onnx")) is None
