# SPDX-License-Identifier: Apache-2.0
"""Sequences for `xception_gru`, made from single crops.

The data set has one crop a video. A crop becomes a short clip: one transmission chain is
drawn for all of it, and each view gets a little motion, light and coding noise of its own. The
trunk sees a few distinct views; windows of 20 frames walk about between them. So the head learns
to join noisy views of one face, and from these nothing of how real fakes flicker; for that there
are the clips of `training.sequences.clip_sequences`.
"""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.networks.gru_head import FEATURE_SIZE, WINDOW
from core.preprocess.tensors import to_batch
from core.records import InputSpec
from training.augmentation.augment import blur, jitter, jpeg, shrink
from training.augmentation.self_blending import Landmarks, blend
from training.datasets.crops import Crop, read_crop
from training.datasets.manifest import FAKE, REAL, ManifestRow
from training.errors import CheckpointError
from training.measuring.scoring import ExportedNetwork
from training.sequences.sequence_kinds import Kind

log = logging.getLogger(__name__)

_CROP_KINDS = {REAL: Kind.REAL_CROP, FAKE: Kind.FAKE_CROP}


@dataclass(frozen=True, slots=True, eq=False)
class ViewFeatures:
    """Trunk outputs of several views of each crop.

    Attributes:
        features: float16 (N, views, 2048).
        scores: float32 (N, views), the trunk's own frame scores.
        labels: int64 (N,).
        groups: N video groups.
        kinds: N kinds of sequence, in the words of `training.sequences.sequence_kinds.Kind`.
    """

    features: NDArray[np.float16]
    scores: NDArray[np.float32]
    labels: NDArray[np.int64]
    groups: tuple[str, ...]
    kinds: tuple[str, ...]

    def counts(self) -> dict[str, int]:
        """Count the sequences of each kind that there is."""
        found = Counter(self.kinds)
        return {str(kind): found[kind] for kind in Kind if found[kind]}

    def save(self, path: Path) -> None:
        """Write plain arrays."""
        np.savez(
            path,
            allow_pickle=False,
            features=self.features,
            scores=self.scores,
            labels=self.labels,
            groups=np.array(self.groups),
            kinds=np.array(self.kinds),
        )

    @staticmethod
    def load(path: Path) -> ViewFeatures:
        """Read what `save` wrote.

        Raises:
            CheckpointError: The file is missing or not such a file.
        """
        try:
            with np.load(path, allow_pickle=False) as data:
                groups = tuple(str(group) for group in data["groups"])
                kinds = tuple(str(kind) for kind in data["kinds"])
                return ViewFeatures(data["features"], data["scores"], data["labels"], groups, kinds)
        except (OSError, KeyError, ValueError) as error:
            raise CheckpointError(f"{path}: no usable features ({error}); delete it") from error


@dataclass(frozen=True, slots=True, eq=False)
class MadeSequence:
    """Crops that the trunk has not seen yet.

    Attributes:
        group: Video group.
        kind: Where they come from; it says the label.
        crops: RGB uint8 (H, W, 3) each, in order.
    """

    group: str
    kind: Kind
    crops: Sequence[Crop]


def clip_views(crop: Crop, rng: np.random.Generator, count: int) -> list[Crop]:
    """Turn a crop into views as they would come from one short clip.

    Args:
        crop: RGB uint8 (H, W, 3).
        rng: Source of all randomness.
        count: Number of views.

    Returns:
        `count` crops of the same shape.
    """
    is_flipped = rng.random() < 0.5
    factor = float(rng.uniform(0.5, 1.0)) if rng.random() < 0.4 else 1.0
    sigma = float(rng.uniform(0.4, 1.2)) if rng.random() < 0.2 else 0.0
    quality = int(rng.integers(45, 96))
    base = np.ascontiguousarray(crop[:, ::-1]) if is_flipped else crop
    views = []
    for _ in range(count):
        view = jitter(base, rng)
        if sigma:
            view = blur(view, sigma)
        if factor < 1:
            view = shrink(view, factor)
        views.append(jpeg(view, int(np.clip(quality + rng.integers(-5, 6), 30, 98))))
    return views


def extract(
    trunk: ExportedNetwork,
    rows: Sequence[ManifestRow],
    images: Path,
    spec: InputSpec,
    views: int,
    seed: int,
    self_blended: float = 0.0,
    landmarks: Landmarks | None = None,
) -> ViewFeatures:
    """Pass views of each crop through the trunk.

    Args:
        trunk: The exported `xception`.
        rows: Crops to use.
        images: Their folder.
        spec: The trunk's input.
        views: Distinct views of each crop.
        seed: Of everything random; the result of a row depends on seed and row only.
        self_blended: Share of the real rows that become fakes by self-blending.
        landmarks: Of real crops, by file name.

    Returns:
        Features, scores and labels, in the order of `rows`.
    """
    landmarks = landmarks or {}

    def made() -> Iterable[MadeSequence]:
        for row in rows:
            rng = np.random.default_rng((seed, int(row.sha256[:12], 16)))
            crop, kind = read_crop(images, row), _CROP_KINDS[row.label]
            if row.label == REAL and rng.random() < self_blended:
                crop, kind = blend(crop, landmarks.get(row.file), rng), Kind.SELF_BLENDED_CROP
            yield MadeSequence(row.group, kind, clip_views(crop, rng, views))

    return pass_through(trunk, made(), spec, views)


