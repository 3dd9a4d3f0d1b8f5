# SPDX-License-Identifier: Apache-2.0
"""What holds now: what a person set once, and in its place what an open case says."""

from __future__ import annotations

import dataclasses

from PySide6.QtCore import QObject, Signal

from core.dossier import CaseFacts
from core.settings import AnalysisSettings
from gui.preferences.records import Preferences
from gui.preferences.store import SettingsStore
from gui.words.messages import Message


class PreferencesInForce(QObject):
    """Settings of the analysis and the head of reports belong to the case while one is open.

    They never pass from one case to another: without a case, the person's own hold again.

    Signals:
        changed: The Preferences that hold from now on.
        case_edited: AnalysisSettings and CaseFacts that were chosen for the open case.
    """

    changed = Signal(object)
    case_edited = Signal(object, object)

    def __init__(self, store: SettingsStore, parent: QObject | None = None) -> None:
        """Start without a case."""
        super().__init__(parent)
        self._store = store
        self._case: tuple[AnalysisSettings, CaseFacts] | None = None

    @property
    def current(self) -> Preferences:
        """All that holds now."""
        own = self._store.preferences
        if self._case is None:
            return own
        settings, facts = self._case
        report = dataclasses.replace(own.report, case=facts)
        return dataclasses.replace(own, analysis=settings, report=report)

    def enter_case(self, settings: AnalysisSettings, facts: CaseFacts) -> None:
        """Let a case's settings and head hold."""
        self._set_case((settings, facts))

    def leave_case(self) -> None:
        """Let the person's own hold again."""
        self._set_case(None)

    def _set_case(self, case: tuple[AnalysisSettings, CaseFacts] | None) -> None:
        if case != self._case:
            self._case = case
            self.changed.emit(self.current)

    def choose(self, preferences: Preferences) -> Message | None:
        """Take what was chosen: the case's part goes to the case, the rest is kept for later.

        Returns:
            What went wrong when it was kept, or None.
        """
        own = self._store.preferences
        kept = preferences
        if self._case is not None:
            report = dataclasses.replace(preferences.report, case=own.report.case)
            kept = dataclasses.replace(preferences, analysis=own.analysis, report=report)
            self._case = (preferences.analysis, preferences.report.case)
        problem = self._store.keep(kept)
        self.changed.emit(self.current)
        if self._case is not None:
            self.case_edited.emit(*self._case)
        return problem
