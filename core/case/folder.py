# SPDX-License-Identifier: Apache-2.0
"""A case that is open: its lock, its file, its log and its results, all in one folder."""

from __future__ import annotations

import os
import shutil
from collections.abc import Container, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import count
from pathlib import Path, PurePosixPath

from core.case.document import (
    MAX_BYTES,
    CaseDocument,
    document_as_bytes,
    leads_out,
    read_document,
)
from core.case.locking import LOCK_NAME, CaseLock
from core.dossier import AnalystNote, Dossier
from core.errors import CaseError, CaseFolderError, ReportError
from core.evidence.annotations import Annotations
from core.evidence.case_log.entries import LogEntry, LogEvent
from core.evidence.case_log.writer import DEFAULT_NAME, CaseLog
from core.records import AnalysisResult
from core.report.atomic import new_files
from core.report.catalog import export_reports
from core.report.folders import refuse_evidence_folder
from core.report.json_reading import read_result
from core.report.names import safe_stem
from core.text import printable

CASE_NAME = "case.fwcase"
RESULTS, BATCHES = "results", "batches"
MAX_RESULT_BYTES = 512 * 1024 * 1024
KEPT_FORMATS = ("json",)


class CaseFolder:
    """An open case; the file is written as a whole, the log line by line.

    Attributes:
        path: The folder.
        document: What the file holds.
        log: The case's log.
    """

    def __init__(self, path: Path, document: CaseDocument, lock: CaseLock, log: CaseLog) -> None:
        """Take over what `create`, `open` and `save_as` have opened."""
        self.path = path
        self.document = document
        self.log = log
        self._lock = lock
        self.is_open = True

    @classmethod
    def create(
        cls, path: Path, document: CaseDocument, evidence: Iterable[Path] = ()
    ) -> CaseFolder:
        """Make a case in a folder that is not there or empty.

        Args:
            path: The folder.
            document: What is in it at first.
            evidence: Files it will list, beside which nothing may be written.

        Raises:
            CaseFolderError: Evidence lies there, or other files do.
            CaseError: It cannot be written.
        """
        for one in evidence:
            _refuse_evidence(path, one)
        with _translated(path):
            if path.exists() and any(path.iterdir()):
                raise CaseFolderError(
                    f"The folder {printable(str(path))} is not empty.",
                    advice="Choose a new or an empty folder for the case.",
                )
            path.mkdir(parents=True, exist_ok=True)
        lock = CaseLock(path)
        try:
            log = CaseLog(path / DEFAULT_NAME, operator=document.case.operator or None)
            case = cls(path, document, lock, log)
        except BaseException:
            lock.close()
            raise
        try:
            case.write(LogEntry(LogEvent.CASE_CREATED, {"case": document.case.case_id}))
            case.save(document)
        except BaseException:
            case.close()
            raise
        return case

    @classmethod
    def open(cls, path: Path) -> CaseFolder:
        """Open a case.

        Args:
            path: Its folder, or the file in it.

        Raises:
            CaseBusyError: It is open already.
            CaseError: There is none, or it cannot be read.
            CaseLogError: Its log does not hold, or is being written.
        """
        folder = path.parent if path.name == CASE_NAME else path
        if not (folder / CASE_NAME).is_file():
            raise CaseError(
                f"There is no case in {printable(str(folder))}.",
                advice=f"Choose a folder that holds {CASE_NAME}.",
            )
        lock = CaseLock(folder)
        try:
            document = _read(folder)
            log = CaseLog(folder / DEFAULT_NAME, operator=document.case.operator or None)
        except BaseException:
            lock.close()
            raise
        case = cls(folder, document, lock, log)
        facts = {"items": len(document.items), "batches": len(document.batches)}
        case.write(LogEntry(LogEvent.CASE_OPENED, facts))
        return case

    def save_as(self, path: Path) -> CaseFolder:
        """Copy the case to another folder, and go on there; this one is closed.

        The log goes with it: its lines hold in both places, and both say where the copy went.

        Raises:
            CaseFolderError: Evidence lies there, or other files do.
            CaseError: It cannot be copied; this case stays open.
        """
        for item in self.document.items:
            _refuse_evidence(path, Path(item.path))
        if path.resolve().is_relative_to(self.path.resolve()):
            raise CaseFolderError(
                f"{printable(str(path))} lies in the case itself.", advice="Choose another folder."
            )
        with _translated(path):
            if path.exists() and any(path.iterdir()):
                raise CaseFolderError(
                    f"The folder {printable(str(path))} is not empty.",
                    advice="Choose a new or an empty folder for the copy.",
                )
            self.write(LogEntry(LogEvent.CASE_SAVED_AS, {"path": str(path)}))
            try:
                shutil.copytree(
                    self.path, path, ignore=shutil.ignore_patterns(LOCK_NAME), dirs_exist_ok=True
                )
            except shutil.Error as error:
                raise CaseError(
                    f"The case cannot be copied to {printable(str(path))}.",
                    advice="Free some space, or choose another folder.",
                ) from error
        copy = CaseFolder.open(path)
        self.close()
        return copy

    def close(self) -> None:
        """Note that it is closed, and let go of it; may be called again."""
        if not self.is_open:
            return
        self.is_open = False
        try:
            self.log.write(LogEvent.CASE_CLOSED, {})
        finally:
            self.log.close()
            self._lock.close()

    # What is kept -------------------------------------------------------------------------

    def write(self, entry: LogEntry) -> None:
        """Write a line of the log; from any thread.

        Raises:
            CaseLogError: It cannot be written.
        """
        if self.is_open:
            self.log.write(entry.event, entry.facts)

    def save(self, document: CaseDocument) -> None:
        """Write the file; what was there stays until the new one is whole.

        Raises:
            CaseError: It cannot be written.
        """
        with _translated(self.path), new_files((self.path / CASE_NAME,)) as (stream,):
            stream.write(document_as_bytes(document))
        self.document = document

    def keep_result(
        self, item_id: int, result: AnalysisResult, evidence: Path, annotations: Annotations
    ) -> str:
        """Write a result beside the others of the case, with its manifest, and log it.

        Returns:
            The JSON, relative to the case's folder.

        Raises:
            ReportError: It cannot be written, or would lie beside the evidence.
        """
        folder = self.path / RESULTS / f"{item_id:05}-{safe_stem(evidence.name)}"
        dossier = Dossier(
            result, self.document.case, log_head=self.log.head, path_given=printable(str(evidence))
        )
        dossier = replace(dossier, notes=notes_of(annotations))
        written = export_reports(dossier, folder, KEPT_FORMATS, evidence=evidence)
        for one in written:
            facts = {
                "name": evidence.name,
                "path": one.path.relative_to(self.path).as_posix(),
                "bytes": one.size_bytes,
                "sha256": one.sha256,
            }
            self.write(LogEntry(LogEvent.EXPORTED, facts))
        return written[0].path.relative_to(self.path).as_posix()

    def read_result(self, relative: str) -> AnalysisResult:
        """Read a result of the case.

        Raises:
            ReportError: It is not there, cannot be read, or was altered.
        """
        return read_result_file(self.place(relative))

    def place(self, relative: str) -> Path:
        """Give the place of a file of the case.

        Raises:
            ReportError: The name leads out of the case.
        """
        return place_in(self.path, relative)


