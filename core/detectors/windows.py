# SPDX-License-Identifier: Apache-2.0
"""Windows that slide along each track, so that a long video gets a curve, not one number."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field

import numpy as np

from core.detectors.base import Floats, SequenceDetector
from core.errors import SettingsError
from core.records import WindowScore

_BATCH_SIZE = 16  # windows scored at once: 2.6 MB of features


@dataclass(frozen=True, slots=True, eq=False)
class _Observation:
    frame_index: int
    time_s: float
    feature: Floats


@dataclass(slots=True, eq=False)
class _Track:
    """The latest observations of a track, and how many came after the last window."""

    latest: deque[_Observation]
    uncovered: int = 0
    has_window: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class _Window:
    track_id: int
    observations: tuple[_Observation, ...] = field(repr=False)


class SlidingWindows:
    """Collects one sequence detector's windows while the tracks grow.

    A track's first window comes with its observation number `detector.window`, the next ones
    every `stride` observations; `finish` adds one over the last observations, so that each is
    covered. A track shorter than a window gets a single one, masked. Memory is one window for
    each open track, plus what waits for `take_ready`.

    Args:
        detector: Scores the windows.
        stride: Observations between the starts of two windows, at most a window.

    Raises:
        SettingsError: `stride` would leave observations out, or is below 1.
    """

    def __init__(self, detector: SequenceDetector, stride: int) -> None:
        if not 1 <= stride <= detector.window:
            raise SettingsError(
                f"expected a window stride from 1 to {detector.window}, got {stride}"
            )
        self._detector = detector
        self._stride = stride
        self._tracks: dict[int, _Track] = {}
        self._ready: list[_Window] = []

    @property
    def feature_source(self) -> str:
        """Id of the image detector whose features are to be pushed."""
        return self._detector.feature_source

    def push(self, track_id: int, frame_index: int, time_s: float, feature: Floats) -> None:
        """Add the next scored observation of a track.

        Args:
            track_id: Of the track; an unknown one begins.
            frame_index: Above that of the track's observation before.
            time_s: Seconds.
            feature: float32 (F,) from the detector's `feature_source`; copied.

        Raises:
            ValueError: The feature's shape or the order of frames is wrong.
        """
        expected = (self._detector.feature_size,)
        if feature.shape != expected:
            raise ValueError(f"expected a feature of shape {expected}, got {feature.shape}")
        if track_id not in self._tracks:
            self._tracks[track_id] = _Track(deque(maxlen=self._detector.window))
        track = self._tracks[track_id]
        if track.latest and frame_index <= track.latest[-1].frame_index:
            before = track.latest[-1].frame_index
            raise ValueError(f"expected a frame after {before}, got {frame_index}")
        # A row of a batch would keep the whole batch alive.
        track.latest.append(_Observation(frame_index, time_s, np.array(feature, np.float32)))
        track.uncovered += 1
        is_full = len(track.latest) == self._detector.window
        if is_full and (not track.has_window or track.uncovered == self._stride):
            self._emit(track_id, track)

    def take_ready(self) -> tuple[WindowScore, ...]:
        """Score the windows that became complete since the last call, in that order.

        Raises:
            DetectorError: The network fails, or gives anything but finite scores in [0, 1].
        """
        ready, self._ready = self._ready, []
        scores: list[WindowScore] = []
        for start in range(0, len(ready), _BATCH_SIZE):
            scores += self._scored(ready[start : start + _BATCH_SIZE])
        return tuple(scores)

    def finish(self, track_id: int | None = None) -> tuple[WindowScore, ...]:
        """End a track, or all: one last window covers what the others left out.

        Args:
            track_id: None for all; one that never had an observation is no error.

        Returns:
            The last windows, after any that was complete and not taken yet.

        Raises:
            DetectorError: As for `take_ready`.
        """
        for ended in list(self._tracks) if track_id is None else [track_id]:
            track = self._tracks.pop(ended, None)
            if track is not None and track.uncovered:
                self._emit(ended, track)
        return self.take_ready()

    def _emit(self, track_id: int, track: _Track) -> None:
        self._ready.append(_Window(track_id, tuple(track.latest)))
        track.uncovered = 0
        track.has_window = True

    def _scored(self, windows: list[_Window]) -> list[WindowScore]:
        length, size = self._detector.window, self._detector.feature_size
        features = np.zeros((len(windows), length, size), np.float32)
        mask = np.zeros((len(windows), length), np.bool_)
        for row, window in enumerate(windows):
            count = len(window.observations)
            features[row, :count] = [item.feature for item in window.observations]
            mask[row, :count] = True
        scores = self._detector.predict(features, mask)
        return [self._record(*pair) for pair in zip(windows, scores, strict=True)]

    def _record(self, window: _Window, score: np.float32) -> WindowScore:
        first, last = window.observations[0], window.observations[-1]
        return WindowScore(
            track_id=window.track_id,
            detector_id=self._detector.id,
            first_frame_index=first.frame_index,
            last_frame_index=last.frame_index,
            start_s=first.time_s,
            end_s=last.time_s,
            n_frames=len(window.observations),
            score=float(score),
        )
