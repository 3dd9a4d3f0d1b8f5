# SPDX-License-Identifier: Apache-2.0
"""`docs/studies.md`: what more training brings, what each step gained, rivals, 8-bit arithmetic.

Made from the figures that lie in `docs/validation/`, so that it can be printed again without data.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from core.cards import read_card
from training.errors import CheckpointError
from training.measuring.crop_scores import CropScore
from training.pages.figures import draw_learning
from training.pages.identity_page import identity_section
from training.pages.intervals import with_interval
from training.pages.leakage_page import leakage_section, leakage_step
from training.pages.open_page import open_section
from training.pages.recipe_page import recipe_section
from training.pages.texture_page import texture_section
from training.studies.fusion import Fusion, fuse

TARGET_AUC = 0.96
CURVE_PICTURE = "learning-curve.png"
_LEAKAGE = "leakage.json"

Lines = list[str]


@dataclass(frozen=True, slots=True)
class PowerLaw:
    """1 - AUC = factor * samples ** -exponent."""

    factor: float
    exponent: float

    def auc(self, samples: float) -> float:
        """AUC after so many samples."""
        return float(1 - self.factor * samples**-self.exponent)


def fit_power_law(points: Sequence[Mapping[str, Any]]) -> PowerLaw:
    """Fit a power law to learning-curve points, by least squares of logarithms."""
    samples = np.log([float(point["samples"]) for point in points])
    errors = np.log([1 - float(point["auc"]) for point in points])
    slope, intercept = np.polyfit(samples, errors, 1)
    return PowerLaw(math.exp(float(intercept)), -float(slope))


def studies_page(folder: Path, crops: Sequence[CropScore] = (), weights: Path | None = None) -> str:
    """Print the page from the figures of a folder, and draw the learning curve into it.

    Args:
        folder: Holds `learning.json`, `ablations.json`, and, where measured, `rivals.json`,
            `texture.json`, `int8.json`, `recipe.json`, `identities.json`, `leakage.json`.
        crops: Scores by `measure`, for the fusion of the image detectors.
        weights: Folder of the cards, for what was wanted and not reached.

    Raises:
        CheckpointError: One of the first two is missing or damaged.
    """
    learning = _read(folder / "learning.json")
    steps = _read(folder / "ablations.json")["steps"]
    if (folder / _LEAKAGE).is_file():
        steps = [leakage_step(_read(folder / _LEAKAGE)), *steps]
    points = learning["points"]
    law = fit_power_law([point for point in points if point["fits"]])
    draw_learning(points, law, TARGET_AUC, folder / CURVE_PICTURE)
    lines = [
        "# What more training brings, what each step gained",
        "",
        "`python -m training studies` prints this page from the figures in `docs/validation/`.",
        "",
        *_learning_section(points, law),
        *_step_section(steps),
    ]
    if weights is not None:
        cards = (
            read_card(weights / name / "card.toml").raw for name in ("xception", "xception_gru")
        )
        lines += open_section(*cards)
    if crops:
        lines += _fusion_section(fuse(crops))
    for name, section in _OPTIONAL.items():
        path = folder / name
        if path.is_file():
            lines += section(_read(path))
    return "\n".join(lines).rstrip() + "\n"


def _read(path: Path) -> dict[str, Any]:
    try:
        found: dict[str, Any] = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise CheckpointError(f"{path}: no usable figures ({error})") from error
    return found


def _learning_section(points: Sequence[Mapping[str, Any]], law: PowerLaw) -> Lines:
    last = points[-1]["samples"]
    return [
        "## Learning curve of `xception`",
        "",
        f"![AUC against crops seen](validation/{CURVE_PICTURE})",
        "",
        "| crops seen | AUC | validation crops | of |",
        "|---|---|---|---|",
        *(
            f"| {point['samples']:,} | {point['auc']:.3f} | {point['crops']} | {point['what']} |"
            for point in points
        ),
        "",
        (
            f"The line is 1 - AUC = {law.factor:.2f} * n^-{law.exponent:.2f}, fitted to the marked "
            f"points. If it held, twice the {last:,} crops of the last point would give an AUC of "
            f"{law.auc(2 * last):.3f}; hardly one would be new, so that it may well not hold. "
            "It is no measurement."
        ),
        "",
    ]


def _step_section(steps: Sequence[Mapping[str, Any]]) -> Lines:
    return [
        "## What each step gained",
        "",
        (
            "Each line compares two networks on the same validation crops; the figures of "
            "different lines are of different crops. What was not run is not in the table."
        ),
        "",
        "| step | before | after | crops | command |",
        "|---|---|---|---|---|",
        *(
            f"| {one['step']} | {one['before']} | {one['after']} | {one['crops']} | "
            f"`{one['command']}` |"
            for one in steps
        ),
        "",
    ]


def _rival_section(rivals: Mapping[str, Any]) -> Lines:
    return [
        "## Rivals on the same files",
        "",
        (
            "MesoNet's Meso4 with its public weights, which were trained on other data, on the "
            "crops and clips of [validation.md](validation.md); 95 % intervals. "
            "`python benchmarks/rival.py WEIGHTS` measures them again."
        ),
        "",
        "| network | AUC, DFDC crops | AUC, clips of unseen generators |",
        "|---|---|---|",
        *(
            f"| {name} | {with_interval(found['crops'])} | {with_interval(found['clips'])} |"
            for name, found in rivals.items()
        ),
        "",
    ]


def _int8_section(found: Mapping[str, Any]) -> Lines:
    low, high = found["auc_lost_ci95"]
    moved = [found[f"score_difference_{name}"] for name in ("mean", "max")]
    megabytes = [size / 1e6 for size in found["size_bytes"]]
    return [
        "## 8-bit arithmetic",
        "",
        (
            f"`xception` ({found['weights']}) quantized with {found['calibration_crops']} training "
            f"crops: AUC {with_interval(found['float32'])} in float32, "
            f"{with_interval(found['int8'])} in 8 bits, on the same crops. Lost: "
            f"{100 * found['auc_lost']:.2f} points of AUC ({100 * low:.2f} to "
            f"{100 * high:.2f}); scores move by {moved[0]:.3f} on average and "
            f"by {moved[1]:.2f} at most. It runs {found['times_as_fast']:.2f} times as fast and "
            f"takes {megabytes[1]:.0f} instead of {megabytes[0]:.0f} MB. It is "
            "not shipped: thresholds and ratios are those of the exact network, and the limit for "
            "shipping it, half a point lost, is not shown to hold. "
            "`python benchmarks/int8.py` measures it again."
        ),
        "",
    ]


def _fusion_section(found: Fusion) -> Lines:
    low, high = found.gain_interval
    verdict = "not used" if low <= 0 else "worth using"
    return [
        "## Fusion of the image detectors",
        "",
        (
            f"Logistic regression on the logits of `xception` and `image_cnn`, fitted on four "
            f"fifths of {found.crops} validation crops (by video) and applied to the other: AUC "
            f"{found.fused:.4f}, `xception` alone {found.alone:.4f}, a gain of "
            f"{100 * found.gain:.2f} points ({100 * low:.2f} to {100 * high:.2f}): {verdict}. "
            "`xception_gru` reads the features of `xception` and is no independent witness."
        ),
        "",
    ]


_OPTIONAL = {
    "rivals.json": _rival_section,
    "int8.json": _int8_section,
    "texture.json": texture_section,
    "recipe.json": recipe_section,
    "identities.json": identity_section,
    _LEAKAGE: leakage_section,
}
