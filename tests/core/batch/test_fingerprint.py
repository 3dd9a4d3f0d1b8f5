# SPDX-License-Identifier: Apache-2.0
"""What makes a finished result stale, and what does not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from core.batch.fingerprint import ToolFacts, differences, fingerprint
from core.cancel import CancelToken
from core.demo import DemoClip
from core.events import AnalysisCompleted
from core.pipeline import AnalysisTools, analyze
from core.records import AnalysisResult
from core.settings import AnalysisRequest, AnalysisSettings, FaceSettings, MediaLimits, Sampling

SETTINGS = AnalysisSettings()


@pytest.fixture(scope="module")
def facts(tools: AnalysisTools) -> ToolFacts:
    return ToolFacts.of(tools)


def test_the_same_gives_the_same(facts: ToolFacts) -> None:
    assert fingerprint(SETTINGS, facts) == fingerprint(AnalysisSettings(), replace(facts))
    assert differences(facts, replace(facts)) == ()


@pytest.mark.parametrize(
    "settings",
    [
        replace(SETTINGS, sampling=Sampling("all", 1)),
        replace(SETTINGS, detectors=("xception",)),
        replace(SETTINGS, batch_size=4),
        replace(SETTINGS, window_stride=1),
        replace(SETTINGS, min_track_frames=1),
        replace(SETTINGS, faces=FaceSettings(min_size_px=60)),
        replace(SETTINGS, faces=FaceSettings(detector_id="blazeface")),
        replace(SETTINGS, limits=MediaLimits(max_pixels=1)),
    ],
)
def test_each_setting_counts(settings: AnalysisSettings, facts: ToolFacts) -> None:
    assert fingerprint(settings, facts) != fingerprint(SETTINGS, facts)


CHANGES: dict[str, Callable[[ToolFacts], ToolFacts]] = {
    "version 9 instead": lambda facts: replace(facts, version="9"),
    "commit abc": lambda facts: replace(facts, commit="abc"),
    "face detector": lambda facts: replace(facts, face_detector="other"),
    "device gpu": lambda facts: replace(facts, selection=replace(facts.selection, device="gpu")),
    "engine keras": lambda facts: replace(
        facts, selection=replace(facts.selection, engine_id="keras")
    ),
    "weights of xception": lambda facts: replace(
        facts,
        detectors=(replace(facts.detectors[0], weights_sha256="0" * 64), *facts.detectors[1:]),
    ),
    "another card of xception": lambda facts: replace(
        facts, detectors=(replace(facts.detectors[0], support_threshold=0.9), *facts.detectors[1:])
    ),
    "detector xception is missing": lambda facts: replace(facts, detectors=facts.detectors[1:]),
    "numpy 1": lambda facts: replace(facts, versions={**facts.versions, "numpy": "1"}),
}


@pytest.mark.parametrize("words", CHANGES)
def test_each_fact_counts_and_is_told(words: str, facts: ToolFacts) -> None:
    other = CHANGES[words](facts)
    assert fingerprint(SETTINGS, other) != fingerprint(SETTINGS, facts)
    (difference,) = differences(facts, other)
    assert words in difference


def test_a_sentence_about_the_machine_does_not_count(facts: ToolFacts) -> None:
    other = replace(facts, selection=replace(facts.selection, note="Something else."))
    assert fingerprint(SETTINGS, other) == fingerprint(SETTINGS, facts)
    assert differences(facts, other) == ()


@pytest.mark.slow
def test_scores_do_not_depend_on_the_number_of_threads(demo_clip: DemoClip) -> None:
    """To the bit: therefore the number of threads, and of workers, is no setting."""
    one, three = (
        scores(demo_clip.path, AnalysisTools.load(SETTINGS, threads=threads)) for threads in (1, 3)
    )
    assert one.tracks
    assert one.tracks == three.tracks


def scores(path: Path, tools: AnalysisTools) -> AnalysisResult:
    settings = replace(SETTINGS, sampling=Sampling("fps", 3))
    for event in analyze(AnalysisRequest(path, settings), CancelToken(), tools=tools):
        if isinstance(event, AnalysisCompleted):
            return event.result
    raise AssertionError("no result")
