# SPDX-License-Identifier: Apache-2.0
"""After a crash the next start offers the log and the files; a good end leaves nothing."""

from __future__ import annotations

import json
import logging
import subprocess
import sys
import time
from pathlib import Path

from PySide6.QtWidgets import QApplication

from core.evidence.annotations import Annotations, Bookmark, Note
from gui.lifecycle.crash import (
    CrashedRun,
    CrashGuard,
    OpenFile,
    find_crashed,
    log_to_file,
    read_log,
)
from gui.views.text_dialog import TextDialog
from tests.gui.conftest import Stand

NOTES = Annotations((Note("odd", "M. Example", "2026-11-24T10:00:00+00:00"),), (Bookmark(7, 0.28),))
# A desk with one file and one note, which then dies by a fault in machine code.
DYING = """
import faulthandler, os, sys, tempfile
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from pathlib import Path
from PySide6.QtCore import QSettings
from gui.app import make_application
from gui.desk.desk import Desk
from gui.lifecycle.crash import CrashGuard, log_to_file
from gui.services import Services
from gui.preferences.store import SettingsStore
from tests.gui.scenes import FakeAnalysis, FakeSession, Scene, load_tools
import logging

folder = Path(sys.argv[1])
app = make_application(["x"])
services = Services(
    analyze=FakeAnalysis(hold_at=5), load_tools=load_tools,
    open_session=lambda path, cancel: FakeSession(Scene()), write_reports=None,
    report_formats=(), log_folder=folder,
)
log_to_file(folder)
ini = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
desk = Desk(services, SettingsStore(ini))
desk.guard(CrashGuard(folder), ())
desk.intents.files_dropped.emit((Path("/evidence/a.mp4"),))
desk.intents.note_added.emit("seen before the crash")
logging.getLogger("test").error("about to crash")
desk.tools.recovery.write()
faulthandler._sigsegv()
"""


def test_a_real_crash_leaves_its_trace_and_the_next_start_reopens(
    stand: Stand, tmp_path: Path
) -> None:
    folder = tmp_path / "log"
    folder.mkdir(exist_ok=True)
    done = subprocess.run(
        [sys.executable, "-c", DYING, str(folder)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        cwd=Path(__file__).resolve().parents[2],
    )
    assert done.returncode < 0, done.stderr
    crashed = find_crashed(folder)
    (run,) = crashed
    assert "Segmentation fault" in run.trace
    assert "<string>" in run.trace  # the very line of the script
    tools = stand.desk.tools
    guard = CrashGuard(folder)
    tools.guard(guard, crashed)
    assert tools.recovery_bar.isVisible()
    assert "One file was open" in tools.recovery_bar.words.text()
    tools.recovery_bar.log.click()
    (dialog,) = stand.desk.window.findChildren(TextDialog)
    assert "about to crash" in dialog.text.toPlainText()
    assert "Segmentation fault" in dialog.text.toPlainText()
    dialog.close()
    tools.recovery_bar.reopen.click()
    stand.finish()
    (item,) = stand.desk.session
    assert item.path == Path("/evidence/a.mp4")
    assert item.annotations.notes[0].text == "seen before the crash"
    assert not tools.recovery_bar.isVisible()
    assert find_crashed(folder) == ()
    tools.stop()
    assert not list(folder.glob("run-*"))


def test_a_run_that_lives_is_no_crash(tmp_path: Path) -> None:
    guard = CrashGuard(tmp_path)
    guard.keep((OpenFile(Path("/evidence/a.mp4"), NOTES),))
    assert find_crashed(tmp_path) == ()
    guard.close()
    assert not list(tmp_path.iterdir())


def test_what_was_open_comes_back_whole(tmp_path: Path) -> None:
    guard = CrashGuard(tmp_path)
    guard.case = Path("/cases/114")
    guard.keep((OpenFile(Path("/evidence/a.mp4"), NOTES),))
    (session,) = tmp_path.glob("*.session.json")
    document = json.loads(session.read_text())
    document["process_started_s"] -= 1000  # as if another process had this number now
    guard.close()
    session.write_text(json.dumps(document))
    (run,) = find_crashed(tmp_path)
    assert run.files == (OpenFile(Path("/evidence/a.mp4"), NOTES),)
    assert run.case == Path("/cases/114")


def test_a_session_file_that_is_broken_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "run-1.session.json").write_text("{")
    (tmp_path / "run-2.session.json").write_text('{"pid": "x"}')
    assert find_crashed(tmp_path) == ()
    assert find_crashed(tmp_path / "absent") == ()


def test_changes_are_written_a_moment_later(stand: Stand, tmp_path: Path) -> None:
    folder = tmp_path / "runs"
    stand.desk.guard(CrashGuard(folder), ())
    stand.open("a.mp4", "b.mp4")
    stand.finish()

    def is_written() -> bool:
        QApplication.processEvents()
        (session,) = folder.glob("*.session.json")
        return len(json.loads(session.read_text())["files"]) == 2

    stand.qtbot.waitUntil(is_written)
    stand.desk.tools.stop()


def test_the_log_is_written_to_a_file_and_its_end_is_read(tmp_path: Path) -> None:
    handler = log_to_file(tmp_path)
    assert handler is not None
    logging.getLogger("test").error("first")
    logging.getLogger("test").error("last %s", time.time())
    logging.getLogger().removeHandler(handler)
    handler.close()
    assert "first" in read_log(tmp_path)
    assert "first" not in read_log(tmp_path, most_bytes=40)
    (tmp_path / "file").touch()
    assert log_to_file(tmp_path / "file" / "deeper") is None
    assert read_log(tmp_path / "absent") == ""


def test_a_case_that_was_open_is_opened_again_in_place_of_its_files(
    stand: Stand, tmp_path: Path
) -> None:
    case, cases = tmp_path / "case", stand.desk.cases.cases
    cases.create(case)
    stand.qtbot.waitUntil(lambda: cases.path == case)
    cases.close()
    crashed = CrashedRun("", (OpenFile(Path("/evidence/a.mp4"), NOTES),), "", case, ())
    guard = CrashGuard(tmp_path / "runs")
    stand.desk.guard(guard, (crashed,))
    stand.desk.tools.recovery_bar.reopen.click()
    stand.qtbot.waitUntil(lambda: cases.path == case)
    assert len(stand.desk.session) == 0
    assert guard.case == case
    cases.close()
    assert guard.case is None
