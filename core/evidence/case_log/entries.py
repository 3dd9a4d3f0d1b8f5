# SPDX-License-Identifier: Apache-2.0
"""What goes into a case log: the events of an analysis as lines, no pixels and no secrets.

A pure translation: it knows neither file nor clock, so that the command line, a batch and the
window write the same lines.
"""

from __future__ import annotations

import dataclasses
import enum
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from core.events import (
    AnalysisCompleted,
    Event,
    FrameFailed,
    FramesScored,
    MediaProbed,
    StageStarted,
)
from core.records import AnalysisResult, FrameFailure, MediaInfo, Outcome, RunFacts
from core.settings import AnalysisSettings

# A broken video may lose thousands of frames; the report lists them all.
MAX_LOST_FRAMES = 20
PROGRESS_STEPS = 10
PROGRESS_EVERY_FRAMES = 2000
# A time stamp at a tenth of the file may lie a rounding error before it.
_ROUNDING = 1e-9


class LogEvent(enum.StrEnum):
    """What happened."""

    OPENED = "opened"
    SETTINGS = "settings"
    STARTED = "started"
    HASHED = "hashed"
    PROBED = "probed"
    PROGRESS = "progress"
    WARNING = "warning"
    ERROR = "error"
    CANCELLED = "cancelled"
    TOOLS = "tools"
    REHASHED = "rehashed"
    FINISHED = "finished"
    EXPORTED = "exported"
    NOTE = "note"
    BOOKMARKS = "bookmarks"
    REMOVED = "removed"
    CASE_CREATED = "case_created"
    CASE_OPENED = "case_opened"
    CASE_SAVED_AS = "case_saved_as"
    CASE_CLOSED = "case_closed"


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One line to be written; `facts` are JSON values."""

    event: LogEvent
    facts: Mapping[str, object]


class ItemEntries:
    """Entries about one piece of evidence, from its opening to its last report.

    Attributes:
        item: Number of the item within the run, from 1; stands in each entry.
    """

    def __init__(self, item: int, path: Path) -> None:
        """Keep what each entry names."""
        self.item = item
        self._path = path
        self._lost = 0
        self._milestone = 0.0
        self._frames = 0
        self._duration_s: float | None = None

    def opened(self, settings: AnalysisSettings) -> Iterator[LogEntry]:
        """Say which file is opened, and how it will be analysed."""
        yield self._entry(LogEvent.OPENED, path=str(self._path), mode="read-only")
        yield self._entry(LogEvent.SETTINGS, settings=dataclasses.asdict(settings))

    def of(self, event: Event) -> Iterator[LogEntry]:
        """Translate one event of the analysis; many give nothing."""
        if isinstance(event, StageStarted):
            yield self._entry(LogEvent.STARTED, stage=event.stage.value, detail=event.detail)
        elif isinstance(event, MediaProbed):
            yield from self._probed(event.media)
        elif isinstance(event, FrameFailed):
            yield from self._lost_frame(event.failure)
        elif isinstance(event, FramesScored):
            yield from self._progress(event)
        elif isinstance(event, AnalysisCompleted):
            yield from self._completed(event.result)

    def cancelled(self) -> LogEntry:
        """Say that the run was stopped before its end."""
        return self._entry(LogEvent.CANCELLED, frames=self._frames)

    def failed(self, code: str, message: str) -> LogEntry:
        """Say what ended the run, or the writing of its reports."""
        return self._entry(LogEvent.ERROR, code=code, message=message)

    def exported(self, path: Path, size_bytes: int, sha256: str) -> LogEntry:
        """Say which file was written."""
        return self._entry(LogEvent.EXPORTED, path=str(path), bytes=size_bytes, sha256=sha256)

    def _entry(self, event: LogEvent, **facts: object) -> LogEntry:
        return LogEntry(event, {"item": self.item, "name": self._path.name, **facts})

    def _probed(self, media: MediaInfo) -> Iterator[LogEntry]:
        self._duration_s = media.duration_s
        yield self._entry(LogEvent.HASHED, sha256=media.sha256, bytes=media.size_bytes)
        yield self._entry(
            LogEvent.PROBED,
            kind=media.kind,
            container=media.container,
            width=media.width,
            height=media.height,
            duration_s=media.duration_s,
            frames_declared=media.frames_declared,
            streams=len(media.streams),
            extension_matches=media.extension_matches,
            isolation=media.isolation,
        )

    def _lost_frame(self, failure: FrameFailure) -> Iterator[LogEntry]:
        self._lost += 1
        if self._lost <= MAX_LOST_FRAMES:
            yield self._entry(
                LogEvent.WARNING,
                what="frame lost",
                frame_index=failure.frame_index,
                time_s=failure.time_s,
                reason=failure.reason,
            )

    def _progress(self, event: FramesScored) -> Iterator[LogEntry]:
        """Give a line for each tenth of the file, or each so many frames where that is unknown."""
        self._frames = event.frames_done
        if self._duration_s:
            done = min(event.position_s / self._duration_s, 1.0) * PROGRESS_STEPS + _ROUNDING
        else:
            done = event.frames_done / PROGRESS_EVERY_FRAMES
        if done >= self._milestone + 1:
            self._milestone = float(int(done))
            yield self._entry(
                LogEvent.PROGRESS, frames=event.frames_done, position_s=event.position_s
            )

    def _completed(self, result: AnalysisResult) -> Iterator[LogEntry]:
        if self._lost > MAX_LOST_FRAMES:
            yield self._entry(LogEvent.WARNING, what="frames lost in all", count=self._lost)
        yield self._entry(LogEvent.TOOLS, **_tools(result.run))
        file = result.file
        if file.sha256_after is not None:
            same = file.sha256_before == file.sha256_after
            yield self._entry(LogEvent.REHASHED, sha256=file.sha256_after, unchanged=same)
        if result.outcome is Outcome.COULD_NOT_EVALUATE:
            yield self.failed(result.reason or "", result.message)
        yield self._entry(
            LogEvent.FINISHED,
            outcome=result.outcome.value,
            reason=result.reason,
            tracks=len(result.tracks),
            coverage=dataclasses.asdict(result.coverage),
        )


def exported(path: Path, size_bytes: int, sha256: str) -> LogEntry:
    """Give an entry for a file that was written about several items."""
    return LogEntry(LogEvent.EXPORTED, {"path": str(path), "bytes": size_bytes, "sha256": sha256})


def note(text: str) -> LogEntry:
    """Give an entry for a remark of the person at work."""
    return LogEntry(LogEvent.NOTE, {"text": text})


def _tools(run: RunFacts) -> dict[str, object]:
    """Name what made the numbers."""
    return {
        "engine": run.engine,
        "device": run.device,
        "face_detector": run.face_detector,
        "weights": {one.detector_id: one.weights_sha256 for one in run.detectors},
    }
