# SPDX-License-Identifier: Apache-2.0
"""The probe's features come from the known ImageNet arrays or not at all."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("tensorflow")

from training.datasets.manifest import REAL, ManifestRow
from training.datasets.splits import Split
from training.errors import CheckpointError
from training.studies.trunk_features import imagenet_features

pytestmark = pytest.mark.tf

ROW = ManifestRow("a.jpg", REAL, "a.mp4", Split.TRAIN, "0")


def test_missing_arrays_are_named(tmp_path: Path) -> None:
    with pytest.raises(CheckpointError, match=r"none\.npz"):
        imagenet_features([ROW], tmp_path, tmp_path / "none.npz", tmp_path / "cache.npz")


def test_known_crops_need_no_arrays(tmp_path: Path) -> None:
    vectors = np.ones((1, 2048), np.float32)
    np.savez(tmp_path / "cache.npz", names=np.array(["a.jpg"]), vectors=vectors)
    found = imagenet_features([ROW], tmp_path, tmp_path / "none.npz", tmp_path / "cache.npz")
    assert np.array_equal(found, vectors)
