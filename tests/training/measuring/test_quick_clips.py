# SPDX-License-Identifier: Apache-2.0
"""Clips scored anew from their crops meet the same thresholds as in an analysis."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest

import resources
from tests.training.measuring.test_clips import clip_score
from training.errors import ManifestError
from training.measuring.quick_clips import outcome_of, rescored


def test_outcome_follows_the_mean_of_the_logits() -> None:
    assert outcome_of(np.array([0.9, 0.8]), 0.3, 0.7) == "support_for_manipulation"
    assert outcome_of(np.array([0.1, 0.2]), 0.3, 0.7) == "no_support_found"
    assert outcome_of(np.array([0.1, 0.9]), 0.3, 0.7) == "inconclusive"
    # The mean score is 0.66, the pooled one is lower than the upper threshold of 0.6.
    assert outcome_of(np.array([0.99, 0.99, 0.0001]), 0.1, 0.6) == "inconclusive"


def test_scores_of_another_plain_cnn_are_not_taken_over(tmp_path: Path) -> None:
    shutil.copytree(resources.path("weights"), tmp_path / "weights")
    with pytest.raises(ManifestError, match="another image_cnn"):
        rescored([clip_score(1, 0, 0.5)], tmp_path / "weights", tmp_path / "none")
