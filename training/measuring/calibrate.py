# SPDX-License-Identifier: Apache-2.0
"""From validation scores to likelihood ratios and operating points."""

from __future__ import annotations

import hashlib
import math
from dataclasses import dataclass

import numpy as np
from lir.algorithms.bayeserror import elub
from lir.algorithms.logistic_regression import LogitCalibrator
from lir.data.models import LLRData
from lir.metrics import cllr, cllr_min
from numpy.typing import NDArray

from training.measuring.scoring import ScoreTable

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
        cllr_min: What of it is loss of discrimination; see `RatioFigures`.
    """

    slope: float
    intercept: float
    log10_lr_min: float
    log10_lr_max: float
    cllr: float
    cllr_min: float = math.nan


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
    slope, intercept = platt(table.labels, table.scores)
    log10_lr = (slope * logit(table.scores) + intercept) / math.log(10)
    low, high = supported_bounds(table.labels, log10_lr)
    crossed = np.clip(_cross_fitted(table), low, high)
    judged = judge_ratios(table.labels, crossed)
    return Calibration(slope, intercept, low, high, judged.cllr, judged.cllr_min)


def platt(labels: NDArray[np.int64], scores: Array) -> tuple[float, float]:
    """Fit slope and intercept of the logit, classes weighted to equal priors.

    Platt, J. (1999), "Probabilistic Outputs for Support Vector Machines and Comparisons to
    Regularized Likelihood Methods".

    Args:
        labels: int (N,), 0 real and 1 fake.
        scores: float64 (N,) in [0, 1].
    """
    calibrator = LogitCalibrator(C=1e6).fit(logit(scores), labels)
    zero, one = calibrator.transform(np.array([0.0, 1.0])) * math.log(10)
    return float(one - zero), float(zero)


def _cross_fitted(table: ScoreTable) -> Array:
    """Likelihood ratios of each fifth of the groups, fitted on the other four fifths."""
    digests = [hashlib.sha256(group.encode()).digest()[0] for group in table.groups]
    part = np.array(digests) % CROSS_FIT_PARTS
    log10_lr = np.zeros(len(part))
    for number in range(CROSS_FIT_PARTS):
        inside = part == number
        if not inside.any() or len(np.unique(table.labels[~inside])) < 2:
            continue
        slope, intercept = platt(table.labels[~inside], table.scores[~inside])
        log10_lr[inside] = (slope * logit(table.scores[inside]) + intercept) / math.log(10)
    return log10_lr


def supported_bounds(labels: NDArray[np.int64], log10_lr: Array) -> tuple[float, float]:
    """Bound likelihood ratios by what the data can support: the empirical bounds ELUB.

    Beyond a bound, one more misleading case on either side would make deciding by the ratio worse
    than deciding without it. Vergeer, P. et al. (2016), "Numerical likelihood ratios outputted by
    LR systems are often based on extrapolation: when to stop extrapolating?", Science & Justice
    56, as in the package `lir` of the Netherlands Forensic Institute.

    Args:
        labels: int (N,), 0 real and 1 fake.
        log10_lr: float (N,).

    Returns:
        Lower bound (0 or less) and upper bound (0 or more) of the log10 likelihood ratio.
    """
    # It writes into what it is given.
    low, high = elub(log10_lr.copy(), labels)
    return round(float(low), 2) + 0.0, round(float(high), 2)


@dataclass(frozen=True, slots=True)
class RatioFigures:
    """How good likelihood ratios are.

    Attributes:
        cllr: Cost of the ratios as they are; 1 is worthless, 0 perfect.
        cllr_min: What remains of it if they were calibrated as well as these very data allow:
            the loss of discrimination. The difference is the loss of calibration.
    """

    cllr: float
    cllr_min: float


def judge_ratios(labels: NDArray[np.int64], log10_lr: Array) -> RatioFigures:
    """Measure likelihood ratios on a set that they were not fitted to."""
    data = LLRData(features=log10_lr, labels=labels)
    return RatioFigures(float(cllr(data)), float(cllr_min(data)))


def operating_points(table: ScoreTable) -> OperatingPoints:
    """Choose the scores at which false alarms and misses stay within their limits."""
    fake = np.sort(table.scores[table.labels == 1])
    support = _support_threshold(table)
    no_support = float(fake[math.floor(MISS_LIMIT * fake.size)])
    return OperatingPoints(min(support, 1.0), min(no_support, support))


def _support_threshold(table: ScoreTable) -> float:
    """The lowest score that at most the allowed share of the real ones reach."""
    real = np.sort(table.scores[table.labels == 0])
    allowed = math.floor(FALSE_ALARM_LIMIT * real.size)
    return float(np.nextafter(np.float32(real[real.size - 1 - allowed]), np.float32(2)))


def within_limit_on(tracks: ScoreTable, points: OperatingPoints) -> OperatingPoints:
    """Raise the upper threshold until false alarms stay within their limit on tracks too.

    Args:
        tracks: One score for each track of real and fake clips.
        points: As chosen on single crops.
    """
    support = max(points.support_threshold, _support_threshold(tracks))
    return OperatingPoints(min(support, 1.0), points.no_support_threshold)
