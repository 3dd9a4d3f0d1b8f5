# SPDX-License-Identifier: Apache-2.0
"""Chooses the face that is looked at closely and has it cut and explained."""

from __future__ import annotations

import logging

from PySide6.QtCore import QObject, Slot

from core.errors import AnalysisError
from core.records import FaceObservation
from gui.models.evidence import EvidenceItem
from gui.models.face_look import Look, LookState
from gui.models.intents import Intents
from gui.models.session import Session
from gui.pictures import ShownFace, ShownFrame
from gui.workers.base import WorkerThread
from gui.workers.faces import FaceRequest, FaceWorker, MakeExplainer

log = logging.getLogger(__name__)

Key = tuple[int, int, int, str, bool]


class FaceController(QObject):
    """Follows frame and person, so that the close-up is always of the frame shown.

    Attributes:
        thread_of_worker: The face worker's.
    """

    def __init__(
        self,
        session: Session,
        intents: Intents,
        make_explainer: MakeExplainer,
        parent: QObject | None = None,
    ) -> None:
        """Start the worker and listen."""
        super().__init__(parent)
        self._session = session
        self._detector_id: str | None = None
        self._next_id = 1
        self._asked: Key | None = None
        self._request_id = 0
        self._worker = FaceWorker(make_explainer)
        self._worker.progressed.connect(self._on_shown)
        self._worker.succeeded.connect(self._on_shown)
        self._worker.failed.connect(self._on_failed)
        self.thread_of_worker = WorkerThread(self._worker, self.tr("the heat maps"), self)
        intents.map_wanted.connect(self._on_map_wanted)
        intents.map_opacity_wanted.connect(session.face.set_opacity)
        intents.detector_looked_at.connect(self._on_detector_looked_at)
        session.frame_changed.connect(self.refresh)
        session.track_changed.connect(self.refresh)
        session.item_changed.connect(self._on_item_touched)
        session.scores_added.connect(self._on_item_touched)

    @Slot()
    def refresh(self) -> None:
        """Look at the face that is meant now, unless that is what is done already."""
        item, frame = self._session.current, self._session.frame
        if item is None or frame is None:
            self._look_at_nothing(LookState.NOTHING)
            return
        faces = item.faces.at(frame.frame_index)
        face = self._chosen(faces, item)
        if face is None:
            is_known = bool(item.faces.between(frame.frame_index, frame.time_s)) or not (
                item.state.is_over
            )
            self._look_at_nothing(LookState.NOT_ANALYSED if is_known else LookState.NO_FACE)
        elif not face.scores:
            self._asked = None
            self._session.face.show(Look(LookState.REJECTED, face))
        else:
            self._ask(item, frame, face)

    def _chosen(
        self, faces: tuple[FaceObservation, ...], item: EvidenceItem
    ) -> FaceObservation | None:
        """Choose the selected person's face, or else the one with the highest score."""
        selected = self._session.track_id
        if selected is not None:
            return next((face for face in faces if face.track_id == selected), None)
        return max(faces, key=lambda face: item.frame_score(face) or -1.0, default=None)

    def _ask(self, item: EvidenceItem, frame: ShownFrame, face: FaceObservation) -> None:
        detectors = tuple(
            run.detector_id for run in item.detectors if run.detector_id in face.scores
        )
        wanted = (self._detector_id, item.deciding_detector, *detectors)
        run = next((item.detector(one) for one in wanted if one in detectors), None)
        if run is None:
            self._look_at_nothing(LookState.NOTHING)
            return
        wants_map = self._session.face.wants_map
        key = (item.job_id, frame.frame_index, face.track_id, run.detector_id, wants_map)
        if key == self._asked:
            return
        self._asked, self._request_id = key, self._next_id
        self._next_id += 1
        is_same = key[:-1] == self._key_of(self._session.face.look.shown)
        shown = self._session.face.look.shown if is_same else None
        state = LookState.SHOWN if shown else LookState.COMING
        self._session.face.show(Look(state, face, run.detector_id, detectors, shown))
        self._worker.request(
            FaceRequest(
                self._request_id,
                item.job_id,
                frame.frame_index,
                face.track_id,
                frame.pixels,
                face.bbox,
                run,
                wants_map,
            )
        )

    @staticmethod
    def _key_of(shown: ShownFace | None) -> tuple[int, int, int, str] | None:
        if shown is None:
            return None
        return shown.job_id, shown.frame_index, shown.track_id, shown.detector_id

    def _look_at_nothing(self, state: LookState) -> None:
        self._asked = None
        self._session.face.show(Look(state))

    @Slot(int)
    def _on_item_touched(self, job_id: int, _grown: object = None) -> None:
        frame = self._session.frame
        if frame is not None and frame.job_id == job_id:
            self.refresh()

    @Slot(bool)
    def _on_map_wanted(self, wants_map: bool) -> None:
        self._session.face.wish_map(wants_map=wants_map)
        self.refresh()

    @Slot(str)
    def _on_detector_looked_at(self, detector_id: str) -> None:
        self._detector_id = detector_id
        self.refresh()

    @Slot(int, object)
    def _on_shown(self, request_id: int, shown: ShownFace) -> None:
        if request_id != self._request_id or self._asked is None:
            return
        look = self._session.face.look
        self._session.face.show(
            Look(LookState.SHOWN, look.face, look.detector_id, look.detectors, shown)
        )

    @Slot(int, object)
    def _on_failed(self, request_id: int, error: AnalysisError) -> None:
        if request_id != self._request_id or self._asked is None:
            return
        look = self._session.face.look
        self._session.face.show(
            Look(LookState.FAILED, look.face, look.detector_id, look.detectors, None, error)
        )
