# SPDX-License-Identifier: Apache-2.0
"""Small classifiers on fixed features, from one that can only learn a rule to one that remembers.

All take float (N, D) features and int (N,) labels, and give scores that are above 0 for fakes.
"""

from __future__ import annotations

import warnings
from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model import LogisticRegression
from sklearn.neural_network import MLPClassifier

from training.datasets.manifest import FAKE, REAL

Features = NDArray[np.float32]
Labels = NDArray[np.int64]
Scores = NDArray[np.float64]

_UNITS = 32
_EPOCHS = 25
_STRENGTH = 0.01


class Probe(Protocol):
    """A classifier that is fitted and asked in one call."""

    def __call__(self, train: Features, labels: Labels, test: Features, seed: int) -> Scores:
        """Fit to the training crops and give float64 (M,) for the test crops."""


def logistic(train: Features, labels: Labels, test: Features, seed: int) -> Scores:
    """Logistic regression: one weight a feature, both labels weighing the same."""
    del seed  # nothing in it is random
    fit = LogisticRegression(C=_STRENGTH, class_weight="balanced", max_iter=300)
    fit.fit(train, labels)
    return np.asarray(fit.decision_function(test), np.float64)


def network(train: Features, labels: Labels, test: Features, seed: int) -> Scores:
    """Train one hidden layer for so long that it knows its training crops by heart."""
    evened = _evened(labels)
    fit = MLPClassifier(
        (_UNITS,), batch_size=min(64, evened.size), max_iter=_EPOCHS, random_state=seed
    )
    with warnings.catch_warnings():
        # It is stopped after a number of epochs, and says each time that it could go on.
        warnings.simplefilter("ignore", ConvergenceWarning)
        fit.fit(train[evened], labels[evened])
    share = np.clip(fit.predict_proba(test)[:, 1].astype(np.float64), 1e-9, 1 - 1e-9)
    return np.asarray(np.log(share) - np.log1p(-share), np.float64)


def nearest(train: Features, labels: Labels, test: Features, seed: int) -> Scores:
    """How much more the most similar fake resembles a crop than the most similar real one."""
    del seed
    alike = similarity(test, train)
    closest = [alike[:, labels == label].max(axis=1) for label in (FAKE, REAL)]
    return np.asarray(closest[0] - closest[1], np.float64)


def similarity(some: Features, others: Features) -> Scores:
    """Cosine of the angle between features: float64 (N, M)."""
    one, other = (
        each / np.maximum(np.linalg.norm(each, axis=1, keepdims=True), 1e-12)
        for each in (some, others)
    )
    return np.asarray(one @ other.T, np.float64)


def _evened(labels: Labels) -> NDArray[np.int64]:
    """Repeat the crops of the rarer label until there are as many as of the other."""
    parts = [np.flatnonzero(labels == label) for label in (REAL, FAKE)]
    most = max(part.size for part in parts)
    return np.concatenate([np.resize(part, most) for part in parts])


PROBES: dict[str, Probe] = {"logistic": logistic, "network": network, "nearest": nearest}
