# SPDX-License-Identifier: Apache-2.0
"""Writes reports, away from the window's thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal, Slot

from core.records import AnalysisResult
from gui.workers.base import Worker


@dataclass(frozen=True, slots=True)
class ExportJob:
    """A result to write.

    Attributes:
        export_id: Number of the job.
        folder: Where the reports go; never the evidence's own folder.
        evidence: The analysed file, whose folder is refused.
        formats: Ids of report formats.
    """

    export_id: int
    result: AnalysisResult
    folder: Path
    evidence: Path
    formats: tuple[str, ...]


class ExportWorker(Worker):
    """Writes one export after the other; each is complete or not there.

    Signals:
        submitted: An ExportJob.
        succeeded: The export's id and the paths (tuple of Path) written.
    """

    submitted = Signal(object)

    def __init__(self, write: Callable[[ExportJob], Sequence[Path]]) -> None:
        """Keep what writes."""
        super().__init__()
        self._write = write
        self.submitted.connect(self._on_submitted)

    @Slot(object)
    def _on_submitted(self, job: ExportJob) -> None:
        self.guard(job.export_id, lambda: tuple(self._write(job)))
