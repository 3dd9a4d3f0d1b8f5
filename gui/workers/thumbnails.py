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
from core.records import BBox, Pixels
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


@dataclass(frozen=True, slots=True)
class WantedThumbnail:
    """A key frame to read: its row without a picture, and where the face is."""

    row: Thumbnail
    bbox: BBox


@dataclass(frozen=True, slots=True)
class ThumbnailRequest:
    """The key frames of one file.

    Attributes:
        request_id: Number of the request; each gets one terminal signal.
        sha256: Of the file that was analysed; another file's frames would be a lie.
    """

    request_id: int
    path: Path
    sha256: str | None
    wanted: tuple[WantedThumbnail, ...]


class ThumbnailWorker(Worker):
    """Opens a file, reads its key frames in order, and closes it again.

    Signals:
        progressed: A request's id and a Thumbnail with its picture.
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
        try:
            session = self._open(request.path, cancel)
        except (MediaError, CancelledError):
            if cancel.is_cancelled:
                return None
            raise
        n_missing = 0
        with closing(session):
            if request.sha256 is not None and session.info.sha256 != request.sha256:
                raise MediaChangedError(
                    "The file now has other content than the file that was analysed.",
                    advice="Analyse it again.",
                )
            for one in _fetched(session, request.wanted, cancel):
                n_missing += one.image is None
                self.progressed.emit(request.request_id, one)
        return None if cancel.is_cancelled else n_missing


def _fetched(
    session: Session, wanted: tuple[WantedThumbnail, ...], cancel: CancelToken
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
