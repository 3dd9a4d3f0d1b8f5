# SPDX-License-Identifier: Apache-2.0
"""What the published recipe's random split is worth, as far as a cheap probe can tell.

Small classifiers on fixed features stand in for training: the same ones are fitted to the same
crops once split at random by file and once split by original. A network that is trained as a whole
can remember more than these can, so the figures are no bound on what leaked into published ones.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from training.datasets.manifest import ManifestRow
from training.measuring import metrics
from training.studies.leakage_draws import Parts, both_splits
from training.studies.probes import PROBES, Features, Labels, Scores, similarity

_LEAKY, _CLEAN = "random", "by_original"


@dataclass(frozen=True, slots=True, eq=False)
class _Run:
    """Test scores of one probe after one split.

    Attributes:
        groups: int (N,), number of each test crop's original.
        labels: int (N,).
        scores: float (N,), above 0 for fakes.
        fitted: AUC on its own training crops.
    """

    groups: NDArray[np.int64]
    labels: Labels
    scores: Scores
    fitted: float


def leakage_of(
    rows: Sequence[ManifestRow], features: Features, seeds: Sequence[int], rounds: int = 500
) -> dict[str, Any]:
    """Compare a random split with one by original.

    Args:
        rows: Crops.
        features: float32 (N, D), theirs.
        seeds: One pair of splits for each.
        rounds: Resamples for the intervals.

    Returns:
        Counts, what the random split lets through, and for each probe AUC and balanced accuracy
        after both splits with their 95 % intervals by original, and the differences.

    Raises:
        LeakageError: There are too few crops to split.
    """
    labels = np.array([row.label for row in rows], np.int64)
    _, groups = np.unique([row.group for row in rows], return_inverse=True)
    splits = [both_splits(rows, seed) for seed in seeds]
    one = splits[0][_LEAKY]
    figures: dict[str, Any] = {
        "originals": int(groups.max()) + 1,
        "real": int((labels == 0).sum()),
        "fake": int((labels == 1).sum()),
        "train": int(np.mean([pair[_LEAKY].train.size for pair in splits])),
        "test": int(np.mean([pair[_LEAKY].test.size for pair in splits])),
        "splits": len(seeds),
        "siblings": _mean([_siblings(pair[_LEAKY], labels, groups) for pair in splits]),
        "nearest": _nearest(one, labels, groups, features),
    }
    for name in PROBES:
        runs = {
            split: [
                _run(name, pair[split], labels, groups, features, seed)
                for pair, seed in zip(splits, seeds, strict=True)
            ]
            for split in (_LEAKY, _CLEAN)
        }
        figures[f"probe_{name}"] = _figures(runs, int(groups.max()) + 1, rounds)
    return figures


def _siblings(parts: Parts, labels: Labels, groups: NDArray[np.int64]) -> dict[str, float]:
    """Shares of the test crops with a training crop of the same original."""
    trained = {(int(groups[i]), int(labels[i])) for i in parts.train}
    found = [(int(groups[i]), int(labels[i])) for i in parts.test]
    same = [pair in trained for pair in found]
    other = [(group, 1 - label) in trained for group, label in found]
    return {
        "any": float(np.mean(np.logical_or(same, other))),
        "same_label": float(np.mean(same)),
        "other_label": float(np.mean(other)),
    }


def _nearest(
    parts: Parts, labels: Labels, groups: NDArray[np.int64], features: Features
) -> dict[str, float]:
    """How often the most similar training crop is of the same original, and what it then says."""
    train, test = _scaled(features, parts)
    best = parts.train[similarity(test, train).argmax(axis=1)]
    is_sibling = groups[best] == groups[parts.test]
    agrees = labels[best] == labels[parts.test]
    found = {"is_sibling": round(float(is_sibling.mean()), 3)}
    if is_sibling.any():
        found["sibling_has_same_label"] = round(float(agrees[is_sibling].mean()), 3)
    return found


def _scaled(features: Features, parts: Parts) -> tuple[Features, Features]:
    """Training and test features by the mean and spread of the training crops."""
    train = features[parts.train]
    mean, spread = train.mean(axis=0), np.maximum(train.std(axis=0), 1e-6)
    return (train - mean) / spread, (features[parts.test] - mean) / spread


def _run(
    name: str,
    parts: Parts,
    labels: Labels,
    groups: NDArray[np.int64],
    features: Features,
    seed: int,
) -> _Run:
    train, test = _scaled(features, parts)
    known = labels[parts.train]
    scores = PROBES[name](train, known, np.concatenate([test, train]), seed)
    fitted = metrics.auc(known, scores[parts.test.size :])
    tested = parts.test
    return _Run(groups[tested], labels[tested], scores[: tested.size], fitted)


def _figures(runs: dict[str, list[_Run]], originals: int, rounds: int) -> dict[str, Any]:
    whole = np.ones(originals, np.int64)
    rng = np.random.default_rng(17)
    # One draw of originals for both splits and all seeds: the differences are paired.
    counts = [
        np.bincount(rng.integers(0, originals, originals), minlength=originals)
        for _ in range(rounds)
    ]
    figures: dict[str, Any] = {}
    for measure, metric in (("auc", metrics.auc), ("balanced_accuracy", _accuracy)):
        points = {split: _values(metric, own, whole) for split, own in runs.items()}
        drawn = {
            split: np.array([_values(metric, own, count).mean() for count in counts])
            for split, own in runs.items()
        }
        for split in runs:
            figures.setdefault(split, {})[measure] = round(float(points[split].mean()), 4)
            figures[split][f"{measure}_ci95"] = _interval(drawn[split])
        gains = points[_LEAKY] - points[_CLEAN]
        figures[f"{measure}_gained"] = round(float(gains.mean()), 4)
        figures[f"{measure}_gained_ci95"] = _interval(drawn[_LEAKY] - drawn[_CLEAN])
        low, high = metrics.bootstrap_mean(gains)
        figures[f"{measure}_gained_ci95_of_splits"] = [round(low, 4), round(high, 4)]
    for split, own in runs.items():
        figures[split]["auc_of_training_crops"] = round(float(np.mean([o.fitted for o in own])), 3)
    return figures


def _values(metric: metrics.Metric, runs: Sequence[_Run], count: NDArray[np.int64]) -> Scores:
    """The metric of each run, with the crops of an original as often as it was drawn."""
    values = []
    for run in runs:
        chosen = np.repeat(np.arange(run.labels.size), count[run.groups])
        values.append(metric(run.labels[chosen], run.scores[chosen]))
    return np.array(values)


def _accuracy(labels: Labels, scores: Scores) -> float:
    if np.unique(labels).size < 2:
        return float("nan")
    return metrics.balanced_accuracy(labels, scores, 0.0)


def _interval(values: Scores) -> list[float]:
    return [round(float(one), 4) for one in np.nanpercentile(values, [2.5, 97.5])]


def _mean(found: Sequence[dict[str, float]]) -> dict[str, float]:
    return {name: round(float(np.mean([one[name] for one in found])), 3) for name in found[0]}
