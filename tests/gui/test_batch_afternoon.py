# SPDX-License-Identifier: Apache-2.0
"""A batch as it is: real files, worker processes, networks; closed while busy, gone on with."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.batch.records import Status
from core.case.document import read_document
from core.records import Outcome
from core.verify.check import VerifyOptions, verify_path
from core.verify.findings import Status as Held
from gui.desk.desk import Desk
from gui.preferences.store import SettingsStore
from gui.services import core_services
from gui.states import BatchPhase, ItemState
from tests.core.batch.folders import items, make_image
from tests.core.media.clips import Clip

pytestmark = [pytest.mark.slow, pytest.mark.alone]

FILES, BROKEN = 50, 10


def make_mixed(root: Path) -> Path:
    """Pictures, clips, copies, files that are none, and such that only claim to be media."""
    for number in range(30):
        make_image(root / f"part {number % 3}" / f"picture {number}.png", number)
    (root / "clips").mkdir()
    for number in range(5):
        times = tuple(range(0, (6 + number) * 40, 40))
        Clip(f"clip {number}.mp4", "mpeg4", {"g": "12"}, times_ms=times).make(root / "clips")
    first = (root / "part 0" / "picture 0.png").read_bytes()
    for number in range(5):
        (root / f"copy {number}.png").write_bytes(first)
    for number in range(BROKEN):
        content = first[: 20 + number] if number % 2 else b"no media " + bytes([48 + number])
        (root / f"bad {number}.{('jpg', 'mp4')[number % 2]}").write_bytes(content)
    (root / "notes.txt").write_text("passed over")
    return root


def start(qtbot: QtBot, ini: Path) -> Desk:
    desk = Desk(core_services(), SettingsStore(QSettings(str(ini), QSettings.Format.IniFormat)))
    desk.window.show()
    return desk


def leave(qtbot: QtBot, desk: Desk) -> None:
    desk.window.close()
    qtbot.waitUntil(lambda: not desk.window.isVisible(), timeout=20_000)
    desk.cases.batch_window.deleteLater()
    desk.window.deleteLater()
    desk.deleteLater()
    QApplication.processEvents()


@pytest.mark.timeout(280)
def test_a_batch_is_closed_while_busy_and_gone_on_with(qtbot: QtBot, tmp_path: Path) -> None:
    folder, case = make_mixed(tmp_path / "evidence"), tmp_path / "case"
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*")}
    desk = start(qtbot, tmp_path / "window.ini")
    desk.cases.cases.create(case)
    qtbot.waitUntil(lambda: desk.cases.cases.path is not None)
    desk.intents.batch_folder_dropped.emit(folder)
    model = desk.cases.batches.model
    qtbot.waitUntil(lambda: model.counts.finished >= 8, timeout=120_000)
    assert model.phase is BatchPhase.RUNNING
    leave(qtbot, desk)
    out = case / "batches" / "evidence"
    half = {path: item for path, item in items(out).items() if item.status is Status.DONE}
    assert 8 <= len(half) < FILES

    desk = start(qtbot, tmp_path / "window.ini")
    desk.cases.open(case)
    model = desk.cases.batches.model
    qtbot.waitUntil(lambda: model.phase is BatchPhase.STOPPED, timeout=20_000)
    assert len(model.table.rows) == FILES
    assert model.counts.finished >= len(half)
    desk.cases.batch_window.panel.head.pause.click()  # "Go on"
    qtbot.waitUntil(lambda: model.phase is BatchPhase.FINISHED, timeout=200_000)
    assert model.counts.finished == FILES
    assert model.counts.outcomes[Outcome.COULD_NOT_EVALUATE] == BROKEN
    after = items(out)
    assert {path: after[path].finished_at for path in half} == {
        path: item.finished_at for path, item in half.items()
    }
    row = next(row for row in model.table.rows if row.name == "clip 1.mp4")
    desk.intents.row_opened.emit(row.item.item_id)
    (item,) = desk.session
    qtbot.waitUntil(lambda: item.state is ItemState.DONE, timeout=20_000)
    assert item.outcome is row.item.outcome
    QTimer.singleShot(0, desk.cases.cases.save)
    leave(qtbot, desk)

    document = read_document((case / "case.fwcase").read_bytes(), "case")
    assert document.items[0].result.startswith("batches/evidence/items/clip 1.mp4-")
    checks = list(verify_path(case, VerifyOptions()))
    assert [one for one in checks if one.status is Held.FAILS] == []
    assert any(one.subject == "case-log.jsonl" and one.what == "chain" for one in checks)
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*")} == before
