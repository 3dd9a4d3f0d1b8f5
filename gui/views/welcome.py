# SPDX-License-Identifier: Apache-2.0
"""What is shown before a file is open: where to drop one, and what the program does."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from gui import theme
from gui.icons import pixmap
from gui.models.intents import Intents


class Welcome(QWidget):
    """A large place to drop files on, with a button for those who would rather choose."""

    def __init__(self, intents: Intents, parent: QWidget | None = None) -> None:
        """Lay it out."""
        super().__init__(parent)
        self._zone = QFrame(self)
        self._zone.setObjectName("dropZone")
        self._zone.setMinimumSize(520, 320)
        self._zone.setMaximumSize(760, 440)
        self._sign = QLabel(self._zone)
        title = self._title(self.tr("Drop images or videos here"))
        self.button = QPushButton(self.tr("Open files…"), self._zone)
        self.button.setObjectName("primary")
        self.button.setCursor(Qt.CursorShape.PointingHandCursor)
        self.button.clicked.connect(intents.open_requested)
        promise = self._label(
            self.tr(
                "Every face is found, followed and scored for signs of manipulation.\n"
                "Nothing leaves this computer, and the files are opened read-only."
            )
        )
        promise.setObjectName("muted")
        formats = self._label(
            self.tr("JPEG, PNG, WebP, TIFF, HEIC and more · MP4, MOV, MKV, WebM, AVI and more")
        )
        formats.setObjectName("muted")
        inside = QVBoxLayout(self._zone)
        inside.setContentsMargins(40, 30, 40, 30)
        inside.setSpacing(14)
        inside.addStretch(1)
        for widget in (self._sign, title, formats, self.button, promise):
            inside.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        inside.addStretch(1)
        layout = QVBoxLayout(self)
        layout.addStretch(1)
        layout.addWidget(self._zone, 8, Qt.AlignmentFlag.AlignCenter)
        layout.addStretch(1)
        self._paint_sign()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocus()

    def set_active(self, *, is_active: bool) -> None:
        """Show that files would be taken if they were let go now."""
        self._zone.setProperty("active", "true" if is_active else "false")
        self._zone.style().unpolish(self._zone)
        self._zone.style().polish(self._zone)

    def changeEvent(self, event: QEvent) -> None:
        """Override QWidget::changeEvent: other colours after a change of theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._paint_sign()

    def _paint_sign(self) -> None:
        color = theme.of(self.palette()).accent
        self._sign.setPixmap(pixmap("drop", color, 64, self.devicePixelRatioF()))

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
