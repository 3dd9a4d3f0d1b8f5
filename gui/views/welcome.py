# SPDX-License-Identifier: Apache-2.0
"""What is shown before a file is open: where to drop one, what happens then, and a demo."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gui import theme
from gui.icons import icon, pixmap
from gui.models.intents import Intents
from gui.words.formatting import tool_tip


class Welcome(QWidget):
    """A large place to drop files on, buttons for those who would rather choose, three steps."""

    def __init__(self, intents: Intents, parent: QWidget | None = None) -> None:
        """Lay it out."""
        super().__init__(parent)
        self._intents = intents
        self._zone = QFrame(self)
        self._zone.setObjectName("dropZone")
        self._zone.setMinimumSize(764, 320)
        self._zone.setMaximumSize(860, 400)
        self._sign = QLabel(self._zone)
        self.button = QPushButton(self.tr("Open files…"), self._zone)
        self.button.setObjectName("primary")
        self.folder_button = QPushButton(self.tr("Open a folder…"), self._zone)
        self.demo_button = QPushButton(self.tr("Try the demo"), self._zone)
        self.busy = QProgressBar(self._zone)
        self.busy.setRange(0, 0)
        self.busy.setTextVisible(False)
        self.busy.setFixedWidth(280)
        self.busy.setAccessibleName(self.tr("Making the demo clip"))
        self._busy_words = self._label(self.tr("Making the demo clip; this takes some seconds…"))
        self.stop_button = QPushButton(self.tr("Stop"), self._zone)
        self._lay_out_zone()
        self._steps = self._make_steps()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(22)
        layout.addStretch(1)
        layout.addWidget(self._zone, 8, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self._steps, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(1)
        self._connect()
        self._paint_signs()
        self.on_demo_busy(is_busy=False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocus()

    def _lay_out_zone(self) -> None:
        title = self._title(self.tr("Drop images, videos or a folder here"))
        formats = self._label(
            self.tr("JPEG, PNG, WebP, TIFF, HEIC and more · MP4, MOV, MKV, WebM, AVI and more")
        )
        formats.setObjectName("muted")
        self.demo_button.setToolTip(
            tool_tip(
                self.tr(
                    "Makes a clip of eight seconds from a public-domain portrait, with a face "
                    "that is manipulated in the middle third, and opens it."
                )
            )
        )
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        for button in (self.button, self.folder_button, self.demo_button):
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            buttons.addWidget(button)
        waiting = QHBoxLayout()
        waiting.setSpacing(12)
        for widget in (self._busy_words, self.busy, self.stop_button):
            waiting.addWidget(widget)
        promise = self._label(
            self.tr("Nothing leaves this computer, and the files are opened read-only.")
        )
        promise.setObjectName("muted")
        inside = QVBoxLayout(self._zone)
        inside.setContentsMargins(40, 26, 40, 26)
        inside.setSpacing(14)
        inside.addStretch(1)
        for widget in (self._sign, title, formats):
            inside.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        inside.addSpacing(4)
        inside.addLayout(_centered(buttons))
        inside.addLayout(_centered(waiting))
        inside.addWidget(promise, 0, Qt.AlignmentFlag.AlignHCenter)
        inside.addStretch(1)

    def _make_steps(self) -> QWidget:
        """Say in three steps what happens."""
        steps = QWidget(self)
        row = QHBoxLayout(steps)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(28)
        for number, (head, text) in enumerate(
            (
                (
                    self.tr("Open"),
                    self.tr("The file is hashed and read in a process of its own."),
                ),
                (
                    self.tr("Inspect"),
                    self.tr("Every face is followed and scored; look where scores are high."),
                ),
                (
                    self.tr("Report"),
                    self.tr("Export what was found, with its limits, for others to check."),
                ),
            ),
            start=1,
        ):
            row.addWidget(self._step(number, head, text))
        return steps

    def _step(self, number: int, head: str, text: str) -> QWidget:
        step = QWidget(self)
        badge = QLabel(str(number), step)
        badge.setObjectName("badge")
        badge.setAlignment(Qt.AlignmentFlag.AlignCenter)
        badge.setFixedSize(26, 26)
        title, words = QLabel(head, step), QLabel(text, step)
        title.setObjectName("stepTitle")
        words.setObjectName("muted")
        for label in (badge, title, words):
            label.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        words.setFixedWidth(200)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(title)
        column.addWidget(words)
        column.addStretch(1)
        row = QHBoxLayout(step)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(badge, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column)
        return step

    def _connect(self) -> None:
        self.button.clicked.connect(self._intents.open_requested)
        self.folder_button.clicked.connect(self._intents.folder_requested)
        self.demo_button.clicked.connect(self._intents.demo_requested)
        self.stop_button.clicked.connect(self._intents.demo_cancelled)

    @Slot(bool)
    def on_demo_busy(self, is_busy: bool) -> None:
        """Show that the demo clip is being made, or offer to make it."""
        self.demo_button.setEnabled(not is_busy)
        for widget in (self.busy, self._busy_words, self.stop_button):
            widget.setVisible(is_busy)

    def set_active(self, *, is_active: bool) -> None:
        """Show that files would be taken if they were let go now."""
        self._zone.setProperty("active", "true" if is_active else "false")
        self._zone.style().unpolish(self._zone)
        self._zone.style().polish(self._zone)

    def changeEvent(self, event: QEvent) -> None:
        """Override QWidget::changeEvent: other colours after a change of theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_steps"):
            self._paint_signs()

    def _paint_signs(self) -> None:
        colors = theme.of(self.palette())
        self._sign.setPixmap(pixmap("drop", colors.accent, 60, self.devicePixelRatioF()))
        self.button.setIcon(icon("open", colors.on_accent))
        self.folder_button.setIcon(icon("folder", colors.text))
        self.demo_button.setIcon(icon("demo", colors.text, colors.border))

    def _title(self, text: str) -> QLabel:
        title = self._label(text)
        title.setObjectName("welcomeTitle")
        font = title.font()
        font.setPointSizeF(font.pointSizeF() * 1.7)
        title.setFont(font)
        return title

    def _label(self, text: str) -> QLabel:
        label = QLabel(text, self._zone)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        return label


def _centered(row: QHBoxLayout) -> QHBoxLayout:
    row.insertStretch(0, 1)
    row.addStretch(1)
    return row
