# SPDX-License-Identifier: Apache-2.0
"""The lanes of the time line: where each person's scores stand, and what is painted behind them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QCoreApplication, QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QApplication

from gui.theme import Theme
from gui.words.formatting import format_score, format_time, tool_tip

translate = QCoreApplication.translate

# Height of a lane is 1, one unit of score; what lies between two lanes is this much more.
PITCH = 1.16
ROOM = 0.08
AXIS_WIDTH = 108
# Nearer than this, in pixels, the words of two limits would overlap.
MIN_APART_PX = 13


@dataclass(frozen=True, slots=True)
class Lane:
    """One person's lane.

    Attributes:
        name: Stands at its left.
        color: Of the person, as `#rrggbb`.
        low, high: Scores between which nothing can be concluded, or None.
        spans: Suspicious spans (start, end) in seconds.
        is_faded: Another person is selected.
    """

    track_id: int
    name: str
    color: str
    low: float | None = None
    high: float | None = None
    spans: tuple[tuple[float, float], ...] = ()
    is_faded: bool = False


def base_of(place: int) -> float:
    """Give the y of score 0 in a lane; the first lane is at the top."""
    return -place * PITCH


def tint(color: str, alpha: float) -> QColor:
    """Make a colour see-through."""
    tinted = QColor(color)
    tinted.setAlphaF(alpha)
    return tinted


def limit_words(low: float, high: float) -> tuple[str, str]:
    """Say where no support ends and support begins; empty where that is nowhere."""
    below = translate("Lanes", "no support < {0}").format(format_score(low))
    above = translate("Lanes", "support ≥ {0}").format(format_score(high))
    return below if low > 0 else "", above if high < 1 else ""


class LaneBackground(pg.GraphicsObject):  # type: ignore[misc]  # pyqtgraph has no type hints
    """Paints lanes, limits, suspicious spans and shot cuts, in the plot's own coordinates."""

    def __init__(self) -> None:
        """Start without lanes."""
        super().__init__()
        self.lanes: tuple[Lane, ...] = ()
        self.shots: tuple[float, ...] = ()
        self.seen = range(0)
        self._end_s = 1.0
        self._theme: Theme | None = None
        self.setZValue(-50)

    def show(self, lanes: tuple[Lane, ...], shots: tuple[float, ...], theme: Theme) -> None:
        """Paint these."""
        if len(lanes) != len(self.lanes):
            self.prepareGeometryChange()
        self.lanes, self.shots, self._theme = lanes, shots, theme
        self.update()

    def set_end(self, end_s: float) -> None:
        """Take the file's length."""
        if end_s != self._end_s:
            self.prepareGeometryChange()
            self._end_s = end_s

    def boundingRect(self) -> QRectF:
        """Override QGraphicsItem::boundingRect."""
        bottom = base_of(max(len(self.lanes) - 1, 0)) - ROOM
        return QRectF(0, bottom, self._end_s, 1 + ROOM - bottom)

    def paint(self, painter: QPainter, *_args: object) -> None:
        """Override QGraphicsItem::paint."""
        if self._theme is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        for place in self.seen:
            if place < len(self.lanes):
                self._paint_lane(painter, base_of(place), self.lanes[place], self._theme)
        whole = self.boundingRect()
        painter.setPen(_cosmetic(self._theme.muted, 1, Qt.PenStyle.DotLine))
        for shot_s in self.shots:
            painter.drawLine(QLineF(shot_s, whole.top(), shot_s, whole.bottom()))

    def _paint_lane(self, painter: QPainter, base: float, lane: Lane, theme: Theme) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tint(theme.sunken, 0.75))
        painter.drawRect(QRectF(0, base, self._end_s, 1))
        if lane.low is not None and lane.high is not None:
            painter.setBrush(tint(theme.inconclusive, 0.13))
            painter.drawRect(QRectF(0, base + lane.low, self._end_s, lane.high - lane.low))
            for score, color in ((lane.low, theme.no_support), (lane.high, theme.support)):
                if 0 < score < 1:
                    painter.setPen(_cosmetic(color, 1, Qt.PenStyle.DashLine))
                    painter.drawLine(QLineF(0, base + score, self._end_s, base + score))
        for start_s, end_s in lane.spans:
            self._paint_span(painter, QRectF(start_s, base, end_s - start_s, 1), theme)

    def _paint_span(self, painter: QPainter, area: QRectF, theme: Theme) -> None:
        """Shade a suspicious span and bar its top: two signs, whatever the colour."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tint(theme.support, 0.16))
        painter.drawRect(area)
        painter.setBrush(QColor(theme.support))
        painter.drawRect(QRectF(area.left(), area.bottom() - 0.045, area.width(), 0.045))
        painter.setPen(_cosmetic(theme.support, 1, Qt.PenStyle.SolidLine))
        for at_s in (area.left(), area.right()):
            painter.drawLine(QLineF(at_s, area.top(), at_s, area.bottom()))


def _cosmetic(color: str, width: float, style: Qt.PenStyle) -> QPen:
    pen = QPen(QColor(color), width, style)
    pen.setCosmetic(True)
    return pen


class TimeAxis(pg.AxisItem):  # type: ignore[misc]
    """Writes positions as minutes and seconds."""

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        """Override AxisItem.tickStrings."""
        cut = 4 if spacing * scale >= 1 else 2
        return [format_time(value * scale)[:-cut] for value in values]


class LaneAxis(pg.AxisItem):  # type: ignore[misc]
    """Names the lanes at their left, with a sign in the person's colour, and their scores."""

    def __init__(self) -> None:
        """Stand at the left."""
        super().__init__("left")
        self.seen = range(0)
        self._lanes: tuple[Lane, ...] = ()
        self._theme: Theme | None = None
        self.setWidth(AXIS_WIDTH)

    def show_lanes(self, lanes: tuple[Lane, ...], theme: Theme) -> None:
        """Name these lanes."""
        self._lanes, self._theme = lanes, theme
        self.picture = None
        self.update()

    def write_scores(self, px_of_one: float) -> None:
        """Write scores beside the lanes in view, in low ones where they do not meet."""
        steps = (0.0, 0.5, 1.0) if px_of_one >= 4 * MIN_APART_PX else (0.25, 0.75)
        ticks = [
            (base_of(place) + step, format_score(step)) for place in self.seen for step in steps
        ]
        self.setTicks([ticks])

    def drawPicture(
        self,
        p: QPainter,
        *specs: Any,
    ) -> None:
        """Override AxisItem.drawPicture."""
        super().drawPicture(p, *specs)
        if self._theme is None or not self._lanes:
            return
        bottom, top = self.range
        height = self.size().height()  # the bounding rectangle has room for texts beyond it
        for place in self.seen:
            if place >= len(self._lanes):
                break
            lane = self._lanes[place]
            y_top = (top - (base_of(place) + 1)) / (top - bottom) * height
            y_base = (top - base_of(place)) / (top - bottom) * height
            self._draw_name(p, lane, (max(y_top, 0) + min(y_base, height)) / 2, self._theme)

    def _draw_name(self, p: QPainter, lane: Lane, middle: float, theme: Theme) -> None:
        """Write a name, with the person's mark before it."""
        font = QFont(p.font())
        font.setBold(not lane.is_faded)
        p.setFont(font)
        p.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        p.setPen(Qt.PenStyle.NoPen)
        p.setBrush(tint(lane.color, 0.35 if lane.is_faded else 1.0))
        p.drawRoundedRect(QRectF(2, middle - 8, 4, 16), 2, 2)
        p.setPen(QColor(theme.muted if lane.is_faded else theme.text))
        area = QRectF(10, middle - 10, AXIS_WIDTH - 46, 20)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        words = lane.name.split()
        if p.fontMetrics().horizontalAdvance(lane.name) <= area.width():
            p.drawText(area, flags, lane.name)
        else:
            wide = area.adjusted(0, -8, 0, 8)
            p.drawText(wide, flags, "\n".join(words))


