# SPDX-License-Identifier: Apache-2.0
"""The mean of several networks' weights: one network that is often better than each of them.

Wortsman, M. et al. (2022), "Model soups: averaging weights of multiple fine-tuned models improves
accuracy without increasing inference time", ICML. It works for networks that went on from the same
weights, here releases and states of the runs after them.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

import keras
import numpy as np

from core.networks.onnx_weights import load_into, read_keras_weights
from training.errors import CheckpointError
from training.graphs.onnx_networks import graph_of
from training.learning import checkpoints

SOUP_NAME = "averaged.onnx"
PARTS_NAME = "averaged_from.json"


def keep_state(network: keras.Model, checkpoint: Path, of_average: bool, out: Path) -> None:
    """Write a state of an `xception` run, or its running average, as a network file.

    Args:
        network: Of `core.networks.xception`; receives the state.
        checkpoint: NPZ of the run.
        of_average: Whether to take the running average.
        out: ONNX file to write, kernels in float32.

    Raises:
        CheckpointError: There is no such state, or it belongs to another network.
    """
    checkpoints.load_state(checkpoint, network, "average" if of_average else "network")
    height, width = (int(size) for size in network.inputs[0].shape[1:3])
    weights = {v.path: np.asarray(v, np.float32) for v in network.weights}
    graph = graph_of("xception", weights, height, width, is_compact=False)
    out.write_bytes(graph.SerializeToString())


def average_networks(files: Sequence[Path], run: Path, height: int, width: int) -> None:
    """Write the mean of network files into a run: it is then what the run gives.

    Args:
        files: Two or more `xception` networks.
        run: Receives `averaged.onnx`, and `averaged_from.json` with the hash of each part.
        height: Input height in pixels.
        width: Input width in pixels.

    Raises:
        CheckpointError: The networks differ in their variables.
    """
    parts = [read_keras_weights(path) for path in files]
    if len(parts) < 2 or any(part.keys() != parts[0].keys() for part in parts):
        raise CheckpointError("averaging takes two or more networks with the same variables")
    mean = {name: np.mean([part[name] for part in parts], axis=0) for name in parts[0]}
    graph = graph_of("xception", mean, height, width, is_compact=False)
    run.mkdir(parents=True, exist_ok=True)
    (run / SOUP_NAME).write_bytes(graph.SerializeToString())
    hashes = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
    (run / PARTS_NAME).write_text(json.dumps(hashes, indent=1) + "\n", "utf-8")


def load_soup(run: Path, network: keras.Model) -> bool:
    """Give a network the mean that a run holds; gives whether there is one."""
    path = run / SOUP_NAME
    if path.is_file():
        load_into(network, path)
    return path.is_file()
