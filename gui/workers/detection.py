# SPDX-License-Identifier: Apache-2.0
"""Runs analyses, one after the other, on one thread that keeps the loaded networks."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, Protocol

from PySide6.QtCore import Signal, Slot

from core.cancel import CancelToken
from core.events import AnalysisCompleted, Event, FrameFailed, FramesScored, Stage, StageStarted
from core.records import AnalysisResult, DetectorRun
from core.settings import AnalysisRequest, AnalysisSettings
from gui.workers.base import Job, Worker
from gui.workers.courtesy import step_back

log = logging.getLogger(__name__)

# The window takes in events at most this often, whatever the speed of the analysis.
EVENT_PERIOD_S = 0.05


class LoadedDetectors(Protocol):
    """The part of loaded tools that the window reads."""

    @property
    def runs(self) -> tuple[DetectorRun, ...]:
        """The detectors that run, with their operating points."""
        ...


class Tools(Protocol):
    """What `core.pipeline.AnalysisTools` is to this worker."""

    @property
    def detectors(self) -> LoadedDetectors:
        """The loaded detectors."""
        ...


class LoadTools(Protocol):
    """Loads what an analysis needs; `core.pipeline.AnalysisTools.load`."""

    def __call__(
        self, settings: AnalysisSettings, on_loading: Callable[[str], None] | None = None
    ) -> Tools:
        """Load the networks that the settings name."""
        ...


class Analyze(Protocol):
    """One analysis as a generator of events; `core.pipeline.analyze`."""

    def __call__(
        self,
        request: AnalysisRequest,
        cancel: CancelToken,
        *,
        tools: Any,  # what LoadTools gave
    ) -> Iterator[Event]:
        """Analyse one file."""
        ...


class DetectionWorker(Worker):
    """Owns the networks: they are loaded and called on its thread only.

    Signals:
        submitted: A Job to run; jobs wait in the thread's event queue.
        tools_loaded: A job id and the detectors (tuple of DetectorRun) that run in it.
        progressed: A job id and a tuple of events.
        succeeded: A job id and the AnalysisResult.
    """

    submitted = Signal(object)
    tools_loaded = Signal(int, object)

    def __init__(self, analyze: Analyze, load_tools: LoadTools) -> None:
        """Keep what to run; nothing is loaded before the first job."""
        super().__init__()
        self._analyze = analyze
        self._load_tools = load_tools
        self._tools: Tools | None = None
        self._tools_key: tuple[object, ...] = ()
        self._cancel: CancelToken | None = None
        self._is_stopping = False
        self.submitted.connect(self._on_submitted)

    def prepare(self) -> None:
        """Override Worker.prepare."""
        step_back()

    def interrupt(self) -> None:
        """Override Worker.interrupt."""
        self._is_stopping = True
        cancel = self._cancel
        if cancel is not None:
            cancel.cancel()

    def release(self) -> None:
        """Override Worker.release."""
        self._tools = None

    @Slot(object)
    def _on_submitted(self, job: Job) -> None:
        self._cancel = job.cancel
        if self._is_stopping:
            job.cancel.cancel()
        self.guard(job.job_id, lambda: self._run(job))
        self._cancel = None

    def _run(self, job: Job) -> AnalysisResult | None:
        if job.cancel.is_cancelled:
            return None
        tools = self._tools_for(job)
        outlet = EventOutlet(lambda events: self.progressed.emit(job.job_id, events))
        result = None
        for event in self._analyze(job.request, job.cancel, tools=tools):
            if isinstance(event, AnalysisCompleted):
                result = event.result
            else:
                outlet.put(event)
        outlet.flush()
        return result

    def _tools_for(self, job: Job) -> Tools:
        """Load the networks, unless those of the job before serve this one too."""
        settings = job.request.settings
        key = (
            settings.detectors,
            settings.engine,
            settings.device,
            settings.faces.detector_id,
            settings.operating_points,
        )
        tools = self._tools
        if tools is None or key != self._tools_key:
            self._tools = None  # what is not needed any more goes before the new comes

            def tell(title: str) -> None:
                event = StageStarted(Stage.LOADING_DETECTORS, title)
                self.progressed.emit(job.job_id, (event,))

            tell("")
            tools = self._load_tools(settings, tell)
            self._tools, self._tools_key = tools, key
        self.tools_loaded.emit(job.job_id, tools.detectors.runs)
        return tools


class EventOutlet:
    """Passes events on in tuples; joins score events, which come at most every `EVENT_PERIOD_S`.

    Steps of the run are passed on at once: they are few, and what follows them may take long.
    """

    def __init__(self, send: Callable[[tuple[Event, ...]], None]) -> None:
        """Keep where events go."""
        self._send = send
        self._waiting: list[Event] = []
        self._sent_at = 0.0

    def put(self, event: Event) -> None:
        """Take an event; send what waits when it is time."""
        last = self._waiting[-1] if self._waiting else None
        if isinstance(event, FramesScored) and isinstance(last, FramesScored):
            self._waiting[-1] = _join(last, event)
        else:
            self._waiting.append(event)
        is_step = not isinstance(event, FramesScored | FrameFailed)
        if is_step or time.monotonic() - self._sent_at >= EVENT_PERIOD_S:
            self.flush()

    def flush(self) -> None:
        """Send what waits."""
        if self._waiting:
            self._send(tuple(self._waiting))
            self._waiting = []
            self._sent_at = time.monotonic()


def _join(first: FramesScored, second: FramesScored) -> FramesScored:
    return replace(
        second,
        observations=first.observations + second.observations,
        windows=first.windows + second.windows,
        shots=first.shots + second.shots,
    )
