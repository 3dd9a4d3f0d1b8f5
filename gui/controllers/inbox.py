# SPDX-License-Identifier: Apache-2.0
"""Takes in what a worker says, in its order, one piece a turn of the window.

Qt hands all that waits over at once: twenty parts of a table of five milliseconds each would hold
the window up for a hundred. Between two turns it paints and listens.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

Take = Callable[[], None]


class Inbox(QObject):
    """A queue that is worked off by the window's own thread."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._waiting: deque[Take] = deque()
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._take_one)

    def put(self, take: Take) -> None:
        """Have something taken in soon; on the window's thread only."""
        self._waiting.append(take)
        if not self._timer.isActive():
            self._timer.start()

    def clear(self) -> None:
        """Forget what waits."""
        self._waiting.clear()
        self._timer.stop()

    def _take_one(self) -> None:
        if self._waiting:
            self._waiting.popleft()()
        if not self._waiting:
            self._timer.stop()
