# SPDX-License-Identifier: Apache-2.0
"""Sequences for `xception_gru` with swapped faces: of real crops, and of real clips.

A swapped sequence goes through the same chain as the others, after the swap. The real crops are
among the sequences anyway; of a swapped clip the real frames come too, through the very same
chain, so that the swap is all that differs.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from training import presets
from training.augmentation.clip_mix import ClipMix
from training.augmentation.mesh_swapping import draw_style, swap
from training.augmentation.self_blending import Landmarks
from training.datasets.crops import Crop, read_crop
from training.datasets.manifest import REAL, ManifestRow
from training.measuring.scoring import ExportedNetwork
from training.sequences.clip_sequences import send, spread
from training.sequences.sequence_kinds import Kind
from training.sequences.views import MadeSequence, ViewFeatures, clip_views, pass_through

log = logging.getLogger(__name__)

_CROP, _CLIP, _CHAIN = 31, 32, 33
# Partners that are looked at, and how many of them, nearest in pose, are compared in color.
_SAMPLE, _NEAREST = 40, 4
_CLIP_SAMPLE = 12
# Tries for each clip that is wanted.
_TRIES = 4

Shape = NDArray[np.float32]


def swapped_crops(
    trunk: ExportedNetwork,
    rows: Sequence[ManifestRow],
    images: Path,
    landmarks: Landmarks,
    count: int,
) -> ViewFeatures:
    """Swap faces between real crops, and pass views of the results through the trunk.

    Args:
        trunk: The exported `xception`.
        rows: Crops; those that are fake, or without landmarks, are left out.
        images: Their folder.
        landmarks: By file name.
        count: Crops at most that get another face.

    Returns:
        Fakes only, at most one a crop; the group is that of the crop whose surroundings stay.
    """
    made = _crops(rows, images, landmarks, count)
    return pass_through(trunk, made, presets.XCEPTION_INPUT, presets.GRU_VIEWS)


def swapped_clips(
    trunk: ExportedNetwork, folder: Path, landmarks: Landmarks, count: int
) -> ViewFeatures:
    """Swap faces between real clips, and pass their frames through the trunk.

    Sources are drawn as in `training.augmentation.clip_mix`; a clip's partner is one of another
    source, since within a source the same person comes again and again.

    Args:
        trunk: The exported `xception`.
        folder: Of the clips' crops.
        landmarks: Of their real crops, by file name.
        count: Swaps at most.

    Returns:
        For each swap the clip with its own face, and with the other.
    """
    made = _clips(folder, landmarks, count)
    return pass_through(trunk, made, presets.XCEPTION_INPUT, presets.GRU_VIEWS)


def shape_of(points: NDArray[np.floating]) -> Shape:
    """Give landmarks without place and size, float32 (936,): near where pose and build are."""
    centered = np.asarray(points, np.float32) - np.asarray(points, np.float32).mean(0)
    return np.asarray(centered.ravel() / max(float(np.linalg.norm(centered)), 1e-6), np.float32)


def _crops(
    rows: Sequence[ManifestRow], images: Path, landmarks: Landmarks, count: int
) -> Iterator[MadeSequence]:
    pool = [row for row in rows if row.label == REAL and row.file in landmarks]
    shapes = {row.file: shape_of(landmarks[row.file]) for row in pool}
    seed, left = presets.XCEPTION_GRU.seed, count
    for index in np.random.default_rng((seed, _CROP)).permutation(len(pool)):
        if not left:
            return
        row = pool[int(index)]
        rng = np.random.default_rng((seed, _CROP, int(row.sha256[:12], 16)))
        others = [pool[int(place)] for place in rng.permutation(len(pool))[:_SAMPLE]]
        others = [other for other in others if other.group != row.group]
        if not others:
            continue
        crop = read_crop(images, row)
        partner, face = _partner(row, crop, others, shapes, images)
        points = landmarks[partner.file], landmarks[row.file]
        swapped = swap(face, points[0], crop, points[1], draw_style(rng))
        if swapped is not None:
            left -= 1
            views = clip_views(swapped, rng, presets.GRU_VIEWS)
            yield MadeSequence(row.group, Kind.SWAPPED_CROP, views)
    if left:
        log.warning("%d of %d crops found no partner to swap with", left, count)


def _partner(
    row: ManifestRow,
    crop: Crop,
    others: Sequence[ManifestRow],
    shapes: Mapping[str, Shape],
    images: Path,
) -> tuple[ManifestRow, Crop]:
    """Choose the crop most like in color among those most like in pose."""
    own = shapes[row.file]
    near = sorted(others, key=lambda other: float(np.linalg.norm(shapes[other.file] - own)))
    faces = [read_crop(images, other) for other in near[:_NEAREST]]
    colors = [np.linalg.norm(_color(face) - _color(crop)) for face in faces]
    best = int(np.argmin(colors))
    return near[best], faces[best]


def _color(crop: Crop) -> NDArray[np.float64]:
    """Mean L*a*b* of the middle of a crop, where the face is."""
    edge = crop.shape[0] // 4
    middle = np.ascontiguousarray(crop[edge:-edge, edge:-edge])
    return np.asarray(cv2.cvtColor(middle, cv2.COLOR_RGB2LAB).mean(axis=(0, 1)), np.float64)


def _clips(folder: Path, landmarks: Landmarks, count: int) -> Iterator[MadeSequence]:
    sources = _usable(folder, landmarks)
    names, left = sorted(sources), count
    if len(names) < 2:
        return
    weights = np.sqrt([len(sources[name]) for name in names])
    for number in range(_TRIES * count):
        if not left:
            return
        key = (presets.XCEPTION_GRU.seed, _CLIP, number)
        rng = np.random.default_rng(key)
        source = names[int(rng.choice(len(names), p=weights / weights.sum()))]
        own = sources[source]
        group = sorted(own)[int(rng.integers(len(own)))]
        others = [rows for name in names if name != source for rows in sources[name].values()]
        drawn = [others[int(place)] for place in rng.permutation(len(others))[:_CLIP_SAMPLE]]
        rows = spread(own[group])
        partners = spread(_nearest(own[group], drawn, landmarks))
        frames = [read_crop(folder, row) for row in rows]
        swapped = _swapped(frames, rows, partners, folder, landmarks, key)
        if swapped is not None:
            left -= 1
            chain = (key[0], _CHAIN, number)
            yield MadeSequence(group, Kind.REAL_CLIP, send(frames, chain))
            yield MadeSequence(group, Kind.SWAPPED_CLIP, send(swapped, chain))
    if left:
        log.warning("%d of %d clips found no partner to swap with", left, count)


def _usable(folder: Path, landmarks: Landmarks) -> dict[str, dict[str, list[ManifestRow]]]:
    """Source to real clip to its crops with landmarks; without clips that have none."""
    sources: dict[str, dict[str, list[ManifestRow]]] = {}
    for source, clips in ClipMix.load(folder).sources[REAL].items():
        for name, rows in clips.items():
            known = [row for row in rows if row.file in landmarks]
            if known:
                sources.setdefault(source, {})[name] = known
    return sources


def _nearest(
    rows: Sequence[ManifestRow], others: Sequence[Sequence[ManifestRow]], landmarks: Landmarks
) -> Sequence[ManifestRow]:
    own = _mean_shape(rows, landmarks)
    return min(others, key=lambda one: float(np.linalg.norm(_mean_shape(one, landmarks) - own)))


def _mean_shape(rows: Sequence[ManifestRow], landmarks: Landmarks) -> Shape:
    return np.asarray(np.mean([shape_of(landmarks[row.file]) for row in rows], axis=0), np.float32)


def _swapped(
    frames: Sequence[Crop],
    rows: Sequence[ManifestRow],
    partners: Sequence[ManifestRow],
    folder: Path,
    landmarks: Landmarks,
    key: tuple[int, ...],
) -> list[Crop] | None:
    """Swap all frames in one style; None where one of them cannot be swapped."""
    style = draw_style(np.random.default_rng((*key, 1)))
    made = []
    for frame, row, partner in zip(frames, rows, partners, strict=True):
        face = read_crop(folder, partner)
        swapped = swap(face, landmarks[partner.file], frame, landmarks[row.file], style)
        if swapped is None:
            return None
        made.append(swapped)
    return made
