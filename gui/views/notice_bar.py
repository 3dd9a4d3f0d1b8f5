# SPDX-License-Identifier: Apache-2.0
"""A message above the picture that stays until it is read; never a dialog in the way."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from gui import theme
from gui.icons import icon, pixmap
from gui.words.messages import Message


class NoticeBar(QFrame):
    """Shows the newest message; hidden while there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start hidden."""
        super().__init__(parent)
        self.setObjectName("notice")
        self._sign = QLabel(self)
        self._title = _label(self)
        font = self._title.font()
        font.setBold(True)
        self._title.setFont(font)
        self._text = _label(self)
        self._close = QToolButton(self)
        self._close.setAutoRaise(True)
        self._close.setAccessibleName(self.tr("Close this message"))
        self._close.setToolTip(self.tr("Close this message"))
        self._close.clicked.connect(self.hide)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._text)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 8, 8, 8)
        layout.setSpacing(10)
        layout.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)
        layout.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    @property
    def text(self) -> str:
        """All that it says."""
        return f"{self._title.text()} {self._text.text()}".strip()

    def show_message(self, message: Message, *, is_good: bool = False) -> None:
        """Show a message in place of the one before."""
        self._title.setText(message.title)
        self._text.setText(" ".join(filter(None, (message.text, message.advice))))
        self._text.setVisible(bool(self._text.text()))
        self.setProperty("tone", "good" if is_good else "bad")
        self.style().unpolish(self)
        self.style().polish(self)
        colors = theme.of(self.palette())
        name, color = (
            ("info", colors.no_support) if is_good else ("could_not_evaluate", colors.could_not)
        )
        self._sign.setPixmap(pixmap(name, color, 20, self.devicePixelRatioF()))
        self._close.setIcon(icon("close", colors.muted))
        self.setAccessibleName(message.title)
        self.show()


def _label(parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
