# SPDX-License-Identifier: Apache-2.0
"""Scores of labelled validation clips from their crops: quick enough to choose between runs.

`python -m training clips` puts whole clips through the analysis that users run; this reads the
crops that `cut` made, up to eight frames a clip, and takes minutes instead of an hour.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.networks.gru_head import FEATURE_SIZE, WINDOW
from core.preprocess.tensors import to_batch
from core.records import InputSpec
from training.datasets.clip_crops import read_clip_crops, source_of
from training.datasets.crops import read_crop
from training.datasets.manifest import ManifestRow
from training.measuring.scoring import ExportedNetwork, ScoreTable

Array = NDArray[np.float64]


def clip_rows(folder: Path) -> dict[str, list[ManifestRow]]:
    """Give the crops of each clip in their order; empty where nothing was cut."""
    clips: dict[str, list[ManifestRow]] = {}
    if folder.is_dir():
        for row in read_clip_crops(folder):
            clips.setdefault(row.group, []).append(row)
    return clips


def score_clip_crops(
    trunk: ExportedNetwork, folder: Path, spec: InputSpec, head: ExportedNetwork | None = None
) -> ScoreTable:
    """Score clips: the mean score of their crops, or the head's score of the window they make.

    Args:
        trunk: The exported `xception`, or another image network where there is no head.
        folder: Of the clips' crops.
        spec: What the trunk reads.
        head: The exported `xception_gru`.

    Returns:
        One score a clip; its group is the generator or source, for intervals.
    """
    clips = clip_rows(folder)
    scores = []
    for rows in clips.values():
        crops = [read_crop(folder, row) for row in rows]
        found = trunk.run(batch=to_batch(crops, spec))
        if head is None:
            scores.append(float(found["score"].mean()))
        else:
            scores.append(window_score(head, found["features"]))
    firsts = [rows[0] for rows in clips.values()]
    return ScoreTable(
        tuple(clips),
        tuple(source_of(row) for row in firsts),
        np.array([row.label for row in firsts], np.int64),
        np.array(scores, np.float64),
    )


def window_score(head: ExportedNetwork, frames: NDArray[np.float32]) -> float:
    """Score the window that up to 20 frames' features, float32 (N, 2048), make."""
    features = np.zeros((1, WINDOW, FEATURE_SIZE), np.float32)
    mask = np.zeros((1, WINDOW), bool)
    features[0, : len(frames)] = frames[:WINDOW]
    mask[0, : len(frames)] = True
    return float(head.run(features=features, mask=mask)["score"][0, 0])


def size_table(folder: Path) -> ScoreTable:
    """Take the size of the faces, in pixels of the frame, for a score: what must be beaten."""
    clips: Sequence[list[ManifestRow]] = list(clip_rows(folder).values())
    return ScoreTable(
        tuple(rows[0].group for rows in clips),
        tuple(source_of(rows[0]) for rows in clips),
        np.array([rows[0].label for rows in clips], np.int64),
        np.array([float(np.median([row.face_px for row in rows])) for rows in clips]),
    )
