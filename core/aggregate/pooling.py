# SPDX-License-Identifier: Apache-2.0
"""Many scores of one face to a few figures.

Two averages are kept apart on purpose. The arithmetic mean and the 95th percentile describe the
scores as they are. The pooled score is what operating points and calibration apply to: the mean
of the logits brought back to [0, 1]. Logits are what calibration is linear in. Training must
pool in the same way before it fits either, by calling these functions.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from core.records import ScoreSummary

# Scores nearer to 0 or 1 than this count as this near: a float32 sigmoid saturates, and no
# single frame may outvote all the others.
LOGIT_CLIP = 1e-4


def summarise(scores: Sequence[float]) -> ScoreSummary:
    """Describe the scores of one detector over one track; their order does not matter.

    Args:
        scores: Scores in [0, 1], at least one; leave gaps out.

    Returns:
        Arithmetic mean, 95th percentile (interpolated linearly) and count.

    Raises:
        ValueError: No score, or a value that is not a score.
    """
    values = _checked(scores)
    mean = float(np.clip(values.mean(), values[0], values[-1]))
    return ScoreSummary(mean=mean, p95=float(np.percentile(values, 95)), n=len(values))


def mean_logit(scores: Sequence[float]) -> float:
    """Average scores as evidence: the mean of ln(s / (1 - s)).

    Args:
        scores: Scores in [0, 1], at least one; clipped to [LOGIT_CLIP, 1 - LOGIT_CLIP].

    Returns:
        The mean logit, within about -9.21 and 9.21.

    Raises:
        ValueError: No score, or a value that is not a score.
    """
    clipped = np.clip(_checked(scores), LOGIT_CLIP, 1 - LOGIT_CLIP)
    return float(np.mean(np.log(clipped) - np.log1p(-clipped)))


def sigmoid(logit: float) -> float:
    """Bring a logit back to a score in [0, 1]."""
    return 1.0 / (1.0 + math.exp(-logit))


def _checked(scores: Sequence[float]) -> npt.NDArray[np.float64]:
    """Give the scores sorted, so that sums do not depend on their order even in the last bit."""
    values = np.sort(np.asarray(scores, dtype=np.float64))
    if values.ndim != 1 or values.size == 0:
        raise ValueError(f"expected at least one score, got shape {values.shape}")
    if not (np.isfinite(values).all() and values[0] >= 0 and values[-1] <= 1):
        raise ValueError(f"expected scores in [0, 1], got {values[0]} to {values[-1]}")
    return values
