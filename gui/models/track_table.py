# SPDX-License-Identifier: Apache-2.0
"""The persons of the selected file as a table."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject, Qt

from core.records import Outcome, Reason, TrackResult
from gui.models.columns import RIGHT, Column, ColumnTableModel
from gui.models.evidence import EvidenceItem
from gui.models.session import Session
from gui.models.track_stats import TrackSoFar
from gui.words.formatting import format_score, format_span
from gui.words.messages import likelihood_words, outcome_words, person_name, reason_words, translate


class TrackRole(enum.IntEnum):
    """What a delegate asks of a row besides its text."""

    TRACK_ID = Qt.ItemDataRole.UserRole + 1
    OUTCOME = Qt.ItemDataRole.UserRole + 2


@dataclass(frozen=True, slots=True)
class TrackRow:
    """One person; outcome and score are None until the analysis is complete."""

    track_id: int
    first_time_s: float
    last_time_s: float
    n_seen: int
    n_scored: int
    outcome: Outcome | None = None
    reason: Reason | None = None
    score: float | None = None
    decided_by: str | None = None
    log10_lr: float | None = None

    @classmethod
    def so_far(cls, track: TrackSoFar) -> TrackRow:
        """Make the row of a track that still grows."""
        return cls(
            track.track_id, track.first_time_s, track.last_time_s, track.n_seen, track.n_scored
        )

    @classmethod
    def judged(cls, track: TrackResult) -> TrackRow:
        """Make the row of a complete track."""
        return cls(
            track.track_id,
            track.first_time_s,
            track.last_time_s,
            len(track.observations),
            sum(seen.rejected is None for seen in track.observations),
            track.outcome,
            track.reason,
            track.pooled_score,
            track.decided_by,
            track.log10_lr,
        )


def _outcome_text(row: TrackRow) -> str:
    return outcome_words(row.outcome) if row.outcome else "–"


def _tooltip(row: TrackRow) -> str:
    lines = [f"{person_name(row.track_id)}: {_outcome_text(row)}"]
    if row.reason:
        lines.append(reason_words(row.reason))
    lines.append(format_span(row.first_time_s, row.last_time_s))
    lines.append(
        translate("TrackTable", "Seen in {0} analysed frames, usable in {1}").format(
            row.n_seen, row.n_scored
        )
    )
    if row.decided_by:
        lines.append(translate("TrackTable", "Decided by {0}").format(row.decided_by))
    if row.log10_lr is not None:
        lines.append(likelihood_words(row.log10_lr))
    return "\n".join(lines)


TRACK_COLUMNS: tuple[Column[TrackRow], ...] = (
    Column(
        lambda: translate("TrackTable", "Person"),
        lambda row: person_name(row.track_id),
        _tooltip,
    ),
    Column(lambda: translate("TrackTable", "Outcome"), _outcome_text, _tooltip),
    Column(
        lambda: translate("TrackTable", "Score"),
        lambda row: format_score(row.score),
        _tooltip,
        RIGHT,
    ),
    Column(
        lambda: translate("TrackTable", "Frames"),
        lambda row: f"{row.n_scored} / {row.n_seen}",
        _tooltip,
        RIGHT,
    ),
)


class TrackTable(ColumnTableModel[TrackRow]):
    """One row for each track of the session's current item; grows while it is analysed."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        """Show the current item and follow the session."""
        super().__init__(TRACK_COLUMNS, parent)
        self._session = session
        self._shown: int | None = None
        session.current_changed.connect(self._refresh)
        session.item_changed.connect(self._on_item_changed)
        self._refresh()

    def row_of(self, track_id: int | None) -> int:
        """Find a track's row; -1 when it has none."""
        ids = (place for place, row in enumerate(self.rows) if row.track_id == track_id)
        return next(ids, -1)

    def role_data(self, row: TrackRow, column: int, role: int) -> object:
        """Override ColumnTableModel.role_data."""
        match role:
            case TrackRole.TRACK_ID:
                return row.track_id
            case TrackRole.OUTCOME:
                return row.outcome if column == 1 else None
            case Qt.ItemDataRole.AccessibleTextRole:
                return _tooltip(row) if column == 0 else TRACK_COLUMNS[column].text(row)
            case _:
                return None

    def _on_item_changed(self, job_id: int) -> None:
        if job_id == self._shown:
            self._refresh()

    def _refresh(self) -> None:
        """Bring the rows in line with the current item, touching only what differs."""
        item = self._session.current
        if item is None or item.job_id != self._shown:
            self._resize(0)
        self._shown = item.job_id if item else None
        wanted = rows_of(item)
        self._resize(min(len(self.rows), len(wanted)))
        for place, row in enumerate(wanted[: len(self.rows)]):
            if row != self.rows[place]:
                self.rows[place] = row
                last = self.columnCount() - 1
                self.dataChanged.emit(self.index(place, 0), self.index(place, last))
        if len(wanted) > len(self.rows):
            self.beginInsertRows(QModelIndex(), len(self.rows), len(wanted) - 1)
            self.rows.extend(wanted[len(self.rows) :])
            self.endInsertRows()

    def _resize(self, size: int) -> None:
        if size < len(self.rows):
            self.beginRemoveRows(QModelIndex(), size, len(self.rows) - 1)
            del self.rows[size:]
            self.endRemoveRows()


def rows_of(item: EvidenceItem | None) -> list[TrackRow]:
    """Make the rows of an item: the result's tracks, or those seen so far."""
    if item is None:
        return []
    if item.result is not None:
        return [TrackRow.judged(track) for track in item.result.tracks]
    return [TrackRow.so_far(track) for track in item.tracks]
