# SPDX-License-Identifier: Apache-2.0
"""What the scores within a selected time span amount to: per person and detector, and in all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QObject

from core.text import printable
from gui.models.columns import RIGHT, Column, ColumnTableModel
from gui.models.evidence import EvidenceItem
from gui.models.score_series import CurveKey, Floats
from gui.words.formatting import format_score
from gui.words.messages import person_name, translate


@dataclass(frozen=True, slots=True)
class SpanRow:
    """Scores of one detector within a span.

    Attributes:
        track_id: The person, or None for all of them together.
        detector: The detector's title.
        n: Scores in the span; frames of a frame detector, windows of a sequence detector.
        mean, p95: Of these scores; p95 is interpolated linearly, as in every report.
        share_above: Share of them at or above the support threshold, or None where the
            detector's threshold is not known.
        threshold: That threshold.
    """

    track_id: int | None
    detector: str
    n: int
    mean: float
    p95: float
    share_above: float | None
    threshold: float | None


@dataclass(frozen=True, slots=True)
class SpanFacts:
    """What lies in a span before any detector is asked.

    Attributes:
        n_frames: Analysed frames with a face.
        n_faces: Faces found in them, whether scored or not.
    """

    n_frames: int
    n_faces: int


def span_facts(item: EvidenceItem, start_s: float, end_s: float) -> SpanFacts:
    """Count frames and faces in a span, both ends included."""
    return SpanFacts(*item.faces.count(start_s, end_s))


def span_rows(item: EvidenceItem, start_s: float, end_s: float) -> tuple[SpanRow, ...]:
    """Sum up the scores in a span, both ends included.

    A window's score counts where the middle of the window lies. Gaps count nowhere.

    Returns:
        Rows in order of person, then detector; where there are several persons, rows for all of
        them together follow.
    """
    found: dict[CurveKey, Floats] = {}
    for key, curve in item.series.curves.items():
        inside = (curve.times >= start_s) & (curve.times <= end_s) & np.isfinite(curve.scores)
        if inside.any():
            found[key] = curve.scores[inside]
    order = [run.detector_id for run in item.detectors]
    rank = {name: place for place, name in enumerate(order)}
    keys = sorted(found, key=lambda key: (key.track_id, rank.get(key.detector_id, len(rank))))
    rows = [_row(item, key.track_id, key.detector_id, found[key]) for key in keys]
    if len({key.track_id for key in keys}) > 1:
        rows.extend(_rows_of_all(item, found, order))
    return tuple(rows)


def _rows_of_all(
    item: EvidenceItem, found: dict[CurveKey, Floats], order: list[str]
) -> Iterator[SpanRow]:
    for detector_id in order:
        parts = [scores for key, scores in found.items() if key.detector_id == detector_id]
        if parts:
            yield _row(item, None, detector_id, np.concatenate(parts))


def _row(item: EvidenceItem, track_id: int | None, detector_id: str, scores: Floats) -> SpanRow:
    run = item.detector(detector_id)
    threshold = run.support_threshold if run else None
    share = float((scores >= threshold).mean()) if threshold is not None else None
    return SpanRow(
        track_id,
        printable(run.title) if run else detector_id,
        len(scores),
        float(scores.mean()),
        float(np.percentile(scores, 95)),
        share,
        threshold,
    )


def _person(row: SpanRow) -> str:
    if row.track_id is None:
        return translate("SpanTable", "All persons")
    return person_name(row.track_id)


def _above(row: SpanRow) -> str:
    if row.share_above is None:
        return "–"
    return translate("SpanTable", "{0} of {1}").format(round(row.share_above * row.n), row.n)


def _above_tip(row: SpanRow) -> str:
    if row.share_above is None:
        return ""
    return translate(
        "SpanTable", "A share of {0} of these scores is at or above {1}, the support threshold."
    ).format(f"{row.share_above:.2f}", format_score(row.threshold))


COLUMNS: tuple[Column[SpanRow], ...] = (
    Column(lambda: translate("SpanTable", "Person"), _person),
    Column(
        lambda: translate("SpanTable", "Detector"),
        lambda row: row.detector,
        lambda row: row.detector,
    ),
    Column(
        lambda: translate("SpanTable", "Scores"),
        lambda row: str(row.n),
        lambda _row: translate("SpanTable", "How many scores of this detector lie in the span"),
        RIGHT,
    ),
    Column(
        lambda: translate("SpanTable", "Mean"),
        lambda row: format_score(row.mean),
        lambda _row: translate("SpanTable", "Arithmetic mean of these scores"),
        RIGHT,
    ),
    Column(
        lambda: translate("SpanTable", "95th"),
        lambda row: format_score(row.p95),
        lambda _row: translate("SpanTable", "95th percentile: 19 of 20 scores are below it"),
        RIGHT,
    ),
    Column(lambda: translate("SpanTable", "≥ threshold"), _above, _above_tip, RIGHT),
)


class SpanTableModel(ColumnTableModel[SpanRow]):
    """The rows of the selected span."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Start empty."""
        super().__init__(COLUMNS, parent)

    def show_rows(self, rows: tuple[SpanRow, ...]) -> None:
        """Put other rows in the place of those there are."""
        if [(row.track_id, row.detector) for row in rows] == [
            (row.track_id, row.detector) for row in self.rows
        ]:
            self.rows = list(rows)
            if rows:
                corner = self.index(len(rows) - 1, self.columnCount() - 1)
                self.dataChanged.emit(self.index(0, 0), corner)
            return
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()
