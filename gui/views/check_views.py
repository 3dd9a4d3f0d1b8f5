# SPDX-License-Identifier: Apache-2.0
"""The parts of the settings dialog that look at this machine: engines, speed, weights."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QProgressBar,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from core.installed import EnginePlace, Speed, WeightsVerdict
from core.text import printable
from gui import theme
from gui.icons import icon
from gui.models.setting_catalog import choice_words
from gui.words.formatting import short_hash, tool_tip


class CheckView(QWidget):
    """A table that fills while a check runs, with a button that starts and stops it.

    Signals:
        start_wanted, stop_wanted: The button was pressed.
    """

    start_wanted = Signal()
    stop_wanted = Signal()

    def __init__(
        self, name: str, start: str, headers: tuple[str, ...], parent: QWidget | None = None
    ) -> None:
        """Lay it out.

        Args:
            name: For screen readers.
            start: What the button says.
            headers: Of the columns.
            parent: Owner.
        """
        super().__init__(parent)
        self._start = start
        self._is_running = False
        self.table = QTableWidget(0, len(headers), self)
        self.table.setAccessibleName(name)
        self.table.setHorizontalHeaderLabels(list(headers))
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setMinimumHeight(150)
        header = self.table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(len(headers) - 1, QHeaderView.ResizeMode.Stretch)
        self.button = QPushButton(start, self)
        self.button.clicked.connect(self._on_clicked)
        self.progress = QProgressBar(self)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(name)
        self.progress.setMaximumWidth(160)
        self.words = QLabel(self)
        self.words.setObjectName("muted")
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        foot = QHBoxLayout()
        foot.addWidget(self.button)
        foot.addWidget(self.progress)
        foot.addWidget(self.words, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.table, 1)
        layout.addLayout(foot)
        self.set_running(is_running=False)

    def set_running(self, *, is_running: bool, words: str = "") -> None:
        """Show whether it runs."""
        self._is_running = is_running
        self.button.setText(self.tr("Stop") if is_running else self._start)
        self.progress.setVisible(is_running)
        self.progress.setRange(0, 0 if is_running else 1)
        self.words.setText(words)

    def clear(self) -> None:
        """Take what an earlier run found away."""
        self.table.setRowCount(0)

    def add_row(
        self, cells: tuple[str, ...], tip: str = "", sign: str = "", color: str = ""
    ) -> None:
        """Add what was found; the last cell carries the sign."""
        row = self.table.rowCount()
        self.table.insertRow(row)
        for column, text in enumerate(cells):
            cell = QTableWidgetItem(printable(text))
            cell.setToolTip(tool_tip(tip))
            if column == len(cells) - 1 and sign:
                cell.setIcon(icon(sign, color))
                cell.setForeground(QColor(color))
            self.table.setItem(row, column, cell)

    def _on_clicked(self) -> None:
        (self.stop_wanted if self._is_running else self.start_wanted).emit()


class SpeedView(CheckView):
    """Engines and devices that are here, and how many crops a second each does."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start with no figures."""
        super().__init__(
            self.tr("Engines and devices of this computer"),
            self.tr("Measure the speed"),
            (self.tr("Engine"), self.tr("Device"), self.tr("Crops a second")),
            parent,
        )
        self._places: tuple[EnginePlace, ...] = ()
        self._rows: dict[tuple[str, str], int] = {}

    @property
    def places(self) -> tuple[EnginePlace, ...]:
        """What can be measured."""
        return tuple(one for one in self._places if one.device is not None)

    def show_places(self, places: tuple[EnginePlace, ...], providers: tuple[str, ...]) -> None:
        """List what is here."""
        self._places = places
        self.clear()
        self._rows = {}
        for place in places:
            device = choice_words("", place.device) if place.device else self.tr("not usable")
            self._rows[place.engine_id, place.device or ""] = self.table.rowCount()
            value = self.tr("not measured") if place.device else place.note
            self.add_row((place.title, device, value), place.note)
        names = ", ".join(one.removesuffix("ExecutionProvider") for one in providers)
        self.words.setText(self.tr("ONNX Runtime was built for: {0}").format(names or "–"))

    def show_speed(self, speed: Speed) -> None:
        """Show a figure."""
        row = self._rows.get((speed.engine_id, speed.device))
        if row is not None:
            text = speed.problem if speed.crops_per_s is None else f"{speed.crops_per_s:,.1f}"
            cell = QTableWidgetItem(printable(text))
            cell.setToolTip(tool_tip(speed.problem))
            self.table.setItem(row, 2, cell)


class WeightsView(CheckView):
    """Each weights file with its verdict."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(
            self.tr("Weights files and whether they are whole"),
            self.tr("Check the weights"),
            (self.tr("Detector"), self.tr("File"), "SHA-256", self.tr("Verdict")),
            parent,
        )

    def show_verdict(self, verdict: WeightsVerdict) -> None:
        """Add what was found of one file."""
        colors = theme.of(self.palette())
        shown = short_hash(verdict.found or verdict.expected)
        if verdict.is_whole:
            words, sign, color = self.tr("unchanged"), "no_support_found", colors.no_support
            tip = verdict.expected
        else:
            words, sign, color = verdict.problem, "could_not_evaluate", colors.could_not
            tip = f"{verdict.problem}\n{verdict.advice}"
        self.add_row((verdict.owner, verdict.file, shown, words), tip, sign, color)
