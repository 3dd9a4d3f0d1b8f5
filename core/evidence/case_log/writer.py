# SPDX-License-Identifier: Apache-2.0
"""The one writer of a case log: each line is on the disk before the next thing is done."""

from __future__ import annotations

import errno
import getpass
import hashlib
import os
import platform
import secrets
import stat
import threading
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, NoReturn

from core.errors import CaseLogError
from core.evidence.case_log.chain import (
    CLOCK_STEPPED_BACK,
    CREATED,
    FORMAT,
    FORMAT_VERSION,
    NO_LINE,
    ChainState,
    LogLine,
    read_chain,
    safe_facts,
    seal_line,
)
from core.evidence.case_log.locking import try_lock
from core.evidence.custody import TOOL, tool_version, utc_text
from core.text import printable

# What a log is called where nothing else is said.
DEFAULT_NAME = "case-log.jsonl"
TORN = "torn_line_set_aside"
NOT_SUPPLIED = "not supplied"
_TORN_MARK = ".torn-"


def local_now() -> datetime:
    """Give the time with the computer's own offset."""
    return datetime.now().astimezone()


class CaseLog:
    """Appends lines to one file; use as a context manager.

    What a crash left unfinished is set aside beside the log and noted in it. A line is never
    changed once it is written. Calls from several threads take turns.

    Attributes:
        path: As given.
        head: The `sha256` of the last line.
        lines: Lines in the file.
    """

    def __init__(
        self,
        path: Path,
        *,
        operator: str | None = None,
        now: Callable[[], datetime] = local_now,
    ) -> None:
        """Open or make a log; its folder must exist.

        Args:
            path: The file.
            operator: Who works here; the name of the account where None.
            now: The clock.

        Raises:
            CaseLogError: It cannot be opened, somebody else writes it, or it does not hold.
        """
        self.path = path
        self._now = now
        self._started = time.monotonic()
        self._turn = threading.Lock()
        self.lines, self._size = 0, 0
        self.head = NO_LINE
        self._last_time: datetime | None = None
        self._session = secrets.token_hex(8)
        self._who = {
            "operator": printable(operator or account_name()),
            "host": printable(platform.node() or NOT_SUPPLIED),
            "tool": f"{TOOL} {tool_version()}",
        }
        try:
            self._file = _open(path)
        except OSError as error:
            _refuse(path, error)
        try:
            self._take_over()
        except BaseException:
            self._file.close()
            raise

    def __enter__(self) -> CaseLog:
        """Give the open log."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close it."""
        self.close()

    def close(self) -> None:
        """Let go of the file; may be called twice."""
        with self._turn:
            self._file.close()

    def write(self, event: str, facts: Mapping[str, object]) -> str:
        """Append a line and wait until it is on the disk.

        Args:
            event: What happened, one word.
            facts: What JSON has; text may be anything, it is made visible.

        Returns:
            The new head.

        Raises:
            CaseLogError: It cannot be written; the lines before it are still whole.
            TypeError: JSON has no such value.
        """
        with self._turn:
            moment = self._now()
            if self._last_time is not None and moment < self._last_time:
                back_s = (self._last_time - moment).total_seconds()
                noted = {"before": utc_text(self._last_time), "seconds": back_s}
                self._append(moment, CLOCK_STEPPED_BACK, noted)
            return self._append(moment, event, facts)

    def _append(self, moment: datetime, event: str, facts: Mapping[str, object]) -> str:
        raw, digest = seal_line(
            {
                "seq": self.lines,
                "prev": self.head,
                "time": utc_text(moment),
                "offset": moment.isoformat(timespec="seconds")[-6:],
                "elapsed_us": int((time.monotonic() - self._started) * 1e6),
                "session": self._session,
                **self._who,
                "event": event,
                "facts": safe_facts(facts),
            }
        )
        try:
            _write_durably(self._file, raw)
        except OSError as error:
            with suppress(OSError):  # else the next opening sets the rest of the line aside
                os.ftruncate(self._file.fileno(), self._size)
            _refuse(self.path, error)
        self._size += len(raw)
        self.lines += 1
        self.head, self._last_time = digest, moment.astimezone(UTC)
        return digest

    def _take_over(self) -> None:
        """Read what is there and bring it to an end that a line can follow."""
        try:
            if not try_lock(self._file.fileno()):
                raise CaseLogError(
                    f"Another FaceWitness is writing the case log {printable(str(self.path))}.",
                    advice="Wait until it has finished, or give another file with --case-log.",
                )
            mentioned: set[str] = set()
            # A handle of its own shares the lock; the log's has no buffer to read lines through.
            with os.fdopen(os.dup(self._file.fileno()), "rb") as reader:
                state = read_chain(reader, lambda line: _note_torn(line, mentioned))
            if state.problem is not None and not state.is_torn:
                raise CaseLogError(
                    f"The case log {printable(str(self.path))} does not hold at line "
                    f"{state.lines + 1}: {state.problem}.",
                    advice="Keep it as it is, find out why, and give another with --case-log.",
                    line=state.lines + 1,
                )
            torn = self._set_aside(state)
        except OSError as error:
            _refuse(self.path, error)
        self.lines, self.head, self._size = state.lines, state.head, state.valid_bytes
        self._last_time = state.last_time
        if not self.lines:
            self.write(CREATED, {"format": FORMAT, "version": FORMAT_VERSION, "hash": "sha256"})
        for aside in sorted(torn - mentioned):
            content = self.path.with_name(aside).read_bytes()
            facts = {"file": aside, "bytes": len(content), "content": content[:4096].hex()}
            self.write(TORN, {**facts, "sha256": hashlib.sha256(content).hexdigest()})

    def _set_aside(self, state: ChainState) -> set[str]:
        """Move an unfinished last line into a file of its own.

        Returns:
            Names of all such files beside the log: one may have been left unmentioned by a crash.
        """
        if state.is_torn:
            self._file.seek(state.valid_bytes)
            content = self._file.read()
            digest = hashlib.sha256(content).hexdigest()
            aside = self.path.with_name(f"{self.path.name}{_TORN_MARK}{digest[:16]}")
            with aside.open("wb") as stream:
                _write_durably(stream, content)
            os.ftruncate(self._file.fileno(), state.valid_bytes)
            os.fsync(self._file.fileno())
        mark = self.path.name + _TORN_MARK
        return {one.name for one in self.path.parent.iterdir() if one.name.startswith(mark)}


def account_name() -> str:
    """Give the name of the account, where the system knows one."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return NOT_SUPPLIED


def _note_torn(line: LogLine, mentioned: set[str]) -> None:
    if line.event == TORN:
        mentioned.add(str(line.facts.get("file")))


def _open(path: Path) -> BinaryIO:
    """Open for reading and appending; child processes do not inherit the handle."""
    flags = os.O_RDWR | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0)
    # A pipe would be waited for.
    flags |= getattr(os, "O_NONBLOCK", 0)
    handle = os.open(path, flags, 0o666)
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise OSError(errno.EINVAL, "not a regular file")
    return os.fdopen(handle, "r+b", buffering=0)


def _write_durably(stream: BinaryIO, content: bytes) -> None:
    left = memoryview(content)
    while left:
        left = left[stream.write(left) :]
    stream.flush()
    os.fsync(stream.fileno())


def _refuse(path: Path, error: OSError) -> NoReturn:
    raise CaseLogError(
        f"The case log {printable(str(path))} cannot be written: {error.strerror or error}.",
        advice="Free some space, or give a file that can be written with --case-log.",
        errno=error.errno,
    ) from error
