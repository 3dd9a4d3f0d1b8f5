# SPDX-License-Identifier: Apache-2.0
"""The published recipe, and what each of our changes does to it: which networks are trained.

All networks of one kind get the same number of batches from the same start and are judged on the
same validation crops, so that two lines that follow each other differ by one change only. The
budget is a small part of a release's: the differences are those of a short training.

The recipe splits at random by file. Here its training crops may come from the originals of the
tested crops, though never the tested crops themselves. The originals to draw from are so many
that a short training takes as large a share of them as the recipe does of all, and leaves as many
of the tested crops a trained crop of their original.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

import numpy as np

from core.records import InputSpec
from training import presets
from training.augmentation.augment import AugmentSettings
from training.datasets.manifest import FAKE, REAL, ManifestRow
from training.datasets.splits import Split
from training.errors import LeakageError
from training.learning.config import ExperimentConfig
from training.learning.loop import Schedule
from training.measuring import metrics
from training.measuring.scoring import ScoreTable

# The recipe draws 8000 of 16,293 real crops and trains on 0.8 * 0.7 of them.
TRAINED_SHARE_OF_REAL = 8000 * 0.8 * 0.7 / 16_293

_AS_THEY_ARE = AugmentSettings(warp=0, shrink=0, blur=0, jpeg=0, light=0, noise=0, flip=0)
_SEED = 47
# Of a network that starts from nothing.
_PLAIN_RATE = 1e-3


class Pool(StrEnum):
    """Where training crops come from."""

    RANDOM = "random"
    BY_ORIGINAL = "by_original"


@dataclass(frozen=True, slots=True)
class Trial:
    """One short training.

    Attributes:
        name: Of its folder.
        network: `image_cnn` or `xception`.
        pool: Where its crops come from.
        spec: What the network reads in training.
        augment: Degradations of its crops.
        self_blended: Share of fakes made by self-blending.
    """

    name: str
    network: str
    pool: Pool
    spec: InputSpec
    augment: AugmentSettings = field(default=_AS_THEY_ARE)
    self_blended: float = 0.0

    def config(self, batches: int) -> ExperimentConfig:
        """Give the experiment, of so many batches whatever the machine's speed."""
        preset = presets.XCEPTION
        is_plain = self.network == "image_cnn"
        rate = _PLAIN_RATE if is_plain else preset.schedule.learning_rate
        return replace(
            preset,
            network=self.network,
            spec=self.spec,
            schedule=Schedule(rate, max_steps=batches),
            frozen_until="" if is_plain else preset.frozen_until,
            label_smoothing=0.0,
            augment=self.augment,
            self_blended=self.self_blended,
            mixed_from=0 if self.self_blended else -1,
            clip_share=0.0,
        )


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table: a trial, and how its crops are fed when it is judged.

    Attributes:
        title: What is new against the line before.
        trial: The network judged.
        spec: What it is given.
        follows: Whether the line before is the one it is compared with.
    """

    title: str
    trial: Trial
    spec: InputSpec
    follows: bool = True


def _raw(spec: InputSpec) -> InputSpec:
    """Give an input without preprocessing: 0 to 255."""
    return replace(spec, low=0.0, high=255.0)


_PLAIN_RAW = Trial("plain_raw", "image_cnn", Pool.RANDOM, _raw(presets.IMAGE_CNN_INPUT))
_PLAIN = Trial("plain", "image_cnn", Pool.RANDOM, presets.IMAGE_CNN_INPUT)
_RANDOM = Trial("xception_random", "xception", Pool.RANDOM, presets.XCEPTION_INPUT)
_ORIGINAL = replace(_RANDOM, name="xception_by_original", pool=Pool.BY_ORIGINAL)
_AUGMENTED = replace(_ORIGINAL, name="xception_augmented", augment=presets.XCEPTION.augment)
_BLENDED = replace(
    _AUGMENTED,
    name="xception_self_blended",
    self_blended=presets.XCEPTION_CONTINUED.self_blended,
)

LINES = (
    Line("plain network, inputs from 0 to 255", _PLAIN_RAW, _PLAIN_RAW.spec, follows=False),
    Line("the same, inputs rescaled to 0 to 1", _PLAIN, _PLAIN.spec),
    Line(
        "Xception, random split, judged without preprocessing",
        _RANDOM,
        _raw(_RANDOM.spec),
        follows=False,
    ),
    Line("the same network, preprocessed as in training", _RANDOM, _RANDOM.spec),
    Line("split by original", _ORIGINAL, _ORIGINAL.spec),
    Line("degradations and flips", _AUGMENTED, _AUGMENTED.spec),
    Line("self-blended fakes", _BLENDED, _BLENDED.spec),
)


def pools(
    rows: Sequence[ManifestRow], tested: Collection[str], originals: int
) -> Mapping[Pool, list[ManifestRow]]:
    """Give the crops that each kind of split may train on.

    Args:
        rows: The manifest.
        tested: File names of the tested crops, of the validation fold.
        originals: To draw from, those of the validation fold among them.

    Raises:
        LeakageError: There are not enough originals in the training folds.
    """
    validation = [row for row in rows if row.split is Split.VALIDATION]
    wanted = originals - len({row.group for row in validation})
    names = sorted({row.group for row in rows if row.split is Split.TRAIN})
    if not 0 < wanted <= len(names):
        raise LeakageError(
            f"{wanted} originals of the training folds wanted, there are {len(names)}: "
            "train for more or fewer batches"
        )
    order = np.random.default_rng(_SEED).permutation(len(names))[:wanted]
    drawn = {names[int(place)] for place in order}
    training = [row for row in rows if row.split is Split.TRAIN and row.group in drawn]
    beside = [row for row in validation if row.file not in tested]
    return {Pool.BY_ORIGINAL: training, Pool.RANDOM: training + beside}


def originals_for(batches: int, half: int) -> int:
    """Give the originals of which a training takes as large a share as the recipe does."""
    return round(batches * half / TRAINED_SHARE_OF_REAL)


def siblings(tested: Sequence[ManifestRow], trained: Collection[ManifestRow]) -> dict[str, float]:
    """Give the shares of tested crops with a trained crop of their original."""
    known = {(row.group, row.label) for row in trained}
    own = [(row.group, row.label) in known for row in tested]
    other = [(row.group, REAL + FAKE - row.label) in known for row in tested]
    return {
        "any": round(float(np.mean(np.logical_or(own, other))), 3),
        "same_label": round(float(np.mean(own)), 3),
        "other_label": round(float(np.mean(other)), 3),
    }


def gain(before: ScoreTable, after: ScoreTable) -> dict[str, Any]:
    """Give what a change gained in AUC on the same crops, with its 95 % interval by original."""
    labels, groups = after.labels, after.groups
    pair = (before.scores, after.scores)
    low, high = metrics.bootstrap_gain(metrics.auc, labels, pair, groups)
    gained = metrics.auc(labels, after.scores) - metrics.auc(labels, before.scores)
    return {"gain": round(gained, 4), "gain_ci95": [round(low, 4), round(high, 4)]}
