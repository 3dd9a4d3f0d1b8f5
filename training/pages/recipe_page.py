# SPDX-License-Identifier: Apache-2.0
"""The section of `docs/studies.md` on the published recipe and what each change does to it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from training.pages.intervals import with_interval


def recipe_section(found: Mapping[str, Any]) -> list[str]:
    """Print the figures of `python -m training recipe`."""
    return [
        "## The published recipe, changed one thing at a time",
        "",
        (
            "The networks of the recipe, each trained for the same short while from the same start "
            f"and judged on the same validation crops ({found['tested']}); 95 % intervals by "
            "original. This is our code and not the recipe's own, and a small part of a release's "
            "budget: a change that needs longer to pay shows no gain here. "
            "`python -m training recipe` trains and judges them again."
        ),
        "",
        "| step | crops seen | loss, first and last | AUC | balanced accuracy | gain in AUC |",
        "|---|---|---|---|---|---|",
        *[_row(line) for line in found["lines"]],
        "",
        *_siblings(found),
    ]


def _row(line: Mapping[str, Any]) -> str:
    seen = f"{line['crops_seen']:,}" if "crops_seen" in line else "see its card"
    losses = f"{line['first_loss']:.3g}, {line['last_loss']:.3g}" if "first_loss" in line else "-"
    gained = with_interval(line, "gain", "+.3f") if "gain" in line else "-"
    return (
        f"| {line['step']} | {seen} | {losses} | {with_interval(line)} | "
        f"{with_interval(line, 'balanced_accuracy')} | {gained} |"
    )


def _siblings(found: Mapping[str, Any]) -> list[str]:
    leaking = [line for line in found["lines"] if line.get("siblings", {}).get("any")]
    if not leaking:
        return []
    share = leaking[-1]["siblings"]
    return [
        (
            "With the random split "
            f"{share['any']:.0%} of the tested crops had a trained crop of their original, "
            f"{share['same_label']:.0%} one of their own label and {share['other_label']:.0%} one "
            "of the other; with the split by original none."
        ),
        "",
    ]
