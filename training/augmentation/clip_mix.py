# SPDX-License-Identifier: Apache-2.0
"""Crops of labelled clips that are mixed into batches: other generators, other cameras.

In these clips the size of frame and face alone tells real from fake, so both classes pass through
the same strong random shrinking, blur and compression. Sources are drawn by the square root of
their number of clips, then a clip, then a crop: one generator has half of all clips, and shows the
same people again and again.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from training.augmentation.augment import AugmentSettings, degrade, shrink
from training.datasets.clip_crops import read_clip_crops, source_of
from training.datasets.crops import Crop, read_crop
from training.datasets.manifest import FAKE, REAL, ManifestRow

# What is left of a crop of 224 pixels before it goes on.
_KEPT_PX = (96.0, 160.0)
_LOSSES = AugmentSettings(blur=0.3, shrink=0.0, noise=0.1, jpeg=0.7)

Clips = Mapping[str, Sequence[ManifestRow]]


@dataclass(frozen=True, slots=True)
class ClipMix:
    """Crops of clips to draw from.

    Attributes:
        images: Folder of the crops.
        sources: For real and fake: source to clip to its crops.
    """

    images: Path
    sources: tuple[Mapping[str, Clips], Mapping[str, Clips]]

    @staticmethod
    def load(folder: Path) -> ClipMix:
        """Read what `cut_clips` wrote.

        Raises:
            ManifestError: There is no such list.
        """
        sources: tuple[dict[str, dict[str, list[ManifestRow]]], ...] = ({}, {})
        for row in read_clip_crops(folder):
            clips = sources[row.label].setdefault(source_of(row), {})
            clips.setdefault(row.group, []).append(row)
        return ClipMix(folder, (sources[REAL], sources[FAKE]))

    def draw(self, label: int, count: int, rng: np.random.Generator) -> list[tuple[str, Crop]]:
        """Draw crops of a label, with their file names; not degraded yet."""
        names = sorted(self.sources[label])
        weights = np.sqrt([len(self.sources[label][name]) for name in names])
        drawn = []
        for source in rng.choice(len(names), count, p=weights / weights.sum()):
            clips = self.sources[label][names[source]]
            rows = clips[sorted(clips)[int(rng.integers(len(clips)))]]
            row = rows[int(rng.integers(len(rows)))]
            drawn.append((row.file, read_crop(self.images, row)))
        return drawn


def equalize(crop: Crop, rng: np.random.Generator) -> Crop:
    """Bring a clip's crop through the losses that hide its size and coding."""
    small = shrink(crop, float(rng.uniform(*_KEPT_PX)) / crop.shape[0])
    return degrade(small, rng, _LOSSES)
