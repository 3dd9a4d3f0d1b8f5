# SPDX-License-Identifier: Apache-2.0
"""What a run reports on its way, in the order in which it happens.

`MediaProbed` comes once, `FramesScored` at least once a batch, `FrameFailed` for each frame that
is lost, `AnalysisCompleted` last unless the run was cancelled (then the events just end).
"""

from __future__ import annotations

import enum
from dataclasses import dataclass

from core.records import AnalysisResult, FaceObservation, FrameFailure, MediaInfo, WindowScore


class Stage(enum.StrEnum):
    """Steps of a run that may take long."""

    PROBING = "probing"
    LOADING_DETECTORS = "loading_detectors"
    SCORING = "scoring"
    REHASHING = "rehashing"


@dataclass(frozen=True, slots=True)
class StageStarted:
    """A step began; `detail` is a plain phrase for people, may be empty."""

    stage: Stage
    detail: str = ""


@dataclass(frozen=True, slots=True)
class MediaProbed:
    """The file was recognised and hashed."""

    media: MediaInfo


@dataclass(frozen=True, slots=True)
class FramesScored:
    """A batch of frames is done.

    Attributes:
        frames_done: Sampled frames dealt with since the start, with or without a face.
        position_s: Seconds from the first frame to the last one dealt with.
        duration_s: Seconds from the file's first frame to its end, or None where unknown.
        remaining_s: Estimated seconds left, or None.
        observations: New ones, scored or rejected, in frame order.
        windows: New window scores.
        shots: Start times of shots that began in this batch.
    """

    frames_done: int
    position_s: float
    duration_s: float | None
    remaining_s: float | None
    observations: tuple[FaceObservation, ...]
    windows: tuple[WindowScore, ...] = ()
    shots: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class FrameFailed:
    """One frame could not be decoded."""

    failure: FrameFailure


@dataclass(frozen=True, slots=True)
class AnalysisCompleted:
    """The run reached its end; the result may still be `could_not_evaluate`."""

    result: AnalysisResult


Event = StageStarted | MediaProbed | FramesScored | FrameFailed | AnalysisCompleted
