# SPDX-License-Identifier: Apache-2.0
"""The list of open files with their outcomes."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QPoint, Qt
from PySide6.QtWidgets import QListView, QMenu, QVBoxLayout, QWidget

from gui.models.intents import Intents
from gui.models.job_table import JobRole, JobTable
from gui.models.session import Session
from gui.views.delegates import JobDelegate


class JobsPanel(QWidget):
    """Selects a file; the context menu cancels, repeats or removes it."""

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
        self.list.selectionModel().selectionChanged.connect(self._on_selection_changed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2, 4, 2, 4)
        layout.addWidget(self.list)
        session.current_changed.connect(self._on_current_changed)
        self._on_current_changed()

    def _on_selection_changed(self, selected: QItemSelection) -> None:
        for index in selected.indexes():
            self._intents.item_selected.emit(index.data(JobRole.JOB_ID))

    def _on_current_changed(self) -> None:
        current = self._session.current
        row = self.table.row_of(current.job_id) if current else -1
        if row >= 0:
            self.list.setCurrentIndex(self.table.index(row, 0))
        else:
            self.list.clearSelection()

    def _on_menu_requested(self, place: QPoint) -> None:
        index = self.list.indexAt(place)
        item = self._session.item(index.data(JobRole.JOB_ID)) if index.isValid() else None
        if item is None:
            return
        menu = QMenu(self)
        cancel = menu.addAction(self.tr("Cancel the analysis"))
        cancel.setEnabled(not item.state.is_over)
        again = menu.addAction(self.tr("Analyse again"))
        again.setEnabled(item.state.is_over)
        remove = menu.addAction(self.tr("Remove from the list"))
        chosen = menu.exec(self.list.viewport().mapToGlobal(place))
        wishes = {
            cancel: self._intents.item_cancelled,
            again: self._intents.item_repeated,
            remove: self._intents.item_removed,
        }
        if chosen is not None:
            wishes[chosen].emit(item.job_id)
