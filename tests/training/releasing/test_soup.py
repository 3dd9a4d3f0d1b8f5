# SPDX-License-Identifier: Apache-2.0
"""The mean of networks is the mean of their weights, and is what a run then gives."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

pytest.importorskip("tensorflow")

from core.networks.onnx_weights import read_keras_weights
from core.networks.xception import build_xception
from training.errors import CheckpointError
from training.releasing.export import restore, to_onnx
from training.releasing.soup import average_networks, keep_state

pytestmark = pytest.mark.tf


def test_run_gives_the_mean_of_its_parts(tmp_path: Path) -> None:
    network = build_xception(32, 32)
    files = []
    for number in (1, 2):
        for variable in network.weights:
            variable.assign(np.full(variable.shape, number, np.float32))
        files.append(tmp_path / f"{number}.onnx")
        files[-1].write_bytes(to_onnx(network, is_compact=False))
    average_networks(files, tmp_path / "run", 32, 32)
    found = restore("xception", tmp_path / "run", 32, 32)
    assert all((np.asarray(variable) == 1.5).all() for variable in found.weights)
    parts = json.loads((tmp_path / "run" / "averaged_from.json").read_text("utf-8"))
    assert list(parts) == ["1.onnx", "2.onnx"]
    with pytest.raises(CheckpointError, match="two or more"):
        average_networks(files[:1], tmp_path / "run", 32, 32)


def test_a_state_of_a_run_is_kept_as_a_network(tmp_path: Path) -> None:
    network = build_xception(32, 32)
    checkpoint = tmp_path / "checkpoint.npz"
    arrays: dict[str, Any] = {
        f"{state}{index:04d}": np.full(variable.shape, value, np.float32)
        for index, variable in enumerate(network.variables)
        for state, value in (("network", 2), ("average", 3))
    }
    np.savez(checkpoint, allow_pickle=False, **arrays)
    for of_average, value in ((False, 2), (True, 3)):
        keep_state(network, checkpoint, of_average, tmp_path / "kept.onnx")
        kept = read_keras_weights(tmp_path / "kept.onnx")
        assert all((array == value).all() for array in kept.values())
    with pytest.raises(CheckpointError):
        keep_state(network, tmp_path / "none.npz", False, tmp_path / "kept.onnx")
