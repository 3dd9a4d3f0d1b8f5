# SPDX-License-Identifier: Apache-2.0
"""The picture of the selected file, its faces and the way through it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtWidgets import QLabel, QStackedLayout, QVBoxLayout, QWidget

from core.errors import AnalysisError
from core.records import FaceObservation
from core.text import printable
from gui import theme
from gui.models.evidence import EvidenceItem
from gui.models.intents import Intents
from gui.models.session import Session
from gui.pictures import ShownFrame
from gui.views.frame_view import FaceMark, FrameView
from gui.views.transport_bar import TransportBar
from gui.words.faces import heat_caption
from gui.words.formatting import format_score
from gui.words.messages import error_message, person_name, reason_words


class MediaPanel(QWidget):
    """Joins the picture, a line of words where there is none, and the transport bar."""

    def __init__(self, session: Session, intents: Intents, parent: QWidget | None = None) -> None:
        """Build it and follow the session."""
        super().__init__(parent)
        self._session = session
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._intents = intents
        self.view = FrameView(self)
        self.transport = TransportBar(session, intents, self)
        self._words = QLabel(self)
        self._words.setObjectName("stageWords")
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._words.setWordWrap(True)
        self._words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._lay_out()
        self.view.person_clicked.connect(intents.track_selected)
        session.face.changed.connect(self._show_overlay)
        session.current_changed.connect(self._on_current_changed)
        session.frame_changed.connect(self._on_frame_changed)
        session.frame_failed.connect(self._on_frame_failed)
        session.track_changed.connect(self._show_marks)
        session.scores_added.connect(self._on_item_touched)
        session.item_changed.connect(self._on_item_touched)

    def _lay_out(self) -> None:
        stage = QWidget(self)
        stage.setObjectName("stage")
        layers = QStackedLayout(stage)
        layers.setStackingMode(QStackedLayout.StackingMode.StackAll)
        layers.addWidget(self.view)
        layers.addWidget(self._words)
        layers.setCurrentWidget(self._words)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addWidget(stage, 1)
        layout.addWidget(self.transport)

    def changeEvent(self, event: QEvent) -> None:
        """Override QWidget::changeEvent: other colours after a change of theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.transport.refresh()
            self._show_marks()

    def _on_current_changed(self) -> None:
        self._words.setText(self.tr("Opening the file…") if self._session.current else "")
        self.view.setVisible(False)
        self.transport.set_note("")

    def _on_frame_changed(self) -> None:
        frame = self._session.frame
        if frame is None:
            return
        self._words.setText("")
        self.view.setVisible(True)
        self.view.show_picture(frame.image, frame.width, frame.height)
        self._show_marks()
        self._show_overlay()

    def _show_overlay(self) -> None:
        """Lay the heat map over the face it belongs to, while it is wanted."""
        face, frame = self._session.face, self._session.frame
        shown = face.look.shown
        is_wanted = face.wants_map and shown is not None and frame is not None
        if shown is None or not is_wanted or shown.frame_index != self._shown_index():
            self.view.show_overlay(None, (0, 0, 0, 0), 0)
        else:
            self.view.show_overlay(shown.heat, shown.place, face.opacity, heat_caption())

    def _shown_index(self) -> int | None:
        return self._session.frame.frame_index if self._session.frame else None

    @Slot(bool)
    def on_playing_changed(self, is_playing: bool) -> None:
        """Paint quickly while frames follow each other."""
        self.view.set_smooth(is_smooth=not is_playing)

    def zoom_to_face(self) -> None:
        """Show the selected person's face large, or the one looked at, or the first."""
        marks, face = self.view.marks, self._session.face.look.face
        wanted = (self._session.track_id, face.track_id if face else None)
        ranked = sorted(marks, key=lambda mark: [mark.track_id != one for one in wanted])
        if ranked:
            self.view.zoom_to(ranked[0].bbox)

    def _on_frame_failed(self, error: AnalysisError) -> None:
        message = error_message(error)
        text = "\n\n".join(filter(None, (message.title, message.text, message.advice)))
        if self._session.frame is None:
            self._words.setText(text)
        else:
            self.transport.set_note(message.text)

    def _on_item_touched(self, job_id: int) -> None:
        frame = self._session.frame
        if frame is not None and frame.job_id == job_id:
            self._show_marks()

    def _show_marks(self) -> None:
        """Mark the faces of the frame shown and say what the marks rest on."""
        frame, item = self._session.frame, self._session.current
        if frame is None or item is None:
            self.view.show_marks(())
            return
        seen = item.faces.at(frame.frame_index)
        marks = [self._mark_seen(face, item) for face in seen]
        guessed = () if item.is_image else self._marks_between(frame, item)
        self.view.show_marks((*marks, *guessed))
        self.transport.set_note(self._note(len(seen), len(guessed), item))
        description = ", ".join(mark.label for mark in self.view.marks)
        self.view.setAccessibleDescription(description)

    def _mark_seen(self, face: FaceObservation, item: EvidenceItem) -> FaceMark:
        name = person_name(face.track_id)
        score = item.frame_score(face)
        if face.rejected is not None:
            label = f"{name} · {reason_words(face.rejected)}"
        else:
            label = f"{name} · {format_score(score)}"
        style = Qt.PenStyle.DotLine if face.rejected else Qt.PenStyle.SolidLine
        return self._mark(face.track_id, face.bbox, label, style)

    def _marks_between(self, frame: ShownFrame, item: EvidenceItem) -> tuple[FaceMark, ...]:
        boxes = item.faces.between(frame.frame_index, frame.time_s)
        return tuple(
            self._mark(track_id, box, person_name(track_id), Qt.PenStyle.DashLine)
            for track_id, box in boxes.items()
        )

    def _mark(
        self,
        track_id: int,
        bbox: tuple[float, float, float, float],
        label: str,
        style: Qt.PenStyle,
    ) -> FaceMark:
        selected = self._session.track_id
        color = theme.of(self.palette()).person(track_id)
        return FaceMark(track_id, bbox, label, color, style, selected not in {None, track_id})

    def _note(self, n_seen: int, n_guessed: int, item: EvidenceItem) -> str:
        if item.is_image:
            return "" if n_seen or not item.state.is_over else self.tr("no face found")
        if n_seen:
            run = item.detector(item.deciding_detector)
            title = printable(run.title) if run else ""
            return self.tr("scores by {0}").format(title)
        if n_guessed:
            return self.tr("between analysed frames, boxes estimated")
        return self.tr("no face here") if item.state.is_over else ""
