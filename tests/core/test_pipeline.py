# SPDX-License-Identifier: Apache-2.0
"""The whole analysis over real files, with the real weights."""

from __future__ import annotations

import hashlib
import os
import pickle
import signal
from dataclasses import replace
from pathlib import Path

import psutil
import pytest

from core.cancel import CancelToken
from core.demo import DemoClip
from core.events import (
    AnalysisCompleted,
    Event,
    FramesScored,
    MediaProbed,
    Stage,
    StageStarted,
)
from core.pipeline import AnalysisTools, analyze
from core.records import AnalysisResult, Outcome, Reason
from core.settings import AnalysisRequest, AnalysisSettings, FaceSettings, Sampling


def events_of(path: Path, tools: AnalysisTools, **changes: object) -> list[Event]:
    settings = replace(AnalysisSettings(), **changes)  # type: ignore[arg-type]
    return list(analyze(AnalysisRequest(path, settings), CancelToken(), tools=tools))


def result_of(path: Path, tools: AnalysisTools, **changes: object) -> AnalysisResult:
    last = events_of(path, tools, **changes)[-1]
    assert isinstance(last, AnalysisCompleted)
    return last.result


def test_events_come_in_their_order(demo_clip: DemoClip, tools: AnalysisTools) -> None:
    events = events_of(demo_clip.path, tools)
    stages = [event.stage for event in events if isinstance(event, StageStarted)]
    assert stages == [Stage.PROBING, Stage.SCORING, Stage.REHASHING]
    kinds = [type(event) for event in events]
    assert kinds.index(MediaProbed) < kinds.index(FramesScored)
    assert kinds.count(AnalysisCompleted) == 1
    scored = [event for event in events if isinstance(event, FramesScored)]
    assert [event.frames_done for event in scored] == sorted(e.frames_done for e in scored)


def test_one_person_is_scored_by_every_detector(demo_clip: DemoClip, tools: AnalysisTools) -> None:
    result = result_of(demo_clip.path, tools)
    assert len(result.tracks) == 1
    (track,) = result.tracks
    assert set(track.summaries) == {run.detector_id for run in result.run.detectors}
    assert result.coverage.frames_sampled == 30
    assert result.coverage.frames_decoded == 150
    assert track.windows, "a clip of 30 examined frames gives windows of 20"
    assert all(0 <= score <= 1 for face in track.observations for score in face.scores.values())
    assert result.file.sha256_before == result.file.sha256_after
    assert result.file.sha256_before == hashlib.sha256(demo_clip.path.read_bytes()).hexdigest()


def test_two_runs_agree_to_the_bit(demo_clip: DemoClip, tools: AnalysisTools) -> None:
    first, second = result_of(demo_clip.path, tools), result_of(demo_clip.path, tools)
    assert first.tracks == second.tracks
    assert first.coverage == second.coverage


def test_events_carry_what_the_result_holds(demo_clip: DemoClip, tools: AnalysisTools) -> None:
    events = events_of(demo_clip.path, tools)
    last = events[-1]
    assert isinstance(last, AnalysisCompleted)
    reported = [o for e in events if isinstance(e, FramesScored) for o in e.observations]
    windows = [w for e in events if isinstance(e, FramesScored) for w in e.windows]
    (track,) = last.result.tracks
    assert tuple(reported) == track.observations
    assert tuple(windows) == track.windows


def test_a_result_survives_pickling(demo_clip: DemoClip, tools: AnalysisTools) -> None:
    result = result_of(demo_clip.path, tools)
    assert pickle.loads(pickle.dumps(result)) == result


def test_no_face_is_an_outcome_without_a_score(noise_png: Path, tools: AnalysisTools) -> None:
    result = result_of(noise_png, tools)
    assert (result.outcome, result.reason) == (Outcome.NOT_APPLICABLE, Reason.NO_FACE.value)
    assert result.tracks == ()


def test_faces_that_are_too_small_get_a_reason(demo_clip: DemoClip, tools: AnalysisTools) -> None:
    result = result_of(demo_clip.path, tools, faces=FaceSettings(min_size_px=300.0))
    assert result.outcome is Outcome.NOT_APPLICABLE
    assert result.reason == Reason.FACE_TOO_SMALL.value
    (track,) = result.tracks
    assert all(not face.scores for face in track.observations)
    assert result.coverage.faces_rejected == {"face_too_small": len(track.observations)}


