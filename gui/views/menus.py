# SPDX-License-Identifier: Apache-2.0
"""The menu bar: a tuple of menus, each filled from the actions; a new menu is a line here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QDockWidget, QMainWindow, QMenu, QMenuBar

from gui.models.intents import Intents
from gui.models.session import Session
from gui.views.actions import Actions
from gui.views.edit_menu import fill_edit_menu
from gui.views.help_menu import fill_help_menu
from gui.views.media_panel import MediaPanel
from gui.views.reports_menu import fill_reports_menu
from gui.views.scores_panel import ScoresPanel

translate = QCoreApplication.translate

SCHEMES = ("system", "light", "dark")


@dataclass(slots=True, eq=False)
class MenuParts:
    """What menus are made of, and what the window needs of them afterwards.

    Attributes:
        window: Owns actions and dialogs.
        actions: All actions; a menu may add its own.
        media, scores: The picture and the time line, for what only they can do.
        panels: Panel id to its dock.
        session, intents: What is open, and where wishes go.
        reset_layout: Puts all panels where they stand at first.
        kept: Menus by name that the window or a tool bar shows elsewhere too: "export", "panels".
        schemes: One of SCHEMES to the action that chooses it.
        scheme_group: Tells which of them was chosen.
    """

    window: QMainWindow
    actions: Actions
    media: MediaPanel
    scores: ScoresPanel
    panels: Mapping[str, QDockWidget]
    session: Session
    intents: Intents
    reset_layout: Callable[[], None]
    kept: dict[str, QMenu] = field(default_factory=dict)
    schemes: dict[str, QAction] = field(default_factory=dict)
    scheme_group: QActionGroup | None = None


FillMenu = Callable[[QMenuBar, MenuParts], None]


def fill_file_menu(bar: QMenuBar, parts: MenuParts) -> None:
    """Open, export, remove, leave."""
    named = parts.actions.named
    menu = bar.addMenu(translate("Menus", "&File"))
    menu.addActions([named["open"], named["folder"]])
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
    text = translate("Menus", "&Go to a time or frame…")
    parts.actions.add("go-to", text, parts.media.transport.field.begin, "Ctrl+G")
    _add_groups(
        menu,
        named,
        "play slower faster normal-speed||previous next back on||previous-face next-face||"
        "first last go-to",
    )


def _add_groups(menu: QMenu, named: Mapping[str, QAction], names: str) -> None:
    """Add actions by name; `||` stands for a line between groups."""
    for place, group in enumerate(names.split("||")):
        if place:
            menu.addSeparator()
        menu.addActions([named[name] for name in group.split()])


def fill_view_menu(bar: QMenuBar, parts: MenuParts) -> None:
    """Zoom, panels, looks."""
    menu, view = bar.addMenu(translate("Menus", "&View")), parts.media.view
    for name, text, wish, keys, drawn in (
        ("fit", translate("Menus", "&Fit the picture"), view.fit, "Ctrl+0", "fit"),
        ("zoom-in", translate("Menus", "Zoom &in"), lambda: view.zoom(1.25), "Ctrl++", "zoom-in"),
        ("zoom-out", translate("Menus", "Zoom &out"), lambda: view.zoom(0.8), "Ctrl+-", "zoom-out"),
        ("actual-size", translate("Menus", "&Actual size"), view.show_actual_size, "Ctrl+1", ""),
    ):
        menu.addAction(parts.actions.add(name, text, wish, keys, drawn))
    text = translate("Menus", "Zoom to the &face")
    menu.addAction(parts.actions.add("zoom-face", text, parts.media.zoom_to_face, "Z"))
    _fill_moves(menu.addMenu(translate("Menus", "&Move the picture")), parts)
    menu.addSeparator()
    menu.addActions([parts.actions.named[name] for name in ("map", "map-less", "map-more")])
    menu.addSeparator()
    parts.kept["panels"] = menu.addMenu(translate("Menus", "&Panels"))
    parts.kept["panels"].addActions([dock.toggleViewAction() for dock in parts.panels.values()])
    text = translate("Menus", "&Reset the layout")
    parts.kept["panels"].addSeparator()
    parts.kept["panels"].addAction(parts.actions.add("reset-layout", text, parts.reset_layout))
    _fill_looks(menu.addMenu(translate("Menus", "A&ppearance")), parts)


def _fill_moves(menu: QMenu, parts: MenuParts) -> None:
    view = parts.media.view
    for name, text, wish, keys in (
        ("pan-left", translate("Menus", "To the &left"), lambda: view.pan(-0.2, 0), "Alt+Left"),
        ("pan-right", translate("Menus", "To the &right"), lambda: view.pan(0.2, 0), "Alt+Right"),
        ("pan-up", translate("Menus", "&Up"), lambda: view.pan(0, -0.2), "Alt+Up"),
        ("pan-down", translate("Menus", "&Down"), lambda: view.pan(0, 0.2), "Alt+Down"),
    ):
        menu.addAction(parts.actions.add(name, text, wish, keys))


def fill_time_line_menu(bar: QMenuBar, parts: MenuParts) -> None:
    """What part of the time line is seen, the selected span, key frames, saving it."""
    menu, panel, plot = (
        bar.addMenu(translate("Menus", "&Time line")),
        parts.scores,
        parts.scores.plot,
    )
    add, save = parts.actions.add, parts.intents.plot_export_requested
    add("line-all", translate("Menus", "Show the &whole file"), plot.show_all, "0")
    add("line-in", translate("Menus", "Zoom the time line &in"), lambda: plot.zoom(1.6), "+")
    add("line-out", translate("Menus", "Zoom the time line &out"), lambda: plot.zoom(0.625), "-")
    add("line-earlier", translate("Menus", "&Earlier"), lambda: plot.pan(-0.25), ",")
    add("line-later", translate("Menus", "&Later"), lambda: plot.pan(0.25), ".")
    add("span", translate("Menus", "&Select a span"), panel.header.span_button.click, "S")
    text = translate("Menus", "The span &begins here")
    add("span-begin", text, lambda: panel.set_span_end(-1), "I")
    add("span-end", translate("Menus", "The span en&ds here"), lambda: panel.set_span_end(1), "O")
    add("strip", translate("Menus", "&Key frames"), panel.header.strip_button.click, "T")
    add("plot-png", translate("Menus", "Save the plot as &PNG…"), lambda: save.emit("png"))
    add("plot-svg", translate("Menus", "Save the plot as S&VG…"), lambda: save.emit("svg"))
    _add_groups(
        menu,
        parts.actions.named,
        "line-all line-in line-out line-earlier line-later||span span-begin span-end||strip||"
        "plot-png plot-svg",
    )


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
    fill_time_line_menu,
    fill_view_menu,
    fill_reports_menu,
    fill_help_menu,
)


def fill_menu_bar(bar: QMenuBar, parts: MenuParts) -> None:
    """Fill the bar with all menus, in their order."""
    for fill in MENUS:
        fill(bar, parts)
