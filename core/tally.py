# SPDX-License-Identifier: Apache-2.0
"""What a run has gathered so far: tracks, counts, shots, and how long it will still take."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from core.records import Coverage, FaceObservation, WindowScore
from core.scoring import ScoredBatch


@dataclass(slots=True)
class OpenTrack:
    """One track while it grows."""

    track_id: int
    shot: int
    observations: list[FaceObservation] = field(default_factory=list)
    windows: list[WindowScore] = field(default_factory=list)


class Tally:
    """Counts frames and collects observations; about 0.5 kB for each face and frame."""

    def __init__(self) -> None:
        """Start before the first frame."""
        self.frames = 0
        self.position_s = 0.0
        self._started: float | None = None
        self._start_s = 0.0
        self._shots: list[float] = []
        self._new_shots: list[float] = []
        self._with_face = 0
        self._with_usable_face = 0
        self._rejected: Counter[str] = Counter()
        self._tracks: dict[int, OpenTrack] = {}

    @property
    def shots(self) -> tuple[float, ...]:
        """Start times of all shots but the first, in seconds."""
        return tuple(self._shots)

    def add_frame(self, time_s: float, *, starts_shot: bool) -> None:
        """Count a frame in which faces were looked for."""
        if starts_shot and self.frames > 0:
            self._shots.append(time_s)
            self._new_shots.append(time_s)
        if self._started is None:
            self._started, self._start_s = time.monotonic(), time_s
        self.frames += 1
        # Time stamps need not start at zero: in a broadcast they go on for days.
        self.position_s = max(self.position_s, time_s - self._start_s)

    def add_batch(self, batch: ScoredBatch) -> tuple[float, ...]:
        """Take in scored observations and windows.

        Returns:
            Start times of the shots that began since the last batch.
        """
        usable: dict[int, bool] = {}
        for observation in batch.observations:
            track_id = observation.track_id
            shot = batch.shots[track_id]
            track = self._tracks.setdefault(track_id, OpenTrack(track_id, shot))
            track.observations.append(observation)
            index = observation.frame_index
            usable[index] = usable.get(index, False) or observation.rejected is None
            if observation.rejected is not None:
                self._rejected[observation.rejected.value] += 1
        self._with_face += len(usable)
        self._with_usable_face += sum(usable.values())
        for window in batch.windows:
            self._tracks[window.track_id].windows.append(window)
        new, self._new_shots = tuple(self._new_shots), []
        return new

    def tracks(self) -> Iterator[OpenTrack]:
        """Give the tracks in the order in which they began."""
        return iter(self._tracks.values())

    def remaining_s(self, duration_s: float | None) -> float | None:
        """Estimate the seconds left from the share of the file that is done."""
        if self._started is None or not duration_s or self.position_s <= 0:
            return None
        share = min(self.position_s / duration_s, 1.0)
        return (time.monotonic() - self._started) * (1 - share) / share

    def coverage(
        self, *, frames_declared: int | None, frames_decoded: int, frames_failed: int
    ) -> Coverage:
        """Sum up how much of the file the scores rest on."""
        return Coverage(
            frames_declared=frames_declared,
            frames_decoded=frames_decoded,
            frames_failed=frames_failed,
            frames_sampled=self.frames,
            frames_with_face=self._with_face,
            frames_with_usable_face=self._with_usable_face,
            faces_rejected=dict(sorted(self._rejected.items())),
        )
