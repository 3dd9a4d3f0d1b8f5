# SPDX-License-Identifier: Apache-2.0
"""The summary of a batch: order of review, counts, and the document."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest

from core.records import Outcome
from core.report.batch_summary import (
    BatchSummary,
    batch_item,
    coverage_totals,
    outcome_counts,
    review_order,
    write_batch_pdf,
)
from core.report.pdf.languages import languages
from tests.core.report.batches import batch
from tests.core.report.dossiers import LONG
from tests.core.report.pdf_reading import catalog_of, metadata_of, pages_of, squeezed, text_of
from tests.core.report.results import unreadable_result, video_result
from tests.core.report.test_pdf_report import FORBIDDEN, PERCENT


def _pdf(summary: BatchSummary) -> bytes:
    stream = io.BytesIO()
    write_batch_pdf(summary, stream)
    return stream.getvalue()


def test_items_that_need_a_person_come_first() -> None:
    ordered = review_order(batch(300))
    assert len(ordered) == 300
    outcomes = list(dict.fromkeys(item.outcome for item in ordered))
    assert outcomes == [
        Outcome.SUPPORT_FOR_MANIPULATION,
        Outcome.COULD_NOT_EVALUATE,
        Outcome.INCONCLUSIVE,
        Outcome.NOT_APPLICABLE,
        Outcome.NO_SUPPORT_FOUND,
    ]
    strengths = [i.log10_lr for i in ordered if i.outcome is Outcome.SUPPORT_FOR_MANIPULATION]
    assert strengths == sorted(strengths, key=lambda value: -(value or 0.0))


def test_counts_name_all_five_outcomes_and_coverage_adds_up() -> None:
    summary = batch(7)
    assert sum(outcome_counts(summary).values()) == 7
    assert set(outcome_counts(batch(0))) == set(Outcome)
    assert coverage_totals(batch(0))["frames_decoded"] == 0
    read = [item.coverage for item in summary.items if item.coverage]
    assert coverage_totals(summary)["frames_sampled"] == 50 * len(read)


def test_item_is_made_of_a_result() -> None:
    result = video_result()
    item = batch_item(result, "a/clip.mp4", elapsed_s=2.5, reports=("clip.json",))
    (track,) = (track for track in result.tracks if track.outcome is result.outcome)
    assert (item.outcome, item.log10_lr, item.people) == (result.outcome, track.log10_lr, 2)
    failed = batch_item(unreadable_result(), "b")
    assert (failed.coverage, failed.log10_lr, failed.reason) == (None, None, "media_access")


@pytest.mark.parametrize("size", [0, 3, 300])
def test_document_lists_every_item_and_promises_nothing(size: int) -> None:
    summary = batch(size)
    content = _pdf(summary)
    text = text_of(content)
    assert FORBIDDEN.search(text) is None
    assert set(PERCENT.findall(text)) <= {"95"}
    packed = squeezed(text)
    assert all(item.sha256 and item.sha256 in packed for item in summary.items)
    # PDFium does not tell a hyphen at a line's end from one that hyphenation put there.
    assert all(f"{n:04}.mp4" in packed for n in range(3, size))
    assert f"Page 1 of {len(pages_of(content))}" in text
    assert "pdfaid:part>3<" in metadata_of(content)
    assert catalog_of(content)["/MarkInfo"]["/Marked"]
    assert _pdf(batch(size)) == content


def test_hostile_names_are_printed_as_they_stand() -> None:
    packed = squeezed(text_of(_pdf(batch(3))))
    assert '#read("/etc/passwd")$x$<imgsrc=' in packed
    assert LONG in packed
    assert "\u202e" not in packed


@pytest.mark.parametrize("code", languages())
def test_document_is_there_in_every_language(code: str) -> None:
    text = text_of(_pdf(batch(5, code)))
    assert FORBIDDEN.search(text) is None
    assert "batch." not in text


def test_summary_without_items_needing_review_says_so() -> None:
    calm = tuple(replace(i, outcome=Outcome.NO_SUPPORT_FOUND) for i in batch(4).items)
    text = text_of(_pdf(replace(batch(4), items=calm)))
    assert "No item needs a review before others." in text
    assert "Every item could be evaluated." in text
