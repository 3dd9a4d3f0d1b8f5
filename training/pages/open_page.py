# SPDX-License-Identifier: Apache-2.0
"""The section of `docs/studies.md` on what was wanted and not reached, and what would get there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from training.pages.intervals import with_interval


def open_section(xception: Mapping[str, Any], head: Mapping[str, Any]) -> list[str]:
    """Say what the cards of `xception` and `xception_gru` (`head`) leave open."""
    test, mean = head["test"], head["test"]["mean_frame_score_baseline"]
    clips, frames = head["cross_dataset"], xception["cross_dataset"]
    return [
        "## Wanted and not reached",
        "",
        (
            "**`xception_gru` better than the mean of its frames.** On the test fold AUC "
            f"{with_interval(test)}, the mean {with_interval(mean)}: not told apart. "
            "Tried: views of single crops, crops and clips with swapped faces, labelled clips "
            "(worse on validation, so that none are used), going on from an earlier head. Most of "
            "its sequences are views of one crop that differ by jitter and coding: their order "
            "says nothing that their mean does not. True fake videos, with real ones of the same "
            "cameras, would be needed to learn changes over time."
        ),
        "",
        (
            "**Generators that training never saw.** On "
            f"{clips['n_real']} real clips and {clips['n_fake']} of six generators `xception` has "
            f"AUC {with_interval(frames)}, `xception_gru` {with_interval(clips)}: chance. The "
            "table of gains follows the same clips along the training: more crops of DFDC do not "
            "help there. Tried: self-blended and mesh-swapped faces; frames of 429 clips of other "
            "generators in a quarter of the batches, which gained a little and made false alarms "
            "of most real clips. It would take generated faces of many kinds in numbers like those "
            "of DFDC, each with real faces of the same source, size and coding, and a GPU for days "
            "instead of two cores for hours."
        ),
        "",
    ]
