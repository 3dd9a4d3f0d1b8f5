# SPDX-License-Identifier: Apache-2.0
"""Sequences for `xception_gru` from labelled clips: their own frames, in their order.

Each real clip also becomes a fake by self-blending all its frames alike, since a manipulated clip
has one and the same manipulation in each frame.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from core.networks.gru_head import FEATURE_SIZE
from core.preprocess.tensors import to_batch
from training import presets
from training.augment import Crop, jitter
from training.clip_mix import ClipMix, equalize
from training.crops import read_crop
from training.datasets.manifest import FAKE, REAL, ManifestRow
from training.scoring import ExportedNetwork
from training.self_blending import Landmarks, blend
from training.sequences import ViewFeatures

log = logging.getLogger(__name__)

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
    views = presets.GRU_VIEWS
    features, scores, labels, groups = [], [], [], []
    for number, (group, label, crops) in enumerate(_clips(folder, landmarks)):
        found = trunk.run(batch=to_batch(crops, presets.XCEPTION_INPUT))
        features.append(found["features"].astype(np.float16))
        scores.append(found["score"][:, 0])
        labels.append(label)
        groups.append(group)
        if number % 100 == 99:
            log.info("%d sequences of clips", number + 1)
    return ViewFeatures(
        np.array(features, np.float16).reshape(-1, views, FEATURE_SIZE),
        np.array(scores, np.float32).reshape(-1, views),
        np.array(labels, np.int64),
        tuple(groups),
    )


def _clips(folder: Path, landmarks: Landmarks) -> Iterator[tuple[str, int, list[Crop]]]:
    """Give group, label and degraded frames of each sequence."""
    mix = ClipMix.load(folder)
    seed = presets.XCEPTION_GRU.seed
    for clips in mix.sources[FAKE].values():
        names = sorted(clips)
        chosen = np.random.default_rng(seed).permutation(len(names))
        for index in chosen[: presets.GRU_CLIPS_OF_A_SOURCE]:
            crops = _frames(folder, clips[names[int(index)]])
            yield names[int(index)], FAKE, _sent(crops, (seed, _CHAIN, int(index)))
    for clips in mix.sources[REAL].values():
        for index, name in enumerate(sorted(clips)):
            rows = clips[name]
            crops = _frames(folder, rows)
            for again in range(presets.GRU_ROUNDS_OF_REAL_CLIPS):
                yield name, REAL, _sent(crops, (seed, _CHAIN, index, again))
            points = [landmarks.get(row.file) for row in _spread(rows)]
            blended = [
                blend(crop, point, np.random.default_rng((seed, _BLEND, index)))
                for crop, point in zip(crops, points, strict=True)
            ]
            yield name, FAKE, _sent(blended, (seed, _CHAIN, index, 99))


def _spread(rows: Sequence[ManifestRow]) -> list[ManifestRow]:
    """Choose as many rows as a sequence has views, evenly over time; few come more than once."""
    places = np.linspace(0, len(rows) - 1, presets.GRU_VIEWS).round().astype(int)
    return [rows[place] for place in places]


def _frames(folder: Path, rows: Sequence[ManifestRow]) -> list[Crop]:
    return [read_crop(folder, row) for row in _spread(rows)]


def _sent(crops: Sequence[Crop], key: tuple[int, ...]) -> list[Crop]:
    """Send a clip through one chain of losses; each frame moves a little of its own."""
    own = np.random.default_rng((*key, 1))
    return [equalize(jitter(crop, own), np.random.default_rng(key)) for crop in crops]
