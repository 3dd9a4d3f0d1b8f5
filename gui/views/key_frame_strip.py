# SPDX-License-Identifier: Apache-2.0
"""The strip of key frames: the most suspicious, the least, some evenly spaced; a click jumps."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import (
    QLabel,
    QListView,
    QStackedLayout,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from core.dossier import KeyFrameReason
from gui import theme
from gui.models.intents import Intents
from gui.models.key_frames import KeyFrameRole, key_reason_words
from gui.models.session import Session
from gui.pictures import Thumbnail
from gui.words.formatting import format_score, format_time

Index = QModelIndex | QPersistentModelIndex
PICTURE = QSize(92, 62)
_GAP = 6


class KeyFrameDelegate(QStyledItemDelegate):
    """Paints a picture with the person's number, then time, score and reason below."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        """Keep the session, for the selected person and the frame shown."""
        super().__init__(parent)
        self._session = session

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """Override QStyledItemDelegate::sizeHint."""
        return QSize(PICTURE.width() + _GAP, PICTURE.height() + option.fontMetrics.height() + 6)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Override QStyledItemDelegate::paint."""
        one = index.data(KeyFrameRole.THUMBNAIL)
        if not isinstance(one, Thumbnail):
            return
        colors = theme.of(option.palette)
        painter.save()
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        if self._session.track_id not in {None, one.track_id}:
            painter.setOpacity(0.4)
        left, top = option.rect.left() + _GAP / 2, option.rect.top() + 2.0
        area = QRectF(left, top, PICTURE.width(), PICTURE.height())
        self._paint_picture(painter, area, one.image, colors)
        _paint_reason(painter, area, one, colors)
        self._paint_person(painter, area, one, colors)
        self._paint_frame(painter, area, option, one, colors)
        self._write(painter, QRectF(left, area.bottom() + 2, area.width(), 60), one, colors)
        painter.restore()

    @staticmethod
    def _paint_picture(
        painter: QPainter, area: QRectF, image: QImage | None, colors: theme.Theme
    ) -> None:
        if image is not None and not image.isNull():
            painter.drawImage(area, image)
        else:
            painter.fillRect(area, QColor(colors.sunken))

    @staticmethod
    def _paint_person(painter: QPainter, area: QRectF, one: Thumbnail, colors: theme.Theme) -> None:
        """Put the person's number on a plate in their colour."""
        font = painter.font()
        font.setBold(True)
        painter.setFont(font)
        number = str(one.track_id)
        width = painter.fontMetrics().horizontalAdvance(number) + 10
        plate = QRectF(area.left(), area.top(), width, painter.fontMetrics().height() + 2)
        color = QColor(colors.person(one.track_id))
        painter.fillRect(plate, color)
        is_light = 0.299 * color.redF() + 0.587 * color.greenF() + 0.114 * color.blueF() > 0.5
        painter.setPen(Qt.GlobalColor.black if is_light else Qt.GlobalColor.white)
        painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, number)
        font.setBold(False)
        painter.setFont(font)

    def _paint_frame(
        self,
        painter: QPainter,
        area: QRectF,
        option: QStyleOptionViewItem,
        one: Thumbnail,
        colors: theme.Theme,
    ) -> None:
        frame = self._session.frame
        is_shown = frame is not None and frame.frame_index == one.frame_index
        has_focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
        is_hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if is_shown or has_focus:
            style = Qt.PenStyle.SolidLine if is_shown else Qt.PenStyle.DashLine
            painter.setPen(QPen(QColor(colors.accent), 3, style))
        else:
            painter.setPen(QPen(QColor(colors.muted if is_hovered else colors.border), 1))
        painter.drawRect(area.adjusted(0.5, 0.5, -0.5, -0.5))

    @staticmethod
    def _write(painter: QPainter, area: QRectF, one: Thumbnail, colors: theme.Theme) -> None:
        height = painter.fontMetrics().height()
        line = QRectF(area.left(), area.top(), area.width(), height)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.setPen(QColor(colors.muted))
        if one.reason is not KeyFrameReason.STILL_IMAGE:
            painter.drawText(line, left, format_time(one.time_s)[:-2])
        painter.setPen(QColor(colors.text))
        painter.drawText(line, right, format_score(one.score))


