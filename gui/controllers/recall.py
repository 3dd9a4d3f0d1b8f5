# SPDX-License-Identifier: Apache-2.0
"""Shows files with the results of earlier analyses; nothing is analysed again."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from core.case.checking import EvidenceCheck
from core.errors import AnalysisError
from core.evidence.annotations import Annotations
from core.settings import AnalysisSettings
from gui.controllers.inbox import Inbox
from gui.models.evidence import EvidenceItem
from gui.models.session import Session
from gui.workers.base import WorkerThread
from gui.workers.results import CheckJob, ReadJob, Recalled, ResultWorker


class RecallController(QObject):
    """Reads results on a thread of its own and gives them to the session in small parts.

    Signals:
        recalled: A job id; its result is there, or it failed.
        settled: All that was asked for is there, and all files were looked at.
    """

    recalled = Signal(int)
    settled = Signal()

    def __init__(
        self, session: Session, settings: AnalysisSettings, parent: QObject | None = None
    ) -> None:
        """Start the worker."""
        super().__init__(parent)
        self._session = session
        self._settings = settings
        self._open: set[int] = set()
        self._worker = ResultWorker()
        self._worker.succeeded.connect(self._on_succeeded)
        self._worker.failed.connect(self._on_failed)
        self._worker.cancelled.connect(self._on_cancelled)
        self._worker.checked.connect(self._on_checked)
        self.thread_of_worker = WorkerThread(self._worker, self.tr("the results' reader"), self)
        self._inbox = Inbox(self)

    def recall(
        self, path: Path, result_file: Path, annotations: Annotations | None = None
    ) -> EvidenceItem:
        """Put a file on the list and have its result read."""
        item = self._session.recall(path, self._settings, annotations)
        self._open.add(item.job_id)
        self._worker.submitted.emit(ReadJob(item.job_id, result_file, path))
        return item

    def check(self, item: EvidenceItem) -> None:
        """Have a file hashed and compared with what was analysed."""
        if item.result is not None:
            file = item.result.file
            self._open.add(-item.job_id)
            job = CheckJob(item.job_id, item.path, file.size_bytes, file.sha256_before)
            self._worker.check_wanted.emit(job)

    def forget(self) -> None:
        """Take in nothing more of what was asked for."""
        self._inbox.clear()
        self._open.clear()

    def use_settings(self, settings: AnalysisSettings) -> None:
        """Take other settings for a file that is to be analysed again."""
        self._settings = settings

    @Slot(int, object)
    def _on_succeeded(self, job_id: int, recalled: Recalled) -> None:
        if job_id not in self._open:
            return
        for part in recalled.parts:
            self._inbox.put(partial(self._session.apply, job_id, part))
        self._inbox.put(lambda: self._finish(job_id, recalled))

    def _finish(self, job_id: int, recalled: Recalled) -> None:
        self._session.set_check(job_id, recalled.check)
        self._session.finish(job_id, recalled.result)
        self._end(job_id)

    @Slot(int, object)
    def _on_failed(self, job_id: int, error: AnalysisError) -> None:
        if job_id in self._open:
            self._session.fail(job_id, error)
            self._end(job_id)

    @Slot(int)
    def _on_cancelled(self, job_id: int) -> None:
        self._open.discard(job_id)

    def _end(self, job_id: int) -> None:
        self._open.discard(job_id)
        self.recalled.emit(job_id)
        self._tell_settled()

    @Slot(int, object)
    def _on_checked(self, job_id: int, check: EvidenceCheck) -> None:
        if -job_id in self._open:
            self._open.discard(-job_id)
            self._session.set_check(job_id, check)
            self._tell_settled()

    def _tell_settled(self) -> None:
        if not self._open:
            self.settled.emit()
