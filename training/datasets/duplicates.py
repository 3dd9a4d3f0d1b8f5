# SPDX-License-Identifier: Apache-2.0
"""Near duplicates across splits: crops that look the same although their bytes differ.

A fingerprint is a difference hash: the crop in 17 x 16 gray values, and for each whether its right
neighbour is brighter. It does not change with brightness, contrast, size or mild compression.
Two fingerprints of unrelated faces differ in about half of their 256 bits, though all faces share
a plan; the limit was measured on the data, see `training/README.md`.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from training.datasets.manifest import ManifestRow
from training.datasets.splits import Split
from training.errors import CheckpointError, ManifestError

log = logging.getLogger(__name__)

SIDE = 16
BITS = SIDE * SIDE
LIMIT_BITS = 20
_ROWS_AT_ONCE = 4096
_SAVED_EVERY = 8192

Bits = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class NearPair:
    """Two crops of different splits that look the same."""

    one: ManifestRow
    other: ManifestRow
    distance: int


def fingerprint(gray: NDArray[np.uint8]) -> Bits:
    """Give the difference hash of a gray picture: uint8 (32,), packed bits."""
    small = cv2.resize(gray, (SIDE + 1, SIDE), interpolation=cv2.INTER_AREA).astype(np.int16)
    return np.packbits(small[:, 1:] > small[:, :-1])


def fingerprints(rows: Sequence[ManifestRow], images: Path, cache: Path) -> Bits:
    """Give the fingerprint of each row: uint8 (N, 32).

    Args:
        rows: Of the manifest.
        images: Folder of the crops.
        cache: NPZ by content hash, read and continued: a run that was killed goes on.

    Raises:
        ManifestError: A crop cannot be decoded; names it.
    """
    known = _read_cache(cache)
    missing = [row for row in rows if row.sha256 not in known]
    for number, row in enumerate(missing, 1):
        # A quarter of the size is enough, and quick to decode.
        gray = cv2.imread(str(images / row.file), cv2.IMREAD_REDUCED_GRAYSCALE_4)
        if gray is None:
            raise ManifestError("cannot be decoded as an image", images / row.file)
        known[row.sha256] = fingerprint(np.asarray(gray, np.uint8))
        if number % _SAVED_EVERY == 0 or number == len(missing):
            _write_cache(known, cache)
            log.info("%d of %d fingerprints", number, len(missing))
    return np.stack([known[row.sha256] for row in rows])


def _read_cache(path: Path) -> dict[str, Bits]:
    if not path.is_file():
        return {}
    try:
        with np.load(path, allow_pickle=False) as data:
            return dict(zip(data["sha256"].tolist(), data["bits"], strict=True))
    except (OSError, KeyError, ValueError) as error:
        raise CheckpointError(f"{path}: no fingerprints ({error}); delete it") from error


def _write_cache(known: dict[str, Bits], path: Path) -> None:
    partial = path.with_suffix(".part.npz")
    names, bits = np.array(list(known)), np.stack(list(known.values()))
    np.savez(partial, allow_pickle=False, sha256=names, bits=bits)
    partial.replace(path)


def near_pairs(
    rows: Sequence[ManifestRow],
    bits: Bits,
    one: Split,
    other: Split,
    limit: int = LIMIT_BITS,
) -> Iterator[NearPair]:
    """Find pairs of two splits whose fingerprints differ in `limit` bits at most.

    Args:
        rows: Of the manifest.
        bits: Their fingerprints.
        one, other: The splits to compare.
        limit: Bits that may differ.
    """
    signs = np.unpackbits(bits, axis=1).astype(np.float32) * 2 - 1
    first = np.array([i for i, row in enumerate(rows) if row.split is one], np.int64)
    second = np.array([i for i, row in enumerate(rows) if row.split is other], np.int64)
    for start in range(0, len(first), _ROWS_AT_ONCE):
        part = first[start : start + _ROWS_AT_ONCE]
        distances = (BITS - signs[part] @ signs[second].T) / 2
        for i, j in zip(*np.nonzero(distances <= limit), strict=True):
            pair = rows[int(part[i])], rows[int(second[j])]
            yield NearPair(*pair, int(distances[i, j]))


def across_splits(
    rows: Sequence[ManifestRow], bits: Bits, limit: int = LIMIT_BITS
) -> list[NearPair]:
    """Find the near duplicates of training in validation and test, and of validation in test."""
    sides = (
        (Split.TRAIN, Split.VALIDATION),
        (Split.TRAIN, Split.TEST),
        (Split.VALIDATION, Split.TEST),
    )
    return [pair for one, other in sides for pair in near_pairs(rows, bits, one, other, limit)]


def without_near_duplicates(
    rows: Sequence[ManifestRow], pairs: Sequence[NearPair]
) -> list[ManifestRow]:
    """Drop the first crop of each pair: it is on the side that can spare it.

    Validation loses what looks like test, training what looks like either, so that figures on the
    test split stay comparable.
    """
    dropped = {pair.one.file for pair in pairs}
    return [row for row in rows if row.file not in dropped]


def overlap_figures(rows: Sequence[ManifestRow], pairs: Sequence[NearPair]) -> dict[str, Any]:
    """Count near duplicates by the splits that they join, beside the crops there are."""
    figures: dict[str, Any] = {
        f"crops_{split}": sum(row.split is split for row in rows) for split in Split
    }
    for pair in pairs:
        key = f"pairs_{pair.one.split}_{pair.other.split}"
        figures[key] = figures.get(key, 0) + 1
    figures["crops_dropped"] = len({pair.one.file for pair in pairs})
    figures["limit_bits"] = LIMIT_BITS
    return figures
