# SPDX-License-Identifier: Apache-2.0
"""The case that is open: what is new in the session goes into it, what is in it comes back."""

from __future__ import annotations

import logging
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from core.case.checking import EvidenceCheck
from core.case.document import CaseBatch, CaseDocument, CaseItem
from core.case.folder import batch_place, place_in
from core.case.recorder import Recorder
from core.dossier import CaseFacts
from core.errors import AnalysisError
from core.evidence.annotations import Annotations
from core.evidence.case_log.entries import LogEntry
from core.settings import AnalysisSettings
from core.text import printable
from gui.controllers.batch import BatchController
from gui.controllers.case_notes import annotation_entries, removed_entry, settings_entry
from gui.controllers.recall import RecallController
from gui.models.batch import BatchPlace
from gui.models.evidence import EvidenceItem
from gui.models.session import Session
from gui.states import ItemState
from gui.words.messages import Message, error_message, evidence_message
from gui.workers.base import WorkerThread
from gui.workers.case import (
    CaseWorker,
    CloseCase,
    CreateCase,
    Done,
    KeepResult,
    Kept,
    LogExports,
    OpenCase,
    Opened,
    Request,
    SaveCase,
    SaveCaseAs,
    WriteLog,
)

log = logging.getLogger(__name__)

# What is new is written at the latest so long after it came.
SAVE_AFTER_MS = 500


