# SPDX-License-Identifier: Apache-2.0
"""Long computations let the window go first."""

from __future__ import annotations

import os
import sys
import threading

import pytest
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from gui.workers.base import Worker, WorkerThread
from gui.workers.courtesy import NICENESS, step_back


class Asker(Worker):
    """Notes the priority of its thread, and of a thread started from it."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[int] = []

    def prepare(self) -> None:
        step_back()
        self._note()
        child = threading.Thread(target=self._note)
        child.start()
        child.join()

    def _note(self) -> None:
        self.found.append(os.getpriority(os.PRIO_PROCESS, threading.get_native_id()))


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere Qt sets the priority")
def test_a_worker_that_steps_back_leaves_the_window_its_priority(qtbot: QtBot) -> None:
    before = os.getpriority(os.PRIO_PROCESS, threading.get_native_id())
    asker = Asker()
    thread = WorkerThread(asker, "asker", priority=QThread.Priority.LowPriority)
    qtbot.waitUntil(lambda: len(asker.found) == 2)
    thread.ask_to_stop()
    assert thread.wait(5000)
    assert asker.found == [max(before, NICENESS)] * 2
    assert os.getpriority(os.PRIO_PROCESS, threading.get_native_id()) == before
