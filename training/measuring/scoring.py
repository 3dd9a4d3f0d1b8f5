# SPDX-License-Identifier: Apache-2.0
"""Scores of an exported network on crops, by the engine that users run."""

from __future__ import annotations

import csv
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from core.preprocess.tensors import to_batch
from core.records import InputSpec
from training.datasets.crops import Crop, read_crop
from training.datasets.manifest import FAKE, REAL, ManifestRow, select
from training.datasets.splits import Split

Change = Callable[[Crop], Crop]


@dataclass(frozen=True, slots=True, eq=False)
class ScoreTable:
    """Scores of one network on one set of images or sequences.

    Attributes:
        names: What was scored, N file names.
        groups: N video groups.
        labels: int64 (N,), 0 real and 1 fake.
        scores: float64 (N,) in [0, 1].
    """

    names: tuple[str, ...]
    groups: tuple[str, ...]
    labels: NDArray[np.int64]
    scores: NDArray[np.float64]

    def save(self, path: Path) -> None:
        """Write one CSV line an image."""
        with path.open("w", encoding="utf-8", newline="") as stream:
            writer = csv.writer(stream, lineterminator="\n")
            writer.writerow(["name", "group", "label", "score"])
            scores = [f"{score:.9g}" for score in self.scores]
            writer.writerows(zip(self.names, self.groups, self.labels, scores, strict=True))

    def part(self, names: Collection[str]) -> ScoreTable:
        """Keep only the named ones."""
        index = [i for i, name in enumerate(self.names) if name in names]
        kept_names = tuple(self.names[i] for i in index)
        groups = tuple(self.groups[i] for i in index)
        return ScoreTable(kept_names, groups, self.labels[index], self.scores[index])

    @staticmethod
    def load(path: Path) -> ScoreTable:
        """Read what `save` wrote."""
        with path.open(encoding="utf-8", newline="") as stream:
            rows = list(csv.DictReader(stream))
        return ScoreTable(
            tuple(row["name"] for row in rows),
            tuple(row["group"] for row in rows),
            np.array([int(row["label"]) for row in rows], np.int64),
            np.array([float(row["score"]) for row in rows], np.float64),
        )


class ExportedNetwork:
    """An ONNX network on the CPU.

    Args:
        source: File or bytes.
        threads: Threads that one operator uses; 0 for as many as there are cores.
    """

    def __init__(self, source: Path | bytes, threads: int = 0) -> None:
        """Load the network."""
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.log_severity_level = 3
        data = source if isinstance(source, bytes) else str(source)
        self._session: Any = onnxruntime.InferenceSession(
            data, options, providers=["CPUExecutionProvider"]
        )
        self._outputs = [item.name for item in self._session.get_outputs()]

    def run(self, **inputs: NDArray[Any]) -> dict[str, NDArray[np.float32]]:
        """Give all outputs by name."""
        return dict(zip(self._outputs, self._session.run(None, inputs), strict=True))


def draw(
    rows: Sequence[ManifestRow], split: Split, per_class: int, seed: int = 1
) -> list[ManifestRow]:
    """Draw up to `per_class` reals and as many fakes of a split, at most one of each a group."""
    rng = np.random.default_rng(seed)
    drawn: list[ManifestRow] = []
    for label in (REAL, FAKE):
        pool = select(rows, split, label)
        shuffled = [pool[int(index)] for index in rng.permutation(len(pool))]
        one_a_group = {row.group: row for row in shuffled}
        members = sorted(one_a_group.values(), key=lambda row: row.sha256)
        drawn += [members[int(index)] for index in rng.permutation(len(members))[:per_class]]
    return drawn


def score_crops(
    network: ExportedNetwork,
    rows: Sequence[ManifestRow],
    images: Path,
    spec: InputSpec,
    change: Change | None = None,
    batch_size: int = 16,
) -> ScoreTable:
    """Score crops, each first changed by `change` if that is given."""
    scores = np.empty(len(rows), np.float64)
    for start in range(0, len(rows), batch_size):
        crops = [read_crop(images, row) for row in rows[start : start + batch_size]]
        if change is not None:
            crops = [change(crop) for crop in crops]
        found = network.run(batch=to_batch(crops, spec))["score"]
        scores[start : start + len(crops)] = found[:, 0]
    return ScoreTable(
        tuple(row.file for row in rows),
        tuple(row.group for row in rows),
        np.array([row.label for row in rows], np.int64),
        scores,
    )
