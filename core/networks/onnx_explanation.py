# SPDX-License-Identifier: Apache-2.0
"""Where in a crop a network's score comes from, computed inside the ONNX network.

The last feature map times the gradient of the score's logit, summed over the channels: a value
for each position. All values together make up the logit, but for what the biases add, so the map
leaves nothing out and makes nothing up. This is Draelos, R. and Carin, L. (2020),
"Use HiResCAM instead of Grad-CAM for faithful explanations of convolutional neural networks",
arXiv:2011.08891. For a network that ends in average pooling and one dense layer, as `xception`
does, it equals Grad-CAM (Selvaraju, R. et al., 2017, "Grad-CAM: Visual Explanations from Deep
Networks via Gradient-based Localization", ICCV) and the class activation map of Zhou, B. et al.
(2016). For `image_cnn`, whose dense layers tell positions apart, Grad-CAM takes the mean gradient
of each channel over all positions and lights up places where the network's weights are zero.

The gradients are written out as operators, for there is nothing to differentiate but dense
layers: so whatever runs the network runs these too, and no weight is copied.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from core.networks.onnx_append import Node, append_to

MAP_OUTPUT = "explanation:map"

_CHANNELS, _ZERO = "explanation:channels", "explanation:zero"
_CONSTANTS: dict[str, npt.NDArray[Any]] = {
    _CHANNELS: np.array([-1], np.int64),
    _ZERO: np.zeros((), np.float32),
}


def _through_relu(layer: str) -> tuple[Node, ...]:
    """A gradient passes the units of a layer that are above zero."""
    passes, gate = f"explanation:{layer}_passes", f"explanation:{layer}_gate"
    return (
        Node("Greater", (f"{layer}:output", _ZERO), passes),
        Node("Cast", (passes,), gate, {"to": 1}),
        Node("Mul", (gate, f"explanation:after_{layer}"), f"explanation:before_{layer}"),
    )


def _through_kernel(kernel: str, source: str, result: str) -> Node:
    return Node("Gemm", (f"explanation:{source}", kernel), f"explanation:{result}", {"transB": 1})


_NODES = {
    # The gradient is the dense kernel over the number of positions, and the scale is free.
    "xception": (
        Node("Transpose", ("block14_sepconv2:relu",), "explanation:last", {"perm": (0, 2, 3, 1)}),
        Node("MatMul", ("explanation:last", "score/kernel"), "explanation:products"),
        Node("Squeeze", ("explanation:products", _CHANNELS), MAP_OUTPUT),
    ),
    "image_cnn": (
        Node("Transpose", ("score/kernel",), "explanation:after_dense2", {"perm": (1, 0)}),
        *_through_relu("dense2"),
        _through_kernel("dense2/kernel", "before_dense2", "after_dense1"),
        *_through_relu("dense1"),
        _through_kernel("dense1/kernel:scaled", "before_dense1", "flat"),
        Node("Shape", ("channels_last",), "explanation:shape"),
        Node("Reshape", ("explanation:flat", "explanation:shape"), "explanation:gradient"),
        Node("Mul", ("channels_last", "explanation:gradient"), "explanation:products"),
        Node("ReduceSum", ("explanation:products", _CHANNELS), MAP_OUTPUT, {"keepdims": 0}),
    ),
}


def is_explainable(network_id: str) -> bool:
    """Whether there is a way to explain the scores of a network."""
    return network_id in _NODES


def with_explanation(network_id: str, network: bytes) -> bytes:
    """Give a network the output `MAP_OUTPUT`.

    Args:
        network_id: Of a network for which `is_explainable`.
        network: Bytes of its ONNX file as `training.graphs.onnx_networks` writes it, already
            checked against its card.

    Returns:
        Bytes of an ONNX file with one more output, float32 (N, h, w): the share of each position
        of the last feature map in the logit, up to a positive factor; positive towards
        manipulated, negative towards authentic.
    """
    return append_to(network, _NODES[network_id], _CONSTANTS, (MAP_OUTPUT,))
