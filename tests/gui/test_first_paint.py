# SPDX-License-Identifier: Apache-2.0
"""The measurement of the first paint."""

from __future__ import annotations

import time

import psutil
import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gui.lifecycle.first_paint import FirstPaint, age_of_process


def test_the_age_is_counted_from_the_start_of_the_process() -> None:
    about = time.time() - psutil.Process().create_time()
    assert age_of_process() == pytest.approx(about, abs=2)


def test_the_first_paint_is_told_once_and_ends_the_program(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    codes: list[int] = []
    monkeypatch.setattr(QApplication, "exit", codes.append)
    window = QWidget()
    qtbot.addWidget(window)
    FirstPaint(window)
    window.show()
    qtbot.waitUntil(lambda: bool(codes))
    window.repaint()
    QApplication.processEvents()
    assert codes == [0]
    assert capsys.readouterr().out.count("window painted after") == 1
