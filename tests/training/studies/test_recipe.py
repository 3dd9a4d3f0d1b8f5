# SPDX-License-Identifier: Apache-2.0
"""The recipe's trials differ by one thing each, and no tested crop is ever trained on."""

from __future__ import annotations

import itertools
from dataclasses import replace

import numpy as np
import pytest

pytest.importorskip("tensorflow")

from training.datasets.manifest import FAKE, REAL, ManifestRow, select
from training.datasets.splits import Split
from training.errors import LeakageError
from training.measuring.scoring import ScoreTable
from training.studies.recipe import LINES, Pool, gain, originals_for, pools, siblings

pytestmark = pytest.mark.tf


def _rows() -> list[ManifestRow]:
    rows = []
    for number in range(60):
        split = Split.VALIDATION if number < 20 else Split.TRAIN
        group = f"{number}.mp4"
        rows.append(ManifestRow(f"{number}.jpg", REAL, group, split, "0"))
        rows += [ManifestRow(f"{number}x{i}.jpg", FAKE, group, split, "0") for i in range(3)]
    return rows


def test_only_the_random_split_knows_the_originals_of_tested_crops() -> None:
    rows = _rows()
    fakes = select(rows, Split.VALIDATION, FAKE)
    tested = [*select(rows, Split.VALIDATION, REAL)[:10], *fakes[:30:3]]
    names, groups = {row.file for row in tested}, {row.group for row in tested}
    found = pools(rows, names, 50)
    for pool in found.values():
        assert not {row.file for row in pool} & names
    assert not {row.group for row in found[Pool.BY_ORIGINAL]} & groups
    assert groups <= {row.group for row in found[Pool.RANDOM]}
    assert len({row.group for row in found[Pool.RANDOM]}) == 50
    assert siblings(tested, found[Pool.BY_ORIGINAL])["any"] == 0
    assert siblings(tested, found[Pool.RANDOM])["any"] == 1


def test_shares_of_siblings_tell_the_labels_apart() -> None:
    rows = _rows()
    real, fake = rows[0], rows[1]
    assert siblings([real], [fake]) == {"any": 1, "same_label": 0, "other_label": 1}
    assert siblings([fake], [rows[2]]) == {"any": 1, "same_label": 1, "other_label": 0}
    assert siblings([fake, real], [rows[5]]) == {"any": 0, "same_label": 0, "other_label": 0}


def test_too_few_originals_are_refused() -> None:
    with pytest.raises(LeakageError, match="there are 40"):
        pools(_rows(), set(), 61)
    with pytest.raises(LeakageError):
        pools(_rows(), set(), 20)


def test_a_short_training_takes_the_recipe_s_share() -> None:
    assert pytest.approx(2240 / originals_for(140, 16), rel=1e-3) == 4480 / 16293


def test_lines_that_follow_differ_by_one_thing() -> None:
    for before, after in itertools.pairwise(LINES):
        if not after.follows:
            continue
        first, second = before.trial, after.trial
        changed = [
            name
            for name in ("network", "pool", "spec", "augment", "self_blended")
            if getattr(first, name) != getattr(second, name)
        ]
        fed = [] if changed == ["spec"] else ["fed"] * (before.spec != after.spec)
        assert len(changed + fed) == 1, after.title


def test_trials_take_batches_and_not_minutes() -> None:
    config = LINES[-1].trial.config(7)
    assert (config.schedule.max_steps, config.schedule.budget_minutes) == (7, None)
    assert config.self_blended > 0
    assert LINES[-2].trial.config(7) == replace(config, self_blended=0.0, mixed_from=-1)


def test_gain_is_that_of_the_same_crops() -> None:
    rng = np.random.default_rng(0)
    labels = np.repeat([0, 1], 60)
    names = tuple(str(i) for i in range(120))
    worse = ScoreTable(names, names, labels, rng.random(120))
    better = replace(worse, scores=worse.scores + labels)
    found = gain(worse, better)
    assert found["gain"] > 0.3
    assert found["gain_ci95"][0] > 0.2
    assert gain(better, worse)["gain"] == -found["gain"]
    assert gain(worse, worse) == {"gain": 0, "gain_ci95": [0, 0]}
