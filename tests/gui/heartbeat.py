# SPDX-License-Identifier: Apache-2.0
"""How late the window's thread comes to what it is to do."""

from __future__ import annotations

import statistics
import time

from PySide6.QtCore import QObject, Qt, QTimer

BEAT_MS = 5
YARDSTICK_MS = 100
_YARDSTICK = range(10_000)


def yardstick_s() -> float:
    """CPU time of a fixed piece of work on this thread."""
    start = time.thread_time()
    sum(number * number for number in _YARDSTICK)
    return time.thread_time() - start


class Heartbeat(QObject):
    """A timer on the GUI thread that notes how late it is called.

    Attributes:
        gaps_s: Wall time between two calls.
        own_s: CPU time that this thread spent in between: what the window itself is to blame for.

    Even CPU time grows by half while a neighbor uses the same core, so that it is held against a
    fixed piece of work, measured at the beginning and all along.
    """

    def __init__(self) -> None:
        super().__init__()
        self.gaps_s: list[float] = []
        self.own_s: list[float] = []
        self._quiet_s = min(yardstick_s() for _ in range(50))
        self._busy_s: list[float] = []
        self._last = (time.perf_counter(), time.thread_time())
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(BEAT_MS)
        self._timer.timeout.connect(self._on_beat)
        self._pacer = QTimer(self)
        self._pacer.setInterval(YARDSTICK_MS)
        self._pacer.timeout.connect(lambda: self._busy_s.append(yardstick_s()))

    @property
    def slowdown(self) -> float:
        """How much longer the thread's work took than at the beginning, 1 or more."""
        busy = statistics.median(self._busy_s) if self._busy_s else self._quiet_s
        return max(1.0, busy / self._quiet_s)

    @property
    def longest_own_s(self) -> float:
        """The longest turn, at the speed of the beginning."""
        return max(self.own_s) / self.slowdown

    def start(self) -> None:
        self._last = (time.perf_counter(), time.thread_time())
        self._timer.start()
        self._pacer.start()

    def stop(self) -> None:
        self._timer.stop()
        self._pacer.stop()

    def _on_beat(self) -> None:
        now = (time.perf_counter(), time.thread_time())
        self.gaps_s.append(now[0] - self._last[0])
        self.own_s.append(now[1] - self._last[1])
        self._last = now
