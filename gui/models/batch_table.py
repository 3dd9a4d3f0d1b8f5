# SPDX-License-Identifier: Apache-2.0
"""The files of a batch as a table: rows come, change and go one by one or in parts, never all."""

from __future__ import annotations

import enum
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal

from core.batch.records import Item, Status
from gui.models.batch_row import BATCH_COLUMNS, BatchRow
from gui.models.columns import ColumnTableModel
from gui.states import ItemState

# Up to so many changes are told one by one.
SINGLE = 32
_OFF_THE_LIST = frozenset({Status.GONE, Status.REMOVED})


class BatchRole(enum.IntEnum):
    """What a delegate asks of a row besides its text."""

    ITEM_ID = Qt.ItemDataRole.UserRole + 1
    OUTCOME = Qt.ItemDataRole.UserRole + 2
    STATE = Qt.ItemDataRole.UserRole + 3
    SHARE = Qt.ItemDataRole.UserRole + 4


_ROLES: dict[int, Callable[[BatchRow], object]] = {
    BatchRole.ITEM_ID: lambda row: row.item.item_id,
    BatchRole.OUTCOME: lambda row: row.item.outcome,
    BatchRole.STATE: lambda row: row.state,
    BatchRole.SHARE: lambda row: row.share,
}


def runs(rows: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Give the first and the last of each run of neighbors in ascending numbers."""
    first = last = -1
    for row in rows:
        if first >= 0 and row == last + 1:
            last = row
            continue
        if first >= 0:
            yield first, last
        first = last = row
    if first >= 0:
        yield first, last


class BatchTable(ColumnTableModel[BatchRow]):
    """One row for each file, in the order in which they became known.

    Signals:
        tallied: `tally` changed.

    Attributes:
        tally: Kind of row (see `batch_row.KINDS`) to how many there are.
    """

    tallied = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Start empty."""
        super().__init__(BATCH_COLUMNS, parent)
        self.tally: Counter[str] = Counter()
        self._places: dict[int, int] = {}

    def row_of(self, item_id: int) -> int:
        """Find an item's row; -1 when it has none."""
        return self._places.get(item_id, -1)

    def role_data(self, row: BatchRow, column: int, role: int) -> object:
        """Override ColumnTableModel.role_data."""
        if role == Qt.ItemDataRole.AccessibleTextRole:
            heading = BATCH_COLUMNS[column].header()
            return f"{heading}: {BATCH_COLUMNS[column].text(row)}"
        read = _ROLES.get(role)
        return read(row) if read else None

    # Changes ------------------------------------------------------------------------------

    def put(self, items: Iterable[Item]) -> None:
        """Take in items as they are now: known ones change, others come, removed ones go."""
        new, gone = [], []
        changed: dict[int, BatchRow] = {}
        for item in items:
            row = self._places.get(item.item_id, -1)
            if item.status in _OFF_THE_LIST:
                gone += [row] if row >= 0 else []
            elif row < 0:
                new.append(BatchRow(item))
            elif self.rows[row].item != item:
                changed[row] = BatchRow(item)
        self._change(changed)
        self._remove(gone)
        self._append(new)
        if new or changed or gone:
            self.tallied.emit()

    def begin(self, item_id: int) -> None:
        """Note that an item is being analysed now."""
        self.progress({item_id: None})

    def progress(self, shares: dict[int, float | None]) -> None:
        """Note how far items are that are being analysed.

        Args:
            shares: Item id to share, [0, 1], or None where it is not known.
        """
        changed = {}
        for item_id, share in shares.items():
            row = self._places.get(item_id, -1)
            if row >= 0 and self.rows[row].item.outcome is None:
                changed[row] = self.rows[row].with_progress(share)
        self._change(changed)

    def settle(self) -> None:
        """Note that nothing is being analysed any more."""
        rows = enumerate(self.rows)
        running = {row: one for row, one in rows if one.state is ItemState.RUNNING}
        self._change({row: BatchRow(one.item) for row, one in running.items()})

    def clear(self) -> None:
        """Take all rows away."""
        if self.rows:
            self.beginRemoveRows(QModelIndex(), 0, len(self.rows) - 1)
            self.rows.clear()
            self._places.clear()
            self.tally.clear()
            self.endRemoveRows()
            self.tallied.emit()

    def _replace(self, row: int, by: BatchRow) -> None:
        before = self.rows[row].kind
        if before != by.kind:
            self.tally[before] -= 1
            self.tally[by.kind] += 1
        self.rows[row] = by

    def _append(self, new: list[BatchRow]) -> None:
        if not new:
            return
        first = len(self.rows)
        self.beginInsertRows(QModelIndex(), first, first + len(new) - 1)
        self.rows += new
        self._places |= {row.item.item_id: first + place for place, row in enumerate(new)}
        self.tally.update(row.kind for row in new)
        self.endInsertRows()

    def _remove(self, gone: list[int]) -> None:
        for first, last in reversed(list(runs(sorted(gone)))):
            self.beginRemoveRows(QModelIndex(), first, last)
            self.tally.subtract(row.kind for row in self.rows[first : last + 1])
            del self.rows[first : last + 1]
            self._places = {row.item.item_id: place for place, row in enumerate(self.rows)}
            self.endRemoveRows()

    def _change(self, changed: dict[int, BatchRow]) -> None:
        """Tell few changes one by one, each before the next is made, and many as one.

        Whoever keeps the rows in order finds a row's place among others that are in order.
        """
        right = self.columnCount() - 1
        for row, by in changed.items():
            self._replace(row, by)
            if len(changed) <= SINGLE:
                self.dataChanged.emit(self.index(row, 0), self.index(row, right))
        if len(changed) > SINGLE:
            self.dataChanged.emit(self.index(min(changed), 0), self.index(max(changed), right))
