# SPDX-License-Identifier: Apache-2.0
"""Writes reports of the selected file where the person says."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from core.errors import AnalysisError
from core.text import printable
from gui.messages import Message, error_message
from gui.models.intents import Intents
from gui.models.session import Session
from gui.workers.base import WorkerThread
from gui.workers.export import ExportJob, ExportWorker

AskFolder = Callable[[], Path | None]


class ExportController(QObject):
    """Asks for a folder, has the report written, and says where it is.

    Signals:
        told: A Message and whether it is a good one.
    """

    told = Signal(object, bool)

    def __init__(
        self,
        session: Session,
        intents: Intents,
        worker: ExportWorker,
        ask_folder: AskFolder,
        parent: QObject | None = None,
    ) -> None:
        """Start the worker and listen to the intent."""
        super().__init__(parent)
        self._session = session
        self._ask_folder = ask_folder
        self._next_id = 1
        self._worker = worker
        self._worker.succeeded.connect(self._on_succeeded)
        self._worker.failed.connect(self._on_failed)
        self.thread_of_worker = WorkerThread(worker, self.tr("the report"), self)
        intents.export_requested.connect(self.export)

    @Slot(str)
    def export(self, format_id: str) -> None:
        """Write the selected file's result in one format."""
        item = self._session.current
        if item is None or item.result is None:
            return
        folder = self._ask_folder()
        if folder is not None:
            job = ExportJob(self._next_id, item.result, folder, item.path, (format_id,))
            self._next_id += 1
            self._worker.submitted.emit(job)

    @Slot(int, object)
    def _on_succeeded(self, _export_id: int, paths: tuple[Path, ...]) -> None:
        names = "\n".join(printable(str(path)) for path in paths)
        self.told.emit(Message(self.tr("Report written"), names), True)

    @Slot(int, object)
    def _on_failed(self, _export_id: int, error: AnalysisError) -> None:
        self.told.emit(error_message(error), False)
