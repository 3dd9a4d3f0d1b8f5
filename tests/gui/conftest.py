# SPDX-License-Identifier: Apache-2.0
"""A window without a screen, with made-up analyses, and a watch on what it leaves behind."""

from __future__ import annotations

import gc
import os
import time

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before Qt is imported anywhere

from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings, QThread, QTimer
from pytestqt.qtbot import QtBot

import core.batch.run
from core.batch.control import BatchControl
from core.batch.options import BatchOptions
from core.batch.records import BatchEvent
from core.batch.runner import InlineRunner
from core.cancel import CancelToken
from core.demo import DemoClip
from core.errors import CorruptMediaError
from core.settings import AnalysisSettings
from gui.desk.desk import Desk
from gui.preferences.store import SettingsStore
from gui.services import Services
from gui.workers.base import Worker, WorkerThread
from gui.workers.batch import RunBatch
from gui.workers.export import ExportJob, Written
from gui.workers.tasks import Tell
from tests.gui.recorder import Recorder, Start, Started
from tests.gui.scenes import FakeAnalysis, FakeExplainer, FakeSession, Scene, load_tools


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let Qt's offscreen platform say what it cannot do: the only messages that are no fault."""
    cannot = "This plugin does not support (propagateSizeHints|raise)"
    for item in items:
        if "tests/gui/" in item.path.as_posix():
            item.add_marker(pytest.mark.qt_log_ignore(cannot, extend=True))


@pytest.fixture(scope="session", autouse=True)
def imports_are_no_garbage() -> None:
    """Spare what lives as long as the tests, so that collecting after each one costs little."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def garbage_stays_on_this_thread() -> Iterator[None]:
    """As `gui.lifecycle.garbage`: destroy no widget or timer on a worker's thread."""
    gc.disable()
    yield
    gc.collect(1)
    gc.enable()


@pytest.fixture(autouse=True)
def nothing_left_running(
    monkeypatch: pytest.MonkeyPatch, qapp: object, garbage_stays_on_this_thread: None
) -> Iterator[None]:
    """Fail a test that leaves a thread or a timer running."""
    threads: list[QThread] = []
    timers: list[QTimer] = []
    start_thread, start_timer = QThread.start, QTimer.start

    def start_thread_watched(thread: QThread, *args: Any) -> None:
        threads.append(thread)
        start_thread(thread, *args)

    def start_timer_watched(timer: QTimer, *args: Any) -> None:
        timers.append(timer)
        start_timer(timer, *args)

    monkeypatch.setattr(QThread, "start", start_thread_watched)
    monkeypatch.setattr(QTimer, "start", start_timer_watched)
    yield
    running = [thread.objectName() for thread in threads if _is_alive(thread.isRunning)]
    ticking = [repr(timer) for timer in timers if _is_alive(timer.isActive)]
    for thread in threads:
        if _is_alive(thread.isRunning):
            thread.quit()
            thread.wait(2000)
    assert not running, f"threads left running: {running}"
    assert not ticking, f"timers left running: {ticking}"


def _is_alive(ask: Callable[[], bool]) -> bool:
    try:
        return ask()
    except RuntimeError:  # Qt's object is gone, and what it did with it
        return False


def run_inline(
    options: BatchOptions, cancel: CancelToken, control: BatchControl
) -> Iterator[BatchEvent]:
    """Run a batch on a thread of this process."""
    return core.batch.run.run_batch(options, InlineRunner(), cancel, control)


@dataclass(frozen=True)
class Format:
    """A report format for the menu."""

    id: str
    label: str


