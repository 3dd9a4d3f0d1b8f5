# SPDX-License-Identifier: Apache-2.0
"""A run's state on disk: weights, optimizer, progress. Plain arrays, no pickle."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

import keras
import numpy as np

from training.errors import CheckpointError
from training.learning.averaging import WeightAverage

CHECKPOINT_NAME = "checkpoint.npz"
HISTORY_NAME = "history.json"
AVERAGED = "_of_average"
AVERAGED_AUC = f"validation_auc{AVERAGED}"


@dataclass(slots=True)
class Progress:
    """How far a run has come.

    Attributes:
        step: Batches done.
        elapsed_s: Seconds of training so far, over all sessions of the run.
        history: One entry a report: step, elapsed_s, loss, and validation figures if taken.
    """

    step: int = 0
    elapsed_s: float = 0.0
    history: list[dict[str, float]] = field(default_factory=list)


def save(
    folder: Path,
    network: keras.Model,
    optimizer: Any,
    progress: Progress,
    mean: WeightAverage | None = None,
) -> None:
    """Write a checkpoint under a temporary name, then put it in place of the old one."""
    folder.mkdir(parents=True, exist_ok=True)
    arrays = {f"network{i:04d}": np.asarray(v) for i, v in enumerate(network.variables)}
    if optimizer is not None:
        arrays |= {f"optimizer{i:04d}": np.asarray(v) for i, v in enumerate(optimizer.variables)}
    if mean is not None:
        arrays |= {f"average{i:04d}": array for i, array in enumerate(mean.arrays)}
    text = json.dumps(asdict(progress))
    arrays["progress"] = np.frombuffer(text.encode(), np.uint8)
    partial = folder / "checkpoint.part.npz"
    np.savez(partial, allow_pickle=False, **arrays)
    partial.replace(folder / CHECKPOINT_NAME)
    (folder / HISTORY_NAME).write_text(json.dumps(progress.history, indent=1), "utf-8")


def read_history(folder: Path) -> list[dict[str, float]]:
    """Read the history of a run, one entry a report, at least one.

    Raises:
        CheckpointError: It is missing, damaged or empty.
    """
    path = folder / HISTORY_NAME
    try:
        history: list[dict[str, float]] = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise CheckpointError(f"{path}: no history of a run ({error})") from error
    if not history:
        raise CheckpointError(f"{path}: no history of a run (it is empty)")
    return history


def load(
    folder: Path,
    network: keras.Model,
    optimizer: Any = None,
    mean: WeightAverage | None = None,
) -> Progress:
    """Bring network and, where given, optimizer and average to a saved state.

    Args:
        folder: The run's folder.
        network: Of the same architecture as the one saved.
        optimizer: Already built, or None to restore the weights only.
        mean: Receives the average of the weights.

    Returns:
        The progress at that state.

    Raises:
        CheckpointError: There is none, or it belongs to another network.
    """
    path = folder / CHECKPOINT_NAME
    try:
        with np.load(path, allow_pickle=False) as arrays:
            _assign(path, network.variables, arrays, "network")
            if optimizer is not None:
                _assign(path, optimizer.variables, arrays, "optimizer")
            if mean is not None:
                for index, array in enumerate(mean.arrays):
                    array[...] = arrays[f"average{index:04d}"]
            return Progress(**json.loads(arrays["progress"].tobytes()))
    except (OSError, KeyError, ValueError, TypeError) as error:
        raise CheckpointError(f"{path}: no usable checkpoint ({error})") from error


def _assign(path: Path, variables: Any, arrays: Any, prefix: str) -> None:
    count = sum(name.startswith(prefix) for name in arrays.files)
    if count != len(variables):
        raise CheckpointError(f"{path}: {count} {prefix} arrays for {len(variables)} variables")
    for index, variable in enumerate(variables):
        array = arrays[f"{prefix}{index:04d}"]
        if tuple(variable.shape) != array.shape:
            raise CheckpointError(
                f"{path}: {variable.path} has {variable.shape}, not {array.shape}"
            )
        variable.assign(array)


def load_better(folder: Path, network: keras.Model) -> bool:
    """Bring a network to the last weights or to their average, as the last validation prefers.

    Returns:
        Whether it is the average.

    Raises:
        CheckpointError: There is no checkpoint, or it belongs to another network.
    """
    progress = load(folder, network)
    taken = [entry for entry in progress.history if AVERAGED_AUC in entry]
    if not taken or taken[-1][AVERAGED_AUC] < taken[-1]["validation_auc"]:
        return False
    with np.load(folder / CHECKPOINT_NAME, allow_pickle=False) as arrays:
        _assign(folder / CHECKPOINT_NAME, network.variables, arrays, "average")
    return True


def of_one_state(progress: Progress, *, is_average: bool) -> Progress:
    """Keep the validation figures of the last weights, or those of their average as theirs."""

    def kept(entry: Mapping[str, float]) -> dict[str, float]:
        own = {name: value for name, value in entry.items() if not name.endswith(AVERAGED)}
        if is_average:
            own |= {name: entry[name + AVERAGED] for name in own if name + AVERAGED in entry}
        return own

    return replace(progress, history=[kept(entry) for entry in progress.history])


def load_state(checkpoint: Path, network: keras.Model, state: str) -> None:
    """Bring a network to one state of a checkpoint file: `network` or `average`.

    Raises:
        CheckpointError: There is no such state, or it belongs to another network.
    """
    try:
        with np.load(checkpoint, allow_pickle=False) as arrays:
            _assign(checkpoint, network.variables, arrays, state)
    except (OSError, KeyError, ValueError) as error:
        raise CheckpointError(f"{checkpoint}: no usable checkpoint ({error})") from error
