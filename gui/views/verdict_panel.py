# SPDX-License-Identifier: Apache-2.0
"""All that is known of the selected file: the outcome first, then notes, file and detectors."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QScrollArea,
    QTableView,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from core.records import TrackResult
from gui.models.card_shelf import CardShelf
from gui.models.evidence import EvidenceItem
from gui.models.intents import Intents
from gui.models.session import Session
from gui.models.track_table import TrackRole, TrackTable
from gui.states import ItemState
from gui.views.delegates import TrackDelegate
from gui.views.detector_views import DetectorsView
from gui.views.facts import FactsSection
from gui.views.media_facts import (
    credentials_facts,
    credentials_heading,
    file_facts,
    metadata_facts,
    run_facts,
    stream_facts,
)
from gui.views.notes_view import NotesView
from gui.views.outcome_card import OutcomeCard
from gui.views.section import Section
from gui.views.strength_scale import StrengthScale
from gui.views.verdict_facts import (
    coverage_facts,
    limit_facts,
    person_facts,
    reason_facts,
    scale_facts,
)
from gui.words.messages import person_name

MAX_ROWS_SHOWN = 8
_FILE_TAB = 2


class VerdictPanel(QTabWidget):
    """Four tabs, each of which scrolls; sections fold.

    Attributes:
        card: The outcome in words.
        notes: Notes and bookmarks.
        detectors: Cards and error rates.
    """

    def __init__(self, session: Session, intents: Intents, parent: QWidget | None = None) -> None:
        """Build it and follow the session."""
        super().__init__(parent)
        self._session = session
        self._intents = intents
        self.setObjectName("inspector")
        self.setDocumentMode(True)
        self.setUsesScrollButtons(False)
        self.tabBar().setAccessibleName(self.tr("Parts of the findings"))
        self.card = OutcomeCard(intents, self)
        self.table = TrackTable(session, self)
        self.persons = QTableView(self)
        self.persons_section = Section(self.tr("Persons"), self)
        self.person = FactsSection(self.tr("Selected person"), self)
        self.strength = StrengthScale(self)
        self.reasons = FactsSection(self.tr("Why this outcome"), self)
        self.coverage = FactsSection(self.tr("Frames the outcome rests on"), self)
        self.limits = FactsSection(self.tr("What it does not show"), self)
        self.scale = FactsSection(self.tr("The scale of strength in words"), self, is_open=False)
        self.notes = NotesView(session, intents, self)
        self.file = FactsSection(self.tr("File"), self)
        self.streams = FactsSection(self.tr("Picture and streams"), self)
        self.credentials = FactsSection(self.tr("Content credentials"), self)
        self.metadata = FactsSection(self.tr("Metadata and dates in the file"), self)
        self.run = FactsSection(self.tr("How it was analysed"), self)
        self.detectors = DetectorsView(self)
        self._configure_table()
        self._lay_out()
        self.currentChanged.connect(self._on_tab_chosen)
        session.current_changed.connect(self.refresh)
        session.item_changed.connect(self._on_item_changed)
        session.track_changed.connect(self._on_track_changed)
        session.annotations_changed.connect(self._show_titles)
        self.refresh()

    def use_shelf(self, shelf: CardShelf) -> None:
        """Take the detectors' cards from elsewhere."""
        self.detectors.use_shelf(shelf)
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
        inside = QVBoxLayout(self.persons_section.body)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.persons)
        findings = (
            self.card,
            self.persons_section,
            self.person,
            self.strength,
            self.reasons,
            self.coverage,
            self.limits,
            self.scale,
        )
        for title, widgets in (
            (self.tr("Findings"), findings),
            (self.tr("Notes"), (self.notes,)),
            (
                self.tr("File"),
                (self.file, self.streams, self.credentials, self.metadata, self.run),
            ),
            (self.tr("Detectors"), (self.detectors,)),
        ):
            self.addTab(_scrolling(widgets, self), title)

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
        self.reasons.set_facts(reason_facts(item))
        self.coverage.set_facts(coverage_facts(item.result.coverage) if item.result else ())
        self.limits.set_facts(limit_facts(item))
        self.detectors.show_detectors(item.detectors, item.settings)
        if self.currentIndex() == _FILE_TAB:
            self._show_file(item)
        self._show_person(item)
        self._show_titles()

    def _on_tab_chosen(self, place: int) -> None:
        if place == _FILE_TAB and self._session.current is not None:
            self._show_file(self._session.current)

    def _show_file(self, item: EvidenceItem) -> None:
        """Say what is known of the file; dozens of labels, so only while the tab is seen."""
        self.file.set_facts(file_facts(item))
        self.streams.set_facts(stream_facts(item.media))
        found = item.media.credentials if item.media else None
        self.credentials.set_heading(credentials_heading(found))
        self.credentials.set_facts(credentials_facts(found) if item.media else ())
        self.metadata.set_facts(metadata_facts(item.media))
        self.run.set_facts(run_facts(item.result))

    def _show_titles(self, _job_id: int = 0) -> None:
        """Count in the tab's title what was added."""
        item = self._session.current
        marks = item.annotations if item is not None else None
        n_added = len(marks.notes) + len(marks.bookmarks) if marks is not None else 0
        text = self.tr("Notes ({0})").format(n_added) if n_added else self.tr("Notes")
        self.setTabText(1, text)

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
        self._show_strength(item, track)

    def _show_strength(self, item: EvidenceItem, track: TrackResult | None) -> None:
        value = track.log10_lr if track is not None else None
        run = item.detector(track.decided_by) if track is not None else None
        self.strength.show_strength(value, run.calibration if run is not None else None)
        self.scale.set_facts(scale_facts(value))

    def _fit_table(self) -> None:
        """Make the table as high as its rows, so that only the panel scrolls."""
        n_rows = self.table.rowCount()
        self.persons_section.setVisible(n_rows > 0)
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


def _scrolling(widgets: tuple[QWidget, ...], parent: QWidget) -> QScrollArea:
    """Put widgets below each other into an area that scrolls up and down only."""
    body = QWidget(parent)
    body.setObjectName("verdictBody")
    layout = QVBoxLayout(body)
    layout.setContentsMargins(8, 8, 10, 10)
    layout.setSpacing(12)
    for widget in widgets:
        layout.addWidget(widget)
    layout.addStretch(1)
    area = QScrollArea(parent)
    area.setWidget(body)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area
