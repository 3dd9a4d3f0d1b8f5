# SPDX-License-Identifier: Apache-2.0
"""What went wrong since the start: kept in a list, so that nothing is lost behind a newer one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal

from gui.models.columns import Column, ColumnTableModel
from gui.words.messages import Message, translate

# The oldest go first: a batch of bad files must not fill the memory.
MOST_PROBLEMS = 500


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem.

    Attributes:
        at: Local time, `HH:MM:SS`.
        subject: Name of the file it is about; empty for none.
    """

    at: str
    subject: str
    message: Message

    @property
    def text(self) -> str:
        """All of it, for the clipboard."""
        parts = (self.message.text, self.message.advice)
        head = " ".join(filter(None, (self.at, self.subject, self.message.title)))
        return "\n".join(filter(None, (head, *parts)))


PROBLEM_COLUMNS: tuple[Column[Problem], ...] = (
    Column(lambda: translate("Problems", "Time"), lambda row: row.at),
    Column(lambda: translate("Problems", "File"), lambda row: row.subject, lambda row: row.subject),
    Column(
        lambda: translate("Problems", "What happened"),
        lambda row: " ".join(filter(None, (f"{row.message.title}.", row.message.text))),
        lambda row: row.text,
    ),
    Column(
        lambda: translate("Problems", "What to do"),
        lambda row: row.message.advice or "–",
        lambda row: row.message.advice,
    ),
)


class ProblemTable(ColumnTableModel[Problem]):
    """Newest last.

    Signals:
        changed: There are more of them, or none.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Start empty."""
        super().__init__(PROBLEM_COLUMNS, parent)

    def add(self, message: Message, subject: str = "") -> None:
        """Note a problem."""
        if len(self.rows) >= MOST_PROBLEMS:
            self.beginRemoveRows(QModelIndex(), 0, 0)
            del self.rows[0]
            self.endRemoveRows()
        place = len(self.rows)
        self.beginInsertRows(QModelIndex(), place, place)
        self.rows.append(Problem(f"{datetime.now().astimezone():%H:%M:%S}", subject, message))
        self.endInsertRows()
        self.changed.emit()

    def clear(self) -> None:
        """Forget them all."""
        if self.rows:
            self.beginRemoveRows(QModelIndex(), 0, len(self.rows) - 1)
            self.rows.clear()
            self.endRemoveRows()
            self.changed.emit()

    def role_data(self, row: Problem, column: int, role: int) -> object:  # noqa: ARG002
        """Override ColumnTableModel.role_data."""
        return row.text if role == Qt.ItemDataRole.AccessibleTextRole else None
