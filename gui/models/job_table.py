# SPDX-License-Identifier: Apache-2.0
"""The open files as a table for the list on the left."""

from __future__ import annotations

import enum
from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QObject, Qt

from gui.models.columns import Column, ColumnTableModel
from gui.models.evidence import EvidenceItem
from gui.models.session import Session
from gui.words.formatting import format_bytes
from gui.words.messages import translate


class JobRole(enum.IntEnum):
    """What a delegate asks of a row besides its text."""

    JOB_ID = Qt.ItemDataRole.UserRole + 1
    OUTCOME = Qt.ItemDataRole.UserRole + 2
    STATE = Qt.ItemDataRole.UserRole + 3
    PROGRESS = Qt.ItemDataRole.UserRole + 4
    STATE_TEXT = Qt.ItemDataRole.UserRole + 5


def _tooltip(item: EvidenceItem) -> str:
    lines = [item.name, item.state_text]
    if item.media is not None:
        facts = f"{item.media.width} x {item.media.height}, {item.media.container}"
        lines.append(f"{facts}, {format_bytes(item.media.size_bytes)}")
    return "\n".join(lines)


JOB_COLUMNS: tuple[Column[EvidenceItem], ...] = (
    Column(lambda: translate("JobTable", "File"), lambda item: item.name, _tooltip),
    Column(
        lambda: translate("JobTable", "State or outcome"), lambda item: item.state_text, _tooltip
    ),
)


_ROLES: dict[int, Callable[[EvidenceItem], object]] = {
    JobRole.JOB_ID: lambda item: item.job_id,
    JobRole.OUTCOME: lambda item: item.outcome,
    JobRole.STATE: lambda item: item.state,
    JobRole.PROGRESS: lambda item: item.progress,
    JobRole.STATE_TEXT: lambda item: item.state_text,
}


class JobTable(ColumnTableModel[EvidenceItem]):
    """One row for each item of the session, in its order."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        """Take the items that are there and follow the session."""
        super().__init__(JOB_COLUMNS, parent)
        self._session = session
        self.rows = list(session)
        session.item_added.connect(self._on_item_added)
        session.item_about_to_be_removed.connect(self._on_item_about_to_be_removed)
        session.item_changed.connect(self._on_item_changed)

    def row_of(self, job_id: int) -> int:
        """Find an item's row; -1 when it has none."""
        ids = (row for row, item in enumerate(self.rows) if item.job_id == job_id)
        return next(ids, -1)

    def role_data(self, row: EvidenceItem, column: int, role: int) -> object:  # noqa: ARG002
        """Override ColumnTableModel.role_data."""
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.name}, {row.state_text}"
        read = _ROLES.get(role)
        return read(row) if read else None

    def _on_item_added(self, job_id: int) -> None:
        item = self._session.item(job_id)
        if item is not None:
            place = self._session.place_of(job_id)
            self.beginInsertRows(QModelIndex(), place, place)
            self.rows.insert(place, item)
            self.endInsertRows()

    def _on_item_about_to_be_removed(self, job_id: int) -> None:
        row = self.row_of(job_id)
        if row >= 0:
            self.beginRemoveRows(QModelIndex(), row, row)
            del self.rows[row]
            self.endRemoveRows()

    def _on_item_changed(self, job_id: int) -> None:
        row = self.row_of(job_id)
        if row >= 0:
            self.dataChanged.emit(self.index(row, 0), self.index(row, self.columnCount() - 1))
