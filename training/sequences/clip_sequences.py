# SPDX-License-Identifier: Apache-2.0
"""Sequences for `xception_gru` from labelled clips: their own frames, in their order.

Each real clip also becomes a fake by self-blending all its frames alike, since a manipulated clip
has one and the same manipulation in each frame.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from training import presets
from training.augmentation.augment import jitter
from training.augmentation.clip_mix import ClipMix, equalize
from training.augmentation.self_blending import Landmarks, blend
from training.datasets.crops import Crop, read_crop
from training.datasets.manifest import FAKE, REAL, ManifestRow
from training.measuring.scoring import ExportedNetwork
from training.sequences.sequence_kinds import Kind
from training.sequences.views import MadeSequence, ViewFeatures, pass_through

_CHAIN, _BLEND = 21, 22


def clip_sequences(trunk: ExportedNetwork, folder: Path, landmarks: Landmarks) -> ViewFeatures:
    """Pass frames of the training clips through the trunk.

    Args:
        trunk: The exported `xception`.
        folder: Of the clips' crops.
        landmarks: Of their real crops, by file name.

    Returns:
        One sequence a fake clip and several a real one; some of these are self-blended.
    """
    made = _clips(folder, landmarks)
    return pass_through(trunk, made, presets.XCEPTION_INPUT, presets.GRU_VIEWS)


def _clips(folder: Path, landmarks: Landmarks) -> Iterator[MadeSequence]:
    """Give degraded frames of each sequence."""
    mix = ClipMix.load(folder)
    seed = presets.XCEPTION_GRU.seed
    for clips in mix.sources[FAKE].values():
        names = sorted(clips)
        chosen = np.random.default_rng(seed).permutation(len(names))
        for index in chosen[: presets.GRU_CLIPS_OF_A_SOURCE]:
            crops = _frames(folder, clips[names[int(index)]])
            sent = send(crops, (seed, _CHAIN, int(index)))
            yield MadeSequence(names[int(index)], Kind.FAKE_CLIP, sent)
    for clips in mix.sources[REAL].values():
        for index, name in enumerate(sorted(clips)):
            rows = clips[name]
            crops = _frames(folder, rows)
            for again in range(presets.GRU_ROUNDS_OF_REAL_CLIPS):
                sent = send(crops, (seed, _CHAIN, index, again))
                yield MadeSequence(name, Kind.REAL_CLIP, sent)
            points = [landmarks.get(row.file) for row in spread(rows)]
            blended = [
                blend(crop, point, np.random.default_rng((seed, _BLEND, index)))
                for crop, point in zip(crops, points, strict=True)
            ]
            sent = send(blended, (seed, _CHAIN, index, 99))
            yield MadeSequence(name, Kind.SELF_BLENDED_CLIP, sent)


def spread(rows: Sequence[ManifestRow]) -> list[ManifestRow]:
    """Choose as many rows as a sequence has views, evenly over time; few come more than once."""
    places = np.linspace(0, len(rows) - 1, presets.GRU_VIEWS).round().astype(int)
    return [rows[place] for place in places]


def _frames(folder: Path, rows: Sequence[ManifestRow]) -> list[Crop]:
    return [read_crop(folder, row) for row in spread(rows)]


def send(crops: Sequence[Crop], key: tuple[int, ...]) -> list[Crop]:
    """Send a clip through one chain of losses; each frame moves a little of its own."""
    own = np.random.default_rng((*key, 1))
    return [equalize(jitter(crop, own), np.random.default_rng(key)) for crop in crops]
