# SPDX-License-Identifier: Apache-2.0
"""Scores and coverage to one of the five outcomes, for a track and for a file.

The rules, all in this module:

1. Too few usable faces: `not_applicable`, with the reason that cost most faces.
2. One detector decides a track (`choose_detector`); the others are reported beside it.
3. Its pooled score meets its card's two operating points: from `support_threshold` on
   `support_for_manipulation`, below `no_support_threshold` `no_support_found`, else
   `inconclusive`. A likelihood ratio that points the other way makes it `inconclusive`.
4. A long enough span at or above an operating point, be it `no_support_threshold`, forbids
   `no_support_found`: the track is `inconclusive`.
5. A file has the gravest outcome of its tracks.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from core.aggregate.calibration import log10_lr
from core.aggregate.pooling import mean_logit, sigmoid, summarise
from core.records import (
    Coverage,
    DetectorRun,
    FaceObservation,
    Outcome,
    Reason,
    Segment,
    TrackResult,
    WindowScore,
)

# Its operating points rest on the most faces, and its frame scores show where a span begins.
PREFERRED_DETECTOR = "xception"

GRAVEST_FIRST = (
    Outcome.SUPPORT_FOR_MANIPULATION,
    Outcome.INCONCLUSIVE,
    Outcome.NO_SUPPORT_FOUND,
    Outcome.NOT_APPLICABLE,
)


def judge_track(
    track_id: int,
    shot: int,
    observations: Sequence[FaceObservation],
    windows: Sequence[WindowScore],
    runs: Sequence[DetectorRun],
    *,
    is_video: bool,
    min_track_frames: int,
) -> TrackResult:
    """Sum up one person in one shot.

    Args:
        track_id: The track's number.
        shot: Number of the shot it lies in.
        observations: Its faces in time order, scored or rejected, at least one.
        windows: Window scores of sequence detectors, in time order.
        runs: The detectors that ran, at least one.
        is_video: Whether `min_track_frames` applies; a still image has one frame.
        min_track_frames: Usable faces that a track in a video needs.

    Returns:
        The track without segments; `with_segments` adds them.

    Raises:
        ValueError: No observation or no run.
    """
    if not observations or not runs:
        raise ValueError(f"expected observations and runs, got {len(observations)} and {len(runs)}")
    scores = _scores_by_detector(observations, windows, runs)
    deciding = choose_detector([run for run in runs if run.detector_id in scores])
    needed = min_track_frames if is_video else 1
    track = TrackResult(
        track_id=track_id,
        shot=shot,
        first_time_s=observations[0].time_s,
        last_time_s=observations[-1].time_s,
        outcome=Outcome.NOT_APPLICABLE,
        reason=_why_not_applicable(observations),
        observations=tuple(observations),
        windows=tuple(windows),
        summaries={name: summarise(values) for name, values in scores.items()},
    )
    if deciding is None or _count_usable(observations) < needed:
        return track
    return _decide(track, deciding, mean_logit(scores[deciding.detector_id]))


def choose_detector(runs: Sequence[DetectorRun]) -> DetectorRun | None:
    """Choose who decides: `xception` where it ran, else the best validated detector.

    A detector whose operating points leave every score inconclusive decides only where no
    other one can.

    Args:
        runs: Detectors that gave a score.

    Returns:
        The deciding one, or None when there is none.
    """

    def rank(run: DetectorRun) -> tuple[bool, bool, float, str]:
        can_decide = run.support_threshold < 1 or run.no_support_threshold > 0
        is_preferred = run.detector_id == PREFERRED_DETECTOR
        return can_decide, is_preferred, run.validation_auc or 0.0, run.detector_id

    return max(runs, key=rank, default=None)


def with_segments(track: TrackResult, segments: Sequence[Segment]) -> TrackResult:
    """Add the suspicious spans, and let them forbid `no_support_found`.

    A fake that lasts for a few seconds of a long track hardly moves the pooled score. Such a
    span does not lift the track to `support_for_manipulation`, since the operating points'
    error rates hold for whole tracks, but someone has to look at it.

    Args:
        track: As judged.
        segments: What `core.evidence.intervals.suspicious_segments` found in it.

    Returns:
        The track with its segments.
    """
    outcome = track.outcome
    if segments and outcome is Outcome.NO_SUPPORT_FOUND:
        outcome = Outcome.INCONCLUSIVE
    return replace(track, outcome=outcome, segments=tuple(segments))


def judge_file(tracks: Sequence[TrackResult], coverage: Coverage) -> tuple[Outcome, Reason | None]:
    """Give the file the gravest outcome of its tracks.

    Args:
        tracks: All tracks, already judged.
        coverage: Tells a file without a face from one of which no frame could be examined.

    Returns:
        The outcome, and the reason where it is `not_applicable` or `could_not_evaluate`.
    """
    if coverage.frames_sampled == 0:
        return Outcome.COULD_NOT_EVALUATE, Reason.NO_FRAME_DECODED
    outcomes = {track.outcome for track in tracks}
    outcome = next((each for each in GRAVEST_FIRST if each in outcomes), Outcome.NOT_APPLICABLE)
    if outcome is not Outcome.NOT_APPLICABLE:
        return outcome, None
    faces = Counter[Reason]()
    for track in tracks:
        if track.reason is not None:
            faces[track.reason] += len(track.observations)
    return outcome, _most_common(faces) or Reason.NO_FACE


def _scores_by_detector(
    observations: Iterable[FaceObservation],
    windows: Iterable[WindowScore],
    runs: Iterable[DetectorRun],
) -> dict[str, list[float]]:
    """Collect each detector's scores, from frames or windows, in the order of the runs."""
    scores: dict[str, list[float]] = {run.detector_id: [] for run in runs}
    for observation in observations:
        for detector_id, score in observation.scores.items():
            scores[detector_id].append(score)
    for window in windows:
        scores[window.detector_id].append(window.score)
    known = {name: [s for s in values if not math.isnan(s)] for name, values in scores.items()}
    return {name: values for name, values in known.items() if values}


def _decide(track: TrackResult, run: DetectorRun, logit: float) -> TrackResult:
    # Rounded as reports print it: who compares it with the operating points by hand agrees.
    score = round(sigmoid(logit), 6)
    ratio = None if run.calibration is None else log10_lr(run.calibration, logit)
    if score >= run.support_threshold and (ratio is None or ratio > 0):
        outcome = Outcome.SUPPORT_FOR_MANIPULATION
    elif score < run.no_support_threshold and (ratio is None or ratio < 0):
        outcome = Outcome.NO_SUPPORT_FOUND
    else:
        outcome = Outcome.INCONCLUSIVE
    return replace(
        track,
        outcome=outcome,
        reason=None,
        decided_by=run.detector_id,
        pooled_score=score,
        log10_lr=ratio,
    )


def _count_usable(observations: Iterable[FaceObservation]) -> int:
    return sum(observation.rejected is None for observation in observations)


def _why_not_applicable(observations: Sequence[FaceObservation]) -> Reason:
    """Name the rejection that cost most faces, unless most faces were usable but few."""
    rejected = Counter(seen.rejected for seen in observations if seen.rejected is not None)
    if rejected.total() <= _count_usable(observations):
        return Reason.TOO_FEW_FRAMES
    return _most_common(rejected) or Reason.TOO_FEW_FRAMES


def _most_common(counts: Counter[Reason]) -> Reason | None:
    """Give the commonest reason; of equals the one that the enumeration lists first."""
    return max(Reason, key=lambda reason: counts[reason]) if counts.total() else None
