# SPDX-License-Identifier: Apache-2.0
"""What the scores in the selected span amount to, beside the time line."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QSizePolicy,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from gui import theme
from gui.icons import icon
from gui.models.evidence import EvidenceItem
from gui.models.span_stats import SpanFacts, SpanTableModel, span_facts, span_rows
from gui.words.formatting import format_span


class SpanPanel(QWidget):
    """A heading with the span, a line of counts, and a table by person and detector."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Lay it out; it is hidden until a span is selected."""
        super().__init__(parent)
        self.model = SpanTableModel(self)
        self.title = QLabel(self)
        self.title.setObjectName("heading")
        self.counts = QLabel(self)
        self.counts.setObjectName("muted")
        for label in (self.title, self.counts):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.counts.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.close_button = QToolButton(self)
        self.close_button.setAutoRaise(True)
        self.close_button.setAccessibleName(self.tr("Select no span"))
        self.close_button.setToolTip(self.tr("Select no span"))
        self.table = self._make_table()
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(self.title)
        top.addWidget(self.counts, 1)
        top.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 0, 2, 0)
        layout.setSpacing(2)
        layout.addLayout(top)
        layout.addWidget(self.table, 1)
        self._paint_icon()
        self.setMinimumWidth(400)
        self.setFixedHeight(132)
        self.hide()

    def _make_table(self) -> QTableView:
        table = QTableView(self)
        table.setAccessibleName(self.tr("Scores in the selected span"))
        table.setModel(self.model)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setTextElideMode(Qt.TextElideMode.ElideRight)
        table.setWordWrap(False)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(table.fontMetrics().height() + 5)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(30)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        return table

    def changeEvent(self, event: QEvent) -> None:
        """Override QWidget::changeEvent: other colours after a change of theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "close_button"):
            self._paint_icon()

    def _paint_icon(self) -> None:
        self.close_button.setIcon(icon("close", theme.of(self.palette()).muted))

    def show_span(self, item: EvidenceItem, start_s: float, end_s: float) -> None:
        """Sum up a span of an item."""
        self.title.setText(format_span(start_s, end_s))
        self.counts.setText(self._count_words(span_facts(item, start_s, end_s), end_s - start_s))
        self.model.show_rows(span_rows(item, start_s, end_s))
        self.show()

    def _count_words(self, facts: SpanFacts, length_s: float) -> str:
        length = f"{length_s:.1f}"
        if not facts.n_frames:
            return self.tr("{0} s, no analysed frame with a face").format(length)
        if facts.n_frames == 1 and facts.n_faces == 1:
            return self.tr("{0} s, 1 analysed frame with 1 face").format(length)
        if facts.n_frames == 1:
            return self.tr("{0} s, 1 analysed frame with {1} faces").format(length, facts.n_faces)
        return self.tr("{0} s, {1} analysed frames with {2} faces").format(
            length, facts.n_frames, facts.n_faces
        )