class LimitAxis(pg.AxisItem):  # type: ignore[misc]
    """Writes the operating points beside each lane, where they hide no score."""

    def __init__(self) -> None:
        """Stand at the right."""
        super().__init__("right")
        self.setStyle(tickLength=0)
        self.seen = range(0)
        self.setToolTip(
            tool_tip(
                translate(
                    "Lanes",
                    "Operating points of the detector that decides, from its card: from the upper "
                    "one on, scores count as support for manipulation; below the lower one, no "
                    "support is found; between them nothing can be concluded.",
                )
            )
        )
        longest = max(limit_words(0.5, 0.5), key=len)
        # Always the same, so that the plot beside it does not change its width under the pointer.
        self.setWidth(QFontMetrics(QApplication.font()).horizontalAdvance(longest) + 12)

    def show_lanes(self, lanes: tuple[Lane, ...], px_of_one: float) -> None:
        """Write the limits of these lanes.

        Args:
            lanes: From the top.
            px_of_one: Height of a lane in pixels.
        """
        ticks: list[tuple[float, str]] = []
        for place in self.seen:
            lane = lanes[place] if place < len(lanes) else Lane(0, "", "")
            if lane.low is None or lane.high is None or px_of_one < 2.5 * MIN_APART_PX:
                continue
            middle = (lane.low + lane.high) / 2
            apart = max(lane.high - lane.low, MIN_APART_PX / px_of_one) / 2
            low, high = limit_words(lane.low, lane.high)
            if low:
                ticks.append((base_of(place) + max(middle - apart, 0.0), low))
            if high:
                ticks.append((base_of(place) + min(middle + apart, 1.0), high))
        self.setTicks([ticks])
