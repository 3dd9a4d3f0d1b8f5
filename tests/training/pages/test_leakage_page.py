# SPDX-License-Identifier: Apache-2.0
"""The section on leakage reads each interval as what it is."""

from __future__ import annotations

import json
from typing import Any

import numpy as np

from training.datasets.manifest import ManifestRow
from training.datasets.splits import Split
from training.pages.leakage_page import leakage_section, leakage_step
from training.studies.leakage import leakage_of


def _probe(gained: float, low: float, high: float) -> dict[str, Any]:
    one = {"auc": 0.6, "auc_ci95": [0.5, 0.7]}
    found: dict[str, Any] = {"random": one | {"auc": 0.6 + gained}, "by_original": one}
    for measure in ("auc", "balanced_accuracy"):
        found |= {f"{measure}_gained": gained, f"{measure}_gained_ci95": [low, high]}
    return found


def _figures() -> dict[str, Any]:
    recipe = {
        "originals": 7,
        "train": 10,
        "test": 4,
        "siblings": {"any": 0.8, "same_label": 0.3, "other_label": 0.7},
        "nearest": {"is_sibling": 0.0},
        "probe_logistic": _probe(0.1, 0.05, 0.15),
        "probe_network": _probe(-0.1, -0.15, -0.05),
        "probe_nearest": _probe(0.01, -0.02, 0.04),
    }
    return {"folds": "0 to 8", "statistics": {"as_recipe": recipe}}


def test_each_interval_is_read_by_where_it_lies() -> None:
    page = "\n".join(leakage_section(_figures()))
    rows = {line.split(" | ")[3]: line for line in page.splitlines() if line.startswith("| thumb")}
    assert rows["logistic regression"].endswith("| flattering |")
    assert rows["one hidden layer"].endswith("| misleading |")
    assert rows["nearest crop"].endswith("| not told apart |")
    assert "Of 3 comparisons: 1 flattering, 1 misleading, 1 not told apart." in page
    assert "-0.100 (-0.150 to -0.050)" in page
    assert "80 % of the test crops" in page
    assert "frozen Xception" not in page
    assert "bears its label" not in page


def test_page_takes_what_the_command_writes() -> None:
    rng = np.random.default_rng(0)
    rows = [
        ManifestRow(f"{i}x{label}.jpg", label, f"{i}.mp4", Split.TRAIN, "0")
        for i in range(30)
        for label in (0, 1)
    ]
    found = leakage_of(rows, rng.normal(0, 1, (60, 5)).astype(np.float32), range(1), 20)
    written = json.loads(json.dumps({"folds": "0 to 8", "trunk": {"as_recipe": found}}))
    page = "\n".join(leakage_section(written))
    assert page.count("| frozen Xception (ImageNet) |") == 3
    assert f"| {found['train']}, {found['test']} |" in page


def test_table_of_gains_gets_the_recipe_s_line() -> None:
    step = leakage_step(_figures())
    assert "flattering" in step["step"]
    assert (step["before"], step["after"], step["crops"]) == ("AUC 0.700", "AUC 0.600", 4)
