# SPDX-License-Identifier: Apache-2.0
"""The summary of a batch as a document: what to look at first, counts, coverage, errors, cards."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import BinaryIO

from core.records import Outcome
from core.report.batch_summary import (
    NEEDS_REVIEW,
    BatchItem,
    BatchSummary,
    coverage_totals,
    outcome_counts,
    review_order,
)
from core.report.pdf.blocks import (
    Block,
    Value,
    Writer,
    boxed,
    bullets,
    cut,
    facts,
    section,
    table,
)
from core.report.pdf.languages import read_language
from core.report.pdf.rates import card_blocks
from core.report.pdf.typesetting import CannotSetTextError, Sheet, typeset
from core.report.pdf.words import MARKS, outcome_and_reason, outcome_words, reason_words

# What fits the first page or two; the rest comes first in the table of all items.
_MOST_FIRST = 40


def write(summary: BatchSummary, stream: BinaryIO) -> None:
    """Write the summary report.

    Raises:
        ReportError: The document cannot be set.
        SettingsError: The language is not known.
    """
    try:
        stream.write(typeset(batch_sheet(summary)))
    except CannotSetTextError:
        stream.write(typeset(batch_sheet(summary, plain=True)))


def batch_sheet(summary: BatchSummary, *, plain: bool = False) -> Sheet:
    """Lay out what the template sets."""
    say = read_language(summary.style.language)
    writer = Writer(say, plain)
    case = summary.case
    frame = {
        "title": say("batch.title"),
        "name": writer.text(summary.folder),
        "language": say.code,
        "paper": {"a4": "a4", "letter": "us-letter"}[summary.style.paper],
        "report": say("head.report", number=_number(summary), version="1"),
        "report_id": _number(summary),
        "tool": writer.text(f"{summary.run.tool} {summary.run.version}") if summary.run else "",
        "case": f"{say('case.case_id')}: {cut(writer.text(case.case_id), 24)}",
        "item": f"{say('batch.items')}: {say.number(len(summary.items))}",
        "organization": writer.text(case.organization) if case.organization else "",
    }
    data = {
        "frame": frame,
        "words": {"page": say("template.page")},
        "facts": list(_head(summary, writer)),
        "outcomes": [
            [MARKS[outcome], outcome_words(say, outcome), say.number(count), outcome.value, count]
            for outcome, count in outcome_counts(summary).items()
        ],
        "outcomes_heading": say("batch.outcomes"),
        "sections": _sections(summary, writer),
        "caveat": f"{say('word.absence')} {say('batch.not_shown')}",
    }
    return Sheet("batch.typ", data, {}, summary.reported_at)


def _number(summary: BatchSummary) -> str:
    """Name the summary by what is in it."""
    facts = repr((summary.folder, summary.items, summary.reported_at, summary.not_started))
    return hashlib.sha256(facts.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def _head(summary: BatchSummary, writer: Writer) -> Iterator[list[Value]]:
    say, case = writer.say, summary.case
    yield [say("case.case_id"), writer.brief(case.case_id)]
    yield [say("case.organization"), writer.brief(case.organization)]
    yield [say("case.operator"), writer.brief(case.operator)]
    yield [say("case.reported_at"), say.moment(summary.reported_at)]
    yield [say("batch.folder"), writer.brief(summary.folder, 240)]
    yield [say("batch.finished"), say.number(len(summary.items))]
    yield [say("batch.not_started"), say.number(len(summary.not_started))]
    doubles = sum(len(item.duplicates) for item in summary.items)
    yield [say("batch.duplicates"), say.number(doubles)]
    yield [say("batch.skipped_count"), say.number(len(summary.skipped))]
    log = writer.mono(summary.log_head) if summary.log_head else say("closing.no_log")
    yield [say("closing.log_head"), log]


def _sections(summary: BatchSummary, writer: Writer) -> list[dict[str, object]]:
    say = writer.say
    parts = [
        section(say("batch.review_first"), _review(summary, writer)),
        section(say("batch.coverage"), _coverage(summary, writer)),
        section(say("batch.errors"), _errors(summary, writer)),
        section(say("batch.all_items"), _all_items(summary, writer)),
    ]
    if summary.run is not None:
        parts.append(section(say("batch.cards"), _cards(summary, writer)))
    return parts


def _review(summary: BatchSummary, writer: Writer) -> Iterator[Block]:
    say = writer.say
    wanted = [item for item in review_order(summary) if item.outcome in NEEDS_REVIEW]
    if not wanted:
        yield writer.paragraph("batch.nothing_to_review" if summary.items else "batch.no_items")
        return
    yield writer.paragraph("batch.review_why")
    head = [say("batch.name"), say("batch.outcome"), say("results.log10_lr"), say("batch.files")]
    rows: list[list[Value]] = [
        [
            writer.brief(item.path),
            outcome_and_reason(say, item.outcome, item.reason),
            say.number(item.log10_lr, 2, sign=True),
            _files(item, writer),
        ]
        for item in wanted[:_MOST_FIRST]
    ]
    yield table(head, rows, "wlrl")
    if len(wanted) > _MOST_FIRST:
        rest = say.number(len(wanted) - _MOST_FIRST)
        yield {"k": "note", "text": say("batch.review_rest", count=rest)}


def _files(item: BatchItem, writer: Writer) -> Value:
    if not item.reports:
        return "–"
    return {"k": "stack", "lines": [writer.brief(name) for name in item.reports]}


def _coverage(summary: BatchSummary, writer: Writer) -> Iterator[Block]:
    totals = coverage_totals(summary)
    yield facts((writer.say(f"coverage.{n}"), writer.say.number(v)) for n, v in totals.items())


def _errors(summary: BatchSummary, writer: Writer) -> Iterator[Block]:
    say = writer.say
    failed = [one for one in review_order(summary) if one.outcome is Outcome.COULD_NOT_EVALUATE]
    if failed:
        rows: list[list[Value]] = [
            [
                writer.brief(item.path),
                reason_words(say, item.reason) or "–",
                writer.text(item.message) if item.message else "–",
            ]
            for item in failed
        ]
        yield table([say("batch.name"), say("coverage.why"), say("batch.error")], rows, "lll")
    else:
        yield writer.paragraph("batch.no_errors" if summary.items else "batch.no_items")
    if summary.skipped:
        yield writer.heading("batch.skipped")
        yield facts((writer.brief(path), writer.text(why)) for path, why in summary.skipped)
    if summary.not_started:
        yield writer.heading("batch.left")
        yield bullets(writer.long(path) for path in summary.not_started)


def _all_items(summary: BatchSummary, writer: Writer) -> Iterator[Block]:
    say = writer.say
    if not summary.items:
        yield writer.paragraph("batch.no_items")
        return
    names = ["batch.name", "batch.outcome", "results.log10_lr", "batch.people", "batch.usable"]
    head = [say(name) for name in (*names, "word.duration")]
    yield table(head, [_row(item, writer) for item in review_order(summary)], "wlrrrr")


def _row(item: BatchItem, writer: Writer) -> list[Value]:
    say, coverage = writer.say, item.coverage
    lines: list[Value] = [writer.long(item.path)]
    if item.sha256:
        lines.append({"k": "mono", "pieces": [item.sha256[:32], item.sha256[32:]]})
    if item.duplicates:
        places = ", ".join(writer.text(path) for path in item.duplicates)
        lines.append(writer.long(say("batch.same_bytes", places=places)))
    usable = (
        f"{say.number(coverage.frames_with_usable_face)} / {say.number(coverage.frames_sampled)}"
        if coverage
        else "–"
    )
    return [
        {"k": "stack", "lines": lines},
        outcome_and_reason(say, item.outcome, item.reason),
        say.number(item.log10_lr, 2, sign=True),
        say.number(item.people) if coverage else "–",
        usable,
        say.seconds(item.duration_s),
    ]


def _cards(summary: BatchSummary, writer: Writer) -> Iterator[Block]:
    say = writer.say
    assert summary.run is not None  # noqa: S101 - the caller looked
    yield writer.paragraph("rates.what")
    for run in summary.run.detectors:
        yield {"k": "heading", "text": writer.text(f"{run.title} ({run.detector_id})")}
        yield facts([(say("method.weights"), writer.mono(run.weights_sha256))])
        card = summary.cards.get(run.detector_id)
        if card:
            yield from card_blocks(card, writer)
        else:
            yield writer.paragraph("rates.no_card")
    yield boxed(say("word.absence"))
