# SPDX-License-Identifier: Apache-2.0
"""Keeps what is needed after a crash: the log, where it happened, and which files were open.

A run writes two files into the folder of logs and takes them away when it ends well. What is
found there of a process that does not live any more is a crash.
"""

from __future__ import annotations

import faulthandler
import json
import logging
import os
from dataclasses import dataclass, field
from datetime import UTC, datetime
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path

import platformdirs
import psutil

from core.evidence.annotations import Annotations, Bookmark, Note

log = logging.getLogger(__name__)

LOG_NAME = "facewitness.log"
LOG_BYTES, LOG_FILES = 1024 * 1024, 3
# Of the log that is shown: the end tells what happened last.
SHOWN_BYTES = 200_000
MAX_SESSION_BYTES = 64 * 1024 * 1024
_SESSION, _TRACE = ".session.json", ".trace.txt"
# A process of the same number that started later is another one.
_SAME_START_S = 2.0


@dataclass(frozen=True, slots=True)
class OpenFile:
    """A file that was open, with what the analyst had added to it."""

    path: Path
    annotations: Annotations = field(default_factory=Annotations)


@dataclass(frozen=True, slots=True)
class CrashedRun:
    """A run that did not end well.

    Attributes:
        started_at: ISO 8601 in UTC.
        trace: Where it was when it ended, as Python saw it; empty where nothing was written.
        case: Folder of the case that was open, or None.
    """

    started_at: str
    files: tuple[OpenFile, ...]
    trace: str
    case: Path | None
    paths: tuple[Path, ...]

    def forget(self) -> None:
        """Take its files away: the person has been told."""
        for path in self.paths:
            path.unlink(missing_ok=True)


def log_folder() -> Path:
    """Give the folder of logs; it may not be there yet."""
    return platformdirs.user_log_path("facewitness", appauthor=False)


def log_to_file(folder: Path) -> RotatingFileHandler | None:
    """Write the log into a file too; None where that cannot be done."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            folder / LOG_NAME, maxBytes=LOG_BYTES, backupCount=LOG_FILES - 1, encoding="utf-8"
        )
    except OSError as error:
        log.warning("no log file: %s", error)
        return None
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.getLogger().addHandler(handler)
    return handler


def read_log(folder: Path, most_bytes: int = SHOWN_BYTES) -> str:
    """Read the end of the log file."""
    try:
        with (folder / LOG_NAME).open("rb") as file:
            size = file.seek(0, os.SEEK_END)
            file.seek(max(size - most_bytes, 0))
            return file.read().decode("utf-8", errors="replace")
    except OSError:
        return ""


class CrashGuard:
    """The two files of this run."""

    def __init__(self, folder: Path) -> None:
        """Open them; where the folder cannot be written, nothing is kept."""
        self.folder = folder
        self._stem = folder / f"run-{os.getpid()}"
        self._started_at = datetime.now(UTC).isoformat("T", "seconds")
        self._trace: TextIOWrapper | None = None
        self.case: Path | None = None
        try:
            folder.mkdir(parents=True, exist_ok=True)
            trace = self._path(_TRACE)
            self._trace = trace.open("w", encoding="utf-8")
            faulthandler.enable(self._trace, all_threads=True)
        except OSError as error:
            log.warning("a crash would leave no trace: %s", error)
        self.keep(())

    def keep(self, files: tuple[OpenFile, ...]) -> None:
        """Write down which files are open."""
        document = {
            "pid": os.getpid(),
            "process_started_s": psutil.Process().create_time(),
            "started_at": self._started_at,
            "case": str(self.case) if self.case else None,
            "files": [_file_as_json(one) for one in files],
        }
        target = self._path(_SESSION)
        partial = target.with_suffix(".part")
        try:
            partial.write_text(json.dumps(document), encoding="ascii")
            partial.replace(target)
        except OSError as error:
            log.warning("a crash would lose the list of files: %s", error)

    def close(self) -> None:
        """Take the files away: the run ended well."""
        if self._trace is not None:
            faulthandler.disable()
            self._trace.close()
            self._trace = None
        for suffix in (_SESSION, _TRACE):
            self._path(suffix).unlink(missing_ok=True)

    def _path(self, suffix: str) -> Path:
        return self._stem.with_name(self._stem.name + suffix)


def find_crashed(folder: Path) -> tuple[CrashedRun, ...]:
    """Find runs whose process is gone, the newest last."""
    try:
        found = sorted(folder.glob(f"run-*{_SESSION}"), key=lambda one: one.stat().st_mtime)
    except OSError:
        return ()
    runs = (_read_run(path) for path in found)
    return tuple(run for run in runs if run is not None)


def _read_run(path: Path) -> CrashedRun | None:
    trace = path.with_name(path.name.removesuffix(_SESSION) + _TRACE)
    try:
        if path.stat().st_size > MAX_SESSION_BYTES:
            return None
        document = json.loads(path.read_text(encoding="utf-8"))
        if _is_alive(int(document["pid"]), float(document["process_started_s"])):
            return None
        case = document["case"]
        return CrashedRun(
            started_at=str(document["started_at"]),
            files=tuple(_file_from_json(one) for one in document["files"]),
            trace=trace.read_text(encoding="utf-8", errors="replace") if trace.is_file() else "",
            case=Path(case) if case else None,
            paths=(path, trace),
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        log.warning("%s cannot be read: %s", path.name, error)
        return None


def _is_alive(pid: int, started_s: float) -> bool:
    try:
        return bool(abs(psutil.Process(pid).create_time() - started_s) < _SAME_START_S)
    except psutil.Error:
        return False


def _file_as_json(file: OpenFile) -> dict[str, object]:
    marks = file.annotations
    return {
        "path": str(file.path),
        "notes": [[one.text, one.author, one.written_at] for one in marks.notes],
        "bookmarks": [[one.frame_index, one.time_s, one.label] for one in marks.bookmarks],
    }


def _file_from_json(document: dict[str, list[list[str]]]) -> OpenFile:
    notes = tuple(Note(str(text), str(by), str(at)) for text, by, at in document["notes"])
    marks = tuple(
        Bookmark(int(index), float(time_s), str(label))
        for index, time_s, label in document["bookmarks"]
    )
    return OpenFile(Path(str(document["path"])), Annotations(notes, marks))
