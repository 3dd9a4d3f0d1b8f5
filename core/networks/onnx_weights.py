# SPDX-License-Identifier: Apache-2.0
"""Weights of the Keras networks, read back from the ONNX file that ONNX Runtime runs.

One file serves both engines. Its initializers carry the paths of the Keras variables; their
layout is ONNX's, and large ones are stored as float16, or as int8 with a float32 scale for each
output column in a second initializer whose name ends in `SCALE_SUFFIX`. Batch normalization is
not folded. `training.graphs.onnx_graph` writes such files; this module inverts it.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from core.errors import WeightsMismatchError

if TYPE_CHECKING:
    import keras

Array = npt.NDArray[Any]

SCALE_SUFFIX = ":scale"


def to_onnx_layout(path: str, array: Array) -> Array:
    """Turn a Keras variable into the layout that the ONNX operator wants.

    Args:
        path: Keras path of the variable, such as `block1_conv1/kernel`.
        array: Its value.

    Returns:
        Convolution kernels as (out, in, height, width), depthwise kernels as
        (channel, 1, height, width), GRU kernels as (1, 3 units, in), GRU biases as
        (1, 6 units); everything else unchanged.
    """
    if path.endswith("/gru_cell/bias"):
        return array.reshape(1, -1)
    if "/gru_cell/" in path:
        return array.T[None]
    if path.endswith("/depthwise_kernel"):
        return array.transpose(2, 3, 0, 1)
    return array.transpose(3, 2, 0, 1) if array.ndim == 4 else array


def to_keras_layout(path: str, array: Array) -> Array:
    """Invert `to_onnx_layout`."""
    if path.endswith("/gru_cell/bias"):
        return array.reshape(2, -1)
    if "/gru_cell/" in path:
        return array.transpose(2, 1, 0)[..., 0]
    if path.endswith("/depthwise_kernel"):
        return array.transpose(2, 3, 0, 1)
    return array.transpose(2, 3, 1, 0) if array.ndim == 4 else array


def read_keras_weights(source: Path | bytes) -> dict[str, npt.NDArray[np.float32]]:
    """Read a network's weights as float32 arrays in Keras's layout.

    Args:
        source: An ONNX file, or its bytes; already checked against its card.

    Returns:
        Keras variable path to array. Constants of the graph itself, which are named otherwise,
        are left out.

    Raises:
        WeightsMismatchError: The file is no ONNX network with inline weights.
    """
    import onnx
    from google.protobuf.message import DecodeError  # type: ignore[import-untyped]
    from onnx import numpy_helper

    data = source if isinstance(source, bytes) else source.read_bytes()
    try:
        graph = onnx.load_from_string(data).graph
        arrays = {item.name: numpy_helper.to_array(item) for item in graph.initializer}
    except (DecodeError, ValueError, TypeError) as error:
        raise WeightsMismatchError(f"The weights file is not an ONNX network: {error}.") from error
    weights = {}
    for path, array in arrays.items():
        if "/" not in path or path.endswith(SCALE_SUFFIX):
            continue
        value = array.astype(np.float32)
        if path + SCALE_SUFFIX in arrays:
            value *= arrays[path + SCALE_SUFFIX]
        weights[path] = np.ascontiguousarray(to_keras_layout(path, value))
    return weights


def load_into(network: keras.Model, source: Path | bytes) -> None:
    """Give a Keras network the weights of an ONNX file.

    Args:
        network: From this package, of the network that the file holds.
        source: An ONNX file, or its bytes; already checked against its card.

    Raises:
        WeightsMismatchError: A variable is missing in the file, left over, or of another shape.
    """
    weights = read_keras_weights(source)
    shapes = {variable.path: tuple(variable.shape) for variable in network.weights}
    found = {path: array.shape for path, array in weights.items()}
    if shapes != found:
        wrong = sorted(
            path for path in shapes.keys() | found.keys() if shapes.get(path) != found.get(path)
        )
        raise WeightsMismatchError(
            f"The weights file does not fit the network {network.name}: {', '.join(wrong[:5])}.",
            network=network.name,
            variables=tuple(wrong),
        )
    for variable in network.weights:
        variable.assign(weights[variable.path])
