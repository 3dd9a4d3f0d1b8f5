# SPDX-License-Identifier: Apache-2.0
"""A long text to read and to copy: the log, a licence."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication, QTextCursor
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gui.views.facts import plain_label


def text_view(name: str, parent: QWidget) -> QPlainTextEdit:
    """Make a field that shows text as it is, in a font of fixed width, and takes none."""
    view = QPlainTextEdit(parent)
    view.setAccessibleName(name)
    view.setReadOnly(True)
    view.setTabChangesFocus(True)
    view.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
    view.setObjectName("text")
    return view


class TextDialog(QDialog):
    """Shows the end of a text first."""

    def __init__(
        self, title: str, text: str, about: str = "", parent: QWidget | None = None
    ) -> None:
        """Show a text.

        Args:
            title: Of the window.
            text: What is shown.
            about: A line above it, such as where it lies.
            parent: Owner.
        """
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(860, 560)
        self.text = text_view(title, self)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setPlainText(text or self.tr("Nothing is written there."))
        self.text.moveCursor(QTextCursor.MoveOperation.End)
        line = plain_label(about, self)
        line.setObjectName("muted")
        line.setVisible(bool(about))
        copy = QPushButton(self.tr("Copy all"), self)
        copy.clicked.connect(self._on_copy_clicked)
        close = QPushButton(self.tr("Close"), self)
        close.clicked.connect(self.close)
        foot = QHBoxLayout()
        foot.addWidget(line, 1)
        foot.addWidget(copy)
        foot.addWidget(close)
        layout = QVBoxLayout(self)
        layout.addWidget(self.text, 1)
        layout.addLayout(foot)

    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
