# SPDX-License-Identifier: Apache-2.0
"""The section of `docs/studies.md` on what `image_cnn` gains from more crops and reads in them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from training.pages.intervals import with_interval
from training.presets import IMAGE_CNN


def texture_section(found: Mapping[str, Any]) -> list[str]:
    """Print the figures of `python -m training texture`."""
    return [
        "## Learning curve of `image_cnn`, and what it reads",
        "",
        (
            "Its convolutions are set (`training/trainers/texture_front.py`); each line is another "
            f"training of its dense layers, {found['batches']:,} batches of {found['batch_size']}, "
            "with the last weights or their running average, as these validation crops prefer. "
            f"The shipped version had {IMAGE_CNN.schedule.max_steps:,}: so short a training does "
            "not see all crops often enough to gain from the last doubling. Half of the crops are "
            "real; those come again, degraded anew. 95 % intervals by original. "
            "`python -m training texture` trains them again."
        ),
        "",
        "| measured crops | measures | AUC | balanced accuracy |",
        "|---|---|---|---|",
        *[_row(line) for line in found["lines"]],
        "",
    ]


def _row(line: Mapping[str, Any]) -> str:
    figures = [with_interval(line, name) for name in ("auc", "balanced_accuracy")]
    return f"| {line['crops']:,} | {line['what']} | {figures[0]} | {figures[1]} |"
