# SPDX-License-Identifier: Apache-2.0
"""Batches of crops, half real and half fake, each a pure function of seed and step.

Because step n always gives the same batch, a run that was killed and resumed sees exactly
what an uninterrupted one sees.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias, TypeVar

import cv2
import numpy as np
from numpy.typing import NDArray

from core.preprocess.tensors import to_batch
from core.records import InputSpec
from training.augment import AugmentSettings, Crop, augment, self_blend
from training.datasets.manifest import FAKE, REAL, ManifestRow
from training.errors import ManifestError

Batch: TypeAlias = tuple[NDArray[np.float32], NDArray[np.float32]]
T = TypeVar("T")


def read_crop(images: Path, row: ManifestRow) -> Crop:
    """Decode one image as RGB uint8 (H, W, 3).

    Raises:
        ManifestError: The file is missing or no image.
    """
    path = images / row.file
    image = cv2.imread(str(path), cv2.IMREAD_COLOR)
    if image is None:
        raise ManifestError("cannot be decoded as an image", path)
    return np.ascontiguousarray(image[..., ::-1]).astype(np.uint8, copy=False)


@dataclass(frozen=True, slots=True)
class BalancedBatches:
    """Endless balanced batches of one training split.

    Attributes:
        images: Folder of the crops.
        real: Real rows; shuffled anew each time all were used.
        fake: Fake rows; likewise.
        size: Images in a batch, even.
        spec: What the network reads.
        seed: Of everything random.
        self_blended: Share of the fake half that is made by self-blending real crops.
        settings: Degradations.
        first: Batches that earlier runs have used; `at(0)` is the one after them.
        held_back: Rows of each label, the last of the first round, that are never given.
    """

    images: Path
    real: Sequence[ManifestRow]
    fake: Sequence[ManifestRow]
    size: int
    spec: InputSpec
    seed: int
    self_blended: float
    settings: AugmentSettings
    first: int = 0
    held_back: int = 0

    def at(self, step: int) -> Batch:
        """Give batch number `step`: float32 (size, H, W, 3) and labels float32 (size, 1)."""
        step += self.first
        rng = np.random.default_rng((self.seed, 1, step))
        half = self.size // 2
        crops = [read_crop(self.images, row) for row in self._rows(self.real, 0, step, half)]
        for index, row in enumerate(self._rows(self.fake, 1, step, half)):
            blends = rng.random() < self.self_blended
            crop = self_blend(crops[index], rng) if blends else read_crop(self.images, row)
            crops.append(crop)
        crops = [augment(crop, rng, self.settings) for crop in crops]
        labels = np.repeat(np.array([REAL, FAKE], np.float32), half)[:, None]
        return to_batch(crops, self.spec), labels

    def unseen(self, steps: int) -> list[ManifestRow]:
        """Rows that no batch before number `steps`, nor any earlier run, has used.

        From the second round on these are the rows held back.
        """
        used = (self.first + steps) * self.size // 2
        rest: list[ManifestRow] = []
        for stream, rows in enumerate((self.real, self.fake)):
            order = _order(self.seed, stream, 0, len(rows))
            kept_from = min(used, len(rows) - self.held_back)
            rest += [rows[int(index)] for index in order[kept_from:]]
        return rest

    def _rows(
        self, rows: Sequence[ManifestRow], stream: int, step: int, count: int
    ) -> list[ManifestRow]:
        start = step * count
        chosen = []
        for position in range(start, start + count):
            epoch, place = divmod(position, len(rows) - self.held_back)
            order = _round(self.seed, stream, epoch, len(rows), self.held_back)
            chosen.append(rows[int(order[place])])
        return chosen


_orders: dict[tuple[int, int, int, int], NDArray[np.int64]] = {}
_rounds: dict[tuple[int, int, int, int, int], NDArray[np.int64]] = {}


def _order(seed: int, stream: int, epoch: int, count: int) -> NDArray[np.int64]:
    """A permutation for each epoch, remembered because it is asked for once an image."""
    key = (seed, stream, epoch, count)
    if key not in _orders:
        _orders[key] = np.random.default_rng((seed, 2, stream, epoch)).permutation(count)
    return _orders[key]


def _round(seed: int, stream: int, epoch: int, count: int, held_back: int) -> NDArray[np.int64]:
    """The order of an epoch without the rows held back: the last ones of the first epoch."""
    order = _order(seed, stream, epoch, count)
    if not held_back:
        return order
    key = (seed, stream, epoch, count, held_back)
    if key not in _rounds:
        never = _order(seed, stream, 0, count)[count - held_back :]
        _rounds[key] = order[~np.isin(order, never)]
    return _rounds[key]


def prefetch(make: Callable[[int], T], first: int, depth: int = 4) -> Iterator[T]:
    """Make items `first`, `first + 1`, ... on a thread, `depth` ahead of their use.

    Args:
        make: Gives the item of a step.
        first: Step to start with.
        depth: How many wait at most.

    Yields:
        The items in order. An error of `make` is raised here, in the reader's thread.
    """
    with ThreadPoolExecutor(max_workers=1, thread_name_prefix="batches") as maker:
        waiting = deque(maker.submit(make, first + ahead) for ahead in range(depth))
        step = first + depth
        try:
            while True:
                item = waiting.popleft().result()
                waiting.append(maker.submit(make, step))
                step += 1
                yield item
        finally:
            maker.shutdown(wait=False, cancel_futures=True)
