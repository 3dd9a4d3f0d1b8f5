# SPDX-License-Identifier: Apache-2.0
"""The desk's part that knows cases and batches: their controllers, window, menu and questions."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog

from core.batch.options import BatchOptions
from core.case.folder import CASE_NAME
from core.case.recorder import Recorder
from core.dossier import CaseFacts
from core.settings import AnalysisSettings
from core.text import printable
from gui.controllers.batch import BatchController
from gui.controllers.case import CaseController
from gui.controllers.recall import RecallController
from gui.models.batch import BatchPlace
from gui.models.intents import Intents
from gui.models.session import Session
from gui.preferences.in_force import PreferencesInForce
from gui.preferences.records import Preferences
from gui.preferences.store import SettingsStore
from gui.services import Services
from gui.views.batch_window import BatchWindow
from gui.views.case_menu import CaseMenu, CaseWishes
from gui.views.main_window import MainWindow
from gui.views.question_bar import QuestionBar
from gui.words.messages import Message
from gui.workers.base import WorkerThread
from gui.workers.batch import BatchWorker

MOST_RECENT = 8
BATCH_FORMATS = ("json", "csv")


class CaseDesk(QObject):
    """Joins cases and batches to the window.

    Attributes:
        recorder: To be put around the analysis, so that a case's log has its events.
        batches, cases, recall: The controllers.
        batch_window: The batch.
        question: Asks what becomes of an untitled session.
        menu: The case menu.
    """

    def __init__(
        self,
        services: Services,
        store: SettingsStore,
        preferences: PreferencesInForce,
        session: Session,
        intents: Intents,
        window: MainWindow,
        recorder: Recorder,
        parent: QObject | None = None,
    ) -> None:
        """Build it and join it to the window."""
        super().__init__(parent)
        self._store, self._session, self._window = store, session, window
        self._intents, self._preferences = intents, preferences
        self.recorder = recorder
        self.recall = RecallController(session, services.settings, self)
        self.batches = BatchController(
            intents,
            BatchWorker(services.run_batch, recorder.batch_log),
            self._options_of,
            self._out_for,
            self,
        )
        self.cases = CaseController(
            session, self.batches, self.recall, recorder, services.settings, self
        )
        self.batch_window = BatchWindow(self.batches.model, intents)
        self.question = QuestionBar()
        self._is_asked = False
        wishes = CaseWishes(
            self._create, self._open, self.open, self._save_as, self._close, self._recent
        )
        self.menu = CaseMenu(window, window.actions_, intents, wishes)
        center = window.centralWidget()
        layout = center.layout() if center else None
        if layout is not None:
            layout.insertWidget(0, self.question)  # type: ignore[attr-defined]
        self._connect()

    @property
    def threads(self) -> tuple[WorkerThread, ...]:
        """The threads to be stopped; the case's is last and waits for the others' lines."""
        parts = (self.batches, self.recall, self.cases)
        return tuple(part.thread_of_worker for part in parts)

    def _connect(self) -> None:
        intents = self._intents
        self.cases.told.connect(self._window.show_message)
        self.batches.told.connect(self.batch_window.show_message)
        self.batches.shown.connect(self.batch_window.bring_up)
        self.batches.result_wanted.connect(self._on_result_wanted)
        self.cases.case_changed.connect(self._on_case_changed)
        self._preferences.changed.connect(self._on_preferences_changed)
        self._preferences.case_edited.connect(self._on_case_edited)
        self._on_preferences_changed(self._preferences.current)
        self._session.current_changed.connect(self._show_title)
        intents.batch_folder_requested.connect(self._on_folder_requested)
        intents.batch_requested.connect(self._on_batch_requested)
        intents.batch_wanted.connect(self.batch_window.bring_up)
        self.batches.place_changed.connect(self._show_places)
        self.batches.model.changed.connect(self._show_places)
        self.batch_window.panel.head.chooser.activated.connect(self.batches.choose)

    # The batch ----------------------------------------------------------------------------

    def _options_of(self, place: BatchPlace) -> BatchOptions:
        return BatchOptions(
            place.folder,
            place.out,
            self.cases.settings,
            BATCH_FORMATS,
            place.scope,
            resume=True,
            case=self.cases.facts,
        )

    def _out_for(self, folder: Path) -> Path | None:
        """Give the place for a batch's results: in the case, or where the person says."""
        if self.cases.path is not None:
            return self.cases.out_for(folder)
        return self._ask_folder(
            "export", self.tr("Folder for the results of the batch (not the evidence's own)")
        )

    def _on_folder_requested(self) -> None:
        folder = self._ask_folder("open", self.tr("Folder to analyse, with all folders in it"))
        if folder is not None:
            self._intents.batch_folder_dropped.emit(folder)

    def _on_batch_requested(self) -> None:
        out = self._ask_folder("export", self.tr("Folder with the results of a batch"))
        if out is not None:
            self.batches.open(out)

    def _show_places(self) -> None:
        """Offer the batches of the session where there are several."""
        names = [printable(place.folder.name or place.out.name) for place in self.batches.places]
        shown = self.batches.model.place
        place = self.batches.places.index(shown) if shown in self.batches.places else -1
        self.batch_window.panel.head.offer(names, place)

    def _on_result_wanted(self, path: Path, report: Path) -> None:
        self.cases.show_result_of_batch(path, report)
        self._window.show()
        self._window.raise_()
        self._window.activateWindow()

    # The case -----------------------------------------------------------------------------

    def open(self, path: Path) -> None:
        """Open a case, once what is not saved is dealt with."""
        self._when_free(lambda: self.cases.open(path))

    def _open(self) -> None:
        start = str(self._store.folder("case") or Path.home())
        name, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("Open a case"), start, self.tr("Cases") + f" ({CASE_NAME})"
        )
        if name:
            self._store.set_folder("case", Path(name).parent.parent)
            self.open(Path(name))

    def _create(self) -> None:
        path = self._ask_new(self.tr("New case: name its folder"))
        if path is not None:
            self.cases.create(path)

    def _save_as(self) -> None:
        path = self._ask_new(self.tr("Save as a case: name its folder"))
        if path is None:
            self._is_asked = False
        else:
            self.cases.save_as(path)

    def _close(self) -> None:
        self.cases.close()

    def _recent(self) -> tuple[Path, ...]:
        return self._store.recent_cases

    def _ask_new(self, title: str) -> Path | None:
        """Ask for the name of a new folder; a file dialog is what lets one type it."""
        start = self._store.folder("case") or Path.home()
        name, _ = QFileDialog.getSaveFileName(self._window, title, str(start / self.tr("Case")))
        if not name:
            return None
        self._store.set_folder("case", Path(name).parent)
        return Path(name)

    def _ask_folder(self, purpose: str, title: str) -> Path | None:
        start = str(self._store.folder(purpose) or Path.home())
        name = QFileDialog.getExistingDirectory(self._window, title, start)
        if not name:
            return None
        self._store.set_folder(purpose, Path(name))
        return Path(name)

    @Slot(object)
    def _on_preferences_changed(self, preferences: Preferences) -> None:
        """Without a case, what a person set for all files holds for what is opened."""
        if self.cases.path is None:
            self.cases.use_settings(preferences.analysis)
            self.cases.set_facts(dataclasses.replace(preferences.report.case, item_id=""))

    @Slot(object, object)
    def _on_case_edited(self, settings: AnalysisSettings, facts: CaseFacts) -> None:
        self.cases.use_settings(settings)
        self.cases.set_facts(facts)

    @Slot()
    def _on_case_changed(self) -> None:
        path = self.cases.path
        if path is None:
            self._preferences.leave_case()
        else:
            self._preferences.enter_case(self.cases.settings, self.cases.facts)
        self.menu.set_open(is_open=path is not None)
        if path is not None:
            self._is_asked = False
            known = [one for one in self._store.recent_cases if one != path]
            self._store.recent_cases = (path, *known)[:MOST_RECENT]
        self._show_title()

    def _show_title(self) -> None:
        item, name = self._session.current, self.cases.name
        parts = [item.name if item else "", name, "FaceWitness"]
        self._window.setWindowTitle(" – ".join(filter(None, parts)))
        self.batch_window.setWindowTitle(
            " – ".join(filter(None, (self.tr("Batch"), name, "FaceWitness")))
        )

    # Leaving ------------------------------------------------------------------------------

    def may_leave(self, leave: Callable[[], object]) -> bool:
        """Whether the window may close now; asks once where work would be lost.

        Args:
            leave: Called when the person does not want to keep it.
        """
        if not self.cases.has_unsaved or self._is_asked:
            self.cases.save()
            self.batch_window.hide()
            return True
        self._ask(leave)
        return False

    def _when_free(self, act: Callable[[], object]) -> None:
        if self.cases.has_unsaved and not self._is_asked:
            self._ask(act)
        else:
            act()

    def _ask(self, otherwise: Callable[[], object]) -> None:
        self._is_asked = True
        message = Message(
            self.tr("This session is not saved"),
            self.tr("Results and notes that are in no case are gone when you leave."),
        )
        self.question.ask(
            message,
            (
                (self.tr("Save as a case…"), self._save_as),
                (self.tr("Do not save"), otherwise),
                (self.tr("Stay"), self._stay),
            ),
        )

    def _stay(self) -> None:
        self._is_asked = False
