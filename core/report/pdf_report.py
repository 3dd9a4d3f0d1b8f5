# SPDX-License-Identifier: Apache-2.0
"""A dossier as PDF/A-3 and PDF/UA-1, with the JSON and the CSV attached.

The same dossier gives the same bytes: the document's date is the report's, its fonts are ours,
and nothing else of the machine goes in.
"""

from __future__ import annotations

import hashlib
import io
import logging
import re
from typing import BinaryIO

from core.dossier import Dossier
from core.report.csv_report import write_csv
from core.report.json_report import write_json
from core.report.names import safe_stem
from core.report.pdf.blocks import Writer, cut
from core.report.pdf.case import case_section, closing_section, glossary_section
from core.report.pdf.cover import cover
from core.report.pdf.glyphs import drawable
from core.report.pdf.languages import read_language
from core.report.pdf.media import media_section
from core.report.pdf.method import coverage_section, method_section, repeat_section
from core.report.pdf.pictures import Picture, pictures_of
from core.report.pdf.rates import interpretation_section, rates_section
from core.report.pdf.results import Pictures, results_section
from core.report.pdf.typesetting import CannotSetTextError, Sheet, typeset

log = logging.getLogger(__name__)

LOGO_NAME = "laboratory-logo.png"


def write_pdf(dossier: Dossier, stream: BinaryIO) -> None:
    """Write the report.

    Raises:
        ReportError: The document cannot be set.
        SettingsError: The language is not known.
    """
    try:
        stream.write(typeset(sheet(dossier)))
    except CannotSetTextError as error:
        # A script that the fonts have but cannot combine: rather escapes than no report.
        log.warning("text is shown as escapes: %s", error)
        stream.write(typeset(sheet(dossier, plain=True)))


def report_id(dossier: Dossier, result_json: bytes) -> str:
    """Name a report by what is in it: the result, the case, what people wrote, and the time."""
    words: tuple[object, ...] = (
        dossier.case,
        dossier.reported_at,
        dossier.notes,
        dossier.amendments,
    )
    words += (dossier.marked_frames,) if dossier.marked_frames else ()
    facts = repr((*words, dossier.report_version, dossier.log_head))
    return hashlib.sha256(result_json + facts.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def sheet(dossier: Dossier, *, plain: bool = False) -> Sheet:
    """Lay out what the template sets.

    Args:
        dossier: Any.
        plain: Show text from outside in ASCII with escapes.
    """
    say = read_language(dossier.style.language)
    writer = Writer(say, plain)
    pictures = pictures_of(dossier)
    attached = _attachments(dossier)
    result_json = next(iter(attached.values()))
    names = [
        {
            "name": name,
            "kind": "json" if name.endswith(".json") else "csv",
            "mime": "application/json" if name.endswith(".json") else "text/csv",
            "sha256": hashlib.sha256(content).hexdigest(),
            "about": say(f"closing.{'json' if name.endswith('.json') else 'csv'}"),
        }
        for name, content in attached.items()
    ]
    data: dict[str, object] = {
        "frame": frame_facts(dossier, report_id(dossier, result_json), writer),
        "cover": cover(dossier, writer),
        "sections": _sections(dossier, pictures, names, writer),
        "attachments": names,
        "words": template_words(writer),
    }
    files = attached | {one.name: one.data for one in _every(pictures)}
    if dossier.style.logo:
        files[LOGO_NAME] = dossier.style.logo
    return Sheet("report.typ", data, files, dossier.reported_at or dossier.result.run.finished_at)


def frame_facts(dossier: Dossier, number: str, writer: Writer) -> dict[str, object]:
    """What stands on every page, and what the file says of itself."""
    say, run, case = writer.say, dossier.result.run, dossier.case
    return {
        "title": say("head.title"),
        "name": writer.text(dossier.result.file.name),
        "language": say.code,
        "paper": {"a4": "a4", "letter": "us-letter"}[dossier.style.paper],
        "report": say(
            "head.report", number=number, version=cut(writer.text(dossier.report_version), 16)
        ),
        "report_id": number,
        "tool": writer.text(f"{run.tool} {run.version}"),
        "case": f"{say('case.case_id')}: {cut(writer.text(case.case_id), 24)}",
        "item": f"{say('case.item_id')}: {cut(writer.text(case.item_id), 24)}",
        "organization": drawable(case.organization, plain=writer.plain),
        "logo": LOGO_NAME if dossier.style.logo else "",
        "logo_alt": writer.say("head.logo"),
    }


def template_words(writer: Writer) -> dict[str, str]:
    """The few words that the template itself sets."""
    names = ("item", "question", "outcome", "strength", "not_shown")
    words = {name: writer.say(f"cover.{name}_heading") for name in names}
    extra = ("page", "axis_left", "axis_right", "axis_bounds")
    words |= {name: writer.say(f"template.{name}") for name in extra}
    return words


def _attachments(dossier: Dossier) -> dict[str, bytes]:
    """Give the JSON and the CSV as they would be written beside the PDF."""
    stem = re.sub(r"[^\w.-]", "_", safe_stem(dossier.result.file.name), flags=re.ASCII)[:80]
    files = {}
    for suffix, write in ((".json", write_json), (".csv", write_csv)):
        buffer = io.BytesIO()
        write(dossier, buffer)
        files[stem + suffix] = buffer.getvalue()
    return files


def _every(pictures: Pictures) -> list[Picture]:
    return [one for _, frame, heat in pictures for one in (frame, heat) if one is not None]


def _sections(
    dossier: Dossier, pictures: Pictures, attached: list[dict[str, str]], writer: Writer
) -> list[dict[str, object]]:
    return [
        results_section(dossier, pictures, writer),
        interpretation_section(dossier, writer),
        coverage_section(dossier, writer),
        method_section(dossier, writer),
        rates_section(dossier, writer),
        case_section(dossier, writer),
        media_section(dossier, writer),
        repeat_section(dossier, writer),
        closing_section(dossier, _every(pictures), attached, writer),
        glossary_section(writer),
    ]
