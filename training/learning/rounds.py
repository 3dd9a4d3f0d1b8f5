# SPDX-License-Identifier: Apache-2.0
"""The order in which crops are used: rounds over all of them, each shuffled anew."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import numpy as np
from numpy.typing import NDArray

from training.datasets.manifest import ManifestRow


class Rounds:
    """Endless rounds over the crops of one label; a function of seed and position.

    The first round starts with the crops that no earlier release was trained on. The last of them
    can be held back, so that a head that reads the network's features finds crops that the network
    has never seen.

    Args:
        rows: The crops.
        seed: Of the order.
        stream: Tells the labels apart, so that their orders do not depend on each other.
        used: File names of crops that earlier releases were trained on.
        held_back: Crops that are never given.
    """

    def __init__(
        self,
        rows: Sequence[ManifestRow],
        seed: int,
        stream: int,
        used: Collection[str] = frozenset(),
        held_back: int = 0,
    ) -> None:
        """Shuffle the first round."""
        self._rows = rows
        self._key = (seed, 2, stream)
        first = self._shuffled(0)
        is_used = np.array([row.file in used for row in rows], bool)[first]
        fresh, later = first[~is_used], first[is_used]
        kept = max(0, len(fresh) - held_back)
        self._held = fresh[kept:]
        self._fresh_count = kept
        self._orders = {0: np.concatenate([fresh[:kept], later])}

    def at(self, position: int) -> ManifestRow:
        """Give the crop at a position, counted over all rounds."""
        number, place = divmod(position, len(self._orders[0]))
        if number not in self._orders:
            order = self._shuffled(number)
            self._orders[number] = order[~np.isin(order, self._held)]
        return self._rows[int(self._orders[number][place])]

    def unseen(self, count: int) -> list[ManifestRow]:
        """Crops that neither the first `count` positions nor an earlier release has used."""
        fresh = self._orders[0][: self._fresh_count]
        rest = np.concatenate([fresh[count:], self._held])
        return [self._rows[int(index)] for index in rest]

    def _shuffled(self, number: int) -> NDArray[np.int64]:
        return np.random.default_rng((*self._key, number)).permutation(len(self._rows))
