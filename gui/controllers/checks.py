# SPDX-License-Identifier: Apache-2.0
"""Looks at this machine on request: engines, speed, weights; one at a time, each can be stopped."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QObject, Signal, Slot

from core.cancel import CancelToken
from core.errors import AnalysisError
from core.installed import EnginePlace, Speed, WeightsVerdict
from core.settings import AnalysisSettings
from gui.models.licences import about_facts
from gui.workers.base import WorkerThread
from gui.workers.tasks import Task, TaskWorker, Tell

Kind = Literal["places", "speed", "weights", "about"]
Measure = Callable[[EnginePlace, tuple[str, ...], int, CancelToken], Speed | None]


@dataclass(frozen=True, slots=True)
class Places:
    """Engines and devices, and what ONNX Runtime was built with."""

    places: tuple[EnginePlace, ...]
    providers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Checks:
    """The core's means to look at the machine.

    Attributes:
        places: Lists engines and devices.
        measure: Measures one of them.
        weights: Hashes one weights file after the other.
    """

    places: Callable[[], Places]
    measure: Measure
    weights: Callable[[CancelToken], Iterator[WeightsVerdict]]


class ChecksController(QObject):
    """Runs checks on a thread of its own.

    Signals:
        told: What was found (the places, a Speed, a WeightsVerdict) or is being measured
            (EnginePlace).
        ended: Kind of the check, and an AnalysisError or None; "cancelled" when it was stopped.
    """

    told = Signal(object)
    ended = Signal(str, object)

    def __init__(self, checks: Checks, parent: QObject | None = None) -> None:
        """Start the worker."""
        super().__init__(parent)
        self._checks = checks
        self._next_id = 1
        self._open: dict[int, tuple[Kind, CancelToken]] = {}
        self._worker = TaskWorker()
        self._worker.progressed.connect(self._on_progressed)
        self._worker.succeeded.connect(self._on_succeeded)
        self._worker.failed.connect(self._on_failed)
        self._worker.cancelled.connect(self._on_cancelled)
        self.thread_of_worker = WorkerThread(self._worker, self.tr("the checks"), self)

    def find_places(self) -> None:
        """List engines and devices."""
        self._submit("places", lambda _cancel, tell: _true_after(tell, self._checks.places()))

    def find_versions(self) -> None:
        """Find out what the program is made of."""
        self._submit("about", lambda _cancel, tell: _true_after(tell, about_facts()))

    def measure(self, places: tuple[EnginePlace, ...], settings: AnalysisSettings) -> None:
        """Measure the speed of engines and devices, one after the other."""

        def work(cancel: CancelToken, tell: Tell) -> object:
            for place in places:
                tell(place)
                speed = self._checks.measure(place, settings.detectors, settings.batch_size, cancel)
                if speed is None or cancel.is_cancelled:
                    return None
                tell(speed)
            return True

        self._submit("speed", work)

    def check_weights(self) -> None:
        """Compare every weights file with its card."""

        def work(cancel: CancelToken, tell: Tell) -> object:
            for verdict in self._checks.weights(cancel):
                tell(verdict)
            return None if cancel.is_cancelled else True

        self._submit("weights", work)

    @Slot()
    def stop(self) -> None:
        """Stop all checks."""
        for _, cancel in self._open.values():
            cancel.cancel()

    def _submit(self, kind: Kind, work: Callable[[CancelToken, Tell], object]) -> None:
        task = Task(self._next_id, work, CancelToken())
        self._next_id += 1
        self._open[task.task_id] = (kind, task.cancel)
        self._worker.submitted.emit(task)

    @Slot(int, object)
    def _on_progressed(self, task_id: int, payload: object) -> None:
        if task_id in self._open:
            self.told.emit(payload)

    @Slot(int, object)
    def _on_succeeded(self, task_id: int, _result: object) -> None:
        kind, _ = self._open.pop(task_id)
        self.ended.emit(kind, None)

    @Slot(int, object)
    def _on_failed(self, task_id: int, error: AnalysisError) -> None:
        kind, _ = self._open.pop(task_id)
        self.ended.emit(kind, error)

    @Slot(int)
    def _on_cancelled(self, task_id: int) -> None:
        kind, _ = self._open.pop(task_id)
        self.ended.emit(kind, "cancelled")


def _true_after(tell: Tell, payload: object) -> bool:
    tell(payload)
    return True
