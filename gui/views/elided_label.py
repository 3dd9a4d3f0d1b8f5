# SPDX-License-Identifier: Apache-2.0
"""A line of words that ends in an ellipsis where there is no room; the tool tip has it whole."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from gui.words.formatting import tool_tip


class ElidedLabel(QLabel):
    """Asks for no width of its own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def say(self, text: str) -> None:
        """Show a text."""
        self.setText(text)
        self.setToolTip(tool_tip(text))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Override QLabel::paintEvent."""
        painter = QPainter(self)
        area = self.contentsRect()
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, area.width())
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(area, self.alignment().value, text)
        painter.end()