def place_in(case: Path, relative: str) -> Path:
    """Give the place of a file of a case.

    Raises:
        ReportError: The name leads out of the case's folder.
    """
    if leads_out(relative):
        raise ReportError(f"{printable(relative)} lies outside of the case.")
    return case / PurePosixPath(relative)


def batch_place(case: Path, folder: Path, taken: Container[Path]) -> Path:
    """Choose where the results of a folder's batch lie in a case.

    Args:
        case: The case's folder.
        folder: The evidence, after which the place is named.
        taken: Places of other batches.
    """
    stem = safe_stem(folder.name)
    names = (stem if number == 1 else f"{stem}-{number}" for number in count(1))
    return next(place for name in names if (place := case / BATCHES / name) not in taken)


def read_result_file(path: Path) -> AnalysisResult:
    """Read a JSON result.

    Raises:
        ReportError: It is not there, cannot be read, or was altered.
    """
    name = printable(path.name)
    try:
        with path.open("rb") as stream:
            content = stream.read(MAX_RESULT_BYTES + 1)
    except OSError as error:
        raise ReportError(
            f"The result {name} cannot be read: {error.strerror}.", advice="Analyse the file again."
        ) from error
    if len(content) > MAX_RESULT_BYTES:
        raise ReportError(f"The result {name} is too large to be shown.")
    return read_result(content, name)


def notes_of(annotations: Annotations) -> tuple[AnalystNote, ...]:
    """Give the notes as reports print them."""
    return tuple(AnalystNote(one.author, one.written_at, one.text) for one in annotations.notes)


def _refuse_evidence(folder: Path, evidence: Path) -> None:
    """Refuse a case's folder in which evidence lies, or which lies beside it."""
    try:
        refuse_evidence_folder(folder, evidence)
    except ReportError as error:
        raise CaseFolderError(error.message, advice=error.advice) from error


def _read(folder: Path) -> CaseDocument:
    with _translated(folder), (folder / CASE_NAME).open("rb") as stream:
        content = stream.read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        raise CaseError(f"The case {printable(folder.name)} is too large to be read.")
    return read_document(content, printable(folder.name))


@contextmanager
def _translated(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise CaseError(
            f"The case in {printable(os.fspath(folder))} cannot be read or written: "
            f"{error.strerror or error}.",
            advice="Free some space, or choose a folder you may write to.",
        ) from error
