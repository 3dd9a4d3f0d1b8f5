# SPDX-License-Identifier: Apache-2.0
"""Opens files and has them analysed, one after the other."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QObject, QThread, Slot

from core.cancel import CancelToken
from core.errors import AnalysisError
from core.events import Event
from core.records import AnalysisResult, DetectorRun
from core.settings import AnalysisRequest, AnalysisSettings
from gui.models.intents import Intents
from gui.models.session import Session
from gui.states import ItemState
from gui.workers.base import Job, WorkerThread
from gui.workers.detection import Analyze, DetectionWorker, LoadTools

log = logging.getLogger(__name__)


class AnalysisController(QObject):
    """Keeps the queue: one job is with the worker, the others wait here and cancel at once.

    Attributes:
        thread_of_worker: The detection worker's.
    """

    def __init__(
        self,
        session: Session,
        intents: Intents,
        analyze: Analyze,
        load_tools: LoadTools,
        settings: AnalysisSettings,
        parent: QObject | None = None,
    ) -> None:
        """Start the worker and listen to the intents."""
        super().__init__(parent)
        self._session = session
        self._settings = settings
        self._running: Job | None = None
        self._worker = DetectionWorker(analyze, load_tools)
        self._worker.progressed.connect(self._on_progressed)
        self._worker.tools_loaded.connect(self._on_tools_loaded)
        self._worker.succeeded.connect(self._on_succeeded)
        self._worker.failed.connect(self._on_failed)
        self._worker.cancelled.connect(self._on_cancelled)
        self.thread_of_worker = WorkerThread(
            self._worker, self.tr("the analysis"), self, priority=QThread.Priority.LowPriority
        )
        intents.files_dropped.connect(self.open)
        intents.item_selected.connect(session.select)
        intents.item_cancelled.connect(self.cancel)
        intents.item_repeated.connect(self.repeat)
        intents.item_removed.connect(self.remove)
        intents.cancel_all_requested.connect(self.cancel_all)
        intents.track_selected.connect(session.select_track)

    def use_settings(self, settings: AnalysisSettings) -> None:
        """Analyse files that are opened from now on in another way."""
        self._settings = settings

    @property
    def is_busy(self) -> bool:
        """Whether a file is being analysed."""
        return self._running is not None

    @Slot(object)
    def open(self, paths: Iterable[Path]) -> None:
        """Put files on the list, select the first of them, and start."""
        added = [self._session.add(Path(path).absolute(), self._settings) for path in paths]
        if added:
            self._session.select(added[0].job_id)
        self._start_next()

    @Slot(int)
    def cancel(self, job_id: int) -> None:
        """Stop a job; the answer is seen at once, whatever the worker does."""
        item = self._session.item(job_id)
        if item is None or item.state.is_over:
            return
        if self._running is not None and self._running.job_id == job_id:
            self._running.cancel.cancel()
            self._session.set_state(job_id, ItemState.CANCELLING)
        else:
            self._session.set_state(job_id, ItemState.CANCELLED)

    @Slot()
    def cancel_all(self) -> None:
        """Stop all jobs, those that wait first."""
        for item in reversed(tuple(self._session)):
            self.cancel(item.job_id)

    @Slot(int)
    def repeat(self, job_id: int) -> None:
        """Analyse a file anew, as a new item."""
        item = self._session.item(job_id)
        if item is not None and item.state.is_over:
            self.open((item.path,))

    @Slot(int)
    def remove(self, job_id: int) -> None:
        """Take a file off the list, stopping its job first."""
        self.cancel(job_id)
        self._session.remove(job_id)

    def _start_next(self) -> None:
        if self._running is not None:
            return
        waiting = (item for item in self._session if item.state is ItemState.WAITING)
        item = next(waiting, None)
        if item is not None:
            request = AnalysisRequest(item.path, item.settings)
            self._running = Job(item.job_id, request, CancelToken())
            self._session.set_state(item.job_id, ItemState.RUNNING)
            self._worker.submitted.emit(self._running)

    @Slot(int, object)
    def _on_progressed(self, job_id: int, events: tuple[Event, ...]) -> None:
        self._session.apply(job_id, events)

    @Slot(int, object)
    def _on_tools_loaded(self, job_id: int, detectors: tuple[DetectorRun, ...]) -> None:
        self._session.set_detectors(job_id, detectors)

    @Slot(int, object)
    def _on_succeeded(self, job_id: int, result: AnalysisResult) -> None:
        self._session.finish(job_id, result)
        self._end(job_id)

    @Slot(int, object)
    def _on_failed(self, job_id: int, error: AnalysisError) -> None:
        self._session.fail(job_id, error)
        self._end(job_id)

    @Slot(int)
    def _on_cancelled(self, job_id: int) -> None:
        self._session.set_state(job_id, ItemState.CANCELLED)
        self._end(job_id)

    def _end(self, job_id: int) -> None:
        log.info("job %d is over", job_id)
        self._running = None
        self._start_next()
