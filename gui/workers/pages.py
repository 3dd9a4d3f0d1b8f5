# SPDX-License-Identifier: Apache-2.0
"""Draws pages of a PDF for the preview; the newest request wins."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QImage

from core.errors import ReportError
from gui.workers.base import Worker

# A page at this many device pixels a point is larger than any screen.
MAX_SCALE = 6.0


@dataclass(frozen=True, slots=True, eq=False)
class PageRequest:
    """A page to draw.

    Attributes:
        content: The PDF, whole.
        page: From 0 on.
        scale: Device pixels for a point of the page (1/72 inch).
    """

    request_id: int
    content: bytes
    page: int
    scale: float


@dataclass(frozen=True, slots=True, eq=False)
class PagePicture:
    """A drawn page.

    Attributes:
        n_pages: Of the document.
        size_pt: Width and height of the page in points.
    """

    page: int
    n_pages: int
    size_pt: tuple[float, float]
    image: QImage


class PageWorker(Worker):
    """Keeps one document open and draws what is asked for.

    Signals:
        succeeded: The request's id and a PagePicture.
        cancelled: The request's id; a newer one took its place.
    """

    _woken = Signal()

    def __init__(self) -> None:
        """Hold no document yet."""
        super().__init__()
        self._lock = threading.Lock()
        self._newest: PageRequest | None = None
        self._document: Any = None
        self._content: bytes | None = None
        self._woken.connect(self._on_woken)

    def request(self, request: PageRequest) -> None:
        """Ask for a page; called from any thread, returns at once."""
        with self._lock:
            dropped, self._newest = self._newest, request
        if dropped is not None:
            self.cancelled.emit(dropped.request_id)
        self._woken.emit()

    def release(self) -> None:
        """Override Worker.release."""
        document, self._document, self._content = self._document, None, None
        if document is not None:
            document.close()

    @Slot()
    def _on_woken(self) -> None:
        with self._lock:
            request, self._newest = self._newest, None
        if request is not None:
            self.guard(request.request_id, lambda: self._draw(request))

    def _draw(self, request: PageRequest) -> PagePicture:
        document = self._opened(request.content)
        page = document[min(max(request.page, 0), len(document) - 1)]
        try:
            bitmap = page.render(scale=min(request.scale, MAX_SCALE), rev_byteorder=True)
            pixels = bitmap.to_numpy()
            form = {3: QImage.Format.Format_RGB888, 4: QImage.Format.Format_RGBX8888}[
                pixels.shape[2]
            ]
            height, width = pixels.shape[:2]
            # The bitmap's memory goes with it: the picture needs pixels of its own.
            image = QImage(pixels.tobytes(), width, height, pixels.strides[0], form).copy()
            width_pt, height_pt = page.get_size()
        finally:
            page.close()
        return PagePicture(request.page, len(document), (width_pt, height_pt), image)

    def _opened(self, content: bytes) -> Any:
        """Open the document, unless it is the one that is open.

        Raises:
            ReportError: There is nothing here that can draw a PDF, or it is none.
        """
        if self._content is content:
            return self._document
        self.release()
        try:
            import pypdfium2  # type: ignore[import-untyped]  # noqa: PLC0415 - slow to load
        except ImportError as error:
            raise ReportError(
                "A PDF cannot be shown here: the package pypdfium2 is not installed.",
                advice="Write the report and open it in another program, or install pypdfium2.",
            ) from error
        try:
            self._document = pypdfium2.PdfDocument(content)
        except pypdfium2.PdfiumError as error:
            raise ReportError(f"The PDF cannot be shown: {error}.", advice="") from error
        self._content = content
        return self._document
