# SPDX-License-Identifier: Apache-2.0
"""Faces of a few frames to scores: crops, batches, one pass per detector, sliding windows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import numpy.typing as npt

from core.detectors.base import ImageDetector
from core.detectors.catalog import DetectorSet
from core.detectors.windows import SlidingWindows
from core.faces.stage import FacesInFrame
from core.preprocess.align import crop_face
from core.preprocess.tensors import resize, to_batch
from core.records import FaceObservation, Frame, Pixels, Reason, WindowScore
from core.settings import AnalysisSettings


@dataclass(frozen=True, slots=True)
class ScoredBatch:
    """What came out of a few frames.

    Attributes:
        observations: In frame order, scored or rejected.
        windows: Windows that became complete.
        shots: Track id to the number of its shot, for the tracks in this batch.
    """

    observations: tuple[FaceObservation, ...]
    windows: tuple[WindowScore, ...]
    shots: dict[int, int] = field(default_factory=dict)


class Scorer:
    """Collects faces until a batch is full, then runs every detector over it.

    A batch is full by count, never by time, so that the same file gives the same batches and the
    same scores to the bit.
    """

    def __init__(
        self, detectors: DetectorSet, settings: AnalysisSettings, *, is_video: bool
    ) -> None:
        """Keep the detectors; sequence detectors have nothing to say on a still image."""
        self._image = detectors.image
        self._batch_size = settings.batch_size
        self._is_reported = detectors.is_reported
        sequence = detectors.sequence if is_video else ()
        self._windows = tuple(SlidingWindows(one, settings.window_stride) for one in sequence)
        self._frames = 0
        self._faces: list[FaceObservation] = []
        self._shots: dict[int, int] = {}
        self._ended: set[int] = set()
        self._crops: dict[str, list[Pixels]] = {one.run.detector_id: [] for one in self._image}

    @property
    def is_full(self) -> bool:
        """Whether `flush` should be called before the next frame."""
        scored = max((len(crops) for crops in self._crops.values()), default=0)
        return scored >= self._batch_size or self._frames >= self._batch_size

    def add(self, frame: Frame, found: FacesInFrame) -> None:
        """Take the faces of one frame; crops are cut now, so that the frame can go."""
        self._frames += 1
        self._ended |= found.ended
        for tracked in found.faces:
            # After a lost frame the decoder makes pixels up until the next key frame.
            rejected = Reason.FRAME_DAMAGED if frame.is_suspect else tracked.rejected
            self._shots[tracked.track_id] = found.shot
            self._faces.append(
                FaceObservation(
                    track_id=tracked.track_id,
                    frame_index=frame.frame_index,
                    time_s=frame.time_s,
                    bbox=tracked.face.bbox,
                    detection_score=tracked.face.detection_score,
                    sharpness=tracked.sharpness,
                    rejected=rejected,
                )
            )
            if rejected is None:
                self._cut(frame, tracked.face.bbox)

    def _cut(self, frame: Frame, bbox: tuple[float, float, float, float]) -> None:
        for detector in self._image:
            crop = crop_face(frame.pixels, bbox, detector.input)
            small = resize(crop, detector.input.height, detector.input.width)
            self._crops[detector.run.detector_id].append(small)

    def flush(self) -> ScoredBatch:
        """Score what was collected and start anew.

        Raises:
            DetectorError: A network failed or gave a value that is no number.
        """
        usable = [index for index, face in enumerate(self._faces) if face.rejected is None]
        faces = list(self._faces)
        columns: dict[str, npt.NDArray[np.float32]] = {}
        for detector in self._image if usable else ():
            scores, features = self._predict(detector)
            columns[detector.run.detector_id] = scores
            self._feed_windows(detector, [faces[index] for index in usable], features)
        for row, index in enumerate(usable):
            scores_of_face = {
                name: float(column[row])
                for name, column in columns.items()
                if self._is_reported(name)
            }
            faces[index] = replace(faces[index], scores=scores_of_face)
        batch = ScoredBatch(tuple(faces), self._ready_windows(), self._shots)
        self._frames, self._faces, self._shots = 0, [], {}
        self._crops = {name: [] for name in self._crops}
        return batch

    def finish(self) -> ScoredBatch:
        """Score what is left, and one last window for each track that has unscored frames."""
        batch = self.flush()
        last = tuple(window for windows in self._windows for window in windows.finish())
        return replace(batch, windows=batch.windows + last)

    def _ready_windows(self) -> tuple[WindowScore, ...]:
        """Score what is complete; a track that ended gets its last window and is forgotten."""
        ended, self._ended = sorted(self._ended), set()
        return tuple(
            window
            for windows in self._windows
            for part in (windows.take_ready(), *map(windows.finish, ended))
            for window in part
        )

    def _predict(
        self, detector: ImageDetector
    ) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.float32] | None]:
        """Run one detector over all crops, at most `batch_size` at once."""
        crops = self._crops[detector.run.detector_id]
        scores, features = [], []
        for start in range(0, len(crops), self._batch_size):
            part = crops[start : start + self._batch_size]
            predictions = detector.predict(to_batch(part, detector.input))
            scores.append(predictions.scores)
            if predictions.features is not None:
                features.append(predictions.features)
        return np.concatenate(scores), np.concatenate(features) if features else None

    def _feed_windows(
        self,
        detector: ImageDetector,
        faces: Sequence[FaceObservation],
        features: npt.NDArray[np.float32] | None,
    ) -> None:
        for windows in self._windows:
            if windows.feature_source != detector.run.detector_id or features is None:
                continue
            for face, feature in zip(faces, features, strict=True):
                windows.push(face.track_id, face.frame_index, face.time_s, feature)
