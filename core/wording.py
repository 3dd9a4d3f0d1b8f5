# SPDX-License-Identifier: Apache-2.0
"""Sentences and scales that must read the same wherever a result is shown.

The window, the command line and every report take them from here, so that no two of them say
different things about the same number.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from core.content_credentials import ContentCredentials
from core.text import printable

ABSENCE_CAVEAT = "The absence of detection does not show that the file is authentic."

MANIPULATED = "the face was manipulated in one of the ways the detector was trained on"
NOT_MANIPULATED = "the face was not manipulated in any of the ways the detector was trained on"

VERBAL_SCALE_SOURCE = (
    "ENFSI guideline for evaluative reporting in forensic science (European Network of Forensic "
    "Science Institutes, 2015): verbal equivalents of likelihood ratios"
)


@dataclass(frozen=True, slots=True)
class VerbalStep:
    """One step of the scale.

    Attributes:
        lr_from: Smallest likelihood ratio of the step, included.
        lr_below: Likelihood ratio at which the next step begins, or None for the last step.
        support: Word for the strength of the support.
    """

    lr_from: float
    lr_below: float | None
    support: str


# The published table gives 1 and then 2 to 10; what lies between 1 and 2 is read as 1.
VERBAL_SCALE = (
    VerbalStep(1.0, 2.0, "no"),
    VerbalStep(2.0, 10.0, "weak"),
    VerbalStep(10.0, 100.0, "moderate"),
    VerbalStep(100.0, 1e3, "moderately strong"),
    VerbalStep(1e3, 1e4, "strong"),
    VerbalStep(1e4, 1e6, "very strong"),
    VerbalStep(1e6, None, "extremely strong"),
)


CREDENTIALS_CAVEAT = "Valid content credentials do not show that the content is true."
_CREDENTIALS = {
    "absent": "none in the file",
    "remote": "not in the file: it refers to an address, which was not visited",
    "valid": "valid: what was signed is unchanged; the signer is not vouched for",
    "invalid": "invalid",
    "unreadable": "could not be examined",
}


def credentials_words(found: ContentCredentials | None) -> str:
    """Say what was found out about a file's content credentials, in one or more lines."""
    if found is None:
        return "not examined"
    lines = [_CREDENTIALS[found.status]]
    if found.signer or found.issuer:
        names = " of ".join(filter(None, (found.signer, found.issuer)))
        lines.append(f"signed as {names}" + (f" at {found.signed_at}" if found.signed_at else ""))
    if found.generator:
        lines.append(f"states to be made by {found.generator}")
    lines += [f"states the action {action}" for action in found.actions]
    lines += found.problems
    if found.status == "valid":
        lines.append(CREDENTIALS_CAVEAT)
    return "\n".join(printable(line) for line in lines)


def verbal_step(log10_lr: float) -> VerbalStep:
    """Give the step of the scale that a likelihood ratio lies on, whichever side it favours.

    Raises:
        ValueError: `log10_lr` is not a finite number.
    """
    if not math.isfinite(log10_lr):
        raise ValueError(f"expected a finite log10 likelihood ratio, got {log10_lr}")
    return max(
        (step for step in VERBAL_SCALE if abs(log10_lr) >= math.log10(step.lr_from)),
        key=lambda step: step.lr_from,
    )


def verbal(log10_lr: float) -> str:
    """Say a likelihood ratio in the words of the scale.

    A ratio below one is read from its reciprocal, in favour of the other proposition.

    Args:
        log10_lr: log10 of P(scores | manipulated) / P(scores | not manipulated).

    Returns:
        One sentence, with the propositions spelled out where one is favoured.

    Raises:
        ValueError: `log10_lr` is not a finite number.
    """
    step = verbal_step(log10_lr)
    if step is VERBAL_SCALE[0]:
        return "The scores do not support one proposition over the other."
    favoured, other = (MANIPULATED, "was not") if log10_lr > 0 else (NOT_MANIPULATED, "was")
    return (
        f"The scores provide {step.support} support for the proposition that {favoured}, "
        f"relative to the proposition that it {other}."
    )
