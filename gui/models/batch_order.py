# SPDX-License-Identifier: Apache-2.0
"""The rows of a batch that are shown, in the order in which they are.

Qt's own sorting proxy asks the model twice for each comparison, which in Python takes seconds for
ten thousand rows; here the rows' keys are sorted at once. Single changes move single rows, so that
the selection and the place in the list stay while a batch runs.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractProxyModel, QModelIndex, QObject, Qt, Signal

from gui.models.batch_row import BATCH_COLUMNS, FILE, BatchRow
from gui.models.batch_table import SINGLE, BatchTable, runs
from gui.models.columns import Index


def _no_key(_row: BatchRow) -> None:
    """Leave rows as they come."""


@dataclass(frozen=True, slots=True)
class BatchFilter:
    """Which rows are shown.

    Attributes:
        text: Words that must all be found in a row.
        kinds: Kinds of rows; empty takes all.
    """

    text: str = ""
    kinds: frozenset[str] = frozenset()

    def test(self) -> Callable[[BatchRow], bool]:
        """Give what tells whether a row is shown."""
        kinds, words = self.kinds, tuple(self.text.casefold().split())

        def takes(row: BatchRow) -> bool:
            if kinds and row.kind not in kinds:
                return False
            search = row.search
            return all(word in search for word in words)

        return takes


class BatchOrder(QAbstractProxyModel):
    """Sorts and filters a BatchTable.

    Signals:
        filtered: Other rows are shown, or more or fewer.
    """

    filtered = Signal()

    def __init__(self, table: BatchTable, parent: QObject | None = None) -> None:
        """Show all rows by name."""
        super().__init__(parent)
        self._table = table
        self._order: list[int] = []
        self._shown: dict[int, int] = {}
        self._column, self._is_descending = FILE, False
        self._filter = BatchFilter()
        self._takes = self._filter.test()
        self.setSourceModel(table)
        table.rowsInserted.connect(self._on_rows_inserted)
        table.rowsAboutToBeRemoved.connect(self._on_rows_about_to_be_removed)
        table.rowsRemoved.connect(self._on_rows_removed)
        table.dataChanged.connect(self._on_data_changed)
        self._arrange()

    @property
    def shown_filter(self) -> BatchFilter:
        """Which rows are shown."""
        return self._filter

    def filter(self, wanted: BatchFilter) -> None:
        """Show other rows; those selected stay so where they are still shown."""
        if wanted != self._filter:
            self._filter, self._takes = wanted, wanted.test()
            self._rearrange()

    def row_at(self, row: int) -> BatchRow:
        """Give the row that is shown at a place."""
        return self._table.rows[self._order[row]]

    def place_of(self, item_id: int) -> int:
        """Find where an item is shown; -1 where it is not."""
        return self._shown.get(self._table.row_of(item_id), -1)

    # What Qt asks -------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Override QAbstractItemModel::rowCount."""
        return 0 if parent.isValid() else len(self._order)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Override QAbstractItemModel::columnCount."""
        return 0 if parent.isValid() else len(BATCH_COLUMNS)

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        """Override QAbstractItemModel::index."""
        is_there = 0 <= row < len(self._order) and 0 <= column < len(BATCH_COLUMNS)
        return self.createIndex(row, column) if is_there and not parent.isValid() else QModelIndex()

    def parent(self, _index: Index = QModelIndex()) -> Any:  # noqa: B008
        """Override QAbstractItemModel::parent."""
        return QModelIndex()

    def hasChildren(self, parent: Index = QModelIndex()) -> bool:  # noqa: B008
        """Override QAbstractItemModel::hasChildren."""
        return not parent.isValid() and bool(self._order)

    def mapToSource(self, index: Index) -> QModelIndex:
        """Override QAbstractProxyModel::mapToSource."""
        if not index.isValid() or index.row() >= len(self._order):
            return QModelIndex()
        return self._table.index(self._order[index.row()], index.column())

    def mapFromSource(self, index: Index) -> QModelIndex:
        """Override QAbstractProxyModel::mapFromSource."""
        row = self._shown.get(index.row(), -1) if index.isValid() else -1
        return self.index(row, index.column())

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Override QAbstractItemModel::data."""
        return self._table.data(self.mapToSource(index), role)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Override QAbstractItemModel::headerData."""
        return self._table.headerData(section, orientation, role)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Override QAbstractItemModel::sort."""
        self._column = column if 0 <= column < len(BATCH_COLUMNS) else FILE
        self._is_descending = order == Qt.SortOrder.DescendingOrder
        self._rearrange()

    # The order ----------------------------------------------------------------------------

    def _key(self, source_row: int) -> Any:
        return (BATCH_COLUMNS[self._column].key or _no_key)(self._table.rows[source_row])

    def _arrange(self) -> None:
        """Work the order out; gaps come last whichever way it goes, equal ones as in the table."""
        rows, takes = self._table.rows, self._takes
        has_filter = self._filter != BatchFilter()
        taken = [r for r in range(len(rows)) if takes(rows[r])] if has_filter else range(len(rows))
        read = BATCH_COLUMNS[self._column].key or _no_key
        keys: dict[int, Any] = {row: read(rows[row]) for row in taken}
        known = [row for row in taken if keys[row] is not None]
        known.sort(key=keys.__getitem__, reverse=self._is_descending)
        self._order = known + [row for row in taken if keys[row] is None]
        self._count()

    def _count(self) -> None:
        self._shown = {source: row for row, source in enumerate(self._order)}

    def _rearrange(self) -> None:
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        sources = [(self._order[one.row()], one.column()) for one in before]
        self._arrange()
        after = [self.index(self._shown.get(row, -1), column) for row, column in sources]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()
        self.filtered.emit()

    def _is_before(self, one: int, other: int) -> bool:
        """Whether a source row comes before another one."""
        key, other_key = self._key(one), self._key(other)
        if key is None or other_key is None:
            return other_key is None and (key is not None or one < other)
        if key == other_key:
            return one < other
        return bool(key > other_key) if self._is_descending else bool(key < other_key)

    def _place_for(self, source_row: int) -> int:
        """Find where a row belongs among those shown, itself not counted."""
        order = self._order
        own = self._shown.get(source_row, -1)
        if own >= 0:
            order = order[:own] + order[own + 1 :]
        low, high = 0, len(order)
        while low < high:
            middle = (low + high) // 2
            if self._is_before(source_row, order[middle]):
                high = middle
            else:
                low = middle + 1
        return low

    # Following the table ------------------------------------------------------------------

    def _on_rows_inserted(self, _parent: QModelIndex, first: int, last: int) -> None:
        if last - first >= SINGLE:
            self._rearrange()
            return
        for row in range(first, last + 1):
            if self._takes(self._table.rows[row]):
                self._insert(row)
        self.filtered.emit()

    def _insert(self, source_row: int) -> None:
        place = self._place_for(source_row)
        self.beginInsertRows(QModelIndex(), place, place)
        self._order.insert(place, source_row)
        self._count()
        self.endInsertRows()

    def _on_rows_about_to_be_removed(self, _parent: QModelIndex, first: int, last: int) -> None:
        gone = sorted(self._shown[row] for row in range(first, last + 1) if row in self._shown)
        for begin, end in reversed(list(runs(gone))):
            self._withdraw(begin, end)

    def _withdraw(self, begin: int, end: int) -> None:
        self.beginRemoveRows(QModelIndex(), begin, end)
        del self._order[begin : end + 1]
        self._count()
        self.endRemoveRows()

    def _on_rows_removed(self, _parent: QModelIndex, first: int, last: int) -> None:
        """Follow the numbers of the rows behind; what is shown stays where it is."""
        less = last - first + 1
        self._order = [row - less if row > last else row for row in self._order]
        self._count()
        self.filtered.emit()

    def _on_data_changed(self, top_left: QModelIndex, bottom_right: QModelIndex) -> None:
        first, last = top_left.row(), bottom_right.row()
        if last - first >= SINGLE:
            self._rearrange()
            right = len(BATCH_COLUMNS) - 1
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._order) - 1, right))
            return
        changed = False
        for row in range(first, last + 1):
            changed |= self._follow(row)
        if changed:
            self.filtered.emit()

    def _follow(self, source_row: int) -> bool:
        """Show, hide, move or redraw one row; says whether the number of rows changed."""
        is_taken = self._takes(self._table.rows[source_row])
        place = self._shown.get(source_row, -1)
        if place < 0:
            if is_taken:
                self._insert(source_row)
            return is_taken
        if not is_taken:
            self._withdraw(place, place)
            return True
        wanted = self._place_for(source_row)
        if wanted != place:
            self._move(place, wanted)
        right = len(BATCH_COLUMNS) - 1
        self.dataChanged.emit(self.index(wanted, 0), self.index(wanted, right))
        return False

    def _move(self, place: int, wanted: int) -> None:
        root = QModelIndex()
        behind = wanted + 1 if wanted > place else wanted
        self.beginMoveRows(root, place, place, root, behind)
        self._order.insert(wanted, self._order.pop(place))
        self._count()
        self.endMoveRows()
