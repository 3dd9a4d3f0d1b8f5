# SPDX-License-Identifier: Apache-2.0
"""A fusion gains where the second detector knows something, and nothing where it does not."""

from __future__ import annotations

import numpy as np
import pytest

from training.measuring.crop_scores import CropScore
from training.studies.fusion import fuse


def _crops(second_knows: float) -> list[CropScore]:
    rng = np.random.default_rng(3)
    crops = []
    for number in range(600):
        label = number % 2
        logits = rng.normal([label * 1.5, label * second_knows], 1.0)
        scores = dict(zip(("xception", "image_cnn"), 1 / (1 + np.exp(-logits)), strict=True))
        crops.append(CropScore(f"{number}.jpg", f"g{number // 2}", label, "w", {}, scores))
    return crops


def test_an_independent_witness_helps() -> None:
    found = fuse(_crops(1.5))
    assert found.gain == pytest.approx(found.fused - found.alone)
    assert found.gain_interval[0] > 0.02


def test_noise_does_not_help() -> None:
    found = fuse(_crops(0.0))
    assert found.gain < 0.01
    assert found.gain_interval[0] <= 0
