# SPDX-License-Identifier: Apache-2.0
"""The plot of scores over time: curves, operating points, and a cursor tied to the frame."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.records import DetectorRun, Segment
from gui.formatting import format_score, format_time
from gui.models.score_series import Curve, CurveKey
from gui.theme import Theme

LINE_STYLES = (
    Qt.PenStyle.SolidLine,
    Qt.PenStyle.DashLine,
    Qt.PenStyle.DotLine,
    Qt.PenStyle.DashDotLine,
)
SYMBOLS = ("o", "s", "t", "d")
# Symbols show lone points between gaps; with more points than this they would hide the line.
MAX_POINTS_WITH_SYMBOLS = 400
# Nearer than this, as a share of the plot's height, the words of two limits would overlap.
MIN_APART = 0.14


class _TimeAxis(pg.AxisItem):  # type: ignore[misc]  # pyqtgraph has no type hints
    """Writes positions as minutes and seconds."""

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        """Override AxisItem.tickStrings."""
        cut = 4 if spacing * scale >= 1 else 2
        return [format_time(value * scale)[:-cut] for value in values]


class ScorePlot(QWidget):
    """Draws what it is given; knows neither session nor outcome.

    Signals:
        clicked: Seconds at which the plot was clicked.
        cursor_dragged: Seconds to which the cursor was drawn.
    """

    clicked = Signal(float)
    cursor_dragged = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty plot from 0 to 1."""
        super().__init__(parent)
        self._plot: Any = pg.PlotWidget(self, axisItems={"bottom": _TimeAxis("bottom")})
        self._curves: dict[CurveKey, Any] = {}
        self._data: dict[CurveKey, Curve] = {}
        self._looks: dict[CurveKey, dict[str, Any]] = {}
        self._labels: dict[int, Any] = {}
        self._limits: list[Any] = []
        self._spans: list[Any] = []
        self._cursor: Any = pg.InfiniteLine(movable=True, angle=90)
        self._theme: Theme | None = None
        self._configure()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._plot)

    def _configure(self) -> None:
        plot = self._plot
        plot.setAcceptDrops(False)
        plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        plot.setMenuEnabled(False)
        plot.hideButtons()
        plot.setMouseEnabled(x=True, y=False)
        plot.setYRange(0, 1, padding=0.04)
        plot.getAxis("left").setTicks([[(v, format_score(v)) for v in (0, 0.25, 0.5, 0.75, 1)]])
        plot.getAxis("left").setWidth(40)
        self._cursor.setZValue(100)
        self._cursor.setVisible(False)
        plot.addItem(self._cursor, ignoreBounds=True)
        self._cursor.sigDragged.connect(self._on_cursor_dragged)
        plot.scene().sigMouseClicked.connect(self._on_mouse_clicked)
        plot.getViewBox().sigXRangeChanged.connect(self._on_view_changed)
        plot.getViewBox().sigResized.connect(self._on_view_changed)

    # What is shown ------------------------------------------------------------------------

    def set_theme(self, theme: Theme) -> None:
        """Take other colours; curves are recoloured when they are next styled."""
        self._theme = theme
        self._plot.setBackground(theme.surface)
        for side in ("left", "bottom", "right"):
            axis = self._plot.getAxis(side)
            axis.setPen(pg.mkPen(theme.border))
            axis.setTextPen(pg.mkPen(theme.muted))
        self._cursor.setPen(pg.mkPen(theme.text, width=1.5))
        self._cursor.setHoverPen(pg.mkPen(theme.accent, width=3))

    def clear(self) -> None:
        """Remove all but the axes and the cursor."""
        for item in (*self._curves.values(), *self._labels.values(), *self._limits, *self._spans):
            self._plot.removeItem(item)
        self._curves, self._data, self._looks, self._labels = {}, {}, {}, {}
        self._limits, self._spans = [], []
        self._cursor.setVisible(False)

    def set_duration(self, duration_s: float | None) -> None:
        """Show the whole file and nothing beyond it."""
        end = duration_s or 1.0
        margin = end * 0.01
        self._plot.setLimits(
            xMin=-margin, xMax=end + margin, minXRange=min(0.2, end), yMin=-0.05, yMax=1.05
        )
        self._plot.setXRange(-margin, end + margin, padding=0)

    def has(self, key: CurveKey) -> bool:
        """Whether a curve is drawn."""
        return key in self._curves

    def draw(self, key: CurveKey, curve: Curve) -> None:
        """Draw a curve as it is now; a new one is seen once it has a style."""
        self._data[key] = curve
        if key in self._curves:
            self._redraw(key)
        else:
            self._curves[key] = self._plot.plot(connect="finite")

    def _redraw(self, key: CurveKey) -> None:
        """Give the plot what can be seen of a curve, and no more."""
        view = self._plot.getViewBox()
        start_s, end_s = view.viewRange()[0]
        times, scores = self._data[key].between(start_s, end_s, max(round(view.width()), 100))
        look = dict(self._looks.get(key, {}))
        if len(times) > MAX_POINTS_WITH_SYMBOLS:
            look["symbol"] = None
        # All at once: pyqtgraph rebuilds the curve for each property that is set by itself.
        self._curves[key].setData(times, scores, connect="finite", **look)

    def set_style(
        self, key: CurveKey, color: str, style_index: int, *, is_shown: bool, is_faded: bool
    ) -> None:
        """Set how a curve looks: colour by person, line and symbol by detector."""
        shade = QColor(color)
        shade.setAlphaF(0.18 if is_faded else 1.0)
        line = LINE_STYLES[style_index % len(LINE_STYLES)]
        look = {
            "pen": pg.mkPen(shade, width=1.6, style=line),
            "symbol": SYMBOLS[style_index % len(SYMBOLS)],
            "symbolSize": 4,
            "symbolPen": None,
            "symbolBrush": pg.mkBrush(shade),
        }
        item = self._curves[key]
        item.setVisible(is_shown)
        item.setZValue(1 if is_faded else 10)
        if look != self._looks.get(key):
            self._looks[key] = look
            self._redraw(key)

    def label(self, track_id: int, text: str, color: str, curve: Curve, share: float) -> None:
        """Write a person's number on their curve: colour is not the only sign.

        Args:
            track_id: The person.
            text: Their number.
            color: Their colour.
            curve: Where it is written.
            share: How far along the curve, [0, 1], so that the numbers do not meet.
        """
        known = np.flatnonzero(np.isfinite(curve.scores))
        if not len(known):
            return
        item = self._labels.get(track_id)
        if item is None:
            item = self._labels[track_id] = pg.TextItem(anchor=(0.5, 1.1))
            item.setZValue(50)
            self._plot.addItem(item, ignoreBounds=True)
        place = known[min(int(share * len(known)), len(known) - 1)]
        item.setText(text, color)
        if self._theme is not None:
            item.fill = pg.mkBrush(_tint(self._theme.surface, 0.65))
        item.setPos(float(curve.times[place]), float(curve.scores[place]))

    def show_limits(self, run: DetectorRun | None, theme: Theme) -> None:
        """Draw a detector's operating points and the inconclusive band between them."""
        for item in self._limits:
            self._plot.removeItem(item)
        self._limits = []
        self._plot.showAxis("right", show=run is not None)
        if run is None:
            return
        low, high = run.no_support_threshold, run.support_threshold
        band = pg.LinearRegionItem(
            (low, high),
            orientation="horizontal",
            movable=False,
            brush=_tint(theme.inconclusive, 0.10),
            pen=pg.mkPen(None),
        )
        band.setZValue(-20)
        self._limits.append(band)
        ends = ((low, theme.no_support), (high, theme.support))
        self._limits.extend(_limit_line(value, color) for value, color in ends if 0 < value < 1)
        self._write_limits(low, high)
        for item in self._limits:
            self._plot.addItem(item, ignoreBounds=True)

    def _write_limits(self, low: float, high: float) -> None:
        """Write the operating points beside the plot, where they hide no score."""
        middle, apart = (low + high) / 2, max(high - low, MIN_APART) / 2
        ticks = []
        if low > 0:
            text = self.tr("no support < {0}").format(format_score(low))
            ticks.append((max(middle - apart, 0.0), text))
        if high < 1:
            text = self.tr("support ≥ {0}").format(format_score(high))
            ticks.append((min(middle + apart, 1.0), text))
        self._plot.getAxis("right").setTicks([ticks])

    def show_spans(self, spans: Iterable[Segment], theme: Theme) -> None:
        """Shade the suspicious spans."""
        for item in self._spans:
            self._plot.removeItem(item)
        self._spans = []
        for span in spans:
            region = pg.LinearRegionItem(
                (span.start_s, span.end_s),
                movable=False,
                brush=_tint(theme.support, 0.12),
                pen=pg.mkPen(_tint(theme.support, 0.5)),
            )
            region.setZValue(-30)
            self._plot.addItem(region, ignoreBounds=True)
            self._spans.append(region)

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
        place = pg.Point(scene_x, scene_y)
        return float(self._plot.getViewBox().mapSceneToView(place).x())

    def scene_x(self, time_s: float) -> float:
        """Work out where a time stands in the plot's scene."""
        return float(self._plot.getViewBox().mapViewToScene(pg.Point(time_s, 0.5)).x())

    def _on_view_changed(self) -> None:
        for key in self._data:
            self._redraw(key)

    def _on_cursor_dragged(self) -> None:
        self.cursor_dragged.emit(float(self._cursor.value()))

    def _on_mouse_clicked(self, event: Any) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            place = event.scenePos()
            self.clicked.emit(self.time_at(place.x(), place.y()))


def _tint(color: str, alpha: float) -> QColor:
    tinted = QColor(color)
    tinted.setAlphaF(alpha)
    return tinted


def _limit_line(value: float, color: str) -> Any:
    pen = pg.mkPen(color, width=1, style=Qt.PenStyle.DashLine)
    return pg.InfiniteLine(pos=value, angle=0, movable=False, pen=pen)
