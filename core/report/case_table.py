# SPDX-License-Identifier: Apache-2.0
"""One table for all items of an export: a row an item, in the order in which they were given."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import BinaryIO

from core.records import AnalysisResult
from core.report.csv_report import number_cell, text_cell
from core.report.export import PLAIN, ExportOptions, Part, WrittenFile, write_export
from core.report.folders import writing_translated
from core.report.manifest import SUFFIX, Manifest, ManifestFile

COLUMNS = (
    *("name", "bytes", "sha256", "unchanged", "outcome", "reason", "message", "log10_lr", "kind"),
    *("duration_s", "frames_decoded", "frames_failed", "frames_examined", "frames_with_face"),
    *("frames_with_usable_face", "people", "reports"),
)


@dataclass(frozen=True, slots=True)
class CaseItem:
    """A result and what was written of it."""

    result: AnalysisResult
    files: tuple[WrittenFile, ...]


def write_case_table(
    items: Sequence[CaseItem],
    folder: Path,
    *,
    log_head: str | None = None,
    options: ExportOptions = PLAIN,
) -> tuple[WrittenFile, ...]:
    """Write the table and a manifest of the whole export.

    An older table is left alone: the new one gets the next free name.

    Args:
        items: At least one.
        folder: Where the items' reports are.
        log_head: The case log's last `sha256`, or None.
        options: Byte order mark, signature.

    Raises:
        ReportError: It cannot be written; says what to do.
    """
    with writing_translated(folder):
        stem = _free_stem(folder)
    run = items[0].result.run
    listed = {
        file.path.name: ManifestFile(file.path.name, file.size_bytes, file.sha256)
        for item in items
        for file in item.files
    }
    facts = Manifest(f"{run.tool} {run.version}", None, log_head, tuple(listed.values()))
    table = Part(f"{stem}.csv", lambda stream: _write(items, stream))
    return write_export(folder, stem, [table], facts, options)


def _free_stem(folder: Path) -> str:
    names = ("summary" if number == 1 else f"summary-{number}" for number in count(1))
    return next(
        name
        for name in names
        if not any((folder / (name + suffix)).exists() for suffix in (".csv", SUFFIX))
    )


def _write(items: Sequence[CaseItem], stream: BinaryIO) -> None:
    text = io.TextIOWrapper(stream, encoding="utf-8", newline="", write_through=True)
    try:
        rows = csv.writer(text, lineterminator="\r\n")
        rows.writerow(COLUMNS)
        rows.writerows(_row(item) for item in items)
    finally:
        text.detach()


def _row(item: CaseItem) -> list[str]:
    result, coverage = item.result, item.result.coverage
    before, after = result.file.sha256_before, result.file.sha256_after
    strengths = [track.log10_lr for track in result.tracks if track.log10_lr is not None]
    media = result.media
    return [
        text_cell(result.file.name),
        "" if result.file.size_bytes is None else str(result.file.size_bytes),
        before or "",
        "" if before is None or after is None else str(before == after).lower(),
        result.outcome.value,
        text_cell(result.reason or ""),
        text_cell(result.message),
        number_cell(max(strengths)) if strengths else "",
        media.kind if media else "",
        number_cell(media.duration_s) if media and media.duration_s is not None else "",
        str(coverage.frames_decoded),
        str(coverage.frames_failed),
        str(coverage.frames_sampled),
        str(coverage.frames_with_face),
        str(coverage.frames_with_usable_face),
        str(len(result.tracks)),
        text_cell(item.files[0].path.stem if item.files else ""),
    ]
