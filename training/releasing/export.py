# SPDX-License-Identifier: Apache-2.0
"""From a trained Keras network to `network.onnx`, checked against Keras."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import keras
import numpy as np
from numpy.typing import NDArray

from core.networks import build_network
from core.networks.onnx_weights import load_into
from training.errors import ExportError
from training.graphs.onnx_networks import graph_of
from training.learning import checkpoints
from training.measuring.scoring import ExportedNetwork
from training.releasing.soup import load_soup

PARITY_LIMIT = 1e-5
NETWORK_FILE = "network.onnx"


@dataclass(frozen=True, slots=True)
class ExportedFile:
    """What was written.

    Attributes:
        sha256: Of the file.
        size_bytes: Of the file.
        parity: Largest difference of a score between ONNX Runtime and Keras on the same weights.
    """

    sha256: str
    size_bytes: int
    parity: float


def restore(network_id: str, run: Path, height: int = 0, width: int = 0) -> keras.Model:
    """Build a network and load a run's weights: a mean of networks, or the last or averaged ones.

    Raises:
        CheckpointError: There is none, or it belongs to another network.
    """
    network = build_network(network_id, height, width)
    if load_soup(run, network):
        return network
    trained = keras.Model(network.input, network.output["score"])
    checkpoints.load_better(run, trained)
    return network


def to_onnx(network: keras.Model, is_compact: bool = True) -> bytes:
    """Write a network of `core.networks` as ONNX bytes, large kernels in fewer bits or not."""
    weights = {v.path: np.asarray(v, np.float32) for v in network.weights}
    graph = graph_of(network.name, weights, *_size_of(network), is_compact=is_compact)
    data: bytes = graph.SerializeToString()
    return data


def export(network: keras.Model, inputs: dict[str, NDArray[Any]], folder: Path) -> ExportedFile:
    """Write `network.onnx` after checking that both engines give the same scores from it.

    Args:
        network: Trained, from `core.networks`.
        inputs: A batch to compare on: `batch`, or `features` and `mask`.
        folder: Where the file goes; made if missing.

    Returns:
        Hash, size and the largest difference found.

    Raises:
        ExportError: The engines differ by more than `PARITY_LIMIT`; nothing was written.
    """
    data = to_onnx(network)
    parity = parity_of(network, data, inputs)
    if parity > PARITY_LIMIT:
        raise ExportError(f"{network.name}: the engines' scores differ by {parity:.2e}")
    folder.mkdir(parents=True, exist_ok=True)
    partial = folder / f"{NETWORK_FILE}.part"
    partial.write_bytes(data)
    partial.replace(folder / NETWORK_FILE)
    return ExportedFile(hashlib.sha256(data).hexdigest(), len(data), parity)


def parity_of(network: keras.Model, data: bytes, inputs: dict[str, NDArray[Any]]) -> float:
    """Give the largest difference between ONNX Runtime and Keras, both on the stored weights."""
    rebuilt = build_network(network.name, *_size_of(network))
    load_into(rebuilt, data)
    fed = inputs if len(inputs) > 1 else inputs["batch"]
    expected = np.asarray(rebuilt.predict_on_batch(fed)["score"])
    found = ExportedNetwork(data).run(**inputs)["score"]
    return float(np.abs(expected - found).max())


def _size_of(network: keras.Model) -> tuple[int, int]:
    """Height and width of an image network's input; zeros for a network of sequences."""
    shape = network.inputs[0].shape
    return (int(shape[1]), int(shape[2])) if len(shape) == 4 else (0, 0)
