# SPDX-License-Identifier: Apache-2.0
"""Faces over time to tracks: one id for one person from entering to leaving a shot.

Each track expects its face where its motion leads; faces are given to tracks so that the sum of
distances is smallest (the assignment problem, H. W. Kuhn 1955, as in SORT, A. Bewley et al. 2016,
arXiv:1602.00763). The colours of face and clothes decide between people who cross.
"""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median_high

import cv2
import numpy as np
import numpy.typing as npt

from core.records import BBox, FaceBox, Pixels

Look = npt.NDArray[np.float32]

START_SCORE = 0.5
"""Detection score from which on a face starts a track; a less sure one only continues one."""

_MAX_SPEED = 7.0  # away from the expected place, in sides of the face a second: a passer-by
_MIN_REACH, _MAX_REACH = 0.6, 2.5  # sides of the face, however short or long the time
_MAX_UNLIKE = 0.2
_MAX_RATIO = 2.0  # between the sizes of two faces of a track, from one sample to the next
# Measured on a crowd, samples 0.2 s apart, 5th to 95th percentile: two people differ by 0.10 to
# 0.33, faces that this tracker joined by 0.02 to 0.17 (half of them by less than 0.04).
_LOOK_WEIGHT = 4.0
_FORBIDDEN = 1e6
_TIME_TOLERANCE_S = 1e-3
_USUAL_OF = 15  # intervals between samples whose median counts as the usual one


@dataclass(slots=True)
class _Track:
    """A face that is being followed; speed in pixels a second."""

    track_id: int
    bbox: BBox
    look: Look | None
    seen_s: float
    speed: tuple[float, float] = (0.0, 0.0)
    is_missing: bool = False

    def expected(self, time_s: float) -> BBox:
        elapsed = max(0.0, time_s - self.seen_s)
        x, y = self.speed[0] * elapsed, self.speed[1] * elapsed
        return (self.bbox[0] + x, self.bbox[1] + y, self.bbox[2] + x, self.bbox[3] + y)

    def see(self, bbox: BBox, look: Look | None, time_s: float, *, is_alone: bool) -> None:
        elapsed = time_s - self.seen_s
        if elapsed > 0:
            moved = np.subtract(_center(bbox), _center(self.bbox)) / elapsed
            x, y = (np.asarray(self.speed) + moved) / 2
            self.speed = (float(x), float(y))
        if self.look is None or look is None:
            self.look = look
        elif is_alone:
            self.look = (self.look + look) / np.float32(2)
        self.bbox, self.seen_s, self.is_missing = bbox, time_s, False


@dataclass(frozen=True, slots=True)
class Expected:
    """Where a track's face should be now.

    Attributes:
        track_id: The track's.
        bbox: Pixels of the frame.
        is_missing: Whether it was already missing from the sample before.
    """

    track_id: int
    bbox: BBox
    is_missing: bool


