# SPDX-License-Identifier: Apache-2.0
"""Records with known scores, for the tests of what comes after the detectors."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from core.records import (
    Calibration,
    DetectorRun,
    FaceObservation,
    Outcome,
    Reason,
    ScoreSummary,
    TrackResult,
    WindowScore,
)

STEP_S = 0.2
FRAMES_PER_STEP = 5


def make_run(detector_id: str = "xception", **changes: object) -> DetectorRun:
    """A detector with operating points 0.3 and 0.7 and a plain calibration."""
    run = DetectorRun(
        detector_id=detector_id,
        title=f"Detector {detector_id}",
        version="1",
        weights_sha256="ab" * 32,
        support_threshold=0.7,
        no_support_threshold=0.3,
        calibration=Calibration(1.0, 0.0, -2.0, 2.0),
        validation_auc=0.9,
        limits=("Known limits.",),
    )
    return replace(run, **changes)  # type: ignore[arg-type]


def make_face(
    step: int,
    score: float | None = None,
    *,
    detector_id: str = "xception",
    track_id: int = 1,
    rejected: Reason | None = None,
) -> FaceObservation:
    """A face in the step-th examined frame; five examined frames are a second."""
    return FaceObservation(
        track_id=track_id,
        frame_index=step * FRAMES_PER_STEP,
        time_s=step * STEP_S,
        bbox=(10.25, 20.0, 110.0, 140.5),
        detection_score=0.99,
        sharpness=120.0,
        rejected=rejected,
        scores={} if score is None else {detector_id: score},
    )


def make_faces(scores: Sequence[float | None]) -> tuple[FaceObservation, ...]:
    """One face a step, without scores where None stands."""
    return tuple(make_face(step, score) for step, score in enumerate(scores))


def make_window(
    first: int, last: int, score: float, *, detector_id: str = "xception_gru", track_id: int = 1
) -> WindowScore:
    """A window from one step to another."""
    return WindowScore(
        track_id=track_id,
        detector_id=detector_id,
        first_frame_index=first * FRAMES_PER_STEP,
        last_frame_index=last * FRAMES_PER_STEP,
        start_s=first * STEP_S,
        end_s=last * STEP_S,
        n_frames=last - first + 1,
        score=score,
    )


def make_track(
    observations: Sequence[FaceObservation],
    windows: Sequence[WindowScore] = (),
    *,
    track_id: int = 1,
    outcome: Outcome = Outcome.INCONCLUSIVE,
    reason: Reason | None = None,
) -> TrackResult:
    """A track with a given outcome, whatever its scores."""
    scores = [score for seen in observations for score in seen.scores.values()]
    summaries = {"xception": ScoreSummary(0.5, 0.9, len(scores))} if scores else {}
    return TrackResult(
        track_id=track_id,
        shot=0,
        first_time_s=observations[0].time_s,
        last_time_s=observations[-1].time_s,
        outcome=outcome,
        reason=reason,
        observations=tuple(observations),
        windows=tuple(windows),
        summaries=summaries,
        decided_by="xception" if scores and reason is None else None,
    )
