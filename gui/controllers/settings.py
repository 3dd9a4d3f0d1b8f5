# SPDX-License-Identifier: Apache-2.0
"""Shows the settings, runs the checks that its pages offer, and takes over what was chosen."""

from __future__ import annotations

import logging
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from core.cards import WeightsCard
from core.errors import AnalysisError, SettingsError
from core.installed import EnginePlace, Speed, WeightsVerdict
from core.settings import AnalysisSettings
from gui.controllers.checks import ChecksController, Places
from gui.models.setting_catalog import choice_words
from gui.preferences.in_force import PreferencesInForce
from gui.preferences.records import Preferences
from gui.views.settings_dialog import SettingsDialog
from gui.words.messages import error_message

log = logging.getLogger(__name__)


class SettingsController(QObject):
    """At most one dialog is open.

    Signals:
        told: A Message and whether it is a good one.

    Attributes:
        dialog: The dialog, while it is open.
    """

    told = Signal(object, bool)

    def __init__(
        self,
        preferences: PreferencesInForce,
        checks: ChecksController,
        list_cards: Callable[[], tuple[WeightsCard, ...]],
        window: QWidget,
        parent: QObject | None = None,
    ) -> None:
        """Keep what the dialog needs; none is open."""
        super().__init__(parent)
        self._preferences, self._checks = preferences, checks
        self._list_cards, self._window = list_cards, window
        self.dialog: SettingsDialog | None = None
        checks.told.connect(self._on_told)
        checks.ended.connect(self._on_ended)

    @Slot(str)
    def show(self, page: str = "") -> None:
        """Open the dialog, or bring it to the front."""
        if self.dialog is None:
            self.dialog = self._make()
            self._checks.find_places()
        if page:
            self.dialog.show_page(page)
        self.dialog.open()

    @Slot()
    def check_weights(self) -> None:
        """Open the page of the weights and check them."""
        self.show("detectors")
        self._on_weights_wanted()

    def _make(self) -> SettingsDialog:
        try:
            cards = self._list_cards()
        except AnalysisError as error:
            log.warning("no cards for the settings: %s", error)
            self.told.emit(error_message(error), False)
            cards = ()
        dialog = SettingsDialog(self._preferences.current, cards, parent=self._window)
        dialog.chosen.connect(self._on_chosen)
        dialog.finished.connect(self._on_finished)
        dialog.speed.start_wanted.connect(self._on_speed_wanted)
        dialog.speed.stop_wanted.connect(self._checks.stop)
        dialog.weights.start_wanted.connect(self._on_weights_wanted)
        dialog.weights.stop_wanted.connect(self._checks.stop)
        return dialog

    @Slot(object)
    def _on_chosen(self, preferences: Preferences) -> None:
        problem = self._preferences.choose(preferences)
        if problem is not None:
            self.told.emit(problem, False)

    @Slot()
    def _on_finished(self) -> None:
        self._checks.stop()
        self.dialog = None

    @Slot()
    def _on_speed_wanted(self) -> None:
        if self.dialog is None:
            return
        self.dialog.speed.set_running(is_running=True)
        self._checks.measure(self.dialog.speed.places, self._entered())

    def _entered(self) -> AnalysisSettings:
        """Give the settings as they are entered, or as they were where that has no meaning."""
        try:
            given = self.dialog.preferences() if self.dialog else self._preferences.current
        except SettingsError:
            given = self._preferences.current
        return given.analysis

    @Slot()
    def _on_weights_wanted(self) -> None:
        if self.dialog is not None:
            self.dialog.weights.clear()
            self.dialog.weights.set_running(is_running=True)
            self._checks.check_weights()

    @Slot(object)
    def _on_told(self, payload: object) -> None:
        dialog = self.dialog
        if dialog is None:
            return
        match payload:
            case EnginePlace():
                device = choice_words("", payload.device or "")
                words = self.tr("Measuring {0}, {1}…").format(payload.title, device)
                dialog.speed.set_running(is_running=True, words=words)
            case Speed():
                dialog.speed.show_speed(payload)
            case WeightsVerdict():
                dialog.weights.show_verdict(payload)
            case Places():
                dialog.speed.show_places(payload.places, payload.providers)

    @Slot(str, object)
    def _on_ended(self, kind: str, error: AnalysisError | str | None) -> None:
        dialog = self.dialog
        if dialog is None or kind not in {"speed", "weights"}:
            return
        view = dialog.speed if kind == "speed" else dialog.weights
        words = self.tr("Done.")
        if isinstance(error, AnalysisError):
            words = error.message
        elif error is not None:
            words = self.tr("Stopped.")
        view.set_running(is_running=False, words=words)
