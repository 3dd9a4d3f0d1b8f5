# SPDX-License-Identifier: Apache-2.0
"""Lists the media files of a folder, away from the window's thread."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal, Slot

from core.batch.discovery import Scope, discover, require_folder
from core.batch.records import FoundFile
from core.cancel import CancelToken
from gui.workers.base import Worker

# More than one person goes through one by one; a batch is made for them.
MOST_FILES = 200


@dataclass(frozen=True, slots=True)
class FolderJob:
    """A folder to list."""

    job_id: int
    folder: Path
    cancel: CancelToken


@dataclass(frozen=True, slots=True)
class FolderListing:
    """What was found.

    Attributes:
        paths: Media files, those of folders inside too, in the order of their paths.
        has_more: Whether there are more than MOST_FILES; these are left out.
    """

    folder: Path
    paths: tuple[Path, ...]
    has_more: bool


class FolderWorker(Worker):
    """Lists one folder after the other.

    Signals:
        submitted: A FolderJob.
        succeeded: The job's id and a FolderListing.
    """

    submitted = Signal(object)

    def __init__(self) -> None:
        """Wait for jobs."""
        super().__init__()
        self._cancel: CancelToken | None = None
        self.submitted.connect(self._on_submitted)

    def interrupt(self) -> None:
        """Override Worker.interrupt."""
        cancel = self._cancel
        if cancel is not None:
            cancel.cancel()

    @Slot(object)
    def _on_submitted(self, job: FolderJob) -> None:
        self._cancel = job.cancel
        self.guard(job.job_id, lambda: list_folder(job))
        self._cancel = None


def list_folder(job: FolderJob) -> FolderListing | None:
    """List a folder and the folders inside; None when it was cancelled.

    Raises:
        SettingsError: It is no folder, or cannot be read.
    """
    folder = require_folder(job.folder)
    paths: list[Path] = []
    has_more = False
    for found in discover(folder, Scope(recursive=True)):
        if job.cancel.is_cancelled:
            return None
        if isinstance(found, FoundFile):
            if len(paths) == MOST_FILES:
                has_more = True
                break
            paths.append(folder / found.path)
    return FolderListing(job.folder, tuple(sorted(paths)), has_more)
