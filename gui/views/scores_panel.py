# SPDX-License-Identifier: Apache-2.0
"""Scores over time: the plot with the choice of detectors and persons."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from core.records import Segment
from core.text import printable
from gui import theme
from gui.formatting import tool_tip
from gui.messages import person_name
from gui.models.evidence import EvidenceItem
from gui.models.intents import Intents
from gui.models.score_series import CurveKey
from gui.models.session import Session
from gui.views.score_plot import LINE_STYLES, ScorePlot


class ScoresPanel(QWidget):
    """One curve for each person and detector of the selected file."""

    def __init__(self, session: Session, intents: Intents, parent: QWidget | None = None) -> None:
        """Build it and follow the session."""
        super().__init__(parent)
        self._session = session
        self._intents = intents
        self.plot = ScorePlot(self)
        self.persons = QComboBox(self)
        self.persons.setAccessibleName(self.tr("Person whose scores stand out"))
        self.persons.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.persons.setMinimumContentsLength(11)
        self.detectors: dict[str, QToolButton] = {}
        self._shown: int | None = None
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
        self.persons.activated.connect(self._on_person_chosen)
        self.plot.clicked.connect(intents.sighting_wanted)
        self.plot.cursor_dragged.connect(intents.time_wanted)
        session.current_changed.connect(self.refresh)
        session.item_changed.connect(self._on_item_changed)
        session.scores_added.connect(self._on_scores_added)
        session.track_changed.connect(self._restyle)
        session.frame_changed.connect(self._on_frame_changed)
        self.refresh()

    def _lay_out(self) -> None:
        self._header = QHBoxLayout()
        self._header.setContentsMargins(10, 6, 10, 0)
        self._header.setSpacing(6)
        self._header.addStretch(1)
        self._header.addWidget(self.persons)
        self._layers = QStackedLayout()
        self._layers.addWidget(self.plot)
        self._layers.addWidget(self._words)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 6, 4)
        layout.setSpacing(2)
        layout.addLayout(self._header)
        layout.addLayout(self._layers, 1)

    def changeEvent(self, event: QEvent) -> None:
        """Override QWidget::changeEvent: other colours after a change of theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.refresh()

    # Following the session ----------------------------------------------------------------

    def refresh(self) -> None:
        """Draw the current item anew."""
        item = self._session.current
        self._shown = item.job_id if item else None
        self.plot.clear()
        self.plot.set_theme(theme.of(self.palette()))
        self._range_s = None
        self._drawer.stop()
        self._undrawn = set()
        self._has_result = item is not None and item.result is not None
        self._set_words()
        if item is None:
            return
        self._set_detectors(item)
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
        is_known = list(self.detectors) == [run.detector_id for run in item.detectors]
        if not is_known:
            self._set_detectors(item)
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

    def _update(self, item: EvidenceItem) -> None:
        """Bring all but the curves' points in line with the item."""
        if item.duration_s != self._range_s:
            self._range_s = item.duration_s
            self.plot.set_duration(item.duration_s)
        self._set_persons(item)
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

    def _set_persons(self, item: EvidenceItem) -> None:
        names = [self.tr("All persons")]
        names += [person_name(track.track_id) for track in item.tracks]
        shown = [self.persons.itemText(place) for place in range(self.persons.count())]
        if shown != names:
            self.persons.clear()
            self.persons.addItem(names[0], None)
            for name, track in zip(names[1:], item.tracks, strict=True):
                self.persons.addItem(name, track.track_id)
        place = self.persons.findData(self._session.track_id)
        self.persons.setCurrentIndex(max(place, 0))

    def _set_detectors(self, item: EvidenceItem) -> None:
        """Offer a switch for each detector, with a sample of its line."""
        color = theme.of(self.palette()).text
        hidden = {name for name, button in self.detectors.items() if not button.isChecked()}
        for button in self.detectors.values():
            self._header.removeWidget(button)
            button.deleteLater()
        self.detectors = {}
        for place, run in enumerate(item.detectors):
            button = QToolButton(self)
            title = printable(run.title)
            shown = button.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, 150)
            button.setText(shown.replace("&", "&&"))  # a single one would mark a key
            button.setAccessibleName(self.tr("Show the scores of {0}").format(title))
            button.setToolTip(tool_tip(self.tr("Show the scores of {0}").format(title)))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setIcon(_line_sample(place, color))
            button.setIconSize(QSize(26, 12))
            button.setCheckable(True)
            button.setChecked(run.detector_id not in hidden)
            button.toggled.connect(self._restyle)
            self._header.insertWidget(place, button)
            self.detectors[run.detector_id] = button

    def _restyle(self) -> None:
        """Set colours, line styles and what stands out."""
        item = self._session.current
        if item is None:
            return
        colors = theme.of(self.palette())
        order = list(self.detectors)
        selected = self._session.track_id
        labelled: set[int] = set()
        for key, curve in item.series.curves.items():
            if not self.plot.has(key):
                continue  # it came after the views were last told, and is drawn next
            button = self.detectors.get(key.detector_id)
            is_shown = button is None or button.isChecked()
            is_faded = selected not in {None, key.track_id}
            place = order.index(key.detector_id) if button else 0
            color = colors.person(key.track_id)
            self.plot.set_style(key, color, place, is_shown=is_shown, is_faded=is_faded)
            if is_shown and not is_faded and key.track_id not in labelled:
                share = (len(labelled) % 8 + 0.5) / 8
                labelled.add(key.track_id)
                self.plot.label(key.track_id, str(key.track_id), color, curve, share)
        self._show_limits(item, colors)
        self.persons.setCurrentIndex(max(self.persons.findData(selected), 0))

    def _show_limits(self, item: EvidenceItem, colors: theme.Theme) -> None:
        """Draw the operating points of the deciding detector, or of the first one shown."""
        shown = [name for name, button in self.detectors.items() if button.isChecked()]
        deciding = item.deciding_detector
        chosen = deciding if deciding in shown else next(iter(shown), None)
        self.plot.show_limits(item.detector(chosen), colors)
        selected = self._session.track_id
        spans: list[Segment] = []
        for track in item.result.tracks if item.result else ():
            if selected in {None, track.track_id}:
                spans.extend(track.segments)
        self.plot.show_spans(spans, colors)

    def _on_frame_changed(self) -> None:
        frame = self._session.frame
        self.plot.set_cursor(frame.time_s if frame else None)

    def _on_person_chosen(self, place: int) -> None:
        self._intents.track_selected.emit(self.persons.itemData(place))


def _line_sample(style_index: int, color: str) -> QIcon:
    sample = QPixmap(52, 24)
    sample.setDevicePixelRatio(2)
    sample.fill(Qt.GlobalColor.transparent)
    painter = QPainter(sample)
    painter.setPen(QPen(QColor(color), 1.8, LINE_STYLES[style_index % len(LINE_STYLES)]))
    painter.drawLine(1, 6, 25, 6)
    painter.end()
    return QIcon(sample)
