# SPDX-License-Identifier: Apache-2.0
"""The outcome in words, first of all; while the analysis runs, how far it is."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from core.records import Outcome
from core.text import printable
from gui import theme
from gui.icons import pixmap
from gui.models.evidence import EvidenceItem
from gui.models.intents import Intents
from gui.states import ItemState
from gui.views.delegates import state_color, state_icon
from gui.views.facts import plain_label
from gui.words.messages import absence_caveat, time_left_words

_STEPS = 1000


class OutcomeCard(QFrame):
    """Sign, title, text and advice; progress and the button that goes with the state."""

    def __init__(self, intents: Intents, parent: QWidget | None = None) -> None:
        """Lay it out."""
        super().__init__(parent)
        self.setObjectName("card")
        self._intents = intents
        self._item: EvidenceItem | None = None
        self._color = ""
        self._sign = QLabel(self)
        self.title = plain_label("", self)
        self.title.setObjectName("outcomeTitle")
        font = self.title.font()
        font.setPointSizeF(font.pointSizeF() * 1.35)
        self.title.setFont(font)
        self.text = plain_label("", self)
        self.caveat = plain_label("", self)
        self.advice = plain_label("", self)
        self.advice.setObjectName("muted")
        self.progress = QProgressBar(self)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("Progress of the analysis"))
        self.progress_words = plain_label("", self)
        self.progress_words.setObjectName("muted")
        self.button = QPushButton(self)
        self.button.clicked.connect(self._on_button_clicked)
        self._lay_out()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.title, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 12, 14, 12)
        layout.setSpacing(7)
        layout.addLayout(head)
        for widget in (self.text, self.caveat, self.advice, self.progress, self.progress_words):
            layout.addWidget(widget)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)

    def changeEvent(self, event: QEvent) -> None:
        """Override QWidget::changeEvent: other colours after a change of theme."""
        super().changeEvent(event)
        # It comes once while the card is still being made.
        item: EvidenceItem | None = getattr(self, "_item", None)
        if event.type() == QEvent.Type.PaletteChange and item is not None:
            self.show_item(item)

    def show_item(self, item: EvidenceItem) -> None:
        """Say where an item stands."""
        self._item = item
        # A style sheet changes the widget's own palette, and tells of it while it is half-way.
        message, colors = item.message, theme.of(QApplication.palette())
        color = state_color(item.state, item.outcome, colors)
        name = state_icon(item.state, item.outcome)
        self._sign.setPixmap(pixmap(name, color, 26, self.devicePixelRatioF()))
        self.title.setText(message.title)
        self.text.setText(message.text)
        needs_caveat = _needs_caveat(item) and absence_caveat() not in message.text
        self.caveat.setText(absence_caveat() if needs_caveat else "")
        self.caveat.setVisible(needs_caveat)
        self.advice.setText(message.advice)
        self.advice.setVisible(bool(message.advice))
        self._paint_in(color)
        self._show_progress(item)
        self._show_button(item)
        self.setAccessibleName(f"{message.title}. {message.text} {self.caveat.text()}".strip())

    def _paint_in(self, color: str) -> None:
        """Give title and edge a colour, only when it differs: a style sheet costs milliseconds."""
        if color != self._color:
            self._color = color
            self.title.setStyleSheet(f"color: {color};")
            self.setStyleSheet(f"QFrame#card {{ border-left-color: {color}; }}")

    def _show_progress(self, item: EvidenceItem) -> None:
        is_running = item.state in {ItemState.RUNNING, ItemState.CANCELLING}
        self.progress.setVisible(is_running)
        self.progress_words.setVisible(is_running)
        if not is_running:
            return
        share = item.progress if item.frames_done else None
        # A range of nothing makes the bar busy without a share.
        self.progress.setRange(0, _STEPS if share is not None else 0)
        self.progress.setValue(round((share or 0.0) * _STEPS))
        words = [printable(item.stage_detail)] if item.stage_detail else []
        if item.frames_done:
            words = [self.tr("{0} frames analysed").format(f"{item.frames_done:,}")]
            if item.frames_failed:
                words.append(self.tr("{0} failed").format(f"{item.frames_failed:,}"))
            words.append(time_left_words(item.remaining_s))
        self.progress_words.setText(", ".join(filter(None, words)))

    def _show_button(self, item: EvidenceItem) -> None:
        can_repeat = item.state in {ItemState.CANCELLED, ItemState.FAILED}
        can_cancel = item.state in {ItemState.WAITING, ItemState.RUNNING}
        self.button.setVisible(can_repeat or can_cancel)
        self.button.setText(self.tr("Analyse again") if can_repeat else self.tr("Cancel"))

    def _on_button_clicked(self) -> None:
        if self._item is None:
            return
        if self._item.state.is_over:
            self._intents.item_repeated.emit(self._item.job_id)
        else:
            self._intents.item_cancelled.emit(self._item.job_id)


def _needs_caveat(item: EvidenceItem) -> bool:
    """Tell whether `no_support_found` stands anywhere: the caveat stands wherever it does."""
    if item.result is None:
        return False
    outcomes = {item.result.outcome, *(track.outcome for track in item.result.tracks)}
    return Outcome.NO_SUPPORT_FOUND in outcomes
