# SPDX-License-Identifier: Apache-2.0
"""The picture with the faces marked: zooms by wheel or keys, pans by dragging or keys."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QImage,
    QMouseEvent,
    QPainter,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QGraphicsItem,
    QGraphicsScene,
    QGraphicsView,
    QStyleOptionGraphicsItem,
    QWidget,
)

from core.records import BBox

ZOOM_STEP = 1.25
MAX_ZOOM = 32.0
_RENDER_HINTS = QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform


@dataclass(frozen=True, slots=True)
class FaceMark:
    """A face to draw.

    Attributes:
        track_id: The person.
        bbox: In pixels of the frame.
        label: Stands above the box.
        color: As `#rrggbb`.
        style: Solid where the face was scored, other lines where not.
        is_faded: Another person is selected.
    """

    track_id: int
    bbox: BBox
    label: str
    color: str
    style: Qt.PenStyle = Qt.PenStyle.SolidLine
    is_faded: bool = False


class _Picture(QGraphicsItem):
    """Draws an image over the frame's own size, without a copy to a pixmap."""

    def __init__(self) -> None:
        super().__init__()
        self._image = QImage()
        self._area = QRectF()

    def replace(self, image: QImage, area: QRectF) -> None:
        if area != self._area:
            self.prepareGeometryChange()
        self._image, self._area = image, area
        self.update()

    def boundingRect(self) -> QRectF:
        """Override QGraphicsItem::boundingRect."""
        return self._area

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,  # noqa: ARG002
        widget: QWidget | None = None,  # noqa: ARG002
    ) -> None:
        """Override QGraphicsItem::paint."""
        if not self._image.isNull():
            painter.drawImage(self.boundingRect(), self._image)


