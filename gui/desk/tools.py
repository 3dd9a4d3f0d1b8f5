# SPDX-License-Identifier: Apache-2.0
"""The desk's tools beside analysis and playback: settings, reports, notes, problems, recovery.

All of them are joined here, so that the desk has one line for them. Every state can be reached by
code: `settings.show(page)`, `previews.show(documents)`, `show_shortcuts()`, `show_about()` ...
"""

from __future__ import annotations

import logging

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QDialog, QTabBar

from core.evidence.custody import tool_version
from core.records import Outcome
from core.text import printable
from gui.controllers.analysis import AnalysisController
from gui.controllers.checks import ChecksController
from gui.controllers.editing import EditController
from gui.controllers.export import ExportController
from gui.controllers.previews import PreviewController
from gui.controllers.recovery import RecoveryController
from gui.controllers.settings import SettingsController
from gui.lifecycle.crash import CrashedRun, CrashGuard, read_log
from gui.models.intents import Intents
from gui.models.licences import AboutFacts
from gui.models.problems import ProblemTable
from gui.models.session import Session
from gui.preferences.in_force import PreferencesInForce
from gui.preferences.records import Preferences, ReportHeader
from gui.preferences.store import SettingsStore
from gui.services import Services
from gui.states import ItemState
from gui.views.about_dialog import AboutDialog
from gui.views.licences_dialog import LicencesDialog
from gui.views.main_window import MainWindow
from gui.views.problems_panel import problems_dock
from gui.views.recovery_bar import RecoveryBar
from gui.views.reports_menu import ReportsMenu
from gui.views.sheets import GlossarySheet, ShortcutSheet
from gui.views.status_tools import ProblemsButton, TaskStrip
from gui.views.text_dialog import TextDialog
from gui.views.verdict_panel import VerdictPanel
from gui.words.messages import Message, error_message, result_message
from gui.workers.base import WorkerThread

log = logging.getLogger(__name__)


