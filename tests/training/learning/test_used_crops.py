# SPDX-License-Identifier: Apache-2.0
"""Which crops earlier releases were trained on: noted release by release, each going on."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.training.fake_set import make_fake_set
from training import presets
from training.commands.data import note_used, note_used_since, prepare
from training.datasets.manifest import REAL, select
from training.datasets.splits import Split
from training.errors import ManifestError
from training.trainers.train_images import batches_of
from training.workspace import Workspace


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    for name in ("XCEPTION", "XCEPTION_CONTINUED"):
        small = replace(getattr(presets, name), batch_size=4, held_back=2)
        monkeypatch.setattr(presets, name, small)
    place = Workspace(tmp_path / "work")
    prepare(*make_fake_set(tmp_path, groups=60), place)
    return place


def test_a_later_release_adds_crops_that_the_first_had_not_used(work: Workspace) -> None:
    assert note_used(work, 3) == 3 * 4
    first = work.used()
    assert note_used_since(work, 4, -1) == 7 * 4
    assert first < work.used()


def test_batches_with_clips_take_fewer_crops_of_the_set(work: Workspace) -> None:
    note_used(work, 3)
    # Of two crops of a class in a batch a quarter is rounded to none, a half would be one.
    assert note_used_since(work, 4, 2) == 7 * 4
    work.noted.unlink()
    note_used(work, 3)
    presets.XCEPTION_CONTINUED = replace(presets.XCEPTION_CONTINUED, clip_share=0.5)
    assert note_used_since(work, 4, 2) == 3 * 4 + 2 * 4 + 2 * 2


def test_the_next_run_starts_with_crops_that_nobody_has_used(work: Workspace) -> None:
    note_used(work, 3)
    note_used_since(work, 2, -1)
    batches = batches_of(presets.XCEPTION_CONTINUED, work.rows(), work.images(), work.used())
    fresh = len(select(work.rows(), Split.TRAIN, REAL)) - 5 * 2 - 2
    given = {row.file for row in batches.given(fresh // 2) if row.label == REAL}
    assert not given & work.used()


def test_a_later_release_alone_is_refused(work: Workspace) -> None:
    with pytest.raises(ManifestError, match="first release"):
        note_used_since(work, 2, -1)
