# SPDX-License-Identifier: Apache-2.0
"""The contract of the workers: exactly one terminal signal for each job, whatever happens."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.cancel import CancelToken
from core.errors import (
    ReportError,
    WeightsMissingError,
)
from core.events import Event, FramesScored, Stage, StageStarted
from core.records import AnalysisResult
from core.settings import AnalysisRequest, AnalysisSettings
from gui.services import core_services
from gui.workers.base import InternalError, Job
from gui.workers.detection import DetectionWorker, EventOutlet
from gui.workers.export import ExportJob, ExportWorker
from tests.gui.recorder import Start
from tests.gui.scenes import FakeAnalysis, FakeTools, Scene, judge, load_tools


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


def export_job(folder: Path) -> ExportJob:
    return ExportJob(1, judge(Scene()), folder, Path("/evidence/clip.mp4"), ("csv",))


def test_an_export_tells_what_was_written(qtbot: QtBot, start: Start, tmp_path: Path) -> None:
    def write(job: ExportJob) -> Sequence[Path]:
        return [job.folder / "clip.csv"]

    worker = ExportWorker(write)
    _, recorder = start(worker)
    with recorder.one_more_end(qtbot):
        worker.submitted.emit(export_job(tmp_path))
    assert recorder.seen == [("succeeded", 1, (tmp_path / "clip.csv",))]


@pytest.mark.parametrize("raised", [ReportError("disk full"), OSError("odd")])
def test_an_export_that_fails_fails_once(
    qtbot: QtBot, start: Start, tmp_path: Path, raised: Exception
) -> None:
    def write(job: ExportJob) -> Sequence[Path]:
        raise raised

    worker = ExportWorker(write)
    _, recorder = start(worker)
    with recorder.one_more_end(qtbot):
        worker.submitted.emit(export_job(tmp_path))
    assert recorder.ends() == [("failed", 1)]
    assert isinstance(recorder.payload(1), ReportError | InternalError)


def test_the_window_writes_with_the_core_and_never_beside_the_evidence(
    qtbot: QtBot, start: Start, tmp_path: Path
) -> None:
    worker = ExportWorker(core_services().write_reports)
    _, recorder = start(worker)
    evidence = tmp_path / "evidence" / "clip.mp4"
    evidence.parent.mkdir()
    evidence.touch()
    for number, folder in ((1, tmp_path / "out"), (2, evidence.parent)):
        with recorder.end_of(qtbot, number):
            worker.submitted.emit(ExportJob(number, judge(Scene()), folder, evidence, ("csv",)))
    assert recorder.ends() == [("succeeded", 1), ("failed", 2)]
    report, manifest = sorted((tmp_path / "out").iterdir())
    assert (report.suffix, manifest.suffix) == (".csv", ".sha256")
    assert len(report.read_text(encoding="utf-8").splitlines()) > 60
    assert [path.name for path in evidence.parent.iterdir()] == ["clip.mp4"]
