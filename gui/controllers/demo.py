# SPDX-License-Identifier: Apache-2.0
"""The demo: a clip with a known manipulated span is made, then opened as any file is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from core.cancel import CancelToken
from core.demo import DemoClip
from core.errors import AnalysisError
from core.text import printable
from gui.models.intents import Intents
from gui.words.formatting import format_span
from gui.words.messages import Message, error_message
from gui.workers.base import WorkerThread
from gui.workers.demo import DemoJob, DemoWorker, MakeClip

AskFolder = Callable[[], Path | None]


class DemoController(QObject):
    """Has the clip made where the person says, or in the program's own data folder.

    Signals:
        busy_changed: Whether a clip is being made.
        told: A Message and whether it is a good one.
    """

    busy_changed = Signal(bool)
    told = Signal(object, bool)

    def __init__(
        self,
        intents: Intents,
        make_clip: MakeClip,
        usual_folder: Callable[[], Path],
        ask_folder: AskFolder,
        parent: QObject | None = None,
    ) -> None:
        """Start the worker and listen to the intents."""
        super().__init__(parent)
        self._intents = intents
        self._usual_folder = usual_folder
        self._ask_folder = ask_folder
        self._next_id = 1
        self._job: DemoJob | None = None
        self._worker = DemoWorker(make_clip)
        self._worker.succeeded.connect(self._on_succeeded)
        self._worker.failed.connect(self._on_failed)
        self._worker.cancelled.connect(self._on_over)
        self.thread_of_worker = WorkerThread(self._worker, self.tr("the demo clip"), self)
        intents.demo_requested.connect(self.make_in_usual_place)
        intents.demo_folder_requested.connect(self.make_where_asked)
        intents.demo_cancelled.connect(self.cancel)

    @property
    def is_busy(self) -> bool:
        """Whether a clip is being made."""
        return self._job is not None

    @Slot()
    def make_in_usual_place(self) -> None:
        """Make the clip in the program's own data folder."""
        if not self.is_busy:
            self._make(self._usual_folder())

    @Slot()
    def make_where_asked(self) -> None:
        """Ask for a folder and make the clip there."""
        folder = None if self.is_busy else self._ask_folder()
        if folder is not None:
            self._make(folder)

    @Slot()
    def cancel(self) -> None:
        """Give up what is being made."""
        if self._job is not None:
            self._job.cancel.cancel()

    def _make(self, folder: Path) -> None:
        self._job = DemoJob(self._next_id, folder, CancelToken())
        self._next_id += 1
        self.busy_changed.emit(True)
        self._worker.submitted.emit(self._job)

    @Slot(int, object)
    def _on_succeeded(self, _job_id: int, clip: DemoClip) -> None:
        self._on_over()
        span = format_span(clip.manipulated_start_s, clip.manipulated_end_s)
        text = self.tr(
            "The face is manipulated from {0}: we know, because we made it so. The clip is at {1}."
        ).format(span, printable(str(clip.path)))
        self.told.emit(Message(self.tr("This is the demo clip"), text), True)
        self._intents.files_dropped.emit((clip.path,))

    @Slot(int, object)
    def _on_failed(self, _job_id: int, error: AnalysisError) -> None:
        self._on_over()
        self.told.emit(error_message(error), False)

    @Slot(int)
    def _on_over(self, _job_id: int = 0) -> None:
        self._job = None
        self.busy_changed.emit(False)
