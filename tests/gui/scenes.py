# SPDX-License-Identifier: Apache-2.0
"""Made-up analyses for the window: persons walking through a clip, with known scores."""

from __future__ import annotations

import math
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt

from core.cancel import CancelToken
from core.errors import CorruptMediaError
from core.events import (
    AnalysisCompleted,
    Event,
    FrameFailed,
    FramesScored,
    MediaProbed,
    Stage,
    StageStarted,
)
from core.explaining import CloseUp
from core.records import (
    AnalysisResult,
    BBox,
    Calibration,
    Coverage,
    DetectorRun,
    FaceObservation,
    FileFacts,
    Frame,
    FrameFailure,
    MediaInfo,
    Outcome,
    Pixels,
    Reason,
    RunFacts,
    ScoreSummary,
    Segment,
    StreamInfo,
    TrackResult,
    WindowScore,
)
from core.settings import AnalysisRequest, AnalysisSettings

FPS = 25.0
STEP = 5
WIDTH, HEIGHT = 1280, 720
SHA = "3f0a" * 16
DETECTORS = (
    DetectorRun(
        "xception",
        "Xception, one frame",
        "1",
        "ab12" * 16,
        0.78,
        0.31,
        Calibration(1.0, 0.0, -2.0, 2.0),
        0.957,
        ("Trained on face swaps only.",),
    ),
    DetectorRun(
        "xception_gru", "Xception and GRU, 20 frames", "1", "cd34" * 16, 0.7, 0.4, None, 0.94
    ),
)


@dataclass(frozen=True)
class Scene:
    """What happens in a made-up clip.

    Attributes:
        n_persons: Each with an id from 1 on; they stand side by side.
        n_sampled: Sampled frames, one in STEP.
        fake: The person who is manipulated in the middle third, or None.
        absent: Person who is out of sight in the fourth fifth, or None.
        is_image: One frame.
    """

    n_persons: int = 1
    n_sampled: int = 60
    fake: int | None = 1
    absent: int | None = None
    is_image: bool = False
    n_failed: int = 0

    @property
    def n_frames(self) -> int:
        return 1 if self.is_image else self.n_sampled * STEP

    @property
    def duration_s(self) -> float | None:
        return None if self.is_image else self.n_frames / FPS

    @property
    def media(self) -> MediaInfo:
        stream = StreamInfo(0, "video", "h264", average_fps=FPS)
        return MediaInfo(
            name="clip.mp4",
            size_bytes=4_812_345,
            sha256=SHA,
            kind="image" if self.is_image else "video",
            container="PNG" if self.is_image else "MP4",
            width=WIDTH,
            height=HEIGHT,
            frames_declared=self.n_frames,
            duration_s=self.duration_s,
            streams=() if self.is_image else (stream,),
            video_stream=None if self.is_image else 0,
        )

    def observations(self, sample: int) -> tuple[FaceObservation, ...]:
        """All faces of one sampled frame."""
        seen = []
        for person in range(1, self.n_persons + 1):
            if person == self.absent and 0.6 < sample / self.n_sampled < 0.8:
                continue
            seen.append(self._observation(person, sample))
        return tuple(seen)

    def _observation(self, person: int, sample: int) -> FaceObservation:
        index = 0 if self.is_image else sample * STEP
        wave = 0.07 * math.sin(sample * 0.9 + person * 2) + 0.04 * math.sin(sample * 2.3 * person)
        is_fake = person == self.fake and (self.is_image or 1 / 3 < sample / self.n_sampled < 2 / 3)
        score = (0.87 if is_fake else 0.12 + 0.05 * person) + wave
        rejected = Reason.FACE_TOO_BLURRED if (sample + person * 3) % 29 == 28 else None
        left = WIDTH * (person - 0.5) / self.n_persons - 90 + 25 * math.sin(sample / 9 + person)
        top = 200 + 20 * math.cos(sample / 7 + person)
        return FaceObservation(
            track_id=person,
            frame_index=index,
            time_s=index / FPS,
            bbox=(left, top, left + 180, top + 220),
            detection_score=0.97,
            sharpness=80.0,
            rejected=rejected,
            scores={} if rejected else {"xception": min(max(score, 0.01), 0.99)},
        )

    def windows(self, sample: int) -> tuple[WindowScore, ...]:
        """Windows of 20 sampled frames that end with this one."""
        if self.is_image or sample < 20 or sample % 5:
            return ()
        made = []
        for person in range(1, self.n_persons + 1):
            parts = [self._observation(person, one).scores for one in range(sample - 20, sample)]
            values = [part["xception"] for part in parts if part]
            made.append(
                WindowScore(
                    person,
                    "xception_gru",
                    (sample - 20) * STEP,
                    sample * STEP,
                    (sample - 20) * STEP / FPS,
                    sample * STEP / FPS,
                    20,
                    min(max(sum(values) / len(values) * 1.05, 0.0), 1.0),
                )
            )
        return tuple(made)