class DeskTools(QObject):
    """Makes the tools and joins them with the window.

    Signals:
        preferences_changed: The Preferences that hold from now on.

    Attributes:
        problems: What went wrong.
        edits, export, previews, settings, checks, recovery: The controllers.
        threads: Of their workers.
    """

    preferences_changed = Signal(object)

    def __init__(
        self,
        services: Services,
        store: SettingsStore,
        preferences: PreferencesInForce,
        session: Session,
        intents: Intents,
        analysis: AnalysisController,
        window: MainWindow,
        export: ExportController,
        parent: QObject | None = None,
    ) -> None:
        """Build and connect; a problem with the settings file is told at once."""
        super().__init__(parent)
        self._preferences, self._session, self._window = preferences, session, window
        self._intents, self._analysis = intents, analysis
        self._log_folder = services.log_folder
        self._crashed: tuple[CrashedRun, ...] = ()
        self.recovery: RecoveryController | None = None
        self.problems = ProblemTable(self)
        self._told: dict[int, ItemState] = {}
        self.export = export
        self.edits = EditController(session, intents, analysis, self._author, self)
        self.previews = PreviewController(export, window, self)
        self.checks = ChecksController(services.checks, self)
        self.settings = SettingsController(
            preferences, self.checks, services.list_cards, window, self
        )
        self.dock = problems_dock(self.problems, intents, window)
        self.strip = TaskStrip(window)
        self.problems_button = ProblemsButton(self.problems, window)
        self.recovery_bar = RecoveryBar(window)
        window.statusBar().addPermanentWidget(self.strip)
        window.statusBar().addPermanentWidget(self.problems_button)
        window.add_bar(self.recovery_bar)
        self._connect_tools()
        self._connect_wishes()
        self._take_over(preferences.current)
        if store.problem is not None:
            self.tell(store.problem)

    @property
    def threads(self) -> tuple[WorkerThread, ...]:
        """Threads of the workers, for the shutdown."""
        owners = (self.export, self.previews, self.checks)
        return tuple(owner.thread_of_worker for owner in owners)

    # Joining ------------------------------------------------------------------------------

    def _connect_tools(self) -> None:
        self.export.told.connect(self.tell)
        self.export.busy_changed.connect(self.strip.show_progress)
        self.strip.stop_wanted.connect(self.export.stop)
        self.settings.told.connect(self.tell)
        self.checks.told.connect(self._on_check_told)
        self._preferences.changed.connect(self._take_over)
        self.problems_button.clicked.connect(self._intents.problems_toggled)
        self._session.item_changed.connect(self._on_item_changed)
        self._session.item_changed.connect(self._refresh_reports)
        self._session.current_changed.connect(self._refresh_reports)
        self._session.selection_changed.connect(self._refresh_reports)
        self._session.frame_changed.connect(self._refresh_marks)
        named, stack = self._window.actions_.named, self.edits.stack
        named["undo"].setIconText(self.tr("Undo"))
        named["redo"].setIconText(self.tr("Redo"))
        stack.canUndoChanged.connect(named["undo"].setEnabled)
        stack.canRedoChanged.connect(named["redo"].setEnabled)
        stack.undoTextChanged.connect(self._on_undo_text_changed)
        stack.redoTextChanged.connect(self._on_redo_text_changed)
        self.recovery_bar.reopen_wanted.connect(self._on_reopen_wanted)
        self.recovery_bar.log_wanted.connect(self.show_log)
        self.recovery_bar.dismissed.connect(self._on_dismissed)
        self._session.current_changed.connect(self._name_tab_bars)
        self._window.welcome.setAccessibleName(self.tr("Drop images or videos here"))
        self._refresh_reports()
        self._refresh_marks()

    def _connect_wishes(self) -> None:
        wishes = self._intents
        wishes.undo_requested.connect(self.edits.stack.undo)
        wishes.redo_requested.connect(self.edits.stack.redo)
        wishes.settings_requested.connect(self.settings.show)
        wishes.weights_requested.connect(self.settings.check_weights)
        wishes.shortcuts_requested.connect(self.show_shortcuts)
        wishes.glossary_requested.connect(self.show_glossary)
        wishes.about_requested.connect(self.show_about)
        wishes.licences_requested.connect(self.show_licences)
        wishes.log_requested.connect(self.show_log)
        wishes.problems_toggled.connect(self._on_problems_toggled)
        wishes.note_wanted.connect(self.begin_note)

    def _author(self) -> str:
        return self._preferences.current.report.case.operator

    def header(self) -> ReportHeader:
        """Give what stands at the head of a report now."""
        return self._preferences.current.report

    @Slot(object)
    def _take_over(self, preferences: Preferences) -> None:
        self._analysis.use_settings(preferences.analysis)
        for panel in self._window.findChildren(VerdictPanel):
            panel.notes.set_author(preferences.report.case.operator)
        self.preferences_changed.emit(preferences)

    # Telling ------------------------------------------------------------------------------

    @Slot(object, bool)
    def tell(self, message: Message, is_good: bool = False) -> None:
        """Say something above the picture; what is no good news is kept in the list too."""
        self._window.show_message(message, is_good)
        if not is_good:
            self.problems.add(message)

    @Slot(int)
    def _on_item_changed(self, job_id: int) -> None:
        """Put a file that failed on the list, once."""
        item = self._session.item(job_id)
        if item is None or self._told.get(job_id) == item.state or not item.state.is_over:
            return
        self._told[job_id] = item.state
        if item.error is not None:
            self.problems.add(error_message(item.error), item.name)
        elif item.result is not None and item.outcome is Outcome.COULD_NOT_EVALUATE:
            self.problems.add(result_message(item.result), item.name)

    @Slot()
    def _on_problems_toggled(self) -> None:
        is_seen = self.dock.isVisible() and not self.dock.visibleRegion().isEmpty()
        self.dock.setVisible(not is_seen)
        if not is_seen:
            self._share_place()
            self._bring_to_front()
            self.dock.widget().setFocus()

    def _name_tab_bars(self) -> None:
        """Name the bars that Qt makes where panels share a place."""
        for bar in self._window.findChildren(QTabBar):
            if bar.parent() is self._window:
                bar.setAccessibleName(self.tr("Panels in the same place"))

    def _share_place(self) -> None:
        """Lie behind the time line: side by side, neither of them would have room enough."""
        window, scores = self._window, self._window.panels["scores"]
        is_below = window.dockWidgetArea(self.dock) == window.dockWidgetArea(scores)
        is_alone = not window.tabifiedDockWidgets(self.dock)
        if is_below and is_alone and not (self.dock.isFloating() or scores.isFloating()):
            window.tabifyDockWidget(scores, self.dock)
            self.dock.raise_()

    def _bring_to_front(self) -> None:
        """Choose the dock's tab where it shares its place with another."""
        for bar in self._window.findChildren(QTabBar):
            titles = [bar.tabText(place) for place in range(bar.count())]
            if bar.parent() is self._window and self.dock.windowTitle() in titles:
                bar.setCurrentIndex(titles.index(self.dock.windowTitle()))

    # Following ----------------------------------------------------------------------------

    def _refresh_reports(self, _job_id: int = 0) -> None:
        for menu in self._window.findChildren(ReportsMenu):
            menu.refresh(self._session)

    def _refresh_marks(self) -> None:
        named = self._window.actions_.named
        named["bookmark"].setEnabled(self._session.frame is not None)
        named["note"].setEnabled(self._session.current is not None)

    @Slot(str)
    def _on_undo_text_changed(self, text: str) -> None:
        words = self.tr("&Undo: {0}").format(text) if text else self.tr("&Undo")
        self._window.actions_.named["undo"].setText(words)

    @Slot(str)
    def _on_redo_text_changed(self, text: str) -> None:
        words = self.tr("&Redo: {0}").format(text) if text else self.tr("&Redo")
        self._window.actions_.named["redo"].setText(words)

    # Showing ------------------------------------------------------------------------------

    def show_shortcuts(self) -> QDialog:
        """Show all keys."""
        return _opened(ShortcutSheet(self._window))

    def show_glossary(self) -> QDialog:
        """Show all terms."""
        return _opened(GlossarySheet(self._window))

    def show_about(self) -> QDialog:
        """Show what the program is made of."""
        dialog = AboutDialog(tool_version(), self._window)
        self.checks.find_versions()
        return _opened(dialog)

    def show_licences(self) -> QDialog:
        """Show whose work the program contains, and on what terms."""
        return _opened(LicencesDialog(self._window))

    @Slot(object)
    def _on_check_told(self, payload: object) -> None:
        if isinstance(payload, AboutFacts):
            for dialog in self._window.findChildren(AboutDialog):
                if not dialog.has_facts:
                    dialog.show_facts(payload)

    def show_log(self) -> QDialog:
        """Show the end of the log, and where a crashed run was."""
        parts = [read_log(self._log_folder)]
        parts += [run.trace for run in self._crashed if run.trace]
        about = printable(str(self._log_folder))
        title = self.tr("Log of the program")
        return _opened(TextDialog(title, "\n".join(filter(None, parts)), about, self._window))

    def begin_note(self) -> None:
        """Bring the field for a new note to the front."""
        for panel in self._window.findChildren(VerdictPanel):
            panel.setCurrentIndex(1)
            panel.notes.editor.setFocus()

    # After a crash ------------------------------------------------------------------------

    def guard(self, guard: CrashGuard, crashed: tuple[CrashedRun, ...]) -> RecoveryController:
        """Keep what is open for the case of a crash, and offer what an earlier one left."""
        self.recovery = RecoveryController(self._session, self._intents, guard, self)
        self._crashed = crashed
        if crashed:
            n_files = len({one.path for run in crashed for one in run.files})
            self.recovery_bar.offer(crashed[-1].started_at, n_files)
        return self.recovery

    @Slot()
    def _on_reopen_wanted(self) -> None:
        if self.recovery is not None:
            self.recovery.reopen(self._crashed)
        self._on_dismissed()

    @Slot()
    def _on_dismissed(self) -> None:
        self.recovery_bar.hide()
        for run in self._crashed:
            run.forget()
        self._crashed = ()

    def stop(self) -> None:
        """End well."""
        if self.recovery is not None:
            self.recovery.stop()


def _opened(dialog: QDialog) -> QDialog:
    dialog.open()
    return dialog
