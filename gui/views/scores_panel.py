# SPDX-License-Identifier: Apache-2.0
"""The time line: lanes of scores, a selected span with its figures, the strip of key frames."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedLayout, QVBoxLayout, QWidget

from gui import theme
from gui.models.evidence import EvidenceItem
from gui.models.intents import Intents
from gui.models.score_series import CurveKey
from gui.models.session import Session
from gui.views.key_frame_strip import KeyFrameStrip
from gui.views.lanes import Lane
from gui.views.score_plot import ScorePlot
from gui.views.scores_header import ScoresHeader
from gui.views.span_panel import SpanPanel
from gui.words.messages import person_name

# Narrower than this, the figures of a span take the place of the key frames.
WIDTH_FOR_BOTH = 860


class ScoresPanel(QWidget):
    """One lane for each person of the selected file, one curve in it for each detector."""

    def __init__(self, session: Session, intents: Intents, parent: QWidget | None = None) -> None:
        """Build it and follow the session."""
        super().__init__(parent)
        self._session = session
        self._intents = intents
        self.plot = ScorePlot(self)
        self.header = ScoresHeader(session, intents, self)
        self.span = SpanPanel(self)
        self.strip = KeyFrameStrip(session, intents, self)
        self._range_s: float | None = None
        self._has_result = False
        self._undrawn: set[CurveKey] = set()
        self._needs_update = False
        self._drawer = QTimer(self)
        self._drawer.setSingleShot(True)
        self._drawer.setInterval(0)
        self._drawer.timeout.connect(self._draw)
        self._words = QLabel(self)
        self._words.setObjectName("muted")
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._words.setWordWrap(True)
        self._lay_out()
        self._connect()
        self.refresh()

    def _lay_out(self) -> None:
        self._layers = QStackedLayout()
        self._layers.addWidget(self.plot)
        self._layers.addWidget(self._words)
        below = QHBoxLayout()
        below.setSpacing(6)
        below.addWidget(self.strip, 1, Qt.AlignmentFlag.AlignTop)
        below.addWidget(self.span, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 6, 2)
        layout.setSpacing(2)
        layout.addWidget(self.header)
        layout.addLayout(self._layers, 1)
        layout.addLayout(below)

    def _connect(self) -> None:
        session, intents = self._session, self._intents
        self.plot.clicked.connect(intents.sighting_wanted)
        self.plot.cursor_dragged.connect(intents.time_wanted)
        self.plot.span_changed.connect(self._on_span_changed)
        self.span.close_button.clicked.connect(self.select_no_span)
        self.header.styles_changed.connect(self._restyle)
        self.header.span_toggled.connect(self._on_span_toggled)
        self.header.strip_toggled.connect(self._show_strip)
        session.current_changed.connect(self.refresh)
        session.item_changed.connect(self._on_item_changed)
        session.scores_added.connect(self._on_scores_added)
        session.track_changed.connect(self._on_track_changed)
        session.frame_changed.connect(self._on_frame_changed)
        session.annotations_changed.connect(self._on_annotations_changed)

    def changeEvent(self, event: QEvent) -> None:
        """Override QWidget::changeEvent: other colours after a change of theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_layers"):
            self._draw_anew()

    # Following the session ----------------------------------------------------------------

    def refresh(self) -> None:
        """Show another item."""
        self.select_no_span()
        self._range_s = None
        self._draw_anew()

    def _draw_anew(self) -> None:
        item = self._session.current
        self.plot.clear()
        self.plot.set_theme(theme.of(self.palette()))
        self._drawer.stop()
        self._undrawn = set()
        self._has_result = item is not None and item.result is not None
        self._set_words()
        if item is None:
            return
        self.header.show_item(item)
        for key, curve in item.series.curves.items():
            self.plot.draw(key, curve)
        self._update(item)
        self._on_frame_changed()

    def _on_item_changed(self, job_id: int) -> None:
        item = self._session.current
        if item is None or item.job_id != job_id:
            return
        self._set_words()
        has_result = item.result is not None
        is_known = self.header.knows(item)
        if not is_known:
            self.header.show_item(item)
        if not is_known or has_result != self._has_result:
            self._has_result = has_result
            self._needs_update = True
            self._drawer.start()

    def _on_scores_added(self, job_id: int, grown: frozenset[CurveKey]) -> None:
        item = self._session.current
        if item is None or item.job_id != job_id:
            return
        self._undrawn |= grown
        self._drawer.start()

    def _draw(self) -> None:
        """Draw what is new; in a turn of its own, so that other events come in between."""
        item = self._session.current
        grown, self._undrawn = self._undrawn, set()
        if item is None:
            return
        needs_update = self._needs_update or item.duration_s != self._range_s
        for key in grown:
            needs_update = needs_update or not self.plot.has(key)
            self.plot.draw(key, item.series.curves[key])
        if needs_update:
            self._needs_update = False
            self._update(item)
        if self.plot.span is not None:
            self._on_span_changed()

    def _update(self, item: EvidenceItem) -> None:
        """Bring all but the curves' points in line with the item."""
        if item.duration_s != self._range_s:
            self._range_s = item.duration_s
            self.plot.set_duration(item.duration_s)
        self.header.show_persons(item)
        self._set_words()
        self._restyle()

    def _set_words(self) -> None:
        """Say why there is no plot, where there is none."""
        item = self._session.current
        text = ""
        if item is not None and item.is_image:
            text = self.tr(
                "A still image has one score for each face.\n"
                "They stand in the picture and beside the persons."
            )
        elif item is not None and not item.series.curves:
            text = self.tr("No scores.") if item.state.is_over else self.tr("No scores yet.")
        self._words.setText(text)
        self._layers.setCurrentWidget(self._words if text else self.plot)
        self.header.set_plot_shown(is_shown=not text)

    def _restyle(self) -> None:
        """Set lanes, colours, line styles and what stands out."""
        item = self._session.current
        if item is None:
            return
        colors = theme.of(self.palette())
        selected = self._session.track_id
        for key in item.series.curves:
            if self.plot.has(key):  # or it came after the views were last told, and is drawn next
                self.plot.set_style(
                    key,
                    colors.person(key.track_id),
                    self.header.style_of(key.detector_id),
                    is_shown=self.header.shows(key.detector_id),
                    is_faded=selected not in {None, key.track_id},
                )
        shots = item.result.shots if item.result else item.shots
        self.plot.show_lanes(self.lanes(item, colors), shots, colors)
        self._show_bookmarks()
        self.header.show_selected(selected)

    def lanes(self, item: EvidenceItem, colors: theme.Theme) -> tuple[Lane, ...]:
        """Make a lane for each person, with the operating points of the deciding detector."""
        run = item.detector(self.header.limits_of(item))
        low, high = (run.no_support_threshold, run.support_threshold) if run else (None, None)
        segments = {
            track.track_id: track.segments for track in (item.result.tracks if item.result else ())
        }
        selected = self._session.track_id
        return tuple(
            Lane(
                track.track_id,
                person_name(track.track_id),
                colors.person(track.track_id),
                low,
                high,
                tuple((one.start_s, one.end_s) for one in segments.get(track.track_id, ())),
                selected not in {None, track.track_id},
            )
            for track in item.tracks
        )

    def _on_track_changed(self) -> None:
        self._restyle()
        if self._session.track_id is not None:
            self.plot.reveal(self._session.track_id)

    def _on_frame_changed(self) -> None:
        frame = self._session.frame
        self.plot.set_cursor(frame.time_s if frame else None)
        if frame is not None:
            self.plot.follow(frame.time_s)

    def _on_annotations_changed(self, job_id: int) -> None:
        if self._session.current is not None and self._session.current.job_id == job_id:
            self._show_bookmarks()

    def _show_bookmarks(self) -> None:
        item = self._session.current
        bookmarks = item.annotations.bookmarks if item else ()
        self.plot.show_bookmarks(tuple((one.time_s, one.label) for one in bookmarks))

    # The span -----------------------------------------------------------------------------

    def select_no_span(self) -> None:
        """Select no span."""
        self.plot.select(None)

    def set_span_end(self, direction: int) -> None:
        """Begin (-1) or end (1) the span at the frame shown."""
        at = self.plot.cursor_s
        if at is None or not self.header.is_plot_shown:
            return
        start_s, end_s = self.plot.span or (at, at)
        if direction < 0:
            self.plot.select((at, max(end_s, at)))
        else:
            self.plot.select((min(start_s, at), at))

    def _on_span_toggled(self, is_wanted: bool) -> None:
        if is_wanted != (self.plot.span is not None):
            self.plot.select(self.plot.span_to_begin_with() if is_wanted else None)

    def _on_span_changed(self) -> None:
        span, item = self.plot.span, self._session.current
        self.header.show_span(is_selected=span is not None)
        if span is None or item is None:
            self.span.hide()
        else:
            self.span.show_span(item, *span)
        self._show_strip()

    def _show_strip(self) -> None:
        """Show the key frames where they are wanted and the span's figures leave room for them."""
        has_room = self.span.isHidden() or self.width() >= WIDTH_FOR_BOTH
        self.strip.setVisible(self.header.strip_button.isChecked() and has_room)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QWidget::resizeEvent."""
        super().resizeEvent(event)
        self._show_strip()
