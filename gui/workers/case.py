# SPDX-License-Identifier: Apache-2.0
"""Opens, keeps and closes the case, in the order in which that is asked, on its own thread."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import Signal, Slot

from core.case.document import CaseDocument
from core.case.folder import CaseFolder
from core.case.recorder import Recorder
from core.digests import sha256_of
from core.errors import CaseError
from core.evidence.annotations import Annotations
from core.evidence.case_log.entries import LogEntry, exported
from core.records import AnalysisResult
from gui.workers.base import Worker

log = logging.getLogger(__name__)

# How long a close waits for an analysis that was cancelled to write its last line.
IDLE_LIMIT_S = 4.0


@dataclass(frozen=True, slots=True)
class CreateCase:
    """Make a case with what is open now."""

    path: Path
    document: CaseDocument
    evidence: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class OpenCase:
    """Open a case, and close the one that is open."""

    path: Path


@dataclass(frozen=True, slots=True)
class SaveCaseAs:
    """Copy the case and go on with the copy."""

    path: Path


@dataclass(frozen=True, slots=True)
class SaveCase:
    """Write the case's file.

    Attributes:
        of: Folder of the case that is meant; where another one is open by now, nothing is written.
    """

    of: Path
    document: CaseDocument


@dataclass(frozen=True, slots=True, eq=False)
class KeepResult:
    """Write a result into the case."""

    of: Path
    job_id: int
    item_id: int
    result: AnalysisResult
    evidence: Path
    annotations: Annotations


@dataclass(frozen=True, slots=True)
class WriteLog:
    """Write lines of the log."""

    of: Path
    entries: tuple[LogEntry, ...]


@dataclass(frozen=True, slots=True)
class LogExports:
    """Write down which files were written."""

    of: Path
    paths: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class CloseCase:
    """Close the case; the session goes on without."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A case is open.

    Attributes:
        is_new: It holds what was open already.
    """

    path: Path
    document: CaseDocument
    is_new: bool


@dataclass(frozen=True, slots=True)
class Kept:
    """A result lies in the case."""

    job_id: int
    relative: str


@dataclass(frozen=True, slots=True)
class Done:
    """Something was written; there is nothing to tell."""


Request = (
    CreateCase | OpenCase | SaveCaseAs | SaveCase | KeepResult | WriteLog | LogExports | CloseCase
)


class CaseWorker(Worker):
    """The one who writes a case.

    Signals:
        submitted: A number and a Request.
        succeeded: The number, and Opened, Kept or Done.
    """

    keeps_word = True
    submitted = Signal(int, object)

    def __init__(self, recorder: Recorder) -> None:
        """Hold no case yet."""
        super().__init__()
        self._recorder = recorder
        self._kept: dict[int, str] = {}
        self._unsaved = False
        self._acts: dict[type, Callable[..., object]] = {
            CreateCase: self._create,
            OpenCase: self._open,
            SaveCaseAs: self._save_as,
            SaveCase: self._save,
            KeepResult: self._keep,
            WriteLog: self._write,
            LogExports: self._log_exports,
            CloseCase: self._close,
        }
        self.submitted.connect(self._on_submitted)

    def release(self) -> None:
        """Override Worker.release: the case is closed last, when nobody writes to it any more."""
        self._let_go()

    @Slot(int, object)
    def _on_submitted(self, number: int, request: Request) -> None:
        self.guard(number, lambda: self._acts[type(request)](request))

    def _let_go(self) -> None:
        if not self._recorder.wait_idle(IDLE_LIMIT_S):
            log.warning("the case is closed while an analysis is still ending")
        case = self._recorder.case
        try:
            if case is not None and self._unsaved:
                case.save(self._with_kept(case.document))
        finally:
            self._recorder.case = None
            self._kept, self._unsaved = {}, False
            if case is not None:
                case.close()

    def _with_kept(self, document: CaseDocument) -> CaseDocument:
        """Name the results that came after the document was made."""
        items = tuple(
            replace(one, result=one.result or self._kept.get(one.item_id, ""))
            for one in document.items
        )
        return replace(document, items=items)

    def _create(self, request: CreateCase) -> Opened:
        new = CaseFolder.create(request.path, request.document, request.evidence)
        self._let_go()
        self._recorder.case = new
        return Opened(new.path, new.document, is_new=True)

    def _open(self, request: OpenCase) -> Opened:
        opened = CaseFolder.open(request.path)
        self._let_go()
        self._recorder.case = opened
        return Opened(opened.path, opened.document, is_new=False)

    def _save_as(self, request: SaveCaseAs) -> Opened:
        if not self._recorder.wait_idle(0):
            raise CaseError(
                "The case is being worked in.",
                advice="Wait for the analysis and the batch, or stop them, and save it then.",
            )
        if self._recorder.case is None:
            raise CaseError("No case is open.")
        copy = self._recorder.case.save_as(request.path)
        self._recorder.case = copy
        return Opened(copy.path, copy.document, is_new=True)

    def _save(self, request: SaveCase) -> Done:
        case = self._case(request.of)
        if case is not None:
            case.save(self._with_kept(request.document))
            self._unsaved = False
        return Done()

    def _keep(self, request: KeepResult) -> Kept | Done:
        case = self._case(request.of)
        if case is None:
            return Done()
        relative = case.keep_result(
            request.item_id, request.result, request.evidence, request.annotations
        )
        self._kept[request.item_id] = relative
        self._unsaved = True
        return Kept(request.job_id, relative)

    def _write(self, request: WriteLog) -> Done:
        case = self._case(request.of)
        for entry in request.entries if case is not None else ():
            self._recorder.write(entry)
        return Done()

    def _log_exports(self, request: LogExports) -> Done:
        for path in request.paths if self._case(request.of) is not None else ():
            try:
                with path.open("rb") as stream:
                    digest, size = sha256_of(stream), path.stat().st_size
            except OSError:
                log.warning("a report was gone before it was noted")
                continue
            self._recorder.write(exported(path, size, digest))
        return Done()

    def _close(self, _request: CloseCase) -> Done:
        self._let_go()
        return Done()

    def _case(self, of: Path) -> CaseFolder | None:
        """Give the open case if it is the one that is meant: another may have been opened since."""
        case = self._recorder.case
        if case is None or case.path != of:
            log.warning("what was meant for a case that is closed by now was passed over")
            return None
        return case
