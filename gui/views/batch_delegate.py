# SPDX-License-Identifier: Apache-2.0
"""Paints the cells of a batch's table: an outcome's shape before its words, a bar for progress."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from core.records import Outcome
from gui import theme
from gui.icons import icon
from gui.models.batch_row import FILE, MESSAGE, OUTCOME, PLACE, PROGRESS, STATE
from gui.models.batch_table import BatchRole
from gui.models.columns import Index
from gui.states import ItemState
from gui.views.delegates import state_color, state_icon

_BAR_PX = 5
_MUTED = frozenset({MESSAGE, PLACE})


class BatchDelegate(QStyledItemDelegate):
    """Colour is never the only sign: each outcome and state has its shape and its words."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Override QStyledItemDelegate::initStyleOption."""
        super().initStyleOption(option, index)
        colors = theme.of(option.palette)
        column = index.column()
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        # The dotted frame around one cell of a selected row says nothing.
        option.state &= ~QStyle.StateFlag.State_HasFocus
        outcome = _outcome(index)
        if column == FILE:
            option.textElideMode = Qt.TextElideMode.ElideMiddle
        elif column == OUTCOME and outcome is not None:
            color = colors.on_accent if is_selected else colors.outcome(outcome)
            self._sign(option, outcome.value, color)
        elif column == STATE:
            state = ItemState(index.data(BatchRole.STATE))
            color = colors.on_accent if is_selected else state_color(state, None, colors)
            if state is not ItemState.DONE:
                self._sign(option, state_icon(state, None), color)
            else:
                option.palette.setColor(QPalette.ColorRole.Text, QColor(color))
        elif column in _MUTED:
            option.palette.setColor(QPalette.ColorRole.Text, QColor(colors.muted))
            if column == PLACE:
                option.textElideMode = Qt.TextElideMode.ElideMiddle

    @staticmethod
    def _sign(option: QStyleOptionViewItem, name: str, color: str) -> None:
        option.icon = icon(name, color)
        option.decorationSize = QSize(16, 16)
        option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration
        option.palette.setColor(QPalette.ColorRole.Text, QColor(color))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Override QStyledItemDelegate::paint."""
        if index.column() != PROGRESS:
            super().paint(painter, option, index)
            return
        cell = QStyleOptionViewItem(option)
        self.initStyleOption(cell, index)
        cell.text = ""
        cell.widget.style().drawControl(
            QStyle.ControlElement.CE_ItemViewItem, cell, painter, cell.widget
        )
        if ItemState(index.data(BatchRole.STATE)) is ItemState.RUNNING:
            self._bar(painter, cell, index.data(BatchRole.SHARE))

    @staticmethod
    def _bar(painter: QPainter, cell: QStyleOptionViewItem, share: float | None) -> None:
        colors = theme.of(cell.palette)
        is_selected = bool(cell.state & QStyle.StateFlag.State_Selected)
        area = QRectF(cell.rect).adjusted(6, 0, -6, 0)
        groove = QRectF(area.left(), area.center().y() - _BAR_PX / 2, area.width(), _BAR_PX)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors.border))
        painter.drawRoundedRect(groove, 2.5, 2.5)
        done = QRectF(groove)
        done.setWidth(groove.width() * (share or 0.0))
        painter.setBrush(QColor(colors.on_accent if is_selected else colors.accent))
        painter.drawRoundedRect(done, 2.5, 2.5)
        painter.restore()


def _outcome(index: Index) -> Outcome | None:
    value = index.data(BatchRole.OUTCOME)
    return Outcome(value) if value else None
