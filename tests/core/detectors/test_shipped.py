# SPDX-License-Identifier: Apache-2.0
"""What every detector that is shipped must do, with the weights it is shipped with."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

import resources
from core.cards import read_card
from core.detectors.base import ImageDetector, SequenceDetector
from core.detectors.catalog import KNOWN_DETECTORS, DetectorSet, load_detectors
from core.networks.onnx_explanation import MAP_OUTPUT
from tests.core.folders import Array

SHIPPED = tuple(sorted(path.parent for path in resources.path("weights").glob("*/card.toml")))
COUNT = 5


@pytest.fixture(scope="module")
def loaded() -> DetectorSet:
    return load_detectors(tuple(folder.name for folder in SHIPPED), "onnx", "cpu")


def detector(loaded: DetectorSet, detector_id: str) -> ImageDetector | SequenceDetector:
    every: tuple[ImageDetector | SequenceDetector, ...] = (*loaded.image, *loaded.sequence)
    return next(one for one in every if one.id == detector_id)


def scores_of(loaded: DetectorSet, detector_id: str, chosen: Array) -> Array:
    """Score the chosen ones of `COUNT` noisy inputs."""
    one, random = detector(loaded, detector_id), np.random.default_rng(4)
    if isinstance(one, ImageDetector):
        shape = (COUNT, one.input.height, one.input.width, 3)
        batch = random.uniform(one.input.low, one.input.high, shape).astype(np.float32)
        return one.predict(batch[chosen]).scores
    features = random.random((COUNT, one.window, one.feature_size), np.float32)
    lengths = np.linspace(1, one.window, COUNT).round()
    mask = np.arange(one.window)[None] < lengths[:, None]
    return one.predict(features[chosen], mask[chosen])


def test_at_least_one_detector_is_shipped() -> None:
    assert SHIPPED


@pytest.mark.parametrize("folder", SHIPPED, ids=lambda path: path.name)
class TestShippedDetector:
    """Runs over the folders."""

    def test_is_known_and_says_how_well_it_does(self, folder: Path) -> None:
        card = read_card(folder / "card.toml")
        assert card.id == folder.name
        assert card.id in KNOWN_DETECTORS
        assert card.calibration is not None
        assert card.limits
        assert card.validation_auc is not None
        low, high = card.raw["validation"]["auc_ci95"]
        assert 0.5 < low <= card.validation_auc <= high, "it must beat chance clearly"
        json.dumps(card.raw)

    def test_scores_repeat_and_keep_their_order(self, folder: Path, loaded: DetectorSet) -> None:
        order = np.array([3, 0, 4, 2, 1])
        scores = scores_of(loaded, folder.name, np.arange(COUNT))
        assert np.array_equal(scores, scores_of(loaded, folder.name, np.arange(COUNT)))
        np.testing.assert_allclose(scores_of(loaded, folder.name, order), scores[order], atol=1e-5)

    def test_scores_do_not_depend_on_their_neighbours(
        self, folder: Path, loaded: DetectorSet
    ) -> None:
        scores = scores_of(loaded, folder.name, np.arange(COUNT))
        alone = scores_of(loaded, folder.name, np.array([2]))
        np.testing.assert_allclose(alone, scores[2:3], atol=1e-5)


def test_explanation_of_xception_makes_up_its_logit(loaded: DetectorSet) -> None:
    one = detector(loaded, "xception")
    assert isinstance(one, ImageDetector)
    batch = _lively_batch(one)
    maps = one.explain(batch)
    assert one._explainer is not None
    outputs = one._explainer.run({"batch": batch})
    np.testing.assert_array_equal(outputs["score"][:, 0], one.predict(batch).scores)
    logits = np.log(outputs["score"][:, 0] / (1 - outputs["score"][:, 0]))
    # The mean of the map is the logit without the bias, which is one number for all crops.
    rest = logits - outputs[MAP_OUTPUT].mean(axis=(1, 2))
    assert np.ptp(logits) > 0.1
    assert np.ptp(rest) < 1e-3
    assert maps.shape == (COUNT, 5, 5)


def test_explanation_of_image_cnn_has_the_grid_of_its_last_convolution(
    loaded: DetectorSet,
) -> None:
    one = detector(loaded, "image_cnn")
    assert isinstance(one, ImageDetector)
    maps = one.explain(_lively_batch(one))
    assert maps.shape == (COUNT, 56, 56)
    assert maps.min() >= 0
    assert maps.max(axis=(1, 2)).tolist() == [1] * COUNT


def _lively_batch(one: ImageDetector) -> Array:
    """Noise of different grain and brightness."""
    side, random = one.input.height, np.random.default_rng(4)
    coarse = random.random((COUNT, side // 8, side // 8, 3)).repeat(8, axis=1).repeat(8, axis=2)
    batch = coarse * np.linspace(0.2, 1, COUNT)[:, None, None, None]
    return (one.input.low + (one.input.high - one.input.low) * batch).astype(np.float32)
