# SPDX-License-Identifier: Apache-2.0
"""Writes ONNX graphs node by node, with initializers named by Keras variable paths.

Convolutions run on (N, C, H, W) inside; inputs and outputs are Keras's (N, H, W, C).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from core.networks.onnx_weights import SCALE_SUFFIX, to_onnx_layout

OPSET = 17
IR_VERSION = 8
BATCH_NORM_EPSILON = 1e-3

Weights = Mapping[str, NDArray[np.float32]]


class Storage(StrEnum):
    """How a large kernel is stored; everything computes in float32."""

    FLOAT32 = "float32"
    FLOAT16 = "float16"
    INT8 = "int8"


class GraphWriter:
    """Collects nodes and initializers; each method adds an operator and gives its output's name.

    Args:
        weights: Keras variable path to value.
        storage: Keras variable path to storage; float32 where absent.
    """

    def __init__(self, weights: Weights, storage: Mapping[str, Storage]) -> None:
        """Start an empty graph."""
        self._weights = weights
        self._storage = storage
        self._nodes: list[onnx.NodeProto] = []
        self._initializers: dict[str, onnx.TensorProto] = {}

    def node(self, operator: str, inputs: Sequence[str], output: str, **attributes: Any) -> str:
        """Add one operator with one output."""
        node = helper.make_node(operator, list(inputs), [output], name=output, **attributes)
        self._nodes.append(node)
        return output

    def constant(self, name: str, value: Sequence[int]) -> str:
        """Add an int64 constant of the graph; its name must not contain a slash."""
        self._add(name, np.asarray(value, np.int64))
        return name

    def weight(self, path: str) -> str:
        """Add a Keras variable and give the name under which it is float32."""
        array = to_onnx_layout(path, np.asarray(self._weights[path], np.float32))
        kind = self._storage.get(path, Storage.FLOAT32)
        if kind is Storage.FLOAT32:
            self._add(path, array)
            return path
        if kind is Storage.FLOAT16:
            self._add(path, array.astype(np.float16))
            return self.node("Cast", [path], f"{path}:float32", to=TensorProto.FLOAT)
        scale = np.maximum(np.abs(array).max(axis=0, keepdims=True), 1e-12) / np.float32(127)
        self._add(path, np.rint(array / scale).astype(np.int8))
        self._add(path + SCALE_SUFFIX, scale.astype(np.float32))
        cast = self.node("Cast", [path], f"{path}:float32", to=TensorProto.FLOAT)
        return self.node("Mul", [cast, path + SCALE_SUFFIX], f"{path}:scaled")

    def conv(self, x: str, layer: str, variable: str = "kernel", **attributes: Any) -> str:
        """Convolve with a layer's kernel, and add its bias if it has one."""
        inputs = [x, self.weight(f"{layer}/{variable}")]
        if variable == "kernel" and f"{layer}/bias" in self._weights:
            inputs.append(self.weight(f"{layer}/bias"))
        return self.node("Conv", inputs, f"{layer}:{variable}", **attributes)

    def separable_conv(self, x: str, layer: str) -> str:
        """Convolve each channel by 3x3, then mix the channels."""
        channels = self._weights[f"{layer}/depthwise_kernel"].shape[2]
        x = self.conv(x, layer, "depthwise_kernel", group=channels, pads=[1, 1, 1, 1])
        return self.conv(x, layer, "pointwise_kernel")

    def batch_norm(self, x: str, layer: str) -> str:
        """Normalize with the moving statistics."""
        names = ("gamma", "beta", "moving_mean", "moving_variance")
        inputs = [x, *(self.weight(f"{layer}/{name}") for name in names)]
        return self.node(
            "BatchNormalization", inputs, f"{layer}:output", epsilon=BATCH_NORM_EPSILON
        )

    def dense(self, x: str, layer: str, activation: str = "") -> str:
        """Multiply by a layer's kernel, add its bias, apply an activation operator."""
        product = self.node("MatMul", [x, self.weight(f"{layer}/kernel")], f"{layer}:product")
        total = self.node("Add", [product, self.weight(f"{layer}/bias")], f"{layer}:sum")
        return self.node(activation, [total], f"{layer}:output") if activation else total

    def gru(self, x: str, layer: str, lengths: str, every_step: bool) -> str:
        """Run a Keras GRU (reset after the product) over (time, N, in).

        Returns:
            Name of (time, N, units) if `every_step`, else of the last states (N, units).
        """
        weights = [self.weight(f"{layer}/gru_cell/{name}") for name in _GRU_VARIABLES]
        units = self._weights[f"{layer}/gru_cell/recurrent_kernel"].shape[0]
        names = [f"{layer}:all", ""] if every_step else ["", f"{layer}:last"]
        self._nodes.append(
            helper.make_node(
                "GRU",
                [x, *weights, lengths],
                names,
                name=layer,
                hidden_size=units,
                linear_before_reset=1,
            )
        )
        axis = self.constant(f"{layer}:axis", [1 if every_step else 0])
        return self.node("Squeeze", [next(filter(None, names)), axis], f"{layer}:output")

    def finish(
        self,
        name: str,
        inputs: Mapping[str, tuple[int, Sequence[int]]],
        outputs: Mapping[str, Sequence[int]],
    ) -> onnx.ModelProto:
        """Close the graph.

        Args:
            name: Of the graph.
            inputs: Name to element type and shape without the batch axis.
            outputs: Name, already given to a node's output, to shape without the batch axis.

        Returns:
            A checked network in which every weight was used.
        """
        unused = self._weights.keys() - self._initializers.keys()
        if unused:
            raise ValueError(f"weights not used by the graph: {', '.join(sorted(unused))}")
        graph = helper.make_graph(
            self._nodes,
            name,
            [_value(key, kind, shape) for key, (kind, shape) in inputs.items()],
            [_value(key, TensorProto.FLOAT, shape) for key, shape in outputs.items()],
            list(self._initializers.values()),
        )
        network = helper.make_model(
            graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=IR_VERSION
        )
        onnx.checker.check_model(network)
        return network

    def _add(self, name: str, array: NDArray[Any]) -> None:
        self._initializers[name] = numpy_helper.from_array(np.ascontiguousarray(array), name)


_GRU_VARIABLES = ("kernel", "recurrent_kernel", "bias")


def _value(name: str, kind: int, shape: Sequence[int]) -> onnx.ValueInfoProto:
    return helper.make_tensor_value_info(name, kind, ["N", *shape])
