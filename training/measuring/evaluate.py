# SPDX-License-Identifier: Apache-2.0
"""Figures of a network on a split, each with its interval, and how they hold under losses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.records import InputSpec
from training.augmentation.augment import blur, jpeg, self_blend, shrink
from training.datasets.manifest import FAKE, REAL, ManifestRow
from training.measuring import metrics
from training.measuring.calibrate import Calibration, OperatingPoints, judge_ratios, logit
from training.measuring.scoring import Change, ExportedNetwork, ScoreTable, score_crops

Figures = dict[str, Any]

_BLEND_SEED = 6

# Losses met in the field, on crops of 224 pixels.
LOSSES: Mapping[str, Change] = {
    "jpeg_40": partial(jpeg, quality=40),
    "half_size": partial(shrink, factor=0.5),
    "blur_1_5_px": partial(blur, sigma_px=1.5),
}


def figures_of(table: ScoreTable) -> Figures:
    """Discrimination on one set: counts, AUC, balanced accuracy at 0.5 and EER with intervals."""
    figures: Figures = {
        "n_real": int((table.labels == 0).sum()),
        "n_fake": int((table.labels == 1).sum()),
    }
    named = {
        "auc": metrics.auc,
        "balanced_accuracy": metrics.balanced_accuracy,
        "eer": metrics.eer,
    }
    for name, metric in named.items():
        figures[name] = round(metric(table.labels, table.scores), 4)
        figures[f"{name}_ci95"] = interval(metric, table)
    return figures


def interval(metric: metrics.Metric, table: ScoreTable, rounds: int = 1000) -> list[float]:
    """95 % bootstrap interval by video group."""
    bounds = metrics.bootstrap_interval(metric, table.labels, table.scores, table.groups, rounds)
    return [round(bound, 4) for bound in bounds]


def figures_at(table: ScoreTable, points: OperatingPoints) -> Figures:
    """Rates at the two operating points, with intervals."""
    rates: dict[str, metrics.Metric] = {
        "false_alarm_rate_at_support": partial(_false_alarms, threshold=points.support_threshold),
        "sensitivity_at_support": partial(metrics.sensitivity, threshold=points.support_threshold),
        "balanced_accuracy_at_support": partial(
            metrics.balanced_accuracy, threshold=points.support_threshold
        ),
        "miss_rate_at_no_support": partial(_misses, threshold=points.no_support_threshold),
        "specificity_at_no_support": partial(
            metrics.specificity, threshold=points.no_support_threshold
        ),
        "balanced_accuracy_at_no_support": partial(
            metrics.balanced_accuracy, threshold=points.no_support_threshold
        ),
    }
    figures: Figures = {}
    for name, rate in rates.items():
        figures[name] = round(rate(table.labels, table.scores), 4)
        figures[f"{name}_ci95"] = interval(rate, table)
    between = (table.scores >= points.no_support_threshold) & (
        table.scores < points.support_threshold
    )
    figures["inconclusive_share_real"] = round(float(between[table.labels == 0].mean()), 4)
    figures["inconclusive_share_fake"] = round(float(between[table.labels == 1].mean()), 4)
    return figures


def _false_alarms(
    labels: NDArray[np.int64], scores: NDArray[np.float64], threshold: float
) -> float:
    return 1 - metrics.specificity(labels, scores, threshold)


def _misses(labels: NDArray[np.int64], scores: NDArray[np.float64], threshold: float) -> float:
    return 1 - metrics.sensitivity(labels, scores, threshold)


def cllr_of(table: ScoreTable, calibration: Calibration) -> float:
    """Cost of a fixed calibration on a set that it was not fitted to."""
    raw = (calibration.slope * logit(table.scores) + calibration.intercept) / np.log(10)
    held = np.clip(raw, calibration.log10_lr_min, calibration.log10_lr_max)
    return round(judge_ratios(table.labels, held).cllr, 4)


def robustness(
    network: ExportedNetwork,
    rows: Sequence[ManifestRow],
    images: Path,
    spec: InputSpec,
    untouched: ScoreTable,
) -> Figures:
    """AUC with interval after each loss of `LOSSES`, beside that of the untouched crops."""
    tables = {"none": untouched}
    for name, change in LOSSES.items():
        tables[name] = score_crops(network, rows, images, spec, change)
    figures: Figures = {"n": len(rows)}
    for name, table in tables.items():
        figures[f"auc_{name}"] = round(metrics.auc(table.labels, table.scores), 4)
        figures[f"auc_{name}_ci95"] = interval(metrics.auc, table)
    return figures


def against_self_blended(
    network: ExportedNetwork, rows: Sequence[ManifestRow], images: Path, spec: InputSpec
) -> Figures:
    """Real crops against the same crops self-blended: a family of fakes that is not the set's."""
    real = [row for row in rows if row.label == REAL]
    rng = np.random.default_rng(_BLEND_SEED)
    untouched = score_crops(network, real, images, spec)
    blended = score_crops(network, real, images, spec, partial(self_blend, rng=rng))
    table = ScoreTable(
        untouched.names + tuple(f"{name}#blended" for name in blended.names),
        untouched.groups + blended.groups,
        np.repeat(np.array([REAL, FAKE], np.int64), len(real)),
        np.concatenate([untouched.scores, blended.scores]),
    )
    return figures_of(table)


def storage_loss(stored: ScoreTable, exact: ScoreTable) -> Figures:
    """What storing kernels in fewer bits changed, on the same crops."""
    difference = np.abs(stored.scores - exact.scores)
    change = metrics.auc(stored.labels, stored.scores) - metrics.auc(exact.labels, exact.scores)
    return {
        "n": int(difference.size),
        "auc_change": round(change, 6),
        "score_difference_max": float(f"{difference.max():.3g}"),
        "score_difference_mean": float(f"{difference.mean():.3g}"),
    }
