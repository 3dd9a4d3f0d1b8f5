# SPDX-License-Identifier: Apache-2.0
"""What is appended as bytes is what the package `onnx` reads."""

from __future__ import annotations

import numpy as np
import onnx  # noqa: TID253
import onnxruntime  # noqa: TID253
from onnx import TensorProto, helper, numpy_helper  # noqa: TID253

from core.networks.onnx_append import Node, append_to
from tests.core.folders import image_network


def test_nodes_constants_and_outputs_read_as_onnx_would_write_them() -> None:
    node = Node("Squeeze", ("a", "b"), "c:d", {"axes": (-1, 300), "keepdims": 1})
    value = np.array([[1.5, -2.0]], np.float32)
    axes = np.array(-7, np.int64)
    grown = onnx.load_from_string(append_to(b"", [node], {"v": value, "x": axes}, ["c:d"])).graph
    expected = helper.make_node(
        "Squeeze", ["a", "b"], ["c:d"], name="c:d", axes=[-1, 300], keepdims=1
    )
    assert grown.node[0] == expected
    assert [item.name for item in grown.initializer] == ["v", "x"]
    np.testing.assert_array_equal(numpy_helper.to_array(grown.initializer[0]), value)
    np.testing.assert_array_equal(numpy_helper.to_array(grown.initializer[1]), axes)
    assert grown.output[0].type.tensor_type.elem_type == TensorProto.FLOAT


def test_network_keeps_its_outputs_and_gains_others() -> None:
    plain = image_network()
    doubled = Node("Add", ("logit", "logit"), "twice")
    session = onnxruntime.InferenceSession(append_to(plain, [doubled], outputs=["twice"]))
    batch = np.random.default_rng(0).normal(size=(3, 8, 8, 3)).astype(np.float32)
    score, features, twice = session.run(None, {"batch": batch})
    before = onnxruntime.InferenceSession(plain).run(None, {"batch": batch})
    np.testing.assert_array_equal(score, before[0])
    np.testing.assert_array_equal(features, before[1])
    np.testing.assert_allclose(1 / (1 + np.exp(-twice / 2)), score, rtol=1e-5)


def test_nothing_appended_changes_nothing() -> None:
    plain = onnx.load_from_string(image_network())
    assert onnx.load_from_string(append_to(image_network())) == plain
