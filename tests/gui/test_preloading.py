# SPDX-License-Identifier: Apache-2.0
"""Slow libraries are loaded after the first painting, and none that is missing stops the rest."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from gui.lifecycle.preloading import Preloader


def test_libraries_are_loaded_once_the_window_is_painted(qtbot: QtBot) -> None:
    sys.modules.pop("colorsys", None)
    window = QLabel("first")
    qtbot.addWidget(window)
    preloader = Preloader(window, ("there_is_no_such_module", "colorsys"))
    assert "colorsys" not in sys.modules
    window.show()
    qtbot.waitUntil(lambda: preloader.is_done)
    assert "colorsys" in sys.modules
