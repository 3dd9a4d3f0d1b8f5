# SPDX-License-Identifier: Apache-2.0
"""What is done and what is left, in the state file: the only memory of a batch.

Each step is one transaction, so that a run that is cut off at any moment leaves a state from
which the next one goes on. An item is `done` only after its reports are on the disk.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, replace
from itertools import islice
from pathlib import Path

from core.batch.discovery import Found
from core.batch.reader import COLUMNS, BatchReader, item_of
from core.batch.records import Counts, Finding, FoundFile, Item, Status
from core.batch.schema import lock_for_writing, open_state
from core.text import printable

_AT_ONCE = 500
# What only a finished item has; forgotten when it is to be analysed again.
_FORGET = (
    "status = 'waiting', fingerprint = '', same_as = NULL, outcome = NULL, reason = '', "
    "message = '', is_changed = 0, kind = '', codec = '', frames_examined = 0, "
    "faces_scored = 0, people = 0, log10_lr = NULL, coverage = NULL, duration_s = NULL, "
    "seconds = 0, finished_at = ''"
)
_FINDING = (
    "outcome = :outcome, reason = :reason, message = :message, folder = :folder, kind = :kind, "
    "codec = :codec, frames_examined = :frames_examined, faces_scored = :faces_scored, "
    "people = :people, log10_lr = :log10_lr, coverage = :coverage, duration_s = :duration_s, "
    "fingerprint = :fingerprint, finished_at = :finished_at"
)


class BatchState:
    """The state of a batch, open for its one writer; used by one thread at a time.

    Attributes:
        reader: The same state, to be read.
        is_open: Until it is closed.
    """

    def __init__(self, folder: Path) -> None:
        """Open or make the state of an output folder.

        Raises:
            BatchBusyError: Another run writes there.
            BatchError: The state cannot be used.
        """
        self._lock = lock_for_writing(folder)
        try:
            self._state = open_state(folder)
        except BaseException:
            self._lock.close()
            raise
        self.is_open = True
        self.reader = BatchReader(self._state)
        self._scan = int(self.reader.meta("scan") or 0)
        self._counts: Counts | None = None
        self._take_back()

    def close(self) -> None:
        """Close the file and let another run write."""
        self.is_open = False
        self._state.close()
        self._lock.close()

    @property
    def is_new(self) -> bool:
        """Whether the folder was never looked through to its end."""
        return not self.reader.meta("scanned")

    @property
    def counts(self) -> Counts:
        """How far the batch is; kept up to date without reading all items again."""
        if self._counts is None:
            self._counts = self.reader.counts()
        return self._counts

    def set_meta(self, **facts: str) -> None:
        """Write facts of the batch."""
        with self._transaction():
            self._state.executemany(
                "INSERT OR REPLACE INTO meta VALUES (?, ?)",
                facts.items(),
            )

    def take_scan(self, found: Iterable[Found], is_cancelled: Callable[[], bool]) -> Iterator[int]:
        """Write down what a walk finds; what is not found any more becomes `gone`.

        Args:
            found: From `discover`; held in parts only.
            is_cancelled: Looked at after each part; a walk that was cut off marks nothing.

        Yields:
            Number of files so far, after each part.
        """
        self._scan += 1
        self.set_meta(scan=str(self._scan))
        files = 0
        pending = iter(found)
        while part := tuple(islice(pending, _AT_ONCE)):
            with self._transaction():
                files += self._note(part)
            yield files
            if is_cancelled():
                return
        with self._transaction():
            self._state.execute("DELETE FROM passed WHERE seen < ?", (self._scan,))
            self._state.execute(
                "UPDATE item SET status = 'gone' WHERE seen < ? AND status != 'removed'",
                (self._scan,),
            )
            self._free_duplicates("SELECT id FROM item WHERE status = 'gone'")
            # What was gone and came back.
            self._state.execute(
                f"UPDATE item SET {_FORGET} WHERE status = 'waiting' AND outcome IS NOT NULL"  # noqa: S608
            )
        self.set_meta(scanned="yes")
        self._counts = None

    def next_waiting(self) -> Item | None:
        """Give the first waiting item by path."""
        row = self._state.execute(
            f"SELECT {COLUMNS} FROM item WHERE status = 'waiting' ORDER BY path LIMIT 1"  # noqa: S608
        ).fetchone()
        return item_of(row) if row else None

    def first_items(self, number: int) -> list[Item]:
        """Give some items that are there."""
        rows = self._state.execute(
            f"SELECT {COLUMNS} FROM item WHERE status NOT IN ('gone', 'removed') "  # noqa: S608
            "ORDER BY path LIMIT ?",
            (number,),
        )
        return [item_of(row) for row in rows.fetchall()]

    def has_same(self, file: FoundFile) -> bool:
        """Whether a file is known with this size and time."""
        row = self._state.execute(
            "SELECT 1 FROM item WHERE path = ? AND size_bytes = ? AND modified_ns = ? "
            "AND status != 'gone'",
            (os.fsencode(file.path), file.size_bytes, file.modified_ns),
        ).fetchone()
        return row is not None

    def has_peer_of_size(self, item: Item) -> bool:
        """Whether another file has the same number of bytes, so that it may be the same."""
        row = self._state.execute(
            "SELECT 1 FROM item WHERE size_bytes = ? AND id != ? "
            "AND status NOT IN ('gone', 'removed') LIMIT 1",
            (item.size_bytes, item.item_id),
        ).fetchone()
        return row is not None

    def find_same(self, item: Item, sha256: str) -> Item | None:
        """Give the item with these bytes that is analysed or in work, or None."""
        row = self._state.execute(
            f"SELECT {COLUMNS} FROM item WHERE sha256 = ? AND id != ? "  # noqa: S608
            "AND status IN ('done', 'running') "
            "AND reason NOT IN ('media_access', 'media_changed') ORDER BY path LIMIT 1",
            (sha256, item.item_id),
        ).fetchone()
        return item_of(row) if row else None

    def start(self, item: Item, sha256: str | None) -> None:
        """Mark an item as in work, with the hash of its content where it was taken."""
        self._state.execute(
            "UPDATE item SET status = 'running', sha256 = ? WHERE id = ?", (sha256, item.item_id)
        )

    def make_duplicate(self, item: Item, of: Item) -> Item:
        """List an item under another one with the same bytes, finished or in work."""
        with self._transaction():
            self._state.execute(
                f"UPDATE item SET {_FORGET} WHERE id = ?",  # noqa: S608
                (item.item_id,),
            )
            self._state.execute(
                "UPDATE item SET status = 'duplicate', same_as = ?, sha256 = ? WHERE id = ?",
                (of.item_id, of.sha256, item.item_id),
            )
            if of.status is Status.DONE:
                self._copy_findings(of.item_id)
        made = self.reader.item(item.item_id)
        self._counts = replace(self.counts, duplicates=self.counts.duplicates + 1)
        self._count([made])
        return made

    def finish(self, item_id: int, finding: Finding, folder: str, fingerprint: str) -> list[Item]:
        """Mark an item as done; its duplicates get the same outcome.

        Returns:
            The item, then its duplicates.
        """
        values = {
            name: getattr(finding, name)
            for name in Finding.__slots__
            if name not in {"files", "outcome", "coverage"}
        }
        coverage = finding.coverage and json.dumps(asdict(finding.coverage), sort_keys=True)
        values |= {"coverage": coverage, "outcome": finding.outcome.value}
        values |= {"id": item_id, "folder": folder, "fingerprint": fingerprint}
        with self._transaction():
            self._state.execute(
                f"UPDATE item SET status = 'done', same_as = NULL, seconds = :seconds, {_FINDING}, "  # noqa: S608
                "sha256 = coalesce(:sha256, sha256), "
                "size_bytes = coalesce(:size_bytes, size_bytes) WHERE id = :id",
                values,
            )
            waiting = self._copy_findings(item_id)
        done = [self.reader.item(item_id), *map(self.reader.item, waiting)]
        self._count(done)
        return done

    def keep(self, item: Item) -> None:
        """Note that a finished item still has the bytes that were analysed."""
        self._state.execute("UPDATE item SET is_changed = 0 WHERE id = ?", (item.item_id,))

    def redo(self, item: Item) -> None:
        """Have an item analysed again, and those that were listed under it."""
        with self._transaction():
            self._state.execute(
                f"UPDATE item SET {_FORGET} WHERE id = ?",  # noqa: S608
                (item.item_id,),
            )
            self._free_duplicates("SELECT ?", item.item_id)
        self._counts = None

    def withdraw(self, item_ids: Iterable[int]) -> list[int]:
        """Have items that are not finished left alone until they are asked for again.

        Returns:
            Those that were waiting or in work.
        """
        where = (
            "id = ? AND (status IN ('waiting', 'running') "
            "OR (status = 'duplicate' AND outcome IS NULL))"
        )
        return self._set_aside(Status.CANCELLED, where, item_ids)

    def remove(self, item_ids: Iterable[int]) -> list[int]:
        """Take items off the list; their reports stay on the disk.

        Returns:
            Those that were on it.
        """
        where = "id = ? AND status NOT IN ('gone', 'removed')"
        return self._set_aside(Status.REMOVED, where, item_ids)

    def ask_again(self, item_ids: Iterable[int]) -> list[int]:
        """Have items analysed that are finished, cancelled or removed; of a copy the original.

        Returns:
            Those that wait now, copies not counted.
        """
        waiting = []
        for item in map(self.reader.item, item_ids):
            original = item if item.same_as is None else self.reader.item(item.same_as)
            if original.status in {Status.DONE, Status.CANCELLED, Status.REMOVED}:
                self.redo(original)
                waiting.append(original.item_id)
        return waiting

    def copies(self, item_ids: Iterable[int]) -> list[int]:
        """Give the items that are, or were until now, listed under others."""
        query = "SELECT id FROM item WHERE same_as = ?"
        return [int(row[0]) for one in item_ids for row in self._state.execute(query, (one,))]

    def _set_aside(self, status: Status, where: str, item_ids: Iterable[int]) -> list[int]:
        changed = []
        with self._transaction():
            for item_id in item_ids:
                done = self._state.execute(
                    f"UPDATE item SET {_FORGET} WHERE {where}",  # noqa: S608
                    (item_id,),
                )
                if done.rowcount:
                    self._state.execute(
                        "UPDATE item SET status = ? WHERE id = ?", (status.value, item_id)
                    )
                    self._free_duplicates("SELECT ?", item_id)
                    changed.append(item_id)
        self._counts = None
        return changed

    def free_duplicates(self, item: Item) -> None:
        """Have the duplicates of an item analysed by themselves."""
        with self._transaction():
            self._free_duplicates("SELECT ?", item.item_id)
        self._counts = None

    def _copy_findings(self, item_id: int) -> list[int]:
        """Give what waits for an item's outcome the same outcome; return the ids."""
        query = "SELECT id FROM item WHERE same_as = ? AND outcome IS NULL ORDER BY path"
        waiting = [int(row[0]) for row in self._state.execute(query, (item_id,))]
        names = ", ".join(part.split(" = ")[0] for part in _FINDING.split(", "))
        self._state.execute(
            f"UPDATE item SET ({names}) = (SELECT {names} FROM item WHERE id = ?1) "  # noqa: S608
            "WHERE same_as = ?1 AND outcome IS NULL",
            (item_id,),
        )
        return waiting

    def _free_duplicates(self, ids: str, *values: int) -> None:
        self._state.execute(
            f"UPDATE item SET {_FORGET} "  # noqa: S608
            f"WHERE status = 'duplicate' AND same_as IN ({ids})",
            values,
        )

    def _note(self, part: tuple[Found, ...]) -> int:
        """Write down one part of a walk; a file whose size or time changed keeps its status."""
        files = [one for one in part if isinstance(one, FoundFile)]
        self._state.executemany(
            "INSERT INTO item (path, shown, size_bytes, modified_ns, seen, status) "
            "VALUES (?, ?, ?, ?, ?, 'waiting') ON CONFLICT (path) DO UPDATE SET "
            "seen = excluded.seen, size_bytes = excluded.size_bytes, "
            "modified_ns = excluded.modified_ns, is_changed = is_changed OR "
            "size_bytes != excluded.size_bytes OR modified_ns != excluded.modified_ns, "
            "status = CASE status WHEN 'gone' THEN 'waiting' ELSE status END",
            (
                (os.fsencode(f.path), printable(f.path), f.size_bytes, f.modified_ns, self._scan)
                for f in files
            ),
        )
        self._state.executemany(
            "INSERT OR REPLACE INTO passed VALUES (?, ?, ?, ?)",
            (
                (os.fsencode(one.path), printable(one.path), one.why.value, self._scan)
                for one in part
                if not isinstance(one, FoundFile)
            ),
        )
        return len(files)

    def _take_back(self) -> None:
        """What was in work when a run was cut off waits again."""
        with self._transaction():
            self._state.execute(
                f"UPDATE item SET {_FORGET} "  # noqa: S608
                "WHERE status = 'running' OR (status = 'duplicate' AND outcome IS NULL)"
            )

    def _count(self, done: list[Item]) -> None:
        """Add finished items to the counts; reading them all again would take ever longer."""
        for item in done:
            if item.outcome is not None:
                outcomes = dict(self.counts.outcomes)
                outcomes[item.outcome.value] = outcomes.get(item.outcome.value, 0) + 1
                finished = self.counts.finished + 1
                self._counts = replace(self.counts, finished=finished, outcomes=outcomes)

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._state.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._state.execute("ROLLBACK")
            raise
        self._state.execute("COMMIT")
