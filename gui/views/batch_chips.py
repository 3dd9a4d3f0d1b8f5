# SPDX-License-Identifier: Apache-2.0
"""What of a batch is shown: a chip for each kind of row with its number, and a field for words."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QWidget

from core.records import Outcome
from gui import theme
from gui.icons import icon
from gui.models.batch_order import BatchFilter
from gui.models.batch_row import CANCELLED, KINDS, TO_DO
from gui.models.batch_table import BatchTable
from gui.words.messages import outcome_words

# Typing is not held up by sorting thousands of rows anew for each letter.
TYPING_MS = 120
_ICONS = {TO_DO: "waiting", CANCELLED: "cancelled"}


class BatchChips(QWidget):
    """Several chips may be down at once; with none down, all rows are shown.

    Signals:
        filter_changed: A BatchFilter.
    """

    filter_changed = Signal(object)

    def __init__(self, table: BatchTable, parent: QWidget | None = None) -> None:
        """Build it and follow the numbers of the table."""
        super().__init__(parent)
        self._table = table
        self._sent = BatchFilter()
        self.chips: dict[str, QToolButton] = {}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        self.all = self._chip()
        self.all.clicked.connect(self.clear)
        layout.addWidget(self.all)
        for kind in KINDS:
            chip = self.chips[kind] = self._chip()
            chip.clicked.connect(self._send)
            layout.addWidget(chip)
        layout.addStretch(1)
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Search names, places, messages"))
        self.search.setAccessibleName(self.tr("Search the batch"))
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(150)
        self.search.setMaximumWidth(320)
        layout.addWidget(self.search, 2)
        self._find = QAction(self.tr("Search the batch"), self)
        self._find.setShortcut(QKeySequence(QKeySequence.StandardKey.Find))
        self._find.triggered.connect(self._on_find)
        self.addAction(self._find)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING_MS)
        self._typing.timeout.connect(self._send)
        self.search.textChanged.connect(self._on_text_changed)
        table.tallied.connect(self._count)
        self._recolor(self._sent)
        self._count()

    def _chip(self) -> QToolButton:
        chip = QToolButton(self)
        chip.setObjectName("chip")
        chip.setCheckable(True)
        chip.setToolButtonStyle(chip.toolButtonStyle().ToolButtonTextBesideIcon)
        return chip

    def words(self, kind: str) -> str:
        """Name a kind of rows."""
        if kind == TO_DO:
            return self.tr("To do")
        if kind == CANCELLED:
            return self.tr("Cancelled")
        return outcome_words(Outcome(kind))

    def short_words(self, kind: str) -> str:
        """Name a kind of rows in as little room as there is beside seven others."""
        return {
            Outcome.SUPPORT_FOR_MANIPULATION.value: self.tr("Support"),
            Outcome.NO_SUPPORT_FOUND.value: self.tr("No support"),
            Outcome.COULD_NOT_EVALUATE.value: self.tr("Not evaluated"),
        }.get(kind, self.words(kind))

    def clear(self) -> None:
        """Show all rows."""
        for chip in self.chips.values():
            chip.setChecked(False)
        self.search.clear()
        self._send()

    def _count(self) -> None:
        numbers = self._table.tally
        self.all.setText(self.tr("All {0}").format(len(self._table.rows)))
        self.all.setAccessibleName(self.tr("Show all {0} files").format(len(self._table.rows)))
        for kind, chip in self.chips.items():
            number = numbers[kind]
            chip.setText(f"{self.short_words(kind)} {number}")
            chip.setToolTip(self.words(kind))
            chip.setAccessibleName(self.tr("Show {0}: {1}").format(self.words(kind), number))
            chip.setVisible(number > 0 or chip.isChecked() or kind != CANCELLED)
            chip.setEnabled(number > 0 or chip.isChecked())
        self.all.setEnabled(bool(self._table.rows))

    def _send(self) -> None:
        self._typing.stop()
        kinds = frozenset(kind for kind, chip in self.chips.items() if chip.isChecked())
        wanted = BatchFilter(self.search.text().strip(), kinds)
        self._recolor(wanted)
        if wanted != self._sent:
            self._sent = wanted
            self.filter_changed.emit(wanted)

    def _on_text_changed(self, _text: str) -> None:
        self._typing.start()

    def _on_find(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def changeEvent(self, event: QEvent) -> None:
        """Override QWidget::changeEvent: other colours after a change of theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_typing"):
            self._recolor(self._sent)

    def _recolor(self, wanted: BatchFilter) -> None:
        colors = theme.of(self.palette())
        self.all.setChecked(wanted == BatchFilter())
        for kind, chip in self.chips.items():
            is_outcome = kind not in _ICONS
            color = colors.outcome(Outcome(kind)) if is_outcome else colors.muted
            color = colors.on_accent if chip.isChecked() else color
            chip.setIcon(icon(kind if is_outcome else _ICONS[kind], color, colors.border))
