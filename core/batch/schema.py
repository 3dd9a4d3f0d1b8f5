# SPDX-License-Identifier: Apache-2.0
"""The state file: its tables, and opening it for one writer or for any number of readers.

Tables and their meaning are described in `docs/batch-state.md` for other programs.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

from core.errors import BatchBusyError, BatchError
from core.text import printable

SCHEMA_VERSION = 2
# Marks the file as ours in SQLite's header ("FWbs").
APPLICATION_ID = 0x46576273
STATE_NAME = "state.sqlite"
LOCK_NAME = "writer.lock"
_BUSY_TIMEOUT_S = 10.0

_META = """
CREATE TABLE meta (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;
"""
_ITEM = """
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    path BLOB NOT NULL UNIQUE,
    shown TEXT NOT NULL,
    size_bytes INTEGER NOT NULL,
    modified_ns INTEGER NOT NULL,
    seen INTEGER NOT NULL,
    is_changed INTEGER NOT NULL DEFAULT 0,
    status TEXT NOT NULL
        CHECK (status IN
            ('waiting', 'running', 'done', 'duplicate', 'cancelled', 'gone', 'removed')),
    sha256 TEXT,
    fingerprint TEXT NOT NULL DEFAULT '',
    same_as INTEGER REFERENCES item (id),
    outcome TEXT,
    reason TEXT NOT NULL DEFAULT '',
    message TEXT NOT NULL DEFAULT '',
    folder TEXT NOT NULL DEFAULT '',
    kind TEXT NOT NULL DEFAULT '',
    codec TEXT NOT NULL DEFAULT '',
    frames_examined INTEGER NOT NULL DEFAULT 0,
    faces_scored INTEGER NOT NULL DEFAULT 0,
    people INTEGER NOT NULL DEFAULT 0,
    log10_lr REAL,
    coverage TEXT,
    duration_s REAL,
    seconds REAL NOT NULL DEFAULT 0,
    finished_at TEXT NOT NULL DEFAULT ''
);
CREATE INDEX item_by_status ON item (status, path);
CREATE INDEX item_by_size ON item (size_bytes);
CREATE INDEX item_by_sha256 ON item (sha256);
CREATE INDEX item_by_same_as ON item (same_as);
"""
_PASSED = """
CREATE TABLE passed (
    path BLOB PRIMARY KEY,
    shown TEXT NOT NULL,
    why TEXT NOT NULL,
    seen INTEGER NOT NULL
) WITHOUT ROWID;
"""


def lock_for_writing(folder: Path) -> sqlite3.Connection:
    """Become the one writer of a batch; the system lets go when the process ends in any way.

    The lock is an SQLite transaction on a file of its own: it works wherever SQLite does, and
    leaves the state open to readers.

    Returns:
        A connection; the lock lasts until it is closed.

    Raises:
        BatchBusyError: Another run writes there.
    """
    lock = sqlite3.connect(
        folder / LOCK_NAME, timeout=0.2, isolation_level=None, check_same_thread=False
    )
    try:
        lock.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError as error:
        lock.close()
        raise BatchBusyError(
            f"Another run works in {printable(str(folder))}.",
            advice="Wait for it, or choose another output folder.",
        ) from error
    return lock


def open_state(folder: Path) -> sqlite3.Connection:
    """Open the state for writing; made if it is not there.

    Raises:
        BatchError: It is damaged, not ours, or of a later version.
    """
    path = folder / STATE_NAME
    try:
        state = sqlite3.connect(
            path, timeout=_BUSY_TIMEOUT_S, isolation_level=None, check_same_thread=False
        )
        # Readers and the writer do not wait for each other. A network drive may not have the
        # shared memory it takes; SQLite then keeps its older, equally safe journal.
        state.execute("PRAGMA journal_mode = WAL")
        state.execute("PRAGMA synchronous = NORMAL")
        version = _version(state, path)
        if version == 0:
            _create(state)
        elif version < SCHEMA_VERSION:
            _migrate(state)
    except sqlite3.DatabaseError as error:
        raise BatchError(
            f"The state {printable(str(path))} cannot be read: {error}.",
            advice="Choose another output folder; the results in this one stay as they are.",
        ) from error
    return state


def open_for_reading(folder: Path) -> sqlite3.Connection:
    """Open the state as a reader, also while a run writes it.

    Raises:
        BatchError: There is none, or it cannot be read.
    """
    path = folder / STATE_NAME
    try:
        state = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=_BUSY_TIMEOUT_S
        )
        if _version(state, path) == 0:
            raise BatchError(f"There is no batch in {printable(str(folder))} yet.")
    except sqlite3.DatabaseError as error:
        raise BatchError(f"There is no batch in {printable(str(folder))}: {error}.") from error
    return state


def _create(state: sqlite3.Connection) -> None:
    state.executescript(
        f"BEGIN IMMEDIATE; PRAGMA application_id = {APPLICATION_ID};"
        f"{_META} {_ITEM} {_PASSED} PRAGMA user_version = {SCHEMA_VERSION}; COMMIT;"
    )


def _migrate(state: sqlite3.Connection) -> None:
    """Bring a state of version 1 to 2: codecs, and items that a person cancelled or removed.

    SQLite cannot change a column's check: the table is made anew and filled, all or nothing.
    """
    names = ", ".join(row[1] for row in state.execute("PRAGMA table_info(item)"))
    indexes = "; ".join(
        f"DROP INDEX {name}" for name in ("by_status", "by_size", "by_sha256", "by_same_as")
    ).replace("DROP INDEX ", "DROP INDEX item_")
    try:
        state.executescript(
            f"BEGIN IMMEDIATE; ALTER TABLE item RENAME TO item_of_1; {indexes}; {_ITEM} "  # noqa: S608
            f"INSERT INTO item ({names}) SELECT {names} FROM item_of_1; DROP TABLE item_of_1; "
            f"PRAGMA user_version = {SCHEMA_VERSION}; COMMIT;"
        )
    except sqlite3.DatabaseError:
        if state.in_transaction:
            state.execute("ROLLBACK")
        raise


def _version(state: sqlite3.Connection, path: Path) -> int:
    """Give the schema's version, 0 for a file without any table."""
    version = int(state.execute("PRAGMA user_version").fetchone()[0])
    owner = int(state.execute("PRAGMA application_id").fetchone()[0])
    is_empty = state.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0
    if version > SCHEMA_VERSION:
        raise BatchError(
            f"The state {printable(str(path))} was written by a later version of FaceWitness.",
            advice="Use that version, or choose another output folder.",
        )
    if owner != APPLICATION_ID and not is_empty:
        raise BatchError(
            f"{printable(str(path))} is a database of another program.",
            advice="Choose another output folder.",
        )
    return version
