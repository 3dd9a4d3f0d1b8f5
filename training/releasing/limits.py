# SPDX-License-Identifier: Apache-2.0
"""What each network cannot do, in plain sentences that go into its card and reports."""

from __future__ import annotations

import json
from pathlib import Path

from training.errors import CheckpointError
from training.shipped import IDENTITIES

_DFDC_ONLY = "Trained and validated on face crops of DFDC videos only."
_DFDC_AND_CLIPS = (
    "Trained on face crops of DFDC videos and, for a small part, on frames of 429 clips of other "
    "generators and cameras; validated, calibrated and given its thresholds on DFDC crops."
)
_COMMON = (
    "On other material expect worse: published detectors lose a fifth to a half of their AUC.",
    "DFDC contains fakes whose visible face is untouched; no crop can show what they are.",
    (
        "Talking heads made by generators unseen in training are mostly missed: on 75 clips its "
        "AUC did not differ from chance (docs/validation.md)."
    ),
    "The crop's margin was measured on padded crops with one face detector, CenterFace.",
    "The data names neither skin tone, age nor sex: differences between groups are unmeasured.",
    "The absence of detection does not show that the file is authentic.",
)
_OWN = {
    "image_cnn": (
        _DFDC_ONLY,
        "Its convolutions are set, not trained: it reads how strong textures are, and no shapes.",
        "It is a second opinion of different making; do not rest a finding on it.",
    ),
    "xception": (
        _DFDC_AND_CLIPS,
        "The calibration is for one face crop.",
        "A track's mean score is treated with the same parameters, which is not validated.",
    ),
    "xception_gru": (
        _DFDC_AND_CLIPS,
        "No real fake video was used to train it on its trunk's features, nor for its figures.",
        "Most of its sequences are single crops turned into jittered and re-encoded views.",
        (
            "So it has learnt little, if anything, of flicker or other changes over time in "
            "manipulated videos."
        ),
        "It reads the xception detector's features: the two do not err independently.",
    ),
}


def of(network_id: str, identities: Path = IDENTITIES) -> tuple[str, ...]:
    """Give the sentences for a network.

    Args:
        network_id: Of the network.
        identities: JSON by `python -m training identities`, if there is one.

    Raises:
        CheckpointError: The JSON is damaged.
    """
    return (*_OWN[network_id], _of_persons(identities), *_COMMON)


def _of_persons(identities: Path) -> str:
    said = "The split is by original video, not by person: "
    if not identities.is_file():
        return f"{said}some actors are in training and test alike."
    try:
        found = json.loads(identities.read_text("utf-8"))
        shares = [
            round(100 * one["share_of_test_seen_in_training"])
            for name, one in found.items()
            if name.startswith("limit_")
        ]
        low, high = min(shares), max(shares)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise CheckpointError(f"{identities}: no usable counts of persons ({error})") from error
    return (
        f"{said}by an estimate, {low} to {high} % of test crops show an actor who is in training "
        "too (`python -m training identities`, docs/studies.md)."
    )
