# SPDX-License-Identifier: Apache-2.0
"""A question above the picture with its answers as buttons; never a dialog in the way."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gui import theme
from gui.icons import pixmap
from gui.words.messages import Message


class QuestionBar(QFrame):
    """Shows one question; an answer hides it.

    Attributes:
        buttons: The answers, in their order.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start hidden."""
        super().__init__(parent)
        self.setObjectName("notice")
        self.setProperty("tone", "ask")
        self._sign = QLabel(self)
        self._title, self._text = self._label(), self._label()
        font = self._title.font()
        font.setBold(True)
        self._title.setFont(font)
        self.buttons: list[QPushButton] = []
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._text)
        self._answers = QHBoxLayout()
        self._answers.setSpacing(6)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(10)
        layout.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)
        layout.addLayout(self._answers)
        self.hide()

    def _label(self) -> QLabel:
        label = QLabel(self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        return label

    def ask(self, message: Message, answers: tuple[tuple[str, Callable[[], object]], ...]) -> None:
        """Ask something in place of what was asked before.

        Args:
            message: The question.
            answers: Words and what they lead to; the first is what most people want.
        """
        self._title.setText(message.title)
        self._text.setText(message.text)
        for button in self.buttons:
            self._answers.removeWidget(button)
            button.deleteLater()
        self.buttons = [self._button(*answer) for answer in answers]
        self._sign.setPixmap(
            pixmap("info", theme.of(self.palette()).accent, 20, self.devicePixelRatioF())
        )
        self.setAccessibleName(f"{message.title} {message.text}")
        self.show()
        if self.buttons:
            self.buttons[0].setFocus()

    def _button(self, words: str, act: Callable[[], object]) -> QPushButton:
        button = QPushButton(words, self)
        button.setAutoDefault(True)
        button.clicked.connect(self.hide)
        button.clicked.connect(lambda _checked=False: act())
        self._answers.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        return button
