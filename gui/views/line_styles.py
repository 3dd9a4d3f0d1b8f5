# SPDX-License-Identifier: Apache-2.0
"""How the curves of several detectors are told apart: line and symbol, whatever the colour."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPolygonF

LINE_STYLES = (
    Qt.PenStyle.SolidLine,
    Qt.PenStyle.DashLine,
    Qt.PenStyle.DotLine,
    Qt.PenStyle.DashDotLine,
)
# By pyqtgraph's names: circle, square, triangle, diamond.
SYMBOLS = ("o", "s", "t", "d")
# Symbols show lone points between gaps; with more points than this they would hide the line.
MAX_POINTS_WITH_SYMBOLS = 400
# A line of more points than this is painted thin and solid: patterns cannot be told apart in it,
# and take many times as long to paint.
MAX_POINTS_WITH_STYLE = 900


def draw_symbol(painter: QPainter, at: QPointF, style: int, color: str) -> None:
    """Draw the symbol of a style as lines and faces, so that it stays sharp in any size."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(color))
    match SYMBOLS[style % len(SYMBOLS)]:
        case "o":
            painter.drawEllipse(at, 2.4, 2.4)
        case "s":
            painter.drawRect(QRectF(at.x() - 2.2, at.y() - 2.2, 4.4, 4.4))
        case "t":
            _draw_polygon(painter, at, ((-2.8, -2.2), (2.8, -2.2), (0.0, 2.8)))
        case _:
            _draw_polygon(painter, at, ((0.0, -3.2), (2.4, 0.0), (0.0, 3.2), (-2.4, 0.0)))


def _draw_polygon(painter: QPainter, at: QPointF, corners: tuple[tuple[float, float], ...]) -> None:
    painter.drawPolygon(QPolygonF([QPointF(at.x() + x, at.y() + y) for x, y in corners]))
