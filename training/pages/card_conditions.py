# SPDX-License-Identifier: Apache-2.0
"""Error rates by condition for a card, so that every report prints them beside the others.

The in-domain figure never stands without an out-of-domain one: `cross_dataset` holds whole clips
of generators and sources that training never saw.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from core.cards import WeightsCard, read_card
from training.measuring import metrics
from training.measuring.calibrate import OperatingPoints
from training.measuring.clip_scores import ClipScore
from training.measuring.crop_scores import CHANGES, IMAGE_DETECTORS, CropScore
from training.measuring.evaluate import interval
from training.measuring.scoring import ScoreTable
from training.pages.validation_page import (
    CONDITIONS,
    MIN_CASES,
    ROUNDS,
    clip_table,
    crop_table,
    share_interval,
)
from training.releasing.cards import write_card

Section = dict[str, Any]
BY_CONDITION, CROSS_DATASET = "by_condition", "cross_dataset"
# Its scores decide a clip's outcome.
_DECIDES = "xception"
_SUPPORT = "support_for_manipulation"


def measured_sections(
    detector_id: str,
    card: WeightsCard,
    crops: Sequence[CropScore],
    clips: Sequence[ClipScore],
    rounds: int = ROUNDS,
) -> dict[str, Section]:
    """Give the sections `by_condition` and `cross_dataset` of a card.

    Args:
        detector_id: Of the card.
        card: For the operating points.
        crops: Validation crops; a detector that reads sequences has no scores of them.
        clips: Validation clips.
        rounds: Of the bootstrap.
    """
    points = OperatingPoints(card.support_threshold, card.no_support_threshold)
    tables = {
        _key(one.title): crop_table(filter(one.holds, crops), detector_id) for one in CONDITIONS
    }
    tables |= {name: crop_table(crops, f"{detector_id}@{name}") for name in CHANGES}
    by_condition = {
        name: _rates(table, points.support_threshold, rounds)
        for name, table in tables.items()
        if min(_count(table, 0), _count(table, 1)) >= MIN_CASES
    }
    sections: dict[str, Section] = {BY_CONDITION: by_condition} if by_condition else {}
    seen = clip_table(clips, detector_id)
    figures = _sizes(seen) | _figure("auc", metrics.auc, seen, rounds)
    if detector_id == _DECIDES:
        figures |= _rates(_outcomes(clips, seen), 0.5, rounds, with_auc=False)
    return sections | {CROSS_DATASET: figures}


def write_conditions(
    weights: Path, crops: Sequence[CropScore], clips: Sequence[ClipScore]
) -> tuple[Path, ...]:
    """Write the sections into every card that has the weights' scores; the rest stays.

    Args:
        weights: Folder that holds a folder for each network.
        crops, clips: Their scores.

    Returns:
        The cards.
    """
    written = []
    for detector_id in (*IMAGE_DETECTORS, "xception_gru"):
        path = weights / detector_id / "card.toml"
        card = read_card(path)
        kept = {k: v for k, v in card.raw.items() if k not in {BY_CONDITION, CROSS_DATASET}}
        write_card(kept | measured_sections(detector_id, card, crops, clips), path)
        written.append(path)
    return tuple(written)


def _key(title: str) -> str:
    """Make a key of a condition's title."""
    return re.sub(r"[^a-z0-9]+", "_", title.lower()).strip("_")


def _outcomes(clips: Sequence[ClipScore], table: ScoreTable) -> ScoreTable:
    """Put 1 where the analysis gave support for manipulation, in place of the scores."""
    supported = {clip.file for clip in clips if clip.outcome == _SUPPORT}
    return dataclasses.replace(
        table, scores=np.array([float(file in supported) for file in table.names])
    )


def _rates(table: ScoreTable, threshold: float, rounds: int, *, with_auc: bool = True) -> Section:
    found = _sizes(table)
    if with_auc:
        found |= _figure("auc", metrics.auc, table, rounds)
    for label, name in ((0, "false_alarm_rate_at_support"), (1, "sensitivity_at_support")):
        value, bounds = share_interval(table, label, threshold, np.inf, rounds)
        found |= {name: round(value, 4), f"{name}_ci95": bounds}
    return found


def _figure(name: str, metric: metrics.Metric, table: ScoreTable, rounds: int) -> Section:
    value = round(float(metric(table.labels, table.scores)), 4)
    return {name: value, f"{name}_ci95": interval(metric, table, rounds)}


def _sizes(table: ScoreTable) -> Section:
    return {"n_real": _count(table, 0), "n_fake": _count(table, 1)}


def _count(table: ScoreTable, label: int) -> int:
    return int((table.labels == label).sum())
