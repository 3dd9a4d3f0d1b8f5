# SPDX-License-Identifier: Apache-2.0
"""The contract of the workers: exactly one terminal signal for each job, whatever happens."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Signal
from pytestqt.qtbot import QtBot

from core.cancel import CancelToken
from core.errors import (
    ReportError,
    WeightsMissingError,
)
from core.events import Event, FramesScored, Stage, StageStarted
from core.records import AnalysisResult
from core.settings import AnalysisRequest, AnalysisSettings
from gui.workers.base import InternalError, Job, Worker
from gui.workers.case import CaseWorker
from gui.workers.detection import DetectionWorker, EventOutlet
from gui.workers.tasks import Task, TaskWorker, Tell, Work
from tests.gui.recorder import Start
from tests.gui.scenes import FakeAnalysis, FakeTools, Scene, load_tools


def job(job_id: int = 1, name: str = "clip.mp4", settings: AnalysisSettings | None = None) -> Job:
    request = AnalysisRequest(Path("/evidence") / name, settings or AnalysisSettings())
    return Job(job_id, request, CancelToken())


# Detection ----------------------------------------------------------------------------------


def test_a_job_that_ends_well_succeeds_once(qtbot: QtBot, start: Start) -> None:
    analysis = FakeAnalysis(Scene(2))
    worker = DetectionWorker(analysis, load_tools)
    _, recorder = start(worker)
    with recorder.one_more_end(qtbot):
        worker.submitted.emit(job())
    assert recorder.ends() == [("succeeded", 1)]
    result = recorder.payload(1)
    assert isinstance(result, AnalysisResult)
    assert len(result.tracks) == 2
    scored = [
        seen
        for name, _, events in recorder.seen
        if name == "progressed"
        for event in events  # type: ignore[attr-defined]
        if isinstance(event, FramesScored)
        for seen in event.observations
    ]
    assert tuple(sorted(one.frame_index for one in scored)) == tuple(
        sorted(one.frame_index for track in result.tracks for one in track.observations)
    )


def test_the_analysis_runs_off_the_gui_thread_and_is_told_on_it(qtbot: QtBot, start: Start) -> None:
    analysis = FakeAnalysis()
    worker = DetectionWorker(analysis, load_tools)
    _, recorder = start(worker)
    with recorder.one_more_end(qtbot):
        worker.submitted.emit(job())
    assert analysis.threads != [threading.get_ident()]
    assert recorder.threads == {threading.get_ident()}


def test_a_cancelled_job_is_cancelled_once_and_its_decoder_is_closed(
    qtbot: QtBot, start: Start
) -> None:
    analysis = FakeAnalysis(hold_at=3)
    worker = DetectionWorker(analysis, load_tools)
    _, recorder = start(worker)
    held = job()
    worker.submitted.emit(held)
    assert analysis.held.wait(5)
    with recorder.one_more_end(qtbot):
        held.cancel.cancel()
    assert recorder.ends() == [("cancelled", 1)]
    assert analysis.closed == 1


def test_a_job_cancelled_while_it_waits_never_starts(qtbot: QtBot, start: Start) -> None:
    analysis = FakeAnalysis()
    worker = DetectionWorker(analysis, load_tools)
    _, recorder = start(worker)
    waiting = job()
    waiting.cancel.cancel()
    with recorder.one_more_end(qtbot):
        worker.submitted.emit(waiting)
    assert recorder.seen == [("cancelled", 1, None)]
    assert analysis.threads == []


@pytest.mark.parametrize(
    ("raised", "code"),
    [(WeightsMissingError("gone"), "weights_missing"), (RuntimeError("bug"), "internal")],
)
def test_a_failing_job_fails_once_and_the_next_one_runs(
    qtbot: QtBot, start: Start, raised: Exception, code: str
) -> None:
    analysis = FakeAnalysis()
    analysis.scenes["bad.mp4"] = raised
    worker = DetectionWorker(analysis, load_tools)
    _, recorder = start(worker)
    with recorder.end_of(qtbot, 2):
        worker.submitted.emit(job(1, "bad.mp4"))
        worker.submitted.emit(job(2))
    assert recorder.ends() == [("failed", 1), ("succeeded", 2)]
    assert recorder.payload(1).code == code  # type: ignore[attr-defined]


def test_networks_are_loaded_once_for_many_jobs_and_anew_for_other_settings(
    qtbot: QtBot, start: Start
) -> None:
    loads: list[tuple[str, int]] = []

    def load(
        settings: AnalysisSettings, on_loading: Callable[[str], None] | None = None
    ) -> FakeTools:
        loads.append((settings.engine, threading.get_ident()))
        return FakeTools()

    worker = DetectionWorker(FakeAnalysis(), load)
    _, recorder = start(worker)
    for number in (1, 2, 3):
        worker.submitted.emit(job(number))
    with recorder.end_of(qtbot, 4):
        worker.submitted.emit(job(4, settings=AnalysisSettings(engine="keras")))
    assert [engine for engine, _ in loads] == ["auto", "keras"]
    assert threading.get_ident() not in {thread for _, thread in loads}
    assert len(recorder.ends()) == 4


def test_weights_that_fail_to_load_fail_the_job(qtbot: QtBot, start: Start) -> None:
    def load(*_: object, **__: object) -> FakeTools:
        raise WeightsMissingError("gone")

    worker = DetectionWorker(FakeAnalysis(), load)
    _, recorder = start(worker)
    with recorder.one_more_end(qtbot):
        worker.submitted.emit(job())
    assert recorder.ends() == [("failed", 1)]


def test_stopping_while_busy_ends_the_thread_with_one_signal_for_each_job(
    qtbot: QtBot, start: Start
) -> None:
    analysis = FakeAnalysis(hold_at=2)
    worker = DetectionWorker(analysis, load_tools)
    thread, recorder = start(worker)
    worker.submitted.emit(job(1))
    worker.submitted.emit(job(2))
    assert analysis.held.wait(5)
    with qtbot.waitSignal(thread.stopped, timeout=2000):
        thread.ask_to_stop()
    assert recorder.ends() == [("cancelled", 1), ("cancelled", 2)]
    assert not thread.is_running


def test_events_are_joined_and_none_is_lost() -> None:
    sent: list[tuple[Event, ...]] = []
    outlet = EventOutlet(sent.append)
    outlet.put(StageStarted(Stage.SCORING))
    for number in range(200):
        outlet.put(FramesScored(number + 1, number / 5, 40.0, None, ()))
    outlet.flush()
    assert len(sent) < 20
    last = sent[-1][-1]
    assert isinstance(last, FramesScored)
    assert last.frames_done == 200


def test_a_step_of_the_run_is_told_at_once() -> None:
    sent: list[tuple[Event, ...]] = []
    outlet = EventOutlet(sent.append)
    outlet.put(FramesScored(1, 0.0, None, None, ()))
    outlet.put(FramesScored(2, 0.2, None, None, ()))
    outlet.put(StageStarted(Stage.REHASHING))
    assert sent[-1][-1] == StageStarted(Stage.REHASHING)


# Export -------------------------------------------------------------------------------------


def task(work: Work, number: int = 1) -> Task:
    return Task(number, work, CancelToken())


def test_a_task_tells_on_its_way_and_succeeds_once(qtbot: QtBot, start: Start) -> None:
    def work(cancel: CancelToken, tell: Tell) -> object:
        tell("half")
        return ("done",)

    worker = TaskWorker()
    _, recorder = start(worker)
    with recorder.one_more_end(qtbot):
        worker.submitted.emit(task(work))
    assert recorder.seen == [("progressed", 1, "half"), ("succeeded", 1, ("done",))]


@pytest.mark.parametrize("raised", [ReportError("disk full"), OSError("odd")])
def test_a_task_that_fails_fails_once(qtbot: QtBot, start: Start, raised: Exception) -> None:
    def work(cancel: CancelToken, tell: Tell) -> object:
        raise raised

    worker = TaskWorker()
    _, recorder = start(worker)
    with recorder.one_more_end(qtbot):
        worker.submitted.emit(task(work))
    assert recorder.ends() == [("failed", 1)]
    assert isinstance(recorder.payload(1), ReportError | InternalError)


def test_a_task_that_was_stopped_before_its_turn_does_nothing(qtbot: QtBot, start: Start) -> None:
    def work(cancel: CancelToken, tell: Tell) -> object:
        raise AssertionError("expected not to be called")

    worker = TaskWorker()
    _, recorder = start(worker)
    stopped = task(work)
    stopped.cancel.cancel()
    with recorder.one_more_end(qtbot):
        worker.submitted.emit(stopped)
    assert recorder.ends() == [("cancelled", 1)]


class Clerk(Worker):
    """Does what it is told, and writes down that it did."""

    submitted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.done: list[int] = []
        self.submitted.connect(self.on_submitted)

    def on_submitted(self, number: int) -> None:
        self.guard(number, lambda: self.work(number))

    def work(self, number: int) -> str:
        self.done.append(number)
        return "done"


@pytest.mark.parametrize("keeps_word", [False, True])
def test_what_waits_when_the_program_is_left_is_done_only_by_who_keeps_word(
    qtbot: QtBot, start: Start, keeps_word: bool
) -> None:
    """Leaving can come between a job's submission and its beginning."""
    worker = Clerk()
    worker.keeps_word = keeps_word
    _, recorder = start(worker)
    worker.leave()
    with recorder.one_more_end(qtbot):
        worker.submitted.emit(1)
    assert recorder.ends() == [("succeeded" if keeps_word else "cancelled", 1)]
    assert worker.done == ([1] if keeps_word else [])


def test_a_case_is_written_to_the_end_when_the_program_is_left() -> None:
    assert CaseWorker.keeps_word