def _paint_reason(painter: QPainter, area: QRectF, one: Thumbnail, colors: theme.Theme) -> None:
    """Write the reason at the foot of the picture, with a shape of its own before it."""
    height = painter.fontMetrics().height()
    plate = QRectF(area.left(), area.bottom() - height, area.width(), height)
    painter.fillRect(plate, QColor(0, 0, 0, 170))
    dark = theme.DARK if not colors.is_dark else colors
    _draw_sign(painter, QPointF(plate.left() + 9, plate.center().y()), one, dark)
    words = plate.adjusted(18, 0, -2, 0)
    painter.setPen(Qt.GlobalColor.white)
    text = painter.fontMetrics().elidedText(
        key_reason_words(one.reason), Qt.TextElideMode.ElideRight, int(words.width())
    )
    painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)


def _draw_sign(painter: QPainter, at: QPointF, one: Thumbnail, colors: theme.Theme) -> None:
    """Draw a shape for the reason: up, down, or a square."""
    up = {KeyFrameReason.HIGHEST_SCORE: -1, KeyFrameReason.LOWEST_SCORE: 1}.get(one.reason)
    color = {-1: colors.support, 1: colors.no_support}.get(up or 0, colors.muted)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(color))
    if up is None:
        painter.drawRect(QRectF(at.x() - 2.5, at.y() - 2.5, 5, 5))
        return
    corners = ((-4, -3 * up), (4, -3 * up), (0, 4 * up))
    painter.drawPolygon(QPolygonF([QPointF(at.x() + x, at.y() + y) for x, y in corners]))


class KeyFrameStrip(QWidget):
    """A row of key frames, or why there are none."""

    def __init__(self, session: Session, intents: Intents, parent: QWidget | None = None) -> None:
        """Build it and follow the model."""
        super().__init__(parent)
        self._session = session
        self._intents = intents
        self._model = session.key_frames
        self.list = self._make_list()
        self._words = QLabel(self)
        self._words.setObjectName("muted")
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._words.setWordWrap(True)
        self._layers = QStackedLayout(self)
        self._layers.addWidget(self.list)
        self._layers.addWidget(self._words)
        self._set_height()
        self._model.modelReset.connect(self._on_reset)
        session.track_changed.connect(self._repaint)
        session.frame_changed.connect(self._repaint)
        self._on_reset()

    def _make_list(self) -> QListView:
        made = QListView(self)
        made.setAccessibleName(self.tr("Key frames"))
        made.setModel(self._model)
        made.setItemDelegate(KeyFrameDelegate(self._session, made))
        made.setFlow(QListView.Flow.LeftToRight)
        made.setWrapping(False)
        made.setUniformItemSizes(True)
        made.setMouseTracking(True)
        made.setHorizontalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        made.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        made.clicked.connect(self._on_chosen)
        made.activated.connect(self._on_chosen)
        return made

    def changeEvent(self, event: QEvent) -> None:
        """Override QWidget::changeEvent: another font needs another height."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_layers"):
            self._set_height()

    def _set_height(self) -> None:
        self.setFixedHeight(PICTURE.height() + self.fontMetrics().height() + 20)

    def _on_reset(self) -> None:
        self._words.setText(self._model.words)
        self._layers.setCurrentWidget(self.list if self._model.rows else self._words)

    def _repaint(self) -> None:
        self.list.viewport().update()

    def _on_chosen(self, index: QModelIndex) -> None:
        one = index.data(KeyFrameRole.THUMBNAIL)
        if isinstance(one, Thumbnail):
            self._intents.frame_wanted.emit(one.frame_index)
