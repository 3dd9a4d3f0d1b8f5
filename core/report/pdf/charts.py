# SPDX-License-Identifier: Apache-2.0
"""Numbers for the score charts; the template draws them as lines, so that they print sharply."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from core.records import AnalysisResult, DetectorRun, TrackResult

Point = tuple[float, float]
# A line across the page has about this many distinguishable places.
_MOST_POINTS = 700
# Longer without a score, and the line is interrupted: nothing is known of what lies between.
_MAX_GAP_S = 0.5
_MAX_GAP_STEPS = 2.5


def chart(result: AnalysisResult, track: TrackResult, run: DetectorRun) -> dict[str, object] | None:
    """Lay out one person's scores of one detector over time.

    Returns:
        Start and end in seconds, lines of (seconds, score) with gaps left as gaps, thresholds,
        segments and cuts; None where there are fewer than two scores to draw.
    """
    points, spans = scores_over_time(track, run.detector_id)
    if len(points) + 2 * len(spans) < 2:
        return None
    start, end = track.first_time_s, track.last_time_s
    if end <= start:
        return None
    lines = [thinned(line) for line in unbroken(points)] if not spans else []
    return {
        "start": start,
        "end": end,
        "lines": [[list(point) for point in line] for line in lines if len(line) > 1],
        "dots": [list(line[0]) for line in lines if len(line) == 1],
        "spans": [list(span) for span in spans],
        "support": run.support_threshold,
        "no_support": run.no_support_threshold,
        "segments": [[segment.start_s, segment.end_s] for segment in track.segments],
        "cuts": [time for time in result.shots if start < time < end],
        "ticks": time_ticks(start, end),
    }


def scores_over_time(
    track: TrackResult, detector_id: str
) -> tuple[list[Point], list[tuple[float, float, float]]]:
    """Give a detector's frame scores, or the spans of its windows (start, end, score)."""
    spans = [
        (window.start_s, window.end_s, window.score)
        for window in track.windows
        if window.detector_id == detector_id and math.isfinite(window.score)
    ]
    points = [
        (seen.time_s, float(seen.scores[detector_id]))
        for seen in track.observations
        if math.isfinite(seen.scores.get(detector_id, math.nan))
    ]
    return points, spans


def unbroken(points: Sequence[Point]) -> list[list[Point]]:
    """Cut where scores are missing for longer than half a second and two usual steps."""
    steps = [b[0] - a[0] for a, b in pairwise(points)]
    longest = max(_MAX_GAP_S, _MAX_GAP_STEPS * median(steps)) if steps else _MAX_GAP_S
    lines: list[list[Point]] = []
    for point in points:
        if not lines or point[0] - lines[-1][-1][0] > longest:
            lines.append([])
        lines[-1].append(point)
    return lines


def thinned(line: list[Point]) -> list[Point]:
    """Keep the lowest and the highest score of each stretch, so that no peak is lost."""
    if len(line) <= _MOST_POINTS:
        return line
    step = math.ceil(len(line) / (_MOST_POINTS / 2))
    kept: list[Point] = [line[0]]
    for at in range(0, len(line), step):
        stretch = line[at : at + step]
        extremes = {
            min(stretch, key=lambda point: point[1]),
            max(stretch, key=lambda point: point[1]),
        }
        kept += sorted(extremes - {kept[-1]})
    return kept if kept[-1] == line[-1] else [*kept, line[-1]]


def time_ticks(start: float, end: float) -> list[float]:
    """Choose four to nine round times for an axis."""
    rough = (end - start) / 6
    steps = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400]
    small = 10.0 ** math.floor(math.log10(rough)) if rough < 1 else 1.0
    choices = [small * one for one in (1, 2, 5, 10)] if rough < 1 else [float(s) for s in steps]
    step = next((one for one in choices if one >= rough), choices[-1])
    first = math.ceil(start / step - 1e-9)
    return [round(n * step, 9) for n in range(first, math.floor(end / step + 1e-9) + 1)]
