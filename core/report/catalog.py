# SPDX-License-Identifier: Apache-2.0
"""The report formats there are, and writing a dossier in some of them.

Menus, command line and contract tests read `REPORT_FORMATS`: a new format is one module and one
line here.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from typing import BinaryIO

from core.dossier import Dossier
from core.errors import ReportError, SettingsError
from core.report.atomic import new_files
from core.report.csv_report import write_csv
from core.report.json_report import write_json
from core.report.names import report_stem
from core.report.pdf_report import write_pdf
from core.text import printable


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

_ADVICE = {
    errno.ENOSPC: "Free some space or choose a folder on another disk.",
    errno.EDQUOT: "Free some of your quota or choose a folder on another disk.",
    errno.EACCES: "Choose a folder you may write to, and close the report if a program shows it.",
    errno.EPERM: "Choose a folder you may write to.",
    errno.EROFS: "Choose a folder on a disk that is not write-protected.",
    errno.ENAMETOOLONG: "Choose a folder with a shorter path.",
    errno.ENOTDIR: "Choose a folder, not a file.",
    errno.EEXIST: "Choose a folder, not a file.",
    errno.EISDIR: "A folder has the report's name: move it, or choose another folder.",
}


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


def write_reports(
    dossier: Dossier,
    folder: Path,
    formats: Sequence[str],
    *,
    evidence: Path | None = None,
) -> tuple[Path, ...]:
    """Write a dossier in several formats; no report stays half-written.

    Args:
        dossier: Any result, with or without a case and pictures.
        folder: Where the reports go; made if it is not there.
        formats: Ids of formats; one named twice is written once.
        evidence: The analysed file, so that nothing is written beside it.

    Returns:
        The reports, in the order of `formats`.

    Raises:
        ReportError: `folder` is the evidence's own, or writing failed; says what to do.
        SettingsError: A format is not known.
    """
    chosen = [find_format(format_id) for format_id in dict.fromkeys(formats)]
    if evidence is not None:
        refuse_evidence_folder(folder, evidence)
    with _translated(folder):
        folder.mkdir(parents=True, exist_ok=True)
        stem = report_stem(dossier.result.file, folder, [one.suffix for one in chosen])
        targets = tuple(folder / (stem + one.suffix) for one in chosen)
        with new_files(targets) as streams:
            for one, stream in zip(chosen, streams, strict=True):
                one.write(dossier, stream)
    return targets


def prepare_folder(folder: Path) -> None:
    """Make a folder for reports and see that files can be written there, before hours of work.

    Raises:
        ReportError: They cannot; says what to do.
    """
    with _translated(folder):
        folder.mkdir(parents=True, exist_ok=True)
        # Nothing tells for sure but trying: rights, a read-only disk, access lists of Windows.
        with TemporaryFile(dir=folder):
            pass


def refuse_evidence_folder(folder: Path, evidence: Path) -> None:
    """Refuse the folder in which the evidence lies, or in which a link to it does.

    Raises:
        ReportError: It is that folder.
    """
    real = Path(os.path.realpath(evidence))
    with _translated(folder):
        for taboo in (evidence.parent, real.parent):
            if folder.exists() and taboo.exists() and folder.samefile(taboo):
                raise ReportError(
                    f"Nothing is written beside the evidence, and {printable(str(folder))} is the "
                    "folder it lies in.",
                    advice="Choose another folder; a new one inside it will do.",
                )


@contextmanager
def _translated(folder: Path) -> Iterator[None]:
    """Turn what the system says into an error with an advice."""
    try:
        yield
    except OSError as error:
        raise ReportError(
            f"The reports cannot be written to {printable(str(folder))}: "
            f"{error.strerror or error}.",
            advice=_ADVICE.get(error.errno or 0, "Choose another folder."),
            errno=error.errno,
        ) from error
