# SPDX-License-Identifier: Apache-2.0
"""Joins the preview of PDFs with the worker that draws their pages and the one that writes them."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from core.errors import AnalysisError
from core.text import printable
from gui.controllers.export import ExportController
from gui.views.pdf_preview import PdfPreview
from gui.workers.base import WorkerThread
from gui.workers.export import Document
from gui.workers.pages import PagePicture, PageRequest, PageWorker


class PreviewController(QObject):
    """At most one preview is open.

    Attributes:
        dialog: The preview, while it is open.
    """

    def __init__(
        self, export: ExportController, window: QWidget, parent: QObject | None = None
    ) -> None:
        """Start the worker and listen."""
        super().__init__(parent)
        self._export, self._window = export, window
        self._documents: tuple[Document, ...] = ()
        self._next_id = 1
        self.dialog: PdfPreview | None = None
        self._worker = PageWorker()
        self._worker.succeeded.connect(self._on_succeeded)
        self._worker.failed.connect(self._on_failed)
        self.thread_of_worker = WorkerThread(self._worker, self.tr("the preview"), self)
        export.previews_made.connect(self.show)
        export.busy_changed.connect(self._on_busy_changed)
        export.saved.connect(self._on_saved)

    @Slot(object)
    def show(self, documents: tuple[Document, ...]) -> None:
        """Show documents in place of those before."""
        if self.dialog is not None:
            self.dialog.close()
        self._documents = documents
        titles = tuple(
            printable(one.title) if one.item is not None else self.tr("Overview of all files")
            for one in documents
        )
        self.dialog = PdfPreview(titles, self._window)
        self.dialog.page_wanted.connect(self._on_page_wanted)
        self.dialog.save_wanted.connect(self._on_save_wanted)
        self.dialog.finished.connect(self._on_finished)
        self.dialog.open()
        self.dialog.ask()

    @Slot(int, int, float)
    def _on_page_wanted(self, document: int, page: int, scale: float) -> None:
        if document < len(self._documents):
            content = self._documents[document].content
            self._worker.request(PageRequest(self._next_id, content, page, scale))
            self._next_id += 1

    @Slot(int, object)
    def _on_succeeded(self, request_id: int, picture: PagePicture) -> None:
        if self.dialog is not None and request_id == self._next_id - 1:
            self.dialog.show_page(picture.image, picture.page, picture.n_pages, picture.size_pt)

    @Slot(int, object)
    def _on_failed(self, _request_id: int, error: AnalysisError) -> None:
        if self.dialog is not None:
            self.dialog.show_problem(" ".join(filter(None, (error.message, error.advice))))

    @Slot()
    def _on_save_wanted(self) -> None:
        self._export.save(self._documents)

    @Slot(object)
    def _on_busy_changed(self, progress: object) -> None:
        if self.dialog is not None:
            self.dialog.set_busy(is_busy=progress is not None)

    @Slot()
    def _on_saved(self) -> None:
        if self.dialog is not None:
            self.dialog.close()

    @Slot()
    def _on_finished(self) -> None:
        self.dialog = None
        self._documents = ()
