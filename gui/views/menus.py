# SPDX-License-Identifier: Apache-2.0
"""The menu bar: a tuple of menus, each filled from the actions; a new menu is a line here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QDockWidget, QMainWindow, QMenu, QMenuBar

from gui.views.actions import Actions
from gui.views.edit_menu import fill_edit_menu
from gui.views.frame_view import FrameView
from gui.views.help_menu import fill_help_menu
from gui.views.reports_menu import fill_reports_menu

translate = QCoreApplication.translate

SCHEMES = ("system", "light", "dark")


@dataclass(slots=True, eq=False)
class MenuParts:
    """What menus are made of, and what the window needs of them afterwards.

    Attributes:
        window: Owns actions and dialogs.
        actions: All actions; a menu may add its own.
        view: The picture, for its zoom.
        panels: Panel id to its dock.
        kept: Menus by name that the window or a tool bar shows elsewhere too: "export", "panels".
        schemes: One of SCHEMES to the action that chooses it.
        scheme_group: Tells which of them was chosen.
    """

    window: QMainWindow
    actions: Actions
    view: FrameView
    panels: Mapping[str, QDockWidget]
    kept: dict[str, QMenu] = field(default_factory=dict)
    schemes: dict[str, QAction] = field(default_factory=dict)
    scheme_group: QActionGroup | None = None


FillMenu = Callable[[QMenuBar, MenuParts], None]


def fill_file_menu(bar: QMenuBar, parts: MenuParts) -> None:
    """Open, export, remove, leave."""
    named = parts.actions.named
    menu = bar.addMenu(translate("Menus", "&File"))
    menu.addAction(named["open"])
    menu.addAction(named["remove"])
    menu.addSeparator()
    text = translate("Menus", "&Quit")
    menu.addAction(parts.actions.add("quit", text, parts.window.close, "Ctrl+Q"))


def fill_analysis_menu(bar: QMenuBar, parts: MenuParts) -> None:
    """Cancel and repeat."""
    menu = bar.addMenu(translate("Menus", "&Analysis"))
    menu.addActions([parts.actions.named[name] for name in ("cancel", "cancel-all", "repeat")])


def fill_go_menu(bar: QMenuBar, parts: MenuParts) -> None:
    """Ways through a video."""
    named, menu = parts.actions.named, bar.addMenu(translate("Menus", "&Go"))
    names = "play||previous next back on||previous-face next-face||first last"
    for place, group in enumerate(names.split("||")):
        if place:
            menu.addSeparator()
        menu.addActions([named[name] for name in group.split()])


def fill_view_menu(bar: QMenuBar, parts: MenuParts) -> None:
    """Zoom, panels, looks."""
    menu, view = bar.addMenu(translate("Menus", "&View")), parts.view
    for name, text, wish, keys, drawn in (
        ("fit", translate("Menus", "&Fit the picture"), view.fit, "Ctrl+0", "fit"),
        ("zoom-in", translate("Menus", "Zoom &in"), lambda: view.zoom(1.25), "Ctrl++", "zoom-in"),
        ("zoom-out", translate("Menus", "Zoom &out"), lambda: view.zoom(0.8), "Ctrl+-", "zoom-out"),
        ("actual-size", translate("Menus", "&Actual size"), view.show_actual_size, "Ctrl+1", ""),
    ):
        menu.addAction(parts.actions.add(name, text, wish, keys, drawn))
    menu.addSeparator()
    parts.kept["panels"] = menu.addMenu(translate("Menus", "&Panels"))
    parts.kept["panels"].addActions([dock.toggleViewAction() for dock in parts.panels.values()])
    _fill_looks(menu.addMenu(translate("Menus", "A&ppearance")), parts)


def _fill_looks(menu: QMenu, parts: MenuParts) -> None:
    parts.scheme_group = group = QActionGroup(parts.window)
    texts = (
        translate("Menus", "As the &system"),
        translate("Menus", "&Light"),
        translate("Menus", "&Dark"),
    )
    for scheme, text in zip(SCHEMES, texts, strict=True):
        action = menu.addAction(text)
        action.setCheckable(True)
        action.setData(scheme)
        group.addAction(action)
        parts.schemes[scheme] = action


MENUS: tuple[FillMenu, ...] = (
    fill_file_menu,
    fill_edit_menu,
    fill_analysis_menu,
    fill_go_menu,
    fill_view_menu,
    fill_reports_menu,
    fill_help_menu,
)


def fill_menu_bar(bar: QMenuBar, parts: MenuParts) -> None:
    """Fill the bar with all menus, in their order."""
    for fill in MENUS:
        fill(bar, parts)
