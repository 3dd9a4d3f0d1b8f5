# SPDX-License-Identifier: Apache-2.0
"""The curves of the time line; only what can be seen is handed to the plot.

Two hours of film have thousands of tracks, one for each person and shot, and three curves for
each: items of the plot are made for the lanes in view alone, and used again when others come.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pyqtgraph as pg
from PySide6.QtGui import QColor

from gui.models.score_series import Curve, CurveKey
from gui.views.lanes import base_of
from gui.views.line_styles import (
    LINE_STYLES,
    MAX_POINTS_WITH_STYLE,
    MAX_POINTS_WITH_SYMBOLS,
    SYMBOLS,
)

# A short curve is handed to the plot once, with what is out of sight, and not at each move.
MAX_POINTS_HANDED_WHOLE = 600


@dataclass(frozen=True, slots=True)
class _Look:
    color: str
    style_index: int
    is_shown: bool
    is_faded: bool

    def options(self, n_points: int) -> dict[str, Any]:
        """Give pyqtgraph's options for a curve of so many points."""
        shade = QColor(self.color)
        shade.setAlphaF(0.35 if self.is_faded else 1.0)
        line = LINE_STYLES[self.style_index % len(LINE_STYLES)]
        is_dense = n_points > MAX_POINTS_WITH_STYLE
        has_symbols = n_points <= MAX_POINTS_WITH_SYMBOLS
        return {
            "pen": pg.mkPen(shade, width=1) if is_dense else pg.mkPen(shade, width=1.6, style=line),
            "symbol": SYMBOLS[self.style_index % len(SYMBOLS)] if has_symbols else None,
            "symbolSize": 4,
            "symbolPen": None,
            "symbolBrush": pg.mkBrush(shade),
        }


class LaneCurves:
    """Keeps all curves and draws those whose lane is seen."""

    def __init__(self, plot: Any) -> None:
        """Draw into a pyqtgraph PlotWidget."""
        self._plot = plot
        self._data: dict[CurveKey, Curve] = {}
        self._looks: dict[CurveKey, _Look] = {}
        self._places: dict[int, int] = {}
        self._seen = range(0)
        self._items: dict[CurveKey, Any] = {}
        self._spare: list[Any] = []

    @property
    def drawn(self) -> dict[CurveKey, Any]:
        """The curves that are drawn now, with pyqtgraph's items."""
        return self._items

    def clear(self) -> None:
        """Forget all curves."""
        for item in (*self._items.values(), *self._spare):
            self._plot.removeItem(item)
        self._data, self._looks, self._places = {}, {}, {}
        self._items, self._spare = {}, []

    def has(self, key: CurveKey) -> bool:
        """Whether a curve is known."""
        return key in self._data

    def put(self, key: CurveKey, curve: Curve) -> None:
        """Take a curve as it is now; a new one is seen once it has a look and a lane."""
        self._data[key] = curve
        self.draw(key)

    def set_look(self, key: CurveKey, look: tuple[str, int, bool, bool]) -> None:
        """Set how a curve looks: colour, place of its style, whether shown, whether faded."""
        made = _Look(*look)
        if made != self._looks.get(key):
            self._looks[key] = made
            self.draw(key)

    def set_places(self, places: dict[int, int]) -> None:
        """Give each person a lane, counted from the top."""
        if places != self._places:
            self._places = places
            self.draw_all()

    def set_seen(self, seen: range) -> None:
        """Tell which lanes are in view."""
        if seen != self._seen:
            self._seen = seen
            self.draw_all()

    def draw_all(self) -> None:
        """Draw what is seen anew."""
        for key in self._data:
            self.draw(key)

    def redraw(self) -> None:
        """Draw anew what is drawn already, after another part of the file came into view."""
        for key in tuple(self._items):
            if len(self._data[key]) > MAX_POINTS_HANDED_WHOLE:
                self.draw(key)

    def draw(self, key: CurveKey) -> None:
        """Give the plot what can be seen of a curve, and no more."""
        place, look = self._places.get(key.track_id), self._looks.get(key)
        if place is None or look is None or not look.is_shown or place not in self._seen:
            self._put_away(key)
            return
        item = self._items.get(key)
        if item is None:
            item = self._spare.pop() if self._spare else self._plot.plot(connect="finite")
            item.setVisible(True)
            self._items[key] = item
        box = self._plot.getViewBox()
        start_s, end_s = box.viewRange()[0]
        columns = max(round(box.width()), 100)
        curve = self._data[key]
        if len(curve) <= MAX_POINTS_HANDED_WHOLE:
            times, scores = curve.times, curve.scores
        else:
            times, scores = curve.between(start_s, end_s, columns)
        # All at once: pyqtgraph rebuilds the curve for each property that is set by itself.
        options = look.options(len(times))
        item.setData(times, scores + base_of(place), connect="finite", **options)

    def _put_away(self, key: CurveKey) -> None:
        item = self._items.pop(key, None)
        if item is not None:
            item.setVisible(False)
            self._spare.append(item)
