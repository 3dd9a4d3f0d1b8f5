# SPDX-License-Identifier: Apache-2.0
"""Collects Python's garbage on the window's thread only.

Python collects on whichever thread happens to allocate. A widget or a timer that is part of a
cycle would then be destroyed on a worker's thread, which Qt does not allow: at best it warns.
"""

from __future__ import annotations

import gc
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

# Often enough to keep memory flat, seldom enough not to be felt.
PERIOD_MS = 500
# What survived two collections is mostly scores; going through them takes tens of milliseconds.
FULL_PERIODS = 120
_YOUNG, _OLD = 1, 2


class GarbageCollector(QObject):
    """Takes garbage collection over from Python, from its making until `stop`."""

    def __init__(self, is_idle: Callable[[], bool], parent: QObject | None = None) -> None:
        """Collect once, spare what lives as long as the program, and switch Python's own off.

        Args:
            is_idle: Whether a full collection would hold up nobody.
            parent: Owner.
        """
        super().__init__(parent)
        self._is_idle = is_idle
        self._periods = 0
        gc.collect()
        gc.freeze()
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(PERIOD_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """Collect young objects when many are there; now and then, while idle, all."""
        self._periods += 1
        if self._periods >= FULL_PERIODS and self._is_idle():
            self._periods = 0
            gc.collect(_OLD)
        elif gc.get_count()[0] > gc.get_threshold()[0]:
            gc.collect(_YOUNG)

    def stop(self) -> None:
        """Give collection back to Python."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()