class FrameView(QGraphicsView):
    """Shows one frame, its marks, and what is laid over a part of it.

    Signals:
        person_clicked: A track id, or None beside all boxes.
    """

    person_clicked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.setObjectName("viewer")
        self.setAccessibleName(self.tr("Picture"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRenderHints(_RENDER_HINTS)
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)
        self.setAcceptDrops(False)  # the window takes files, wherever they are dropped
        self._picture = _Picture()
        self._overlay = _Picture()
        scene = QGraphicsScene(self)
        scene.addItem(self._picture)
        scene.addItem(self._overlay)
        self._overlay.setVisible(False)
        self.setScene(scene)
        self._marks: tuple[FaceMark, ...] = ()
        self._size = QSizeF()
        self._fits = True
        self._caption = ""
        self._pressed_at = QPoint()

    @property
    def marks(self) -> tuple[FaceMark, ...]:
        """The faces drawn."""
        return self._marks

    def show_picture(self, image: QImage, width: int, height: int) -> None:
        """Show a frame of so many pixels; the zoom stays when the size does."""
        size = QSizeF(width, height)
        self._picture.replace(image, QRectF(QPointF(0, 0), size))
        if size != self._size:
            self._size = size
            self.setSceneRect(QRectF(QPointF(0, 0), size))
            self.fit()

    def show_marks(self, marks: tuple[FaceMark, ...]) -> None:
        """Draw these faces."""
        self._marks = marks
        self.viewport().update()

    @property
    def has_overlay(self) -> bool:
        """Whether something is laid over the picture."""
        return self._overlay.isVisible()

    @property
    def caption(self) -> str:
        """What stands at the foot of the picture while something is laid over it."""
        return self._caption if self.has_overlay else ""

    def show_overlay(
        self, image: QImage | None, place: BBox, opacity: float, caption: str = ""
    ) -> None:
        """Lay an image over a part of the picture, or nothing.

        Args:
            image: With transparency of its own; None takes away what is there.
            place: Pixels of the frame.
            opacity: Of the whole, [0, 1].
            caption: Stands at the foot of the picture, so that it is in every screenshot too.
        """
        self._caption = caption
        self._overlay.setVisible(image is not None)
        if image is not None:
            x0, y0, x1, y1 = place
            self._overlay.replace(image, QRectF(x0, y0, x1 - x0, y1 - y0))
            self._overlay.setOpacity(opacity)
        self.viewport().update()

    def set_smooth(self, *, is_smooth: bool) -> None:
        """Paint finely, or quickly while frames follow each other."""
        self.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, is_smooth)

    def pan(self, right: float, down: float) -> None:
        """Move what is seen, in shares of the view."""
        across, along = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setValue(across.value() + round(right * self.viewport().width()))
        along.setValue(along.value() + round(down * self.viewport().height()))

    def zoom_to(self, bbox: BBox) -> None:
        """Show a face large, with some room around it."""
        x0, y0, x1, y1 = bbox
        margin = 0.6 * max(x1 - x0, y1 - y0)
        area = QRectF(x0 - margin, y0 - margin, x1 - x0 + 2 * margin, y1 - y0 + 2 * margin)
        self._fits = False
        self.fitInView(area.intersected(self.sceneRect()), Qt.AspectRatioMode.KeepAspectRatio)

    def fit(self) -> None:
        """Show the whole picture, now and when the window changes its size."""
        self._fits = True
        if not self._size.isEmpty():
            self.fitInView(self.sceneRect(), Qt.AspectRatioMode.KeepAspectRatio)

    def zoom(self, factor: float) -> None:
        """Zoom in or out, within bounds."""
        scale = self.transform().m11() * factor
        if 0.02 <= scale <= MAX_ZOOM:
            self._fits = False
            self.scale(factor, factor)

    def show_actual_size(self) -> None:
        """Show each pixel of the picture as one pixel of the screen."""
        self.zoom(1.0 / self.transform().m11())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Override QGraphicsView::wheelEvent: zoom about the pointer."""
        steps = event.angleDelta().y() / 120
        if steps:
            self.zoom(ZOOM_STEP**steps)
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Override QGraphicsView::mousePressEvent."""
        self._pressed_at = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Override QGraphicsView::mouseReleaseEvent: a click, not a drag, means a person."""
        super().mouseReleaseEvent(event)
        place = event.position().toPoint()
        is_click = (place - self._pressed_at).manhattanLength() < 4
        if event.button() == Qt.MouseButton.LeftButton and is_click:
            self.person_clicked.emit(self.person_at(self.mapToScene(place)))

    def person_at(self, place: QPointF) -> int | None:
        """Find the person whose box is at a place of the picture, the smallest where several."""
        hit = [
            mark
            for mark in self._marks
            if mark.bbox[0] <= place.x() < mark.bbox[2] and mark.bbox[1] <= place.y() < mark.bbox[3]
        ]
        best = min(hit, key=lambda mark: mark.bbox[2] - mark.bbox[0], default=None)
        return best.track_id if best is not None else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QGraphicsView::resizeEvent."""
        super().resizeEvent(event)
        if self._fits:
            self.fit()

    def drawForeground(self, painter: QPainter, rect: QRectF | object) -> None:  # noqa: ARG002
        """Override QGraphicsView::drawForeground: boxes in lines of constant width."""
        painter.save()
        # Not resetTransform: what a grab or a dense screen adds to the view's own must stay.
        to_scene, _ = self.viewportTransform().inverted()
        painter.setWorldTransform(to_scene * painter.worldTransform())
        taken: list[QRectF] = []
        for mark in sorted(self._marks, key=lambda mark: not mark.is_faded):
            self._draw(painter, mark, taken)
        if self.caption:
            self._draw_caption(painter)
        painter.restore()

    def _draw_caption(self, painter: QPainter) -> None:
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        area = QRectF(self.viewport().rect()).adjusted(12, 8, -12, -8)
        metrics = QFontMetricsF(painter.font())
        words = metrics.boundingRect(area, flags, self.caption)
        plate = QRectF(0, 0, words.width() + 20, words.height() + 8)
        plate.moveCenter(QPointF(area.center().x(), area.bottom() - plate.height() / 2))
        painter.setOpacity(1.0)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(0, 0, 0, 190))
        painter.drawRoundedRect(plate, 4, 4)
        painter.setPen(Qt.GlobalColor.white)
        painter.drawText(plate, flags, self.caption)

    def _draw(self, painter: QPainter, mark: FaceMark, taken: list[QRectF]) -> None:
        x0, y0, x1, y1 = mark.bbox
        box = QRectF(
            QPointF(self.mapFromScene(QPointF(x0, y0))), QPointF(self.mapFromScene(QPointF(x1, y1)))
        )
        painter.setOpacity(0.45 if mark.is_faded else 1.0)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(0, 0, 0, 150), 4.5))
        painter.drawRoundedRect(box, 3, 3)
        painter.setPen(QPen(QColor(mark.color), 2.2, mark.style))
        painter.drawRoundedRect(box, 3, 3)
        if mark.label:
            self._draw_label(painter, box, mark, taken)

    def _draw_label(
        self, painter: QPainter, box: QRectF, mark: FaceMark, taken: list[QRectF]
    ) -> None:
        font = painter.font()
        font.setBold(True)
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        size = QSizeF(metrics.horizontalAdvance(mark.label) + 14, metrics.height() + 6)
        plate = _free_place(size, box, QRectF(self.viewport().rect()), taken)
        taken.append(plate)
        color = QColor(mark.color)
        painter.setPen(QPen(QColor(0, 0, 0, 150), 1))
        painter.setBrush(color)
        painter.drawRoundedRect(plate, 4, 4)
        painter.setPen(Qt.GlobalColor.black if _is_light(color) else Qt.GlobalColor.white)
        painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, mark.label)


def _free_place(size: QSizeF, box: QRectF, area: QRectF, taken: list[QRectF]) -> QRectF:
    """Find a place for a label: above the box, else below, else further away, within the view."""
    left = min(max(box.left() - 1, area.left() + 2), max(area.right() - size.width() - 2, 2.0))
    step = size.height() + 3
    tops = [box.top() - step, box.bottom() + 3, box.top() - 2 * step, box.bottom() + 3 + step]
    places = [QRectF(QPointF(left, top), size) for top in tops]
    within = [one for one in places if area.top() + 2 <= one.top() and one.bottom() < area.bottom()]
    free = [one for one in within if not any(one.intersects(other) for other in taken)]
    fallback = QRectF(QPointF(left, min(box.bottom() + 3, area.bottom() - 24)), size)
    return next(iter(free or within), fallback)


def _is_light(color: QColor) -> bool:
    """Tell whether black reads better on a color than white."""
    return 0.299 * color.redF() + 0.587 * color.greenF() + 0.114 * color.blueF() > 0.5
