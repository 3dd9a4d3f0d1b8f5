# SPDX-License-Identifier: Apache-2.0
"""The panels around the picture; a new one is a module and a line here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from gui.models.intents import Intents
from gui.models.session import Session
from gui.views.face_panel import FacePanel
from gui.views.jobs_panel import JobsPanel
from gui.views.scores_panel import ScoresPanel
from gui.views.verdict_panel import VerdictPanel

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class PanelSpec:
    """A panel of the window.

    Attributes:
        id: Stable name; the window's layout is saved under it.
        title: Translates the title; called when it is shown.
        factory: Makes the widget.
        area: Where it stands at first.
        size: Width or height at first, in pixels.
        min_size: Smallest width; below it words would be cut.
        height: Height at first of a panel that shares its side with others; 0 leaves it to Qt.
        tab_with: Id of the panel whose place it shares at first, as a second tab; or empty.
    """

    id: str
    title: Callable[[], str]
    factory: Callable[[Session, Intents], QWidget]
    area: Qt.DockWidgetArea
    size: int
    min_size: int = 0
    height: int = 0
    tab_with: str = ""


PANELS: tuple[PanelSpec, ...] = (
    PanelSpec(
        "jobs",
        lambda: translate("Panels", "Evidence"),
        JobsPanel,
        Qt.DockWidgetArea.LeftDockWidgetArea,
        230,
        170,
    ),
    PanelSpec(
        "face",
        lambda: translate("Panels", "Face close-up"),
        FacePanel,
        Qt.DockWidgetArea.LeftDockWidgetArea,
        230,
        170,
        400,
    ),
    PanelSpec(
        "verdict",
        lambda: translate("Panels", "Findings"),
        VerdictPanel,
        Qt.DockWidgetArea.RightDockWidgetArea,
        425,
        340,
    ),
    PanelSpec(
        "scores",
        lambda: translate("Panels", "Time line"),
        ScoresPanel,
        Qt.DockWidgetArea.BottomDockWidgetArea,
        300,
    ),
)
