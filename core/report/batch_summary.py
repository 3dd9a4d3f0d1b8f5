# SPDX-License-Identifier: Apache-2.0
"""What a batch came to: one record for each file, and counts over all of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import BinaryIO

from core.dossier import CaseFacts, ReportStyle
from core.records import AnalysisResult, Coverage, Outcome, RunFacts

# What a person has to look at comes first: findings, then what failed, then what is open.
REVIEW_ORDER = (
    Outcome.SUPPORT_FOR_MANIPULATION,
    Outcome.COULD_NOT_EVALUATE,
    Outcome.INCONCLUSIVE,
    Outcome.NOT_APPLICABLE,
    Outcome.NO_SUPPORT_FOUND,
)
NEEDS_REVIEW = frozenset(REVIEW_ORDER[:3])


@dataclass(frozen=True, slots=True)
class BatchItem:
    """One file of a batch, in short.

    Attributes:
        name: File name without folder.
        path: As given, or relative to the batch's folder.
        duplicates: Paths of files with the same bytes, which were not analysed again.
        reason: A Reason's value, an error's code, or None.
        log10_lr: Of the person with the gravest outcome, or None where not calibrated.
        people: Number of tracks.
        coverage: None where the file was not read.
        duration_s: Of the media, or None.
        elapsed_s: What the analysis took, or None.
        sha256: Before the analysis, or None.
        reports: Names of the files written, relative to the output folder.
    """

    name: str
    path: str
    outcome: Outcome
    reason: str | None = None
    message: str = ""
    duplicates: tuple[str, ...] = ()
    log10_lr: float | None = None
    people: int = 0
    coverage: Coverage | None = None
    duration_s: float | None = None
    elapsed_s: float | None = None
    sha256: str | None = None
    reports: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BatchSummary:
    """A batch that ended, or as far as it came.

    Attributes:
        folder: As given.
        items: In any order; a report sorts them.
        not_started: Files that were found but not analysed when the batch ended.
        skipped: Path and reason of what was found but is no file to analyse (links, devices ...).
        run: Versions, settings, detectors and times; None when nothing was analysed.
        cards: Detector id to its card as plain values.
        reported_at: ISO 8601 with UTC offset.
    """

    folder: str
    items: tuple[BatchItem, ...]
    reported_at: str
    not_started: tuple[str, ...] = ()
    skipped: tuple[tuple[str, str], ...] = ()
    run: RunFacts | None = None
    case: CaseFacts = field(default_factory=CaseFacts)
    cards: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    log_head: str | None = None
    style: ReportStyle = field(default_factory=ReportStyle)


def batch_item(
    result: AnalysisResult,
    path: str,
    *,
    duplicates: tuple[str, ...] = (),
    elapsed_s: float | None = None,
    reports: tuple[str, ...] = (),
) -> BatchItem:
    """Shorten a result to its line in the summary.

    Args:
        result: Any result.
        path: As given, or relative to the batch's folder.
        duplicates, elapsed_s, reports: As in BatchItem.
    """
    strengths = [
        track.log10_lr
        for track in result.tracks
        if track.outcome is result.outcome and track.log10_lr is not None
    ]
    return BatchItem(
        name=result.file.name,
        path=path,
        outcome=result.outcome,
        reason=result.reason,
        message=result.message,
        duplicates=duplicates,
        log10_lr=max(strengths, default=None),
        people=len(result.tracks),
        coverage=result.coverage if result.media is not None else None,
        duration_s=result.media.duration_s if result.media is not None else None,
        elapsed_s=elapsed_s,
        sha256=result.file.sha256_before,
        reports=reports,
    )


def review_order(summary: BatchSummary) -> tuple[BatchItem, ...]:
    """Sort items: those that a person must look at first, then by strength, then by path."""
    rank = {outcome: place for place, outcome in enumerate(REVIEW_ORDER)}

    def key(item: BatchItem) -> tuple[int, float, str]:
        strength = -item.log10_lr if item.log10_lr is not None else 0.0
        return rank[item.outcome], strength, item.path

    return tuple(sorted(summary.items, key=key))


def outcome_counts(summary: BatchSummary) -> dict[Outcome, int]:
    """Count the items of each outcome, all five of them, in the order of review."""
    counts = Counter(item.outcome for item in summary.items)
    return {outcome: counts[outcome] for outcome in REVIEW_ORDER}


def coverage_totals(summary: BatchSummary) -> dict[str, int]:
    """Add up the frames of all items that were read."""
    names = (
        "frames_decoded",
        "frames_failed",
        "frames_sampled",
        "frames_with_face",
        "frames_with_usable_face",
    )
    read = [item.coverage for item in summary.items if item.coverage is not None]
    return {name: sum(getattr(one, name) for one in read) for name in names}


def write_batch_pdf(summary: BatchSummary, stream: BinaryIO) -> None:
    """Write the summary as PDF; the same summary gives the same bytes.

    Raises:
        ReportError: The document cannot be set.
        SettingsError: The language is not known.
    """
    from core.report.pdf.batch import write

    write(summary, stream)