class Tracker:
    """Gives ids to faces; memory grows with the faces in a frame, not with the video."""

    def __init__(self, max_gap_s: float) -> None:
        """Start without tracks.

        Args:
            max_gap_s: Longest time a track survives without being seen. Where samples lie further
                apart than that as a rule, it survives from one sample to the next.
        """
        self._max_gap_s = max_gap_s
        self._tracks: list[_Track] = []
        self._next_id = 1  # people are counted from one
        self._time_s: float | None = None
        # Their median: where frames come unevenly, no single interval tells how far apart they lie.
        self._intervals: deque[float] = deque(maxlen=_USUAL_OF)

    @property
    def open_ids(self) -> frozenset[int]:
        """Ids that a face of the next frame may still get."""
        return frozenset(track.track_id for track in self._tracks)

    def end_all(self) -> None:
        """Forget every track, because a new shot starts; ids are not used again."""
        self._tracks.clear()

    def expect(self, time_s: float) -> tuple[Expected, ...]:
        """Go on to a time, end what has been missing for too long, say where the others should be.

        Args:
            time_s: Seconds. Before the time given last, where a recording was spliced: then
                nobody knows what lies between, and every track ends.
        """
        if self._time_s is not None and time_s > self._time_s:
            self._intervals.append(time_s - self._time_s)
        self._time_s = time_s
        longest = self._max_gap_s
        if self._intervals:
            longest = max(longest, 1.5 * median_high(self._intervals))
        oldest = time_s - longest - _TIME_TOLERANCE_S
        self._tracks = [track for track in self._tracks if oldest <= track.seen_s <= time_s]
        return tuple(
            Expected(track.track_id, track.expected(time_s), track.is_missing)
            for track in self._tracks
        )

    def update(
        self, faces: Sequence[FaceBox], looks: Sequence[Look | None], time_s: float
    ) -> tuple[int | None, ...]:
        """Give each face the id of its track; the order of the faces changes nothing.

        Args:
            faces: One for each person in the frame.
            looks: What `look` says of each.
            time_s: Seconds, as given to `expect`.

        Returns:
            A track id for each face, or None where a face is too unsure to start a track.
        """
        self.expect(time_s)
        order = sorted(range(len(faces)), key=lambda index: faces[index].bbox)
        pairs = self._assign([faces[i].bbox for i in order], [looks[i] for i in order], time_s)
        seen = {order[column]: track for column, track in pairs}
        for track in self._tracks:
            track.is_missing = True
        ids: list[int | None] = [None] * len(faces)
        for index in order:
            bbox, score = faces[index].bbox, faces[index].detection_score
            if index in seen:
                is_alone = not any(
                    _touch(bbox, other.bbox) for other in faces if other is not faces[index]
                )
                seen[index].see(bbox, looks[index], time_s, is_alone=is_alone)
                ids[index] = seen[index].track_id
            elif score >= START_SCORE:
                ids[index] = self._start(bbox, looks[index], time_s)
        return tuple(ids)

    def _start(self, bbox: BBox, look: Look | None, time_s: float) -> int:
        track_id = self._next_id
        self._next_id += 1
        self._tracks.append(_Track(track_id, bbox, look, time_s))
        return track_id

    def _assign(
        self, boxes: Sequence[BBox], looks: Sequence[Look | None], time_s: float
    ) -> list[tuple[int, _Track]]:
        from scipy.optimize import linear_sum_assignment

        if not boxes or not self._tracks:
            return []
        costs = np.array(
            [
                [_cost(track, box, look, time_s) for box, look in zip(boxes, looks, strict=True)]
                for track in self._tracks
            ]
        )
        rows, columns = linear_sum_assignment(costs)
        return [
            (int(column), self._tracks[row])
            for row, column in zip(rows, columns, strict=True)
            if costs[row, column] < _FORBIDDEN
        ]


def look(pixels: Pixels, bbox: BBox) -> Look:
    """Describe the colours of a face and of what is under it, so that people can be told apart.

    Args:
        pixels: uint8 (H, W, 3) RGB frame.
        bbox: The face.

    Returns:
        float32 (6, 3, 3), RGB from 0 to 1: mean colours from the forehead down to the chest.
    """
    height, width = pixels.shape[:2]
    x0, y0, x1, y1 = bbox
    left, right = _inside(x0, x1, width)
    top, bottom = _inside(y0, y1 + (y1 - y0), height)
    means = cv2.resize(pixels[top:bottom, left:right], (3, 6), interpolation=cv2.INTER_AREA)
    return np.asarray(means, dtype=np.float32) / np.float32(255)


def _inside(start: float, end: float, length: int) -> tuple[int, int]:
    """Bring a span into 0 to length, at least one pixel long."""
    first = min(max(0, math.floor(start)), length - 1)
    return first, max(first + 1, min(length, math.ceil(end)))


def _cost(track: _Track, bbox: BBox, look: Look | None, time_s: float) -> float:
    expected = track.expected(time_s)
    side, expected_side = _side(bbox), _side(expected)
    ratio = max(side, expected_side) / min(side, expected_side)
    unit = math.sqrt(side * expected_side)
    distance = math.dist(_center(bbox), _center(expected)) / unit
    # A face that stopped is where it was, not where it would be.
    distance = min(distance, math.dist(_center(bbox), _center(track.bbox)) / unit + 0.1)
    reach = min(_MIN_REACH + _MAX_SPEED * max(0.0, time_s - track.seen_s), _MAX_REACH)
    unlike = 0.0
    if look is not None and track.look is not None:
        unlike = float(np.abs(look - track.look).mean())
    is_far = distance > _MIN_REACH  # close by, the clothes may just have been hidden
    if distance > reach or ratio > _MAX_RATIO or (is_far and unlike > _MAX_UNLIKE):
        return _FORBIDDEN
    return distance + math.log(ratio) + _LOOK_WEIGHT * unlike


def _center(bbox: BBox) -> tuple[float, float]:
    return (bbox[0] + bbox[2]) / 2, (bbox[1] + bbox[3]) / 2


def _side(bbox: BBox) -> float:
    return math.sqrt((bbox[2] - bbox[0]) * (bbox[3] - bbox[1]))


def _touch(first: BBox, second: BBox) -> bool:
    return (
        first[0] < second[2]
        and second[0] < first[2]
        and first[1] < second[3]
        and second[1] < first[3]
    )
