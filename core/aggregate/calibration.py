# SPDX-License-Identifier: Apache-2.0
"""Pooled scores to the strength of evidence: a bounded log10 likelihood ratio."""

from __future__ import annotations

import math

from core.records import Calibration
from core.wording import VERBAL_SCALE, verbal

__all__ = ["VERBAL_SCALE", "log10_lr", "verbal"]


def log10_lr(calibration: Calibration, mean_logit: float) -> float:
    """Apply a card's calibration (logistic regression on the pooled logit, with bounds).

    The bounds keep the ratio within what the validation data can bear out, as in the empirical
    lower and upper bounds of Vergeer et al., "Numerical likelihood ratios outputted by LR systems
    are often based on extrapolation", Science & Justice 56 (2016); here they are read from the
    card.

    Args:
        calibration: Fitted on pooled logits of validation tracks, with equal priors.
        mean_logit: What `core.aggregate.pooling.mean_logit` gives for a track.

    Returns:
        log10 of P(scores | manipulated) / P(scores | not manipulated), within the card's bounds.
    """
    unbounded = (calibration.slope * mean_logit + calibration.intercept) / math.log(10)
    return min(max(unbounded, calibration.log10_lr_min), calibration.log10_lr_max)
