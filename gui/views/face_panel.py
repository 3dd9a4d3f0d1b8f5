# SPDX-License-Identifier: Apache-2.0
"""The face of the frame shown, exactly as a network read it, and what moved the network."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QSlider,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from core.text import printable
from gui import theme
from gui.icons import icon
from gui.models.face_look import LookState
from gui.models.intents import Intents
from gui.models.session import Session
from gui.words.faces import flat_words, heat_caption, heat_worth, unseen_words
from gui.words.formatting import format_score, tool_tip
from gui.words.messages import person_name

MIN_CROP_PX, MAX_CROP_PX = 120, 420


class CropView(QWidget):
    """Paints a crop as a square, pixel by pixel, and a map over it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.setAccessibleName(self.tr("Face as the network read it"))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumSize(MIN_CROP_PX, MIN_CROP_PX)
        self.setMaximumSize(MAX_CROP_PX, MAX_CROP_PX)
        self.crop: QImage | None = None
        self.heat: QImage | None = None
        self._opacity = 0.0
        self.words = ""

    def show_crop(self, crop: QImage | None, heat: QImage | None, opacity: float) -> None:
        """Show a crop and a map, or none."""
        self.crop, self.heat, self._opacity = crop, heat, opacity
        self.update()

    def say(self, words: str) -> None:
        """Say why there is nothing to see, in its place."""
        self.words = words
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Override QWidget::hasHeightForWidth."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Override QWidget::heightForWidth: a square."""
        return min(width, self.maximumHeight())

    def sizeHint(self) -> QSize:
        """Override QWidget::sizeHint."""
        return QSize(200, 200)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Override QWidget::paintEvent."""
        colors = theme.of(QApplication.palette())
        side = float(min(self.width(), self.height()))
        area = QRectF((self.width() - side) / 2, 0, side, side)
        painter = QPainter(self)
        if self.crop is None:
            painter.fillRect(area, QColor(colors.sunken))
            painter.setPen(QPen(QColor(colors.border), 1, Qt.PenStyle.DashLine))
            painter.drawRect(area.adjusted(0.5, 0.5, -0.5, -0.5))
            painter.setPen(QColor(colors.muted))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(area.adjusted(12, 12, -12, -12), flags, self.words)
            painter.end()
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(area, self.crop)
        if self.heat is not None:
            painter.setOpacity(self._opacity)
            painter.drawImage(area, self.heat)
        painter.end()


class FacePanel(QScrollArea):
    """The crop, what it is, and the heat map on request."""

    def __init__(self, session: Session, intents: Intents, parent: QWidget | None = None) -> None:
        """Build it and follow the session."""
        super().__init__(parent)
        self._session = session
        self._intents = intents
        self._face = session.face
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.crop = CropView()
        self.title, self.about, self.caption, self.worth = (_label() for _ in range(4))
        font = self.title.font()
        font.setBold(True)
        self.title.setFont(font)
        for label in (self.about, self.worth):
            label.setObjectName("muted")
        self.detectors = QComboBox()
        self.detectors.setAccessibleName(self.tr("Detector whose input is shown"))
        self.detectors.setToolTip(self.tr("Detector whose input is shown"))
        self.detectors.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.detectors.setMinimumContentsLength(8)
        self.map_button, self.opacity = self._make_map_controls()
        self._lay_out()
        self.detectors.activated.connect(self._on_detector_chosen)
        self._face.changed.connect(self.refresh)
        session.item_changed.connect(self._on_item_changed)
        self._paint_icons()
        self.refresh()

    def _make_map_controls(self) -> tuple[QToolButton, QSlider]:
        button = QToolButton()
        button.setText(self.tr("Heat map"))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setCheckable(True)
        text = self.tr(
            "Heat map (H): the places in this crop that moved the network towards manipulated. "
            "It does not show where a face was altered."
        )
        button.setToolTip(tool_tip(text))
        button.setAccessibleName(self.tr("Heat map"))
        button.toggled.connect(self._intents.map_wanted)
        slider = QSlider(Qt.Orientation.Horizontal)
        slider.setRange(0, 100)
        slider.setSingleStep(5)
        slider.setValue(round(self._face.opacity * 100))
        slider.setAccessibleName(self.tr("Opacity of the heat map"))
        slider.setToolTip(self.tr("Opacity of the heat map"))
        slider.valueChanged.connect(self._on_opacity_moved)
        return button, slider

    def _lay_out(self) -> None:
        body = QWidget()
        body.setObjectName("verdictBody")
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.map_button)
        row.addWidget(self.opacity, 1)
        layout = QVBoxLayout(body)
        layout.setContentsMargins(10, 4, 10, 8)
        layout.setSpacing(5)
        layout.addWidget(self.crop)
        layout.addLayout(row)
        layout.addWidget(self.caption)
        layout.addWidget(self.worth)
        layout.addWidget(self.title)
        layout.addWidget(self.about)
        layout.addWidget(self.detectors)
        layout.addStretch(1)
        self.setWidget(body)
        self.setFocusProxy(self.map_button)

    def changeEvent(self, event: QEvent) -> None:
        """Override QWidget::changeEvent: other colours after a change of theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "map_button"):
            self._paint_icons()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QWidget::resizeEvent."""
        super().resizeEvent(event)
        self._limit_crop()

    def _limit_crop(self) -> None:
        """Leave room below the crop for what is said about it, most of all about a map."""
        share = 0.5 if self._face.wants_map else 0.7
        side = min(max(round(share * self.viewport().height()), MIN_CROP_PX), MAX_CROP_PX)
        self.crop.setMaximumHeight(side)

    def _paint_icons(self) -> None:
        colors = theme.of(QApplication.palette())
        self.map_button.setIcon(icon("heat", colors.text, colors.border))

    def refresh(self) -> None:
        """Show the look as it is now."""
        face, look = self._face, self._face.look
        shown = look.shown
        self._limit_crop()
        self.crop.say(self._words())
        self.crop.show_crop(
            shown.crop if shown else None,
            shown.heat if shown and face.wants_map else None,
            face.opacity,
        )
        self.title.setText(self._title())
        self.about.setText(self._about())
        for label in (self.title, self.about):
            label.setVisible(bool(label.text()))
        self._show_detectors()
        can_explain = shown is None or shown.can_explain
        self.map_button.setEnabled(can_explain)
        self.map_button.setChecked(face.wants_map)
        self.opacity.setEnabled(face.wants_map and can_explain)
        self.opacity.setValue(round(face.opacity * 100))
        self._show_map_words()

    def _show_map_words(self) -> None:
        face, shown = self._face, self._face.look.shown
        has_map = face.wants_map and shown is not None and shown.heat is not None
        if face.is_map_coming:
            caption = self.tr("Working out the heat map…")
        elif has_map and shown is not None and shown.is_flat:
            caption = flat_words()
        else:
            caption = heat_caption()
        self.caption.setText(caption)
        self.worth.setText(heat_worth())
        self.caption.setVisible(face.wants_map)
        self.worth.setVisible(face.wants_map)

    def _title(self) -> str:
        face = self._face.look.face
        return person_name(face.track_id) if face is not None else ""

    def _about(self) -> str:
        look, item = self._face.look, self._session.current
        if look.shown is None or look.face is None or item is None:
            return ""
        run = item.detector(look.detector_id)
        title = printable(run.title) if run else (look.detector_id or "")
        size = look.shown.crop.size()
        score = format_score(look.face.scores.get(look.detector_id or ""))
        return self.tr("Frame {0}, {1} x {2} pixels, as {3} read it: score {4}").format(
            look.face.frame_index, size.width(), size.height(), title, score
        )

    def _words(self) -> str:
        look = self._face.look
        match look.state:
            case LookState.NOT_ANALYSED:
                return self.tr(
                    "This frame was not analysed, so no network read it. "
                    "Ctrl+Left and Ctrl+Right go to analysed faces."
                )
            case LookState.NO_FACE:
                return self.tr("No face here.")
            case LookState.REJECTED:
                return unseen_words(look.face.rejected if look.face else None)
            case LookState.FAILED:
                error = look.error
                return printable(f"{error.message} {error.advice}".strip()) if error else ""
            case _:
                return ""

    def _show_detectors(self) -> None:
        """Offer a choice where several detectors read this face."""
        look, item = self._face.look, self._session.current
        self.detectors.setVisible(len(look.detectors) > 1)
        known = [self.detectors.itemData(place) for place in range(self.detectors.count())]
        if known != list(look.detectors) and item is not None:
            self.detectors.clear()
            for detector_id in look.detectors:
                run = item.detector(detector_id)
                self.detectors.addItem(printable(run.title) if run else detector_id, detector_id)
        self.detectors.setCurrentIndex(self.detectors.findData(look.detector_id))

    def _on_item_changed(self, job_id: int) -> None:
        if self._session.current is not None and self._session.current.job_id == job_id:
            self.refresh()

    def _on_detector_chosen(self, place: int) -> None:
        self._intents.detector_looked_at.emit(self.detectors.itemData(place))

    def _on_opacity_moved(self, value: int) -> None:
        self._intents.map_opacity_wanted.emit(value / 100)


def _label() -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
