# SPDX-License-Identifier: Apache-2.0
"""The window of the batch, beside the desk: on a second screen, or in front when it is wanted."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.models.batch import BatchModel
from gui.models.intents import Intents
from gui.views.batch_panel import BatchPanel
from gui.views.notice_bar import NoticeBar
from gui.words.messages import Message


class BatchWindow(QWidget):
    """Holds the panel; closing it hides it and stops nothing.

    Attributes:
        panel: The batch.
        notice: Messages about it.
    """

    def __init__(self, batch: BatchModel, intents: Intents) -> None:
        """Build it, hidden."""
        super().__init__()
        self._intents = intents
        self.setObjectName("batchWindow")
        self.setWindowTitle(self.tr("Batch – FaceWitness"))
        self.setAcceptDrops(True)
        self.resize(1240, 720)
        self.setMinimumSize(760, 420)
        self.panel = BatchPanel(batch, intents, self)
        self.notice = NoticeBar(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.notice)
        layout.addWidget(self.panel, 1)
        for keys, wish in (
            (QKeySequence(QKeySequence.StandardKey.Close), self.hide),
            (QKeySequence("Ctrl+P"), intents.batch_pause_toggled.emit),
            (QKeySequence("Ctrl+Shift+O"), intents.batch_folder_requested.emit),
        ):
            QShortcut(keys, self).activated.connect(wish)
        self.setFocusProxy(self.panel.table)

    def bring_up(self) -> None:
        """Show it in front."""
        self.show()
        self.raise_()
        self.activateWindow()

    def show_message(self, message: Message, is_good: bool = False) -> None:
        """Say something above the batch."""
        self.notice.show_message(message, is_good=is_good)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Override QWidget::closeEvent: a run goes on unseen."""
        self.hide()
        event.accept()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Override QWidget::dragEnterEvent: take folders."""
        if dropped_folders(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Override QWidget::dropEvent."""
        event.acceptProposedAction()
        for folder in dropped_folders(event):
            self._intents.batch_folder_dropped.emit(folder)


def dropped_folders(event: QDropEvent) -> tuple[Path, ...]:
    """Give the local folders among what is dropped."""
    urls = event.mimeData().urls()
    paths = (Path(url.toLocalFile()) for url in urls if url.isLocalFile())
    return tuple(path for path in paths if path.is_dir())
