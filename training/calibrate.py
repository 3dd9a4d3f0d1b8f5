# SPDX-License-Identifier: Apache-2.0
"""From validation scores to likelihood ratios and operating points."""

from __future__ import annotations

import hashlib
import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from training import metrics
from training.scoring import ScoreTable

Array = NDArray[np.float64]

CROSS_FIT_PARTS = 5
FALSE_ALARM_LIMIT = 0.05
MISS_LIMIT = 0.12


@dataclass(frozen=True, slots=True)
class Calibration:
    """log10_lr = (slope * logit(score) + intercept) / ln(10), held between two bounds.

    Attributes:
        slope: Of the logistic regression of the label on logit(score).
        intercept: Likewise, with both classes weighted to equal priors.
        log10_lr_min: Lower bound.
        log10_lr_max: Upper bound.
        cllr: Cost on the validation data, each part calibrated by the others; 1 is worthless.
    """

    slope: float
    intercept: float
    log10_lr_min: float
    log10_lr_max: float
    cllr: float


@dataclass(frozen=True, slots=True)
class OperatingPoints:
    """Scores from which and below which something is said; between them is inconclusive."""

    support_threshold: float
    no_support_threshold: float


def logit(scores: Array) -> Array:
    """Give ln(p / (1 - p)), with p held off 0 and 1 by 1e-6."""
    held = np.clip(scores, 1e-6, 1 - 1e-6)
    return np.asarray(np.log(held / (1 - held)), np.float64)


def calibrate(table: ScoreTable) -> Calibration:
    """Fit a calibration to validation scores and bound it by what their number supports."""
    slope, intercept = _fit(table.labels, table.scores)
    log10_lr = (slope * logit(table.scores) + intercept) / math.log(10)
    low, high = supported_bounds(table.labels, log10_lr)
    crossed = np.clip(_cross_fitted(table), low, high)
    return Calibration(slope, intercept, low, high, metrics.cllr(table.labels, crossed))


def _fit(labels: NDArray[np.int64], scores: Array) -> tuple[float, float]:
    """Platt scaling: logistic regression on the logit, classes weighted to equal priors."""
    regression = LogisticRegression(C=1e6, class_weight="balanced")
    regression.fit(logit(scores)[:, None], labels)
    return float(regression.coef_[0, 0]), float(regression.intercept_[0])


def _cross_fitted(table: ScoreTable) -> Array:
    """Likelihood ratios of each fifth of the groups, fitted on the other four fifths."""
    digests = [hashlib.sha256(group.encode()).digest()[0] for group in table.groups]
    part = np.array(digests) % CROSS_FIT_PARTS
    log10_lr = np.zeros(len(part))
    for number in range(CROSS_FIT_PARTS):
        inside = part == number
        if not inside.any() or len(np.unique(table.labels[~inside])) < 2:
            continue
        slope, intercept = _fit(table.labels[~inside], table.scores[~inside])
        log10_lr[inside] = (slope * logit(table.scores[inside]) + intercept) / math.log(10)
    return log10_lr


def supported_bounds(labels: NDArray[np.int64], log10_lr: Array) -> tuple[float, float]:
    """Bound likelihood ratios by what the data can support.

    A ratio of t or more is claimed only if, with one more misleading case added on either side,
    fakes still reach t at least t times as often as reals do; likewise downwards. This is the
    idea of Vergeer, P. et al. (2016), "Numerical likelihood ratios outputted by LR systems are
    often based on extrapolation", Science & Justice 56, in its simplest form.

    Args:
        labels: int (N,), 0 real and 1 fake.
        log10_lr: float (N,).

    Returns:
        Lower bound (0 or less) and upper bound (0 or more) of the log10 likelihood ratio.
    """
    high = _supported(log10_lr[labels == 1], log10_lr[labels == 0])
    low = -_supported(-log10_lr[labels == 0], -log10_lr[labels == 1])
    return low, high


def _supported(favored: Array, other: Array) -> float:
    """Largest t >= 0 up to which every step is supported."""
    bound = 0.0
    for step in np.arange(0.01, 6.0, 0.01):
        hits = np.count_nonzero(favored >= step) / (favored.size + 1)
        false = (np.count_nonzero(other >= step) + 1) / (other.size + 1)
        if hits < 10**step * false:
            break
        bound = float(step)
    return round(bound, 2)


def operating_points(table: ScoreTable) -> OperatingPoints:
    """Choose the scores at which false alarms and misses stay within their limits."""
    real = np.sort(table.scores[table.labels == 0])
    fake = np.sort(table.scores[table.labels == 1])
    allowed = math.floor(FALSE_ALARM_LIMIT * real.size)
    support = float(np.nextafter(np.float32(real[real.size - 1 - allowed]), np.float32(2)))
    no_support = float(fake[math.floor(MISS_LIMIT * fake.size)])
    return OperatingPoints(min(support, 1.0), min(no_support, support))
