# SPDX-License-Identifier: Apache-2.0
"""Writes what the desk does to the log of the case that is open, whatever thread does it.

Each line is on the disk before the next step is taken: the events of an analysis pass through
here. Where the log cannot be written, nothing is analysed.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any, Protocol

from core.batch.log import BatchLog
from core.batch.options import BatchOptions
from core.cancel import CancelToken
from core.case.folder import CaseFolder
from core.errors import AnalysisError, CaseLogError
from core.events import AnalysisCompleted, Event
from core.evidence.case_log.entries import ItemEntries, LogEntry
from core.report.folders import refuse_evidence_folder
from core.settings import AnalysisRequest


class Analyze(Protocol):
    """One analysis as a generator of events; `core.pipeline.analyze`."""

    def __call__(
        self,
        request: AnalysisRequest,
        cancel: CancelToken,
        *,
        tools: Any,  # what the caller has loaded
    ) -> Iterator[Event]:
        """Analyse one file."""
        ...


class Recorder:
    """Stands between the work and the log; without a case it lets all pass.

    Attributes:
        case: The open case, or None.
    """

    def __init__(self) -> None:
        """Start without a case."""
        self.case: CaseFolder | None = None
        self._items = 0
        self._busy = 0
        self._idle = threading.Condition()

    def write(self, *entries: LogEntry) -> None:
        """Write lines.

        Raises:
            CaseLogError: They cannot be written.
        """
        case = self.case
        if case is not None:
            for entry in entries:
                case.write(entry)

    def logged(self, analyze: Analyze) -> Analyze:
        """Give the same analysis, whose events are written down before they are passed on."""

        def run(request: AnalysisRequest, cancel: CancelToken, *, tools: Any) -> Iterator[Event]:
            case = self.case
            if case is None:
                yield from analyze(request, cancel, tools=tools)
                return
            refuse_evidence_folder(case.path, request.path)
            with self._work():
                yield from self._analyze(case, analyze(request, cancel, tools=tools), request)

        return run

    def _analyze(
        self, case: CaseFolder, events: Iterator[Event], request: AnalysisRequest
    ) -> Iterator[Event]:
        self._items += 1
        entries = ItemEntries(self._items, request.path)
        for entry in entries.opened(request.settings):
            case.write(entry)
        is_over = False
        try:
            for event in events:
                for entry in entries.of(event):
                    case.write(entry)
                is_over = isinstance(event, AnalysisCompleted)
                yield event
        except CaseLogError:
            is_over = True
            raise
        except AnalysisError as error:
            is_over = True
            with suppress(CaseLogError):
                case.write(entries.failed(error.code, error.message))
            raise
        finally:
            if not is_over:
                with suppress(CaseLogError):
                    case.write(entries.cancelled())

    @contextmanager
    def batch_log(self, options: BatchOptions) -> Iterator[BatchLog]:
        """Give the log of a batch: the case's, where its results lie in the case."""
        case = self.case
        is_of_case = case is not None and options.out.is_relative_to(case.path)
        with self._work(), BatchLog(options, case.log if case and is_of_case else None) as log:
            yield log

    def wait_idle(self, limit_s: float) -> bool:
        """Wait until nothing is being written down; says whether that came."""
        with self._idle:
            return self._idle.wait_for(lambda: self._busy == 0, limit_s)

    @contextmanager
    def _work(self) -> Iterator[None]:
        with self._idle:
            self._busy += 1
        try:
            yield
        finally:
            with self._idle:
                self._busy -= 1
                self._idle.notify_all()
