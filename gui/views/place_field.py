# SPDX-License-Identifier: Apache-2.0
"""The field that shows the time and takes another: a time, or the number of a frame."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from gui.models.places import parse_place
from gui.words.formatting import format_time, tool_tip


class PlaceField(QLineEdit):
    """Follows the picture until someone types in it.

    Signals:
        place_wanted: A Place.
        refused: Why what was typed is no place.
    """

    place_wanted = Signal(object)
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.setObjectName("place")
        self.setAccessibleName(self.tr("Go to a time or a frame"))
        text = self.tr(
            "Go to a time or a frame: type 0:06.5, 00:01:02.5 or 62.5 for a time, 150 for a "
            "frame, and press Enter."
        )
        self.setToolTip(tool_tip(text))
        self.setMaxLength(24)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        width = self.fontMetrics().horizontalAdvance("00:00:00.000")
        self.setFixedWidth(width + 18)
        self._shown = ""
        self.returnPressed.connect(self._on_return_pressed)
        self.textEdited.connect(self._on_text_edited)

    def show_time(self, time_s: float | None) -> None:
        """Show where the picture is, unless someone types; nothing where there is none."""
        self._shown = format_time(time_s) if time_s is not None else ""
        if not (self.hasFocus() and self.isModified()):
            self.setText(self._shown)

    def begin(self) -> None:
        """Take the keyboard, ready to be typed over."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def event(self, event: QEvent) -> bool:
        """Override QWidget::event: Esc here leaves the field and stops nothing else."""
        is_override = event.type() == QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override QLineEdit::keyPressEvent."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Override QLineEdit::focusOutEvent: what was not confirmed is forgotten."""
        super().focusOutEvent(event)
        self._restore()

    def _leave(self) -> None:
        self._restore()
        self.clearFocus()

    def _restore(self) -> None:
        self.setText(self._shown)
        self.setModified(False)
        self._mark(is_wrong=False)

    def _on_text_edited(self) -> None:
        self._mark(is_wrong=False)

    def _on_return_pressed(self) -> None:
        place = parse_place(self.text())
        if place is None:
            self._mark(is_wrong=True)
            self.refused.emit(self.tr("not a time or a frame: type 0:06.5 or 150"))
            return
        self.setModified(False)
        self.clearFocus()
        self.place_wanted.emit(place)

    def _mark(self, *, is_wrong: bool) -> None:
        self.setProperty("wrong", "true" if is_wrong else "false")
        self.style().unpolish(self)
        self.style().polish(self)