def play(scene: Scene) -> Iterator[Event]:
    """All events of an analysis of a scene, without a pause."""
    yield StageStarted(Stage.PROBING, "clip.mp4")
    yield MediaProbed(scene.media)
    yield StageStarted(Stage.SCORING)
    for number in range(scene.n_failed):
        yield FrameFailed(FrameFailure(number, None, "damaged"))
    samples = range(1 if scene.is_image else scene.n_sampled)
    for sample in samples:
        duration_s = scene.duration_s
        yield FramesScored(
            frames_done=sample + 1,
            position_s=sample * STEP / FPS,
            duration_s=duration_s,
            remaining_s=(len(samples) - sample) * 0.4,
            observations=scene.observations(sample),
            windows=scene.windows(sample),
        )
    yield StageStarted(Stage.REHASHING)
    yield AnalysisCompleted(judge(scene))


def judge(scene: Scene) -> AnalysisResult:
    """The result of a scene."""
    tracks = tuple(_track(scene, person) for person in range(1, scene.n_persons + 1))
    has_fake = any(track.outcome is Outcome.SUPPORT_FOR_MANIPULATION for track in tracks)
    outcome = Outcome.SUPPORT_FOR_MANIPULATION if has_fake else Outcome.NO_SUPPORT_FOUND
    reason = None
    if not tracks:
        outcome, reason = Outcome.NOT_APPLICABLE, Reason.NO_FACE.value
    n_sampled = 1 if scene.is_image else scene.n_sampled
    return AnalysisResult(
        file=FileFacts("clip.mp4", 4_812_345, SHA, SHA),
        media=scene.media,
        run=run_facts(),
        coverage=Coverage(
            scene.n_frames,
            scene.n_frames - scene.n_failed,
            scene.n_failed,
            n_sampled,
            n_sampled if tracks else 0,
            n_sampled - 2 if tracks and not scene.is_image else min(len(tracks), 1),
            {"face_too_blurred": 2} if tracks and not scene.is_image else {},
        ),
        tracks=tracks,
        outcome=outcome,
        reason=reason,
    )


def unreadable(
    message: str = "The content claims to be an MP4, but has no frame.",
) -> AnalysisResult:
    """The result of a file that cannot be read."""
    return AnalysisResult(
        file=FileFacts("broken.mp4", 1234, SHA, None),
        media=None,
        run=run_facts(),
        coverage=Coverage(None, 0, 0, 0, 0, 0),
        tracks=(),
        outcome=Outcome.COULD_NOT_EVALUATE,
        reason="corrupt_media",
        message=message,
    )


def _track(scene: Scene, person: int) -> TrackResult:
    samples = range(1 if scene.is_image else scene.n_sampled)
    seen = [
        one for sample in samples for one in scene.observations(sample) if one.track_id == person
    ]
    windows = [one for sample in samples for one in scene.windows(sample) if one.track_id == person]
    scores = [one.scores["xception"] for one in seen if one.scores]
    is_fake = person == scene.fake
    third = (scene.duration_s or 0.0) / 3
    return TrackResult(
        track_id=person,
        shot=0,
        first_time_s=seen[0].time_s,
        last_time_s=seen[-1].time_s,
        outcome=Outcome.SUPPORT_FOR_MANIPULATION if is_fake else Outcome.NO_SUPPORT_FOUND,
        reason=None,
        observations=tuple(seen),
        windows=tuple(windows),
        summaries={"xception": ScoreSummary(sum(scores) / len(scores), max(scores), len(scores))},
        decided_by="xception",
        log10_lr=1.4 if is_fake else -0.8,
        segments=(Segment(third, 2 * third, 0.88),) if is_fake and third else (),
        pooled_score=0.82 if is_fake else 0.2,
    )


