# SPDX-License-Identifier: Apache-2.0
"""The batch at the desk: added, paused, steered, stopped, gone on with, its files opened.

State, results and run are the core's own; only the analysis of a file is made up.
"""

from __future__ import annotations

import hashlib
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from core.batch.records import Status
from core.cancel import CancelToken
from core.errors import CorruptMediaError
from core.events import AnalysisCompleted, Event, FramesScored
from core.pipeline import AnalysisTools
from core.records import FileFacts, Outcome
from core.settings import AnalysisRequest
from gui.controllers.batch import BatchController
from gui.models.batch import BatchModel
from gui.states import BatchPhase, ItemState
from gui.views.batch_panel import BatchPanel
from tests.core.batch.faults import tools_without_networks
from tests.core.batch.folders import items, make_image
from tests.gui.conftest import MakeStand, Stand
from tests.gui.scenes import Scene, judge
from tests.gui.test_window import drop


class Gate:
    """Holds the analysis of each file until it is let through.

    Attributes:
        is_open: Let all through.
    """

    def __init__(self) -> None:
        self.is_open = threading.Event()
        self.is_open.set()
        self.begun: list[str] = []

    def __call__(
        self, request: AnalysisRequest, cancel: CancelToken, *, tools: Any
    ) -> Iterator[Event]:
        self.begun.append(request.path.name)
        while not self.is_open.wait(0.002):
            if cancel.is_cancelled:
                return
        content = request.path.read_bytes()
        if b"broken" in content:
            raise CorruptMediaError("There is no frame in it.", advice="Try another copy.")
        digest = hashlib.sha256(content).hexdigest()
        result = judge(Scene(1, n_sampled=6))
        yield FramesScored(3, 0.6, 1.2, 0.1, ())
        file = FileFacts(request.path.name, len(content), digest, digest)
        assert result.media is not None
        media = replace(result.media, name=file.name, size_bytes=len(content), sha256=digest)
        yield AnalysisCompleted(replace(result, file=file, media=media))


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Gate:
    made = Gate()
    monkeypatch.setattr(AnalysisTools, "load", tools_without_networks)
    monkeypatch.setattr("core.batch.task.analyze", made)
    monkeypatch.setattr("os.fsync", lambda _: None)
    return made


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = tmp_path / "evidence"
    for number in range(4):
        make_image(root / "sub" / f"{number}.png", number)
    (root / "bad.mp4").write_bytes(b"\0\0\0\x18ftypisom\0\0\0\0isomiso2broken")
    return root


