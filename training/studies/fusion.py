# SPDX-License-Identifier: Apache-2.0
"""Whether two image detectors together tell more than the better one alone."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from training.measuring import metrics
from training.measuring.calibrate import CROSS_FIT_PARTS, logit
from training.measuring.crop_scores import IMAGE_DETECTORS, CropScore


@dataclass(frozen=True, slots=True)
class Fusion:
    """AUC of both detectors together and of the first one alone, on the same crops.

    Attributes:
        crops: Number of crops.
        fused: Each fifth of the videos is scored by a fit to the others.
        alone: Of the first detector.
        gain: Difference.
        gain_interval: 95 % bootstrap interval of the difference, by video.
    """

    crops: int
    fused: float
    alone: float
    gain: float
    gain_interval: tuple[float, float]


def fuse(crops: Sequence[CropScore]) -> Fusion:
    """Fit and judge a fusion by logistic regression.

    Args:
        crops: Real and fake ones that all image detectors have scored.
    """
    labels = np.array([one.label for one in crops], np.int64)
    groups = [one.group for one in crops]
    scores = np.array([[one.scores[name] for name in IMAGE_DETECTORS] for one in crops])
    features = logit(scores)
    fused = _cross_fitted(features, labels, groups)
    first = features[:, 0]
    together, alone = metrics.auc(labels, fused), metrics.auc(labels, first)
    interval = metrics.bootstrap_gain(metrics.auc, labels, (first, fused), groups, seed=7)
    return Fusion(len(crops), together, alone, together - alone, interval)


def _cross_fitted(
    features: NDArray[np.float64], labels: NDArray[np.int64], groups: Sequence[str]
) -> NDArray[np.float64]:
    digests = [hashlib.sha256(group.encode()).digest()[0] for group in groups]
    part = np.array(digests) % CROSS_FIT_PARTS
    fused = np.zeros(len(labels))
    for number in range(CROSS_FIT_PARTS):
        inside = part == number
        if inside.any():
            fit = LogisticRegression(class_weight="balanced").fit(
                features[~inside], labels[~inside]
            )
            fused[inside] = fit.decision_function(features[inside])
    return fused
