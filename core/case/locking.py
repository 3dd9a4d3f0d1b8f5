# SPDX-License-Identifier: Apache-2.0
"""One program at a time has a case open; the system lets go when it ends in any way.

What the lock's file says of who has it is for people only: a file that a crash left behind is no
lock, since nobody holds it.
"""

from __future__ import annotations

import json
import os
import platform
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from core.canonical import as_mapping, parse_strict
from core.errors import CaseBusyError, CaseError
from core.evidence.case_log.locking import try_lock
from core.evidence.case_log.writer import account_name
from core.text import printable

LOCK_NAME = "case.lock"
_MAX_BYTES = 4096


class CaseLock:
    """Held from its making until it is closed."""

    def __init__(self, folder: Path) -> None:
        """Take the lock of a case's folder.

        Raises:
            CaseBusyError: Another program, or another window of this one, has the case open.
            CaseError: The lock's file cannot be made.
        """
        path = folder / LOCK_NAME
        flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0)
        try:
            self._handle = os.open(path, flags, 0o666)
        except OSError as error:
            raise CaseError(
                f"The case {printable(folder.name)} cannot be opened: {error.strerror}.",
                advice="Choose a folder you may write to.",
            ) from error
        if not try_lock(self._handle):
            who = _holder(self._handle)
            os.close(self._handle)
            self._handle = -1
            raise CaseBusyError(
                f"The case {printable(folder.name)} is open already{who}.",
                advice="Close it there first. Nothing was changed.",
            )
        self._sign()

    def close(self) -> None:
        """Let go; may be called again."""
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1

    def _sign(self) -> None:
        since = datetime.now().astimezone().isoformat(" ", "seconds")
        facts = {"operator": account_name(), "host": platform.node(), "since": since}
        content = json.dumps(facts | {"pid": os.getpid()}).encode("ascii")
        with suppress(OSError):  # it is locked all the same
            os.ftruncate(self._handle, 0)
            os.lseek(self._handle, 0, os.SEEK_SET)
            os.write(self._handle, content)


def _holder(handle: int) -> str:
    """Say who holds the lock, as far as its file tells."""
    try:
        os.lseek(handle, 0, os.SEEK_SET)
        facts = as_mapping(parse_strict(os.read(handle, _MAX_BYTES)))
        words = [facts[key] for key in ("operator", "host", "since")]
    except (OSError, ValueError, KeyError):
        return ""
    operator, host, since = (printable(str(word))[:80] for word in words)
    return f": by {operator} on {host}, since {since}"
