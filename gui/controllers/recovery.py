# SPDX-License-Identifier: Apache-2.0
"""Keeps the list of open files for the case of a crash, and offers it at the next start."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from gui.lifecycle.crash import CrashedRun, CrashGuard, OpenFile
from gui.models.intents import Intents
from gui.models.session import Session

# Changes that come together are written once.
WRITE_AFTER_MS = 500


class RecoveryController(QObject):
    """Writes what is open a moment after it changed.

    Signals:
        case_wanted: Folder of the case that was open when the program crashed.
    """

    case_wanted = Signal(object)

    def __init__(
        self, session: Session, intents: Intents, guard: CrashGuard, parent: QObject | None = None
    ) -> None:
        """Follow the session."""
        super().__init__(parent)
        self._session, self._intents, self._guard = session, intents, guard
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WRITE_AFTER_MS)
        self._timer.timeout.connect(self.write)
        session.item_added.connect(self._on_changed)
        session.item_removed.connect(self._on_changed)
        session.annotations_changed.connect(self._on_changed)

    def set_case(self, folder: Path | None) -> None:
        """Note which case is open."""
        self._guard.case = folder
        self._on_changed()

    @Slot()
    def write(self) -> None:
        """Write what is open now."""
        self._guard.keep(tuple(OpenFile(item.path, item.annotations) for item in self._session))

    def reopen(self, runs: tuple[CrashedRun, ...]) -> None:
        """Open the files of crashed runs again, with their notes and bookmarks.

        A case has its own files, so that it is opened in their place: the last one of several.
        """
        files = {one.path: one for run in runs if run.case is None for one in run.files}
        before = {item.job_id for item in self._session}
        if files:
            self._intents.files_dropped.emit(tuple(files))
        for item in self._session:
            if item.job_id not in before and item.path in files:
                self._session.annotate(item.job_id, files[item.path].annotations)
        cases = [run.case for run in runs if run.case is not None]
        if cases:
            self.case_wanted.emit(cases[-1])

    def stop(self) -> None:
        """End well: nothing is left to offer."""
        self._timer.stop()
        self._guard.close()

    def _on_changed(self, _job_id: int = 0) -> None:
        self._timer.start()
