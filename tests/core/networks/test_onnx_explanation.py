# SPDX-License-Identifier: Apache-2.0
"""Maps that explain a score: held to Keras's gradients, and to what a map must be."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

pytest.importorskip("tensorflow")

import keras  # noqa: TID253
import tensorflow as tf  # noqa: TID253
from keras import layers  # noqa: TID253

from core.networks.onnx_explanation import MAP_OUTPUT, with_explanation
from core.networks.xception import build_xception
from training.graphs.onnx_networks import graph_of
from training.measuring.scoring import ExportedNetwork

pytestmark = pytest.mark.tf

SIDE = 16


def small_image_cnn() -> keras.Model:
    """`image_cnn` with few filters: the same layers, so the same ONNX operators."""
    batch = keras.Input((SIDE, SIDE, 3), name="batch")
    x = layers.Conv2D(4, 7, padding="same", activation="relu", name="conv1")(batch)
    x = layers.MaxPooling2D(2, name="pool1")(x)
    x = layers.Conv2D(6, 3, padding="same", activation="relu", name="conv2")(x)
    x = layers.Conv2D(5, 3, padding="same", activation="relu", name="conv3")(x)
    x = layers.MaxPooling2D(2, name="pool2")(x)
    x = layers.Flatten(name="flatten")(x)
    x = layers.Dense(7, activation="relu", name="dense1")(x)
    x = layers.Dense(3, activation="relu", name="dense2")(x)
    score = layers.Dense(1, activation="sigmoid", name="score")(x)
    return keras.Model(batch, {"score": score}, name="image_cnn")


def small_xception() -> keras.Model:
    network = build_xception(64, 64)
    rng = np.random.default_rng(1)
    for variable in network.weights:
        if variable.path.endswith(("beta", "score/bias")):
            variable.assign(rng.normal(0, 0.2, variable.shape))
    kernel = network.get_layer("score").kernel
    kernel.assign(rng.normal(0, 0.5, kernel.shape))
    return network


def exported(network: keras.Model, side: int) -> ExportedNetwork:
    """The maps of the very weights: the int8 of the big kernel included."""
    weights = {v.path: np.asarray(v, np.float32) for v in network.weights}
    graph = graph_of(network.name, weights, side, side)
    return ExportedNetwork(with_explanation(network.name, graph.SerializeToString()))


def by_gradient(network: keras.Model, last_layer: str, batch: Any) -> Any:
    """Last feature map times the logit's gradient, summed over the channels, by Keras."""
    last = keras.Model(network.input, network.get_layer(last_layer).output)(batch)
    head_input = keras.Input(last.shape[1:])
    x = head_input
    names = [layer.name for layer in network.layers]
    for layer in network.layers[names.index(last_layer) + 1 :]:
        x = layer(x)
    head = keras.Model(head_input, x)
    with tf.GradientTape() as tape:
        tape.watch(last)
        score = head(last, training=False)
        logit = tf.math.log(score) - tf.math.log1p(-score)
    return (last * tape.gradient(logit, last)).numpy().sum(axis=-1)


CASES: dict[str, tuple[Callable[[], keras.Model], int, str]] = {
    "xception": (small_xception, 64, "block14_sepconv2_act"),
    "image_cnn": (small_image_cnn, SIDE, "pool2"),
}


@pytest.mark.parametrize("network_id", CASES)
def test_map_is_last_feature_map_times_its_gradient(network_id: str) -> None:
    make, side, last_layer = CASES[network_id]
    keras.utils.set_random_seed(3)
    network = make()
    batch = np.random.default_rng(2).uniform(-1, 1, (4, side, side, 3)).astype(np.float32)
    found = exported(network, side).run(batch=batch)[MAP_OUTPUT]
    expected = by_gradient(network, last_layer, batch)
    if network_id == "xception":  # its maps come without the division by the positions
        expected *= expected.shape[1] * expected.shape[2]
    assert found.shape == expected.shape
    assert np.ptp(expected, axis=(1, 2)).min() > 0.01 * np.abs(expected).max()
    # float16 and int8 storage, which Keras's own weights have not been through
    np.testing.assert_allclose(found, expected, atol=0.02 * np.abs(expected).max())