class CaseController(QObject):
    """Joins the session, the batches and the worker that writes the case.

    Signals:
        told: A Message and whether it is a good one.
        case_changed: A case was opened, made, saved as another, or closed.
        restored: All items of a case that was opened are there again.
        checked: All their files were hashed and compared.

    Attributes:
        path: The case's folder, or None while the session is untitled.
        facts: What reports say of the case.
        recorder: Writes the log while files are analysed.
    """

    told = Signal(object, bool)
    case_changed = Signal()
    restored = Signal()
    checked = Signal()

    def __init__(
        self,
        session: Session,
        batches: BatchController,
        recall: RecallController,
        recorder: Recorder,
        settings: AnalysisSettings,
        parent: QObject | None = None,
    ) -> None:
        """Start the worker and follow the session."""
        super().__init__(parent)
        self._session, self._batches, self._recall = session, batches, recall
        self.recorder = recorder
        self.path: Path | None = None
        self.facts = CaseFacts()
        self._settings = settings
        self._created_at = _now()
        self._next_item = 1
        self._next_number = 1
        self._numbers: dict[int, int] = {}
        self._results: dict[int, str] = {}
        self._asked: set[int] = set()
        self._annotations: dict[int, Annotations] = {}
        self._names: dict[int, str] = {}
        self._is_restoring = False
        self._is_checking = False
        self._amiss: Message | None = None
        self._worker = CaseWorker(recorder)
        self._worker.succeeded.connect(self._on_succeeded)
        self._worker.failed.connect(self._on_failed)
        self.thread_of_worker = WorkerThread(self._worker, self.tr("the case"), self)
        self._saver = QTimer(self)
        self._saver.setSingleShot(True)
        self._saver.setInterval(SAVE_AFTER_MS)
        self._saver.timeout.connect(self.save)
        session.item_added.connect(self._on_item_added)
        session.item_about_to_be_removed.connect(self._on_item_about_to_be_removed)
        session.item_changed.connect(self._on_item_changed)
        session.annotations_changed.connect(self._on_annotations_changed)
        batches.place_changed.connect(self._save_soon)
        recall.settled.connect(self._on_settled)

    @property
    def name(self) -> str:
        """What the case is called: its number, or its folder's name; empty without one."""
        return printable(self.facts.case_id or self.path.name) if self.path else ""

    @property
    def settings(self) -> AnalysisSettings:
        """How files are analysed that are opened from now on."""
        return self._settings

    @property
    def has_unsaved(self) -> bool:
        """Whether work would be lost by leaving: only an untitled session has such."""
        return self.path is None and any(
            item.result is not None or item.annotations for item in self._session
        )

    # What people ask ----------------------------------------------------------------------

    def create(self, path: Path) -> None:
        """Make a case of what is open now."""
        self.close()
        evidence = [item.path for item in self._session]
        evidence += [place.folder / "any file" for place in self._batches.places]
        self._submit(CreateCase(path, self._document(path), tuple(evidence)))

    def open(self, path: Path) -> None:
        """Open a case in place of what is open."""
        if self.path is not None:
            self.save()
        self._submit(OpenCase(path.absolute()))

    def save_as(self, path: Path) -> None:
        """Go on with a copy of the case, or make one of an untitled session."""
        if self.path is None:
            self.create(path)
            return
        self.save()
        self._submit(SaveCaseAs(path.absolute()))

    def close(self) -> None:
        """Close the case and go on without."""
        if self.path is not None:
            self.save()
            self._submit(CloseCase())
            self._take_case(None, CaseFacts())
            self.clear()

    @Slot()
    def save(self) -> None:
        """Write the case's file now."""
        self._saver.stop()
        if self.path is not None and not self._is_restoring:
            self._submit(SaveCase(self.path, self._document(self.path)))

    def set_facts(self, facts: CaseFacts) -> None:
        """Take other facts for the head of reports."""
        if facts != self.facts:
            self.facts = facts
            self._note(settings_entry({"case": facts}))
            self._save_soon()
            self.case_changed.emit()

    def use_settings(self, settings: AnalysisSettings) -> None:
        """Take other settings for the files that are opened from now on."""
        if settings != self._settings:
            self._settings = settings
            self._recall.use_settings(settings)
            self._note(settings_entry({"settings": settings}))
            self._save_soon()

    @Slot(object)
    def note_exports(self, paths: tuple[Path, ...]) -> None:
        """Write down which reports were written."""
        if self.path is not None:
            self._submit(LogExports(self.path, tuple(paths)))

    def out_for(self, folder: Path) -> Path | None:
        """Give the place for the results of a folder's batch; None without a case."""
        if self.path is None:
            return None
        known = {place.out for place in self._batches.places if place.folder == folder}
        if known:
            return known.pop()
        return batch_place(self.path, folder, {place.out for place in self._batches.places})

    def clear(self) -> None:
        """Take everything off the list."""
        self._recall.forget()
        for item in self._session:
            self._session.remove(item.job_id)
        self._batches.restore(())
        self._numbers.clear()
        self._results.clear()
        self._asked.clear()
        self._annotations.clear()
        self._names.clear()

    # The document -------------------------------------------------------------------------

    def _document(self, path: Path) -> CaseDocument:
        return CaseDocument(
            created_at=self._created_at,
            case=self.facts,
            settings=self._settings,
            items=tuple(self._item(item) for item in self._session),
            batches=tuple(
                CaseBatch(str(place.folder), _relative(place.out, path), place.scope)
                for place in self._batches.places
            ),
            next_item_id=self._next_item,
        )

    def _item(self, item: EvidenceItem) -> CaseItem:
        file = item.result.file if item.result else None
        return CaseItem(
            self._number(item.job_id),
            str(item.path),
            file.size_bytes if file else None,
            file.sha256_before if file else None,
            self._results.get(item.job_id, ""),
            item.annotations,
        )

    def _number(self, job_id: int) -> int:
        if job_id not in self._numbers:
            self._numbers[job_id] = self._next_item
            self._next_item += 1
        return self._numbers[job_id]

    def _submit(self, request: Request) -> None:
        self._next_number += 1
        self._worker.submitted.emit(self._next_number, request)

    def _note(self, *entries: LogEntry) -> None:
        if self.path is not None and entries:
            self._submit(WriteLog(self.path, entries))

    def _save_soon(self) -> None:
        if self.path is not None and not self._is_restoring:
            self._saver.start()

    # Following the session ----------------------------------------------------------------

    @Slot(int)
    def _on_item_added(self, job_id: int) -> None:
        item = self._session.item(job_id)
        if item is not None:
            self._names[job_id] = item.name
            self._annotations[job_id] = item.annotations
            self._save_soon()

    @Slot(int)
    def _on_item_about_to_be_removed(self, job_id: int) -> None:
        if not self._is_restoring and job_id in self._numbers:
            self._note(removed_entry(self._names.get(job_id, "")))
        self._save_soon()

    @Slot(int)
    def _on_item_changed(self, job_id: int) -> None:
        item = self._session.item(job_id)
        if item is not None and item.state is ItemState.DONE:
            self._keep(item)

    def _keep(self, item: EvidenceItem) -> None:
        is_known = item.job_id in self._results or item.job_id in self._asked
        if self.path is None or item.result is None or is_known:
            return
        self._asked.add(item.job_id)
        number = self._number(item.job_id)
        self._submit(
            KeepResult(self.path, item.job_id, number, item.result, item.path, item.annotations)
        )

    @Slot(int)
    def _on_annotations_changed(self, job_id: int) -> None:
        item = self._session.item(job_id)
        if item is not None:
            before = self._annotations.get(job_id, Annotations())
            self._annotations[job_id] = item.annotations
            self._note(*annotation_entries(item.name, before, item.annotations))
            self._save_soon()

    def show_result_of_batch(self, path: Path, report: Path) -> None:
        """Open a file of a batch with its finished result."""
        known = (one for one in self._session if one.path == path and one.result is not None)
        item = next(known, None)
        if item is None:
            item = self._recall.recall(path, report)
            if self.path is not None and report.is_relative_to(self.path):
                self._results[item.job_id] = report.relative_to(self.path).as_posix()
        self._session.select(item.job_id)

    # What the worker says -----------------------------------------------------------------

    @Slot(int, object)
    def _on_succeeded(self, _number: int, payload: Opened | Kept | Done) -> None:
        if isinstance(payload, Kept):
            self._results[payload.job_id] = payload.relative
            self._asked.discard(payload.job_id)
            self._save_soon()
        elif isinstance(payload, Opened):
            self._take_opened(payload)

    @Slot(int, object)
    def _on_failed(self, _number: int, error: AnalysisError) -> None:
        self.told.emit(error_message(error), False)

    def _take_case(self, path: Path | None, facts: CaseFacts) -> None:
        self.path, self.facts = path, facts
        self.case_changed.emit()

    def _take_opened(self, opened: Opened) -> None:
        document = opened.document
        if opened.is_new:
            self._batches.relocate(self.path, opened.path)
            self._take_case(opened.path, document.case)
            for item in self._session:
                self._keep(item)
            self._save_soon()
            return
        self._is_restoring, self._amiss = True, None
        self.clear()
        self._created_at, self._next_item = document.created_at, document.next_item_id
        self._settings = document.settings
        self._recall.use_settings(document.settings)
        self._take_case(opened.path, document.case)
        for one in document.items:
            self._restore(one, opened.path)
        self._batches.restore(
            tuple(
                BatchPlace(Path(one.folder), opened.path / one.out, one.scope)
                for one in document.batches
            )
        )
        first = next(iter(self._session), None)
        if first is not None:
            self._session.select(first.job_id)
        if not any(one.result for one in document.items):
            self._on_settled()

    def _restore(self, one: CaseItem, folder: Path) -> None:
        path = Path(one.path)
        if one.result:
            item = self._recall.recall(path, place_in(folder, one.result), one.annotations)
            self._results[item.job_id] = one.result
        else:
            item = self._session.recall(path, self._settings, one.annotations)
            self._session.set_state(item.job_id, ItemState.CANCELLED)
        self._numbers[item.job_id] = one.item_id
        self._annotations[item.job_id] = one.annotations

    @Slot()
    def _on_settled(self) -> None:
        """After the results, hash the evidence; say what is amiss after the first and the last."""
        if not self._is_restoring and not self._is_checking:
            return
        amiss = evidence_message(self._session)
        if amiss is not None and amiss != self._amiss:
            self._amiss = amiss
            self.told.emit(amiss, False)
        if not self._is_restoring:
            self._is_checking = False
            self.checked.emit()
            return
        self._is_restoring, self._is_checking = False, True
        unchecked = EvidenceCheck.UNCHECKED
        wanted = [one for one in self._session if one.result and one.check is unchecked]
        for item in wanted:
            self._recall.check(item)
        self.restored.emit()
        if not wanted:
            self._on_settled()


def _relative(path: Path, folder: Path) -> str:
    """Give a place as the case's file has it: below the case, or as it is."""
    return path.relative_to(folder).as_posix() if path.is_relative_to(folder) else str(path)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
