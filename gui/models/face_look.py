# SPDX-License-Identifier: Apache-2.0
"""The face that is looked at closely: as a network read it, and what moved the network."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from core.errors import AnalysisError
from core.records import FaceObservation
from gui.pictures import ShownFace

DEFAULT_OPACITY = 0.65


class LookState(enum.StrEnum):
    """Why there is a close-up, or none."""

    NOTHING = "nothing"
    NO_FACE = "no_face"
    NOT_ANALYSED = "not_analysed"
    REJECTED = "rejected"
    COMING = "coming"
    SHOWN = "shown"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Look:
    """What is looked at now.

    Attributes:
        face: The observation, where this very frame was analysed and has one.
        detector_id: Whose input is shown.
        detectors: Ids of all that scored this face.
        shown: The close-up, once it is there; its map comes a little later.
        error: Why there is none, when the state is FAILED.
    """

    state: LookState = LookState.NOTHING
    face: FaceObservation | None = None
    detector_id: str | None = None
    detectors: tuple[str, ...] = ()
    shown: ShownFace | None = None
    error: AnalysisError | None = None


class FaceLook(QObject):
    """Holds the look and how it is wished for; changed by the controller only.

    Signals:
        changed: Another look, or another wish.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Start with nothing to look at and no map."""
        super().__init__(parent)
        self.look = Look()
        self.wants_map = False
        self.opacity = DEFAULT_OPACITY

    @property
    def is_map_coming(self) -> bool:
        """Whether a map was asked for and is not there yet."""
        shown = self.look.shown
        return self.wants_map and shown is not None and shown.can_explain and shown.heat is None

    def show(self, look: Look) -> None:
        """Look at something else."""
        if look != self.look:
            self.look = look
            self.changed.emit()

    def wish_map(self, *, wants_map: bool) -> None:
        """Ask for the map of each face looked at, or do without."""
        if wants_map != self.wants_map:
            self.wants_map = wants_map
            self.changed.emit()

    def set_opacity(self, opacity: float) -> None:
        """Set how strongly the map covers the picture, [0, 1]."""
        opacity = min(max(opacity, 0.0), 1.0)
        if opacity != self.opacity:
            self.opacity = opacity
            self.changed.emit()
