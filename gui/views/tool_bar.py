# SPDX-License-Identifier: Apache-2.0
"""The tool bar: what is wanted most often, made of the same actions as the menus."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QMenu, QToolBar, QToolButton, QWidget

from gui import theme
from gui.icons import icon
from gui.views.actions import Actions


class MainToolBar(QToolBar):
    """Open, export, cancel, repeat and zoom."""

    def __init__(self, actions: Actions, export_menu: QMenu, parent: QWidget | None = None) -> None:
        """Fill it from the actions and the menu of exports."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Tools"))
        self.setObjectName("tools")
        self.setMovable(False)
        self.setIconSize(QSize(20, 20))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.export_button = QToolButton(self)
        self.export_button.setText(self.tr("Export"))
        self.export_button.setAccessibleName(self.tr("Export a report"))
        self.export_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.export_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.export_button.setMenu(export_menu)
        self._fill(actions)
        self._paint_icons()

    def _fill(self, actions: Actions) -> None:
        named = actions.named
        self.addAction(named["open"])
        self.addWidget(self.export_button)
        self.addSeparator()
        self.addActions([named["cancel"], named["repeat"]])
        self.addSeparator()
        for name in ("fit", "zoom-in", "zoom-out"):
            self.addAction(named[name])
            button = self.widgetForAction(named[name])
            if isinstance(button, QToolButton):
                button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)

    def changeEvent(self, event: QEvent) -> None:
        """Override QWidget::changeEvent: other colours after a change of theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "export_button"):
            self._paint_icons()

    def _paint_icons(self) -> None:
        colors = theme.of(self.palette())
        self.export_button.setIcon(icon("export", colors.text, colors.border))
