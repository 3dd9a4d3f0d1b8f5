# SPDX-License-Identifier: Apache-2.0
"""Makes and writes reports by the core's own means; called on a worker's thread."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import BinaryIO

from core.cancel import CancelToken
from core.dossier import AnalystNote, Dossier, MarkedFrame, ReportStyle
from core.explaining import explain_key_frames
from core.gathering import cards_of, gather
from core.records import AnalysisResult
from core.report.batch_summary import BatchSummary, batch_item, write_batch_pdf
from core.report.case_table import CaseItem, write_case_table
from core.report.catalog import export_reports, find_format
from core.report.export import Part, WrittenFile, write_export
from core.report.folders import prepare_folder, refuse_evidence_folder, writing_translated
from core.report.manifest import SUFFIX, Manifest
from core.report.names import report_stem
from core.report.pdf_report import write_pdf
from core.settings import MediaLimits
from gui.preferences.records import ReportHeader
from gui.states import ReportProgress
from gui.workers.export import (
    Document,
    ExportJob,
    PreviewJob,
    ReportItem,
    SaveJob,
    Written,
)

Tell = Callable[[object], None]
SUMMARY_STEM = "overview"
_PDF = ".pdf"


def write_reports(job: ExportJob, cancel: CancelToken, tell: Tell) -> Written | None:
    """Write the reports of each item; with several, a table and a summary of all.

    What was written before a stop is complete and stays.

    Returns:
        None where nothing was written.

    Raises:
        AnalysisError: A report cannot be written; those before it are there.
    """
    for item in job.items:
        refuse_evidence_folder(job.folder, item.evidence)
    prepare_folder(job.folder)
    style = job.header.style()
    done: list[CaseItem] = []
    for number, item in enumerate(job.items):
        if cancel.is_cancelled:
            break
        tell(ReportProgress(number, len(job.items), item.evidence.name))
        dossier = _dossier(item, job.header, style)
        if any(find_format(one).has_pictures for one in job.formats):
            dossier = _completed(dossier, item, cancel)
        if _is_stopped(cancel):  # pictures may be missing: such a report is not written
            break
        written = export_reports(dossier, job.folder, job.formats, evidence=item.evidence)
        done.append(CaseItem(item.result, written))
    if not done:
        return None
    files = [file for one in done for file in one.files]
    if len(job.items) > 1 and not cancel.is_cancelled:
        files += write_case_table(done, job.folder)
        if "pdf" in job.formats:
            files += _write_summary(job, style, done)
    left_out = tuple(item.evidence.name for item in job.items[len(done) :])
    return Written(tuple(file.path for file in files), left_out)


def make_previews(job: PreviewJob, cancel: CancelToken, tell: Tell) -> tuple[Document, ...] | None:
    """Make the PDF of each item, and with several a summary first; nothing is written.

    Raises:
        AnalysisError: One cannot be made.
    """
    style = job.header.style()
    made = []
    for number, item in enumerate(job.items):
        tell(ReportProgress(number, len(job.items), item.evidence.name))
        dossier = _completed(_dossier(item, job.header, style), item, cancel)
        if cancel.is_cancelled:
            return None
        made.append(Document(item.evidence.name, _bytes_of(partial(write_pdf, dossier)), item))
    if len(job.items) > 1:
        summary = _summary(job.items, job.header, style, {})
        content = _bytes_of(partial(write_batch_pdf, summary))
        made.insert(0, Document("", content, None))
    return None if cancel.is_cancelled else tuple(made)


def save_previews(job: SaveJob, cancel: CancelToken, tell: Tell) -> Written | None:
    """Write documents as they were seen, to the byte, each with its manifest.

    Raises:
        ReportError: The folder is the evidence's own, or writing failed.
    """
    evidence = [one.item.evidence for one in job.documents if one.item is not None]
    for path in evidence:
        refuse_evidence_folder(job.folder, path)
    files: list[WrittenFile] = []
    for number, document in enumerate(job.documents):
        if cancel.is_cancelled:
            break
        tell(ReportProgress(number, len(job.documents), document.title))
        files += _save(document, job.folder, job.documents)
    return Written(tuple(file.path for file in files)) if files else None


def _dossier(item: ReportItem, header: ReportHeader, style: ReportStyle) -> Dossier:
    notes = (AnalystNote(one.author, one.written_at, one.text) for one in item.annotations.notes)
    frames = (
        MarkedFrame(one.frame_index, one.time_s, one.label) for one in item.annotations.bookmarks
    )
    return Dossier(
        item.result, header.case, notes=tuple(notes), marked_frames=tuple(frames), style=style
    )


def _completed(dossier: Dossier, item: ReportItem, cancel: CancelToken) -> Dossier:
    """Add pictures and maps; the loaded detectors belong to another thread, so load them anew."""
    gathered = gather(dossier, item.evidence, MediaLimits(), cancel)
    return gathered if cancel.is_cancelled else explain_key_frames(gathered)


def _write_summary(
    job: ExportJob, style: ReportStyle, done: Sequence[CaseItem]
) -> tuple[WrittenFile, ...]:
    names = {id(one.result): tuple(file.path.name for file in one.files) for one in done}
    summary = _summary(job.items, job.header, style, names)
    return _write_pdf_alone(job.folder, partial(write_batch_pdf, summary), job.items[0].result)


def _summary(
    items: Sequence[ReportItem],
    header: ReportHeader,
    style: ReportStyle,
    names: dict[int, tuple[str, ...]],
) -> BatchSummary:
    cards = {key: card for item in items for key, card in cards_of(item.result).items()}
    return BatchSummary(
        folder="",
        items=tuple(
            batch_item(item.result, item.result.file.name, reports=names.get(id(item.result), ()))
            for item in items
        ),
        reported_at=datetime.now().astimezone().isoformat("T", "seconds"),
        run=items[0].result.run,
        case=header.case,
        cards=cards,
        style=replace(style, logo=b""),
    )


def _save(document: Document, folder: Path, others: Sequence[Document]) -> tuple[WrittenFile, ...]:
    def write(stream: BinaryIO) -> None:
        stream.write(document.content)

    if document.item is None:
        first = next(one.item for one in others if one.item is not None)
        return _write_pdf_alone(folder, write, first.result)
    result = document.item.result
    with writing_translated(folder):
        stem = report_stem(result.file, folder, (_PDF, SUFFIX))
    facts = Manifest(_made_by(result), result.file.sha256_before, None, ())
    return write_export(folder, stem, [Part(stem + _PDF, write)], facts)


def _write_pdf_alone(
    folder: Path, write: Callable[[BinaryIO], None], result: AnalysisResult
) -> tuple[WrittenFile, ...]:
    """Write the summary of several items; an older one is left alone."""
    stem, number = SUMMARY_STEM, 1
    with writing_translated(folder):
        while any((folder / (stem + suffix)).exists() for suffix in (_PDF, SUFFIX)):
            number += 1
            stem = f"{SUMMARY_STEM}-{number}"
    part = Part(stem + _PDF, write)
    return write_export(folder, stem, [part], Manifest(_made_by(result), None, None, ()))


def _is_stopped(cancel: CancelToken) -> bool:
    """Ask again: it is set from another thread, which a type checker does not know."""
    return cancel.is_cancelled


def _made_by(result: AnalysisResult) -> str:
    return f"{result.run.tool} {result.run.version}"


def _bytes_of(write: Callable[[BinaryIO], None]) -> bytes:
    stream = io.BytesIO()
    write(stream)
    return stream.getvalue()
