# SPDX-License-Identifier: Apache-2.0
"""Where a strength lies on the scale of log10 likelihood ratios, and what can be stated at all."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QWidget

from core.records import Calibration
from gui import theme

# log10 likelihood ratios at both ends of the drawn scale.
EXTENT = 4.0
_BAR_PX, _MARGIN_PX = 8, 14


class StrengthScale(QWidget):
    """A bar from "not manipulated" to "manipulated" with the result's mark and the bounds."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without a value."""
        super().__init__(parent)
        self._value: float | None = None
        self._bounds: Calibration | None = None
        self.setMinimumHeight(64)

    def show_strength(self, value: float | None, bounds: Calibration | None) -> None:
        """Show a value, or hide where there is none."""
        self._value, self._bounds = value, bounds
        self.setVisible(value is not None)
        if value is not None and bounds is not None:
            told = self.tr("log10 likelihood ratio {0} on a scale limited to {1} to {2}")
            self.setAccessibleName(
                told.format(
                    f"{value:+.2f}", f"{bounds.log10_lr_min:+.2f}", f"{bounds.log10_lr_max:+.2f}"
                )
            )
        self.update()

    def sizeHint(self) -> QSize:
        """Override QWidget::sizeHint."""
        return QSize(300, 46 + self.fontMetrics().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Override QWidget::paintEvent."""
        if self._value is None:
            return
        colors = theme.of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        bar = QRectF(_MARGIN_PX, 20, self.width() - 2 * _MARGIN_PX, _BAR_PX)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors.sunken))
        painter.drawRoundedRect(bar, 4, 4)
        if self._bounds is not None:
            left, right = self._x(self._bounds.log10_lr_min), self._x(self._bounds.log10_lr_max)
            painter.setBrush(QColor(colors.border))
            painter.drawRoundedRect(QRectF(left, bar.top(), right - left, bar.height()), 4, 4)
        painter.setBrush(QColor(colors.muted))
        for tick in range(-int(EXTENT), int(EXTENT) + 1):
            painter.drawRect(QRectF(self._x(tick) - 0.5, bar.bottom() + 2, 1, 3))
        self._draw_mark(painter, bar, colors)
        self._write(painter, bar, colors)
        painter.end()

    def _draw_mark(self, painter: QPainter, bar: QRectF, colors: theme.Theme) -> None:
        x = self._x(self._value or 0.0)
        painter.setBrush(QColor(colors.accent))
        mark = QPolygonF(
            [QPointF(x - 6, bar.top() - 11), QPointF(x + 6, bar.top() - 11), QPointF(x, bar.top())]
        )
        painter.drawPolygon(mark)
        painter.drawRect(QRectF(x - 1, bar.top() - 2, 2, bar.height() + 4))

    def _write(self, painter: QPainter, bar: QRectF, colors: theme.Theme) -> None:
        font = painter.font()
        font.setPointSizeF(font.pointSizeF() * 0.88)
        painter.setFont(font)
        painter.setPen(QColor(colors.muted))
        line = QRectF(0, bar.bottom() + 8, self.width(), painter.fontMetrics().height() + 2)
        left = self.tr("not manipulated")
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, left)
        right = self.tr("manipulated")
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, right)
        center = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        painter.drawText(line, center, self.tr("neither"))

    def _x(self, value: float) -> float:
        share = (min(max(value, -EXTENT), EXTENT) + EXTENT) / (2 * EXTENT)
        return _MARGIN_PX + share * (self.width() - 2 * _MARGIN_PX)
