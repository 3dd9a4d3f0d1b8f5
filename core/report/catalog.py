# SPDX-License-Identifier: Apache-2.0
"""The report formats there are, and writing a dossier in some of them.

Menus, command line and contract tests read `REPORT_FORMATS`: a new format is one module and one
line here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import BinaryIO

from core.dossier import Dossier
from core.errors import SettingsError
from core.report.csv_report import write_csv
from core.report.export import PLAIN, ExportOptions, Part, WrittenFile, write_export
from core.report.folders import refuse_evidence_folder, writing_translated
from core.report.json_report import write_json
from core.report.manifest import SUFFIX, Manifest
from core.report.names import report_stem
from core.report.pdf_report import write_pdf


@dataclass(frozen=True, slots=True)
class ReportFormat:
    """One way to write a result.

    Attributes:
        id: What the user types, e.g. "json".
        label: What a menu shows.
        suffix: Of the file, with the dot.
        write: Writes a dossier to a stream; the same dossier gives the same bytes.
        has_pictures: Whether it shows more than the result, so that a dossier is to be gathered.
    """

    id: str
    label: str
    suffix: str
    write: Callable[[Dossier, BinaryIO], None]
    has_pictures: bool = False


REPORT_FORMATS = (
    ReportFormat("json", "JSON: everything", ".json", write_json),
    ReportFormat("csv", "CSV: scores of each face and frame", ".csv", write_csv),
    ReportFormat("pdf", "PDF: a report with pictures", ".pdf", write_pdf, has_pictures=True),
)


def find_format(format_id: str) -> ReportFormat:
    """Give the format of an id.

    Raises:
        SettingsError: There is none.
    """
    for report_format in REPORT_FORMATS:
        if report_format.id == format_id:
            return report_format
    known = ", ".join(one.id for one in REPORT_FORMATS)
    raise SettingsError(f"expected a report format of {known}, got {format_id!r}")


def export_reports(
    dossier: Dossier,
    folder: Path,
    formats: Sequence[str],
    *,
    evidence: Path | None = None,
    options: ExportOptions = PLAIN,
) -> tuple[WrittenFile, ...]:
    """Write a dossier in several formats, with a manifest; all of it is there or nothing.

    Args:
        dossier: Any result, with or without a case and pictures.
        folder: Where the reports go; made if it is not there.
        formats: Ids of formats; one named twice is written once.
        evidence: The analysed file, so that nothing is written beside it.
        options: Byte order mark, signature.

    Returns:
        The reports in the order of `formats`, then the manifest, then its signature if any.

    Raises:
        ReportError: `folder` is the evidence's own, or writing failed; says what to do.
        SettingsError: A format is not known.
    """
    chosen = [find_format(format_id) for format_id in dict.fromkeys(formats)]
    if evidence is not None:
        refuse_evidence_folder(folder, evidence)
    result = dossier.result
    with writing_translated(folder):
        stem = report_stem(result.file, folder, [*(one.suffix for one in chosen), SUFFIX])
    return write_export(
        folder,
        stem,
        [Part(stem + one.suffix, partial(one.write, dossier)) for one in chosen],
        Manifest(
            made_by=f"{result.run.tool} {result.run.version}",
            evidence_sha256=result.file.sha256_before,
            log_head=dossier.log_head,
            files=(),
        ),
        options,
    )


def write_reports(
    dossier: Dossier,
    folder: Path,
    formats: Sequence[str],
    *,
    evidence: Path | None = None,
    options: ExportOptions = PLAIN,
) -> tuple[Path, ...]:
    """Do as `export_reports`, and give the paths only."""
    written = export_reports(dossier, folder, formats, evidence=evidence, options=options)
    return tuple(one.path for one in written)
