# SPDX-License-Identifier: Apache-2.0
"""How long the window takes from the process's start until it is painted, for tests."""

from __future__ import annotations

import sys
import time

import psutil
from PySide6.QtCore import QEvent, QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication, QWidget

from gui import app


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
        seconds, spent = time.time() - me.create_time(), me.cpu_times()
        processor = spent.user + spent.system
        sys.stdout.write(f"window painted after {seconds:.2f} s, processor {processor:.2f} s\n")
        sys.stdout.flush()
        QApplication.exit(0)


def main() -> int:
    """Show the window until it is painted once.

    Returns:
        The program's exit code.
    """
    return app.main(on_shown=FirstPaint)
