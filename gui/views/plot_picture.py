# SPDX-License-Identifier: Apache-2.0
"""The time line as a picture for a file: drawn anew, with a heading and a legend.

Not a grab of the plot: all lanes are in it, texts stay texts in an SVG, and no line reaches over
the edge, for which an SVG written by Qt would need clipping that it does not have.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QIODevice,
    QLineF,
    QPointF,
    QRectF,
    QSize,
    QSizeF,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPen, QPolygonF
from PySide6.QtSvg import QSvgGenerator

from gui.models.score_series import Floats
from gui.theme import LIGHT
from gui.views.lanes import Lane, limit_words, tint
from gui.views.line_styles import LINE_STYLES, MAX_POINTS_WITH_SYMBOLS, draw_symbol
from gui.words.formatting import format_score, format_time

WIDTH = 1000
MARGIN, LINE, LANE, GAP = 20.0, 19.0, 110.0, 16.0
LEFT, RIGHT = 130.0, 140.0
# Dots for one unit: fit for print.
PNG_SCALE = 3
# Points of a curve; more than columns of the largest picture.
MAX_COLUMNS = 3000


@dataclass(frozen=True, slots=True, eq=False)
class DrawnCurve:
    """A curve within the span drawn.

    Attributes:
        style: Place of the detector's line style and symbol.
        times, scores: float64 (points,); NaN scores are gaps.
        is_score: bool (points,); false where a line only meets the edge of the span.
    """

    track_id: int
    color: str
    style: int
    times: Floats
    scores: Floats
    is_score: npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class PlotDrawing:
    """Everything that is drawn; colours are those for paper.

    Attributes:
        title: The file's name.
        lines: Below it, one after the other.
        detectors: Titles of the detectors shown, with the place of each one's line style.
        span: Seconds, from and to.
        bookmarks: Seconds and label.
    """

    title: str
    lines: tuple[str, ...]
    detectors: tuple[tuple[str, int], ...]
    span: tuple[float, float]
    lanes: tuple[Lane, ...]
    curves: tuple[DrawnCurve, ...]
    shots: tuple[float, ...] = ()
    bookmarks: tuple[tuple[float, str], ...] = ()

    @property
    def size(self) -> QSize:
        """Of the picture, in units of the screen."""
        head = MARGIN + 1.4 * LINE + LINE * len(self.lines) + 14
        lanes = len(self.lanes) * (LANE + GAP)
        return QSize(WIDTH, round(head + lanes + 3.2 * LINE + MARGIN))


def draw_image(drawing: PlotDrawing) -> QImage:
    """Draw for a PNG."""
    image = QImage(drawing.size * PNG_SCALE, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.scale(PNG_SCALE, PNG_SCALE)
    _draw(painter, drawing)
    painter.end()
    # So that a text program shows it as large as it would be on the screen.
    per_meter = round(96 * PNG_SCALE / 0.0254)
    image.setDotsPerMeterX(per_meter)
    image.setDotsPerMeterY(per_meter)
    return image


def draw_svg(drawing: PlotDrawing) -> bytes:
    """Draw for an SVG."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setResolution(96)
    generator.setSize(drawing.size)
    generator.setViewBox(QRectF(QPointF(0, 0), QSizeF(drawing.size)))
    generator.setTitle(drawing.title)
    painter = QPainter(generator)
    _draw(painter, drawing)
    painter.end()
    buffer.close()
    return bytes(content.data())


def cut_to(times: Floats, scores: Floats, start_s: float, end_s: float) -> tuple[Floats, Floats]:
    """Cut a curve at both ends of a span, on its own lines.

    Args:
        times, scores: float64 (points,), times ascending, NaN scores in gaps.
        start_s, end_s: Seconds.

    Returns:
        float64 (points,) each, no time outside the span.
    """
    inside = (times >= start_s) & (times <= end_s)
    parts = [(times[inside], scores[inside])]
    for edge_s, is_first in ((start_s, True), (end_s, False)):
        after = int(np.searchsorted(times, edge_s, side="left" if is_first else "right"))
        if 0 < after < len(times) and edge_s < times[after]:
            share = (edge_s - times[after - 1]) / (times[after] - times[after - 1])
            score = scores[after - 1] + share * (scores[after] - scores[after - 1])
            one = (np.array([edge_s]), np.array([score]))
            parts = [one, *parts] if is_first else [*parts, one]
    return np.concatenate([part[0] for part in parts]), np.concatenate([part[1] for part in parts])


