# SPDX-License-Identifier: Apache-2.0
"""Suspicious time spans of a track: where its scores stay at or above an operating point."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from statistics import fmean, median

from core.records import DetectorRun, Outcome, Segment, SegmentLevel, TrackResult

# A single blurred or blinking frame is neither a span nor the end of one.
SMOOTHING_WIDTH = 5
MIN_FRAMES = 3
MIN_SPAN_S = 0.4
# Scores of untouched faces reach the lower operating point more often than the upper one.
MIN_INCONCLUSIVE_SPAN_S = 1.0
# Longer without a score, and nothing is known of what lies between.
MAX_GAP_S = 0.5
MAX_GAP_STEPS = 2.5


@dataclass(frozen=True, slots=True)
class _Point:
    """A score and the time it stands for: a frame's instant, or a window's span."""

    start_s: float
    end_s: float
    score: float


def suspicious_segments(track: TrackResult, run: DetectorRun) -> tuple[Segment, ...]:
    """Find the spans in which a detector's scores stay at or above an operating point.

    That is `support_threshold`. Where the track has no such span and its outcome is
    `no_support_found`, it is `no_support_threshold`: a span of a second that would be
    inconclusive by itself must not vanish in the mean of a longer track.

    Frame scores pass a running median first; a span needs three frames and 0.4 s (1 s in the
    inconclusive band), and ends at a gap in the scores. Windows of a sequence detector average
    over time already: each one above the operating point is a span, and those that overlap are
    joined.

    Args:
        track: A judged track of a video; a still image has no spans.
        run: The detector whose scores and operating points to use.

    Returns:
        Spans in time order, all of one level, from the first to the last frame's time stamp, each
        with the arithmetic mean of its unsmoothed scores. They do not overlap.
    """
    spans = _spans(track, run.detector_id, run.support_threshold, MIN_SPAN_S)
    level = SegmentLevel.SUPPORT
    if not spans and track.outcome is Outcome.NO_SUPPORT_FOUND:
        threshold = run.no_support_threshold
        spans = _spans(track, run.detector_id, threshold, MIN_INCONCLUSIVE_SPAN_S)
        level = SegmentLevel.INCONCLUSIVE
    return tuple(_segment(span, level) for span in spans)


def _spans(
    track: TrackResult, detector_id: str, threshold: float, min_span_s: float
) -> list[list[_Point]]:
    windows = [
        _Point(window.start_s, window.end_s, window.score)
        for window in track.windows
        if window.detector_id == detector_id
    ]
    if windows:
        return list(_overlapping(window for window in windows if window.score >= threshold))
    frames = [
        _Point(seen.time_s, seen.time_s, seen.scores[detector_id])
        for seen in track.observations
        if not math.isnan(seen.scores.get(detector_id, math.nan))
    ]
    return [
        span
        for piece in _unbroken(frames)
        for span in _runs_above(piece, threshold)
        if len(span) >= MIN_FRAMES and span[-1].end_s - span[0].start_s >= min_span_s
    ]


def running_median(scores: Sequence[float], width: int = SMOOTHING_WIDTH) -> list[float]:
    """Smooth scores that follow each other without a gap.

    Args:
        scores: In time order.
        width: Odd number of scores to take the median of; fewer at both ends, still symmetric.

    Returns:
        As many values as scores.
    """
    smooth = []
    for index in range(len(scores)):
        reach = min(width // 2, index, len(scores) - 1 - index)
        smooth.append(median(scores[index - reach : index + reach + 1]))
    return smooth


def _unbroken(points: Sequence[_Point]) -> Iterator[list[_Point]]:
    """Cut where scores are missing for longer than half a second and two usual steps."""
    steps = [later.start_s - earlier.start_s for earlier, later in pairwise(points)]
    longest = max(MAX_GAP_S, MAX_GAP_STEPS * median(steps)) if steps else MAX_GAP_S
    piece: list[_Point] = []
    for point in points:
        if piece and point.start_s - piece[-1].start_s > longest:
            yield piece
            piece = []
        piece.append(point)
    if piece:
        yield piece


def _runs_above(piece: Sequence[_Point], threshold: float) -> Iterator[list[_Point]]:
    smooth = running_median([point.score for point in piece])
    flagged = zip(piece, (score >= threshold for score in smooth), strict=True)
    for is_above, group in groupby(flagged, key=lambda pair: pair[1]):
        if is_above:
            yield [point for point, _ in group]


def _overlapping(points: Iterable[_Point]) -> Iterator[list[_Point]]:
    group: list[_Point] = []
    for point in points:
        if group and point.start_s > max(one.end_s for one in group):
            yield group
            group = []
        group.append(point)
    if group:
        yield group


def _segment(points: Sequence[_Point], level: SegmentLevel) -> Segment:
    return Segment(
        start_s=points[0].start_s,
        end_s=max(point.end_s for point in points),
        score=fmean(point.score for point in points),
        level=level,
    )
