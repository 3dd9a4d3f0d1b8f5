# SPDX-License-Identifier: Apache-2.0
"""One result of each kind, made by hand, for the tests of the report formats."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from core.aggregate.outcome import judge_track
from core.records import (
    AnalysisResult,
    Coverage,
    FileFacts,
    FrameFailure,
    MediaInfo,
    Outcome,
    Reason,
    RunFacts,
    Segment,
    StreamInfo,
    TrackResult,
)
from tests.core.judged import make_face, make_faces, make_run, make_window

SHA = "0123456789abcdef" * 4

RUN = RunFacts(
    tool="FaceWitness",
    version="0.1.0",
    commit=None,
    engine="onnx",
    device="cpu",
    engine_note="",
    face_detector="centerface 1",
    detectors=(make_run("xception"), make_run("xception_gru", calibration=None)),
    settings={"sampling": {"mode": "fps", "value": 5.0}, "detectors": (), "engine": "auto"},
    versions={"numpy": "2.4.6", "av": "18.1.0"},
    started_at="2026-05-01T10:00:00.000250+00:00",
    finished_at="2026-05-01T10:00:03.000000+00:00",
    command="facewitness analyze clip.mp4",
)


def video_result(name: str = "clip.mp4", sha256: str | None = SHA) -> AnalysisResult:
    """Two people, one of them scored by both detectors, a gap, a rejected face, a lost frame."""
    faces = [
        *make_faces([0.8, 0.123456789, None, 0.9]),
        make_face(4, rejected=Reason.FACE_TOO_BLURRED),
    ]
    first = judge_track(
        1, 0, faces, [make_window(0, 3, 0.75)], RUN.detectors, is_video=True, min_track_frames=3
    )
    calm = [replace(make_face(step, 0.05), track_id=2) for step in range(4)]
    second = judge_track(2, 1, calm, [], RUN.detectors, is_video=True, min_track_frames=3)
    return AnalysisResult(
        file=FileFacts(name, 1234, sha256, sha256),
        media=MediaInfo(
            name=name,
            size_bytes=1234,
            sha256=sha256 or SHA,
            kind="video",
            container="mp4",
            width=1280,
            height=720,
            frames_declared=None,
            duration_s=1 / 3,
            streams=(StreamInfo(0, "video", "h264", average_fps=30000 / 1001),),
            video_stream=0,
            metadata=(("title", "two\nlines \u202etxt"), ("title", "again")),
            notes=("10 bits were brought to 8.",),
            isolation=("no network",),
        ),
        run=RUN,
        coverage=Coverage(None, 25, 1, 5, 5, 4, {"face_too_blurred": 1}),
        tracks=(replace(first, segments=(Segment(0.0, 0.6, 0.875),)), second),
        outcome=first.outcome,
        reason=None,
        shots=(0.5,),
        failures=(FrameFailure(7, None, "invalid data"),),
    )


def image_result() -> AnalysisResult:
    """One face in a still image, by a detector that gives NumPy's numbers."""
    run = replace(RUN, detectors=(make_run("image_cnn"),))
    seen = replace(make_face(0), scores={"image_cnn": np.float64(0.2)})
    track = judge_track(1, 0, [seen], [], run.detectors, is_video=False, min_track_frames=3)
    whole = video_result("portrait.png")
    assert whole.media is not None
    media = replace(whole.media, kind="image", container="png", streams=(), video_stream=None)
    return replace(
        whole,
        media=replace(media, duration_s=None),
        run=run,
        tracks=(track,),
        outcome=track.outcome,
        shots=(),
        failures=(),
    )


def no_face_result() -> AnalysisResult:
    """A video in which nobody is seen."""
    coverage = Coverage(25, 25, 0, 5, 0, 0)
    return replace(
        video_result(),
        coverage=coverage,
        tracks=(),
        outcome=Outcome.NOT_APPLICABLE,
        reason=Reason.NO_FACE.value,
    )


def unreadable_result() -> AnalysisResult:
    """A file that could not even be hashed, with a hostile name."""
    return AnalysisResult(
        file=FileFacts("\udcff=cmd\x1b]0;\u202emp4", None, None, None),
        media=None,
        run=RUN,
        coverage=Coverage(None, 0, 0, 0, 0, 0),
        tracks=(),
        outcome=Outcome.COULD_NOT_EVALUATE,
        reason="media_access",
        message="The file cannot be read.",
    )


def many_tracks_result() -> AnalysisResult:
    """Forty people in one frame each, all of them not applicable."""
    tracks = tuple(
        TrackResult(
            track_id=number,
            shot=0,
            first_time_s=0.0,
            last_time_s=0.0,
            outcome=Outcome.NOT_APPLICABLE,
            reason=Reason.FACE_TOO_SMALL,
            observations=(make_face(0, track_id=number, rejected=Reason.FACE_TOO_SMALL),),
        )
        for number in range(1, 41)
    )
    return replace(
        video_result(),
        tracks=tracks,
        outcome=Outcome.NOT_APPLICABLE,
        reason=Reason.FACE_TOO_SMALL.value,
    )


RESULTS: tuple[Callable[[], AnalysisResult], ...] = (
    video_result,
    image_result,
    no_face_result,
    unreadable_result,
    many_tracks_result,
)
