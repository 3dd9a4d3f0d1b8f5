# SPDX-License-Identifier: Apache-2.0
"""Looks closely at single faces; of several requests that wait only the newest counts."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Protocol

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QImage

from core.evidence.heatmaps import color_heat_map
from core.explaining import CloseUp
from core.records import BBox, DetectorRun, Pixels
from gui.pictures import ShownFace
from gui.workers.base import Worker
from gui.workers.courtesy import step_back
from gui.workers.frames import to_image

HeatMap = npt.NDArray[np.float32]
# Maps are small and cost a pass of a network each.
MAPS_KEPT = 256


class Explainer(Protocol):
    """The part of `core.explaining.FaceExplainer` that the window needs."""

    def close_up(self, pixels: Pixels, bbox: BBox, run: DetectorRun) -> CloseUp:
        """Cut a face out as a network read it."""
        ...

    def heat_map(self, close_up: CloseUp, run: DetectorRun) -> HeatMap:
        """Say what moved the network."""
        ...


MakeExplainer = Callable[[], Explainer]


@dataclass(frozen=True, slots=True, eq=False)
class FaceRequest:
    """A face to look at.

    Attributes:
        request_id: Number of the request; each gets one terminal signal.
        pixels: uint8 (height, width, 3) RGB of the whole frame.
        run: The detector whose input is shown.
        wants_map: Whether what moved it is wanted too.
    """

    request_id: int
    job_id: int
    frame_index: int
    track_id: int
    pixels: Pixels
    bbox: BBox
    run: DetectorRun
    wants_map: bool


MapKey = tuple[int, int, int, str]


class FaceWorker(Worker):
    """Cuts the face that is asked for and explains it; maps are kept.

    Signals:
        progressed: A request's id and a ShownFace whose map is still to come.
        succeeded: A request's id and a ShownFace.
        cancelled: A request's id; a newer one took its place.
    """

    _woken = Signal()

    def __init__(self, make_explainer: MakeExplainer) -> None:
        """Keep what makes the explainer; it is made on the worker's thread, when first needed."""
        super().__init__()
        self._make = make_explainer
        self._lock = threading.Lock()
        self._newest: FaceRequest | None = None
        self._explainer: Explainer | None = None
        self._maps: OrderedDict[MapKey, HeatMap] = OrderedDict()
        self._woken.connect(self._on_woken)

    def prepare(self) -> None:
        """Override Worker.prepare."""
        step_back()

    def request(self, request: FaceRequest) -> None:
        """Ask for a face; called from any thread, returns at once. One that waits is dropped."""
        with self._lock:
            dropped, self._newest = self._newest, request
        if dropped is not None:
            self.cancelled.emit(dropped.request_id)
        self._woken.emit()

    def interrupt(self) -> None:
        """Override Worker.interrupt."""
        with self._lock:
            self._newest = None

    def release(self) -> None:
        """Override Worker.release."""
        self._explainer = None
        self._maps.clear()

    @Slot()
    def _on_woken(self) -> None:
        with self._lock:
            request, self._newest = self._newest, None
        if request is not None:
            self.guard(request.request_id, lambda: self._look(request))

    def _look(self, request: FaceRequest) -> ShownFace | None:
        if self._explainer is None:
            self._explainer = self._make()
        close_up = self._explainer.close_up(request.pixels, request.bbox, request.run)
        shown = ShownFace(
            request.job_id,
            request.frame_index,
            request.track_id,
            request.run.detector_id,
            to_image(close_up.crop),
            close_up.place,
            close_up.can_explain,
        )
        if not (request.wants_map and close_up.can_explain):
            return shown
        key = (request.job_id, request.frame_index, request.track_id, request.run.detector_id)
        if key not in self._maps:
            self.progressed.emit(request.request_id, shown)
            if self._is_overtaken():
                return None
            self._maps[key] = self._explainer.heat_map(close_up, request.run)
            if len(self._maps) > MAPS_KEPT:
                self._maps.popitem(last=False)
        heat_map = self._maps[key]
        height, width = close_up.crop.shape[:2]
        heat = to_overlay(color_heat_map(heat_map, height, width))
        return replace(shown, heat=heat, is_flat=not heat_map.any())

    def _is_overtaken(self) -> bool:
        with self._lock:
            return self._newest is not None


def to_overlay(rgba: npt.NDArray[np.uint8]) -> QImage:
    """Copy pixels with transparency into an image.

    Args:
        rgba: uint8 (height, width, 4).
    """
    contiguous = np.ascontiguousarray(rgba)
    height, width = contiguous.shape[:2]
    image = QImage(contiguous.data, width, height, 4 * width, QImage.Format.Format_RGBA8888)
    return image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
