# SPDX-License-Identifier: Apache-2.0
"""What the parts of a batch exchange, and what a batch tells on its way."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from core.dossier import CaseFacts, ReportStyle
from core.records import Coverage, Outcome
from core.settings import AnalysisSettings


class Status(enum.StrEnum):
    """Where an item stands; the words are written to the state file.

    A person cancels or removes; a run lets both be until they are asked for again.
    """

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    DUPLICATE = "duplicate"
    CANCELLED = "cancelled"
    GONE = "gone"
    REMOVED = "removed"


class Passed(enum.StrEnum):
    """Why something in the folder is no item."""

    NOT_MEDIA = "not_media"
    EXCLUDED = "excluded"
    LINK = "link"
    LINK_LOOP = "link_loop"
    BROKEN_LINK = "broken_link"
    SUBFOLDER = "subfolder"
    FIFO = "fifo"
    SOCKET = "socket"
    DEVICE = "device"
    UNREADABLE = "unreadable"
    VANISHED = "vanished"
    TOO_DEEP = "too_deep"
    TOO_MANY = "too_many"
    OUTPUT_FOLDER = "output_folder"


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A regular file that is media, or says that it is.

    Attributes:
        path: Relative to the folder, with slashes; may hold lone surrogates.
        size_bytes, modified_ns: As the file system has them.
    """

    path: str
    size_bytes: int
    modified_ns: int


@dataclass(frozen=True, slots=True)
class PassedPlace:
    """Something in the folder that is not analysed, and why."""

    path: str
    why: Passed


@dataclass(frozen=True, slots=True)
class Item:
    """One row of the state: a file, how far it is, and what came out.

    Attributes:
        path: Relative to the folder, with slashes; may hold lone surrogates.
        sha256: Of the content, or None before it was hashed.
        fingerprint: Of what the result was made with; see `core.batch.fingerprint`.
        same_as: Id of the item with the same bytes that was analysed in its place.
        outcome, reason, message: Of the result; empty before.
        folder: Result folder, relative to the output folder, or empty.
        log10_lr: Of the person with the gravest outcome, or None where not calibrated.
        coverage: None where the file was not read.
        duration_s: Of the media, or None.
        codec: Of the stream that was analysed, or the format of a picture.
        seconds: What the analysis took.
        finished_at: ISO 8601 UTC.
    """

    item_id: int
    path: str
    size_bytes: int
    modified_ns: int
    status: Status
    sha256: str | None = None
    fingerprint: str = ""
    same_as: int | None = None
    outcome: Outcome | None = None
    reason: str = ""
    message: str = ""
    folder: str = ""
    kind: str = ""
    codec: str = ""
    frames_examined: int = 0
    faces_scored: int = 0
    people: int = 0
    log10_lr: float | None = None
    coverage: Coverage | None = None
    duration_s: float | None = None
    seconds: float = 0.0
    finished_at: str = ""


@dataclass(frozen=True, slots=True)
class TaskSpec:
    """What is the same for all files of a batch.

    Attributes:
        formats: Ids of the reports that a worker renders.
        time_limit_s: Longest time for one file, or None.
        threads: Engine threads of one analysis, or None for all cores of its process.
        slots_by_host: Analyses at once on each host of a cluster, to share its cores out.
        expected: Fingerprint that each worker must have, or empty before it is known.
        case, style: Of the reports; they change no score.
    """

    settings: AnalysisSettings
    formats: tuple[str, ...]
    time_limit_s: float | None = None
    threads: int | None = None
    slots_by_host: Mapping[str, int] = field(default_factory=dict)
    expected: str = ""
    case: CaseFacts = field(default_factory=CaseFacts)
    style: ReportStyle = field(default_factory=ReportStyle)


@dataclass(frozen=True, slots=True)
class Job:
    """One file to be analysed.

    Attributes:
        path: Where the worker finds it; its name is for people when `content` is there.
        content: The file's bytes, where the worker cannot open the path.
        given: The path as the person who started the batch knows it, for reports.
    """

    item_id: int
    path: Path
    content: bytes | None = None
    given: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """What one analysis came to, small enough to keep and to send.

    Attributes:
        files: Report name and content, as they shall lie in the item's folder.
        codec, log10_lr, coverage, duration_s, seconds, finished_at: As in Item.
    """

    sha256: str | None
    size_bytes: int | None
    outcome: Outcome
    reason: str
    message: str
    kind: str = ""
    codec: str = ""
    frames_examined: int = 0
    faces_scored: int = 0
    people: int = 0
    log10_lr: float | None = None
    coverage: Coverage | None = None
    duration_s: float | None = None
    seconds: float = 0.0
    finished_at: str = ""
    files: tuple[tuple[str, bytes], ...] = ()


@dataclass(frozen=True, slots=True)
class Counts:
    """How far a batch is; duplicates count as files, not as analyses.

    Attributes:
        files: All but those that are gone or were removed.
        cancelled: Files that a person wants not to be analysed.
        outcomes: Finished files by outcome, duplicates included.
        passed: What was passed over, by reason.
    """

    files: int = 0
    finished: int = 0
    duplicates: int = 0
    gone: int = 0
    cancelled: int = 0
    removed: int = 0
    outcomes: Mapping[str, int] = field(default_factory=dict)
    passed: Mapping[str, int] = field(default_factory=dict)

    @property
    def left(self) -> int:
        """Files that are still to be analysed."""
        return self.files - self.finished - self.cancelled


@dataclass(frozen=True, slots=True)
class Discovering:
    """The folder is being read; so many files were found so far."""

    files: int


@dataclass(frozen=True, slots=True)
class Preparing:
    """Something slow is done before the first file; a plain phrase for people."""

    what: str


@dataclass(frozen=True, slots=True)
class WorkStarted:
    """Files are analysed from now on.

    Attributes:
        slots: Analyses at once.
        where: What runs them, for people.
    """

    counts: Counts
    slots: int
    where: str


@dataclass(frozen=True, slots=True)
class ItemStarted:
    """An item is being analysed from now on."""

    item: Item


@dataclass(frozen=True, slots=True)
class FramesDone:
    """Frames of an item were examined since the last event of this kind.

    Attributes:
        share: Of the item, [0, 1], or None where its length is not known.
    """

    frames: int
    item_id: int = 0
    share: float | None = None


@dataclass(frozen=True, slots=True)
class Waited:
    """Nothing happened for a moment: what was told so far is all there is."""


@dataclass(frozen=True, slots=True)
class ItemsChanged:
    """A person cancelled, removed or asked again for items; they are as given here."""

    items: tuple[Item, ...]
    counts: Counts


@dataclass(frozen=True, slots=True)
class HoldChanged:
    """The batch is paused or goes on.

    Attributes:
        in_work: Items that are still brought to their end.
    """

    is_paused: bool
    in_work: int


@dataclass(frozen=True, slots=True)
class ItemFinished:
    """An item has its result on disk and in the state."""

    item: Item
    counts: Counts
    is_new: bool = True


@dataclass(frozen=True, slots=True)
class BatchFinished:
    """Nothing is left to do; the summary is written.

    Attributes:
        summary: The summary files.
    """

    counts: Counts
    summary: tuple[Path, ...]


BatchEvent = (
    Discovering
    | Preparing
    | WorkStarted
    | ItemStarted
    | FramesDone
    | ItemFinished
    | ItemsChanged
    | HoldChanged
    | Waited
    | BatchFinished
)
