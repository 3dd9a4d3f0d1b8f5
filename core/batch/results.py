# SPDX-License-Identifier: Apache-2.0
"""The result folders of a batch: one for each analysed item, there whole or not at all."""

from __future__ import annotations

import errno
import hashlib
import os
import secrets
import shutil
from collections.abc import Iterable
from pathlib import Path

from core.batch.records import Item
from core.errors import ReportError
from core.report.names import safe_stem
from core.text import printable

FOLDER_NAME = "items"
_PARTIAL, _OLD = ".part-", ".old-"


def folder_of(path: str) -> str:
    """Name an item's result folder: after the file, with a hash of its place in the folder.

    The same place has the same name in each run, two places never share one, and the name of a
    file cannot lead anywhere else.

    Args:
        path: Of the item, relative to the batch's folder.
    """
    place = hashlib.sha256(os.fsencode(path)).hexdigest()[:12]
    return f"{safe_stem(path.rpartition('/')[2])}-{place}"


class ResultStore:
    """Puts reports into the folders of their items."""

    def __init__(self, out: Path) -> None:
        """Make the folder, and clear away what a run that was cut off left half-done.

        Raises:
            ReportError: It cannot be written to.
        """
        self._out = out
        self._root = out / FOLDER_NAME
        try:
            self._root.mkdir(parents=True, exist_ok=True)
            for path in self._root.iterdir():
                if path.name.startswith((_PARTIAL, _OLD)):
                    shutil.rmtree(path, ignore_errors=True)
        except OSError as error:
            raise self._refused(error) from error

    def put(self, item: Item, files: Iterable[tuple[str, bytes]]) -> str:
        """Write an item's reports; those of an earlier run are replaced as a whole.

        Returns:
            The folder, relative to the output folder, with slashes.

        Raises:
            ReportError: They cannot be written.
        """
        target = self._root / folder_of(item.path)
        partial = self._root / f"{_PARTIAL}{secrets.token_hex(8)}"
        try:
            partial.mkdir()
            for name, content in files:
                _write(partial / Path(name).name, content)
            self._replace(partial, target)
        except OSError as error:
            shutil.rmtree(partial, ignore_errors=True)
            raise self._refused(error) from error
        return f"{FOLDER_NAME}/{target.name}"

    def _replace(self, partial: Path, target: Path) -> None:
        """Give a folder its name; one that has it already is moved aside first.

        Cut off in between, the item is not done in the state, and is done again.
        """
        try:
            partial.rename(target)
        except OSError as error:
            if error.errno not in {errno.EEXIST, errno.ENOTEMPTY, errno.EACCES, errno.EPERM}:
                raise
            old = self._root / f"{_OLD}{secrets.token_hex(8)}"
            target.rename(old)
            partial.rename(target)
            shutil.rmtree(old, ignore_errors=True)

    def _refused(self, error: OSError) -> ReportError:
        return ReportError(
            f"Results cannot be written to {printable(str(self._out))}: {error.strerror or error}.",
            advice="Free some space, or choose another folder; then go on with --resume.",
            errno=error.errno,
        )


def _write(path: Path, content: bytes) -> None:
    with path.open("xb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())
