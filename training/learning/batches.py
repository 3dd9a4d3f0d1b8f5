# SPDX-License-Identifier: Apache-2.0
"""Batches of crops, half real and half fake, each a pure function of seed and step.

Because step n always gives the same batch, a run that was killed and resumed sees exactly
what an uninterrupted one sees.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from core.preprocess.tensors import to_batch
from core.records import InputSpec
from training.augmentation.augment import AugmentSettings, augment
from training.augmentation.clip_mix import ClipMix, equalize
from training.augmentation.self_blending import Landmarks, blend
from training.datasets.crops import Crop, read_crop
from training.datasets.manifest import FAKE, REAL, ManifestRow
from training.learning.rounds import Rounds

Batch: TypeAlias = tuple[NDArray[np.float32], NDArray[np.float32]]


@dataclass(frozen=True, slots=True)
class Mixture:
    """What is mixed into batches from a step on.

    Attributes:
        from_step: First batch that is mixed.
        clips: Crops of labelled clips, or None.
        clip_share: Share of each label's half that they take.
        landmarks: File name of a real crop to its landmarks, for self-blending.
    """

    from_step: int
    clips: ClipMix | None
    clip_share: float
    landmarks: Landmarks


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
        self_blended: Share of the data set's fakes replaced by self-blended real crops.
        settings: Degradations.
        used: Names of crops that earlier releases were trained on: they come last at first.
        held_back: Crops of each label that are never given.
        mixture: What else comes in, or None.
    """

    images: Path
    real: Sequence[ManifestRow]
    fake: Sequence[ManifestRow]
    size: int
    spec: InputSpec
    seed: int
    self_blended: float
    settings: AugmentSettings
    used: frozenset[str] = frozenset()
    held_back: int = 0
    mixture: Mixture | None = None
    _rounds: list[Rounds] = field(init=False, repr=False, default_factory=list)

    def __post_init__(self) -> None:
        """Lay out the rounds."""
        for stream, rows in enumerate((self.real, self.fake)):
            self._rounds.append(Rounds(rows, self.seed, stream, self.used, self.held_back))

    def at(self, step: int) -> Batch:
        """Give batch number `step`: float32 (size, H, W, 3) and labels float32 (size, 1)."""
        rng = np.random.default_rng((self.seed, 1, step))
        places = range(self._used(step), self._used(step + 1))
        extra = self.size // 2 - len(places)
        real = self._own(REAL, places) + self._of_clips(REAL, extra, rng)
        fake = []
        for row in (self._rounds[FAKE].at(place) for place in places):
            if rng.random() < self.self_blended:
                fake.append(self._blended(real, rng))
            else:
                fake.append(read_crop(self.images, row))
        fake += [crop for _, crop in self._of_clips(FAKE, extra, rng)]
        crops = [augment(crop, rng, self.settings) for crop in [*(c for _, c in real), *fake]]
        labels = np.repeat(np.array([REAL, FAKE], np.float32), self.size // 2)[:, None]
        return to_batch(crops, self.spec), labels

    def unseen(self, steps: int) -> list[ManifestRow]:
        """Crops that no batch before number `steps`, nor any earlier release, has used."""
        return [row for rounds in self._rounds for row in rounds.unseen(self._used(steps))]

    def given(self, steps: int) -> set[ManifestRow]:
        """Crops of the data set that the batches before number `steps` take."""
        places = range(self._used(steps))
        return {rounds.at(place) for rounds in self._rounds for place in places}

    def _used(self, step: int) -> int:
        """Own crops of a label that the batches before a step take."""
        half = self.size // 2
        if self.mixture is None or self.mixture.clips is None:
            return step * half
        plain = min(step, self.mixture.from_step)
        return plain * half + (step - plain) * (half - round(half * self.mixture.clip_share))

    def _own(self, label: int, places: range) -> list[tuple[str, Crop]]:
        rows = [self._rounds[label].at(place) for place in places]
        return [(row.file, read_crop(self.images, row)) for row in rows]

    def _of_clips(self, label: int, count: int, rng: np.random.Generator) -> list[tuple[str, Crop]]:
        if not count or self.mixture is None or self.mixture.clips is None:
            return []
        drawn = self.mixture.clips.draw(label, count, rng)
        return [(name, equalize(crop, rng)) for name, crop in drawn]

    def _blended(self, real: Sequence[tuple[str, Crop]], rng: np.random.Generator) -> Crop:
        name, crop = real[int(rng.integers(len(real)))]
        points = self.mixture.landmarks.get(name) if self.mixture else None
        return blend(crop, points, rng)
