# SPDX-License-Identifier: Apache-2.0
"""The columns of a table as data: a table model is a tuple of these over rows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from gui.words.formatting import tool_tip

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """One column.

    Attributes:
        header: Translates the heading; called when the heading is asked for.
        text: What a cell shows.
        tooltip: Longer text for the cell.
        alignment: Of the cell's text.
        key: What rows are sorted by; None where there is nothing to compare, which comes last.
    """

    header: Callable[[], str]
    text: Callable[[Row], str]
    tooltip: Callable[[Row], str] = lambda _row: ""
    alignment: Qt.AlignmentFlag = LEFT
    key: Callable[[Row], Any] | None = None


class ColumnTableModel(QAbstractTableModel, Generic[Row]):
    """A table over a list of rows, read-only, whose columns are data.

    Attributes:
        rows: The rows; subclasses change them between Qt's begin and end calls.
    """

    def __init__(self, columns: tuple[Column[Row], ...], parent: QObject | None = None) -> None:
        """Keep the columns; there are no rows yet."""
        super().__init__(parent)
        self._columns = columns
        self.rows: list[Row] = []

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Override QAbstractItemModel::rowCount."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Override QAbstractItemModel::columnCount."""
        return 0 if parent.isValid() else len(self._columns)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Override QAbstractItemModel::headerData."""
        if orientation == Qt.Orientation.Horizontal and 0 <= section < len(self._columns):
            if role == Qt.ItemDataRole.DisplayRole:
                return self._columns[section].header()
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return self._columns[section].alignment
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Override QAbstractItemModel::data."""
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row, column = self.rows[index.row()], self._columns[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return column.text(row)
            case Qt.ItemDataRole.ToolTipRole:
                return tool_tip(column.tooltip(row)) or None
            case Qt.ItemDataRole.TextAlignmentRole:
                return column.alignment
            case _:
                return self.role_data(row, index.column(), role)

    def role_data(self, row: Row, column: int, role: int) -> object:  # noqa: ARG002
        """Answer a role that the columns do not; for subclasses."""
        return None
