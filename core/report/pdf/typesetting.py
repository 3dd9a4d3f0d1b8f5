# SPDX-License-Identifier: Apache-2.0
"""Runs typst on our template: our fonts only, no packages, no network, no other file."""

from __future__ import annotations

import json
import re
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any, Literal

import resources
from core.errors import ReportError

TEMPLATE_FOLDER = "report"
# Archiving with the machine-readable results inside, and reading by a screen reader: see
# docs/adr/0008-pdf-standard.md.
STANDARDS: tuple[Literal["a-3a", "ua-1"], ...] = ("a-3a", "ua-1")


class CannotSetTextError(ReportError):
    """A text has characters that the fonts cannot combine."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is set.

    Attributes:
        template: A file of `resources/report`.
        data: Plain JSON values; strings are printed as they stand, never read as markup.
        files: Pictures and attachments, by name without folder.
        date: ISO 8601 with an offset; the document's date.
    """

    template: str
    data: Mapping[str, object]
    files: Mapping[str, bytes]
    date: str


def typeset(sheet: Sheet) -> bytes:
    """Set a document.

    Returns:
        The PDF; the same sheet gives the same bytes.

    Raises:
        CannotSetTextError: A character or a combination cannot be drawn.
        ReportError: Anything else that typst refuses.
    """
    import typst

    with tempfile.TemporaryDirectory(prefix="facewitness-report-") as name:
        folder = Path(name)
        _lay_out(folder, sheet)
        try:
            content = typst.compile(
                folder / sheet.template,
                root=folder,
                font_paths=_fonts(),
                ignore_system_fonts=True,
                package_path=folder / "no-packages",
                package_cache_path=folder / "no-packages",
                pdf_standards=list(STANDARDS),
                timestamp=_moment(sheet.date),
            )
        except typst.TypstError as error:
            if "could not be displayed" in str(error):
                raise CannotSetTextError(f"A text cannot be set: {error}.") from error
            raise ReportError(
                f"The PDF cannot be set: {error}.",
                advice="Write JSON and CSV instead, and report this as a defect.",
            ) from error
    return bytes(content)


def _lay_out(folder: Path, sheet: Sheet) -> None:
    """Put template, data and files into one folder: the only one that typst can read."""
    for part in resources.path(TEMPLATE_FOLDER).glob("*.typ"):
        shutil.copyfile(part, folder / part.name)
    text = json.dumps(sheet.data, ensure_ascii=True, allow_nan=False)
    (folder / "data.json").write_text(text, encoding="ascii")
    (folder / "files").mkdir()
    for name, content in sheet.files.items():
        if not re.fullmatch(r"[\w.@=+~, -]+", name, re.ASCII):
            raise ValueError(f"expected a plain file name without folder, got {name!r}")
        (folder / "files" / name).write_bytes(content)


@cache
def _fonts() -> Any:
    """Load the fonts once; typst brings the fixed-width one itself."""
    import typst

    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=True,
        font_paths=[resources.path("fonts")],
    )


def _moment(iso: str) -> datetime:
    """Read the document's date; PDF/A demands one, so a text that is none becomes 1980.

    Whole seconds: a PDF's date has no finer part, and typst refuses one.
    """
    try:
        when = datetime.fromisoformat(iso).replace(microsecond=0)
    except ValueError:
        return datetime(1980, 1, 1, tzinfo=UTC)
    return when if when.tzinfo else when.replace(tzinfo=UTC)
