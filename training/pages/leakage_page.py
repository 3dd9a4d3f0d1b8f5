# SPDX-License-Identifier: Apache-2.0
"""The section of `docs/studies.md` on what the recipe's random split is worth."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

_DESCRIBED = {
    "statistics": "thumbnail and texture",
    "trunk": "frozen Xception (ImageNet)",
}
_DRAWN = {
    "as_recipe": "all reals, as many fakes (the recipe)",
    "all_fakes": "all reals, all their fakes",
}
_PROBES = {
    "probe_logistic": "logistic regression",
    "probe_network": "one hidden layer",
    "probe_nearest": "nearest crop",
}


def leakage_section(found: Mapping[str, Any]) -> list[str]:
    """Say what the figures of `python -m training leakage` say, and no more."""
    parts = [
        (described, drawn, found[described][drawn])
        for described in _DESCRIBED
        for drawn in _DRAWN
        if drawn in found.get(described, {})
    ]
    return [
        "## What the recipe's random split is worth",
        "",
        (
            "The published recipe splits its crops at random by file, so that crops of one "
            "original lie on both sides. Here the same classifiers are fitted to the same crops, "
            "split once so and once by original, with the same number of crops of each label on "
            "each side. It is a probe, not the recipe's own training: the classifiers read fixed "
            "descriptions of the crops, and a network trained as a whole can remember more. Only "
            f"folds {found['folds']} were used; `python -m training leakage` counts again."
        ),
        "",
        *[line for described, drawn, one in parts for line in _siblings(described, drawn, one)],
        (
            "| crops described by | drawn | training, test crops | classifier | AUC, random split "
            "| AUC, split by original | random gives | in balanced accuracy | reads as |"
        ),
        "|---|---|---|---|---|---|---|---|---|",
        *[line for described, drawn, one in parts for line in _rows(described, drawn, one)],
        "",
        (
            "In brackets: 95 % intervals by original, means over the splits. "
            + _verdict([one[name] for _, _, one in parts for name in _PROBES])
        ),
        "",
    ]


def leakage_step(found: Mapping[str, Any]) -> dict[str, Any]:
    """Give the line of the table of gains: the recipe's draw, logistic regression."""
    one = found["statistics"]["as_recipe"]
    probe = one["probe_logistic"]
    return {
        "step": (
            "split by original instead of at random by file: a probe on other crops, "
            f"{_reads_as(probe['auc_gained_ci95'])}, see below"
        ),
        "before": f"AUC {probe['random']['auc']:.3f}",
        "after": f"AUC {probe['by_original']['auc']:.3f}",
        "crops": one["test"],
        "command": "python -m training leakage",
    }


def _siblings(described: str, drawn: str, one: Mapping[str, Any]) -> list[str]:
    own, near = one["siblings"], one["nearest"]
    says = ""
    if "sibling_has_same_label" in near:
        says = f", and then bears its label in {_percent(near['sibling_has_same_label'])}"
    return [
        (
            f"- {_DESCRIBED[described]}; {_DRAWN[drawn]}, {one['originals']} originals: the random "
            f"split leaves {_percent(own['any'])} of the test crops a training crop of their "
            f"original, {_percent(own['same_label'])} one of their own label, "
            f"{_percent(own['other_label'])} one of the other. The most similar training crop is "
            f"of the same original in {_percent(near['is_sibling'])}{says}."
        ),
        "",
    ]


def _rows(described: str, drawn: str, one: Mapping[str, Any]) -> list[str]:
    return [
        f"| {_DESCRIBED[described]} | {_DRAWN[drawn]} | {one['train']}, {one['test']} | {title} | "
        f"{_with_interval(one[name]['random'], 'auc')} | "
        f"{_with_interval(one[name]['by_original'], 'auc')} | "
        f"{_with_interval(one[name], 'auc_gained')} | "
        f"{_with_interval(one[name], 'balanced_accuracy_gained')} | "
        f"{_reads_as(one[name]['auc_gained_ci95'])} |"
        for name, title in _PROBES.items()
    ]


def _verdict(probes: Sequence[Mapping[str, Any]]) -> str:
    readings = [_reads_as(probe["auc_gained_ci95"]) for probe in probes]
    counts = [f"{readings.count(one)} {one}" for one in (_MORE, _LESS, _SAME) if one in readings]
    return (
        f"Of {len(readings)} comparisons: {', '.join(counts)}. An original has one real crop "
        "here, so what leaks of a tested real crop are fakes: a classifier that remembers the "
        "video, and not what was done to it, is misled by a random split rather than flattered. "
        "How much of the recipe's published figure is due to its split cannot be told from this."
    )


_MORE, _LESS, _SAME = "flattering", "misleading", "not told apart"


def _reads_as(interval: Sequence[float]) -> str:
    if interval[0] > 0:
        return _MORE
    return _LESS if interval[1] < 0 else _SAME


def _with_interval(figures: Mapping[str, Any], name: str) -> str:
    low, high = figures[f"{name}_ci95"]
    return f"{figures[name]:.3f} ({low:.3f} to {high:.3f})"


def _percent(share: float) -> str:
    return f"{100 * share:.0f} %"
