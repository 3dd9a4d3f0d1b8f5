# SPDX-License-Identifier: Apache-2.0
"""What the analysis amounts to: the outcome first, then persons, coverage and how it was done."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelection, QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QScrollArea,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from gui.messages import person_name
from gui.models.evidence import EvidenceItem
from gui.models.intents import Intents
from gui.models.session import Session
from gui.models.track_table import TrackRole, TrackTable
from gui.states import ItemState
from gui.views.delegates import TrackDelegate
from gui.views.facts import FactsSection, heading_label
from gui.views.outcome_card import OutcomeCard
from gui.views.verdict_facts import coverage_facts, detector_facts, file_facts, person_facts

MAX_ROWS_SHOWN = 8


class VerdictPanel(QScrollArea):
    """Scrolls through all that is known of the selected file."""

    def __init__(self, session: Session, intents: Intents, parent: QWidget | None = None) -> None:
        """Build it and follow the session."""
        super().__init__(parent)
        self._session = session
        self._intents = intents
        self.card = OutcomeCard(intents, self)
        self.table = TrackTable(session, self)
        self.persons = QTableView(self)
        self._persons_heading = heading_label(self.tr("Persons"), self)
        self.person = FactsSection(self.tr("Selected person"), self)
        self.coverage = FactsSection(self.tr("Frames the outcome rests on"), self)
        self.detectors = FactsSection(self.tr("Detectors"), self)
        self.file = FactsSection(self.tr("File"), self)
        self._configure_table()
        self._lay_out()
        session.current_changed.connect(self.refresh)
        session.item_changed.connect(self._on_item_changed)
        session.track_changed.connect(self._on_track_changed)
        self.refresh()

    def _configure_table(self) -> None:
        table = self.persons
        table.setAccessibleName(self.tr("Persons and their outcomes"))
        table.setModel(self.table)
        table.setItemDelegate(TrackDelegate(table))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(table.fontMetrics().height() + 11)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        table.selectionModel().selectionChanged.connect(self._on_selection_changed)
        table.doubleClicked.connect(self._on_double_clicked)
        self.table.rowsInserted.connect(self._fit_table)
        self.table.rowsRemoved.connect(self._fit_table)

    def _lay_out(self) -> None:
        body = QWidget(self)
        body.setObjectName("verdictBody")
        layout = QVBoxLayout(body)
        layout.setContentsMargins(8, 6, 10, 10)
        layout.setSpacing(14)
        layout.addWidget(self.card)
        persons = QVBoxLayout()
        persons.setSpacing(4)
        persons.addWidget(self._persons_heading)
        persons.addWidget(self.persons)
        layout.addLayout(persons)
        for section in (self.person, self.coverage, self.detectors, self.file):
            layout.addWidget(section)
        layout.addStretch(1)
        self.setWidget(body)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def changeEvent(self, event: QEvent) -> None:
        """Override QWidget::changeEvent: other colours after a change of theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._session.current:
            self.card.show_item(self._session.current)

    def refresh(self) -> None:
        """Say all of the current item."""
        item = self._session.current
        self.card.setVisible(item is not None)
        if item is None:
            return
        self.card.show_item(item)
        self._fit_table()
        self._show_facts(item)

    def _on_item_changed(self, job_id: int) -> None:
        item = self._session.current
        if item is None or item.job_id != job_id:
            return
        self.card.show_item(item)
        if item.state is not ItemState.RUNNING or not item.frames_done:
            self._show_facts(item)

    def _show_facts(self, item: EvidenceItem) -> None:
        self.coverage.set_facts(coverage_facts(item.result.coverage) if item.result else ())
        self.detectors.set_facts(detector_facts(item.detectors))
        self.file.set_facts(file_facts(item))
        self._show_person(item)

    def _show_person(self, item: EvidenceItem) -> None:
        """Say more of the selected person, or of the only one."""
        tracks = item.result.tracks if item.result else ()
        wanted = self._session.track_id
        if wanted is None and len(tracks) == 1:
            wanted = tracks[0].track_id
        track = next((one for one in tracks if one.track_id == wanted), None)
        self.person.set_facts(person_facts(track, item.detectors) if track else ())
        if track is not None:
            self.person.set_heading(person_name(track.track_id))

    def _fit_table(self) -> None:
        """Make the table as high as its rows, so that only the panel scrolls."""
        n_rows = self.table.rowCount()
        self._persons_heading.setVisible(n_rows > 0)
        self.persons.setVisible(n_rows > 0)
        row = self.persons.verticalHeader().defaultSectionSize()
        header = self.persons.horizontalHeader().sizeHint().height()
        # Not QHeaderView.ResizeToContents: that measures every cell again at each change.
        for column in (0, 2, 3):
            self.persons.resizeColumnToContents(column)
        self.persons.setFixedHeight(header + row * min(n_rows, MAX_ROWS_SHOWN) + 6)

    def _on_selection_changed(self, selected: QItemSelection) -> None:
        indexes = selected.indexes()
        self._intents.track_selected.emit(indexes[0].data(TrackRole.TRACK_ID) if indexes else None)

    def _on_double_clicked(self, index: QModelIndex) -> None:
        self._intents.sighting_wanted.emit(self.table.rows[index.row()].first_time_s)

    def _on_track_changed(self) -> None:
        row = self.table.row_of(self._session.track_id)
        if row < 0:
            self.persons.clearSelection()
        elif row != self.persons.currentIndex().row() or not self.persons.selectedIndexes():
            self.persons.selectRow(row)
        if self._session.current is not None:
            self._show_person(self._session.current)
