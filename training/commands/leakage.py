# SPDX-License-Identifier: Apache-2.0
"""What a random split is worth."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from training.datasets.manifest import ManifestRow
from training.studies.crop_statistics import statistics_of_crops
from training.studies.leakage import leakage_of
from training.studies.leakage_draws import as_recipe, whole_originals
from training.studies.trunk_features import imagenet_features
from training.workspace import Workspace

_SEED = 43


@dataclass(frozen=True, slots=True)
class Draws:
    """How much is drawn.

    Attributes:
        originals: Their real crops and as many fakes, described by statistics.
        whole: Originals that are taken with all their fakes, likewise.
        trunk: Originals whose crops pass through the trunk.
        splits: Pairs of splits.
    """

    originals: int
    whole: int
    trunk: int
    splits: int


def weigh(work: Workspace, draws: Draws, arrays: Path | None) -> dict[str, Any]:
    """Compare the recipe's random split with one by original, on folds 0 to 8; resumes.

    Args:
        work: Holds the manifest; receives what describes the crops.
        draws: How much.
        arrays: NPZ with the ImageNet arrays; None to leave the trunk out.

    Raises:
        TrainingError: The data set is too small, a file is missing or damaged.
    """
    rows, images = work.rows(), work.images()
    seeds = range(draws.splits)

    def described(chosen: Sequence[ManifestRow]) -> dict[str, Any]:
        vectors = statistics_of_crops(chosen, images, work.root / "statistics.npz")
        return leakage_of(chosen, vectors, seeds)

    found: dict[str, Any] = {"folds": "0 to 8", "seed": _SEED}
    found["statistics"] = {
        "as_recipe": described(as_recipe(whole_originals(rows, draws.originals, _SEED), _SEED)),
        "all_fakes": described(whole_originals(rows, draws.whole, _SEED)),
    }
    if arrays is not None:
        chosen = as_recipe(whole_originals(rows, draws.trunk, _SEED), _SEED)
        vectors = imagenet_features(chosen, images, arrays, work.root / "trunk_features.npz")
        found["trunk"] = {"as_recipe": leakage_of(chosen, vectors, seeds)}
    return found
