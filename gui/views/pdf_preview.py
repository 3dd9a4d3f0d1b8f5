# SPDX-License-Identifier: Apache-2.0
"""A report's PDF as it will be written: pages, zoom, and a button that writes these very bytes."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QImage, QKeySequence, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from gui import theme
from gui.icons import icon

ZOOM_STEP = 1.25
MIN_ZOOM, MAX_ZOOM = 0.25, 4.0
# Points to logical pixels at a zoom of one.
_PX_PER_PT = 96 / 72


class PdfPreview(QDialog):
    """Shows one page at a time.

    Signals:
        page_wanted: Number of the document, number of the page, device pixels for a point.
        save_wanted: Write the documents.

    Attributes:
        page: Number of the page that is shown, from 0 on.
    """

    page_wanted = Signal(int, int, float)
    save_wanted = Signal()

    def __init__(self, titles: tuple[str, ...], parent: QWidget | None = None) -> None:
        """Build it.

        Args:
            titles: Of the documents, in their order.
            parent: Owner.
        """
        super().__init__(parent)
        self.setWindowTitle(self.tr("Preview of the report"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setSizeGripEnabled(True)
        self.page = 0
        self._n_pages = 1
        self._zoom: float | None = None  # None fits the width
        self._size_pt = (595.0, 842.0)
        self.documents = QComboBox(self)
        self.documents.setAccessibleName(self.tr("Document"))
        self.documents.view().setAccessibleName(self.tr("Document"))
        self.documents.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.documents.setMinimumContentsLength(24)
        self.documents.addItems(list(titles))
        self.documents.setVisible(len(titles) > 1)
        self.documents.currentIndexChanged.connect(self._on_document_chosen)
        self.number = QSpinBox(self)
        self.number.setAccessibleName(self.tr("Page"))
        self.number.setKeyboardTracking(False)
        self.number.valueChanged.connect(self._on_number_changed)
        self._of = QLabel(self)
        self._picture = QLabel(self)
        self._picture.setObjectName("paper")
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._picture.setText(self.tr("Drawing the page…"))
        self._scroll = QScrollArea(self)
        self._scroll.setObjectName("pages")
        self._scroll.setAccessibleName(self.tr("Page of the report"))
        self._scroll.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._scroll.setWidget(self._picture)
        self.save = QPushButton(self.tr("Save…"), self)
        self.save.setObjectName("primary")
        self.save.clicked.connect(self.save_wanted)
        close = QPushButton(self.tr("Close"), self)
        close.clicked.connect(self.close)
        self._buttons: dict[QToolButton, str] = {}
        self._lay_out(close)
        self.resize(860, 900)
        self._paint_icons()
        self._show_numbers()

    def _lay_out(self, close: QPushButton) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(4)
        bar.addWidget(self.documents, 1)
        bar.addStretch(1)
        for name, text, wish, keys in (
            ("previous", self.tr("Previous page"), lambda: self.go(-1), "PgUp"),
            ("next", self.tr("Next page"), lambda: self.go(1), "PgDown"),
        ):
            bar.addWidget(self._button(name, text, wish, keys))
        bar.addWidget(self.number)
        bar.addWidget(self._of)
        bar.addSpacing(12)
        for name, text, wish, keys in (
            ("zoom-out", self.tr("Zoom out"), lambda: self.zoom(1 / ZOOM_STEP), "Ctrl+-"),
            ("zoom-in", self.tr("Zoom in"), lambda: self.zoom(ZOOM_STEP), "Ctrl++"),
            ("fit", self.tr("Fit the width"), self.fit, "Ctrl+0"),
        ):
            bar.addWidget(self._button(name, text, wish, keys))
        foot = QHBoxLayout()
        promise = QLabel(self.tr("Saving writes exactly what is shown here."), self)
        promise.setObjectName("muted")
        foot.addWidget(promise, 1)
        foot.addWidget(close)
        foot.addWidget(self.save)
        layout = QVBoxLayout(self)
        layout.addLayout(bar)
        layout.addWidget(self._scroll, 1)
        layout.addLayout(foot)

    def _button(self, name: str, text: str, wish: object, keys: str) -> QToolButton:
        action = QAction(text, self)
        action.setShortcut(QKeySequence(keys))
        action.setToolTip(
            f"{text} ({action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)})"
        )
        action.triggered.connect(wish)
        self.addAction(action)
        button = QToolButton(self)
        button.setDefaultAction(action)
        button.setAccessibleName(text)
        button.setIconSize(QSize(18, 18))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self._buttons[button] = name
        return button

    # What is shown ------------------------------------------------------------------------

    def show_page(
        self, image: QImage, page: int, n_pages: int, size_pt: tuple[float, float]
    ) -> None:
        """Show a page that was asked for."""
        self._n_pages, self._size_pt = n_pages, size_pt
        picture = QPixmap.fromImage(image)
        picture.setDevicePixelRatio(self.devicePixelRatioF())
        self._picture.setPixmap(picture)
        self._picture.resize(picture.deviceIndependentSize().toSize())
        told = self.tr("Page {0} of {1}").format(page + 1, n_pages)
        self._picture.setAccessibleName(told)
        self._show_numbers()

    def show_problem(self, text: str) -> None:
        """Say in the page's place why it is not shown."""
        self._picture.setText(text)
        self._picture.adjustSize()

    def ask(self) -> None:
        """Ask for the page that is due."""
        zoom = self._zoom if self._zoom is not None else self._fitting()
        scale = zoom * _PX_PER_PT * self.devicePixelRatioF()
        self.page_wanted.emit(max(self.documents.currentIndex(), 0), self.page, scale)

    def go(self, step: int) -> None:
        """Turn pages."""
        page = min(max(self.page + step, 0), self._n_pages - 1)
        if page != self.page:
            self.page = page
            self._scroll.verticalScrollBar().setValue(0)
            self._show_numbers()
            self.ask()

    def zoom(self, factor: float) -> None:
        """Show the page larger or smaller."""
        current = self._zoom if self._zoom is not None else self._fitting()
        self._zoom = min(max(current * factor, MIN_ZOOM), MAX_ZOOM)
        self.ask()

    def fit(self) -> None:
        """Show the page as wide as there is room."""
        self._zoom = None
        self.ask()

    def set_busy(self, *, is_busy: bool) -> None:
        """Keep the button from being pressed twice."""
        self.save.setEnabled(not is_busy)

    def _fitting(self) -> float:
        room = self._scroll.viewport().width() - 12
        return max(room / (self._size_pt[0] * _PX_PER_PT), MIN_ZOOM)

    def _show_numbers(self) -> None:
        self.number.blockSignals(True)
        self.number.setRange(1, self._n_pages)
        self.number.setValue(self.page + 1)
        self.number.blockSignals(False)
        self._of.setText(self.tr("of {0}").format(self._n_pages))

    def _on_number_changed(self, number: int) -> None:
        self.go(number - 1 - self.page)

    def _on_document_chosen(self) -> None:
        self.page = 0
        self.ask()

    def changeEvent(self, event: QEvent) -> None:
        """Override QWidget::changeEvent: other colours after a change of theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_buttons"):
            self._paint_icons()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QWidget::resizeEvent: keep the page as wide as there is room."""
        super().resizeEvent(event)
        if self._zoom is None and self.isVisible():
            self.ask()

    def _paint_icons(self) -> None:
        colors = theme.of(self.palette())
        for button, name in self._buttons.items():
            button.defaultAction().setIcon(icon(name, colors.text, colors.border))
