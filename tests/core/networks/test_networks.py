# SPDX-License-Identifier: Apache-2.0
"""The networks: exact sizes, and one weights file that both engines read alike."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

pytest.importorskip("tensorflow")
pytest.importorskip("onnx")

from core.errors import WeightsMismatchError
from core.networks import NETWORK_IDS, build_network, gru_head, image_cnn, xception
from core.networks.onnx_weights import (
    load_into,
    read_keras_weights,
    to_keras_layout,
    to_onnx_layout,
)
from training.releasing.export import parity_of, to_onnx

pytestmark = [pytest.mark.tf, pytest.mark.slow]


def _randomized(network_id: str, height: int = 0, width: int = 0) -> Any:
    """A network whose scores spread, so that a difference would show."""
    rng = np.random.default_rng(3)
    network = build_network(network_id, height, width)
    for variable in network.weights:
        value = np.asarray(variable)
        if value.ndim == 1:
            low = 0.6 if "variance" in variable.path or "gamma" in variable.path else -0.2
            variable.assign(rng.uniform(low, low + 0.8, value.shape))
    return network


def _inputs(network_id: str, height: int, width: int) -> dict[str, Any]:
    rng = np.random.default_rng(9)
    if network_id == "xception_gru":
        lengths = np.array([1, 2, 7, 19, 20, 20])
        features = rng.uniform(0, 1.5, (6, 20, 2048)).astype(np.float32)
        return {"features": features, "mask": np.arange(20)[None] < lengths[:, None]}
    # Smooth pictures of many brightnesses, as generated noise alone gives equal scores.
    coarse = rng.uniform(0, 1, (4, 8, 8, 3)).astype(np.float32)
    batch = coarse.repeat(height // 8, axis=1).repeat(width // 8, axis=2)
    return {"batch": batch * np.linspace(0.2, 1, 4, dtype=np.float32)[:, None, None, None]}


SIZES = {"image_cnn": (224, 224), "xception": (96, 96), "xception_gru": (0, 0)}


def test_parameter_counts_are_the_designs() -> None:
    assert build_network("image_cnn").count_params() == image_cnn.PARAMETERS == 51_619_585
    assert build_network("xception_gru").count_params() == gru_head.PARAMETERS == 99_873
    assert (xception.TRUNK_PARAMETERS, xception.HEAD_PARAMETERS) == (20_861_480, 2_049)
    network = build_network("xception")
    head = sum(int(np.prod(v.shape)) for v in network.get_layer("score").weights)
    assert head == xception.HEAD_PARAMETERS
    assert network.count_params() - head == xception.TRUNK_PARAMETERS


@pytest.mark.parametrize("network_id", NETWORK_IDS)
def test_both_engines_give_the_same_scores_from_one_file(network_id: str) -> None:
    network = _randomized(network_id, *SIZES[network_id])
    inputs = _inputs(network_id, *SIZES[network_id])
    assert parity_of(network, to_onnx(network), inputs) < 1e-5


def test_trunk_is_keras_applications() -> None:
    import keras

    network = _randomized("xception", 96, 96)
    reference = keras.applications.Xception(
        weights=None, include_top=False, pooling="avg", input_shape=(96, 96, 3)
    )
    reference.set_weights([np.asarray(v) for v in network.weights[:-2]])
    batch = _inputs("xception", 96, 96)["batch"]
    expected = np.asarray(reference.predict_on_batch(batch))
    found = np.asarray(network.predict_on_batch(batch)["features"])
    np.testing.assert_allclose(found, expected, rtol=1e-5, atol=1e-5)


def test_padding_does_not_change_a_sequences_score() -> None:
    network = _randomized("xception_gru")
    inputs = _inputs("xception_gru", 0, 0)
    expected = np.asarray(network.predict_on_batch(inputs)["score"])
    inputs["features"][~inputs["mask"]] = 5.0
    found = np.asarray(network.predict_on_batch(inputs)["score"])
    np.testing.assert_allclose(found, expected, atol=1e-6)


def test_weights_of_another_network_are_refused() -> None:
    data = to_onnx(build_network("xception_gru"))
    with pytest.raises(WeightsMismatchError, match="does not fit"):
        load_into(build_network("xception"), data)


@pytest.mark.parametrize("data", [b"", b"no network", b"\x80\x04K\x01."])
def test_other_bytes_are_refused(data: bytes) -> None:
    with pytest.raises(WeightsMismatchError):
        load_into(build_network("xception_gru"), data)


def test_stored_names_are_keras_paths() -> None:
    network = build_network("xception_gru")
    weights = read_keras_weights(to_onnx(network))
    assert weights.keys() == {variable.path for variable in network.weights}


@pytest.mark.parametrize(
    ("path", "shape"),
    [
        ("block1_conv1/kernel", (3, 3, 3, 32)),
        ("block2_sepconv1/depthwise_kernel", (3, 3, 64, 1)),
        ("gru1/gru_cell/kernel", (2048, 48)),
        ("gru1/gru_cell/bias", (2, 48)),
        ("score/kernel", (2048, 1)),
        ("score/bias", (1,)),
    ],
)
def test_layouts_invert_each_other(path: str, shape: tuple[int, ...]) -> None:
    array = np.random.default_rng(0).normal(size=shape).astype(np.float32)
    assert np.array_equal(to_keras_layout(path, to_onnx_layout(path, array)), array)
