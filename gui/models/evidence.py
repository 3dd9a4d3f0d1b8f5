# SPDX-License-Identifier: Apache-2.0
"""One opened file with all that is known of it so far."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from pathlib import Path

from core.case.checking import EvidenceCheck
from core.errors import AnalysisError
from core.events import Event, FrameFailed, FramesScored, MediaProbed, Stage, StageStarted
from core.evidence.annotations import Annotations
from core.records import AnalysisResult, DetectorRun, FaceObservation, MediaInfo, Outcome
from core.settings import AnalysisSettings, Sampling
from core.text import printable
from gui.models.face_index import FaceIndex
from gui.models.score_series import CurveKey, ScoreSeries
from gui.models.track_stats import TrackStats
from gui.states import ItemState
from gui.words.messages import (
    Message,
    evidence_words,
    item_message,
    state_words,
    with_evidence_check,
)

# Scores further apart than so many sampling steps are not joined in the plot.
STEPS_TO_GAP = 1.75


@dataclass(slots=True, eq=False)
class EvidenceItem:
    """A file in the list; changed by the session only.

    Attributes:
        job_id: Number of its analysis; a repeated analysis gets a new one.
        detectors: Those that run; known once they are loaded.
        result: Present when the state is DONE.
        error: Present when the state is FAILED: the analysis could not run at all.
        shots: Start times of the shots found so far, without the first, in seconds.
        annotations: The analyst's notes and bookmarks; set by `Session.annotate`.
        check: Whether the file is still the one that was analysed, where that was looked at.
    """

    job_id: int
    path: Path
    settings: AnalysisSettings
    state: ItemState = ItemState.WAITING
    stage: Stage | None = None
    stage_detail: str = ""
    frames_done: int = 0
    frames_failed: int = 0
    position_s: float = 0.0
    duration_s: float | None = None
    remaining_s: float | None = None
    media: MediaInfo | None = None
    detectors: tuple[DetectorRun, ...] = ()
    result: AnalysisResult | None = None
    error: AnalysisError | None = None
    annotations: Annotations = field(default_factory=Annotations)
    shots: tuple[float, ...] = ()
    check: EvidenceCheck = EvidenceCheck.UNCHECKED
    series: ScoreSeries = field(default_factory=ScoreSeries)
    faces: FaceIndex = field(default_factory=FaceIndex)
    tracks: TrackStats = field(default_factory=TrackStats)

    @property
    def name(self) -> str:
        """File name, safe to show."""
        return printable(self.path.name)

    @property
    def is_image(self) -> bool:
        """Whether it is known to be a still image."""
        return self.media is not None and self.media.kind == "image"

    @property
    def outcome(self) -> Outcome | None:
        """The outcome, once there is one."""
        return self.result.outcome if self.result else None

    @property
    def progress(self) -> float | None:
        """Share of the file that is done, [0, 1], or None where it cannot be known."""
        if not self.duration_s:
            return None
        return min(max(self.position_s / self.duration_s, 0.0), 1.0)

    @property
    def state_text(self) -> str:
        """The outcome, or where the analysis stands, in a few words."""
        words = state_words(self.state, self.stage, self.outcome)
        doubt = evidence_words(self.check)
        return f"{doubt} · {words}" if doubt else words

    @property
    def message(self) -> Message:
        """What is said first about this file."""
        said = item_message(self.state, self.stage, self.result, self.error)
        return with_evidence_check(said, self.check)

    @property
    def deciding_detector(self) -> str | None:
        """Whose operating points are drawn: who decided, or else the first that runs."""
        for track in self.result.tracks if self.result else ():
            if track.decided_by is not None:
                return track.decided_by
        return self.detectors[0].detector_id if self.detectors else None

    def frame_score(self, face: FaceObservation) -> float | None:
        """Give the score that stands beside a face: the deciding detector's where it has one."""
        return face.scores.get(self.deciding_detector or "", next(iter(face.scores.values()), None))

    def detector(self, detector_id: str | None) -> DetectorRun | None:
        """Find one of the detectors by its id."""
        return next((run for run in self.detectors if run.detector_id == detector_id), None)

    def apply(self, event: Event) -> frozenset[CurveKey]:
        """Take in one event.

        Returns:
            The curves that grew.
        """
        match event:
            case StageStarted(stage, detail):
                self.stage, self.stage_detail = stage, detail
            case MediaProbed(media):
                self.media = media
                self.duration_s = media.duration_s
                self.series.max_step_s = STEPS_TO_GAP * sampling_step_s(
                    self.settings.sampling, media
                )
            case FramesScored():
                self.frames_done = event.frames_done
                self.position_s = event.position_s
                self.remaining_s = event.remaining_s
                self.shots += tuple(time_s for time_s in event.shots if time_s > 0)
                self.faces.add(event.observations)
                self.tracks.add(event.observations)
                return self.series.add(event.observations, event.windows)
            case FrameFailed():
                self.frames_failed += 1
            case _:
                pass
        return frozenset()


def sampling_step_s(sampling: Sampling, media: MediaInfo) -> float:
    """Work out the usual time between two sampled frames; infinite where it is not known."""
    rates = [stream.average_fps for stream in media.streams if stream.average_fps]
    frame_s = 1 / rates[0] if rates else 0.0
    if sampling.mode == "fps":
        return max(1 / sampling.value, frame_s)
    return sampling.value * frame_s if frame_s else math.inf
