# SPDX-License-Identifier: Apache-2.0
"""The time line as a picture for a file: with a heading, and a legend that reads without colour."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF, QSize, QSizeF
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPen
from PySide6.QtSvg import QSvgGenerator

from gui.theme import LIGHT
from gui.views.score_plot import LINE_STYLES, ScorePlot

MARGIN, LINE = 16.0, 20.0
# Dots for one unit of the screen: fit for print at the size of the screen.
PNG_SCALE = 3


@dataclass(frozen=True, slots=True)
class PlotCaption:
    """What stands around the plot.

    Attributes:
        title: The file's name.
        lines: Below it, one after the other: hash, what is drawn.
        detectors: Titles of the detectors shown, with the place of each one's line style.
    """

    title: str
    lines: tuple[str, ...]
    detectors: tuple[tuple[str, int], ...]


def plot_image(plot: ScorePlot, caption: PlotCaption, paper: str) -> QImage:
    """Paint the plot as it is shown, with its caption, for a PNG.

    Args:
        plot: As it is shown.
        caption: Around it.
        paper: Colour of the background, as the plot's own.
    """
    size = _size(plot, caption)
    image = QImage(size * PNG_SCALE, QImage.Format.Format_RGB32)
    image.fill(QColor(paper))
    # So that a viewer or a text program shows it as large as it was on the screen.
    per_meter = round(96 * PNG_SCALE / 0.0254)
    image.setDotsPerMeterX(per_meter)
    image.setDotsPerMeterY(per_meter)
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.scale(PNG_SCALE, PNG_SCALE)
    _paint(painter, plot, caption, size, is_dark=QColor(paper).lightness() < 128)
    painter.end()
    return image


def plot_svg(plot: ScorePlot, caption: PlotCaption, paper: str) -> bytes:
    """Write the plot as it is shown, with its caption, as SVG; texts stay texts."""
    size = _size(plot, caption)
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(size)
    generator.setViewBox(QRectF(QPointF(0, 0), QSizeF(size)))
    generator.setTitle(caption.title)
    painter = QPainter(generator)
    painter.fillRect(QRectF(QPointF(0, 0), QSizeF(size)), QColor(paper))
    _paint(painter, plot, caption, size, is_dark=QColor(paper).lightness() < 128)
    painter.end()
    buffer.close()
    return bytes(content.data())


def _size(plot: ScorePlot, caption: PlotCaption) -> QSize:
    head = LINE * (1.3 + len(caption.lines)) + MARGIN
    width = max(plot.plot_size.width(), 480) + 2 * MARGIN
    return QSize(round(width), round(plot.plot_size.height() + head + LINE + 2 * MARGIN))


def _paint(
    painter: QPainter, plot: ScorePlot, caption: PlotCaption, size: QSize, *, is_dark: bool
) -> None:
    ink, pale = ("#e7ebef", "#9eabb8") if is_dark else (LIGHT.text, LIGHT.muted)
    font = QFont(plot.font())
    font.setPixelSize(15)
    font.setBold(True)
    painter.setFont(font)
    painter.setPen(QColor(ink))
    painter.drawText(QPointF(MARGIN, MARGIN + 14), caption.title)
    font.setPixelSize(11)
    font.setBold(False)
    painter.setFont(font)
    painter.setPen(QColor(pale))
    y = MARGIN + 1.3 * LINE
    for line in caption.lines:
        painter.drawText(QPointF(MARGIN, y + 11), line)
        y += LINE
    painter.save()
    painter.translate(MARGIN, y + 4)
    plot.paint(painter)
    painter.restore()
    _paint_legend(painter, caption, QPointF(MARGIN, size.height() - MARGIN - 4), ink)


def _paint_legend(painter: QPainter, caption: PlotCaption, at: QPointF, ink: str) -> None:
    """Draw a sample of each detector's line before its title."""
    x = at.x()
    for title, style in caption.detectors:
        painter.setPen(QPen(QColor(ink), 1.6, LINE_STYLES[style % len(LINE_STYLES)]))
        painter.drawLine(QPointF(x, at.y() - 4), QPointF(x + 30, at.y() - 4))
        painter.setPen(QColor(ink))
        painter.drawText(QPointF(x + 36, at.y()), title)
        x += 36 + painter.fontMetrics().horizontalAdvance(title) + 22
