# SPDX-License-Identifier: Apache-2.0
"""The sentences of `core.wording` in the language of the window.

Reports and the command line print the English ones; a test makes sure that these here are the same
before they are translated.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from core.wording import VERBAL_SCALE, verbal_step

translate = QCoreApplication.translate


def absence_caveat() -> str:
    """Say what a missing detection does not show."""
    return translate(
        "wording", "The absence of detection does not show that the file is authentic."
    )


def support_words(support: str) -> str:
    """Name a step of the verbal scale.

    Args:
        support: `VerbalStep.support`.
    """
    words = {
        "no": translate("wording", "no", "as in: no support"),
        "weak": translate("wording", "weak", "as in: weak support"),
        "moderate": translate("wording", "moderate", "as in: moderate support"),
        "moderately strong": translate("wording", "moderately strong", "as in: … support"),
        "strong": translate("wording", "strong", "as in: strong support"),
        "very strong": translate("wording", "very strong", "as in: very strong support"),
        "extremely strong": translate("wording", "extremely strong", "as in: … support"),
    }
    return words[support]


def verbal(log10_lr: float) -> str:
    """Say a likelihood ratio in the words of the scale; see `core.wording.verbal`.

    Raises:
        ValueError: `log10_lr` is not a finite number.
    """
    step = verbal_step(log10_lr)
    if step is VERBAL_SCALE[0]:
        return translate("wording", "The scores do not support one proposition over the other.")
    sentence = (
        translate(
            "wording",
            "The scores provide {0} support for the proposition that the face was manipulated in "
            "one of the ways the detector was trained on, relative to the proposition that it was "
            "not.",
        )
        if log10_lr > 0
        else translate(
            "wording",
            "The scores provide {0} support for the proposition that the face was not manipulated "
            "in any of the ways the detector was trained on, relative to the proposition that it "
            "was.",
        )
    )
    return sentence.format(support_words(step.support))


def credentials_caveat() -> str:
    """Say what valid content credentials do not show."""
    return translate("wording", "Valid content credentials do not show that the content is true.")
