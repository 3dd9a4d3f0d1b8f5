# SPDX-License-Identifier: Apache-2.0
"""How late the window's thread comes to what it is to do."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, Qt, QTimer

BEAT_MS = 5


class Heartbeat(QObject):
    """A timer on the GUI thread that notes how late it is called.

    Attributes:
        gaps_s: Wall time between two calls.
        own_s: CPU time that this thread spent in between: what the window itself is to blame for.
    """

    def __init__(self) -> None:
        super().__init__()
        self.gaps_s: list[float] = []
        self.own_s: list[float] = []
        self._last = (time.perf_counter(), time.thread_time())
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(BEAT_MS)
        self._timer.timeout.connect(self._on_beat)

    def start(self) -> None:
        self._last = (time.perf_counter(), time.thread_time())
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()

    def _on_beat(self) -> None:
        now = (time.perf_counter(), time.thread_time())
        self.gaps_s.append(now[0] - self._last[0])
        self.own_s.append(now[1] - self._last[1])
        self._last = now