def run_facts() -> RunFacts:
    return RunFacts(
        tool="FaceWitness",
        version="0.1.0",
        commit=None,
        engine="onnx",
        device="cpu",
        engine_note="",
        face_detector="centerface",
        detectors=DETECTORS,
        settings={},
        versions={},
        started_at="2026-11-23T06:00:00Z",
        finished_at="2026-11-23T06:00:09Z",
        command="facewitness analyze clip.mp4 --out DIR",
    )


@dataclass(frozen=True)
class FakeDetectors:
    runs: tuple[DetectorRun, ...] = DETECTORS


@dataclass(frozen=True)
class FakeTools:
    detectors: FakeDetectors = FakeDetectors()


def load_tools(
    settings: AnalysisSettings, on_loading: Callable[[str], None] | None = None
) -> FakeTools:
    """Load nothing, and say so as the real one does."""
    if on_loading is not None:
        on_loading("Xception, one frame")
    return FakeTools()


class FakeAnalysis:
    """An analysis that plays scenes; may be held before its end until it is let go.

    Attributes:
        scenes: File name to scene, result or exception; other files play `default`.
        pace_s: Time that each event takes.
        hold_at: After so many score events the analysis waits for `gate` or a cancel.
    """

    def __init__(
        self, default: Scene | None = None, hold_at: int | None = None, pace_s: float = 0.0
    ) -> None:
        self.default = default or Scene()
        self.scenes: dict[str, Scene | AnalysisResult | Exception] = {}
        self.hold_at = hold_at
        self.pace_s = pace_s
        self.gate = threading.Event()
        self.held = threading.Event()
        self.threads: list[int] = []
        self.closed = 0

    def __call__(
        self, request: AnalysisRequest, cancel: CancelToken, *, tools: object
    ) -> Iterator[Event]:
        self.threads.append(threading.get_ident())
        what = self.scenes.get(request.path.name, self.default)
        if isinstance(what, Exception):
            raise what
        if isinstance(what, AnalysisResult):
            yield AnalysisCompleted(what)
            return
        try:
            yield from self._play(what, request.path, cancel)
        finally:
            self.closed += 1

    def _play(self, scene: Scene, path: Path, cancel: CancelToken) -> Iterator[Event]:
        n_scored = 0
        for event in play(scene):
            if cancel.is_cancelled:
                return
            if isinstance(event, AnalysisCompleted):
                file = replace(event.result.file, name=path.name)
                yield AnalysisCompleted(replace(event.result, file=file))
                return
            yield event
            time.sleep(self.pace_s)
            n_scored += isinstance(event, FramesScored)
            if n_scored == self.hold_at:
                self.held.set()
                while not cancel.is_cancelled and not self.gate.wait(0.002):
                    pass


class FakeSession:
    """A clip whose frames are drawn; each holds its own index in its first pixel's red."""

    def __init__(self, scene: Scene, draw: Callable[[Scene, int], Pixels] | None = None) -> None:
        self.info = scene.media
        self._scene = scene
        self._draw = draw or draw_frame
        self.asked: list[int] = []
        self.is_closed = False

    def frame_at(self, frame_index: int) -> Frame:
        self.asked.append(frame_index)
        if not 0 <= frame_index < self._scene.n_frames:
            raise CorruptMediaError(f"There is no frame {frame_index}.", advice="")
        return Frame(frame_index, frame_index / FPS, self._draw(self._scene, frame_index))

    def frame_index_at(self, time_s: float) -> int:
        return min(max(math.floor(time_s * FPS + 1e-6), 0), self._scene.n_frames - 1)

    def close(self) -> None:
        self.is_closed = True


def draw_frame(scene: Scene, frame_index: int) -> Pixels:
    """A small grey picture that tells its index."""
    pixels = np.full((36, 64, 3), 90, dtype=np.uint8)
    pixels[0, 0, 0] = frame_index % 256
    return pixels


class FakeExplainer:
    """Shows a grey square for a face; a map is a ramp, unless the detector cannot be explained."""

    def __init__(self) -> None:
        self.explained = 0

    def close_up(self, pixels: Pixels, bbox: BBox, run: DetectorRun) -> CloseUp:
        crop = np.full((32, 32, 3), pixels[0, 0, 0], dtype=np.uint8)
        return CloseUp(crop, bbox, can_explain=run.detector_id == "xception")

    def heat_map(self, close_up: CloseUp, run: DetectorRun) -> npt.NDArray[np.float32]:
        self.explained += 1
        return np.linspace(0, 1, 16, dtype=np.float32).reshape(4, 4)
