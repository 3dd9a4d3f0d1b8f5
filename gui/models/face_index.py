# SPDX-License-Identifier: Apache-2.0
"""Which faces were seen where: by frame for the boxes, by track for the spaces between."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field

from core.records import BBox, FaceObservation

# A box between two sightings is drawn only where the face was out of sight for less than this.
MAX_INTERPOLATION_S = 1.0


@dataclass(slots=True)
class _Track:
    times: list[float] = field(default_factory=list)
    faces: list[FaceObservation] = field(default_factory=list)


class FaceIndex:
    """The observations of one file, found quickly."""

    def __init__(self) -> None:
        """Start empty."""
        self._by_frame: dict[int, list[FaceObservation]] = {}
        self._frames: list[int] = []
        self._times: list[float] = []
        self._tracks: dict[int, _Track] = {}

    def add(self, observations: Iterable[FaceObservation]) -> None:
        """Take in observations, in frame order."""
        for seen in observations:
            if seen.frame_index not in self._by_frame:
                self._by_frame[seen.frame_index] = []
                self._frames.append(seen.frame_index)
                self._times.append(seen.time_s)
            self._by_frame[seen.frame_index].append(seen)
            track = self._tracks.setdefault(seen.track_id, _Track())
            track.times.append(seen.time_s)
            track.faces.append(seen)

    def __len__(self) -> int:
        """Count the frames with a face."""
        return len(self._frames)

    def at(self, frame_index: int) -> tuple[FaceObservation, ...]:
        """Give the faces that were found in exactly this frame."""
        return tuple(self._by_frame.get(frame_index, ()))

    def between(self, frame_index: int, time_s: float) -> dict[int, BBox]:
        """Estimate where the faces are in a frame that was not analysed.

        Returns:
            Track id to a box on the straight line between the sightings before and after.
            Tracks seen in this very frame are left out.
        """
        boxes: dict[int, BBox] = {}
        present = {seen.track_id for seen in self.at(frame_index)}
        for track_id, track in self._tracks.items():
            after = bisect_right(track.times, time_s)
            if track_id in present or not 0 < after < len(track.faces):
                continue
            before, later = track.faces[after - 1], track.faces[after]
            span_s = later.time_s - before.time_s
            if 0 < span_s <= MAX_INTERPOLATION_S:
                share = (time_s - before.time_s) / span_s
                boxes[track_id] = _blend(before.bbox, later.bbox, share)
        return boxes

    def count(self, start_s: float, end_s: float) -> tuple[int, int]:
        """Count frames with a face, and faces, in a time span with both its ends."""
        first, last = bisect_left(self._times, start_s), bisect_right(self._times, end_s)
        faces = sum(
            bisect_right(track.times, end_s) - bisect_left(track.times, start_s)
            for track in self._tracks.values()
        )
        return max(last - first, 0), faces

    def nearest(self, time_s: float) -> tuple[int, float] | None:
        """Find the frame with a face that is nearest in time.

        Returns:
            Its index and time, or None where no face was seen at all.
        """
        if not self._times:
            return None
        after = bisect_left(self._times, time_s)
        places = range(max(after - 1, 0), min(after + 1, len(self._times)))
        best = min(places, key=lambda place: abs(self._times[place] - time_s))
        return self._frames[best], self._times[best]

    def neighbor(self, frame_index: int, direction: int) -> int | None:
        """Find the next frame with a face after (`direction` > 0) or before a frame."""
        if direction > 0:
            place = bisect_right(self._frames, frame_index)
        else:
            place = bisect_left(self._frames, frame_index) - 1
        return self._frames[place] if 0 <= place < len(self._frames) else None


def _blend(first: BBox, second: BBox, share: float) -> BBox:
    x0, y0, x1, y1 = (a + (b - a) * share for a, b in zip(first, second, strict=True))
    return x0, y0, x1, y1