@dataclass
class Stand:
    """A desk with the fakes behind it.

    Attributes:
        sessions: Those that the viewer and the key frames opened, in order.
        demos: Folders in which a demo clip was made.
        exports: What was to be written.
    """

    desk: Desk
    analysis: FakeAnalysis
    qtbot: QtBot
    sessions: list[FakeSession] = field(default_factory=list)
    exports: list[ExportJob] = field(default_factory=list)
    demos: list[Path] = field(default_factory=list)

    def open(self, *names: str) -> None:
        """Open files by name, as a drop does."""
        self.desk.intents.files_dropped.emit(tuple(Path("/evidence") / name for name in names))

    def finish(self) -> None:
        """Wait until every file is done with, and the first frame is there where there is one."""
        self.qtbot.waitUntil(lambda: all(item.state.is_over for item in self.desk.session))
        QCoreApplication.processEvents()  # what is drawn in a turn of its own

    def wait_for_frame(self, frame_index: int) -> None:
        """Wait until a frame is shown."""

        def is_shown() -> bool:
            frame = self.desk.session.frame
            return frame is not None and frame.frame_index == frame_index

        self.qtbot.waitUntil(is_shown)

    def close(self) -> None:
        """End everything, as the program's end does."""
        self.analysis.gate.set()
        assert self.desk.shutdown.wait(), self.desk.shutdown.busy
        QCoreApplication.processEvents()
        self.desk.tools.stop()
        self.desk.window.leave()
        self.desk.window.deleteLater()
        self.desk.cases.batch_window.deleteLater()
        self.desk.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


MakeStand = Callable[..., Stand]


@pytest.fixture
def make_stand(qtbot: QtBot, tmp_path: Path) -> Iterator[MakeStand]:
    """Give a function that builds a window; all are closed after the test."""
    stands: list[Stand] = []

    def make(
        analysis: FakeAnalysis | None = None,
        settings: QSettings | None = None,
        run_batch: RunBatch = run_inline,
        services: dict[str, Any] | None = None,
    ) -> Stand:
        fake = analysis or FakeAnalysis(Scene(2))
        sessions: list[FakeSession] = []
        exports: list[ExportJob] = []
        demos: list[Path] = []

        def open_session(path: Path, cancel: CancelToken) -> FakeSession:
            scene = fake.scenes.get(path.name, fake.default)
            if not isinstance(scene, Scene):
                raise CorruptMediaError("There is no frame in it.", advice="Try another copy.")
            sessions.append(FakeSession(scene))
            return sessions[-1]

        def write(job: ExportJob, cancel: CancelToken, tell: Tell) -> Written:
            exports.append(job)
            return Written((job.folder / f"report.{job.formats[0]}",))

        def make_demo(folder: Path, cancel: CancelToken) -> DemoClip:
            demos.append(folder)
            if "held" in folder.name:
                while not cancel.is_cancelled:
                    time.sleep(0.002)
                raise CancelledError
            return DemoClip(folder / "demo.mp4", 2.7, 5.3, "made up")

        given: dict[str, Any] = {
            "analyze": fake,
            "load_tools": load_tools,
            "open_session": open_session,
            "write_reports": write,
            "report_formats": (Format("json", "JSON"), Format("csv", "CSV")),
            "settings": AnalysisSettings(),
            "log_folder": tmp_path / "log",
            "make_explainer": FakeExplainer,
            "make_demo": make_demo,
            "demo_folder": lambda: tmp_path / "demo",
            "run_batch": run_batch,
        }
        ini = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
        desk = Desk(Services(**(given | (services or {}))), SettingsStore(settings or ini))
        desk.window.show()
        stands.append(Stand(desk, fake, qtbot, sessions, exports, demos))
        return stands[-1]

    yield make
    for stand in stands:
        stand.close()


@pytest.fixture
def stand(make_stand: MakeStand) -> Stand:
    """A window in which every file plays a scene of two persons."""
    return make_stand()


@pytest.fixture
def start() -> Iterator[Start]:
    started: list[WorkerThread] = []

    def begin(worker: Worker) -> Started:
        recorder = Recorder(worker)
        started.append(WorkerThread(worker, "test"))
        return started[-1], recorder

    yield begin
    for thread in started:
        thread.ask_to_stop()
        assert thread.wait(5000)
