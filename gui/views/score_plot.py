# SPDX-License-Identifier: Apache-2.0
"""The plot of scores over time: a lane for each person, and a cursor tied to the frame."""

from __future__ import annotations

import math
from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QGridLayout, QScrollBar, QWidget

from gui.models.score_series import Curve, CurveKey
from gui.theme import Theme
from gui.views.bookmark_flags import FLAG_PX, BookmarkFlags
from gui.views.lane_curves import LaneCurves
from gui.views.lanes import (
    PITCH,
    ROOM,
    Lane,
    LaneAxis,
    LaneBackground,
    LimitAxis,
    TimeAxis,
    base_of,
    tint,
)

MIN_LANE_PX = 50


class _SpanBox(pg.ViewBox):  # type: ignore[misc]  # pyqtgraph has no type hints
    """A view in which a drag with Shift selects a span; any other drag moves the view."""

    span_dragged = Signal(float, float)

    def mouseDragEvent(self, ev: Any, axis: int | None = None) -> None:
        """Override ViewBox.mouseDragEvent."""
        if axis is None and ev.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            ev.accept()
            ends = (self.mapToView(ev.buttonDownPos()).x(), self.mapToView(ev.pos()).x())
            self.span_dragged.emit(min(ends), max(ends))
            return
        super().mouseDragEvent(ev, axis)


