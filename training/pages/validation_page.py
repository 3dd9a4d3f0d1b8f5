# SPDX-License-Identifier: Apache-2.0
"""`docs/validation.md`: error rates by condition, in-domain beside out-of-domain.

Made from the tables of scores that lie beside the page, so that anybody can print it again, and
count otherwise, without the data.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from scipy.stats import binomtest

from core.cards import WeightsCard, read_card
from training.datasets.clip_crops import CROPS_OF_A_CLIP
from training.measuring import metrics
from training.measuring.calibrate import OperatingPoints, calibrate, judge_ratios, logit
from training.measuring.clip_scores import ClipScore
from training.measuring.crop_scores import CHANGES, IMAGE_DETECTORS, CropScore
from training.measuring.evaluate import interval
from training.measuring.scoring import ScoreTable

MIN_CASES = 20
# Of the bootstrap, for each of some hundred intervals.
ROUNDS = 1000

Lines = list[str]


@dataclass(frozen=True, slots=True)
class Condition:
    """A part of the crops, by one of their facts."""

    title: str
    fact: str
    low: float
    high: float

    def holds(self, crop: CropScore) -> bool:
        """Whether a crop belongs to it."""
        return self.low <= crop.facts[self.fact] < self.high


CONDITIONS = (
    Condition("face below 100 px", "face_px", 0, 100),
    Condition("face 100 to 200 px", "face_px", 100, 200),
    Condition("face 200 px or more", "face_px", 200, math.inf),
    Condition("dark (mean below 70)", "brightness", 0, 70),
    Condition("medium (70 to 110)", "brightness", 70, 110),
    Condition("bright (110 or more)", "brightness", 110, 256),
    Condition("soft (sharpness below 120)", "sharpness", 0, 120),
    Condition("sharpness 120 to 350", "sharpness", 120, 350),
    Condition("sharp (350 or more)", "sharpness", 350, math.inf),
    Condition("frontal (turn below 0.1)", "turn", 0, 0.1),
    Condition("turned (0.1 to 0.25)", "turn", 0.1, 0.25),
    Condition("far turned (0.25 or more)", "turn", 0.25, math.inf),
)
_COLUMNS = (
    "| condition | real | fake | AUC | false alarms | fakes supported | fakes not supported |",
    "|---|---|---|---|---|---|---|",
)


def page_of(
    crops: Sequence[CropScore],
    clips: Sequence[ClipScore],
    weights: Path,
    leaks: Mapping[str, int] | None = None,
    explanations: Mapping[str, Mapping[str, Any]] | None = None,
) -> str:
    """Give the page in Markdown.

    Args:
        crops: Scores of the validation crops, in-domain.
        clips: Scores of the validation clips, out-of-domain; may be empty.
        weights: Folder of the cards, for the operating points.
        leaks: As `training.datasets.duplicates.overlap_figures` counts; empty if not counted.
        explanations: Network to the figures of `training.measuring.explanations`; likewise.
    """
    cards = {name: read_card(weights / name / "card.toml") for name in IMAGE_DETECTORS}
    gru = read_card(weights / "xception_gru" / "card.toml")
    lines = [_HEAD.strip(), "", *_overview(crops, clips, {**cards, "xception_gru": gru})]
    for name, card in cards.items():
        lines += ["", f"## `{name}` on single crops (DFDC, fold 8)", ""]
        lines += [*_condition_rows(crops, name, card), "", *_ratios(crops, name, card)]
    if clips:
        lines += ["", *_clip_section(clips)]
    if leaks:
        lines += ["", *_leak_section(leaks)]
    if explanations:
        lines += ["", *_explanation_section(explanations)]
    return "\n".join(lines) + "\n"


_HEAD = """
# Error rates by condition

`python -m training validation` prints this page from the tables in `docs/validation/`; the tables
come from `python -m training measure` (crops) and `python -m training clips` (whole clips), see
`training/README.md`. Scores and thresholds are those of the shipped weights.

