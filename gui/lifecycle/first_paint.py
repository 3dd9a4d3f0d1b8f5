# SPDX-License-Identifier: Apache-2.0
"""How long the window takes from the process's start until it is painted, for tests."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import psutil
from PySide6.QtCore import QEvent, QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication, QWidget


class FirstPaint(QObject):
    """Waits until a window is painted, writes the seconds to stdout, and ends the program.

    On a busy machine the processor's time says more than the clock.

    The person's settings stay as they are: the window is not closed by this.
    """

    def __init__(self, window: QWidget) -> None:
        """Begin to watch."""
        super().__init__(window)
        self._is_told = False
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice the first painting; what paints comes after this call."""
        if event.type() == QEvent.Type.Paint and not self._is_told:
            self._is_told = True
            QTimer.singleShot(0, self._on_painted)
        return super().eventFilter(watched, event)

    @Slot()
    def _on_painted(self) -> None:
        me = psutil.Process()
        seconds, spent = age_of_process(), me.cpu_times()
        processor = spent.user + spent.system
        sys.stdout.write(f"window painted after {seconds:.2f} s, processor {processor:.2f} s\n")
        sys.stdout.flush()
        QApplication.exit(0)


def age_of_process() -> float:
    """Tell how many seconds ago this process began."""
    stat = Path("/proc/self/stat")
    if not stat.is_file():
        return time.time() - float(psutil.Process().create_time())
    # Finer than the time of day: that of the machine's start is known to the second only.
    ticks = int(stat.read_text().rpartition(")")[2].split()[19])
    uptime = float(Path("/proc/uptime").read_text().split()[0])
    return uptime - ticks / os.sysconf("SC_CLK_TCK")
