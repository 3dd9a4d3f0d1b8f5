# SPDX-License-Identifier: Apache-2.0
"""The list of open files with their outcomes."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtWidgets import QAbstractItemView, QListView, QMenu, QVBoxLayout, QWidget

from gui.models.intents import Intents
from gui.models.job_table import JobRole, JobTable
from gui.models.session import Session
from gui.views.delegates import JobDelegate


class JobsPanel(QWidget):
    """Selects a file and marks several; the context menu cancels, repeats or removes them."""

    def __init__(self, session: Session, intents: Intents, parent: QWidget | None = None) -> None:
        """Build it and follow the session."""
        super().__init__(parent)
        self._session = session
        self._intents = intents
        self.table = JobTable(session, self)
        self.list = QListView(self)
        self.list.setAccessibleName(self.tr("Open files"))
        self.list.setModel(self.table)
        self.setFocusProxy(self.list)
        self.list.setItemDelegate(JobDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._on_menu_requested)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.selectionModel().currentChanged.connect(self._on_current_index_changed)
        self.list.selectionModel().selectionChanged.connect(self._on_selection_changed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2, 4, 2, 4)
        layout.addWidget(self.list)
        session.current_changed.connect(self._on_current_changed)
        session.item_removed.connect(self._on_item_removed)
        self._on_current_changed()

    def _on_current_index_changed(self, current: QModelIndex) -> None:
        if current.isValid():
            self._intents.item_selected.emit(current.data(JobRole.JOB_ID))

    def _on_selection_changed(self) -> None:
        self._intents.items_marked.emit(self._marked())

    def _marked(self) -> tuple[int, ...]:
        indexes = self.list.selectionModel().selectedIndexes()
        return tuple(index.data(JobRole.JOB_ID) for index in indexes)

    def _on_current_changed(self) -> None:
        current = self._session.current
        row = self.table.row_of(current.job_id) if current else -1
        if row < 0:
            self.list.clearSelection()
        elif row != self.list.currentIndex().row() or not self._marked():
            self.list.setCurrentIndex(self.table.index(row, 0))

    def _on_item_removed(self, _job_id: int) -> None:
        self._on_current_changed()

    def _on_menu_requested(self, place: QPoint) -> None:
        index = self.list.indexAt(place)
        if index.isValid():
            menu = self.make_menu()
            menu.exec(self.list.viewport().mapToGlobal(place))
            menu.deleteLater()

    def make_menu(self) -> QMenu:
        """Make the menu of what can be done with the marked files."""
        ids = self._marked()
        items = [item for one in ids if (item := self._session.item(one)) is not None]
        has_several = len(items) > 1
        menu = QMenu(self)
        for text, of_several, wish, can in (
            (
                self.tr("Cancel the analysis"),
                self.tr("Cancel the analyses"),
                self._intents.items_cancelled,
                any(not item.state.is_over for item in items),
            ),
            (
                self.tr("Analyse again"),
                self.tr("Analyse these files again"),
                self._intents.items_repeated,
                any(item.state.is_over for item in items),
            ),
            (
                self.tr("Remove from the list"),
                self.tr("Remove these files from the list"),
                self._intents.items_removed,
                True,
            ),
        ):
            action = menu.addAction(of_several if has_several else text)
            action.setEnabled(can)
            action.triggered.connect(partial(wish.emit, ids))
        return menu
