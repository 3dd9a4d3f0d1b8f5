# SPDX-License-Identifier: Apache-2.0
"""Paints the cells of a batch's table: an outcome's shape before its words, a bar for progress.

Cells are drawn here and not by the style: a full table has two hundred of them, and asking the
model for each role of each cell takes longer than a turn of the window may.
"""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gui import theme
from gui.icons import pixmap
from gui.models.batch_order import BatchOrder
from gui.models.batch_row import (
    BATCH_COLUMNS,
    FILE,
    MESSAGE,
    OUTCOME,
    PLACE,
    PROGRESS,
    STATE,
    BatchRow,
)
from gui.models.columns import Index
from gui.states import ItemState
from gui.views.delegates import state_color, state_icon

_BAR_PX, _SIGN_PX, _SIDE_PX = 5, 16, 7
_MIDDLE = frozenset({FILE, PLACE})
_MUTED = frozenset({MESSAGE, PLACE})


class BatchDelegate(QStyledItemDelegate):
    """Colour is never the only sign: each outcome and state has its shape and its words."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """Override QStyledItemDelegate::sizeHint."""
        return QSize(60, option.fontMetrics.height() + 12)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Override QStyledItemDelegate::paint."""
        order = index.model()
        if not isinstance(order, BatchOrder):
            super().paint(painter, option, index)
            return
        row, column = order.row_at(index.row()), index.column()
        colors = theme.of(option.palette)
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_selected:
            painter.fillRect(option.rect, _color(colors.accent))
        area = option.rect.adjusted(_SIDE_PX, 0, -_SIDE_PX, 0)
        if column == PROGRESS:
            if row.state is ItemState.RUNNING:
                _draw_bar(painter, area, row.share, colors, is_selected=is_selected)
            return
        color, sign = _looks(row, column, colors)
        color = colors.on_accent if is_selected else color
        if sign:
            drawn = pixmap(sign, color, _SIGN_PX, painter.device().devicePixelRatio())
            painter.drawPixmap(area.left(), area.center().y() - _SIGN_PX // 2 + 1, drawn)
            area.setLeft(area.left() + _SIGN_PX + 5)
        self._write(painter, area, row, column, _color(color))

    @staticmethod
    def _write(painter: QPainter, area: QRect, row: BatchRow, column: int, color: QColor) -> None:
        text = BATCH_COLUMNS[column].text(row)
        if text:
            elide = Qt.TextElideMode.ElideMiddle if column in _MIDDLE else _RIGHT
            painter.setPen(color)
            shown = painter.fontMetrics().elidedText(text, elide, area.width())
            painter.drawText(area, BATCH_COLUMNS[column].alignment, shown)


_RIGHT = Qt.TextElideMode.ElideRight


def _looks(row: BatchRow, column: int, colors: theme.Theme) -> tuple[str, str]:
    """Give a cell's colour, and the name of its sign or nothing."""
    outcome = row.item.outcome
    if column == OUTCOME and outcome is not None:
        return colors.outcome(outcome), outcome.value
    if column == STATE:
        is_over = row.state is ItemState.DONE
        return state_color(row.state, None, colors), "" if is_over else state_icon(row.state, None)
    return (colors.muted if column in _MUTED else colors.text), ""


def _draw_bar(
    painter: QPainter, area: QRect, share: float | None, colors: theme.Theme, *, is_selected: bool
) -> None:
    groove = QRectF(area.left(), area.center().y() - _BAR_PX / 2 + 1, area.width(), _BAR_PX)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_color(colors.border))
    painter.drawRoundedRect(groove, _BAR_PX / 2, _BAR_PX / 2)
    groove.setWidth(groove.width() * (share or 0.0))
    painter.setBrush(_color(colors.on_accent if is_selected else colors.accent))
    painter.drawRoundedRect(groove, _BAR_PX / 2, _BAR_PX / 2)
    painter.restore()


@cache
def _color(name: str) -> QColor:
    return QColor(name)