def pass_through(
    trunk: ExportedNetwork, sequences: Iterable[MadeSequence], spec: InputSpec, views: int
) -> ViewFeatures:
    """Pass the crops of sequences through the trunk.

    Args:
        trunk: The exported `xception`.
        sequences: Of `views` crops each.
        spec: The trunk's input.
        views: Crops in each.
    """
    features, scores, kinds, groups = [], [], [], []
    for number, one in enumerate(sequences, 1):
        found = trunk.run(batch=to_batch(one.crops, spec))
        features.append(found["features"].astype(np.float16))
        scores.append(found["score"][:, 0])
        kinds.append(one.kind)
        groups.append(one.group)
        if number % 100 == 0:
            log.info("%d sequences", number)
    return ViewFeatures(
        np.array(features, np.float16).reshape(-1, views, FEATURE_SIZE),
        np.array(scores, np.float32).reshape(-1, views),
        np.array([kind.label for kind in kinds], np.int64),
        tuple(groups),
        tuple(map(str, kinds)),
    )


def joined(parts: Sequence[ViewFeatures]) -> ViewFeatures:
    """Put sequences of one number of views together."""
    return ViewFeatures(
        np.concatenate([part.features for part in parts]),
        np.concatenate([part.scores for part in parts]),
        np.concatenate([part.labels for part in parts]),
        tuple(group for part in parts for group in part.groups),
        tuple(kind for part in parts for kind in part.kinds),
    )


def walk(rng: np.random.Generator, views: int, length: int) -> NDArray[np.float32]:
    """Weights of each view in each frame of a window: float32 (length, views), rows sum to 1.

    The window stays near a view for some frames and then drifts to another one.
    """
    weights = np.zeros((length, views), np.float32)
    stops = rng.integers(0, views, length + 1)
    pace = float(rng.uniform(0.2, 1.0))
    for frame in range(length):
        place, share = divmod(frame * pace, 1.0)
        weights[frame, stops[int(place)]] += 1 - share
        weights[frame, stops[int(place) + 1]] += share
    return weights


@dataclass(frozen=True, slots=True, eq=False)
class SequenceBatches:
    """Endless balanced batches of windows; a batch is a function of seed and step.

    Attributes:
        data: Cached features.
        size: Windows in a batch, even.
        seed: Of everything random.
    """

    data: ViewFeatures
    size: int
    seed: int

    def at(self, step: int) -> tuple[dict[str, NDArray[Any]], NDArray[np.float32]]:
        """Give batch number `step`: inputs of the network, and labels float32 (size, 1)."""
        rng = np.random.default_rng((self.seed, 3, step))
        half = self.size // 2
        pools = [np.flatnonzero(self.data.labels == label) for label in (REAL, FAKE)]
        chosen = np.concatenate([rng.choice(pool, half) for pool in pools])
        inputs, _ = windows(self.data, chosen, rng)
        return inputs, self.data.labels[chosen].astype(np.float32)[:, None]


def windows(
    data: ViewFeatures, chosen: NDArray[np.int64], rng: np.random.Generator
) -> tuple[dict[str, NDArray[Any]], NDArray[np.float64]]:
    """Make one window of random length from each chosen crop.

    Args:
        data: Cached features.
        chosen: int64 (N,) indices of crops.
        rng: Source of all randomness.

    Returns:
        `features` float32 (N, 20, 2048) and `mask` bool (N, 20), present frames first; and
        float64 (N,), the mean of the trunk's frame scores over the same frames.
    """
    features = np.zeros((len(chosen), WINDOW, FEATURE_SIZE), np.float32)
    mask = np.zeros((len(chosen), WINDOW), bool)
    means = np.empty(len(chosen), np.float64)
    views = data.scores.shape[1]
    for place, index in enumerate(chosen):
        is_full = rng.random() < 0.6
        length = WINDOW if is_full else int(rng.integers(3, WINDOW + 1))
        weights = walk(rng, views, length)
        features[place, :length] = weights @ data.features[index].astype(np.float32)
        mask[place, :length] = True
        means[place] = float((weights @ data.scores[index]).mean())
    return {"features": features, "mask": mask}, means