def _draw(painter: QPainter, drawing: PlotDrawing) -> None:
    painter.fillRect(QRectF(QPointF(0, 0), QSizeF(drawing.size)), QColor(LIGHT.surface))
    y = _draw_head(painter, drawing)
    plot = QRectF(LEFT, y, WIDTH - LEFT - RIGHT, len(drawing.lanes) * (LANE + GAP) - GAP)
    for place, lane in enumerate(drawing.lanes):
        area = QRectF(plot.left(), y + place * (LANE + GAP), plot.width(), LANE)
        _draw_lane(painter, area, lane, drawing.span)
        for curve in drawing.curves:
            if curve.track_id == lane.track_id:
                _draw_curve(painter, area, curve, drawing.span)
    _draw_marks(painter, plot, drawing)
    _draw_times(painter, plot, drawing.span)
    _draw_legend(painter, drawing, plot.bottom() + 2.6 * LINE)


def _write(painter: QPainter, at: QPointF, text: str, color: str, size_px: int = 11) -> None:
    font = QFont(painter.font())
    font.setPixelSize(size_px)
    font.setBold(size_px > 12)
    painter.setFont(font)
    painter.setPen(QColor(color))
    painter.drawText(at, text)


def _draw_head(painter: QPainter, drawing: PlotDrawing) -> float:
    _write(painter, QPointF(MARGIN, MARGIN + 14), drawing.title, LIGHT.text, 16)
    y = MARGIN + 1.4 * LINE
    for line in drawing.lines:
        _write(painter, QPointF(MARGIN, y + 11), line, LIGHT.muted)
        y += LINE
    return y + 14


def _x(area: QRectF, time_s: float, span: tuple[float, float]) -> float:
    share = (time_s - span[0]) / max(span[1] - span[0], 1e-9)
    return area.left() + min(max(share, 0.0), 1.0) * area.width()


def _draw_lane(painter: QPainter, area: QRectF, lane: Lane, span: tuple[float, float]) -> None:
    painter.fillRect(area, tint(LIGHT.sunken, 0.6))
    if lane.low is not None and lane.high is not None:
        top, bottom = (area.bottom() - score * LANE for score in (lane.high, lane.low))
        painter.fillRect(
            QRectF(area.left(), top, area.width(), bottom - top), tint(LIGHT.inconclusive, 0.13)
        )
        for y, color in ((top, LIGHT.support), (bottom, LIGHT.no_support)):
            painter.setPen(QPen(QColor(color), 1, Qt.PenStyle.DashLine))
            painter.drawLine(QLineF(area.left(), y, area.right(), y))
        _write_limits(painter, area, lane.low, lane.high)
    for start_s, end_s in lane.spans:
        left, right = _x(area, start_s, span), _x(area, end_s, span)
        if right > left:
            painter.fillRect(
                QRectF(left, area.top(), right - left, LANE), tint(LIGHT.support, 0.16)
            )
            painter.fillRect(QRectF(left, area.top(), right - left, 4), QColor(LIGHT.support))
    painter.fillRect(QRectF(MARGIN, area.center().y() - 8, 4, 16), QColor(lane.color))
    _write(painter, QPointF(MARGIN + 10, area.center().y() + 5), lane.name, LIGHT.text, 13)
    for score in (0.0, 0.5, 1.0):
        at = QPointF(area.left() - 28, area.bottom() - score * LANE + 4)
        _write(painter, at, format_score(score), LIGHT.muted)


