# SPDX-License-Identifier: Apache-2.0
"""Makes the demo clip, away from the window's thread."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import CancelledError
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal, Slot

from core.cancel import CancelToken
from core.demo import DemoClip
from gui.workers.base import Worker
from gui.workers.courtesy import step_back

MakeClip = Callable[[Path, CancelToken], DemoClip]


@dataclass(frozen=True, slots=True)
class DemoJob:
    """A clip to make.

    Attributes:
        folder: Where it goes; made if it is not there.
    """

    job_id: int
    folder: Path
    cancel: CancelToken


class DemoWorker(Worker):
    """Makes one clip after the other; each is complete or not there.

    Signals:
        submitted: A DemoJob.
        succeeded: The job's id and a DemoClip.
    """

    submitted = Signal(object)

    def __init__(self, make_clip: MakeClip) -> None:
        """Keep what makes a clip in a folder."""
        super().__init__()
        self._make = make_clip
        self._cancel: CancelToken | None = None
        self.submitted.connect(self._on_submitted)

    def prepare(self) -> None:
        """Override Worker.prepare."""
        step_back()

    def interrupt(self) -> None:
        """Override Worker.interrupt."""
        cancel = self._cancel
        if cancel is not None:
            cancel.cancel()

    @Slot(object)
    def _on_submitted(self, job: DemoJob) -> None:
        self._cancel = job.cancel
        self.guard(job.job_id, lambda: self._run(job))
        self._cancel = None

    def _run(self, job: DemoJob) -> DemoClip | None:
        try:
            return self._make(job.folder, job.cancel)
        except CancelledError:
            return None
