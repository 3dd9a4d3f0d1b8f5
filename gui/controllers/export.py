# SPDX-License-Identifier: Apache-2.0
"""Writes reports where the person says, and makes the PDFs that are looked at first."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from core.cancel import CancelToken
from core.errors import AnalysisError
from core.text import printable
from gui.models.evidence import EvidenceItem
from gui.models.intents import Intents
from gui.models.session import Session
from gui.preferences.records import ReportHeader
from gui.states import ReportProgress
from gui.words.messages import Message, error_message
from gui.workers.base import WorkerThread
from gui.workers.export import (
    Document,
    ExportJob,
    PreviewJob,
    ReportItem,
    SaveJob,
    Written,
)
from gui.workers.tasks import Task, TaskWorker, Tell, Work

AskFolder = Callable[[], Path | None]
Write = Callable[[ExportJob, CancelToken, Tell], Written | None]
MakePreviews = Callable[[PreviewJob, CancelToken, Tell], tuple[Document, ...] | None]
SavePreviews = Callable[[SaveJob, CancelToken, Tell], Written | None]

# More PDFs than this are not looked at before they are written, and would fill the memory.
MOST_PREVIEWS = 24
_MOST_NAMES = 4


class ExportController(QObject):
    """One task at a time is with the worker; the others wait, and all can be stopped.

    Signals:
        told: A Message and whether it is a good one.
        busy_changed: A ReportProgress, or None when nothing is being written.
        previews_made: The documents (tuple of Document) to look at.
        saved: Documents that were looked at are written.
        written: Paths (tuple of Path) of all files that are there now.
    """

    told = Signal(object, bool)
    busy_changed = Signal(object)
    previews_made = Signal(object)
    saved = Signal()
    written = Signal(object)

    def __init__(
        self,
        session: Session,
        intents: Intents,
        reports: tuple[Write, MakePreviews, SavePreviews],
        header: Callable[[], ReportHeader],
        ask_folder: AskFolder,
        parent: QObject | None = None,
    ) -> None:
        """Start the worker and listen to the intents.

        Args:
            session: What is open.
            intents: Told what is wished.
            reports: How reports are written, previewed, and saved after a preview.
            header: Gives what stands at the head of a report now.
            ask_folder: Asks where to write; None when the person gave up.
            parent: Owner.
        """
        super().__init__(parent)
        self._session = session
        self._write, self._make_previews, self._save_previews = reports
        self._header = header
        self._ask_folder = ask_folder
        self._next_id = 1
        self._open: dict[int, CancelToken] = {}
        self._worker = TaskWorker()
        self._worker.progressed.connect(self._on_progressed)
        self._worker.succeeded.connect(self._on_succeeded)
        self._worker.failed.connect(self._on_failed)
        self._worker.cancelled.connect(self._on_cancelled)
        self.thread_of_worker = WorkerThread(self._worker, self.tr("the report"), self)
        intents.export_requested.connect(self.export)
        intents.reports_requested.connect(self.write)
        intents.preview_requested.connect(self.preview)

    @property
    def is_busy(self) -> bool:
        """Whether something is being written."""
        return bool(self._open)

    def items(self, scope: str) -> tuple[EvidenceItem, ...]:
        """Give the items of a scope ("current", "selected" or "all") that have a result."""
        match scope:
            case "current":
                chosen = [self._session.current] if self._session.current else []
            case "selected":
                chosen = [
                    item for one in self._session.selected if (item := self._session.item(one))
                ]
            case _:
                chosen = list(self._session)
        return tuple(item for item in chosen if item.result is not None)

    @Slot(str)
    def export(self, format_id: str) -> None:
        """Write the selected file's result in one format."""
        self.write("current", (format_id,))

    @Slot(str, object)
    def write(self, scope: str, formats: tuple[str, ...]) -> None:
        """Ask for a folder and write reports there."""
        items = self._report_items(scope)
        folder = self._ask_folder() if items else None
        if folder is not None:
            job = ExportJob(items, folder, formats, self._header_for(items))
            self._submit(lambda cancel, tell: self._write(job, cancel, tell))

    @Slot(str)
    def preview(self, scope: str) -> None:
        """Make the PDFs of a scope to look at."""
        items = self._report_items(scope)
        if len(items) > MOST_PREVIEWS:
            text = self.tr("{0} files are too many for a preview; at most {1} are shown.")
            advice = self.tr("Select fewer, or write the reports without a preview.")
            title = self.tr("Too many for a preview")
            self.told.emit(Message(title, text.format(len(items), MOST_PREVIEWS), advice), False)
        elif items:
            job = PreviewJob(items, self._header_for(items))
            self._submit(lambda cancel, tell: self._make_previews(job, cancel, tell))

    @Slot(object)
    def save(self, documents: tuple[Document, ...]) -> None:
        """Ask for a folder and write documents as they were seen."""
        folder = self._ask_folder()
        if folder is not None:
            job = SaveJob(documents, folder)
            self._submit(lambda cancel, tell: self._save_previews(job, cancel, tell))

    @Slot()
    def stop(self) -> None:
        """Stop everything; what is written already stays."""
        for cancel in self._open.values():
            cancel.cancel()

    def _report_items(self, scope: str) -> tuple[ReportItem, ...]:
        return tuple(
            ReportItem(item.result, item.path, item.annotations)
            for item in self.items(scope)
            if item.result is not None
        )

    def _header_for(self, items: tuple[ReportItem, ...]) -> ReportHeader:
        """Give the header; one item's number is not printed on the reports of several."""
        header = self._header()
        return header if len(items) == 1 else header.of_item("")

    def _submit(self, work: Work) -> None:
        task = Task(self._next_id, work, CancelToken())
        self._open[task.task_id] = task.cancel
        self._next_id += 1
        self.busy_changed.emit(ReportProgress(0, 1, ""))
        self._worker.submitted.emit(task)

    def _end(self, task_id: int) -> None:
        self._open.pop(task_id, None)
        if not self._open:
            self.busy_changed.emit(None)

    @Slot(int, object)
    def _on_progressed(self, _task_id: int, progress: ReportProgress) -> None:
        self.busy_changed.emit(progress)

    @Slot(int, object)
    def _on_succeeded(self, task_id: int, result: Written | tuple[Document, ...]) -> None:
        self._end(task_id)
        if isinstance(result, Written):
            self.told.emit(*self._told_of(result))
            self.saved.emit()
            self.written.emit(result.paths)
        else:
            self.previews_made.emit(result)

    def _told_of(self, written: Written) -> tuple[Message, bool]:
        names = [printable(str(path)) for path in written.paths]
        if len(names) > _MOST_NAMES:
            folder = printable(str(written.paths[0].parent))
            names = [self.tr("{0} files in {1}").format(len(names), folder)]
        if not written.left_out:
            return Message(self.tr("Report written"), "\n".join(names)), True
        advice = self.tr("Not written: {0}.").format(
            printable(", ".join(written.left_out[:_MOST_NAMES]))
        )
        return Message(self.tr("Stopped: a part is written"), "\n".join(names), advice), False

    @Slot(int, object)
    def _on_failed(self, task_id: int, error: AnalysisError) -> None:
        self._end(task_id)
        self.told.emit(error_message(error), False)

    @Slot(int)
    def _on_cancelled(self, task_id: int) -> None:
        self._end(task_id)
        self.told.emit(Message(self.tr("Stopped"), self.tr("No report was written.")), True)
