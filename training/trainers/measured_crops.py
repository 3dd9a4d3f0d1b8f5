# SPDX-License-Identifier: Apache-2.0
"""Crops measured once by the front of `image_cnn`, kept in files: a killed run goes on."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import keras
import numpy as np
from numpy.typing import NDArray

from core.preprocess.tensors import to_batch
from training.augmentation.augment import AugmentSettings
from training.datasets.crops import read_crop
from training.datasets.manifest import ManifestRow
from training.datasets.splits import Split
from training.learning.batches import Batch
from training.learning.config import ExperimentConfig
from training.learning.prefetching import prefetch
from training.measuring.scoring import draw
from training.trainers.texture_front import Scale, build_magnitudes, build_measures, scale_of
from training.trainers.train_images import batches_of

log = logging.getLogger(__name__)

AT_ONCE = 64
# Batches that set the scale, and batches in a file.
_SCALE_BATCHES = 8
_BATCHES_OF_A_PART = 25

_DEGRADED, _PLAIN = "degraded", "as_they_are"
_AS_THEY_ARE = AugmentSettings(warp=0, shrink=0, blur=0, jpeg=0, light=0, noise=0)

# Float16 (N, MEASURES) and labels float32 (N, 1).
Measured = tuple[NDArray[np.float16], NDArray[np.float32]]


class MeasuredCrops:
    """The measures that `image_cnn`'s dense layers are trained and validated on.

    The network is asked about crops as they are more often than training would show it such ones
    if each were degraded; so some are measured as they are, too.

    Args:
        config: Of the dense layers: batches, degradations, seed, number of validation crops.
        rows: The manifest.
        images: Folder of the crops.
        folder: Receives scale and measures.
    """

    def __init__(
        self, config: ExperimentConfig, rows: Sequence[ManifestRow], images: Path, folder: Path
    ) -> None:
        """Find the scale, or read it."""
        folder.mkdir(parents=True, exist_ok=True)
        self._config, self._rows, self._images, self._folder = config, rows, images, folder
        as_they_are = replace(config, augment=_AS_THEY_ARE)
        self._batches = {
            _DEGRADED: batches_of(config, rows, images),
            _PLAIN: batches_of(as_they_are, rows, images),
        }
        self.scale = self._found_scale(folder / "scale.npz")
        self._measure = build_measures(self.scale)

    def training(self, degraded: int, as_they_are: int) -> Measured:
        """Measure training crops, half real and half fake; resumes.

        Args:
            degraded: How many degraded ones at least; whole batches.
            as_they_are: How many others, but that half of them are mirrored.

        Returns:
            All in random order.
        """
        parts = [*self._kind(_DEGRADED, degraded), *self._kind(_PLAIN, as_they_are)]
        measures, labels = (np.concatenate(some) for some in zip(*parts, strict=True))
        order = np.random.default_rng(self._config.seed).permutation(len(measures))
        return measures[order], labels[order]

    def _kind(self, kind: str, count: int) -> list[Measured]:
        batches = self._batches[kind]
        paths = []
        for number, (first, last) in enumerate(_parts(-(-count // batches.size))):
            paths.append(self._folder / f"{kind}_{number:03d}.npz")
            if not paths[-1].is_file():
                _save(paths[-1], _measured(self._measure, batches.at, range(first, last)))
                log.info("measured %d of %d crops, %s", last * batches.size, count, kind)
        return [_load(path) for path in paths]

    def validation(self) -> Measured:
        """Measure validation crops, as they are."""
        path = self._folder / "validation.npz"
        if not path.is_file():
            chosen = self.validation_rows()
            parts = (chosen[first : first + AT_ONCE] for first in range(0, len(chosen), AT_ONCE))
            crops = ([read_crop(self._images, row) for row in part] for part in parts)
            found = [_of(self._measure, to_batch(part, self._config.spec)) for part in crops]
            labels = np.array([[row.label] for row in chosen], np.float32)
            _save(path, (np.concatenate(found), labels))
        return _load(path)

    def validation_rows(self) -> list[ManifestRow]:
        """Give the crops of `validation`, in its order."""
        return draw(self._rows, Split.VALIDATION, self._config.validation_images)

    def _found_scale(self, path: Path) -> Scale:
        if not path.is_file():
            magnitudes = build_magnitudes()
            batches = self._batches[_DEGRADED]
            some = (batches.at(step)[0][:AT_ONCE] for step in range(_SCALE_BATCHES))
            found = [np.asarray(magnitudes.predict_on_batch(crops)) for crops in some]
            scale_of(np.concatenate(found)).save(path)
        return Scale.load(path)


def _parts(batches: int) -> Iterator[tuple[int, int]]:
    for first in range(0, batches, _BATCHES_OF_A_PART):
        yield first, min(first + _BATCHES_OF_A_PART, batches)


def _measured(measure: keras.Model, batch_at: Callable[[int], Batch], steps: range) -> Measured:
    measures, labels = [], []
    for _, (crops, truth) in zip(steps, prefetch(batch_at, steps.start), strict=False):
        measures.append(_of(measure, crops))
        labels.append(truth)
    return np.concatenate(measures), np.concatenate(labels)


def _of(measure: keras.Model, crops: NDArray[np.float32]) -> NDArray[np.float16]:
    parts = [crops[first : first + AT_ONCE] for first in range(0, len(crops), AT_ONCE)]
    found = [np.asarray(measure.predict_on_batch(part)) for part in parts]
    return np.concatenate(found).astype(np.float16)


def _save(path: Path, data: Measured) -> None:
    partial = path.with_suffix(".part.npz")
    np.savez(partial, allow_pickle=False, measures=data[0], labels=data[1])
    partial.replace(path)


def _load(path: Path) -> Measured:
    with np.load(path, allow_pickle=False) as file:
        return file["measures"], file["labels"]
