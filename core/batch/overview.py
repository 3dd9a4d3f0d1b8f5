# SPDX-License-Identifier: Apache-2.0
"""A batch as the records of its report for people; for as many files as a person can look at."""

from __future__ import annotations

import shlex
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from core.batch.discovery import Scope
from core.batch.fingerprint import ToolFacts
from core.batch.reader import BatchReader
from core.batch.records import Item, Status
from core.dossier import CaseFacts, ReportStyle
from core.errors import AnalysisError
from core.evidence.custody import run_facts, setting_options
from core.records import DetectorRun, RunFacts
from core.report.batch_summary import BatchItem, BatchSummary
from core.settings import AnalysisRequest, AnalysisSettings
from core.text import printable
from core.weights import find_weights

# Longer lists are read in the table; the report of a million files would be a book.
MAX_FILES = 5000


def batch_summary(
    reader: BatchReader,
    run: RunFacts | None,
    cards: Mapping[str, Mapping[str, object]],
    case: CaseFacts,
    style: ReportStyle,
) -> BatchSummary:
    """Collect what the report shows.

    Args:
        reader: The state of a batch of at most `MAX_FILES` files and passed places.
        run: Versions, settings and detectors; None when nothing was analysed.
        cards: Detector id to its card as plain values.
        case, style: Of the report.
    """
    copies: dict[int, list[str]] = {}
    for item in reader.items(Status.DUPLICATE):
        if item.same_as is not None:
            copies.setdefault(item.same_as, []).append(printable(item.path))
    done = reader.items(Status.DONE)
    left = reader.items(Status.WAITING, Status.RUNNING, Status.CANCELLED)
    return BatchSummary(
        folder=reader.meta("folder"),
        items=tuple(_line(item, tuple(copies.get(item.item_id, ()))) for item in done),
        reported_at=datetime.now().astimezone().isoformat("T", "seconds"),
        not_started=tuple(printable(item.path) for item in left),
        skipped=tuple((printable(place.path), place.why.value) for place in reader.passed()),
        run=run,
        case=case,
        cards=cards,
        style=style,
    )


def cards_of(detectors: tuple[DetectorRun, ...]) -> dict[str, Mapping[str, object]]:
    """Read the cards of the detectors that ran, where this machine has the same weights."""
    try:
        found = {folder.id: folder.card for folder in find_weights()}
    except AnalysisError:
        return {}
    return {
        run.detector_id: found[run.detector_id].raw
        for run in detectors
        if run.detector_id in found and found[run.detector_id].network_sha256 == run.weights_sha256
    }


def facts_of_run(request: AnalysisRequest, facts: ToolFacts, started_at: datetime) -> RunFacts:
    """Write down what made the results.

    Args:
        request: The folder, the settings and the command of the batch.
        facts: What its workers analysed with.
        started_at: With a time zone.
    """
    run = run_facts(
        request,
        selection=facts.selection,
        face_detector=facts.face_detector,
        detectors=facts.detectors,
        started_at=started_at,
        finished_at=datetime.now(UTC),
    )
    # The libraries that count are the workers'.
    return replace(run, versions={**run.versions, **facts.versions})


def batch_command(folder: Path, scope: Scope, settings: AnalysisSettings, facts: ToolFacts) -> str:
    """Write the command line that makes the results again."""
    options = setting_options(settings, facts.selection)
    options += ["--recursive"] if scope.recursive else []
    options += ["--follow-links"] if scope.follow_links else []
    options += [word for each in scope.include for word in ("--include", each)]
    options += [word for each in scope.exclude for word in ("--exclude", each)]
    return shlex.join(["facewitness", "batch", *options, "--out", "OUT", "--", str(folder)])


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
