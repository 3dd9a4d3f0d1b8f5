# SPDX-License-Identifier: Apache-2.0
"""The case log of a run on the command line."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from core.errors import AnalysisError, CaseLogError
from core.events import Event, Stage, StageStarted
from core.evidence.case_log.entries import ItemEntries, LogEntry, exported
from core.evidence.case_log.writer import CaseLog
from core.report.export import WrittenFile
from core.report.folders import prepare_folder
from core.settings import AnalysisSettings


class RunLog:
    """Writes what happens to a case log, which is opened with the first piece of evidence.

    Until then nothing has happened that concerns evidence, and a command that cannot start, for
    want of weights for instance, leaves no trace in the user's folder.
    """

    def __init__(self, path: Path | None, operator: str | None = None) -> None:
        """Remember where to write; without a path nothing is written."""
        self._path = path
        self._operator = operator
        self._log: CaseLog | None = None
        self._items = 0
        self._pending: list[LogEntry] = []
        self._current: ItemEntries | None = None

    @property
    def head(self) -> str | None:
        """Hash of the last line, or None where no log is kept."""
        return self._log.head if self._log is not None else None

    def item(self, path: Path, settings: AnalysisSettings) -> ItemEntries:
        """Begin the next file; its first lines are written when it is about to be read."""
        self._items += 1
        self._current = ItemEntries(self._items, path)
        self._pending = list(self._current.opened(settings))
        return self._current

    def take(self, event: Event) -> None:
        """Write down an event of the analysis.

        Raises:
            CaseLogError: The log cannot be opened or written.
            ReportError: Its folder cannot be made.
        """
        if self._path is None or self._current is None or _is_loading(event):
            return
        if self._log is None:
            prepare_folder(self._path.parent)
            self._log = CaseLog(self._path, operator=self._operator)
        entries, self._pending = self._pending, []
        self._write((*entries, *self._current.of(event)))

    def exported(self, item: ItemEntries | None, files: Iterable[WrittenFile]) -> None:
        """Write down the files that were written, of one item or of all."""
        for one in files:
            make = exported if item is None else item.exported
            self._write([make(one.path, one.size_bytes, one.sha256)])

    def cancelled(self, item: ItemEntries) -> None:
        """Write down that the run was stopped."""
        self._write([item.cancelled()])

    def failed(self, item: ItemEntries, error: AnalysisError) -> None:
        """Write down what ended the run, unless it is the log itself that cannot be written."""
        with suppress(CaseLogError):
            self._write([item.failed(error.code, error.message)])

    def close(self) -> None:
        """Let go of the file."""
        if self._log is not None:
            self._log.close()

    def _write(self, entries: Iterable[LogEntry]) -> None:
        if self._log is not None:
            for entry in entries:
                self._log.write(entry.event, entry.facts)


def _is_loading(event: Event) -> bool:
    return isinstance(event, StageStarted) and event.stage is Stage.LOADING_DETECTORS
