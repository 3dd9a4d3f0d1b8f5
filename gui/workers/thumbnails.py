# SPDX-License-Identifier: Apache-2.0
"""Reads key frames in small through a decoder of its own; the newest file's are wanted."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator
from concurrent.futures import CancelledError
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

import cv2
import numpy as np
from PySide6.QtCore import Signal, Slot

from core.cancel import CancelToken
from core.errors import CorruptMediaError, MediaChangedError, MediaError
from core.evidence.key_frames import choose_key_frames
from core.records import AnalysisResult, BBox, Pixels
from gui.pictures import Thumbnail
from gui.workers.base import Worker
from gui.workers.courtesy import step_back
from gui.workers.frames import OpenSession, Session, to_image

log = logging.getLogger(__name__)

# Twice the size at which they are drawn, for screens at 200 %.
WIDTH_PX, HEIGHT_PX = 184, 124
# Height of the part shown, in heights of the face: enough to see whose face it is and where.
CONTEXT = 1.9
_SAME_TIME_S = 1e-3


@dataclass(frozen=True, slots=True, eq=False)
class ThumbnailRequest:
    """The key frames of one file.

    Attributes:
        request_id: Number of the request; each gets one terminal signal.
        result: Of the analysis; the frames are chosen by it, as for a report.
        detector_id: Whose score stands beside a frame, where it has one.
    """

    request_id: int
    job_id: int
    path: Path
    result: AnalysisResult
    detector_id: str | None


@dataclass(frozen=True, slots=True, eq=False)
class _Wanted:
    row: Thumbnail
    bbox: BBox


class ThumbnailWorker(Worker):
    """Opens a file, reads its key frames in order, and closes it again.

    Signals:
        progressed: A request's id and first all rows without pictures (tuple of Thumbnail), then
            a Thumbnail with its picture, one after the other.
        succeeded: A request's id and how many could not be read again (int).
        cancelled: A request's id; a newer one took its place.
    """

    _woken = Signal()

    def __init__(self, open_session: OpenSession) -> None:
        """Keep how files are opened."""
        super().__init__()
        self._open = open_session
        self._lock = threading.Lock()
        self._newest: ThumbnailRequest | None = None
        self._cancel = CancelToken()
        self._is_stopping = False
        self._woken.connect(self._on_woken)

    def prepare(self) -> None:
        """Override Worker.prepare."""
        step_back()

    def request(self, request: ThumbnailRequest) -> None:
        """Ask for key frames; called from any thread. What is under way is given up."""
        with self._lock:
            dropped, self._newest = self._newest, request
            self._cancel.cancel()
        if dropped is not None:
            self.cancelled.emit(dropped.request_id)
        self._woken.emit()

    def stop_reading(self) -> None:
        """Give up what is under way and what waits; called from any thread."""
        with self._lock:
            dropped, self._newest = self._newest, None
            self._cancel.cancel()
        if dropped is not None:
            self.cancelled.emit(dropped.request_id)

    def interrupt(self) -> None:
        """Override Worker.interrupt."""
        with self._lock:
            self._is_stopping = True
        self.stop_reading()

    @Slot()
    def _on_woken(self) -> None:
        with self._lock:
            request, self._newest = self._newest, None
            self._cancel = cancel = CancelToken()
            if self._is_stopping:
                cancel.cancel()
        if request is not None:
            self.guard(request.request_id, lambda: self._read(request, cancel))

    def _read(self, request: ThumbnailRequest, cancel: CancelToken) -> int | None:
        wanted = _choose(request)
        self.progressed.emit(request.request_id, tuple(one.row for one in wanted))
        if not wanted:
            return 0
        try:
            session = self._open(request.path, cancel)
        except (MediaError, CancelledError):
            if cancel.is_cancelled:
                return None
            raise
        n_missing = 0
        with closing(session):
            if session.info.sha256 != request.result.file.sha256_before:
                raise MediaChangedError(
                    "The file now has other content than the file that was analysed.",
                    advice="Analyse it again.",
                )
            for one in _fetched(session, wanted, cancel):
                n_missing += one.image is None
                self.progressed.emit(request.request_id, one)
        return None if cancel.is_cancelled else n_missing


def _choose(request: ThumbnailRequest) -> tuple[_Wanted, ...]:
    """Choose the frames; of a long video that takes too long for the window's thread."""
    wanted = []
    for choice in choose_key_frames(request.result):
        face = next((one for one in choice.faces if one.track_id == choice.track_id), None)
        if face is None:
            continue
        any_score = next(iter(face.scores.values()), None)
        row = Thumbnail(
            request.job_id,
            choice.track_id,
            choice.frame_index,
            choice.time_s,
            choice.reason,
            face.scores.get(request.detector_id or "", any_score),
            None,
        )
        wanted.append(_Wanted(row, face.bbox))
    return tuple(wanted)


def _fetched(
    session: Session, wanted: tuple[_Wanted, ...], cancel: CancelToken
) -> Iterator[Thumbnail]:
    """Read in order of the frames, since going back costs a seek."""
    for one in sorted(wanted, key=lambda one: one.row.frame_index):
        if cancel.is_cancelled:
            return
        try:
            frame = session.frame_at(one.row.frame_index)
        except CorruptMediaError as error:
            log.info("a key frame is missing: %s", error)
            continue_with = one.row
        else:
            is_same = abs(frame.time_s - one.row.time_s) <= _SAME_TIME_S
            image = to_image(cut(frame.pixels, one.bbox)) if is_same else None
            continue_with = replace(one.row, image=image)
        yield continue_with


def cut(pixels: Pixels, bbox: BBox) -> Pixels:
    """Cut out a face with its surroundings, within the frame.

    Args:
        pixels: uint8 (height, width, 3) RGB.
        bbox: Of the face.

    Returns:
        uint8 (HEIGHT_PX, WIDTH_PX, 3) RGB.
    """
    frame_height, frame_width = pixels.shape[:2]
    x0, y0, x1, y1 = bbox
    height = max(CONTEXT * (y1 - y0), CONTEXT * (x1 - x0) * HEIGHT_PX / WIDTH_PX, 8.0)
    height = min(height, frame_height, frame_width * HEIGHT_PX / WIDTH_PX)
    width = height * WIDTH_PX / HEIGHT_PX
    left = min(max((x0 + x1 - width) / 2, 0.0), frame_width - width)
    top = min(max((y0 + y1 - height) / 2, 0.0), frame_height - height)
    rows = slice(int(top), max(int(top + height), int(top) + 1))
    columns = slice(int(left), max(int(left + width), int(left) + 1))
    part = pixels[rows, columns]
    method = cv2.INTER_AREA if part.shape[0] > HEIGHT_PX else cv2.INTER_LINEAR
    small = cv2.resize(part, (WIDTH_PX, HEIGHT_PX), interpolation=method)
    return np.asarray(small, dtype=np.uint8)
