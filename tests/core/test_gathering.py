# SPDX-License-Identifier: Apache-2.0
"""Gathering pictures, cards and file facts for a report, from real media."""

from __future__ import annotations

import dataclasses
import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from core.cancel import CancelToken
from core.demo import DemoClip
from core.dossier import Dossier
from core.events import AnalysisCompleted
from core.gathering import cards_of, gather, gather_for
from core.media.isolation import open_media
from core.pipeline import AnalysisTools, analyze
from core.records import AnalysisResult
from core.settings import AnalysisRequest, AnalysisSettings, MediaLimits, Sampling

SETTINGS = AnalysisSettings(sampling=Sampling("fps", 2.0))


@pytest.fixture(scope="module")
def result(demo_clip: DemoClip, tools: AnalysisTools) -> AnalysisResult:
    """The sample clip, two frames a second."""
    *_, last = analyze(AnalysisRequest(demo_clip.path, SETTINGS), CancelToken(), tools=tools)
    assert isinstance(last, AnalysisCompleted)
    return last.result


def test_pictures_are_the_very_frames_that_were_scored(
    demo_clip: DemoClip, result: AnalysisResult
) -> None:
    dossier = gather(Dossier(result), demo_clip.path)
    assert dossier.pictures_missing == ""
    assert len(dossier.key_frames) >= 4
    with open_media(demo_clip.path, MediaLimits()) as session:
        frames = session.frames(SETTINGS.sampling, CancelToken())
        read = {one.frame_index: one.pixels for one in frames if hasattr(one, "pixels")}
        for key in dossier.key_frames:
            assert np.array_equal(key.pixels, read[key.choice.frame_index])
            assert not key.pixels.flags.writeable
    assert set(dossier.cards) == {run.detector_id for run in result.run.detectors}
    assert dossier.path_given == str(demo_clip.path)
    assert dossier.file_times.modified_at[-6] in "+-"
    assert dossier.reported_at[-6] in "+-"


def test_damaged_file_is_read_in_order(demo_clip: DemoClip, result: AnalysisResult) -> None:
    damaged = replace(result, coverage=replace(result.coverage, frames_failed=1))
    one, other = (gather(Dossier(r), demo_clip.path).key_frames for r in (result, damaged))
    assert [k.choice for k in one] == [k.choice for k in other]
    assert all(np.array_equal(a.pixels, b.pixels) for a, b in zip(one, other, strict=True))


def test_another_file_of_the_same_name_gives_no_pictures(
    demo_clip: DemoClip, result: AnalysisResult, tmp_path: Path
) -> None:
    changed = tmp_path / demo_clip.path.name
    shutil.copyfile(demo_clip.path, changed)
    with changed.open("ab") as file:
        file.write(b"\0" * 8)
    dossier = gather(Dossier(result), changed)
    assert dossier.key_frames == ()
    assert "other content" in dossier.pictures_missing


@pytest.mark.parametrize("evidence", [None, Path("gone.mp4")])
def test_report_is_possible_without_the_evidence(
    evidence: Path | None, result: AnalysisResult
) -> None:
    dossier = gather(Dossier(result), evidence)
    assert dossier.key_frames == ()
    assert dossier.pictures_missing.startswith("No pictures: the evidence file")
    assert dossier.file_times.modified_at == ""


def test_cancelled_gathering_says_so(demo_clip: DemoClip, result: AnalysisResult) -> None:
    cancel = CancelToken()
    with pytest.MonkeyPatch.context() as patch:
        # Cancelled after opening, which itself would end at once.
        patch.setattr("core.gathering.open_media", lambda path, limits, _: open_media(path, limits))
        cancel.cancel()
        dossier = gather(Dossier(result), demo_clip.path, cancel=cancel)
    assert dossier.key_frames == ()
    assert "cancelled" in dossier.pictures_missing


def test_frame_with_another_time_is_not_shown(demo_clip: DemoClip, result: AnalysisResult) -> None:
    track = result.tracks[0]
    shifted = tuple(
        dataclasses.replace(seen, time_s=seen.time_s + 0.01) for seen in track.observations
    )
    moved = replace(result, tracks=(replace(track, observations=shifted),))
    dossier = gather(Dossier(moved), demo_clip.path)
    assert dossier.key_frames == ()
    assert "time stamp" in dossier.pictures_missing


def test_card_of_other_weights_is_left_out(result: AnalysisResult) -> None:
    runs = tuple(replace(run, weights_sha256="0" * 64) for run in result.run.detectors)
    assert cards_of(replace(result, run=replace(result.run, detectors=runs))) == {}


def test_nothing_is_gathered_for_formats_without_pictures(
    demo_clip: DemoClip, result: AnalysisResult
) -> None:
    dossier = Dossier(result)
    before = demo_clip.path.stat().st_mtime_ns
    assert gather_for(dossier, demo_clip.path, ["json", "csv"], MediaLimits()) is dossier
    assert demo_clip.path.stat().st_mtime_ns == before
