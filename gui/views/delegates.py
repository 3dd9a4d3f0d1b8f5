# SPDX-License-Identifier: Apache-2.0
"""Painters of cells: a file with its state, a person with their colour, an outcome."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from core.records import Outcome
from gui import theme
from gui.icons import icon, pixmap
from gui.models.job_table import JobRole
from gui.models.track_table import TrackRole
from gui.states import ItemState

Index = QModelIndex | QPersistentModelIndex
_ICON_PX = 20
_STATE_ICONS = {
    ItemState.WAITING: "waiting",
    ItemState.READING: "running",
    ItemState.RUNNING: "running",
    ItemState.CANCELLING: "running",
    ItemState.CANCELLED: "cancelled",
    ItemState.FAILED: "could_not_evaluate",
    ItemState.DONE: "info",
}


def state_icon(state: ItemState, outcome: Outcome | None) -> str:
    """Name the icon of a file: its outcome's shape, or its state's."""
    return outcome.value if outcome else _STATE_ICONS[state]


def state_color(state: ItemState, outcome: Outcome | None, colors: theme.Theme) -> str:
    """Choose the colour that goes with it."""
    if outcome is not None:
        return colors.outcome(outcome)
    if state is ItemState.FAILED:
        return colors.could_not
    return colors.accent if state is ItemState.RUNNING else colors.muted


class JobDelegate(QStyledItemDelegate):
    """Two lines: the name of the file, shortened in its middle, and its state in words."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """Override QStyledItemDelegate::sizeHint."""
        return QSize(120, 2 * option.fontMetrics.height() + 24)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Override QStyledItemDelegate::paint."""
        colors = theme.of(option.palette)
        state, outcome = ItemState(index.data(JobRole.STATE)), _outcome(index, JobRole.OUTCOME)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        row = QRectF(option.rect).adjusted(4, 2, -4, -2)
        if is_selected or option.state & QStyle.StateFlag.State_MouseOver:
            has_focus = is_selected and bool(option.state & QStyle.StateFlag.State_HasFocus)
            painter.setPen(QColor(colors.accent) if has_focus else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colors.sunken if is_selected else colors.window))
            painter.drawRoundedRect(row, 5, 5)
        if is_selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colors.accent))
            painter.drawRoundedRect(QRectF(row.left(), row.top() + 6, 3, row.height() - 12), 1, 1)
        color = state_color(state, outcome, colors)
        scale = painter.device().devicePixelRatio()
        sign = pixmap(state_icon(state, outcome), color, _ICON_PX, scale)
        painter.drawPixmap(int(row.left()) + 11, int(row.center().y()) - _ICON_PX // 2, sign)
        self._write(painter, row.adjusted(41, 8, -8, -8), index, color, colors)
        if state is ItemState.RUNNING:
            self._draw_progress(painter, row, index.data(JobRole.PROGRESS), colors)
        painter.restore()

    @staticmethod
    def _write(
        painter: QPainter, area: QRectF, index: Index, color: str, colors: theme.Theme
    ) -> None:
        metrics = painter.fontMetrics()
        width = int(area.width())
        name = metrics.elidedText(
            index.data(Qt.ItemDataRole.DisplayRole), Qt.TextElideMode.ElideMiddle, width
        )
        state = metrics.elidedText(
            index.data(JobRole.STATE_TEXT), Qt.TextElideMode.ElideRight, width
        )
        top = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
        painter.setPen(QColor(colors.text))
        painter.drawText(area, top, name)
        painter.setPen(QColor(color))
        bottom = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft
        painter.drawText(area, bottom, state)

    @staticmethod
    def _draw_progress(
        painter: QPainter, row: QRectF, share: float | None, colors: theme.Theme
    ) -> None:
        groove = QRectF(row.left() + 41, row.bottom() - 5, row.width() - 49, 3)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors.border))
        painter.drawRoundedRect(groove, 1.5, 1.5)
        painter.setBrush(QColor(colors.accent))
        groove.setWidth(groove.width() * (share or 0.0))
        painter.drawRoundedRect(groove, 1.5, 1.5)


class TrackDelegate(QStyledItemDelegate):
    """Puts the person's colour before the name and the outcome's shape before its words."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Override QStyledItemDelegate::initStyleOption."""
        super().initStyleOption(option, index)
        colors = theme.of(option.palette)
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        sign: QIcon | None = None
        if index.column() == 0:
            sign = QIcon(_swatch(colors.person(index.data(TrackRole.TRACK_ID))))
        elif (outcome := _outcome(index, TrackRole.OUTCOME)) is not None:
            color = colors.on_accent if is_selected else colors.outcome(outcome)
            sign = icon(outcome.value, color)
            option.palette.setColor(QPalette.ColorRole.Text, QColor(color))
        if sign is not None:
            option.icon = sign
            option.decorationSize = QSize(16, 16)
            option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration


def _outcome(index: Index, role: int) -> Outcome | None:
    """Read an outcome; Qt hands an enumeration of strings on as a plain string."""
    value = index.data(role)
    return Outcome(value) if value else None


@cache
def _swatch(color: str) -> QPixmap:
    swatch = QPixmap(32, 32)
    swatch.setDevicePixelRatio(2)
    swatch.fill(Qt.GlobalColor.transparent)
    painter = QPainter(swatch)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(color).darker(125), 1))
    painter.setBrush(QColor(color))
    painter.drawRoundedRect(QRectF(2.5, 2.5, 11, 11), 3, 3)
    painter.end()
    return swatch
