# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.aggregate.calibration import VERBAL_SCALE, log10_lr, verbal
from core.records import Calibration
from core.wording import MANIPULATED, NOT_MANIPULATED

LOGITS = st.floats(-9.3, 9.3)
CALIBRATIONS = st.builds(
    Calibration, st.floats(0, 5), st.floats(-5, 5), st.floats(-6, 0), st.floats(0, 6)
)


@given(CALIBRATIONS, LOGITS)
def test_ratio_stays_within_its_bounds(calibration: Calibration, logit: float) -> None:
    ratio = log10_lr(calibration, logit)
    assert calibration.log10_lr_min <= ratio <= calibration.log10_lr_max


@given(CALIBRATIONS, LOGITS, LOGITS)
def test_ratio_does_not_fall_when_the_logit_rises(
    calibration: Calibration, one: float, other: float
) -> None:
    low, high = sorted((one, other))
    assert log10_lr(calibration, low) <= log10_lr(calibration, high)


def test_ratio_is_in_decades() -> None:
    calibration = Calibration(slope=2.0, intercept=0.0, log10_lr_min=-9, log10_lr_max=9)
    assert log10_lr(calibration, math.log(10)) == pytest.approx(2.0)


@pytest.mark.parametrize(
    ("ratio", "support"),
    [
        (2, "weak"),
        (9.99, "weak"),
        (10, "moderate"),
        (100, "moderately strong"),
        (1000, "strong"),
        (10_000, "very strong"),
        (999_999, "very strong"),
        (1_000_000, "extremely strong"),
        (1e9, "extremely strong"),
    ],
)
def test_words_are_those_of_the_published_table(ratio: float, support: str) -> None:
    words = verbal(math.log10(ratio))
    assert f" {support} support for the proposition that {MANIPULATED}," in words


@given(st.floats(math.log10(2.001), 12))
def test_reciprocal_ratio_favours_the_other_proposition_as_much(ratio: float) -> None:
    ahead, behind = verbal(ratio), verbal(-ratio)
    assert behind.startswith(ahead.partition(MANIPULATED)[0] + NOT_MANIPULATED)


@pytest.mark.parametrize("ratio", [0.51, 1.0, 1.99])
def test_ratio_about_one_supports_neither(ratio: float) -> None:
    assert "do not support one proposition over" in verbal(math.log10(ratio))


def test_scale_has_no_gap() -> None:
    ends = [step.lr_below for step in VERBAL_SCALE]
    assert ends == [*(step.lr_from for step in VERBAL_SCALE[1:]), None]


def test_a_gap_has_no_words() -> None:
    with pytest.raises(ValueError, match="finite"):
        verbal(math.nan)
