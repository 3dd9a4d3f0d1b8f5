# SPDX-License-Identifier: Apache-2.0
"""Both engines give the same scores, held to 1e-5 in float32 over the whole range of scores.

The weights are random, but behave as trained ones do: batch normalization has the statistics of
the batch, and the last layer is scaled so that the scores reach from near 0 to near 1.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core.cards import WeightsCard, read_card
from core.engines.keras_engine import KerasEngine
from core.engines.onnx_engine import OnnxEngine
from core.networks import build_network
from core.reproducibility import SCORE_TOLERANCE
from tests.core.folders import Array, Card, image_card, sequence_card, write_folder

pytestmark = pytest.mark.tf
COUNT = 9


def images(side: int) -> Array:
    """Noise of different grain, contrast and brightness, as different as faces are."""
    random = np.random.default_rng(5)
    coarse = random.normal(size=(COUNT, 5, 5, 3))
    smooth = coarse.repeat(-(-side // 5), axis=1).repeat(-(-side // 5), axis=2)[:, :side, :side]
    fine = random.normal(size=(COUNT, side, side, 3))
    weight = np.linspace(0, 1, COUNT)[:, None, None, None]
    return np.clip(weight * smooth + (1 - weight) * fine * 0.5, -1, 1).astype(np.float32)


def sequences() -> dict[str, Array]:
    """Windows with 1, 2, 3, 5 ... 20 observations; what the mask leaves out is not zero."""
    lengths = np.linspace(1, 20, COUNT).round()
    features = np.random.default_rng(6).normal(0.5, 0.5, (COUNT, 20, 2048))
    return {
        "features": np.maximum(features, 0).astype(np.float32),
        "mask": np.arange(20)[None] < lengths[:, None],
    }


def inputs_of(network_id: str) -> dict[str, Array]:
    if network_id == "xception_gru":
        return sequences()
    return {"batch": images(160) if network_id == "xception" else (images(224) + 1) / 2}


def card_of(network_id: str) -> Card:
    if network_id == "xception_gru":
        card = sequence_card(network_id)
        card["input"]["feature_size"] = 2048
        return card
    return image_card(network_id, 160 if network_id == "xception" else 224)


def spread_out(network: Any, inputs: dict[str, Array]) -> None:
    """Give normalization the batch's statistics, and the last layer logits from -4 to 4."""
    import keras

    for layer in network.layers:
        if isinstance(layer, keras.layers.BatchNormalization):
            layer.momentum = 0.0
    # Keras warns about a dictionary for a network of one input.
    fed = inputs if len(inputs) > 1 else inputs["batch"]
    network(fed, training=True)
    last = network.get_layer("score")
    before = keras.Model(network.input, last.input)(fed)
    logits = np.asarray(before) @ np.asarray(last.kernel)
    scale = 8 / np.ptp(logits)
    last.kernel.assign(np.asarray(last.kernel) * scale)
    last.bias.assign([-scale * (logits.max() + logits.min()) / 2])


@pytest.fixture(scope="module")
def make(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Network id to its card and ONNX file, as training exports it."""
    import keras

    from training.graphs.onnx_networks import graph_of

    def make_one(network_id: str) -> tuple[WeightsCard, bytes]:
        keras.utils.set_random_seed(11)
        network = build_network(network_id)
        spread_out(network, inputs_of(network_id))
        weights = {variable.path: variable.numpy() for variable in network.weights}
        card = card_of(network_id)
        side = card["input"].get("height", 0)
        content = graph_of(network_id, weights, side, side).SerializeToString()
        folder: Path = write_folder(tmp_path_factory.mktemp("w"), card, content)
        return read_card(folder / "card.toml"), content

    return make_one


@pytest.mark.parametrize(
    "network_id",
    [
        "xception_gru",
        pytest.param("xception", marks=pytest.mark.slow),
        pytest.param("image_cnn", marks=pytest.mark.slow),
    ],
)
def test_engines_agree(make: Any, network_id: str) -> None:
    card, content = make(network_id)
    inputs = inputs_of(network_id)
    reference = KerasEngine(content, card).run(inputs)
    found = OnnxEngine(content, card).run(inputs)
    assert set(found) == set(reference)
    assert reference["score"].min() < 0.05
    assert reference["score"].max() > 0.95
    for name in found:
        assert found[name].shape == reference[name].shape
        assert np.abs(found[name] - reference[name]).max() <= SCORE_TOLERANCE
