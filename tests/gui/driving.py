# SPDX-License-Identifier: Apache-2.0
"""How tests take hold of the window's parts and press its keys."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from gui.views.media_panel import MediaPanel
from gui.views.scores_panel import ScoresPanel
from gui.views.verdict_panel import VerdictPanel
from tests.gui.conftest import Stand


def find(stand: Stand, kind: type[Any]) -> Any:
    (panel,) = stand.desk.window.findChildren(kind)
    return panel


def scores(stand: Stand) -> ScoresPanel:
    panel = find(stand, ScoresPanel)
    assert isinstance(panel, ScoresPanel)
    return panel


def verdict(stand: Stand) -> VerdictPanel:
    panel = find(stand, VerdictPanel)
    assert isinstance(panel, VerdictPanel)
    return panel


def media(stand: Stand) -> MediaPanel:
    panel = find(stand, MediaPanel)
    assert isinstance(panel, MediaPanel)
    return panel


def press(stand: Stand, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
    QTest.keyClick(stand.desk.window, key, modifier or Qt.KeyboardModifier.NoModifier)


def opened(stand: Stand, name: str = "a.mp4") -> None:
    """Open a file and wait for its result and its first frame."""
    stand.open(name)
    stand.finish()
    stand.wait_for_frame(0)