def _write_limits(painter: QPainter, area: QRectF, low: float, high: float) -> None:
    middle, apart = (low + high) / 2, max(high - low, 14 / LANE) / 2
    for score, text in zip(
        (max(middle - apart, 0.0), min(middle + apart, 1.0)), limit_words(low, high), strict=True
    ):
        if text:
            at = QPointF(area.right() + 8, area.bottom() - score * LANE + 4)
            _write(painter, at, text, LIGHT.muted)


def _draw_curve(
    painter: QPainter, area: QRectF, curve: DrawnCurve, span: tuple[float, float]
) -> None:
    points = [
        QPointF(_x(area, time_s, span), area.bottom() - score * LANE)
        if np.isfinite(score)
        else None
        for time_s, score in zip(curve.times.tolist(), curve.scores.tolist(), strict=True)
    ]
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(curve.color), 1.6, LINE_STYLES[curve.style % len(LINE_STYLES)]))
    part: list[QPointF] = []
    for point in (*points, None):
        if point is not None:
            part.append(point)
        elif part:
            if len(part) > 1:
                painter.drawPolyline(QPolygonF(part))
            part = []
    if len(points) <= MAX_POINTS_WITH_SYMBOLS:
        for point, is_score in zip(points, curve.is_score.tolist(), strict=True):
            if point is not None and is_score:
                draw_symbol(painter, point, curve.style, curve.color)


def _draw_marks(painter: QPainter, plot: QRectF, drawing: PlotDrawing) -> None:
    start_s, end_s = drawing.span
    painter.setPen(QPen(QColor(LIGHT.muted), 1, Qt.PenStyle.DotLine))
    for shot_s in drawing.shots:
        if start_s <= shot_s <= end_s:
            x = _x(plot, shot_s, drawing.span)
            painter.drawLine(QLineF(x, plot.top(), x, plot.bottom()))
    for time_s, label in drawing.bookmarks:
        if start_s <= time_s <= end_s:
            x, y = _x(plot, time_s, drawing.span), plot.top() - 3
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(LIGHT.accent))
            flag = ((-5, -9), (5, -9), (5, -4), (0, 0), (-5, -4))
            painter.drawPolygon(QPolygonF([QPointF(x + dx, y + dy) for dx, dy in flag]))
            _write(painter, QPointF(x + 8, y - 1), label[:40], LIGHT.muted)


def _draw_times(painter: QPainter, plot: QRectF, span: tuple[float, float]) -> None:
    """Write times at round numbers, no nearer than eighty units."""
    length_s = span[1] - span[0]
    steps = (0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200)
    step_s = next((one for one in steps if one * plot.width() / length_s >= 80), steps[-1])
    number = int(np.ceil(span[0] / step_s - 1e-9))
    while number * step_s <= span[1] + 1e-9:
        time_s = number * step_s
        x = _x(plot, time_s, span)
        painter.setPen(QPen(QColor(LIGHT.muted), 1))
        painter.drawLine(QLineF(x, plot.bottom(), x, plot.bottom() + 5))
        text = format_time(time_s)[: -4 if step_s >= 1 else -2]
        width = painter.fontMetrics().horizontalAdvance(text)
        _write(painter, QPointF(x - width / 2, plot.bottom() + 18), text, LIGHT.muted)
        number += 1


def _draw_legend(painter: QPainter, drawing: PlotDrawing, y: float) -> None:
    """Draw a sample of each detector's line and symbol before its title."""
    x = LEFT
    for title, style in drawing.detectors:
        painter.setPen(QPen(QColor(LIGHT.text), 1.6, LINE_STYLES[style % len(LINE_STYLES)]))
        painter.drawLine(QLineF(x, y - 4, x + 32, y - 4))
        draw_symbol(painter, QPointF(x + 16, y - 4), style, LIGHT.text)
        _write(painter, QPointF(x + 40, y), title, LIGHT.text)
        x += 40 + painter.fontMetrics().horizontalAdvance(title) + 26
