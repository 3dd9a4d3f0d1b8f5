# SPDX-License-Identifier: Apache-2.0
"""The Reports menu: of the current file, of the selected ones, of everything that is open."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu, QMenuBar

from gui.models.session import Session

if TYPE_CHECKING:
    from gui.views.menus import MenuParts

translate = QCoreApplication.translate


def fill_reports_menu(bar: QMenuBar, parts: MenuParts) -> None:
    """Preview and write; the tool bar shows the same menu."""
    menu = ReportsMenu(translate("Menus", "&Reports"), parts)
    bar.addMenu(menu)
    parts.kept["export"] = menu


class ReportsMenu(QMenu):
    """Three scopes; what has no result yet cannot be reported on."""

    def __init__(self, title: str, parts: MenuParts) -> None:
        """Fill it from the report formats."""
        super().__init__(title, parts.window)
        actions, wishes = parts.actions, parts.actions.intents
        text = translate("Menus", "&Preview the PDF…")
        wish = partial(wishes.preview_requested.emit, "current")
        self._current = [actions.add("preview", text, wish, "Ctrl+P")]
        self.addAction(self._current[0])
        self.addActions(list(actions.exports.values()))
        text = translate("Menus", "All &formats…")
        formats = tuple(actions.exports)
        wish = partial(wishes.reports_requested.emit, "current", formats)
        self._current.append(actions.add("export-all", text, wish))
        self.addAction(self._current[1])
        self.addSeparator()
        self.selected = self._scope("selected", translate("Menus", "&Selected files"), parts)
        self.all = self._scope("all", translate("Menus", "&Everything open"), parts)

    def _scope(self, scope: str, title: str, parts: MenuParts) -> QMenu:
        menu, wishes, actions = self.addMenu(title), parts.actions.intents, parts.actions
        preview = menu.addAction(translate("Menus", "&Preview the PDFs…"))
        preview.triggered.connect(partial(wishes.preview_requested.emit, scope))
        for format_id, action in actions.exports.items():
            one = menu.addAction(action.text())
            one.triggered.connect(partial(wishes.reports_requested.emit, scope, (format_id,)))
        menu.addSeparator()
        every = menu.addAction(translate("Menus", "All &formats…"))
        every.triggered.connect(
            partial(wishes.reports_requested.emit, scope, tuple(actions.exports))
        )
        return menu

    def refresh(self, session: Session) -> None:
        """Enable what can be reported on, and say how many files that is."""
        done = {item.job_id for item in session if item.result is not None}
        current = session.current
        for action in self._current:
            action.setEnabled(current is not None and current.job_id in done)
        n_selected = len(done & set(session.selected))
        self.selected.setTitle(
            translate("Menus", "&Selected files ({0})").format(n_selected)
            if n_selected
            else translate("Menus", "&Selected files")
        )
        self.selected.setEnabled(n_selected > 0)
        self.all.setTitle(
            translate("Menus", "&Everything open ({0})").format(len(done))
            if done
            else translate("Menus", "&Everything open")
        )
        self.all.setEnabled(bool(done))
