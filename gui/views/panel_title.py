# SPDX-License-Identifier: Apache-2.0
"""The title of a panel: its name, and buttons to detach and to close it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QDockWidget, QHBoxLayout, QLabel, QToolButton, QWidget

from gui import theme
from gui.icons import icon


class PanelTitle(QWidget):
    """Title bar of a dock; dragging it moves the panel."""

    def __init__(self, dock: QDockWidget) -> None:
        """Show the dock's title."""
        super().__init__(dock)
        self.setObjectName("panelTitle")
        self._dock = dock
        title = QLabel(dock.windowTitle(), self)
        title.setObjectName("panelTitleText")
        title.setTextFormat(Qt.TextFormat.PlainText)
        self._float = self._button(self.tr("Detach or attach"))
        self._float.clicked.connect(self._on_float_clicked)
        self._close = self._button(self.tr("Close the panel"))
        self._close.clicked.connect(dock.close)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 5, 2, 3)
        layout.setSpacing(0)
        layout.addWidget(title, 1)
        layout.addWidget(self._float)
        layout.addWidget(self._close)
        self._paint_icons()

    def _button(self, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setAutoRaise(True)
        button.setIconSize(QSize(13, 13))
        button.setAccessibleName(f"{name}: {self._dock.windowTitle()}")
        button.setToolTip(name)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def changeEvent(self, event: QEvent) -> None:
        """Override QWidget::changeEvent: other colours after a change of theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_close"):
            self._paint_icons()

    def _paint_icons(self) -> None:
        color = theme.of(self.palette()).muted
        self._float.setIcon(icon("float", color))
        self._close.setIcon(icon("close", color))

    def _on_float_clicked(self) -> None:
        self._dock.setFloating(not self._dock.isFloating())
