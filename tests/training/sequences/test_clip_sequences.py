# SPDX-License-Identifier: Apache-2.0
"""Sequences and scores of labelled clips, with a trunk that says how bright a crop is."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest

from tests.training.bright_trunk import BrightTrunk
from training import presets
from training.datasets.manifest import FAKE, REAL, ManifestRow, write_manifest
from training.datasets.splits import Split
from training.measuring.clip_figures import clip_rows, score_clip_crops, size_table
from training.sequences.clip_sequences import clip_sequences
from training.sequences.views import joined


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two real clips of three and one frames, and 70 fake ones of one generator."""
    rows = []
    clips = [(REAL, "LRS3", 0, 3), (REAL, "MEAD", 1, 1)]
    clips += [(FAKE, "GEN", number, 2) for number in range(70)]
    for label, source, clip, frames in clips:
        for frame in range(frames):
            name = f"{source}{clip}x{frame}.jpg"
            level = 40 if label == REAL else 200
            pixels = np.full((224, 224, 3), level, np.uint8)
            cv2.circle(pixels, (112, 112), 60, (level + 30,) * 3, -1)
            cv2.imwrite(str(tmp_path / name), pixels)
            group = f"{source}|{clip}.mp4"
            rows.append(ManifestRow(name, label, group, Split.TRAIN, "0", 50 + 10 * frame))
    write_manifest(rows, tmp_path / "manifest.csv")
    return tmp_path


def test_each_clip_gives_sequences_and_real_ones_also_a_fake(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(presets, "GRU_CLIPS_OF_A_SOURCE", 60)
    monkeypatch.setattr(presets, "GRU_ROUNDS_OF_REAL_CLIPS", 2)
    found = clip_sequences(BrightTrunk(), folder, {})
    assert found.features.shape[1:] == (presets.GRU_VIEWS, 2048)
    names = np.array(found.groups)
    assert (names == "LRS3|0.mp4").sum() == presets.GRU_ROUNDS_OF_REAL_CLIPS + 1
    assert found.labels[names == "LRS3|0.mp4"].tolist() == [REAL, REAL, FAKE]
    assert found.counts() == {"real clips": 4, "fake clips": 60, "self-blended real clips": 2}
    generated = [name for name in found.groups if name.startswith("GEN")]
    assert len(generated) == presets.GRU_CLIPS_OF_A_SOURCE
    assert found.scores[found.labels == REAL].max() < 0.4
    assert found.scores[np.char.startswith(names, "GEN")].min() > 0.6
    assert np.array_equal(clip_sequences(BrightTrunk(), folder, {}).features, found.features)


def test_parts_are_joined_in_order(folder: Path) -> None:
    part = clip_sequences(BrightTrunk(), folder, {})
    both = joined([part, part])
    assert both.groups == part.groups * 2
    assert both.kinds == part.kinds * 2
    assert np.array_equal(both.features[len(part.groups) :], part.features)


def test_clips_are_scored_by_crops_or_by_the_window_they_make(folder: Path) -> None:
    spec = presets.XCEPTION_INPUT
    for head in (None, BrightTrunk()):
        table = score_clip_crops(BrightTrunk(), folder, spec, head)
        assert len(table.names) == 72
        assert set(table.groups) == {"LRS3", "MEAD", "GEN"}
        assert table.scores[table.labels == REAL].max() < table.scores[table.labels == FAKE].min()
    sizes = size_table(folder)
    assert sizes.scores[sizes.labels == REAL].tolist() == [60.0, 50.0]


def test_without_cut_clips_there_is_none(tmp_path: Path) -> None:
    assert clip_rows(tmp_path / "none") == {}
