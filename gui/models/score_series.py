# SPDX-License-Identifier: Apache-2.0
"""Score curves that grow while an analysis runs: one for each track and detector."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from core.records import FaceObservation, WindowScore

Floats = npt.NDArray[np.float64]


class CurveKey(NamedTuple):
    """What a curve shows."""

    track_id: int
    detector_id: str


class Curve:
    """Times and scores of one curve, append-only.

    The arrays grow by doubling, so that a long video costs no copy for each batch. A gap is a
    pair (time, NaN): the plot leaves it open.
    """

    def __init__(self) -> None:
        """Start empty."""
        self._points = np.empty((2, 64), dtype=np.float64)
        self._size = 0
        self.last_time_s = -math.inf

    def __len__(self) -> int:
        """Count points, gaps included."""
        return self._size

    @property
    def times(self) -> Floats:
        """float64 (points,): seconds, ascending; a view that must not be written to."""
        return self._points[0, : self._size]

    @property
    def scores(self) -> Floats:
        """float64 (points,): [0, 1], NaN in gaps; a view that must not be written to."""
        return self._points[1, : self._size]

    def between(self, start_s: float, end_s: float, n_buckets: int) -> tuple[Floats, Floats]:
        """Give what can be seen of a time span, with one point beyond each of its ends."""
        first = max(int(np.searchsorted(self.times, start_s)) - 1, 0)
        last = int(np.searchsorted(self.times, end_s, side="right")) + 1
        return thinned(self.times[first:last], self.scores[first:last], n_buckets)

    def append(self, time_s: float, score: float) -> None:
        """Add one point at the end."""
        if self._size == self._points.shape[1]:
            self._points = np.concatenate((self._points, np.empty_like(self._points)), axis=1)
        self._points[:, self._size] = time_s, score
        self._size += 1
        self.last_time_s = time_s


def thinned(times: Floats, scores: Floats, n_buckets: int) -> tuple[Floats, Floats]:
    """Reduce a curve to what a screen of so many columns can show.

    Each bucket keeps its highest and its lowest score, so that no peak is lost, and is a gap only
    where it holds gaps alone: pyqtgraph's own "peak" mode would drop every bucket with one gap.

    Args:
        times, scores: float64 (points,), NaN scores in gaps.
        n_buckets: Columns; fewer than two points for each are left as they are.

    Returns:
        float64 (2 * buckets,) each, or the arguments themselves.
    """
    if len(times) <= 2 * n_buckets:
        return times, scores
    step = -(-len(times) // n_buckets)
    starts = np.arange(0, len(times), step)
    ends = np.minimum(starts + step, len(times)) - 1
    thin_times = np.stack((times[starts], times[ends]), axis=1).ravel()
    highest = np.fmax.reduceat(scores, starts)
    lowest = np.fmin.reduceat(scores, starts)
    return thin_times, np.stack((highest, lowest), axis=1).ravel()


class ScoreSeries:
    """All curves of one file.

    Attributes:
        curves: In the order in which they began.
        max_step_s: Two scores of a track further apart than this are not joined: the face was
            not seen, or not fit to be scored, in a sampled frame between them.
    """

    def __init__(self, max_step_s: float = math.inf) -> None:
        """Start without curves."""
        self.curves: dict[CurveKey, Curve] = {}
        self.max_step_s = max_step_s
        self._window_curves: set[CurveKey] = set()

    def add(
        self, observations: Iterable[FaceObservation], windows: Iterable[WindowScore]
    ) -> frozenset[CurveKey]:
        """Take in new scores.

        Args:
            observations: In time order for each track; a rejected one opens a gap in every
                frame curve of its track.
            windows: In time order for each track; drawn at the middle of the window.

        Returns:
            The curves that grew.
        """
        grown: set[CurveKey] = set()
        for seen in observations:
            if seen.rejected is not None:
                self._open_gaps(seen)
            for detector_id, score in seen.scores.items():
                key = CurveKey(seen.track_id, detector_id)
                self._extend(key, seen.time_s, score)
                grown.add(key)
        for window in windows:
            key = CurveKey(window.track_id, window.detector_id)
            self._window_curves.add(key)
            self._extend_window(key, window)
            grown.add(key)
        return frozenset(grown)

    def _curve(self, key: CurveKey) -> Curve:
        return self.curves.setdefault(key, Curve())

    def _open_gaps(self, seen: FaceObservation) -> None:
        for key, curve in self.curves.items():
            if key.track_id == seen.track_id and key not in self._window_curves:
                curve.append(seen.time_s, math.nan)

    def _extend(self, key: CurveKey, time_s: float, score: float) -> None:
        curve = self._curve(key)
        if len(curve) and time_s - curve.last_time_s > self.max_step_s:
            curve.append((curve.last_time_s + time_s) / 2, math.nan)
        curve.append(time_s, score)

    def _extend_window(self, key: CurveKey, window: WindowScore) -> None:
        middle_s = (window.start_s + window.end_s) / 2
        curve = self._curve(key)
        length_s = window.end_s - window.start_s
        if len(curve) and middle_s - curve.last_time_s > max(length_s, self.max_step_s):
            curve.append((curve.last_time_s + middle_s) / 2, math.nan)
        curve.append(middle_s, window.score)
