# SPDX-License-Identifier: Apache-2.0
"""Sequences with swapped faces: who is swapped with whom, and what goes along."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

import cv2
import numpy as np
import pytest

from tests.training.bright_trunk import BrightTrunk
from tests.training.drawn_faces import head, points_of
from training import presets
from training.augmentation.clip_mix import ClipMix
from training.augmentation.mesh_swapping import SwapStyle, swap
from training.augmentation.self_blending import Landmarks
from training.datasets.crops import Crop, read_crop
from training.datasets.manifest import FAKE, REAL, ManifestRow, write_manifest
from training.datasets.splits import Split
from training.sequences import swap_sequences
from training.sequences.sequence_kinds import Kind
from training.sequences.swap_sequences import shape_of, swapped_clips, swapped_crops

SKINS = ((200, 150, 130), (120, 90, 70), (220, 180, 160), (90, 60, 50))
TRUNK = BrightTrunk()


def _write(folder: Path, name: str, group: str, label: int, number: int) -> ManifestRow:
    points = _points(number)
    image = head(points, SKINS[number % len(SKINS)], number)
    cv2.imwrite(str(folder / name), image[..., ::-1])
    digest = hashlib.sha256((folder / name).read_bytes()).hexdigest()
    return ManifestRow(name, label, group, Split.TRAIN, digest, 160)


def _points(number: int) -> np.ndarray:
    return points_of((0.45 + 0.02 * (number % 5), 0.5), 0.28, 1.15 + 0.05 * (number % 4))


@pytest.fixture
def crops(tmp_path: Path) -> tuple[list[ManifestRow], Path, Landmarks]:
    """Twelve real crops of six videos, and three fake ones; one real crop has no landmarks."""
    rows = [_write(tmp_path, f"r{n}.jpg", f"video{n // 2}", REAL, n) for n in range(12)]
    rows += [_write(tmp_path, f"f{n}.jpg", f"video{n}", FAKE, n) for n in range(3)]
    return rows, tmp_path, {row.file: _points(n) for n, row in enumerate(rows) if n != 4}


@pytest.fixture
def clips(tmp_path: Path) -> tuple[Path, Landmarks]:
    """Three sources of two real clips with three frames each, and a fake clip."""
    rows, number = [], 0
    for source in ("LRS3", "MEAD", "TV"):
        for clip in range(2):
            for frame in range(3):
                name = f"{source}{clip}x{frame}.jpg"
                rows.append(_write(tmp_path, name, f"{source}|{clip}.mp4", REAL, number))
                number += 1
    rows.append(_write(tmp_path, "fake.jpg", "GEN|0.mp4", FAKE, 0))
    write_manifest(rows, tmp_path / "manifest.csv")
    return tmp_path, {row.file: _points(n) for n, row in enumerate(rows)}


@pytest.fixture
def swaps(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Crop, Crop, SwapStyle]]:
    """Source, target and style of each swap that is made."""
    made: list[tuple[Crop, Crop, SwapStyle]] = []

    def noted(
        source: Crop, points: np.ndarray, target: Crop, own: np.ndarray, style: SwapStyle
    ) -> Crop | None:
        made.append((source, target, style))
        return swap(source, points, target, own, style)

    monkeypatch.setattr(swap_sequences, "swap", noted)
    return made


def _groups(images: Sequence[Crop], rows: Sequence[ManifestRow], folder: Path) -> list[str]:
    known = {}
    for row in rows:
        known[read_crop(folder, row).tobytes()] = row.group
    return [known[image.tobytes()] for image in images]


def test_crops_get_the_face_of_another_original(
    crops: tuple[list[ManifestRow], Path, Landmarks],
    swaps: list[tuple[Crop, Crop, SwapStyle]],
) -> None:
    rows, folder, _ = crops
    found = swapped_crops(TRUNK, *crops, 6)
    assert set(found.kinds) == {str(Kind.SWAPPED_CROP)}
    assert found.labels.tolist() == [FAKE] * 6
    assert found.features.shape == (6, presets.GRU_VIEWS, 2048)
    sources = _groups([one[0] for one in swaps], rows[:12], folder)
    targets = _groups([one[1] for one in swaps], rows[:12], folder)
    assert tuple(targets) == found.groups
    assert all(source != target for source, target in zip(sources, targets, strict=True))


def test_only_real_crops_with_landmarks_are_swapped_and_each_once(
    crops: tuple[list[ManifestRow], Path, Landmarks],
    swaps: list[tuple[Crop, Crop, SwapStyle]],
) -> None:
    found = swapped_crops(TRUNK, *crops, 100)
    assert found.counts() == {str(Kind.SWAPPED_CROP): 11}
    assert len({target.tobytes() for _, target, _ in swaps}) == 11


def test_the_same_crops_give_the_same_swaps(
    crops: tuple[list[ManifestRow], Path, Landmarks],
) -> None:
    one, other = (swapped_crops(TRUNK, *crops, 4) for _ in range(2))
    assert np.array_equal(one.features, other.features)
    assert one.groups == other.groups


def test_a_single_video_has_nobody_to_swap_with(
    crops: tuple[list[ManifestRow], Path, Landmarks],
) -> None:
    rows, folder, landmarks = crops
    found = swapped_crops(TRUNK, rows[:2], folder, landmarks, 5)
    assert found.features.shape == (0, presets.GRU_VIEWS, 2048)
    assert found.counts() == {}


def test_a_swapped_clip_comes_with_the_clip_itself(
    clips: tuple[Path, Landmarks], swaps: list[tuple[Crop, Crop, SwapStyle]]
) -> None:
    found = swapped_clips(TRUNK, *clips, 5)
    assert found.counts() == {str(Kind.REAL_CLIP): 5, str(Kind.SWAPPED_CLIP): 5}
    assert found.labels.tolist() == [REAL, FAKE] * 5
    assert found.groups[::2] == found.groups[1::2]
    assert not any(group.startswith("GEN") for group in found.groups)
    assert len(swaps) == 5 * presets.GRU_VIEWS


def test_a_clip_is_swapped_in_one_style_with_one_clip_of_another_source(
    clips: tuple[Path, Landmarks], swaps: list[tuple[Crop, Crop, SwapStyle]]
) -> None:
    folder, _ = clips
    rows = ClipMix.load(folder).sources[REAL]
    known = [row for of_source in rows.values() for one in of_source.values() for row in one]
    swapped_clips(TRUNK, *clips, 4)
    styles = set()
    for start in range(0, len(swaps), presets.GRU_VIEWS):
        part = swaps[start : start + presets.GRU_VIEWS]
        sources = set(_groups([one[0] for one in part], known, folder))
        targets = set(_groups([one[1] for one in part], known, folder))
        assert len(sources) == len(targets) == len({one[2] for one in part}) == 1
        assert sources.pop().split("|")[0] != targets.pop().split("|")[0]
        styles.add(part[0][2])
    assert len(styles) == 4


def test_clips_without_landmarks_or_of_one_source_give_none(
    clips: tuple[Path, Landmarks],
) -> None:
    folder, landmarks = clips
    assert swapped_clips(TRUNK, folder, {}, 3).counts() == {}
    only = {name: points for name, points in landmarks.items() if name.startswith("MEAD")}
    assert swapped_clips(TRUNK, folder, only, 3).counts() == {}


def test_a_shape_knows_neither_place_nor_size() -> None:
    near = shape_of(points_of((0.6, 0.4), 0.2))
    assert near == pytest.approx(shape_of(points_of((0.4, 0.5), 0.3)), abs=1e-5)
    assert np.abs(near - shape_of(points_of(stretch=1.0))).max() > 1e-3
