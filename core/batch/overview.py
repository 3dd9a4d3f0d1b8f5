# SPDX-License-Identifier: Apache-2.0
"""A batch as the records of its report for people; for as many files as a person can look at."""

from __future__ import annotations

from datetime import UTC, datetime

from core.batch.fingerprint import ToolFacts
from core.batch.reader import BatchReader
from core.batch.records import Item, Status
from core.dossier import CaseFacts, ReportStyle
from core.evidence.custody import run_facts
from core.records import RunFacts
from core.report.batch_summary import BatchItem, BatchSummary
from core.settings import AnalysisRequest, AnalysisSettings
from core.text import printable

# Longer lists are read in the table; the report of a million files would be a book.
MAX_FILES = 5000


def batch_summary(
    reader: BatchReader, run: RunFacts | None, case: CaseFacts, style: ReportStyle
) -> BatchSummary:
    """Collect what the report shows.

    Args:
        reader: The state of a batch of at most `MAX_FILES` files and passed places.
        run: Versions, settings and detectors.
        case, style: Of the report.
    """
    copies: dict[int, list[str]] = {}
    for item in reader.items(Status.DUPLICATE):
        if item.same_as is not None:
            copies.setdefault(item.same_as, []).append(printable(item.path))
    done = reader.items(Status.DONE)
    left = reader.items(Status.WAITING, Status.RUNNING)
    return BatchSummary(
        folder=reader.meta("folder"),
        items=tuple(_line(item, tuple(copies.get(item.item_id, ()))) for item in done),
        reported_at=datetime.now().astimezone().isoformat("T", "seconds"),
        not_started=tuple(printable(item.path) for item in left),
        skipped=tuple((printable(place.path), place.why.value) for place in reader.passed()),
        run=run,
        case=case,
        style=style,
    )


def facts_of_run(
    settings: AnalysisSettings, facts: ToolFacts, folder: str, started_at: datetime
) -> RunFacts:
    """Write down what made the results, with a command that makes them again."""
    request = AnalysisRequest(
        # Only its settings are read: there is no single file.
        path=_NO_FILE,
        settings=settings,
        command=f"facewitness batch {folder} --out OUT",
    )
    return run_facts(
        request,
        selection=facts.selection,
        face_detector=facts.face_detector,
        detectors=facts.detectors,
        started_at=started_at,
        finished_at=datetime.now(UTC),
    )


def _line(item: Item, duplicates: tuple[str, ...]) -> BatchItem:
    assert item.outcome is not None  # noqa: S101  it is done
    return BatchItem(
        name=printable(item.path.rpartition("/")[2]),
        path=printable(item.path),
        outcome=item.outcome,
        reason=item.reason or None,
        message=item.message,
        duplicates=duplicates,
        log10_lr=item.log10_lr,
        people=item.people,
        coverage=item.coverage,
        duration_s=item.duration_s,
        elapsed_s=item.seconds,
        sha256=item.sha256,
        reports=(item.folder,),
    )
