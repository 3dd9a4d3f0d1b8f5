# SPDX-License-Identifier: Apache-2.0
"""Likelihood ratios that claim no more than their data, and thresholds that keep their limits."""

from __future__ import annotations

import numpy as np
import pytest

from training.measuring.calibrate import (
    OperatingPoints,
    calibrate,
    judge_ratios,
    logit,
    operating_points,
    supported_bounds,
    within_limit_on,
)
from training.measuring.scoring import ScoreTable


def _table(distance: float, n: int = 400, seed: int = 0) -> ScoreTable:
    rng = np.random.default_rng(seed)
    labels = np.repeat([0, 1], n)
    logits = rng.normal(labels * distance - distance / 2, 1.0)
    names = tuple(f"clip{i % n}" for i in range(2 * n))
    return ScoreTable(names, names, labels, 1 / (1 + np.exp(-logits)))


def test_known_gaussian_scores_get_their_own_likelihood_ratio() -> None:
    # For unit Gaussians at +-1 the log likelihood ratio is twice the value, so the slope is 2.
    found = calibrate(_table(2.0, n=4000))
    assert found.slope == pytest.approx(2.0, abs=0.15)
    assert found.intercept == pytest.approx(0.0, abs=0.15)
    assert found.cllr_min < found.cllr < 0.6


def test_intercept_does_not_depend_on_how_many_fakes_there_are() -> None:
    table = _table(2.0, n=4000)
    few = np.flatnonzero((table.labels == 0) | (np.arange(8000) % 5 == 0))
    names = tuple(table.groups[int(i)] for i in few)
    thinned = ScoreTable(names, names, table.labels[few], table.scores[few])
    assert calibrate(thinned).intercept == pytest.approx(calibrate(table).intercept, abs=0.2)


def test_bounds_grow_with_the_number_of_cases_and_stay_below_it() -> None:
    bounds = []
    for n in (50, 500, 5000):
        labels = np.repeat([0, 1], n)
        low, high = supported_bounds(labels, np.repeat([-9.0, 9.0], n))
        assert low == pytest.approx(-high)
        assert high <= np.log10(n + 1)
        bounds.append(high)
    assert bounds == sorted(bounds)
    assert bounds[0] > 1


def test_worthless_scores_support_nothing() -> None:
    found = calibrate(_table(0.0))
    assert found.log10_lr_max <= 0.15
    assert found.log10_lr_min >= -0.15
    assert found.cllr == pytest.approx(1.0, abs=0.05)


@pytest.mark.parametrize("distance", [0.5, 2.0, 6.0])
def test_operating_points_keep_their_limits(distance: float) -> None:
    table = _table(distance)
    points = operating_points(table)
    real, fake = table.scores[table.labels == 0], table.scores[table.labels == 1]
    assert np.mean(real >= points.support_threshold) <= 0.05
    assert np.mean(fake < points.no_support_threshold) <= 0.12
    assert points.no_support_threshold <= points.support_threshold


def test_the_upper_threshold_rises_where_tracks_would_give_more_false_alarms() -> None:
    points = OperatingPoints(0.5, 0.25)
    scores = np.array([*np.linspace(0.02, 0.8, 40), 0.99])
    tracks = ScoreTable(("t",) * 41, ("g",) * 41, np.repeat([0, 1], [40, 1]), scores)
    raised = within_limit_on(tracks, points)
    real = scores[:40]
    assert np.mean(real >= 0.5) > 0.05
    assert np.mean(real >= raised.support_threshold) == pytest.approx(0.05)
    assert raised.no_support_threshold == 0.25
    calm = ScoreTable(("t",) * 41, ("g",) * 41, tracks.labels, scores / 2)
    assert within_limit_on(calm, points) == points


def test_logit_of_zero_and_one_is_finite() -> None:
    assert np.isfinite(logit(np.array([0.0, 1.0]))).all()


def test_ratios_that_say_nothing_cost_one() -> None:
    assert judge_ratios(np.array([0, 1]), np.zeros(2)).cllr == pytest.approx(1)


def test_cost_of_bad_calibration_is_told_from_that_of_discrimination() -> None:
    labels = np.repeat([0, 1], 2000)
    log10_lr = np.random.default_rng(1).normal(labels * 2.0 - 1.0, 1.0) * 2 / np.log(10)
    good, boastful = judge_ratios(labels, log10_lr), judge_ratios(labels, 4 * log10_lr)
    assert good.cllr - good.cllr_min < 0.02
    assert boastful.cllr > good.cllr + 0.3
    assert boastful.cllr_min == pytest.approx(good.cllr_min)


def test_bounding_leaves_the_ratios_it_was_given_alone() -> None:
    log10_lr = np.array([-20.0, -1.0, 1.0, 20.0])
    supported_bounds(np.array([0, 0, 1, 1]), log10_lr)
    assert log10_lr.tolist() == [-20.0, -1.0, 1.0, 20.0]
