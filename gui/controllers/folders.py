# SPDX-License-Identifier: Apache-2.0
"""Opens the media files of a folder as if dropped one by one; those of a large one as a batch."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from core.cancel import CancelToken
from core.errors import AnalysisError
from core.text import printable
from gui.models.intents import Intents
from gui.words.messages import Message, error_message
from gui.workers.base import WorkerThread
from gui.workers.folders import MOST_FILES, FolderJob, FolderListing, FolderWorker

AskFolder = Callable[[], Path | None]


class FolderController(QObject):
    """Asks for a folder, has it listed, and opens what was found.

    Signals:
        told: A Message and whether it is a good one.

    Attributes:
        thread_of_worker: The folder worker's.
    """

    told = Signal(object, bool)

    def __init__(
        self, intents: Intents, ask_folder: AskFolder, parent: QObject | None = None
    ) -> None:
        """Start the worker and listen to the intents."""
        super().__init__(parent)
        self._intents = intents
        self._ask_folder = ask_folder
        self._next_id = 1
        self._worker = FolderWorker()
        self._worker.succeeded.connect(self._on_succeeded)
        self._worker.failed.connect(self._on_failed)
        self.thread_of_worker = WorkerThread(self._worker, self.tr("the folder's list"), self)
        intents.folder_requested.connect(self.ask)
        intents.folders_dropped.connect(self.open)

    @Slot()
    def ask(self) -> None:
        """Ask for a folder and open its files."""
        folder = self._ask_folder()
        if folder is not None:
            self.open((folder,))

    @Slot(object)
    def open(self, folders: Iterable[Path]) -> None:
        """Open the files of folders."""
        for folder in folders:
            self._worker.submitted.emit(FolderJob(self._next_id, folder, CancelToken()))
            self._next_id += 1

    @Slot(int, object)
    def _on_succeeded(self, _job_id: int, listing: FolderListing) -> None:
        name = printable(listing.folder.name or str(listing.folder))
        if listing.has_more:
            title = self.tr("{0} has more than {1} files").format(name, MOST_FILES)
            self.told.emit(Message(title, self.tr("They are analysed as a batch.")), True)
            self._intents.batch_folder_dropped.emit(listing.folder)
        elif listing.paths:
            self._intents.files_dropped.emit(listing.paths)
        else:
            title = self.tr("Nothing to open in {0}").format(name)
            text = self.tr("There is no image or video in this folder or in those inside it.")
            self.told.emit(Message(title, text), False)

    @Slot(int, object)
    def _on_failed(self, _job_id: int, error: AnalysisError) -> None:
        self.told.emit(error_message(error), False)
