# SPDX-License-Identifier: Apache-2.0
"""Writes down what a worker emits."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from gui.workers.base import Worker, WorkerThread


class Recorder(QObject):
    """Writes down what a worker emits, on the thread that takes it in."""

    def __init__(self, worker: Worker) -> None:
        super().__init__()
        self.seen: list[tuple[str, int, object]] = []
        self.threads: set[int] = set()
        worker.progressed.connect(self.on_progressed)
        worker.succeeded.connect(self.on_succeeded)
        worker.failed.connect(self.on_failed)
        worker.cancelled.connect(self.on_cancelled)

    def on_progressed(self, job_id: int, payload: object) -> None:
        self.threads.add(threading.get_ident())
        self.seen.append(("progressed", job_id, payload))

    def on_succeeded(self, job_id: int, payload: object) -> None:
        self.threads.add(threading.get_ident())
        self.seen.append(("succeeded", job_id, payload))

    def on_failed(self, job_id: int, payload: object) -> None:
        self.seen.append(("failed", job_id, payload))

    def on_cancelled(self, job_id: int) -> None:
        self.seen.append(("cancelled", job_id, None))

    def ends(self) -> list[tuple[str, int]]:
        return [(name, job_id) for name, job_id, _ in self.seen if name != "progressed"]

    @contextmanager
    def one_more_end(self, qtbot: QtBot) -> Iterator[None]:
        """Wait for one more terminal signal.

        Not `qtbot.waitSignal` on the worker: what it connects is no QObject's method, so that it
        would run on the worker's thread.
        """
        before = len(self.ends())
        yield
        qtbot.waitUntil(lambda: len(self.ends()) > before)

    @contextmanager
    def end_of(self, qtbot: QtBot, job_id: int) -> Iterator[None]:
        """Wait for the terminal signal of a job."""
        yield
        qtbot.waitUntil(lambda: job_id in {number for _, number in self.ends()})

    def payload(self, job_id: int) -> object:
        return next(what for name, one, what in self.seen if one == job_id and name != "progressed")


Started = tuple[WorkerThread, Recorder]
Start = Callable[[Worker], Started]
