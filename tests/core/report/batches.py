# SPDX-License-Identifier: Apache-2.0
"""Batch summaries of any size, made by hand."""

from __future__ import annotations

from core.dossier import ReportStyle
from core.records import Coverage, Outcome
from core.report.batch_summary import BatchItem, BatchSummary
from tests.core.report.dossiers import CARD, CASE, HOSTILE, LONG, RUN_CALIBRATED, SCRIPTS

_NAMES = (HOSTILE, LONG, SCRIPTS)


def batch(size: int, language: str = "en") -> BatchSummary:
    """So many items with outcomes in turn, the first with names of every hostile kind."""
    outcomes = tuple(Outcome)
    return BatchSummary(
        folder="exhibits/2026-114",
        items=tuple(_item(number, outcomes[number % 5]) for number in range(size)),
        reported_at="2026-05-01T12:30:00+02:00",
        not_started=("later/one.mp4",) if size else (),
        skipped=(("exhibits/link", "a link; links are not followed"),) if size else (),
        run=RUN_CALIBRATED if size else None,
        case=CASE,
        cards={"xception": CARD} if size else {},
        log_head="ab" * 32 if size else None,
        style=ReportStyle("a4", language),
    )


def _item(number: int, outcome: Outcome) -> BatchItem:
    name = _NAMES[number] if number < len(_NAMES) else f"clip-{number:04}.mp4"
    failed = outcome is Outcome.COULD_NOT_EVALUATE
    judged = outcome in set(Outcome) - {Outcome.COULD_NOT_EVALUATE, Outcome.NOT_APPLICABLE}
    return BatchItem(
        name=name,
        path=f"day {number % 7}/{name}",
        outcome=outcome,
        reason=("corrupt_media" if failed else None) if judged or failed else "no_face",
        message="The file is damaged: no frame can be had from it." if failed else "",
        duplicates=(f"copies/{name}",) if number % 11 == 3 else (),
        log10_lr=(number % 17 - 8) / 10 if judged else None,
        people=0 if failed else number % 4,
        coverage=None if failed else Coverage(250, 250, number % 3, 50, 40, 30 + number % 9),
        duration_s=None if failed else 10.0 + number,
        elapsed_s=3.5,
        sha256=f"{number:064x}",
        reports=(f"{number:04}.json", f"{number:04}.pdf"),
    )
