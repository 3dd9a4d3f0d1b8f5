# SPDX-License-Identifier: Apache-2.0
"""The seek slider: where in the file the picture is, and where suspicious spans lie."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSlider, QWidget

from gui import theme

_MARGIN = 9.0


class Timeline(QSlider):
    """A slider in milliseconds that jumps to where it is clicked and draws spans and shots."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without marks."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setAccessibleName(self.tr("Position in the file"))
        self.setMinimumHeight(26)
        self.setSingleStep(40)
        self.setPageStep(1000)
        self._spans: tuple[tuple[float, float], ...] = ()
        self._shots: tuple[float, ...] = ()

    def set_marks(self, spans: tuple[tuple[float, float], ...], shots: tuple[float, ...]) -> None:
        """Draw suspicious spans and starts of shots, all in seconds."""
        self._spans, self._shots = spans, shots
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Override QSlider::mousePressEvent: jump there."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self._follow(event)
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Override QSlider::mouseMoveEvent."""
        if self.isSliderDown():
            self._follow(event)
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Override QSlider::mouseReleaseEvent."""
        self.setSliderDown(False)
        event.accept()

    def _follow(self, event: QMouseEvent) -> None:
        width = max(self.width() - 2 * _MARGIN, 1.0)
        share = min(max((event.position().x() - _MARGIN) / width, 0.0), 1.0)
        span = self.maximum() - self.minimum()
        # As QSlider does, so that keys and mouse are told by the same signal.
        self.setSliderPosition(self.minimum() + round(share * span))

    def _x(self, value_ms: float) -> float:
        span = max(self.maximum() - self.minimum(), 1)
        share = min(max((value_ms - self.minimum()) / span, 0.0), 1.0)
        return _MARGIN + share * (self.width() - 2 * _MARGIN)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Override QSlider::paintEvent."""
        colors = theme.of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = self.height() / 2
        painter.setPen(Qt.PenStyle.NoPen)
        self._bar(painter, self._x(self.minimum()), self._x(self.maximum()), colors.border)
        if self.isEnabled():
            self._bar(painter, self._x(self.minimum()), self._x(self.value()), colors.accent)
        self._draw_marks(painter, colors)
        if self.isEnabled():
            ring = colors.text if self.hasFocus() else colors.surface
            painter.setPen(QPen(QColor(ring), 2))
            painter.setBrush(QColor(colors.accent))
            painter.drawEllipse(QPointF(self._x(self.value()), middle), 7, 7)
        painter.end()

    def _bar(self, painter: QPainter, left: float, right: float, color: str) -> None:
        painter.setBrush(QColor(color))
        painter.drawRoundedRect(QRectF(left, self.height() / 2 - 2, right - left, 4), 2, 2)

    def _draw_marks(self, painter: QPainter, colors: theme.Theme) -> None:
        """Draw spans as a hatched band, shots as ticks: two signs, whatever the colour."""
        support = QColor(colors.support)
        for start_s, end_s in self._spans:
            left, right = self._x(start_s * 1000), self._x(end_s * 1000)
            band = QRectF(left, 2, max(right - left, 3.0), 5)
            painter.setBrush(QBrush(support))
            painter.drawRoundedRect(band, 2, 2)
        painter.setBrush(QColor(colors.muted))
        for shot_s in self._shots:
            painter.drawRect(QRectF(self._x(shot_s * 1000), self.height() - 6, 1, 5))
