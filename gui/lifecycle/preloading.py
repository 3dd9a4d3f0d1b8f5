# SPDX-License-Identifier: Apache-2.0
"""Loads slow libraries once the window is painted, before an analysis needs them."""

from __future__ import annotations

import contextlib
import importlib
from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, QTimer, Slot
from PySide6.QtWidgets import QWidget


class Preloader(QObject):
    """Loads one library a turn of the window's thread.

    One that were loaded later, on a worker's thread, would hold Python's lock for up to 0.1 s in
    the middle of somebody's work; loaded before, it would keep the window from appearing.
    """

    def __init__(self, window: QWidget, libraries: Iterable[str]) -> None:
        """Wait for the first painting.

        Args:
            window: That is to be seen first; the owner.
            libraries: Names of modules; one that is not installed is passed over.
        """
        super().__init__(window)
        self._window, self._left = window, list(libraries)
        window.installEventFilter(self)

    @property
    def is_done(self) -> bool:
        """Whether all are loaded."""
        return not self._left

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Override QObject::eventFilter: what paints comes after this call."""
        if event.type() == QEvent.Type.Paint:
            self._window.removeEventFilter(self)
            QTimer.singleShot(0, self._load_next)
        return super().eventFilter(watched, event)

    @Slot()
    def _load_next(self) -> None:
        if self._left:
            with contextlib.suppress(ImportError):  # whoever needs it says so better
                importlib.import_module(self._left.pop(0))
            QTimer.singleShot(0, self._load_next)
