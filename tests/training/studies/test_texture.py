# SPDX-License-Identifier: Apache-2.0
"""Trainings on parts of the measures: what each may see, the command, and the page."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("tensorflow")

from tests.training.fake_set import make_fake_set
from training import presets
from training.commands import data, texture
from training.commands.learn import train
from training.errors import CheckpointError
from training.pages.texture_page import texture_section
from training.studies.texture import Variant, variants
from training.trainers.residual_filters import COUNT
from training.trainers.texture_front import CELLS, MEASURES
from training.workspace import Workspace

pytestmark = pytest.mark.tf


def _named(name: str) -> Variant:
    (found,) = [one for one in variants() if one.name == name]
    return found


def test_a_share_is_of_the_first_crops() -> None:
    measures = np.random.default_rng(0).random((64, MEASURES)).astype(np.float16)
    labels = np.arange(64, dtype=np.float32)[:, None]
    seen, truth = _named("share_0.125").of((measures, labels))
    np.testing.assert_array_equal(seen, measures[:8])
    np.testing.assert_array_equal(truth, labels[:8])


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("whole", MEASURES),
        ("residuals", CELLS * CELLS * (COUNT - 3)),
        ("brightness", CELLS * CELLS * 18),
        ("middle", 8 * 8 * COUNT),
    ],
)
def test_what_is_left_out_is_put_to_nothing(name: str, kept: int) -> None:
    ones = (np.ones((2, MEASURES), np.float16), np.zeros((2, 1), np.float32))
    seen, labels = _named(name).of(ones)
    assert seen.sum() == 2 * kept
    assert len(labels) == 2


def test_names_of_folders_are_unlike() -> None:
    names = [one.name for one in variants()]
    assert len(set(names)) == len(names)


@pytest.mark.slow
def test_command_trains_each_and_its_page_lists_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table, images = make_fake_set(tmp_path, groups=40)
    work = Workspace(tmp_path / "work")
    data.prepare(table, images, work)
    with pytest.raises(CheckpointError, match="train image_cnn first"):
        texture.vary(work, 3)
    monkeypatch.setattr(presets, "IMAGE_CNN_MEASURED", (256, 256))
    some = (_named("share_0.125"), _named("middle"))
    monkeypatch.setattr(texture, "variants", lambda: some)
    train("image_cnn", work, steps=3)
    found = texture.vary(work, 3)
    assert [line["what"] for line in found["lines"]] == [one.title for one in some]
    assert [line["crops"] for line in found["lines"]] == [64, 512]
    assert texture.vary(work, 3) == found
    page = "\n".join(texture_section(json.loads(json.dumps(found))))
    assert page.count("\n| ") == len(some) + 1
    assert "3 batches of 256" in page
