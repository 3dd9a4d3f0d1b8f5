# SPDX-License-Identifier: Apache-2.0
"""Chooses the selected file's key frames once it is analysed and has them read in small."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from core.errors import AnalysisError
from core.records import AnalysisResult
from core.text import printable
from gui.models.evidence import EvidenceItem
from gui.models.session import Session
from gui.pictures import Thumbnail
from gui.workers.base import WorkerThread
from gui.workers.frames import OpenSession
from gui.workers.thumbnails import ThumbnailRequest, ThumbnailWorker


class KeyFrameController(QObject):
    """Fills the strip of thumbnails; the frames are the ones that a report shows.

    Attributes:
        thread_of_worker: The thumbnail worker's.
    """

    def __init__(
        self,
        session: Session,
        open_session: OpenSession,
        parent: QObject | None = None,
    ) -> None:
        """Start the worker and follow the session."""
        super().__init__(parent)
        self._session = session
        self._model = session.key_frames
        self._shown_for: AnalysisResult | None = None
        self._next_id = 1
        self._worker = ThumbnailWorker(open_session)
        self._worker.progressed.connect(self._on_progressed)
        self._worker.succeeded.connect(self._on_succeeded)
        self._worker.failed.connect(self._on_failed)
        self.thread_of_worker = WorkerThread(self._worker, self.tr("the key frames"), self)
        session.current_changed.connect(self.refresh)
        session.item_changed.connect(self._on_item_changed)

    @Slot()
    def refresh(self) -> None:
        """Show the key frames of the current item, unless they are shown already."""
        item = self._session.current
        result = item.result if item else None
        if result is None or item is None:
            self._shown_for = None
            self._worker.stop_reading()
            self._model.begin(words=self._words_before(item))
        elif result is not self._shown_for:
            self._shown_for = result
            self._begin(item, result)

    def _words_before(self, item: EvidenceItem | None) -> str:
        if item is None or item.state.is_over:
            return self.tr("No key frames: there is no result.")
        return self.tr("Key frames are chosen when the analysis is complete.")

    def _begin(self, item: EvidenceItem, result: AnalysisResult) -> None:
        self._model.begin(words=self.tr("Choosing key frames…"))
        self._worker.request(
            ThumbnailRequest(self._next_id, item.job_id, item.path, result, item.deciding_detector)
        )
        self._next_id += 1

    @Slot(int)
    def _on_item_changed(self, job_id: int) -> None:
        item = self._session.current
        if item is not None and item.job_id == job_id:
            self.refresh()

    def _is_newest(self, request_id: int) -> bool:
        return self._shown_for is not None and request_id == self._next_id - 1

    @Slot(int, object)
    def _on_progressed(self, request_id: int, what: tuple[Thumbnail, ...] | Thumbnail) -> None:
        if not self._is_newest(request_id):
            return
        if isinstance(what, Thumbnail):
            self._model.fill(what)
        else:
            words = "" if what else self.tr("No key frames: no face was found.")
            self._model.begin(what, words)

    @Slot(int, object)
    def _on_succeeded(self, request_id: int, n_missing: int) -> None:
        if self._is_newest(request_id) and n_missing:
            words = self.tr("Some key frames could not be read again.")
            self._model.begin([one for one in self._model.rows if one.image is not None], words)

    @Slot(int, object)
    def _on_failed(self, request_id: int, error: AnalysisError) -> None:
        if self._is_newest(request_id):
            self._model.begin(words=printable(f"{error.message} {error.advice}".strip()))
