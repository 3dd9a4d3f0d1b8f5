# SPDX-License-Identifier: Apache-2.0
"""The face stage: sampled frames in, faces with track ids and reasons out, one frame at a time.

The whole frame is searched at least every `full_scan_s`, after each cut, and when a face is not
where it was expected. In between known faces are followed, and the frame is searched coarsely for
large new ones. Every face is finally looked at in a square of the same scale, so that its box does
not jump from one way of finding it to another.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from core.faces.detection import FaceDetector, keep_best, overlap
from core.faces.quality import rejection, sharpness, visible_part
from core.faces.searching import REGION_PX, search_around, search_coarsely, search_frame
from core.faces.shots import CutFinder
from core.faces.tracking import Expected, Tracker, look
from core.records import BBox, FaceBox, Frame, Pixels, Reason
from core.settings import FaceSettings

_TIME_TOLERANCE_S = 1e-3


@dataclass(frozen=True, slots=True)
class TrackedFace:
    """One face in one frame.

    Attributes:
        track_id: The same for one person from entering to leaving a shot.
        face: Box inside the frame.
        sharpness: Variance of the Laplacian of the face brought to one size and contrast.
        rejected: Why it is not fit to be scored, or None.
    """

    track_id: int
    face: FaceBox
    sharpness: float
    rejected: Reason | None


@dataclass(frozen=True, slots=True)
class FacesInFrame:
    """What was found in one frame.

    Attributes:
        frame_index, time_s: The frame's.
        starts_shot: Whether there is a cut between the frame before and this one; False for the
            first frame.
        shot: 0-based number of the shot.
        faces: By track id; empty when there is no face.
        ended: Ids of tracks that came to their end before this frame and will not go on.
    """

    frame_index: int
    time_s: float
    starts_shot: bool
    shot: int
    faces: tuple[TrackedFace, ...]
    ended: frozenset[int] = frozenset()


class FaceStage:
    """Finds and follows faces through one file."""

    def __init__(self, detector: FaceDetector, settings: FaceSettings, *, is_video: bool) -> None:
        """Start before the first frame.

        Args:
            detector: From the catalogue; may serve other files too.
            settings: Limits and times.
            is_video: Whether frames follow each other; a still image has no motion and no cuts.
        """
        self._detector = detector
        self._settings = settings
        self._is_video = is_video
        self._cuts = CutFinder()
        self._tracker = Tracker(settings.max_gap_s)
        self._scanned_s: float | None = None
        self._shot = 0

    def process(self, frame: Frame) -> FacesInFrame:
        """Find the faces of the next frame.

        Args:
            frame: In order of time, but where a recording was spliced.

        Raises:
            FaceStageError: The face detector could not be run.
        """
        pixels = frame.pixels
        open_before = self._tracker.open_ids
        is_cut = self._is_video and self._cuts.is_cut(pixels)
        if is_cut:
            self._tracker.end_all()
            self._shot += 1
            self._scanned_s = None
        expected = self._tracker.expect(frame.time_s)
        ended = open_before - self._tracker.open_ids
        faces = self._find(pixels, frame.time_s, expected)
        looks = [look(pixels, face.bbox) for face in faces]
        ids = self._tracker.update(faces, looks, frame.time_s)
        tracked = [
            self._judge(pixels, face, track_id)
            for face, track_id in zip(faces, ids, strict=True)
            if track_id is not None
        ]
        tracked.sort(key=lambda face: face.track_id)
        return FacesInFrame(
            frame.frame_index, frame.time_s, is_cut, self._shot, tuple(tracked), ended
        )

    def _find(
        self, pixels: Pixels, time_s: float, expected: tuple[Expected, ...]
    ) -> tuple[FaceBox, ...]:
        height, width = pixels.shape[:2]
        if not self._is_due(time_s) and _is_cheaper(len(expected), width, height):
            found = [self._follow(pixels, one) for one in expected]
            if all(faces or one.is_missing for faces, one in zip(found, expected, strict=True)):
                known = [face for faces in found for face in faces]
                return _usable([*known, *self._newcomers(pixels, known)], width, height)
        self._scanned_s = time_s
        faces = search_frame(self._detector, pixels, self._settings.min_size_px)
        if _is_cheaper(len(faces), width, height):
            faces = tuple(self._refine(pixels, face) for face in faces)
        return _usable(faces, width, height)

    def _is_due(self, time_s: float) -> bool:
        if self._scanned_s is None or not self._is_video:
            return True
        elapsed = time_s - self._scanned_s
        # Below zero where a recording was spliced and its time stamps start anew.
        return not 0 <= elapsed < self._settings.full_scan_s - _TIME_TOLERANCE_S

    def _follow(self, pixels: Pixels, expected: Expected) -> tuple[FaceBox, ...]:
        """Look where a face should be, then once farther off in case it moved quickly."""
        near = search_around(self._detector, pixels, expected.bbox)
        if near or expected.is_missing:
            return near
        return search_around(self._detector, pixels, expected.bbox, reach=2)

    def _newcomers(self, pixels: Pixels, known: Sequence[FaceBox]) -> Iterator[FaceBox]:
        """Look coarsely for large faces that are not known yet."""
        for face in search_coarsely(self._detector, pixels):
            if not any(overlap(face.bbox, other.bbox) > 0 for other in known):
                yield self._refine(pixels, face)

    def _refine(self, pixels: Pixels, face: FaceBox) -> FaceBox:
        """Look at a face again at the scale at which it will be followed."""
        again = search_around(self._detector, pixels, face.bbox)
        best = max(again, key=lambda other: overlap(face.bbox, other.bbox), default=face)
        return best if overlap(face.bbox, best.bbox) > 0.3 else face

    def _judge(self, pixels: Pixels, face: FaceBox, track_id: int) -> TrackedFace:
        height, width = pixels.shape[:2]
        inside = FaceBox(_clipped(face.bbox, width, height), face.detection_score, face.landmarks)
        sharp = sharpness(pixels, inside.bbox)
        visible = visible_part(face.bbox, width, height)
        rejected = rejection(visible, face.size_px, sharp, self._settings)
        return TrackedFace(track_id, inside, sharp, rejected)


def _is_cheaper(regions: int, width: int, height: int) -> bool:
    """Say whether so many regions cost less than the whole frame."""
    return regions * REGION_PX**2 < width * height


def _usable(faces: Sequence[FaceBox], width: int, height: int) -> tuple[FaceBox, ...]:
    """Keep one box for each face, and only faces that can be seen."""
    seen = [face for face in faces if visible_part(face.bbox, width, height) > 0.25]
    return keep_best(seen)


def _clipped(bbox: BBox, width: int, height: int) -> BBox:
    x0, y0, x1, y1 = bbox
    return max(x0, 0.0), max(y0, 0.0), min(x1, float(width)), min(y1, float(height))
