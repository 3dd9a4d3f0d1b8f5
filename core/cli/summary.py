# SPDX-License-Identifier: Apache-2.0
"""A result as a few plain lines on stdout."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from core.content_credentials import ContentCredentials
from core.records import (
    AnalysisResult,
    Coverage,
    FaceObservation,
    Outcome,
    Segment,
    SegmentLevel,
    TrackResult,
)
from core.text import printable
from core.wording import ABSENCE_CAVEAT, credentials_words, verbal

WORDS = {
    Outcome.SUPPORT_FOR_MANIPULATION: "support for manipulation",
    Outcome.NO_SUPPORT_FOUND: "no support for manipulation found",
    Outcome.INCONCLUSIVE: "inconclusive",
    Outcome.NOT_APPLICABLE: "not applicable",
    Outcome.COULD_NOT_EVALUATE: "could not be evaluated",
}

_LEVELS = {
    SegmentLevel.SUPPORT: "at or above the threshold for support",
    SegmentLevel.INCONCLUSIVE: "in the inconclusive band",
}


def outcome_words(outcome: Outcome, reason: str | None) -> str:
    """Write an outcome with its reason, as in `not applicable (face too small)`."""
    words = WORDS[outcome]
    return f"{words} ({reason.replace('_', ' ')})" if reason else words


def span(start_s: float, end_s: float) -> str:
    """Write a time span in seconds."""
    return f"{start_s:.2f}-{end_s:.2f} s"


def summary_lines(result: AnalysisResult) -> Iterator[str]:
    """Say what was found in one file, a line each.

    Args:
        result: A finished analysis.

    Yields:
        Lines without control characters and without a line end.
    """
    yield f"{printable(result.file.name)}: {outcome_words(result.outcome, result.reason)}"
    if result.message:
        yield f"  {printable(result.message)}"
    if result.media is not None:
        yield f"  {_coverage(result.coverage)}"
        yield from _credentials(result.media.credentials)
    for track in result.tracks:
        yield from _track_lines(track)
    if any(track.outcome is Outcome.NO_SUPPORT_FOUND for track in result.tracks):
        yield f"  {ABSENCE_CAVEAT}"


def _credentials(found: ContentCredentials | None) -> Iterator[str]:
    """Nothing for the many files that have none."""
    if found is not None and found.status != "absent":
        first, *rest = credentials_words(found).splitlines()
        yield f"  content credentials: {first}"
        yield from (f"    {line}" for line in rest)


def _coverage(coverage: Coverage) -> str:
    text = (
        f"frames: {coverage.frames_decoded} decoded, {coverage.frames_failed} failed, "
        f"{coverage.frames_sampled} examined, {coverage.frames_with_face} with a face, "
        f"{coverage.frames_with_usable_face} with a usable face"
    )
    rejected = ", ".join(
        f"{count} {reason.replace('_', ' ')}" for reason, count in coverage.faces_rejected.items()
    )
    return f"{text}; faces not scored: {rejected}" if rejected else text


def _track_lines(track: TrackResult) -> Iterator[str]:
    reason = track.reason.value if track.reason else None
    yield (
        f"  person {track.track_id}, {span(track.first_time_s, track.last_time_s)}: "
        f"{outcome_words(track.outcome, reason)}{_strength(track)}"
    )
    for detector_id, summary in track.summaries.items():
        decided = ", decides" if detector_id == track.decided_by else ""
        yield (
            f"    {detector_id}: mean score {summary.mean:.3f}, "
            f"95th percentile {summary.p95:.3f}, n {summary.n}{decided}"
        )
    if track.log10_lr is not None:
        yield f"    {verbal(track.log10_lr)}"
    for segment in track.segments:
        yield f"    {_LEVELS[segment.level]}: {_segment(segment)}"


def _strength(track: TrackResult) -> str:
    return "" if track.log10_lr is None else f", log10 likelihood ratio {track.log10_lr:+.2f}"


def _segment(segment: Segment) -> str:
    return f"{span(segment.start_s, segment.end_s)}, mean score {segment.score:.3f}"


def mean_inside_and_outside(
    observations: Iterable[FaceObservation], detector_id: str, start_s: float, end_s: float
) -> tuple[float | None, float | None]:
    """Average a detector's frame scores in a time span and outside of it.

    Returns:
        Mean inside and mean outside, each None where no frame was scored.
    """
    inside: list[float] = []
    outside: list[float] = []
    for observation in observations:
        score = observation.scores.get(detector_id)
        if score is not None:
            (inside if start_s <= observation.time_s < end_s else outside).append(score)
    return _mean(inside), _mean(outside)


def _mean(values: list[float]) -> float | None:
    return sum(values) / len(values) if values else None
