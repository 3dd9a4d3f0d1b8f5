# SPDX-License-Identifier: Apache-2.0
"""Reads a batch's state: for the summary, for the window, and for the run itself.

Items come in pages by path, so that a reader holds one page, however many there are, and holds
no lock between two pages.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from core.batch.records import Counts, Item, Passed, PassedPlace, Status
from core.batch.schema import open_for_reading
from core.records import Coverage, Outcome

PAGE = 500
_NAMES = (
    *("id", "path", "size_bytes", "modified_ns", "status", "sha256", "fingerprint", "same_as"),
    *("outcome", "reason", "message", "folder", "kind", "codec", "frames_examined", "faces_scored"),
    *("people", "log10_lr", "coverage", "duration_s", "seconds", "finished_at"),
)
COLUMNS = ", ".join(_NAMES)


def item_of(row: tuple[Any, ...]) -> Item:
    """Make the record of a row of `COLUMNS`."""
    values = dict(zip(_NAMES, row, strict=True))
    coverage = values.pop("coverage")
    return Item(
        item_id=values.pop("id"),
        path=os.fsdecode(values.pop("path")),
        status=Status(values.pop("status")),
        outcome=Outcome(outcome) if (outcome := values.pop("outcome")) else None,
        coverage=Coverage(**json.loads(coverage)) if coverage else None,
        **values,
    )


class BatchReader:
    """The state of a batch as a reader sees it, also while a run writes it."""

    def __init__(self, state: sqlite3.Connection) -> None:
        """Take over a connection."""
        self._state = state

    @classmethod
    def open(cls, folder: Path) -> BatchReader:
        """Open the state of an output folder, read-only.

        Raises:
            BatchError: There is none, or it cannot be read.
        """
        return cls(open_for_reading(folder))

    def close(self) -> None:
        """Let go of the file."""
        self._state.close()

    def meta(self, key: str) -> str:
        """Give a fact of the batch, or an empty text: `folder`, `created_at`, `tool` ..."""
        row = self._state.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return str(row[0]) if row else ""

    def items(self, *statuses: Status) -> Iterator[Item]:
        """Give the items with one of the statuses, or all, in order of path."""
        wanted = [status.value for status in statuses or tuple(Status)]
        marks = ", ".join("?" * len(wanted))
        query = (
            f"SELECT {COLUMNS} FROM item WHERE status IN ({marks}) AND path > ? "  # noqa: S608
            f"ORDER BY path LIMIT {PAGE}"
        )
        after = b""
        while rows := self._state.execute(query, (*wanted, after)).fetchall():
            yield from map(item_of, rows)
            after = rows[-1][1]

    def changed(self) -> Iterator[Item]:
        """Give the finished items whose file has another size or time than before."""
        query = (
            f"SELECT {COLUMNS} FROM item WHERE status IN ('done', 'duplicate') "  # noqa: S608
            f"AND is_changed AND path > ? ORDER BY path LIMIT {PAGE}"
        )
        after = b""
        while rows := self._state.execute(query, (after,)).fetchall():
            yield from map(item_of, rows)
            after = rows[-1][1]

    def item(self, item_id: int) -> Item:
        """Give one item; it must be there."""
        query = f"SELECT {COLUMNS} FROM item WHERE id = ?"  # noqa: S608
        return item_of(self._state.execute(query, (item_id,)).fetchone())

    def passed(self) -> Iterator[PassedPlace]:
        """Give the places that were passed, in order of path."""
        query = f"SELECT path, why FROM passed WHERE path > ? ORDER BY path LIMIT {PAGE}"  # noqa: S608
        after = b""
        while rows := self._state.execute(query, (after,)).fetchall():
            for path, why in rows:
                yield PassedPlace(os.fsdecode(path), Passed(why))
            after = rows[-1][0]

    def counts(self) -> Counts:
        """Count files, outcomes and passed places."""
        by_status = self._tally("SELECT status, count(*) FROM item GROUP BY status")
        gone = by_status.pop(Status.GONE.value, 0)
        removed = by_status.pop(Status.REMOVED.value, 0)
        outcomes = self._tally(
            "SELECT outcome, count(*) FROM item WHERE outcome IS NOT NULL "
            "AND status IN ('done', 'duplicate') GROUP BY outcome"
        )
        return Counts(
            files=sum(by_status.values()),
            finished=sum(outcomes.values()),
            duplicates=by_status.get(Status.DUPLICATE.value, 0),
            gone=gone,
            cancelled=by_status.get(Status.CANCELLED.value, 0),
            removed=removed,
            outcomes=outcomes,
            passed=self._tally("SELECT why, count(*) FROM passed GROUP BY why"),
        )

    def _tally(self, query: str) -> dict[str, int]:
        return {str(key): int(number) for key, number in self._state.execute(query)}
