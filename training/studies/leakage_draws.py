# SPDX-License-Identifier: Apache-2.0
"""Crops and their two splits, to weigh what a random split is worth.

The published recipe takes all real crops and as many fakes, drawn from all, and splits them at
random by file. So a fake is tested whose original, or another fake of it, was trained on. A split
by original keeps these together. Both splits here give the same numbers of crops.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from training.datasets.manifest import FAKE, REAL, ManifestRow
from training.datasets.splits import Split
from training.errors import LeakageError

Index: TypeAlias = NDArray[np.int64]

# Never the test fold, nor the held-out clips.
_SPLITS = (Split.TRAIN, Split.VALIDATION)
TEST_SHARE = 0.2


@dataclass(frozen=True, slots=True, eq=False)
class Parts:
    """Places of the training and of the test crops, int64."""

    train: Index
    test: Index


Splitter: TypeAlias = Callable[[Sequence[ManifestRow], np.random.Generator], Parts]


def whole_originals(rows: Sequence[ManifestRow], count: int, seed: int) -> list[ManifestRow]:
    """Draw originals with all their crops, of folds 0 to 8.

    Args:
        rows: The manifest.
        count: Originals, each with its real crop and a fake at least.
        seed: Of the draw; a smaller count gives a part of what a larger one gives.

    Raises:
        LeakageError: There are fewer such originals.
    """
    members: dict[str, list[ManifestRow]] = {}
    for row in rows:
        if row.split in _SPLITS:
            members.setdefault(row.group, []).append(row)
    names = sorted(
        name for name, own in members.items() if {row.label for row in own} == {REAL, FAKE}
    )
    if not 0 < count <= len(names):
        raise LeakageError(f"{count} originals asked for; {len(names)} have real and fake crops")
    order = np.random.default_rng((seed, 0)).permutation(len(names))[:count]
    return [row for place in order for row in members[names[int(place)]]]


def as_recipe(rows: Sequence[ManifestRow], seed: int) -> list[ManifestRow]:
    """Keep all real crops and as many of the fakes, drawn from all, as the recipe does."""
    real = [row for row in rows if row.label == REAL]
    fake = [row for row in rows if row.label == FAKE]
    order = np.random.default_rng((seed, 1)).permutation(len(fake))[: len(real)]
    return real + [fake[int(place)] for place in order]


def both_splits(rows: Sequence[ManifestRow], seed: int) -> dict[str, Parts]:
    """Split crops by file and by original, with the same number of each label on each side.

    Args:
        rows: Crops of some originals.
        seed: Of the splits.

    Returns:
        `random` and `by_original`.

    Raises:
        LeakageError: A side would have no crop of a label.
    """
    rng = np.random.default_rng((seed, 2))
    parts = {name: split(rows, rng) for name, split in SPLITTERS.items()}
    labels = np.array([row.label for row in rows], np.int64)
    evened = {
        side: _same_counts([getattr(part, side) for part in parts.values()], labels, rng)
        for side in ("train", "test")
    }
    return {
        name: Parts(evened["train"][number], evened["test"][number])
        for number, name in enumerate(parts)
    }


def _by_file(rows: Sequence[ManifestRow], rng: np.random.Generator) -> Parts:
    labels = np.array([row.label for row in rows], np.int64)
    tested = np.zeros(len(rows), np.bool_)
    for label in (REAL, FAKE):
        own = rng.permutation(np.flatnonzero(labels == label))
        tested[own[: round(TEST_SHARE * own.size)]] = True
    return Parts(np.flatnonzero(~tested), np.flatnonzero(tested))


def _by_original(rows: Sequence[ManifestRow], rng: np.random.Generator) -> Parts:
    _, number = np.unique([row.group for row in rows], return_inverse=True)
    names = rng.permutation(int(number.max()) + 1)
    tested = np.isin(number, names[: round(TEST_SHARE * names.size)])
    return Parts(np.flatnonzero(~tested), np.flatnonzero(tested))


SPLITTERS: dict[str, Splitter] = {"random": _by_file, "by_original": _by_original}


def _same_counts(
    sides: Sequence[Index], labels: NDArray[np.int64], rng: np.random.Generator
) -> list[Index]:
    """Thin out the sides until each has as many crops of a label as the other."""
    kept: list[list[Index]] = [[] for _ in sides]
    for label in (REAL, FAKE):
        own = [rng.permutation(side[labels[side] == label]) for side in sides]
        count = min(part.size for part in own)
        if not count:
            raise LeakageError("too few originals: a side of the split has no crop of a label")
        for place, part in zip(kept, own, strict=True):
            place.append(part[:count])
    return [np.sort(np.concatenate(place)) for place in kept]
