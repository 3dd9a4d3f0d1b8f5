# SPDX-License-Identifier: Apache-2.0
"""The three networks as ONNX graphs, operator for operator what `core.networks` builds."""

from __future__ import annotations

from collections.abc import Mapping

import onnx
from onnx import TensorProto

from training.graphs.onnx_graph import GraphWriter, Storage, Weights

_TO_CHANNELS_FIRST = (0, 3, 1, 2)
_TO_CHANNELS_LAST = (0, 2, 3, 1)


def graph_of(
    network_id: str, weights: Weights, height: int, width: int, is_compact: bool = True
) -> onnx.ModelProto:
    """Write a network.

    Args:
        network_id: `image_cnn`, `xception` or `xception_gru`.
        weights: Keras variable path to value.
        height: Input height in pixels; not used by `xception_gru`.
        width: Input width in pixels; likewise.
        is_compact: Whether large kernels are stored in fewer bits, as `storage_of` says.

    Returns:
        The network.

    Raises:
        ValueError: There is no such network.
    """
    writer = GraphWriter(weights, storage_of(network_id, weights) if is_compact else {})
    if network_id == "image_cnn":
        return _image_cnn(writer, height, width)
    if network_id == "xception":
        return _xception(writer, height, width)
    if network_id == "xception_gru":
        return _gru_head(writer)
    raise ValueError(f"expected a network id, got {network_id!r}")


def storage_of(network_id: str, weights: Weights) -> Mapping[str, Storage]:
    """Say how each kernel is stored; the rest stays float32."""
    if network_id == "image_cnn":
        return {"dense1/kernel": Storage.INT8}
    if network_id == "xception":
        return {path: Storage.FLOAT16 for path, array in weights.items() if array.ndim == 4}
    return {}


def _image_cnn(g: GraphWriter, height: int, width: int) -> onnx.ModelProto:
    x = g.node("Transpose", ["batch"], "channels_first", perm=_TO_CHANNELS_FIRST)
    x = g.node("Relu", [g.conv(x, "conv1", pads=[3, 3, 3, 3])], "conv1:relu")
    x = g.node("MaxPool", [x], "pool1:output", kernel_shape=[2, 2], strides=[2, 2])
    for layer in ("conv2", "conv3"):
        x = g.node("Relu", [g.conv(x, layer, pads=[1, 1, 1, 1])], f"{layer}:relu")
    x = g.node("MaxPool", [x], "pool2:output", kernel_shape=[2, 2], strides=[2, 2])
    # Keras flattens (H, W, C): going back costs 1 ms and spares permuting the largest kernel.
    x = g.node("Transpose", [x], "channels_last", perm=_TO_CHANNELS_LAST)
    x = g.node("Flatten", [x], "flatten:output")
    x = g.dense(x, "dense1", "Relu")
    x = g.dense(x, "dense2", "Relu")
    g.node("Sigmoid", [g.dense(x, "score")], "score")
    inputs = {"batch": (int(TensorProto.FLOAT), (height, width, 3))}
    return g.finish("image_cnn", inputs, {"score": (1,)})


def _xception(g: GraphWriter, height: int, width: int) -> onnx.ModelProto:
    x = g.node("Transpose", ["batch"], "channels_first", perm=_TO_CHANNELS_FIRST)
    for layer, stride in (("block1_conv1", 2), ("block1_conv2", 1)):
        x = g.batch_norm(g.conv(x, layer, strides=[stride, stride]), f"{layer}_bn")
        x = g.node("Relu", [x], f"{layer}:relu")
    x = _down_block(g, x, 2, starts_activated=True)
    x = _down_block(g, x, 3)
    x = _down_block(g, x, 4)
    for index in range(5, 13):
        shortcut = x
        for position in (1, 2, 3):
            x = _activated_sepconv(g, x, f"block{index}_sepconv{position}")
        x = g.node("Add", [x, shortcut], f"block{index}:output")
    x = _down_block(g, x, 13)
    for layer in ("block14_sepconv1", "block14_sepconv2"):
        x = g.batch_norm(g.separable_conv(x, layer), f"{layer}_bn")
        x = g.node("Relu", [x], f"{layer}:relu")
    pooled = g.node("GlobalAveragePool", [x], "pool:output")
    features = g.node("Flatten", [pooled], "features")
    g.node("Sigmoid", [g.dense(features, "score")], "score")
    inputs = {"batch": (int(TensorProto.FLOAT), (height, width, 3))}
    return g.finish("xception", inputs, {"score": (1,), "features": (2048,)})


def _down_block(g: GraphWriter, x: str, index: int, starts_activated: bool = False) -> str:
    name = f"block{index}"
    shortcut = g.conv(x, f"{name}_shortcut", strides=[2, 2])
    shortcut = g.batch_norm(shortcut, f"{name}_shortcut_bn")
    first = f"{name}_sepconv1"
    if starts_activated:
        x = g.batch_norm(g.separable_conv(x, first), f"{first}_bn")
    else:
        x = _activated_sepconv(g, x, first)
    x = _activated_sepconv(g, x, f"{name}_sepconv2")
    x = g.node(
        "MaxPool",
        [x],
        f"{name}_pool:output",
        kernel_shape=[3, 3],
        strides=[2, 2],
        auto_pad="SAME_UPPER",
    )
    return g.node("Add", [x, shortcut], f"{name}:output")


def _activated_sepconv(g: GraphWriter, x: str, layer: str) -> str:
    x = g.node("Relu", [x], f"{layer}:input")
    return g.batch_norm(g.separable_conv(x, layer), f"{layer}_bn")


def _gru_head(g: GraphWriter) -> onnx.ModelProto:
    counts = g.node("Cast", ["mask"], "mask:int32", to=TensorProto.INT32)
    axis = g.constant("mask:axis", [1])
    lengths = g.node("ReduceSum", [counts, axis], "lengths", keepdims=0)
    x = g.node("Transpose", ["features"], "time_first", perm=(1, 0, 2))
    x = g.gru(x, "gru1", lengths, every_step=True)
    x = g.gru(x, "gru2", lengths, every_step=False)
    x = g.dense(x, "dense", "Relu")
    g.node("Sigmoid", [g.dense(x, "score")], "score")
    inputs = {
        "features": (int(TensorProto.FLOAT), (20, 2048)),
        "mask": (int(TensorProto.BOOL), (20,)),
    }
    return g.finish("xception_gru", inputs, {"score": (1,)})
