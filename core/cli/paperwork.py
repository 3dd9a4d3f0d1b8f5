# SPDX-License-Identifier: Apache-2.0
"""What a report says of the case, read from a TOML file and from options.

case_id = "2026-114"
operator = "A. Example"
report_version = "2"

[[notes]]
author = "A. Example"
written_at = "2026-11-24T10:00:00+01:00"
text = "..."

[[amendments]]
version = "1"
date = "2026-11-20"
change = "..."
"""

from __future__ import annotations

import dataclasses
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from core.case.document import CASE_SUFFIX, MAX_BYTES, read_document
from core.dossier import Amendment, AnalystNote, CaseFacts, Dossier, ReportStyle
from core.errors import SettingsError
from core.records import AnalysisResult
from core.report.pdf.languages import read_language
from core.text import printable

_MAX_BYTES = 1024 * 1024
_Record = TypeVar("_Record", AnalystNote, Amendment)


@dataclass(frozen=True, slots=True)
class Paperwork:
    """What is the same in the reports on all files of a run."""

    case: CaseFacts = field(default_factory=CaseFacts)
    notes: tuple[AnalystNote, ...] = ()
    amendments: tuple[Amendment, ...] = ()
    report_version: str = "1"
    style: ReportStyle = field(default_factory=ReportStyle)

    def dossier(self, result: AnalysisResult) -> Dossier:
        """Put a result into a dossier."""
        return Dossier(
            result,
            self.case,
            notes=self.notes,
            amendments=self.amendments,
            report_version=self.report_version,
            style=self.style,
        )


def read_paperwork(
    case_file: Path | None, options: Mapping[str, str | None], *, paper: str, language: str
) -> Paperwork:
    """Read a case file; an option that is given stands above the file.

    Args:
        case_file: TOML, or None.
        options: Names of CaseFacts fields to texts; None where the option was not given.
        paper, language: As typed.

    Raises:
        SettingsError: The file cannot be read, has an unknown key or a value that is no text, or
            an option has no meaning.
    """
    if paper not in {"a4", "letter"}:
        raise SettingsError(f"expected a paper of a4, letter, got {printable(paper)!r}")
    read_language(language)
    table = _read(case_file) if case_file is not None else {}
    notes = _records(table.pop("notes", []), AnalystNote, "notes")
    amendments = _records(table.pop("amendments", []), Amendment, "amendments")
    version = _texts({"report_version": table.pop("report_version", "1")}, {"report_version"}, "")
    known = {one.name for one in dataclasses.fields(CaseFacts)}
    given = {name: text for name, text in options.items() if text is not None}
    return Paperwork(
        case=CaseFacts(**(_texts(table, known, "") | given)),
        notes=notes,
        amendments=amendments,
        report_version=version["report_version"],
        style=ReportStyle("letter" if paper == "letter" else "a4", language),
    )


def _read(path: Path) -> dict[str, object]:
    name = printable(path.name)
    if path.suffix == CASE_SUFFIX:
        return _facts_of_case(path, name)
    try:
        with path.open("rb") as file:
            content = file.read(_MAX_BYTES + 1)
        if len(content) > _MAX_BYTES:
            raise SettingsError(f"The case file {name} is over {_MAX_BYTES} bytes.")
        return tomllib.loads(content.decode("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingsError(
            f"The case file {name} cannot be read: {error}.",
            advice='Write it as TOML in UTF-8, a line such as case_id = "2026-114" for each fact.',
        ) from error


def _facts_of_case(path: Path, name: str) -> dict[str, object]:
    """Take what a case of the window says of itself; empty facts are as good as none."""
    try:
        with path.open("rb") as file:
            document = read_document(file.read(MAX_BYTES), name)
    except OSError as error:
        raise SettingsError(f"The case file {name} cannot be read: {error.strerror}.") from error
    facts = dataclasses.asdict(document.case)
    return {key: value for key, value in facts.items() if value}


def _records(value: object, kind: type[_Record], where: str) -> tuple[_Record, ...]:
    known = {one.name for one in dataclasses.fields(kind)}
    if not isinstance(value, list):
        raise SettingsError(f"expected [[{where}]] with {', '.join(sorted(known))}")
    return tuple(kind(**(dict.fromkeys(known, "") | _texts(one, known, where))) for one in value)


def _texts(table: object, known: set[str], where: str) -> dict[str, str]:
    """Check names and values of one table."""
    if not isinstance(table, Mapping):
        raise SettingsError(f"expected [[{where}]] with {', '.join(sorted(known))}")
    for name, value in table.items():
        if name not in known:
            raise SettingsError(
                f"The case file has an unknown key {printable(str(name))!r}.",
                advice=f"Known keys: {', '.join(sorted(known))}.",
            )
        if not isinstance(value, str):
            raise SettingsError(f"expected text in quotes for {name}, got {value!r}")
    return {str(name): str(value) for name, value in table.items()}
