# SPDX-License-Identifier: Apache-2.0
"""Writes pictures of the plot, away from the window's thread."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Signal, Slot
from PySide6.QtGui import QImage, QImageWriter

from core.errors import ReportError
from core.report.atomic import new_files
from core.report.folders import refuse_evidence_folder, writing_translated
from gui.workers.base import Worker


@dataclass(frozen=True, slots=True, eq=False)
class PlotJob:
    """A picture to write.

    Attributes:
        path: Of the new file; never in the evidence's own folder.
        evidence: The file that the plot is about, whose folder is refused.
        content: An image, written as PNG, or the bytes of the file.
    """

    job_id: int
    path: Path
    evidence: Path
    content: QImage | bytes


class PlotWorker(Worker):
    """Writes one picture after the other; each is complete or not there.

    Signals:
        submitted: A PlotJob.
        succeeded: The job's id and the path written.
    """

    submitted = Signal(object)

    def __init__(self) -> None:
        """Wait for jobs."""
        super().__init__()
        self.submitted.connect(self._on_submitted)

    @Slot(object)
    def _on_submitted(self, job: PlotJob) -> None:
        self.guard(job.job_id, lambda: write_plot(job))


def write_plot(job: PlotJob) -> Path:
    """Write one picture.

    Returns:
        Its path.

    Raises:
        ReportError: It cannot be written, or would lie beside the evidence.
    """
    refuse_evidence_folder(job.path.parent, job.evidence)
    content = job.content if isinstance(job.content, bytes) else png_of(job.content)
    with writing_translated(job.path.parent), new_files([job.path]) as (stream,):
        stream.write(content)
    return job.path


def png_of(image: QImage) -> bytes:
    """Encode an image as PNG."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    is_done = QImageWriter(buffer, QByteArray(b"PNG")).write(image)
    buffer.close()
    if not is_done:
        raise ReportError("The picture cannot be encoded as PNG.", advice="Save it as SVG.")
    return bytes(content.data())
