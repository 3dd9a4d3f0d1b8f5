# SPDX-License-Identifier: Apache-2.0
"""Measures of discrimination, and their intervals."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import roc_auc_score

from training.measuring import metrics

CASES = st.lists(st.tuples(st.integers(0, 1), st.integers(0, 20)), min_size=4, max_size=60).filter(
    lambda cases: len({label for label, _ in cases}) == 2
)


@given(cases=CASES)
def test_auc_is_scikit_learns(cases: list[tuple[int, int]]) -> None:
    labels = np.array([label for label, _ in cases])
    scores = np.array([score for _, score in cases], np.float64)
    assert metrics.auc(labels, scores) == pytest.approx(roc_auc_score(labels, scores))


def test_auc_of_one_class_is_no_number() -> None:
    assert np.isnan(metrics.auc(np.ones(3, np.int64), np.arange(3.0)))


def test_rates_at_a_threshold_count_the_threshold_itself_as_fake() -> None:
    labels, scores = np.array([0, 0, 1, 1]), np.array([0.1, 0.5, 0.5, 0.9])
    assert metrics.sensitivity(labels, scores, 0.5) == 1
    assert metrics.specificity(labels, scores, 0.5) == 0.5
    assert metrics.balanced_accuracy(labels, scores) == 0.75


def test_eer_of_separated_classes_is_zero() -> None:
    assert metrics.eer(np.array([0, 0, 1, 1]), np.array([0.1, 0.2, 0.8, 0.9])) == 0


def test_interval_is_wider_when_crops_come_in_groups() -> None:
    rng = np.random.default_rng(0)
    group_scores = rng.normal(0, 1, 40)
    labels = np.tile([0, 1], 20).repeat(10)
    scores = group_scores.repeat(10) + labels
    alone = [str(i) for i in range(400)]
    together = [str(i // 10) for i in range(400)]
    narrow = metrics.bootstrap_interval(metrics.auc, labels, scores, alone, 200)
    wide = metrics.bootstrap_interval(metrics.auc, labels, scores, together, 200)
    assert np.ptp(wide) > 1.5 * np.ptp(narrow)
    assert wide[0] < metrics.auc(labels, scores) < wide[1]
