# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import logging
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QMessageLogContext, QObject, QSettings, QtMsgType, Signal
from pytestqt.qtbot import QtBot

import gui.__main__ as entry
from gui.app import log_qt_message, make_excepthook
from gui.preferences.store import SettingsStore
from tests.gui.conftest import MakeStand, Stand


def test_an_exception_nobody_caught_is_logged_and_shown(
    stand: Stand, caplog: pytest.LogCaptureFixture
) -> None:
    hook = make_excepthook(stand.desk.error_caught.emit)
    error = ValueError("odd")
    hook(ValueError, error, None)
    assert "Internal error" in stand.desk.window.notice.text
    assert "ValueError: odd" in caplog.text


def test_an_interrupt_is_no_internal_error(stand: Stand) -> None:
    make_excepthook(stand.desk.error_caught.emit)(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert not stand.desk.window.notice.isVisible()


def test_qts_messages_reach_the_log(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        log_qt_message(QtMsgType.QtWarningMsg, QMessageLogContext(), "careful")
    assert [(record.levelname, record.message) for record in caplog.records] == [
        ("WARNING", "careful")
    ]


def test_true_and_none_survive_many_signals(qtbot: QtBot) -> None:
    """PySide6 6.12.0 drops a reference at each signal and ends the process here (ADR 0004)."""

    class Sender(QObject):
        sent = Signal()

    sender = Sender()
    before = sys.getrefcount(True)
    for _ in range(2_000):
        sender.sent.emit()
    assert abs(sys.getrefcount(True) - before) < 100


@pytest.mark.parametrize("words", [["models"], ["--help"], ["analyze", "x", "--out", "y"]])
def test_sub_commands_and_options_go_to_the_command_line(
    monkeypatch: pytest.MonkeyPatch, words: list[str]
) -> None:
    asked: list[list[str]] = []

    def run(arguments: list[str]) -> None:
        asked.append(arguments)
        raise SystemExit(0)

    monkeypatch.setattr("core.cli.app.main", run)
    with pytest.raises(SystemExit):
        entry.main(words)
    assert asked == [words]


@pytest.mark.parametrize("words", [[], ["a.mp4", "b.png"]])
def test_files_go_to_the_window(monkeypatch: pytest.MonkeyPatch, words: list[str]) -> None:
    shown: list[list[Path]] = []

    def show(paths: list[Path]) -> int:
        shown.append(paths)
        return 0

    monkeypatch.setattr("gui.app.main", show)
    with pytest.raises(SystemExit) as left:
        entry.main(words)
    assert left.value.code == 0
    assert shown == [[Path(word) for word in words]]


# What is remembered -------------------------------------------------------------------------


@pytest.fixture
def ini(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)


def test_looks_and_folders_are_remembered(ini: QSettings, tmp_path: Path) -> None:
    store = SettingsStore(ini)
    assert store.scheme == "system"
    store.scheme = "dark"
    store.set_folder("open", tmp_path)
    store.geometry = QByteArray(b"place")
    again = SettingsStore(ini)
    assert again.scheme == "dark"
    assert again.folder("open") == tmp_path
    assert again.geometry == QByteArray(b"place")


def test_a_folder_that_is_gone_is_forgotten(ini: QSettings, tmp_path: Path) -> None:
    SettingsStore(ini).set_folder("open", tmp_path / "gone")
    assert SettingsStore(ini).folder("open") is None


def test_nonsense_counts_as_absent(ini: QSettings) -> None:
    ini.setValue("scheme", ["pink"])
    ini.setValue("geometry", "text")
    store = SettingsStore(ini)
    assert store.scheme == "system"
    assert store.geometry is None


def test_settings_of_a_newer_program_are_left_alone(ini: QSettings) -> None:
    ini.setValue("schema_version", 99)
    ini.setValue("scheme", "dark")
    store = SettingsStore(ini)
    store.scheme = "light"
    assert store.scheme == "system"
    assert ini.value("scheme") == "dark"


def test_the_layout_of_the_panels_comes_back(make_stand: MakeStand, ini: QSettings) -> None:
    first = make_stand(settings=ini)
    first.open("a.mp4")
    first.finish()
    first.desk.window.panels["scores"].close()
    first.desk.window.close()
    first.desk.cases.question.buttons[1].click()  # it is in no case
    first.qtbot.waitUntil(lambda: not first.desk.window.isVisible())
    second = make_stand(settings=ini)
    second.open("a.mp4")
    assert not second.desk.window.panels["scores"].isVisible()
    assert second.desk.window.panels["jobs"].isVisible()
    second.finish()
