# SPDX-License-Identifier: Apache-2.0
"""The top of the batch: which folder, how far, how long still, and what can be done now."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from core.text import printable
from gui import theme
from gui.icons import icon
from gui.models.batch import BatchModel
from gui.models.intents import Intents
from gui.states import BatchPhase
from gui.words.messages import time_left_words


class BatchHead(QWidget):
    """Title, progress and buttons of a batch.

    Attributes:
        pause, stop, add: The buttons.
        chooser: The batches of the session, shown where there is more than one.
        bar, title, place, words: What it says.
    """

    def __init__(self, batch: BatchModel, intents: Intents, parent: QWidget | None = None) -> None:
        """Build it and follow the batch."""
        super().__init__(parent)
        self._batch = batch
        self.title = _label(self, "batchTitle")
        font = self.title.font()
        font.setPointSizeF(font.pointSizeF() * 1.35)
        font.setBold(True)
        self.title.setFont(font)
        self.place = _label(self, "muted")
        self.place.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.words = _label(self, "batchWords")
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress of the batch"))
        self.chooser = QComboBox(self)
        self.chooser.setAccessibleName(self.tr("Batch that is shown"))
        self.chooser.hide()
        self.pause = self._button(intents.batch_pause_toggled.emit)
        self.stop = self._button(intents.batch_stopped.emit)
        self.stop.setText(self.tr("Stop"))
        self.stop.setToolTip(
            self.tr("End the run now. Files in work wait again; what is finished is kept.")
        )
        self.add = self._button(intents.batch_folder_requested.emit)
        self.add.setText(self.tr("Add folder…"))
        self._lay_out()
        batch.changed.connect(self.refresh)
        self.refresh()

    def _button(self, wish: object) -> QToolButton:
        button = QToolButton(self)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setObjectName("batchButton")
        button.clicked.connect(lambda _checked=False: wish())  # type: ignore[operator]
        return button

    def _lay_out(self) -> None:
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self.title)
        names.addWidget(self.place)
        top = QHBoxLayout()
        top.setSpacing(6)
        top.addLayout(names, 1)
        for widget in (self.chooser, self.pause, self.stop, self.add):
            top.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addWidget(self.bar)
        layout.addWidget(self.words)

    def offer(self, names: list[str], place: int) -> None:
        """Offer batches to be shown, where there is more than one.

        Args:
            names: Of their folders.
            place: Of the one that is shown.
        """
        if names != [self.chooser.itemText(row) for row in range(self.chooser.count())]:
            self.chooser.clear()
            self.chooser.addItems(names)
        self.chooser.setCurrentIndex(place)
        self.chooser.setVisible(len(names) > 1)

    def refresh(self) -> None:
        """Say how things stand."""
        batch, place = self._batch, self._batch.place
        folder = place.folder if place else None
        self.title.setText(printable(folder.name or str(folder)) if folder else "")
        if place is not None:
            text = self.tr("{0} · results in {1}").format(place.folder, place.out)
            self.place.setText(printable(text))
            self.place.setToolTip("")
        counts = batch.counts
        is_searching = batch.phase in {BatchPhase.SEARCHING, BatchPhase.READING}
        self.bar.setRange(0, 0 if is_searching else max(counts.files - counts.cancelled, 1))
        self.bar.setValue(counts.finished)
        self.words.setText(" · ".join(filter(None, self._parts())))
        self._refresh_buttons()

    def _parts(self) -> list[str]:
        """Say what the batch does, then how far it is."""
        counts = self._batch.counts
        done = self.tr("{0} of {1} files finished").format(counts.finished, counts.files)
        words = self._phase_words()
        if self._batch.phase is BatchPhase.RUNNING:
            return [done, *words]
        return [*words, done] if counts.files else words

    def _phase_words(self) -> list[str]:
        batch, error = self._batch, self._batch.error
        pace = batch.frames_per_s
        words: dict[BatchPhase, list[str]] = {
            BatchPhase.EMPTY: [],
            BatchPhase.READING: [self.tr("Reading what was found before…")],
            BatchPhase.SEARCHING: [
                self.tr("Looking for images and videos"),
                self.tr("{0} files so far").format(batch.files_found),
            ],
            BatchPhase.PREPARING: [self._preparing_words()],
            BatchPhase.RUNNING: [
                time_left_words(batch.remaining_s),
                self.tr("{0} frames a second").format(f"{pace:.1f}") if pace else "",
                batch.where,
            ],
            BatchPhase.PAUSING: [self.tr("Pausing: what is in work is brought to its end")],
            BatchPhase.PAUSED: [self.tr("Paused")],
            BatchPhase.STOPPING: [self.tr("Stopping…")],
            BatchPhase.STOPPED: [self.tr("Not running"), self._left_words()],
            BatchPhase.FINISHED: [self.tr("Finished"), self._cancelled_words()],
            BatchPhase.FAILED: [
                self.tr("Could not go on"),
                printable(error.message) if error else "",
            ],
        }
        return words[batch.phase]

    def _preparing_words(self) -> str:
        return {
            "loading the detectors": self.tr("Loading the detectors…"),
            "checking what is finished": self.tr("Checking what is finished…"),
        }.get(self._batch.doing, self.tr("Starting…"))

    def _left_words(self) -> str:
        left = self._batch.counts.left
        return self.tr("{0} still to do").format(left) if left else ""

    def _cancelled_words(self) -> str:
        cancelled = self._batch.counts.cancelled
        return self.tr("{0} cancelled").format(cancelled) if cancelled else ""

    def _refresh_buttons(self) -> None:
        phase = self._batch.phase
        is_held = phase in {BatchPhase.PAUSING, BatchPhase.PAUSED}
        may_go_on = phase in {BatchPhase.STOPPED, BatchPhase.FAILED}
        goes = is_held or may_go_on
        self.pause.setText(self.tr("Go on") if goes else self.tr("Pause"))
        tip = self.tr("Analyse what is left") if goes else self.tr("Begin no further file")
        self.pause.setToolTip(tip)
        self.pause.setEnabled(goes or phase is BatchPhase.RUNNING)
        self.stop.setEnabled(phase.is_busy and phase is not BatchPhase.STOPPING)
        colors = theme.of(self.palette())
        name = "play" if goes else "pause"
        self.pause.setIcon(icon(name, colors.text, colors.border))
        self.stop.setIcon(icon("stop", colors.text, colors.border))
        self.add.setIcon(icon("open", colors.text, colors.border))

    def changeEvent(self, event: QEvent) -> None:
        """Override QWidget::changeEvent: other colours after a change of theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "add"):
            self._refresh_buttons()


def _label(parent: QWidget, name: str) -> QLabel:
    label = QLabel(parent)
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
