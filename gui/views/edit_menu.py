# SPDX-License-Identifier: Apache-2.0
"""The Edit menu: steps back and forth, marks, settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenuBar

if TYPE_CHECKING:
    from gui.views.menus import MenuParts

translate = QCoreApplication.translate
Keys = QKeySequence.StandardKey


def fill_edit_menu(bar: QMenuBar, parts: MenuParts) -> None:
    """Undo and redo, bookmark, settings."""
    menu, add, wishes = (
        bar.addMenu(translate("Menus", "&Edit")),
        parts.actions.add,
        (parts.actions.intents),
    )
    undo = add("undo", translate("Menus", "&Undo"), wishes.undo_requested.emit, Keys.Undo, "undo")
    redo = add("redo", translate("Menus", "&Redo"), wishes.redo_requested.emit, Keys.Redo, "redo")
    undo.setEnabled(False)
    redo.setEnabled(False)
    menu.addActions([undo, redo])
    menu.addSeparator()
    text = translate("Menus", "&Bookmark the frame shown, or not")
    menu.addAction(add("bookmark", text, wishes.bookmark_toggled.emit, "Ctrl+D", "bookmark"))
    text = translate("Menus", "Write a &note")
    menu.addAction(add("note", text, wishes.note_wanted.emit, "Ctrl+N"))
    menu.addSeparator()
    text = translate("Menus", "&Settings…")
    keys = QKeySequence("Ctrl+,")
    menu.addAction(
        add("settings", text, lambda: wishes.settings_requested.emit(""), keys, "settings")
    )
