# SPDX-License-Identifier: Apache-2.0
"""One vector for each crop, computed once and kept, so that a run that was killed goes on."""

from __future__ import annotations

import logging
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from training.datasets.manifest import ManifestRow
from training.errors import CheckpointError

log = logging.getLogger(__name__)

Vectors: TypeAlias = NDArray[np.float32]
Compute: TypeAlias = Callable[[Sequence[ManifestRow]], Vectors]


def cached_vectors(
    rows: Sequence[ManifestRow],
    cache: Path,
    load: Callable[[], Compute],
    batch_size: int = 1,
    saved_every: int = 100,
) -> Vectors:
    """Give the vector of each crop, from the cache where it holds it.

    Args:
        rows: Crops.
        cache: NPZ by file name that is read and continued.
        load: Makes the function from crops to vectors; not called when the cache holds all.
        batch_size: Crops computed at once.
        saved_every: Crops after which the cache is written, a multiple of `batch_size`: so a run
            that goes on computes the same batches, and the same numbers, as one in one piece.

    Returns:
        float32 (N, D), in the order of `rows`.

    Raises:
        CheckpointError: The cache is damaged.
    """
    known = _read(cache)
    left = [row for row in rows if row.file not in known]
    if left:
        compute = load()
        for start in range(0, len(left), batch_size):
            part = left[start : start + batch_size]
            known.update(zip([row.file for row in part], compute(part), strict=True))
            done = start + len(part)
            if done % saved_every == 0 or done == len(left):
                _write(known, cache)
                log.info("%s: %d of %d crops", cache.stem, done, len(left))
    return np.array([known[row.file] for row in rows], np.float32)


def _read(cache: Path) -> dict[str, Vectors]:
    if not cache.is_file():
        return {}
    try:
        # Opened here: NumPy leaves a damaged file open.
        with cache.open("rb") as stream, np.load(stream, allow_pickle=False) as data:
            return dict(zip(data["names"].tolist(), data["vectors"], strict=True))
    except (OSError, KeyError, ValueError, EOFError, zipfile.BadZipFile) as error:
        raise CheckpointError(f"{cache}: no vectors of crops ({error}); delete it") from error


def _write(known: dict[str, Vectors], cache: Path) -> None:
    partial = cache.with_name(f"{cache.stem}.part.npz")
    names, vectors = np.array(list(known), np.str_), np.array(list(known.values()), np.float32)
    np.savez(partial, allow_pickle=False, names=names, vectors=vectors)
    partial.replace(cache)
