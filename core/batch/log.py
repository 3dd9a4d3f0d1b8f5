# SPDX-License-Identifier: Apache-2.0
"""The case log of a batch: a line a file that is done, written before the next one is shown."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from types import TracebackType

from core.batch.options import BatchOptions
from core.batch.records import (
    BatchEvent,
    BatchFinished,
    Item,
    ItemFinished,
    ItemsChanged,
    Status,
)
from core.digests import sha256_of
from core.evidence.case_log.entries import LogEntry, LogEvent, exported
from core.evidence.case_log.writer import DEFAULT_NAME, CaseLog
from core.report.manifest import SUFFIX

_BY_A_PERSON = {Status.CANCELLED: LogEvent.CANCELLED, Status.REMOVED: LogEvent.REMOVED}


class BatchLog:
    """Writes what a batch does to `case-log.jsonl` in its output folder; a context manager.

    The log is opened with the first event: a batch that cannot start leaves no trace.
    """

    def __init__(self, options: BatchOptions, of_case: CaseLog | None = None) -> None:
        """Remember where to write.

        Args:
            options: Of the batch.
            of_case: The open log of the case that the batch belongs to, which takes the lines
                instead; it is not closed here.
        """
        self._options = options
        self._of_case = of_case
        self._log: CaseLog | None = None
        self._is_over = False

    def __enter__(self) -> BatchLog:
        """Give the log, not open yet."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Say how the run ended, unless it came to its end, and let go of the file."""
        if self._log is None:
            return
        try:
            if not self._is_over:
                self._write(LogEntry(LogEvent.CANCELLED, {"why": kind.__name__ if kind else ""}))
        finally:
            if self._of_case is None:
                self._log.close()

    def take(self, event: BatchEvent) -> None:
        """Write down an event; many give nothing.

        Raises:
            CaseLogError: The log cannot be opened or written.
        """
        if self._log is None:
            self._open()
        if isinstance(event, ItemFinished):
            self._write(self._finished(event.item))
        elif isinstance(event, ItemsChanged):
            for item in event.items:
                if item.status in _BY_A_PERSON:
                    named = {"name": item.path, "sha256": item.sha256}
                    self._write(LogEntry(_BY_A_PERSON[item.status], named))
        elif isinstance(event, BatchFinished):
            for path in event.summary:
                self._write(exported(self._named(path), path.stat().st_size, _hash(path)))
            counts = {str(outcome): n for outcome, n in event.counts.outcomes.items()}
            facts = {"files": event.counts.files, "outcomes": counts}
            self._write(LogEntry(LogEvent.FINISHED, facts))
            self._is_over = True

    def _open(self) -> None:
        options = self._options
        operator = options.case.operator or None
        self._log = self._of_case or CaseLog(options.out / DEFAULT_NAME, operator=operator)
        facts = {"path": str(options.folder), "mode": "read-only", "resume": options.resume}
        self._write(LogEntry(LogEvent.OPENED, facts))
        settings = dataclasses.asdict(options.settings)
        self._write(LogEntry(LogEvent.SETTINGS, {"settings": settings}))

    def _named(self, path: Path) -> Path:
        """Name a file as the log's other lines do: in a case, as it lies in the case's folder."""
        folder = self._of_case.path.parent if self._of_case else None
        return path.relative_to(folder) if folder and path.is_relative_to(folder) else path

    def _finished(self, item: Item) -> LogEntry:
        """Say what came out; the manifest's hash vouches for the item's reports."""
        manifests = sorted((self._options.out / item.folder).glob(f"*{SUFFIX}"))
        facts: dict[str, object] = {
            "name": item.path,
            "sha256": item.sha256,
            "bytes": item.size_bytes,
            "outcome": item.outcome.value if item.outcome else None,
            "reason": item.reason or None,
            "reports": item.folder or None,
            "manifest_sha256": [_hash(path) for path in manifests] if item.folder else [],
            "is_copy": item.same_as is not None,
        }
        return LogEntry(LogEvent.FINISHED, facts)

    def _write(self, entry: LogEntry) -> None:
        if self._log is not None:
            self._log.write(entry.event, entry.facts)


def _hash(path: Path) -> str:
    with path.open("rb") as stream:
        return sha256_of(stream)