class ScorePlot(QWidget):
    """Draws what it is given; knows neither session nor outcome.

    Signals:
        clicked: Seconds at which the plot was clicked.
        cursor_dragged: Seconds to which the cursor was drawn.
        span_changed: The selected span was moved; see `span`.

    Attributes:
        curves: The curves in the lanes.
        seen_lanes: Which lanes are in view, counted from the top.
    """

    clicked = Signal(float)
    cursor_dragged = Signal(float)
    span_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty plot."""
        super().__init__(parent)
        self._box = _SpanBox()
        self._names, self._limits = LaneAxis(), LimitAxis()
        axes = {"bottom": TimeAxis("bottom"), "left": self._names, "right": self._limits}
        self._plot: Any = pg.PlotWidget(self, viewBox=self._box, axisItems=axes)
        self._background = LaneBackground()
        self._flags = BookmarkFlags()
        self.curves = LaneCurves(self._plot)
        self._places: dict[int, int] = {}
        self._lanes: tuple[Lane, ...] = ()
        self._end_s = 1.0
        self.seen_lanes = range(0)
        self._cursor: Any = pg.InfiniteLine(movable=True, angle=90)
        self._span: Any = pg.LinearRegionItem((0, 0), movable=True)
        self._scroll = QScrollBar(Qt.Orientation.Vertical, self)
        self._scroll.setAccessibleName(self.tr("Persons shown"))
        self._scroll.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        # Its coming and going would move what the pointer is on.
        policy = self._scroll.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._scroll.setSizePolicy(policy)
        self._configure()
        self._connect()
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._plot, 0, 0)
        layout.addWidget(self._scroll, 0, 1)

    def _configure(self) -> None:
        plot = self._plot
        plot.setAcceptDrops(False)
        plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        plot.setAccessibleName(self.tr("Scores over time"))
        plot.setMenuEnabled(False)
        plot.hideButtons()
        plot.setMouseEnabled(x=True, y=False)
        plot.setMinimumHeight(80)
        plot.showAxis("right")
        self._cursor.setZValue(100)
        self._span.setZValue(60)
        self._flags.setZValue(90)
        for item in (self._background, self._cursor, self._span, self._flags):
            item.setVisible(item is self._background)
            plot.addItem(item, ignoreBounds=True)
        plot.viewport().installEventFilter(self)

    def _connect(self) -> None:
        self._cursor.sigDragged.connect(self._on_cursor_dragged)
        self._span.sigRegionChanged.connect(self.span_changed)
        self._box.span_dragged.connect(self._on_span_dragged)
        self._box.sigXRangeChanged.connect(self._on_view_changed)
        self._box.sigResized.connect(self._on_resized)
        self._plot.scene().sigMouseClicked.connect(self._on_mouse_clicked)
        self._scroll.valueChanged.connect(self._fit_lanes)

    # What is shown ------------------------------------------------------------------------

    def set_theme(self, theme: Theme) -> None:
        """Take other colours; curves are recoloured when they are next styled."""
        self._plot.setBackground(theme.surface)
        for side in ("left", "bottom", "right"):
            axis = self._plot.getAxis(side)
            axis.setPen(pg.mkPen(theme.border))
            axis.setTextPen(pg.mkPen(theme.muted))
        self._cursor.setPen(pg.mkPen(theme.text, width=1.5))
        self._cursor.setHoverPen(pg.mkPen(theme.accent, width=3))
        self._span.setBrush(tint(theme.accent, 0.20))
        self._span.setHoverBrush(tint(theme.accent, 0.28))
        for line in self._span.lines:
            line.setPen(pg.mkPen(theme.accent, width=2))
            line.setHoverPen(pg.mkPen(theme.text, width=3))
        self._flags.set_theme(theme)

    def clear(self) -> None:
        """Remove all but the axes."""
        self.curves.clear()
        self._lanes, self._places = (), {}
        self._cursor.setVisible(False)
        self._span.setVisible(False)
        self._flags.show_at(())

    def set_duration(self, duration_s: float | None) -> None:
        """Show the whole file and nothing beyond it."""
        self._end_s = end = duration_s or 1.0
        margin = end * 0.01
        self._background.set_end(end)
        self._plot.setLimits(xMin=-margin, xMax=end + margin, minXRange=min(0.2, end))
        self.show_all()

    def show_lanes(self, lanes: tuple[Lane, ...], shots: tuple[float, ...], theme: Theme) -> None:
        """Give each person a lane, from the top."""
        self._lanes = lanes
        self._places = {lane.track_id: place for place, lane in enumerate(lanes)}
        self._background.show(lanes, shots, theme)
        self._names.show_lanes(lanes, theme)
        self._fit_lanes()
        self.curves.set_places(self._places)

    @property
    def lanes(self) -> tuple[Lane, ...]:
        """What is shown, from the top."""
        return self._lanes

    def has(self, key: CurveKey) -> bool:
        """Whether a curve is known."""
        return self.curves.has(key)

    def draw(self, key: CurveKey, curve: Curve) -> None:
        """Draw a curve as it is now; a new one is seen once it has a style and a lane."""
        self.curves.put(key, curve)

    def set_style(
        self, key: CurveKey, color: str, style_index: int, *, is_shown: bool, is_faded: bool
    ) -> None:
        """Set how a curve looks: colour by person, line and symbol by detector."""
        self.curves.set_look(key, (color, style_index, is_shown, is_faded))

    def show_bookmarks(self, bookmarks: tuple[tuple[float, str], ...]) -> None:
        """Flag the analyst's bookmarks: seconds and label."""
        self._flags.show_at(bookmarks)
        self._place_flags()

    @property
    def seen(self) -> tuple[float, float]:
        """From when to when the file is seen, within its bounds."""
        start_s, end_s = self._box.viewRange()[0]
        return max(float(start_s), 0.0), min(float(end_s), self._end_s)

    # Which part is seen -------------------------------------------------------------------

    def show_all(self) -> None:
        """Show the whole file."""
        margin = self._end_s * 0.01
        self._plot.setXRange(-margin, self._end_s + margin, padding=0)

    def look_at(self, start_s: float, end_s: float) -> None:
        """Show this part of the file."""
        self._plot.setXRange(start_s, end_s, padding=0)

    def repaint_now(self) -> None:
        """Paint without waiting for the event loop, to measure how long it takes."""
        self._plot.viewport().repaint()

    def zoom(self, factor: float) -> None:
        """Show less (above 1) or more of the file, about the cursor or the middle."""
        start_s, end_s = self._box.viewRange()[0]
        at = self.cursor_s
        middle = at if at is not None and start_s <= at <= end_s else (start_s + end_s) / 2
        self._plot.setXRange(
            middle - (middle - start_s) / factor, middle + (end_s - middle) / factor, padding=0
        )

    def pan(self, share: float) -> None:
        """Move by a share of what is seen; later when positive."""
        start_s, end_s = self._box.viewRange()[0]
        step = share * (end_s - start_s)
        step = max(min(step, self._end_s * 1.01 - end_s), -self._end_s * 0.01 - start_s)
        self._plot.setXRange(start_s + step, end_s + step, padding=0)

    def follow(self, time_s: float) -> None:
        """Turn the page when a time is not seen."""
        start_s, end_s = self._box.viewRange()[0]
        if not start_s <= time_s <= end_s:
            start = time_s - 0.08 * (end_s - start_s)
            self._plot.setXRange(start, start + end_s - start_s, padding=0)

    def reveal(self, track_id: int) -> None:
        """Scroll to a person's lane."""
        place = self._places.get(track_id)
        if place is not None and self._scroll.maximum() > 0:
            first, page = self._scroll.value(), self._scroll.pageStep()
            if not first <= place < first + page:
                self._scroll.setValue(min(place, self._scroll.maximum()))

    def _fit_lanes(self) -> None:
        """Show as many lanes as there is room for, and a scroll bar for the others."""
        n_lanes, height = max(len(self._lanes), 1), max(self._box.height(), 1.0)
        n_seen = min(max(math.floor(height / MIN_LANE_PX), 1), n_lanes)
        self._scroll.blockSignals(True)
        self._scroll.setRange(0, n_lanes - n_seen)
        self._scroll.setPageStep(n_seen)
        self._scroll.blockSignals(False)
        self._scroll.setVisible(n_seen < n_lanes)
        first = self._scroll.value()
        top, bottom = base_of(first) + 1 + ROOM, base_of(first + n_seen - 1) - ROOM
        self._plot.setYRange(bottom, top, padding=0)
        self.seen_lanes = range(first, first + n_seen)
        self._background.seen = self._names.seen = self._limits.seen = self.seen_lanes
        self._names.write_scores(height / (n_seen * PITCH))
        self.curves.set_seen(self.seen_lanes)
        self._place_flags()
        self._limits.show_lanes(self._lanes, height / (n_seen * PITCH))

    def _place_flags(self) -> None:
        """Keep the bookmarks' flags within what is seen, at its upper end."""
        bottom, top = self._box.viewRange()[1]
        self._flags.set_top(top - (top - bottom) * FLAG_PX / 2 / max(self._box.height(), 1.0))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Override QObject::eventFilter: over the names the wheel scrolls, with Shift it pans."""
        if isinstance(event, QWheelEvent) and watched is self._plot.viewport():
            steps = (event.angleDelta().y() or event.angleDelta().x()) / 120
            if event.position().x() < self._names.width() and self._scroll.maximum() > 0:
                self._scroll.setValue(self._scroll.value() - round(steps))
                return True
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier or event.angleDelta().x():
                self.pan(-0.15 * steps)
                return True
        return super().eventFilter(watched, event)

    # The span -----------------------------------------------------------------------------

    @property
    def span(self) -> tuple[float, float] | None:
        """The selected span in seconds, within the file, or None."""
        if not self._span.isVisible():
            return None
        start_s, end_s = self._span.getRegion()
        return max(float(start_s), 0.0), min(float(end_s), self._end_s)

    def select(self, span: tuple[float, float] | None) -> None:
        """Select a span, or none."""
        self._span.setVisible(span is not None)
        if span is not None:
            self._span.setBounds((0, self._end_s))
            self._span.setRegion(span)
        self.span_changed.emit()

    def span_to_begin_with(self) -> tuple[float, float]:
        """Give a span around the cursor, a tenth of what is seen."""
        start_s, end_s = self._box.viewRange()[0]
        at, half = self.cursor_s, (end_s - start_s) / 20
        middle = at if at is not None and start_s <= at <= end_s else (start_s + end_s) / 2
        middle = min(max(middle, half), max(self._end_s - half, half))
        return max(middle - half, 0.0), min(middle + half, self._end_s)

    def _on_span_dragged(self, start_s: float, end_s: float) -> None:
        self.select((max(start_s, 0.0), min(end_s, self._end_s)))

    # The cursor ---------------------------------------------------------------------------

    @property
    def cursor_s(self) -> float | None:
        """Where the cursor stands, or None while it is hidden."""
        return float(self._cursor.value()) if self._cursor.isVisible() else None

    def set_cursor(self, time_s: float | None) -> None:
        """Put the cursor at the frame shown, unless a person holds it."""
        self._cursor.setVisible(time_s is not None)
        if time_s is not None and not self._cursor.moving:
            self._cursor.setValue(time_s)

    def time_at(self, scene_x: float, scene_y: float) -> float:
        """Work out the time at a place of the plot's scene."""
        return float(self._box.mapSceneToView(pg.Point(scene_x, scene_y)).x())

    def scene_x(self, time_s: float) -> float:
        """Work out where a time stands in the plot's scene."""
        return float(self._box.mapViewToScene(pg.Point(time_s, 0.5)).x())

    def _on_view_changed(self) -> None:
        self.curves.redraw()

    def _on_resized(self) -> None:
        self._fit_lanes()
        self._on_view_changed()

    def _on_cursor_dragged(self) -> None:
        self.cursor_dragged.emit(float(self._cursor.value()))

    def _on_mouse_clicked(self, event: Any) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            place = event.scenePos()
            self.clicked.emit(self.time_at(place.x(), place.y()))
