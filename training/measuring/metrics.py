# SPDX-License-Identifier: Apache-2.0
"""Measures of discrimination and calibration, with intervals by video group.

All take `labels` (N,), 0 real and 1 fake, and `scores` (N,), higher is more fake.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Array: TypeAlias = NDArray[np.float64]
Labels: TypeAlias = NDArray[np.int64]
Metric: TypeAlias = Callable[[Labels, Array], float]


def auc(labels: Labels, scores: Array) -> float:
    """Area under the ROC curve: how often a fake scores above a real, ties counting half."""
    _, inverse, counts = np.unique(scores, return_inverse=True, return_counts=True)
    ranks = (np.cumsum(counts) - (counts - 1) / 2)[inverse]
    n_fake = int(labels.sum())
    n_real = labels.size - n_fake
    if not n_fake or not n_real:
        return float("nan")
    return float((ranks[labels == 1].sum() - n_fake * (n_fake + 1) / 2) / (n_fake * n_real))


def balanced_accuracy(labels: Labels, scores: Array, threshold: float = 0.5) -> float:
    """Mean of the shares of fakes at or above and of reals below `threshold`."""
    caught = sensitivity(labels, scores, threshold)
    return (caught + specificity(labels, scores, threshold)) / 2


def sensitivity(labels: Labels, scores: Array, threshold: float) -> float:
    """Share of fakes that score at or above `threshold`."""
    return float(np.mean(scores[labels == 1] >= threshold))


def specificity(labels: Labels, scores: Array, threshold: float) -> float:
    """Share of reals that score below `threshold`."""
    return float(np.mean(scores[labels == 0] < threshold))


def eer(labels: Labels, scores: Array) -> float:
    """Equal error rate: where the false alarm and miss rates meet."""
    order = np.argsort(scores, kind="stable")
    sorted_labels = labels[order]
    misses = np.cumsum(sorted_labels == 1) / max(1, int((labels == 1).sum()))
    alarms = 1 - np.cumsum(sorted_labels == 0) / max(1, int((labels == 0).sum()))
    index = int(np.argmin(np.abs(misses - alarms)))
    return float((misses[index] + alarms[index]) / 2)


def bootstrap_interval(
    metric: Metric,
    labels: Labels,
    scores: Array,
    groups: Sequence[str],
    rounds: int = 1000,
    seed: int = 0,
) -> tuple[float, float]:
    """95 % interval of a metric, resampling whole groups and not single crops.

    Args:
        metric: Function of labels and scores.
        labels: int (N,).
        scores: float (N,).
        groups: N names of video groups; crops of a group are drawn together.
        rounds: Number of resamples.
        seed: Of the resampling.

    Returns:
        The 2.5 and 97.5 percentiles.
    """
    rng = np.random.default_rng(seed)
    _, index = np.unique(np.asarray(groups), return_inverse=True)
    order, sizes = np.argsort(index, kind="stable"), np.bincount(index)
    starts = np.cumsum(sizes) - sizes
    values = []
    for _ in range(rounds):
        drawn = rng.integers(0, sizes.size, sizes.size)
        counts = sizes[drawn]
        # The members of each drawn group, one group after the other, without a loop.
        offset = np.repeat(starts[drawn] - (np.cumsum(counts) - counts), counts)
        chosen = order[offset + np.arange(counts.sum())]
        values.append(metric(labels[chosen], scores[chosen]))
    low, high = np.nanpercentile(values, [2.5, 97.5])
    return float(low), float(high)


def bootstrap_gain(
    metric: Metric,
    labels: Labels,
    pair: tuple[Array, Array],
    groups: Sequence[str],
    rounds: int = 1000,
    seed: int = 0,
) -> tuple[float, float]:
    """95 % interval of what a metric gains from the first to the second scores of the same crops.

    Args:
        metric: Function of labels and scores.
        labels: int (N,).
        pair: Two float (N,), scores before and after.
        groups: As for `bootstrap_interval`, as are the others.
    """

    def gained(drawn: Labels, places: Array) -> float:
        before, after = (scores[places.astype(np.int64)] for scores in pair)
        return metric(drawn, after) - metric(drawn, before)

    places = np.arange(labels.size, dtype=np.float64)
    return bootstrap_interval(gained, labels, places, groups, rounds, seed)


def bootstrap_mean(values: Array, rounds: int = 1000, seed: int = 0) -> tuple[float, float]:
    """95 % bootstrap interval of the mean of values that do not depend on each other."""
    rng = np.random.default_rng(seed)
    means = values[rng.integers(0, values.size, (rounds, values.size))].mean(axis=1)
    low, high = np.percentile(means, [2.5, 97.5])
    return float(low), float(high)
