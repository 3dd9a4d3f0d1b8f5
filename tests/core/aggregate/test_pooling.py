# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import math
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.aggregate.pooling import LOGIT_CLIP, mean_logit, sigmoid, summarise

SCORES = st.lists(st.floats(0, 1), min_size=1, max_size=50)


@given(SCORES)
def test_summary_lies_within_the_scores(scores: list[float]) -> None:
    summary = summarise(scores)
    assert min(scores) <= summary.mean <= max(scores)
    assert min(scores) <= summary.p95 <= max(scores)
    assert summary.n == len(scores)


@given(SCORES, st.integers())
def test_order_does_not_matter_to_the_last_bit(scores: list[float], seed: int) -> None:
    shuffled = list(scores)
    Random(seed).shuffle(shuffled)
    assert summarise(shuffled) == summarise(scores)
    assert mean_logit(shuffled) == mean_logit(scores)


@given(SCORES)
def test_pooled_score_lies_within_the_clipped_scores(scores: list[float]) -> None:
    low, high = max(min(scores), LOGIT_CLIP), min(max(scores), 1 - LOGIT_CLIP)
    pooled = sigmoid(mean_logit(scores))
    assert min(low, 1 - LOGIT_CLIP) - 1e-12 <= pooled <= max(high, LOGIT_CLIP) + 1e-12


@given(SCORES, st.data())
def test_pooled_score_does_not_fall_when_a_score_rises(
    scores: list[float], data: st.DataObject
) -> None:
    index = data.draw(st.integers(0, len(scores) - 1))
    higher = data.draw(st.floats(scores[index], 1))
    raised = [*scores[:index], higher, *scores[index + 1 :]]
    assert mean_logit(raised) >= mean_logit(scores) - 1e-12


@given(st.floats(LOGIT_CLIP, 1 - LOGIT_CLIP), st.integers(1, 30))
def test_equal_scores_pool_to_themselves(score: float, count: int) -> None:
    assert sigmoid(mean_logit([score] * count)) == pytest.approx(score)
    assert summarise([score] * count).mean == score


def test_known_values() -> None:
    summary = summarise([0.0, 0.5, 1.0])
    assert (summary.mean, summary.n) == (0.5, 3)
    assert summary.p95 == pytest.approx(0.95)
    assert mean_logit([0.9, 0.5]) == pytest.approx(math.log(9) / 2)
    assert mean_logit([1.0]) == pytest.approx(math.log((1 - LOGIT_CLIP) / LOGIT_CLIP))


@pytest.mark.parametrize("scores", [[], [math.nan], [0.5, math.inf], [-0.01], [1.01]])
def test_what_is_no_score_is_refused(scores: list[float]) -> None:
    with pytest.raises(ValueError, match="expected"):
        summarise(scores)
    with pytest.raises(ValueError, match="expected"):
        mean_logit(scores)
