# SPDX-License-Identifier: Apache-2.0
"""The contract of all workers, and the thread that each of them lives on.

A worker is a QObject on a QThread of its own. For each job it emits `progressed` any number of
times, then exactly one of `succeeded`, `failed` and `cancelled`. Its signals are connected to
bound methods of QObjects only: anything else would run on the worker's thread.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QThread, Signal

from core.cancel import CancelToken
from core.errors import AnalysisError
from core.settings import AnalysisRequest
from core.text import printable

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Job:
    """One analysis to run; the token is set from any thread to stop it."""

    job_id: int
    request: AnalysisRequest
    cancel: CancelToken


class InternalError(AnalysisError):
    """An exception that nobody foresaw, brought to the window instead of a thread's end."""

    code = "internal"

    @classmethod
    def of(cls, error: BaseException) -> InternalError:
        """Wrap an exception; its traceback went to the log."""
        return cls(
            f"{type(error).__name__}: {printable(str(error))}",
            advice="This is a fault of the program. The log has the details; please report it.",
        )


class Worker(QObject):
    """Base of all workers.

    Signals:
        progressed: A job id and a frozen payload.
        succeeded: A job id and a frozen result.
        failed: A job id and an AnalysisError.
        cancelled: A job id.
        start_wanted: Told once, before any job; handled on the worker's thread.
        stop_wanted: Told from any thread; handled on the worker's, after the job in hand.

    Attributes:
        keeps_word: Whether jobs that wait when the program is left are done all the same.
    """

    keeps_word = False
    progressed = Signal(int, object)
    succeeded = Signal(int, object)
    failed = Signal(int, object)
    cancelled = Signal(int)
    start_wanted = Signal()
    stop_wanted = Signal()

    def __init__(self) -> None:
        """Listen to the wishes to start and to stop."""
        super().__init__()
        self._is_leaving = threading.Event()
        self.start_wanted.connect(self._on_start_wanted)
        self.stop_wanted.connect(self._on_stop_wanted)

    def leave(self) -> None:
        """Begin no other job, and ask the one in hand to end soon; called from any thread."""
        self._is_leaving.set()
        self.interrupt()

    def interrupt(self) -> None:
        """Ask the job in hand to end soon; called from any thread."""

    def prepare(self) -> None:
        """Get ready; called on the worker's thread, first of all."""

    def release(self) -> None:
        """Let go of what is held; called on the worker's thread, last of all."""

    def guard(self, job_id: int, work: Callable[[], object]) -> None:
        """Run the body of a job and see to it that exactly one terminal signal comes.

        Args:
            job_id: Number of the job.
            work: Gives the result, or None when the job was cancelled. What can be interrupted
                is set before, so that a job that `leave` was too early for is not begun.
        """
        if self._is_leaving.is_set() and not self.keeps_word:
            self.cancelled.emit(job_id)
            return
        try:
            result = work()
        except AnalysisError as error:
            log.info("job %d failed: %s", job_id, printable(str(error)))
            self.failed.emit(job_id, error)
        except Exception as error:
            log.exception("job %d: unexpected error", job_id)
            self.failed.emit(job_id, InternalError.of(error))
        else:
            if result is None:
                self.cancelled.emit(job_id)
            else:
                self.succeeded.emit(job_id, result)

    def _on_start_wanted(self) -> None:
        self.prepare()

    def _on_stop_wanted(self) -> None:
        try:
            self.release()
        except AnalysisError:
            log.warning("release failed", exc_info=True)
        self.thread().quit()


class WorkerThread(QObject):
    """A worker on its thread, started and stopped.

    Signals:
        stopped: The thread has ended.

    Attributes:
        worker: Lives on the thread.
    """

    stopped = Signal()

    def __init__(
        self,
        worker: Worker,
        name: str,
        parent: QObject | None = None,
        *,
        priority: QThread.Priority = QThread.Priority.InheritPriority,
    ) -> None:
        """Start the thread.

        Args:
            worker: Without a parent; moved to the thread.
            name: For logs and for the person who is told that it is still busy.
            parent: Owner.
            priority: Of the thread; Linux does not heed it, see `courtesy.step_back`.
        """
        super().__init__(parent)
        self.name = name
        self.worker = worker
        self._thread = QThread(self)
        self._thread.setObjectName(name)
        worker.moveToThread(self._thread)
        self._thread.finished.connect(self.stopped)
        self._thread.start(priority)
        # NOTE: a slot connected to QThread.started would run on this thread (measured).
        worker.start_wanted.emit()

    @property
    def is_running(self) -> bool:
        """Whether the thread has not ended yet."""
        return self._thread.isRunning()

    def ask_to_stop(self) -> None:
        """Interrupt the job in hand and end the thread after it; returns at once."""
        self.worker.leave()
        self.worker.stop_wanted.emit()

    def wait(self, limit_ms: int) -> bool:
        """Wait for the thread's end.

        Returns:
            Whether it has ended within the limit.
        """
        return self._thread.wait(limit_ms)
