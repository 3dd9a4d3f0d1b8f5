# SPDX-License-Identifier: Apache-2.0
"""The whole desk: the window with all that works behind it, opened, shown and left."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QFileDialog

from core.case.folder import CASE_NAME
from core.case.recorder import Recorder
from gui import theme
from gui.controllers.analysis import AnalysisController
from gui.controllers.export import ExportController
from gui.controllers.shutdown import ShutdownController
from gui.desk.cases import CaseDesk
from gui.desk.picture import PictureDesk
from gui.desk.tools import DeskTools
from gui.lifecycle.crash import CrashedRun, CrashGuard
from gui.models.intents import Intents
from gui.models.session import Session
from gui.preferences.in_force import PreferencesInForce
from gui.preferences.records import Preferences
from gui.preferences.store import SettingsStore
from gui.services import Services
from gui.views.main_window import MainWindow
from gui.words.messages import Message, internal_error_message

MEDIA_SUFFIXES = (
    "mp4 mov m4v mkv webm avi mpg mpeg ts mts m2ts vob wmv flv 3gp ogv "
    "jpg jpeg png webp tif tiff bmp gif heic heif avif"
)


class Desk(QObject):
    """All parts of the running window, joined.

    Signals:
        error_caught: An exception that reached the top; shown, not swallowed.
    """

    error_caught = Signal(object)

    def __init__(self, services: Services, store: SettingsStore) -> None:
        """Build the window and start the workers."""
        super().__init__()
        self._store = store
        self.preferences = PreferencesInForce(store, self)
        self.session = Session(self)
        self.intents = Intents(self)
        formats = tuple((one.id, one.label) for one in services.report_formats)
        self.window = MainWindow(self.session, self.intents, formats)
        recorder = Recorder()
        self.analysis = AnalysisController(
            self.session,
            self.intents,
            recorder.logged(services.analyze),
            services.load_tools,
            services.settings,
            self,
        )
        self.picture = PictureDesk(services, store, self.session, self.intents, self.window, self)
        self.playback = self.picture.playback
        reports = (services.write_reports, services.make_previews, services.save_previews)
        self.export = ExportController(
            self.session,
            self.intents,
            reports,
            lambda: self.preferences.current.report,
            self.ask_folder,
            self,
        )
        self.cases = CaseDesk(
            services,
            store,
            self.preferences,
            self.session,
            self.intents,
            self.window,
            recorder,
            self,
        )
        self.tools = DeskTools(
            services,
            store,
            self.preferences,
            self.session,
            self.intents,
            self.analysis,
            self.window,
            self.export,
            self,
        )
        self.shutdown = ShutdownController(
            (
                self.analysis.thread_of_worker,
                *self.picture.threads,
                *self.cases.threads,
                *self.tools.threads,
            ),
            parent=self,
        )
        self._connect()
        self._restore()

    def _connect(self) -> None:
        self.export.written.connect(self.cases.cases.note_exports)
        for teller in self.picture.tellers:
            teller.told.connect(self.tools.tell)
        self.tools.preferences_changed.connect(self._on_preferences_changed)
        self.shutdown.completed.connect(self.tools.stop)
        self.intents.open_requested.connect(self._on_open_requested)
        self.window.scheme_chosen.connect(self._on_scheme_chosen)
        self.window.close_wanted.connect(self._on_close_wanted)
        self.shutdown.completed.connect(self.window.leave)
        self.shutdown.overdue.connect(self._on_overdue)
        self.error_caught.connect(self._on_error_caught)
        hints = QApplication.styleHints()
        hints.colorSchemeChanged.connect(self._on_system_scheme_changed)

    def _restore(self) -> None:
        self.window.schemes[self._store.scheme].setChecked(True)
        self._apply_scheme()
        if self._store.geometry is not None:
            self.window.restoreGeometry(self._store.geometry)
        if self._store.layout is not None:
            self.window.restore_layout(self._store.layout)

    def open(self, paths: Sequence[Path]) -> None:
        """Open what was named at the start: cases by their file, all else as evidence."""
        for path in paths:
            if path.name == CASE_NAME:
                self.cases.open(path)
        files = tuple(path for path in paths if path.name != CASE_NAME)
        if files:
            self.intents.files_dropped.emit(files)

    def guard(self, guard: CrashGuard, crashed: tuple[CrashedRun, ...]) -> None:
        """Keep what is open for the case of a crash, and offer what the last one left.

        Args:
            guard: Writes it down.
            crashed: Runs that did not end well.
        """
        recovery = self.tools.guard(guard, crashed)
        recovery.case_wanted.connect(self.cases.open)
        self.cases.cases.case_changed.connect(self._on_case_changed)

    def _on_case_changed(self) -> None:
        if self.tools.recovery is not None:
            self.tools.recovery.set_case(self.cases.cases.path)

    # Asking -------------------------------------------------------------------------------

    def ask_files(self) -> list[Path]:
        """Show the dialog for files to open."""
        patterns = " ".join(f"*.{suffix}" for suffix in MEDIA_SUFFIXES.split())
        media, every = self.tr("Images and videos"), self.tr("All files")
        filters = f"{media} ({patterns});;{every} (*)"
        start = str(self._store.folder("open") or Path.home())
        names, _ = QFileDialog.getOpenFileNames(
            self.window, self.tr("Open images or videos"), start, filters
        )
        return [Path(name) for name in names]

    def ask_folder(self) -> Path | None:
        """Show the dialog for the folder of a report."""
        start = str(self._store.folder("export") or Path.home())
        name = QFileDialog.getExistingDirectory(
            self.window, self.tr("Folder for the report (not the evidence's own)"), start
        )
        if not name:
            return None
        self._store.set_folder("export", Path(name))
        return Path(name)

    def _on_open_requested(self) -> None:
        paths = self.ask_files()
        if paths:
            self._store.set_folder("open", paths[0].parent)
            self.intents.files_dropped.emit(tuple(paths))

    # Looks --------------------------------------------------------------------------------

    def _on_scheme_chosen(self, scheme: str) -> None:
        self._store.scheme = scheme
        self._apply_scheme()

    def _on_preferences_changed(self, preferences: Preferences) -> None:
        self.window.schemes[preferences.window.scheme].setChecked(True)
        self._apply_scheme()

    def _on_system_scheme_changed(self, _scheme: Qt.ColorScheme) -> None:
        self._apply_scheme()

    def _apply_scheme(self) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            is_dark = {"light": False, "dark": True}.get(self._store.scheme)
            theme.apply(app, is_dark=is_dark)

    # Leaving ------------------------------------------------------------------------------

    def _on_close_wanted(self) -> None:
        if not self.cases.may_leave(self.window.close):
            return
        self.playback.stop()
        self._store.geometry = self.window.saveGeometry()
        layout = self.window.save_layout()
        if layout is not None:
            self._store.layout = layout
        if self.shutdown.is_overdue:
            self.window.leave()
            return
        self.window.statusBar().showMessage(self.tr("Stopping…"))
        self.shutdown.begin()

    def _on_overdue(self, busy: tuple[str, ...]) -> None:
        text = self.tr("Still busy: {0}.").format(", ".join(busy))
        advice = self.tr("Close the window again to leave without waiting.")
        self.tools.tell(Message(self.tr("Not everything has stopped"), text, advice))

    def _on_error_caught(self, error: BaseException) -> None:
        self.tools.tell(internal_error_message(error))
