# SPDX-License-Identifier: Apache-2.0
"""Fetches single frames for the viewer; of several requests that wait only the newest counts."""

from __future__ import annotations

import logging
import math
import threading
from collections.abc import Callable
from concurrent.futures import CancelledError
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import cv2
import numpy as np
from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QImage

from core.cancel import CancelToken
from core.errors import DecoderCrashedError, LimitExceededError, MediaError
from core.records import Frame, MediaInfo, Pixels
from gui.pictures import ShownFrame
from gui.workers.base import Worker

log = logging.getLogger(__name__)

# A picture with more pixels is shown smaller: painting a larger one would hold up the window.
MAX_SHOWN_PIXELS = 12_000_000


class Session(Protocol):
    """The part of `core.media.isolation.MediaSession` that the viewer needs."""

    @property
    def info(self) -> MediaInfo:
        """What probing found."""
        ...

    def frame_at(self, frame_index: int) -> Frame:
        """Decode one frame."""
        ...

    def frame_index_at(self, time_s: float) -> int:
        """Find the frame shown at a time."""
        ...

    def close(self) -> None:
        """End the child process."""
        ...


OpenSession = Callable[[Path, CancelToken], Session]


@dataclass(frozen=True, slots=True)
class FrameRequest:
    """A frame to show, by index or else by time.

    Attributes:
        request_id: Number of the request; each gets one terminal signal.
        job_id: The item that the file belongs to.
        frame_index: Wanted frame, or None to go by time.
        time_s: Wanted time; beyond the end it is the last frame.
    """

    request_id: int
    job_id: int
    path: Path
    frame_index: int | None = None
    time_s: float = 0.0


class FrameWorker(Worker):
    """Keeps one file open and decodes what is asked for.

    Signals:
        succeeded: The request's id and a ShownFrame.
        cancelled: The request's id; a newer one took its place.
    """

    _woken = Signal()

    def __init__(self, open_session: OpenSession) -> None:
        """Keep how files are opened."""
        super().__init__()
        self._open = open_session
        self._lock = threading.Lock()
        self._newest: FrameRequest | None = None
        self._cancel = CancelToken()
        self._is_stopping = False
        self._session: Session | None = None
        self._session_path: Path | None = None
        self._woken.connect(self._on_woken)

    def request(self, request: FrameRequest) -> None:
        """Ask for a frame; called from any thread, returns at once.

        A request that still waits is dropped. Opening another file is given up.
        """
        with self._lock:
            dropped, self._newest = self._newest, request
            if self._session_path not in {None, request.path}:
                self._cancel.cancel()
        if dropped is not None:
            self.cancelled.emit(dropped.request_id)
        self._woken.emit()

    def interrupt(self) -> None:
        """Override Worker.interrupt."""
        with self._lock:
            self._is_stopping = True
            self._cancel.cancel()

    def release(self) -> None:
        """Override Worker.release."""
        session, self._session = self._session, None
        with self._lock:
            self._session_path = None
        if session is not None:
            session.close()

    @Slot()
    def _on_woken(self) -> None:
        with self._lock:
            request, self._newest = self._newest, None
        if request is not None:
            self.guard(request.request_id, lambda: self._fetch(request))

    def _fetch(self, request: FrameRequest) -> ShownFrame | None:
        session = self._session_for(request.path)
        if session is None:
            return None
        try:
            index = request.frame_index
            if index is None:
                index = session.frame_index_at(request.time_s)
            return shown(request.job_id, session.frame_at(index))
        except (DecoderCrashedError, LimitExceededError):
            self.release()  # its process is gone: the next request starts another
            raise

    def _session_for(self, path: Path) -> Session | None:
        """Open a file unless it is the one that is open; None when that was given up."""
        if self._session is not None and self._session_path == path:
            return self._session
        self.release()
        with self._lock:
            if self._is_stopping:
                return None
            self._cancel = cancel = CancelToken()
            self._session_path = path
        try:
            session = self._open(path, cancel)
        except (MediaError, CancelledError):
            if cancel.is_cancelled:
                return None
            raise
        if cancel.is_cancelled:
            session.close()
            return None
        self._session = session
        return session


def shown(job_id: int, frame: Frame) -> ShownFrame:
    """Turn a frame into a picture that Qt paints quickly."""
    height, width = frame.pixels.shape[:2]
    return ShownFrame(
        job_id=job_id,
        frame_index=frame.frame_index,
        time_s=frame.time_s,
        image=to_image(frame.pixels),
        width=width,
        height=height,
        pixels=frame.pixels,
    )


def to_image(pixels: Pixels) -> QImage:
    """Copy pixels into an image in the screen's own format, made smaller when very large.

    Args:
        pixels: uint8 (height, width, 3) RGB.
    """
    height, width = pixels.shape[:2]
    if height * width > MAX_SHOWN_PIXELS:
        scale = math.sqrt(MAX_SHOWN_PIXELS / (height * width))
        size = (max(round(width * scale), 1), max(round(height * scale), 1))
        pixels = cv2.resize(pixels, size, interpolation=cv2.INTER_AREA).astype(np.uint8)
    contiguous = np.ascontiguousarray(pixels)
    height, width = contiguous.shape[:2]
    image = QImage(contiguous.data, width, height, 3 * width, QImage.Format.Format_RGB888)
    return image.convertToFormat(QImage.Format.Format_RGB32)  # a copy: the array may go
