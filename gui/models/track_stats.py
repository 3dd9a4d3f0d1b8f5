# SPDX-License-Identifier: Apache-2.0
"""What can be said of each person while the analysis still runs: where seen, how often."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from core.records import FaceObservation


@dataclass(slots=True)
class TrackSoFar:
    """Counts of one track; no outcome, since that needs the whole of it."""

    track_id: int
    first_time_s: float
    last_time_s: float
    n_seen: int = 0
    n_scored: int = 0


class TrackStats:
    """The tracks of one file, in the order in which they began."""

    def __init__(self) -> None:
        """Start without tracks."""
        self._tracks: dict[int, TrackSoFar] = {}

    def __len__(self) -> int:
        """Count the tracks."""
        return len(self._tracks)

    def __iter__(self) -> Iterator[TrackSoFar]:
        """Go through the tracks."""
        return iter(self._tracks.values())

    def add(self, observations: Iterable[FaceObservation]) -> None:
        """Count faces."""
        for seen in observations:
            track = self._tracks.get(seen.track_id)
            if track is None:
                track = TrackSoFar(seen.track_id, seen.time_s, seen.time_s)
                self._tracks[seen.track_id] = track
            track.last_time_s = seen.time_s
            track.n_seen += 1
            track.n_scored += seen.rejected is None
