# SPDX-License-Identifier: Apache-2.0
"""`python -m training recipe` on a made-up set, with small inputs and without ImageNet arrays."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

pytest.importorskip("tensorflow")

from tests.training.fake_set import make_fake_set
from training.commands import data, recipe
from training.commands.recipe import Budget
from training.errors import CheckpointError
from training.pages.recipe_page import recipe_section
from training.shipped import WEIGHTS
from training.studies.recipe import LINES
from training.workspace import Workspace

pytestmark = [pytest.mark.tf, pytest.mark.slow]

BUDGET = Budget(xception=1, plain=1, per_class=5)
SHIPPED = WEIGHTS / "xception" / "network.onnx"


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    table, images = make_fake_set(tmp_path, groups=80, fakes_a_group=2)
    place = Workspace(tmp_path / "work")
    data.prepare(table, images, place)
    lines = []
    for line in LINES[3:5]:
        spec = replace(line.spec, height=72, width=72)
        trial = replace(line.trial, spec=replace(line.trial.spec, height=72, width=72))
        lines.append(replace(line, spec=spec, trial=trial))
    monkeypatch.setattr(recipe, "LINES", tuple(lines))
    return place


def test_trials_are_trained_judged_and_found_again(
    work: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The real arrays are 80 MB and in no package that the project installs.
    monkeypatch.setattr(recipe, "load_imagenet", lambda network, path: None)
    found = recipe.retrace(work, tmp_path / "none.npz", SHIPPED, BUDGET)
    random, by_original, shipped = found["lines"]
    assert random["siblings"]["any"] > 0
    assert by_original["siblings"]["any"] == 0
    assert by_original["gain"] == pytest.approx(by_original["auc"] - random["auc"], abs=1e-4)
    assert shipped["gain"] == pytest.approx(shipped["auc"] - by_original["auc"], abs=1e-4)
    assert shipped["n_real"] == shipped["n_fake"] == 5
    assert {path.name for path in (work.root / "recipe").iterdir()} == {
        "xception_random-1",
        "xception_by_original-1",
    }
    assert recipe.retrace(work, tmp_path / "none.npz", SHIPPED, BUDGET) == found

    page = "\n".join(recipe_section(json.loads(json.dumps(found))))
    assert f"| {by_original['step']} | 32 |" in page
    assert "| the shipped version" in page
    assert "with the split by original none" in page


def test_missing_files_are_named(work: Workspace, tmp_path: Path) -> None:
    with pytest.raises(CheckpointError, match=r"none\.npz"):
        recipe.retrace(work, tmp_path / "none.npz", SHIPPED, BUDGET)
    with pytest.raises(CheckpointError, match=r"gone\.onnx"):
        recipe.retrace(work, tmp_path / "none.npz", tmp_path / "gone.onnx", BUDGET)