@pytest.fixture
def out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the person says that results go."""
    place = tmp_path / "out"
    place.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(place))
    return place


def batches(stand: Stand) -> BatchController:
    return stand.desk.cases.batches


def model(stand: Stand) -> BatchModel:
    return stand.desk.cases.batches.model


def panel(stand: Stand) -> BatchPanel:
    return stand.desk.cases.batch_window.panel


def wait_for(stand: Stand, phase: BatchPhase) -> None:
    stand.qtbot.waitUntil(lambda: model(stand).phase is phase, timeout=15_000)
    stand.qtbot.waitUntil(lambda: phase.is_busy or not batches(stand).is_busy)


def row_ids(stand: Stand) -> dict[str, int]:
    return {row.name: row.item.item_id for row in model(stand).table.rows}


def states(stand: Stand) -> dict[str, ItemState]:
    return {row.name: row.state for row in model(stand).table.rows}


def test_a_folder_is_analysed_and_one_bad_file_stops_nothing(
    make_stand: MakeStand, gate: Gate, folder: Path, out: Path
) -> None:
    stand = make_stand()
    stand.desk.intents.batch_folder_dropped.emit(folder)
    wait_for(stand, BatchPhase.FINISHED)
    assert stand.desk.cases.batch_window.isVisible()
    outcomes = {row.name: row.item.outcome for row in model(stand).table.rows}
    assert outcomes.pop("bad.mp4") is Outcome.COULD_NOT_EVALUATE
    assert set(outcomes.values()) == {Outcome.SUPPORT_FOR_MANIPULATION}
    assert len(outcomes) == 4
    assert model(stand).counts.finished == 5
    assert "5 of 5 files finished" in panel(stand).head.words.text()
    panel(stand).select(row_ids(stand)["bad.mp4"])
    assert "There is no frame in it." in panel(stand).reason.text()
    assert (out / "state.sqlite").is_file()
    assert (out / "case-log.jsonl").is_file()
    assert sorted(one.name for one in folder.iterdir()) == ["bad.mp4", "sub"]


def test_pause_is_heard_and_going_on_ends_it(
    make_stand: MakeStand, gate: Gate, folder: Path, out: Path
) -> None:
    gate.is_open.clear()
    stand = make_stand()
    stand.desk.intents.batch_folder_dropped.emit(folder)
    stand.qtbot.waitUntil(lambda: ItemState.RUNNING in states(stand).values(), timeout=15_000)
    panel(stand).head.pause.click()
    assert model(stand).phase is BatchPhase.PAUSING
    assert panel(stand).head.pause.text() == "Go on"
    gate.is_open.set()
    wait_for(stand, BatchPhase.PAUSED)
    assert len(gate.begun) == 1
    panel(stand).head.pause.click()
    wait_for(stand, BatchPhase.FINISHED)
    assert len(gate.begun) == 5


def test_stop_gives_up_what_is_in_work_and_going_on_does_it_again(
    make_stand: MakeStand, gate: Gate, folder: Path, out: Path
) -> None:
    gate.is_open.clear()
    stand = make_stand()
    stand.desk.intents.batch_folder_dropped.emit(folder)
    stand.qtbot.waitUntil(lambda: bool(gate.begun), timeout=15_000)
    started = time.monotonic()
    panel(stand).head.stop.click()
    wait_for(stand, BatchPhase.STOPPED)
    assert time.monotonic() - started < 5
    assert set(states(stand).values()) == {ItemState.WAITING}
    gate.is_open.set()
    panel(stand).head.pause.click()  # "Go on"
    wait_for(stand, BatchPhase.FINISHED)


def test_rows_are_cancelled_removed_and_done_again_by_key_and_menu(
    make_stand: MakeStand, gate: Gate, folder: Path, out: Path
) -> None:
    gate.is_open.clear()
    stand = make_stand()
    stand.desk.intents.batch_folder_dropped.emit(folder)
    stand.qtbot.waitUntil(lambda: ItemState.RUNNING in states(stand).values(), timeout=15_000)
    running = next(name for name, one in states(stand).items() if one is ItemState.RUNNING)
    ids = row_ids(stand)
    panel(stand).select(ids[running], ids["3.png"])
    menu = panel(stand).make_menu()
    by_text = {action.text().replace("&", ""): action for action in menu.actions()}
    assert by_text["Cancel"].isEnabled()
    assert not by_text["Open"].isEnabled()
    by_text["Cancel"].trigger()
    menu.deleteLater()
    stand.qtbot.waitUntil(lambda: states(stand)[running] is ItemState.CANCELLED)
    panel(stand).select(ids["2.png"])
    QTest.keyClick(panel(stand).table, Qt.Key.Key_Delete)
    stand.qtbot.waitUntil(lambda: "2.png" not in row_ids(stand))
    gate.is_open.set()
    wait_for(stand, BatchPhase.FINISHED)
    assert states(stand)["3.png"] is ItemState.CANCELLED
    assert model(stand).counts.cancelled == 2
    panel(stand).select(ids["3.png"])
    QTest.keyClick(panel(stand).table, Qt.Key.Key_F5)
    stand.qtbot.waitUntil(lambda: states(stand)["3.png"] is ItemState.DONE, timeout=15_000)
    wait_for(stand, BatchPhase.FINISHED)
    assert items(out)["sub/2.png"].status is Status.REMOVED


def test_return_opens_a_row_with_its_result_and_analyses_nothing(
    make_stand: MakeStand, gate: Gate, folder: Path, out: Path
) -> None:
    stand = make_stand()
    stand.desk.intents.batch_folder_dropped.emit(folder)
    wait_for(stand, BatchPhase.FINISHED)
    panel(stand).select(row_ids(stand)["1.png"])
    QTest.keyClick(panel(stand).table, Qt.Key.Key_Return)
    (item,) = stand.desk.session
    stand.qtbot.waitUntil(lambda: item.state is ItemState.DONE)
    assert item.path == folder / "sub" / "1.png"
    assert item.outcome is Outcome.SUPPORT_FOR_MANIPULATION
    assert len(item.faces) == 6
    assert stand.analysis.threads == []
    QTest.keyClick(panel(stand).table, Qt.Key.Key_Return)  # it is open already
    assert len(stand.desk.session) == 1


def test_a_batch_of_the_command_line_is_opened_by_its_results(
    make_stand: MakeStand, gate: Gate, folder: Path, out: Path
) -> None:
    first = make_stand()
    first.desk.intents.batch_folder_dropped.emit(folder)
    wait_for(first, BatchPhase.FINISHED)
    begun = len(gate.begun)
    second = make_stand()
    second.desk.intents.batch_requested.emit()
    wait_for(second, BatchPhase.FINISHED)
    place = model(second).place
    assert place is not None
    assert (place.folder, place.scope.recursive) == (folder, True)
    assert len(model(second).table.rows) == 5
    assert len(gate.begun) == begun


def test_a_batch_in_use_elsewhere_is_refused_in_words(
    make_stand: MakeStand, gate: Gate, folder: Path, out: Path
) -> None:
    gate.is_open.clear()
    first = make_stand()
    first.desk.intents.batch_folder_dropped.emit(folder)
    first.qtbot.waitUntil(lambda: bool(gate.begun), timeout=15_000)
    second = make_stand()
    second.desk.intents.batch_folder_dropped.emit(folder)
    wait_for(second, BatchPhase.FAILED)
    assert "Another run works in" in second.desk.cases.batch_window.notice.text
    gate.is_open.set()
    wait_for(first, BatchPhase.FINISHED)


def test_results_beside_the_evidence_are_refused(
    make_stand: MakeStand, gate: Gate, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder / "out"))
    stand = make_stand()
    stand.desk.intents.batch_folder_dropped.emit(folder)
    assert "beside the evidence" in stand.desk.cases.batch_window.notice.text
    assert model(stand).phase is BatchPhase.EMPTY
    assert not (folder / "out").exists()


def test_a_second_folder_waits_for_the_first(
    make_stand: MakeStand,
    gate: Gate,
    folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    other = make_image(tmp_path / "more" / "x.png", 9).parent
    monkeypatch.setattr(
        QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / f"out{len(gate.begun)}")
    )
    gate.is_open.clear()
    stand = make_stand()
    stand.desk.intents.batch_folder_dropped.emit(folder)
    stand.qtbot.waitUntil(lambda: bool(gate.begun), timeout=15_000)
    stand.desk.intents.batch_folder_dropped.emit(other)
    assert model(stand).place == batches(stand).places[0]
    gate.is_open.set()
    stand.qtbot.waitUntil(lambda: model(stand).place == batches(stand).places[1], timeout=15_000)
    wait_for(stand, BatchPhase.FINISHED)
    assert list(row_ids(stand)) == ["x.png"]
    chooser = panel(stand).head.chooser
    assert [chooser.itemText(row) for row in range(chooser.count())] == ["evidence", "more"]
    assert chooser.currentIndex() == 1
    chooser.activated.emit(0)
    stand.qtbot.waitUntil(lambda: len(row_ids(stand)) == 5)
    wait_for(stand, BatchPhase.FINISHED)
    assert chooser.currentIndex() == 0


def test_a_folder_dropped_on_the_batch_is_analysed(
    make_stand: MakeStand, gate: Gate, folder: Path, out: Path
) -> None:
    stand = make_stand()
    stand.desk.intents.batch_wanted.emit()
    drop(stand.desk.cases.batch_window, folder)
    wait_for(stand, BatchPhase.FINISHED)
    assert len(row_ids(stand)) == 5


def test_every_control_has_a_name_and_the_keys_reach_it(make_stand: MakeStand) -> None:
    stand = make_stand()
    view = panel(stand)
    named = (view.table, view.chips.search, view.head.bar, view.reason)
    assert all(widget.accessibleName() for widget in named)
    assert all(chip.accessibleName() for chip in view.chips.chips.values())
    action = stand.desk.window.actions_.named["batch-show"]
    assert action.shortcut().toString() == "Ctrl+B"
    action.trigger()
    assert stand.desk.cases.batch_window.isVisible()
