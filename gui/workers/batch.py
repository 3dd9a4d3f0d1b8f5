# SPDX-License-Identifier: Apache-2.0
"""Runs batches and reads their states, one after the other, away from the window's thread."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Signal, Slot

from core.batch.control import BatchControl, Wish
from core.batch.options import BatchOptions
from core.batch.reader import BatchReader
from core.batch.records import (
    BatchEvent,
    Counts,
    Discovering,
    FramesDone,
    Item,
    ItemFinished,
    Preparing,
    Waited,
    WorkStarted,
)
from core.batch.state import BatchState
from core.cancel import CancelToken
from gui.workers.base import Worker
from gui.workers.courtesy import step_back

# The window takes in events at most this often, whatever the speed of the batch.
EVENT_PERIOD_S = 0.05
# Rows that are put into the table at once: some milliseconds.
PAGE = 100


class LogOfBatch(Protocol):
    """The part of `core.batch.log.BatchLog` that a run needs."""

    def take(self, event: BatchEvent) -> None:
        """Write down an event."""
        ...


RunBatch = Callable[[BatchOptions, CancelToken, BatchControl], Iterator[BatchEvent]]
OpenLog = Callable[[BatchOptions], AbstractContextManager[LogOfBatch]]


@dataclass(frozen=True, slots=True)
class BatchJob:
    """A run over a folder; `cancel` and `control` are used from any thread."""

    job_id: int
    options: BatchOptions
    cancel: CancelToken = field(default_factory=CancelToken)
    control: BatchControl = field(default_factory=BatchControl)


@dataclass(frozen=True, slots=True)
class StateJob:
    """Reads the state of a batch that no run of this window writes.

    Attributes:
        out: Folder of the batch's results.
        wish: What is changed in it first, or None.
    """

    job_id: int
    out: Path
    wish: Wish | None = None


@dataclass(frozen=True, slots=True)
class StateFacts:
    """What a state says of its batch as a whole."""

    folder: str
    scope: str
    counts: Counts


class BatchWorker(Worker):
    """Owns what runs batches.

    Signals:
        submitted: A BatchJob to run.
        state_wanted: A StateJob.
        items_read: A job id and a tuple of items, of a state or of a folder that was looked
            through.
        progressed: A job id and a tuple of events.
        succeeded: A job id and the StateFacts after it.
    """

    submitted = Signal(object)
    state_wanted = Signal(object)
    items_read = Signal(int, object)

    def __init__(self, run: RunBatch, open_log: OpenLog | None = None) -> None:
        """Keep what runs batches; nothing is started before the first job."""
        super().__init__()
        self._run_batch = run
        self._open_log: OpenLog = open_log or (lambda _options: nullcontext(NoLog()))
        self._cancel: CancelToken | None = None
        self._is_stopping = False
        self.submitted.connect(self._on_submitted)
        self.state_wanted.connect(self._on_state_wanted)

    def prepare(self) -> None:
        """Override Worker.prepare."""
        step_back()

    def interrupt(self) -> None:
        """Override Worker.interrupt."""
        self._is_stopping = True
        cancel = self._cancel
        if cancel is not None:
            cancel.cancel()

    @Slot(object)
    def _on_submitted(self, job: BatchJob) -> None:
        self._cancel = job.cancel
        if self._is_stopping:
            job.cancel.cancel()
        self.guard(job.job_id, lambda: self._run(job))
        self._cancel = None

    @Slot(object)
    def _on_state_wanted(self, job: StateJob) -> None:
        self.guard(job.job_id, lambda: None if self._is_stopping else self._read(job))

    def _run(self, job: BatchJob) -> StateFacts | None:
        if job.cancel.is_cancelled:
            return None
        out = BatchOutlet(lambda events: self.progressed.emit(job.job_id, events))
        is_listed = False
        with self._open_log(job.options) as log:
            for event in self._run_batch(job.options, job.cancel, job.control):
                log.take(event)
                if not is_listed and not isinstance(event, Discovering):
                    is_listed = True
                    self._tell_items(job.job_id, job.options.out)
                out.put(event)
                if isinstance(event, WorkStarted):  # what was checked may have changed
                    self._tell_items(job.job_id, job.options.out)
            out.flush()
        return None if job.cancel.is_cancelled else self._facts(job.options.out)

    def _read(self, job: StateJob) -> StateFacts:
        if job.wish is not None:
            state = BatchState(job.out)
            try:
                self.items_read.emit(job.job_id, job.wish.grant(state))
            finally:
                state.close()
        else:
            self._tell_items(job.job_id, job.out)
        return self._facts(job.out)

    def _tell_items(self, job_id: int, out: Path) -> None:
        reader = BatchReader.open(out)
        try:
            items: Iterator[Item] = reader.items()
            while page := tuple(islice(items, PAGE)):
                self.items_read.emit(job_id, page)
        finally:
            reader.close()

    @staticmethod
    def _facts(out: Path) -> StateFacts:
        reader = BatchReader.open(out)
        try:
            return StateFacts(reader.meta("folder"), reader.meta("scope"), reader.counts())
        finally:
            reader.close()


class NoLog:
    """Writes nothing down."""

    def take(self, event: BatchEvent) -> None:
        """Pass an event over."""


class BatchOutlet:
    """Passes events on in tuples, at most every `EVENT_PERIOD_S`; steps of the run at once."""

    def __init__(self, send: Callable[[tuple[BatchEvent, ...]], None]) -> None:
        """Keep where events go."""
        self._send = send
        self._waiting: list[BatchEvent] = []
        self._sent_at = 0.0

    def put(self, event: BatchEvent) -> None:
        """Take an event; send what waits when it is time."""
        if not isinstance(event, Waited):
            self._waiting.append(event)
        is_step = isinstance(event, Preparing | WorkStarted)
        is_often = isinstance(event, FramesDone | ItemFinished | Discovering)
        is_due = time.monotonic() - self._sent_at >= EVENT_PERIOD_S
        if is_step or not is_often or is_due:
            self.flush()

    def flush(self) -> None:
        """Send what waits."""
        if self._waiting:
            self._send(tuple(self._waiting))
            self._waiting = []
            self._sent_at = time.monotonic()
