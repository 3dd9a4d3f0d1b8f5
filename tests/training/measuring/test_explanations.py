# SPDX-License-Identifier: Apache-2.0
"""The checks of heat maps pass for the shipped network and fail for a meaningless map."""

from __future__ import annotations

import numpy as np
import pytest

import resources
from core.networks.onnx_explanation import MAP_OUTPUT
from core.networks.onnx_weights import read_keras_weights
from training.measuring.explanations import (
    GRID,
    STEPS,
    deletion_figures,
    deletion_steps,
    explained_network,
    in_parts,
    rank_correlation,
    shuffled,
)

SIDE = 160


class LeftTexture:
    """Scores the left half of a crop by its texture."""

    def run(self, batch: np.ndarray) -> dict[str, np.ndarray]:
        left = batch[:, :, : batch.shape[2] // 2]
        return {"score": left.std(axis=(1, 2, 3))[:, None]}


def _noise(count: int) -> np.ndarray:
    return np.random.default_rng(1).uniform(-1, 1, (count, SIDE, SIDE, 3)).astype(np.float32)


def test_deletion_tells_a_true_map_from_a_false_one() -> None:
    left = np.zeros((6, 4, 4), np.float32)
    left[:, :, :2] = 1
    true = deletion_figures(LeftTexture(), _noise(6), left)  # type: ignore[arg-type]
    false = deletion_figures(LeftTexture(), _noise(6), 1 - left)  # type: ignore[arg-type]
    for measure in ("whole_deletion", "first_eighth"):
        assert true[f"{measure}_gain_over_random_ci95"][0] > 0
        assert false[f"{measure}_gain_over_random_ci95"][1] < 0
    assert true["whole_deletion_gain_over_shifted_ci95"][0] > 0


def test_deletion_starts_with_the_crop_and_ends_with_all_of_it_blurred() -> None:
    crop = _noise(1)[0]
    order = np.random.default_rng(2).permutation(GRID * GRID)
    steps = deletion_steps(crop, order)
    np.testing.assert_array_equal(steps[0], crop)
    assert steps[-1].std() < 0.2 * crop.std()
    changed = [(step != crop).any(axis=-1).mean() for step in steps]
    np.testing.assert_allclose(changed, np.linspace(0, 1, STEPS + 1), atol=0.02)


@pytest.mark.slow
@pytest.mark.parametrize("prefix", ["score/", ""])
def test_map_of_shipped_xception_is_lost_with_its_weights(prefix: str) -> None:
    weights = read_keras_weights(resources.path("weights") / "xception" / "network.onnx")
    batch = _noise(4)
    maps = [
        in_parts(explained_network("xception", one, (SIDE, SIDE)), batch, MAP_OUTPUT)
        for one in (weights, shuffled(weights, (prefix,)))
    ]
    found = [abs(rank_correlation(*pair)) for pair in zip(*maps, strict=True)]
    assert np.mean(found) < 0.9  # a map that shows the picture only would stay at 1


def test_shuffling_touches_the_named_kernels_only() -> None:
    rng = np.random.default_rng(0)
    weights = {name: rng.random((5, 5)) for name in ("score/kernel", "score/bias", "conv1/kernel")}
    changed = shuffled(weights, ("score/",))
    assert sorted(changed["score/kernel"].ravel()) == sorted(weights["score/kernel"].ravel())
    assert not np.array_equal(changed["score/kernel"], weights["score/kernel"])
    assert changed["score/bias"] is weights["score/bias"]
    assert changed["conv1/kernel"] is weights["conv1/kernel"]


def test_rank_correlation_of_a_constant_map_is_no_number() -> None:
    assert np.isnan(rank_correlation(np.zeros((2, 2)), np.ones((2, 2))))
    rising = np.arange(6.0).reshape(2, 3)
    assert rank_correlation(rising, rising**3) == pytest.approx(1)
    assert rank_correlation(rising, -rising) == pytest.approx(-1)
