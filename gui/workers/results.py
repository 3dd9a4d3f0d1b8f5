# SPDX-License-Identifier: Apache-2.0
"""Reads results of earlier analyses, and looks whether their files are what they were."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal, Slot

from core.cancel import CancelToken
from core.case.checking import EvidenceCheck, check_evidence_file, glance
from core.case.folder import read_result_file
from core.events import Event, FramesScored, MediaProbed
from core.records import AnalysisResult
from gui.workers.base import Worker
from gui.workers.courtesy import step_back

# Faces that the window takes in at once: some milliseconds.
PART = 200


@dataclass(frozen=True, slots=True)
class ReadJob:
    """A result to read.

    Attributes:
        file: Its JSON.
        evidence: The file it is of, which is looked for, not read.
    """

    job_id: int
    file: Path
    evidence: Path


@dataclass(frozen=True, slots=True)
class CheckJob:
    """A file to be hashed and compared."""

    job_id: int
    evidence: Path
    size_bytes: int | None
    sha256: str | None


@dataclass(frozen=True, slots=True, eq=False)
class Recalled:
    """A result with the events that an analysis would have told on its way.

    Attributes:
        parts: Each small enough for one turn of the window.
    """

    result: AnalysisResult
    parts: tuple[tuple[Event, ...], ...]
    check: EvidenceCheck


class ResultWorker(Worker):
    """Reads and hashes one file after the other.

    Signals:
        submitted: A ReadJob.
        check_wanted: A CheckJob.
        succeeded: A job id and what was Recalled.
        checked: A job id and an EvidenceCheck.
    """

    submitted = Signal(object)
    check_wanted = Signal(object)
    checked = Signal(int, object)

    def __init__(self) -> None:
        """Hold nothing yet."""
        super().__init__()
        self._cancel = CancelToken()
        self.submitted.connect(self._on_submitted)
        self.check_wanted.connect(self._on_check_wanted)

    def prepare(self) -> None:
        """Override Worker.prepare."""
        step_back()

    def interrupt(self) -> None:
        """Override Worker.interrupt."""
        self._cancel.cancel()

    @Slot(object)
    def _on_submitted(self, job: ReadJob) -> None:
        self.guard(job.job_id, lambda: None if self._cancel.is_cancelled else _read(job))

    @Slot(object)
    def _on_check_wanted(self, job: CheckJob) -> None:
        if not self._cancel.is_cancelled:
            found = check_evidence_file(job.evidence, job.size_bytes, job.sha256, self._cancel)
            self.checked.emit(job.job_id, found)


def _read(job: ReadJob) -> Recalled:
    result = read_result_file(job.file)
    return Recalled(result, tuple(parts_of(result)), glance(job.evidence, result.file.size_bytes))


def parts_of(result: AnalysisResult) -> Iterator[tuple[Event, ...]]:
    """Tell a result as its analysis did, in the order of the frames."""
    if result.media is None:
        return
    yield (MediaProbed(result.media),)
    seen = sorted(
        (one for track in result.tracks for one in track.observations),
        key=lambda one: (one.frame_index, one.track_id),
    )
    windows = sorted(
        (one for track in result.tracks for one in track.windows),
        key=lambda one: (one.last_frame_index, one.track_id),
    )
    shots = result.shots
    for start in range(0, max(len(seen), 1), PART):
        part = tuple(seen[start : start + PART])
        is_last = start + PART >= len(seen)
        reach = None if is_last or not part else part[-1].frame_index
        ready = tuple(one for one in windows if reach is None or one.last_frame_index <= reach)
        windows = windows[len(ready) :]
        yield (
            FramesScored(
                frames_done=result.coverage.frames_sampled,
                position_s=part[-1].time_s if part else 0.0,
                duration_s=result.media.duration_s,
                remaining_s=None,
                observations=part,
                windows=ready,
                shots=shots,
            ),
        )
        shots = ()
