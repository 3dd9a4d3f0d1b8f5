# SPDX-License-Identifier: Apache-2.0
"""The menu of the case and the batch: make, open, save as, add a folder, look at the batch."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QMenu

from core.text import printable
from gui.models.intents import Intents
from gui.views.actions import Actions

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class CaseWishes:
    """What the menu leads to."""

    create: Callable[[], None]
    open: Callable[[], None]
    open_recent: Callable[[Path], None]
    save_as: Callable[[], None]
    close: Callable[[], None]
    recent: Callable[[], tuple[Path, ...]]


class CaseMenu:
    """Stands behind the file menu; its actions are found among the window's by their names.

    Attributes:
        menu: The menu.
        recent: Its part with the cases that were open last.
    """

    def __init__(
        self, window: QMainWindow, actions: Actions, intents: Intents, wishes: CaseWishes
    ) -> None:
        """Fill it."""
        self._wishes = wishes
        self.menu = QMenu(translate("CaseMenu", "&Case"), window)
        add = partial(self._add, actions)
        add("case-new", translate("CaseMenu", "&New case…"), wishes.create, "Ctrl+Shift+N")
        text = translate("CaseMenu", "&Open case…")
        add("case-open", text, wishes.open, "Ctrl+Alt+O")
        self.recent = self.menu.addMenu(translate("CaseMenu", "&Recent cases"))
        self.recent.aboutToShow.connect(self._fill_recent)
        text = translate("CaseMenu", "&Save as…")
        add("case-save-as", text, wishes.save_as, "Ctrl+Shift+S")
        self._close = add("case-close", translate("CaseMenu", "&Close the case"), wishes.close, "")
        self.menu.addSeparator()
        text = translate("CaseMenu", "&Add a folder as a batch…")
        add("batch-add", text, intents.batch_folder_requested.emit, "Ctrl+Shift+B")
        text = translate("CaseMenu", "Open the results of a &batch…")
        add("batch-open", text, intents.batch_requested.emit, "")
        text = translate("CaseMenu", "Show the ba&tch")
        add("batch-show", text, intents.batch_wanted.emit, "Ctrl+B")
        before = window.menuBar().actions()
        behind = before[1] if len(before) > 1 else None
        if behind is None:
            window.menuBar().addMenu(self.menu)
        else:
            window.menuBar().insertMenu(behind, self.menu)
        self.set_open(is_open=False)

    def _add(
        self, actions: Actions, name: str, text: str, wish: Callable[[], object], keys: str
    ) -> QAction:
        action = actions.add(name, text, wish, keys or None)
        self.menu.addAction(action)
        return action

    def set_open(self, *, is_open: bool) -> None:
        """Allow what an open case allows."""
        self._close.setEnabled(is_open)

    def _fill_recent(self) -> None:
        self.recent.clear()
        for folder in self._wishes.recent():
            text = printable(folder.name).replace("&", "&&")
            action = self.recent.addAction(text, partial(self._wishes.open_recent, folder))
            action.setToolTip(printable(str(folder)))
        if self.recent.isEmpty():
            nothing = self.recent.addAction(translate("CaseMenu", "None yet"))
            nothing.setEnabled(False)
