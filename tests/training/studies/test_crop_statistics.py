# SPDX-License-Identifier: Apache-2.0
"""Thumbnails and counts of texture say what they should of simple pictures."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest

from training.datasets.manifest import REAL, ManifestRow
from training.datasets.splits import Split
from training.errors import ManifestError
from training.studies.crop_statistics import COUNTS, SIZE, statistics_of, statistics_of_crops


def test_flat_picture_has_its_color_and_no_steps() -> None:
    found = statistics_of(np.full((32, 32, 3), 51, np.uint8))
    assert found.shape == (SIZE,)
    assert np.allclose(found[: SIZE - 2 * COUNTS], 0.2)
    middle, around = found[-COUNTS:], found[-2 * COUNTS : -COUNTS]
    for part in (middle, around):
        assert part[COUNTS // 2] == 1.0
        assert part.sum() == 1.0


def test_texture_of_the_middle_is_kept_apart() -> None:
    crop = np.full((64, 64, 3), 100, np.uint8)
    noise = np.random.default_rng(0).integers(0, 200, (32, 32, 3), dtype=np.uint8)
    crop[16:48, 16:48] = noise
    found = statistics_of(crop)
    assert found[-COUNTS:][COUNTS // 2] < 0.2
    assert found[-2 * COUNTS : -COUNTS][COUNTS // 2] > 0.9


def test_brightness_does_not_change_texture() -> None:
    crop = np.random.default_rng(1).integers(0, 200, (48, 48, 3), dtype=np.uint8)
    one, other = statistics_of(crop), statistics_of(crop + 50)
    assert np.array_equal(one[-2 * COUNTS :], other[-2 * COUNTS :])
    assert not np.array_equal(one, other)


def test_crops_are_read_once(tmp_path: Path) -> None:
    row = ManifestRow("a.png", REAL, "a.mp4", Split.TRAIN, "0")
    crop = np.random.default_rng(2).integers(0, 255, (32, 32, 3), dtype=np.uint8)
    cv2.imwrite(str(tmp_path / "a.png"), crop[..., ::-1])
    found = statistics_of_crops([row], tmp_path, tmp_path / "c.npz")
    assert np.array_equal(found, [statistics_of(crop)])
    (tmp_path / "a.png").unlink()
    assert np.array_equal(statistics_of_crops([row], tmp_path, tmp_path / "c.npz"), found)
    with pytest.raises(ManifestError, match=r"a\.png"):
        statistics_of_crops([row], tmp_path, tmp_path / "new.npz")
