# SPDX-License-Identifier: Apache-2.0
"""Runs one task after the other away from the window's thread: checks, tests, reports."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal, Slot

from core.cancel import CancelToken
from gui.workers.base import Worker

Tell = Callable[[object], None]
Work = Callable[[CancelToken, Tell], object]


@dataclass(frozen=True, slots=True)
class Task:
    """Something to do.

    Attributes:
        task_id: Number of the task.
        work: Gives the result, or None when it was cancelled; tells frozen payloads on its way.
        cancel: Set from any thread to stop it.
    """

    task_id: int
    work: Work
    cancel: CancelToken


class TaskWorker(Worker):
    """Runs what it is given.

    Signals:
        submitted: A Task.
        progressed: A task's id and what its work told.
        succeeded: A task's id and its result.
    """

    submitted = Signal(object)

    def __init__(self) -> None:
        """Wait for tasks."""
        super().__init__()
        self._cancel: CancelToken | None = None
        self._is_stopping = False
        self.submitted.connect(self._on_submitted)

    def interrupt(self) -> None:
        """Override Worker.interrupt."""
        self._is_stopping = True
        cancel = self._cancel
        if cancel is not None:
            cancel.cancel()

    @Slot(object)
    def _on_submitted(self, task: Task) -> None:
        self._cancel = task.cancel
        if self._is_stopping or task.cancel.is_cancelled:
            self._cancel = None
            self.cancelled.emit(task.task_id)
            return

        def tell(payload: object) -> None:
            self.progressed.emit(task.task_id, payload)

        self.guard(task.task_id, lambda: task.work(task.cancel, tell))
        self._cancel = None
