# SPDX-License-Identifier: Apache-2.0
"""Below the picture: steps, play, speed, the seek slider, the place and a way to another."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from gui import theme
from gui.icons import icon
from gui.models.intents import Intents
from gui.models.places import SPEEDS, Place
from gui.models.session import Session
from gui.views.elided_label import ElidedLabel
from gui.views.place_field import PlaceField
from gui.views.timeline import Timeline
from gui.words.formatting import format_time


class TransportBar(QWidget):
    """Moves through a video; of no use, and so disabled, for a still image."""

    def __init__(self, session: Session, intents: Intents, parent: QWidget | None = None) -> None:
        """Make the controls and follow the session."""
        super().__init__(parent)
        self._session = session
        self._intents = intents
        self.timeline = Timeline(self)
        self.field = PlaceField(self)
        self.speeds = self._make_speeds()
        self._is_playing = False
        self._place = QLabel(self)
        self._place.setTextFormat(Qt.TextFormat.PlainText)
        self._place.setAccessibleName(self.tr("Frame and time shown"))
        self._shown: tuple[bool, float | None, bool] | None = None
        self._note = ElidedLabel(self)
        self._note.setObjectName("muted")
        self._note.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._buttons = self._make_buttons()
        self._lay_out()
        self.timeline.valueChanged.connect(self._on_value_changed)
        self.field.place_wanted.connect(self._on_place_wanted)
        self.field.refused.connect(self.set_note)
        self.speeds.activated.connect(self._on_speed_chosen)
        session.current_changed.connect(self.refresh)
        session.item_changed.connect(self._on_item_changed)
        session.frame_changed.connect(self._on_frame_changed)
        self.refresh()

    def _make_buttons(self) -> dict[str, QToolButton]:
        made = {}
        for name, label, wish in (
            ("first", self.tr("First frame"), self._go_first),
            ("previous", self.tr("Previous frame"), self._go_back),
            ("play", self.tr("Play or pause"), self._intents.play_toggled.emit),
            ("next", self.tr("Next frame"), self._go_on),
            ("last", self.tr("Last frame"), self._go_last),
        ):
            button = QToolButton(self)
            button.setAccessibleName(label)
            button.setToolTip(label)
            button.setAutoRaise(True)
            button.clicked.connect(wish)
            made[name] = button
        return made

    def _make_speeds(self) -> QComboBox:
        speeds = QComboBox(self)
        speeds.setAccessibleName(self.tr("Playing speed"))
        speeds.setToolTip(self.tr("Playing speed: seconds of the file in one second"))
        for speed in SPEEDS:
            speeds.addItem(self.tr("{0}×").format(f"{speed:g}"), speed)
        speeds.setCurrentIndex(SPEEDS.index(1.0))
        return speeds

    def _lay_out(self) -> None:
        below = QHBoxLayout()
        below.setSpacing(2)
        for button in self._buttons.values():
            below.addWidget(button)
        below.addSpacing(4)
        below.addWidget(self.speeds)
        below.addSpacing(8)
        below.addWidget(self.field)
        below.addSpacing(6)
        below.addWidget(self._place)
        below.addSpacing(12)
        below.addWidget(self._note, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 4, 12, 6)
        layout.setSpacing(2)
        layout.addWidget(self.timeline)
        layout.addLayout(below)

    def set_note(self, text: str) -> None:
        """Say something about the frame shown."""
        self._note.say(text)

    @Slot(bool)
    def on_playing_changed(self, is_playing: bool) -> None:
        """Show what a press on the play button will do."""
        self._is_playing = is_playing
        self._paint_icons()

    @Slot(float)
    def on_speed_changed(self, speed: float) -> None:
        """Show the speed."""
        self.speeds.setCurrentIndex(self.speeds.findData(speed))

    def refresh(self) -> None:
        """Bring range, marks and state in line with the current item."""
        item = self._session.current
        is_image = item is not None and item.is_image
        for widget in (self.timeline, self.speeds, self.field, *self._buttons.values()):
            widget.setVisible(not is_image)
            widget.setEnabled(self._session.frame is not None)
        duration_s = (item.duration_s if item else None) or 0.0
        self.timeline.blockSignals(True)
        self.timeline.setRange(0, max(round(duration_s * 1000), 0))
        self.timeline.blockSignals(False)
        result = item.result if item else None
        spans = tuple(
            (segment.start_s, segment.end_s)
            for track in (result.tracks if result else ())
            for segment in track.segments
        )
        self.timeline.set_marks(spans, result.shots if result else ())
        self._paint_icons()
        self._show_place()

    def _paint_icons(self) -> None:
        colors = theme.of(self.palette())
        for name, button in self._buttons.items():
            drawn = "pause" if name == "play" and self._is_playing else name
            button.setIcon(icon(drawn, colors.text, colors.border))

    def _show_place(self) -> None:
        frame, item = self._session.frame, self._session.current
        if frame is None or item is None:
            self._place.setText("")
            self.field.show_time(None)
            return
        if item.is_image:
            self._place.setText(self.tr("{0} x {1} pixels").format(frame.width, frame.height))
            return
        self.field.show_time(frame.time_s)
        if item.duration_s:
            text = self.tr("of {0}   frame {1}").format(
                format_time(item.duration_s), frame.frame_index
            )
        else:
            text = self.tr("frame {0}").format(frame.frame_index)
        self._place.setText(text)
        if not self.timeline.isSliderDown():
            self.timeline.blockSignals(True)
            self.timeline.setValue(round(frame.time_s * 1000))
            self.timeline.blockSignals(False)

    def _on_frame_changed(self) -> None:
        if self.timeline.isEnabled() == (self._session.frame is None):
            self.refresh()
        self._show_place()

    def _on_item_changed(self, job_id: int) -> None:
        item = self._session.current
        if item is None or item.job_id != job_id:
            return
        shown = (item.is_image, item.duration_s, item.result is not None)
        if shown != self._shown:
            self._shown = shown
            self.refresh()

    def _on_value_changed(self, value_ms: int) -> None:
        self._intents.time_wanted.emit(value_ms / 1000)

    def _on_place_wanted(self, place: Place) -> None:
        if place.frame_index is not None:
            self._intents.frame_wanted.emit(place.frame_index)
        elif place.time_s is not None:
            self._intents.time_wanted.emit(place.time_s)

    def _on_speed_chosen(self, place: int) -> None:
        self._intents.speed_wanted.emit(self.speeds.itemData(place))

    def _go_first(self) -> None:
        self._intents.ends_wanted.emit(-1)

    def _go_last(self) -> None:
        self._intents.ends_wanted.emit(1)

    def _go_back(self) -> None:
        self._intents.frames_stepped.emit(-1)

    def _go_on(self) -> None:
        self._intents.frames_stepped.emit(1)
