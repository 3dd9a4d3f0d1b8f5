# SPDX-License-Identifier: Apache-2.0
"""Above the time line: which detectors and persons are shown, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QMenu, QToolButton, QWidget

from core.text import printable
from gui import theme
from gui.icons import icon
from gui.models.evidence import EvidenceItem
from gui.models.intents import Intents
from gui.models.session import Session
from gui.views.line_styles import LINE_STYLES
from gui.words.formatting import tool_tip
from gui.words.messages import person_name

_MIN_TEXT_PX, _MAX_TEXT_PX = 36, 190
# Icon, margins and frame of a switch, beside its text.
_SWITCH_EXTRA_PX = 50


class ScoresHeader(QWidget):
    """Switches, and the choice of the person who stands out.

    Signals:
        styles_changed: Other detectors are to be shown.
        span_toggled: Whether a span is wanted.
        strip_toggled: Whether the key frames are wanted.

    Attributes:
        is_plot_shown: Whether there are scores over time at all.
    """

    styles_changed = Signal()
    span_toggled = Signal(bool)
    strip_toggled = Signal(bool)

    def __init__(self, session: Session, intents: Intents, parent: QWidget | None = None) -> None:
        """Make the controls; detectors come with the item."""
        super().__init__(parent)
        self._session = session
        self._intents = intents
        self.detectors: dict[str, QToolButton] = {}
        self._titles: dict[str, str] = {}
        self.is_plot_shown = False
        self.persons = QComboBox(self)
        self.persons.setAccessibleName(self.tr("Person whose scores stand out"))
        self.persons.setToolTip(self.tr("Person whose scores stand out"))
        self.persons.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.persons.setMinimumContentsLength(10)
        self.persons.activated.connect(self._on_person_chosen)
        span_tip = self.tr(
            "Select a span (S): figures for the scores within it. Drag its ends, or drag in the "
            "plot while you hold Shift. I and O set its ends at the frame shown."
        )
        self.span_button = self._button(self.tr("Select a span"), span_tip)
        self.span_button.toggled.connect(self.span_toggled)
        strip_tip = self.tr(
            "Key frames (T): the highest and the lowest scores of each person, and some frames "
            "chosen evenly over time."
        )
        self.strip_button = self._button(self.tr("Key frames"), strip_tip)
        self.strip_button.setChecked(True)
        self.strip_button.toggled.connect(self.strip_toggled)
        self.export_button = self._make_export_button()
        self._lay_out()
        self._paint_icons()
        # The titles of the detectors are shortened to the room there is; see `_fit_titles`.
        self.setMinimumWidth(420)

    def _button(self, name: str, tip: str) -> QToolButton:
        button = QToolButton(self)
        button.setCheckable(True)
        button.setAccessibleName(name)
        button.setToolTip(tool_tip(tip))
        button.setIconSize(QSize(18, 18))
        return button

    def _make_export_button(self) -> QToolButton:
        button = self._button(self.tr("Save the plot"), self.tr("Save the plot as a picture"))
        button.setCheckable(False)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        for kind, text in (("png", self.tr("As PNG…")), ("svg", self.tr("As SVG…"))):
            action = menu.addAction(text)
            action.setData(kind)
        menu.triggered.connect(self._on_export_chosen)
        button.setMenu(menu)
        return button

    def _lay_out(self) -> None:
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(10, 4, 4, 0)
        self._row.setSpacing(4)
        self._row.addStretch(1)
        for widget in (self.span_button, self.strip_button, self.export_button, self.persons):
            self._row.addWidget(widget)

    def changeEvent(self, event: QEvent) -> None:
        """Override QWidget::changeEvent: other colours after a change of theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "export_button"):
            self._paint_icons()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QWidget::resizeEvent."""
        super().resizeEvent(event)
        self._fit_titles()

    def _paint_icons(self) -> None:
        colors = theme.of(self.palette())
        for button, name in (
            (self.span_button, "span"),
            (self.strip_button, "strip"),
            (self.export_button, "plot"),
        ):
            button.setIcon(icon(name, colors.text, colors.border))
        for place, button in enumerate(self.detectors.values()):
            button.setIcon(_line_sample(place, colors.text))

    # What is shown ------------------------------------------------------------------------

    def knows(self, item: EvidenceItem) -> bool:
        """Whether there is a switch for each of an item's detectors."""
        return list(self.detectors) == [run.detector_id for run in item.detectors]

    def show_item(self, item: EvidenceItem) -> None:
        """Offer a switch for each detector, with a sample of its line."""
        if self.knows(item):
            return
        color = theme.of(self.palette()).text
        hidden = {name for name, button in self.detectors.items() if not button.isChecked()}
        for button in self.detectors.values():
            self._row.removeWidget(button)
            button.deleteLater()
        self.detectors, self._titles = {}, {}
        for place, run in enumerate(item.detectors):
            title = printable(run.title)
            tip = self.tr("Show the scores of {0}").format(title)
            button = self._button(tip, tip)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setIcon(_line_sample(place, color))
            button.setIconSize(QSize(26, 12))
            button.setChecked(run.detector_id not in hidden)
            button.toggled.connect(self.styles_changed)
            button.setVisible(self.is_plot_shown)
            self._row.insertWidget(place, button)
            self.detectors[run.detector_id] = button
            self._titles[run.detector_id] = title
        self._fit_titles()

    def _fit_titles(self) -> None:
        """Shorten the switches' titles, all alike, to the room there is."""
        if not self.detectors:
            return
        others = (self.span_button, self.strip_button, self.export_button, self.persons)
        taken = sum(one.sizeHint().width() + 4 for one in others if not one.isHidden()) + 30
        each = (self.width() - taken) // len(self.detectors) - _SWITCH_EXTRA_PX
        width = min(max(each, _MIN_TEXT_PX), _MAX_TEXT_PX)
        metrics = self.fontMetrics()
        # Short names differ where the beginnings of titles may be the same.
        fits = all(metrics.horizontalAdvance(one) <= width for one in self._titles.values())
        for name, button in self.detectors.items():
            text = self._titles[name] if fits else name
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
            button.setText(shown.replace("&", "&&"))  # a single one would mark a key

    def show_persons(self, item: EvidenceItem) -> None:
        """Offer the persons found so far."""
        names = [self.tr("All persons")]
        names += [person_name(track.track_id) for track in item.tracks]
        shown = [self.persons.itemText(place) for place in range(self.persons.count())]
        if shown != names:
            if shown != names[: len(shown)]:
                self.persons.clear()
            ids = [None, *(track.track_id for track in item.tracks)]
            for place in range(self.persons.count(), len(names)):
                self.persons.addItem(names[place], ids[place])
            self.persons.setVisible(len(names) > 2)
            self._fit_titles()
        self.show_selected(self._session.track_id)

    def show_selected(self, track_id: int | None) -> None:
        """Show who stands out."""
        self.persons.setCurrentIndex(max(self.persons.findData(track_id), 0))

    def show_span(self, *, is_selected: bool) -> None:
        """Show whether a span is selected."""
        self.span_button.setChecked(is_selected)

    def set_plot_shown(self, *, is_shown: bool) -> None:
        """Offer what needs a plot, or hide it."""
        self.is_plot_shown = is_shown
        for widget in (self.span_button, self.export_button, *self.detectors.values()):
            widget.setVisible(is_shown)
            widget.setEnabled(is_shown)

    def shows(self, detector_id: str) -> bool:
        """Whether a detector's scores are wanted."""
        button = self.detectors.get(detector_id)
        return button is None or button.isChecked()

    def style_of(self, detector_id: str) -> int:
        """Give the place of a detector's line style."""
        return list(self.detectors).index(detector_id) if detector_id in self.detectors else 0

    def limits_of(self, item: EvidenceItem) -> str | None:
        """Choose whose operating points are drawn: the deciding one's, or the first shown."""
        shown = [name for name, button in self.detectors.items() if button.isChecked()]
        deciding = item.deciding_detector
        return deciding if deciding in shown else next(iter(shown), None)

    def _on_person_chosen(self, place: int) -> None:
        self._intents.track_selected.emit(self.persons.itemData(place))

    def _on_export_chosen(self, action: object) -> None:
        self._intents.plot_export_requested.emit(action.data())  # type: ignore[attr-defined]


def _line_sample(style_index: int, color: str) -> QIcon:
    sample = QPixmap(52, 24)
    sample.setDevicePixelRatio(2)
    sample.fill(Qt.GlobalColor.transparent)
    painter = QPainter(sample)
    painter.setPen(QPen(QColor(color), 1.8, LINE_STYLES[style_index % len(LINE_STYLES)]))
    painter.drawLine(1, 6, 25, 6)
    painter.end()
    return QIcon(sample)
