# SPDX-License-Identifier: Apache-2.0
"""Leaving: workers are asked to stop and waited for, with a limit, and no frozen window."""

from __future__ import annotations

import logging
import time

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from gui.workers.base import WorkerThread

log = logging.getLogger(__name__)

LIMIT_MS = 5000


class ShutdownController(QObject):
    """Stops all workers once.

    Signals:
        completed: All workers have stopped.
        overdue: Names (tuple of str) of those still busy after the limit.
    """

    completed = Signal()
    overdue = Signal(object)

    def __init__(
        self,
        threads: tuple[WorkerThread, ...],
        limit_ms: int = LIMIT_MS,
        parent: QObject | None = None,
    ) -> None:
        """Keep the workers to stop."""
        super().__init__(parent)
        self._threads = threads
        self._is_asked = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(limit_ms)
        self._timer.timeout.connect(self._on_limit_reached)
        for thread in threads:
            thread.stopped.connect(self._on_thread_stopped)

    @property
    def is_overdue(self) -> bool:
        """Whether the limit has passed with workers still busy."""
        return self._is_asked and not self._timer.isActive() and bool(self.busy)

    @property
    def busy(self) -> tuple[str, ...]:
        """Names of the workers that have not stopped."""
        return tuple(thread.name for thread in self._threads if thread.is_running)

    def begin(self) -> None:
        """Ask all workers to stop; returns at once."""
        if self._is_asked:
            return
        self._is_asked = True
        self._timer.start()
        for thread in self._threads:
            thread.ask_to_stop()
        self._on_thread_stopped()

    def wait(self, limit_ms: int = LIMIT_MS) -> bool:
        """Ask, and block until all have stopped or the limit is reached; for the very end.

        Returns:
            Whether all have stopped.
        """
        self.begin()
        deadline = time.monotonic() + limit_ms / 1000
        for thread in self._threads:
            thread.wait(max(round((deadline - time.monotonic()) * 1000), 0))
        return not self.busy

    @Slot()
    def _on_thread_stopped(self) -> None:
        if self._is_asked and not self.busy:
            self._timer.stop()
            self.completed.emit()

    @Slot()
    def _on_limit_reached(self) -> None:
        log.warning("still busy after %d ms: %s", self._timer.interval(), ", ".join(self.busy))
        self.overdue.emit(self.busy)
