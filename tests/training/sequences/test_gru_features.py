# SPDX-License-Identifier: Apache-2.0
"""Which sequences `xception_gru` is trained on, as the presets say."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np
import pytest

pytest.importorskip("tensorflow")

from tests.training.bright_trunk import BrightTrunk
from tests.training.drawn_faces import head, points_of
from training import presets
from training.commands import learn
from training.datasets.manifest import FAKE, REAL, ManifestRow, write_manifest
from training.datasets.splits import Split
from training.releasing.export import NETWORK_FILE
from training.sequences.sequence_kinds import Kind
from training.workspace import Workspace

pytestmark = pytest.mark.tf


def _rows(folder: Path, split: Split, groups: list[str]) -> list[ManifestRow]:
    folder.mkdir(exist_ok=True)
    rows = []
    for number, group in enumerate(groups):
        for label in (REAL, FAKE):
            name = f"{split}_{number}_{label}.jpg"
            image = head(points_of(), (200 - 8 * number, 150, 120 + label), number)
            cv2.imwrite(str(folder / name), image)
            rows.append(ManifestRow(name, label, group, split, f"{number:x}{label}" * 8, 160))
    return rows


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    """Six crops of each class and split, and clips of two sources; a trunk that is drawn up."""
    found = Workspace(tmp_path)
    images = tmp_path / "images"
    groups = [f"video{number}" for number in range(6)]
    rows = _rows(images, Split.TRAIN, groups) + _rows(images, Split.VALIDATION, groups)
    write_manifest(rows, found.manifest)
    found.remember_images(images)
    clips = _rows(found.clips, Split.TRAIN, ["LRS3|a.mp4", "MEAD|b.mp4"])
    write_manifest(clips, found.clips / "manifest.csv")
    found.run("xception").mkdir()
    (found.run("xception") / NETWORK_FILE).write_bytes(b"")
    points = {row.file: points_of().astype(np.float16) for row in [*rows, *clips]}
    monkeypatch.setattr(learn, "ExportedNetwork", lambda _: BrightTrunk())
    monkeypatch.setattr(learn, "known_landmarks", lambda _: points)
    monkeypatch.setattr(learn, "_unseen_by_trunk", lambda _: rows)
    monkeypatch.setattr(presets, "GRU_CROPS", {"train": 5, "validation": 4, "test": 1})
    monkeypatch.setattr(presets, "GRU_CLIPS_OF_A_SOURCE", 0)
    return found


@pytest.fixture
def use(monkeypatch: pytest.MonkeyPatch) -> Callable[[int, int], None]:
    """Set how many crops and clips are swapped."""

    def set_both(crops: int, clips: int) -> None:
        monkeypatch.setattr(presets, "GRU_SWAPPED_CROPS", crops)
        monkeypatch.setattr(presets, "GRU_SWAPPED_CLIPS", clips)

    return set_both


def test_training_has_the_swaps_that_the_presets_ask_for(
    work: Workspace, use: Callable[[int, int], None]
) -> None:
    use(3, 2)
    counts = learn.gru_features(work, Split.TRAIN).counts()
    swaps = {str(Kind.SWAPPED_CROP): 3, str(Kind.REAL_CLIP): 2, str(Kind.SWAPPED_CLIP): 2}
    assert counts.items() >= swaps.items()
    assert counts[Kind.FAKE_CROP] == 5
    use(0, 0)
    assert learn.gru_features(work, Split.TRAIN).counts() == counts, "comes from the cache"


@pytest.mark.parametrize(("crops", "clips"), [(0, 2), (3, 0), (0, 0)])
def test_a_zero_switches_a_kind_of_swap_off(
    work: Workspace, use: Callable[[int, int], None], crops: int, clips: int
) -> None:
    use(crops, clips)
    counts = learn.gru_features(work, Split.TRAIN).counts()
    assert counts.get(Kind.SWAPPED_CROP, 0) == crops
    assert counts.get(Kind.SWAPPED_CLIP, 0) == counts.get(Kind.REAL_CLIP, 0) == clips


def test_without_cut_clips_only_crops_are_swapped(
    work: Workspace, use: Callable[[int, int], None]
) -> None:
    use(3, 2)
    work.clips.rename(work.root / "elsewhere")
    counts = learn.gru_features(work, Split.TRAIN).counts()
    assert counts[Kind.SWAPPED_CROP] == 3
    assert Kind.SWAPPED_CLIP not in counts


def test_figures_are_never_about_swaps(work: Workspace, use: Callable[[int, int], None]) -> None:
    use(3, 2)
    counts = learn.gru_features(work, Split.VALIDATION).counts()
    assert counts == {str(Kind.REAL_CROP): 4, str(Kind.FAKE_CROP): 4}
