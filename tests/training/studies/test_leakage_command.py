# SPDX-License-Identifier: Apache-2.0
"""`python -m training leakage` on a made-up set: cut off, resumed, and with wrong input."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("tensorflow")

from tests.training.fake_set import make_fake_set
from training.commands import data, leakage
from training.commands.leakage import Draws
from training.datasets.crops import Crop, read_crop
from training.datasets.manifest import ManifestRow
from training.errors import CheckpointError, LeakageError, ManifestError
from training.studies import crop_statistics
from training.workspace import Workspace

pytestmark = pytest.mark.tf

DRAWS = Draws(originals=16, whole=12, trunk=0, splits=1)


def _prepared(folder: Path) -> Workspace:
    table, images = make_fake_set(folder, groups=30, fakes_a_group=2)
    work = Workspace(folder / "work")
    data.prepare(table, images, work)
    return work


def test_run_that_was_cut_off_ends_with_the_same_figures(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    work = _prepared(tmp_path)
    expected = leakage.weigh(work, DRAWS, None)
    (work.root / "statistics.npz").unlink()

    calls = iter(range(20))

    def cut_off(images: Path, row: ManifestRow) -> Crop:
        if next(calls, None) is None:
            raise KeyboardInterrupt
        return read_crop(images, row)

    monkeypatch.setattr(crop_statistics, "_SAVED_EVERY", 8)
    monkeypatch.setattr(crop_statistics, "read_crop", cut_off)
    with pytest.raises(KeyboardInterrupt):
        leakage.weigh(work, DRAWS, None)
    assert (work.root / "statistics.npz").is_file()
    monkeypatch.setattr(crop_statistics, "read_crop", read_crop)
    assert leakage.weigh(work, DRAWS, None) == expected
    assert expected["statistics"]["as_recipe"]["real"] == 16
    assert expected["statistics"]["as_recipe"]["fake"] == 16
    assert expected["statistics"]["all_fakes"]["fake"] == 24
    assert "trunk" not in expected


def test_wrong_input_is_named(tmp_path: Path) -> None:
    with pytest.raises(ManifestError):
        leakage.weigh(Workspace(tmp_path / "none"), DRAWS, None)
    work = _prepared(tmp_path)
    with pytest.raises(LeakageError, match="999"):
        leakage.weigh(work, Draws(999, 5, 5, 1), None)
    with pytest.raises(CheckpointError, match=r"none\.npz"):
        leakage.weigh(work, Draws(16, 12, 4, 1), tmp_path / "none.npz")