def test_an_unreadable_file_could_not_be_evaluated(tmp_path: Path, tools: AnalysisTools) -> None:
    path = tmp_path / "broken.mp4"
    path.write_bytes(b"\x00" * 4096)
    result = result_of(path, tools)
    assert result.outcome is Outcome.COULD_NOT_EVALUATE
    assert result.reason in {"unsupported_media", "corrupt_media"}
    assert result.message
    assert result.media is None


def test_cancelling_ends_the_events_without_a_result(
    demo_clip: DemoClip, tools: AnalysisTools
) -> None:
    before = {child.pid for child in psutil.Process().children(recursive=True)}
    cancel = CancelToken()
    seen: list[Event] = []
    for event in analyze(AnalysisRequest(demo_clip.path), cancel, tools=tools):
        seen.append(event)
        if isinstance(event, FramesScored):
            cancel.cancel()
    assert not any(isinstance(event, AnalysisCompleted) for event in seen)
    assert {child.pid for child in psutil.Process().children(recursive=True)} <= before


@pytest.mark.skipif(os.name == "nt", reason="kills by signal")
def test_a_killed_decoder_costs_only_its_file(demo_clip: DemoClip, tools: AnalysisTools) -> None:
    before = {child.pid for child in psutil.Process().children(recursive=True)}
    request = AnalysisRequest(demo_clip.path, AnalysisSettings(sampling=Sampling("all", 1)))
    last: Event | None = None
    killed = False
    for event in analyze(request, CancelToken(), tools=tools):
        if isinstance(event, FramesScored) and not killed:
            killed = True
            for child in psutil.Process().children(recursive=True):
                if child.pid not in before:
                    child.send_signal(signal.SIGKILL)
        last = event
    assert isinstance(last, AnalysisCompleted)
    assert last.result.outcome is Outcome.COULD_NOT_EVALUATE
    assert last.result.reason == "decoder_crashed"
    assert last.result.coverage.frames_sampled > 0, "what was scored before is kept"
    assert last.result.file.sha256_after == last.result.file.sha256_before


def test_a_file_changed_on_the_way_is_not_judged(
    demo_clip: DemoClip, tools: AnalysisTools, tmp_path: Path
) -> None:
    path = tmp_path / "growing.mp4"
    path.write_bytes(demo_clip.path.read_bytes())
    last: Event | None = None
    for event in analyze(AnalysisRequest(path), CancelToken(), tools=tools):
        if isinstance(event, MediaProbed):
            with path.open("ab") as handle:
                handle.write(b"more")
        last = event
    assert isinstance(last, AnalysisCompleted)
    assert last.result.outcome is Outcome.COULD_NOT_EVALUATE
    assert last.result.reason == "media_changed"


def test_choosing_one_detector_leaves_the_others_out(demo_clip: DemoClip) -> None:
    settings = AnalysisSettings(detectors=("xception",))
    loaded = AnalysisTools.load(settings)
    request = AnalysisRequest(demo_clip.path, settings)
    last = list(analyze(request, CancelToken(), tools=loaded))[-1]
    assert isinstance(last, AnalysisCompleted)
    (track,) = last.result.tracks
    assert set(track.summaries) == {"xception"}


def test_a_refused_file_is_hashed_all_the_same(tmp_path: Path, tools: AnalysisTools) -> None:
    path = tmp_path / "playlist.mp4"
    path.write_bytes(b"#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n")
    result = result_of(path, tools)
    assert (result.outcome, result.reason) == (Outcome.COULD_NOT_EVALUATE, "unsupported_media")
    assert result.file.sha256_before == hashlib.sha256(path.read_bytes()).hexdigest()
    assert result.file.size_bytes == path.stat().st_size


def test_frames_after_a_damaged_one_are_counted_and_not_scored(
    demo_clip: DemoClip, tools: AnalysisTools, tmp_path: Path
) -> None:
    data = bytearray(demo_clip.path.read_bytes())
    middle = len(data) // 2
    data[middle : middle + 3000] = bytes(3000)
    path = tmp_path / "damaged.mp4"
    path.write_bytes(data)
    result = result_of(path, tools, sampling=Sampling("every", 3))
    assert result.coverage.frames_failed > 0
    assert len(result.failures) == result.coverage.frames_failed
    faces = [face for track in result.tracks for face in track.observations]
    damaged = [face for face in faces if face.rejected is Reason.FRAME_DAMAGED]
    assert damaged
    assert all(not face.scores for face in damaged)
    assert any(face.scores for face in faces)
