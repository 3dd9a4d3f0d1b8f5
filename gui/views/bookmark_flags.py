# SPDX-License-Identifier: Apache-2.0
"""Flags at the top of the time line where the analyst has put bookmarks."""

from __future__ import annotations

from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath, QPolygonF

from gui.theme import Theme
from gui.words.formatting import format_time

FLAG_PX = 13
_FLAG = ((-0.45, -0.5), (0.45, -0.5), (0.45, 0.05), (0.0, 0.5), (-0.45, 0.05))


class BookmarkFlags(pg.ScatterPlotItem):  # type: ignore[misc]  # pyqtgraph has no type hints
    """Draws a flag for each bookmark, pointing down at its time; its tool tip has the label."""

    def __init__(self) -> None:
        """Start without flags."""
        super().__init__(pxMode=True, hoverable=True, tip=_tip)
        self._bookmarks: tuple[tuple[float, str], ...] = ()
        self._top = 1.0
        self._symbol = _flag()
        self._brush: Any = None
        self._pen: Any = None

    @property
    def times_s(self) -> tuple[float, ...]:
        """Where flags are drawn."""
        return tuple(time_s for time_s, _ in self._bookmarks)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._brush, self._pen = pg.mkBrush(theme.accent), pg.mkPen(theme.surface)
        self._draw()

    def show_at(self, bookmarks: tuple[tuple[float, str], ...]) -> None:
        """Draw flags at these times, with these labels."""
        self._bookmarks = bookmarks
        self._draw()

    def set_top(self, top: float) -> None:
        """Keep at the upper end of what is seen."""
        if top != self._top:
            self._top = top
            self._draw()

    def _draw(self) -> None:
        self.setVisible(bool(self._bookmarks))
        self.setData(
            x=[time_s for time_s, _ in self._bookmarks],
            y=[self._top] * len(self._bookmarks),
            data=[label for _, label in self._bookmarks],
            symbol=self._symbol,
            size=FLAG_PX,
            brush=self._brush,
            pen=self._pen,
        )


def _tip(x: float, y: float, data: str) -> str:  # noqa: ARG001 - pyqtgraph names them
    return f"{format_time(x)} {data}".strip()


def _flag() -> QPainterPath:
    path = QPainterPath()
    path.addPolygon(QPolygonF([QPointF(x, y) for x, y in _FLAG]))
    path.closeSubpath()
    return path
