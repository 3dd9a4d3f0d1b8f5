# SPDX-License-Identifier: Apache-2.0
"""The Help menu: keys, terms, checks, what went wrong, what the program is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenuBar

if TYPE_CHECKING:
    from gui.views.menus import MenuParts

translate = QCoreApplication.translate


def fill_help_menu(bar: QMenuBar, parts: MenuParts) -> None:
    """Everything that explains."""
    menu, wishes = bar.addMenu(translate("Menus", "&Help")), parts.actions.intents
    menu.addActions([parts.actions.named[name] for name in ("demo", "demo-folder")])
    menu.addSeparator()
    for name, text, wish, keys in (
        ("shortcuts", translate("Menus", "&Keyboard shortcuts"), wishes.shortcuts_requested, "F1"),
        ("glossary", translate("Menus", "&Terms explained"), wishes.glossary_requested, None),
        ("", "", None, None),
        ("problems", translate("Menus", "&Problems"), wishes.problems_toggled, "Ctrl+Shift+P"),
        ("log", translate("Menus", "&Log of the program"), wishes.log_requested, None),
        ("weights", translate("Menus", "Check the &weights…"), wishes.weights_requested, None),
        ("", "", None, None),
        ("licences", translate("Menus", "Third-party &licenses"), wishes.licences_requested, None),
        ("about", translate("Menus", "&About FaceWitness"), wishes.about_requested, None),
    ):
        if wish is None:
            menu.addSeparator()
        else:
            menu.addAction(parts.actions.add(name, text, wish.emit, keys))