Read it with these limits in mind. The crops are DFDC validation crops: training saw other videos
of the same collection, some of the same actors, and the operating points were chosen on crops of
this very fold, so about 5 % false alarms on untouched crops are no finding but the choice. The
clips come from six generators and five sources that training never saw. Intervals are 95 %
bootstrap intervals: crops are drawn by video, clips by generator or source; where no case or every
case is counted they are exact binomial ones.

"False alarms" are real crops at or above `support_threshold`; "fakes supported" are fakes there;
"fakes not supported" are fakes below `no_support_threshold`. What is missing to 100 % is
inconclusive. "Turn" is how far the nose lies from the middle between the eyes, in eye distances.
Face sizes are those before the crop was brought to 224 pixels; "half_size" and the like change
that picture of 224 pixels, "darker" multiplies it by 0.45.
"""


def _overview(
    crops: Sequence[CropScore], clips: Sequence[ClipScore], cards: dict[str, WeightsCard]
) -> Lines:
    lines = ["## In-domain beside out-of-domain", ""]
    lines += [
        "| detector | AUC, DFDC crops | AUC, unseen generators, clips |",
        "|---|---|---|",
    ]
    for name in cards:
        inside = _with_interval(metrics.auc, crop_table(crops, name))
        if name == "xception_gru":
            inside = "not measured here: it reads sequences"
        outside = _with_interval(metrics.auc, clip_table(clips, name))
        lines.append(f"| `{name}` | {inside} | {outside} |")
    for name, title in (("face_height", "face size alone"), ("frame_height", "frame size alone")):
        inside = _with_interval(_either_way, _fact_table(crops)) if name == "face_height" else "-"
        outside = _with_interval(_either_way, clip_table(clips, name))
        lines.append(f"| {title}, whichever way round | {inside} | {outside} |")
    return lines


def _either_way(labels: metrics.Labels, scores: metrics.Array) -> float:
    """AUC of a baseline that is told which way round to read its number."""
    found = metrics.auc(labels, scores)
    return max(found, 1 - found)


def crop_table(crops: Iterable[CropScore], column: str) -> ScoreTable:
    """Take the crops that have a score in a column."""
    kept = [crop for crop in crops if column in crop.scores]
    return ScoreTable(
        tuple(crop.file for crop in kept),
        tuple(crop.group for crop in kept),
        np.array([crop.label for crop in kept], np.int64),
        np.array([crop.scores[column] for crop in kept], np.float64),
    )


def _fact_table(crops: Sequence[CropScore]) -> ScoreTable:
    kept = [crop for crop in crops if not math.isnan(crop.facts["face_px"])]
    return ScoreTable(
        tuple(crop.file for crop in kept),
        tuple(crop.group for crop in kept),
        np.array([crop.label for crop in kept], np.int64),
        np.array([crop.facts["face_px"] for crop in kept], np.float64),
    )


def clip_table(clips: Iterable[ClipScore], column: str) -> ScoreTable:
    """Take the clips that have a number in a column; groups are generators and sources."""
    kept = [clip for clip in clips if not math.isnan(getattr(clip, column))]
    return ScoreTable(
        tuple(clip.file for clip in kept),
        tuple(f"{clip.source_group}/{clip.label}" for clip in kept),
        np.array([clip.label for clip in kept], np.int64),
        np.array([getattr(clip, column) for clip in kept], np.float64),
    )


def _with_interval(metric: metrics.Metric, table: ScoreTable) -> str:
    if len(np.unique(table.labels)) < 2:
        return "-"
    low, high = interval(metric, table, ROUNDS)
    return f"{metric(table.labels, table.scores):.3f} ({low:.3f} to {high:.3f})"


def _condition_rows(crops: Sequence[CropScore], name: str, card: WeightsCard) -> Lines:
    points = OperatingPoints(card.support_threshold, card.no_support_threshold)
    lines = [*_COLUMNS, _row("all", crop_table(crops, name), points)]
    for condition in CONDITIONS:
        part = crop_table(filter(condition.holds, crops), name)
        lines.append(_row(condition.title, part, points))
    changed = [crop for crop in crops if f"{name}@{next(iter(CHANGES))}" in crop.scores]
    lines.append(_row("**part that is also changed**", crop_table(changed, name), points))
    after = (_row(change, crop_table(changed, f"{name}@{change}"), points) for change in CHANGES)
    return [*lines, *after]


def _row(title: str, table: ScoreTable, points: OperatingPoints) -> str:
    real, fake = int((table.labels == 0).sum()), int((table.labels == 1).sum())
    if min(real, fake) < MIN_CASES:
        return f"| {title} | {real} | {fake} | too few | | | |"
    spans = (
        (0, points.support_threshold, math.inf),
        (1, points.support_threshold, math.inf),
        (1, -math.inf, points.no_support_threshold),
    )
    cells = [_with_interval(metrics.auc, table), *(_percent(table, *span) for span in spans)]
    return f"| {title} | {real} | {fake} | {' | '.join(cells)} |"


def share(
    labels: metrics.Labels, scores: metrics.Array, label: int, low: float, high: float
) -> float:
    """Share of a class whose scores lie from `low` to below `high`."""
    chosen = scores[labels == label]
    return float(np.mean((chosen >= low) & (chosen < high))) if chosen.size else math.nan


def share_interval(
    table: ScoreTable, label: int, low: float, high: float, rounds: int = ROUNDS
) -> tuple[float, list[float]]:
    """Give a share and its 95 % interval.

    None or all of the cases have no spread to draw from: a bootstrap would claim certainty. Then
    the exact binomial interval stands (Clopper and Pearson 1934, Biometrika 26).
    """
    rate = partial(share, label=label, low=low, high=high)
    value = rate(table.labels, table.scores)
    if value not in {0.0, 1.0}:
        return value, interval(rate, table, rounds)
    cases = int((table.labels == label).sum())
    exact = binomtest(round(value * cases), cases).proportion_ci(method="exact")
    return value, [round(float(exact.low), 4), round(float(exact.high), 4)]


def _percent(table: ScoreTable, label: int, low: float, high: float) -> str:
    value, (lower, upper) = share_interval(table, label, low, high)
    return f"{100 * value:.1f} % ({100 * lower:.1f} to {100 * upper:.1f})"


def _ratios(crops: Sequence[CropScore], name: str, card: WeightsCard) -> Lines:
    """How good the shipped likelihood ratios are, beside a calibration fitted to these crops."""
    if card.calibration is None:
        return ["Not calibrated."]
    table, shipped = crop_table(crops, name), card.calibration
    raw = (shipped.slope * logit(table.scores) + shipped.intercept) / math.log(10)
    held = np.clip(raw, shipped.log10_lr_min, shipped.log10_lr_max)
    judged, fresh = judge_ratios(table.labels, held), calibrate(table)
    return [
        (
            f"Likelihood ratios as shipped: Cllr {judged.cllr:.3f}, of which discrimination "
            f"(Cllr_min) {judged.cllr_min:.3f}; equal error rate "
            f"{100 * metrics.eer(table.labels, table.scores):.1f} %; log10 ratios held between "
            f"{shipped.log10_lr_min:.2f} and {shipped.log10_lr_max:.2f}. The empirical bounds "
            f"(ELUB) of these crops are {fresh.log10_lr_min:.2f} and {fresh.log10_lr_max:.2f}."
        ),
    ]


def _clip_section(clips: Sequence[ClipScore]) -> Lines:
    lines = [
        "## Whole clips, generators that training never saw",
        "",
        _WHOLE if max(clip.faces for clip in clips) > CROPS_OF_A_CLIP else _QUICK,
        "",
        (
            "| kind | clips | supported | inconclusive | no support | other | `xception` | "
            "`image_cnn` | `xception_gru` |"
        ),
        "|---|---|---|---|---|---|---|---|---|",
    ]
    kinds = sorted({(clip.label, clip.kind) for clip in clips})
    for label, kind in kinds:
        part = [clip for clip in clips if (clip.label, clip.kind) == (label, kind)]
        lines.append(_clip_row(f"{'fake' if label else 'real'}: {kind}", part))
    for label, title in ((0, "**all real**"), (1, "**all fake**")):
        lines.append(_clip_row(title, [clip for clip in clips if clip.label == label]))
    return lines


_WHOLE = (
    "The analysis that users run, two frames a second; the file's outcome, and the mean score of "
    "the face that is seen most."
)
_QUICK = (
    "Up to eight faces of each clip, cut by the stages of the analysis (`python -m training clips "
    "--quick`): the outcome of their pooled score by the thresholds of `xception`, mean scores. "
    "Whole clips have not been through the analysis with these weights; the column of `image_cnn` "
    "is from the last run that did so."
)


def _clip_row(title: str, clips: Sequence[ClipScore]) -> str:
    outcomes = [clip.outcome for clip in clips]
    named = ("support_for_manipulation", "inconclusive", "no_support_found")
    counts = [outcomes.count(name) for name in named]
    means = []
    for name in ("xception", "image_cnn", "xception_gru"):
        values = [value for clip in clips if not math.isnan(value := getattr(clip, name))]
        means.append(f"{np.mean(values):.2f}" if values else "-")
    cells = [len(clips), *counts, len(clips) - sum(counts), *means]
    return f"| {title} | {' | '.join(str(cell) for cell in cells)} |"


def _leak_section(leaks: Mapping[str, int]) -> Lines:
    pairs = [
        f"{leaks.get(f'pairs_{one}_{other}', 0)} between {one} and {other}"
        for one, other in (("train", "validation"), ("train", "test"), ("validation", "test"))
    ]
    counts = (
        f"Of {leaks['crops_train']} training, {leaks['crops_validation']} validation and "
        f"{leaks['crops_test']} test crops, these pairs look the same (at most "
        f"{leaks['limit_bits']} of 256 bits of a difference hash differ): {', '.join(pairs)}."
    )
    return ["## What lies on two sides of the split", "", f"{counts} {_LEAKS}"]


_LEAKS = (
    "Sixteen of those between training and validation were looked at: all show one person in one "
    "recording. Exact duplicates are dropped already, and near ones by "
    "`python -m training leaks --drop`: from version 2 of `xception` and `image_cnn` on before "
    "training, while version 1 of `xception`, which it went on from, was trained with them. Many "
    "persons are on two sides, since DFDC's actors play in many videos each: "
    "[studies.md](studies.md) has an estimate (`python -m training identities`)."
)


def _explanation_section(explanations: Mapping[str, Mapping[str, Any]]) -> Lines:
    lines = [
        "## Do the heat maps mean anything?",
        "",
        _EXPLANATIONS,
        "",
        "| network | measure | value |",
        "|---|---|---|",
    ]
    for network, figures in explanations.items():
        for name, value in figures.items():
            if not name.endswith("_ci95"):
                bounds = figures.get(f"{name}_ci95")
                shown = f"{value} ({bounds[0]} to {bounds[1]})" if bounds else value
                lines.append(f"| `{network}` | {name.replace('_', ' ')} | {shown} |")
    return lines


_EXPLANATIONS = (
    "A map must change when the weights are shuffled (rank correlation near 0), and blurring what "
    "it points at must lower the score more than blurring other places: positive gains mean that "
    "it does, negative ones that it does not. The shifted map is the fair rival, as connected as "
    "the map itself: blurring at random leaves many more edges, which alone move the score. A "
    "high correlation with the maps of other crops means that the network looks at the same place "
    "whatever the crop shows: then a map says little of this one."
)
