# SPDX-License-Identifier: Apache-2.0
"""The sentences of `core.wording` in the language of the window.

Reports and the command line print the English ones; a test makes sure that these here are the same
before they are translated.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from core.content_credentials import ContentCredentials
from core.text import printable
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


def credentials_words(found: ContentCredentials | None) -> str:
    """Say what was found out about a file's content credentials, in one or more lines.

    What the file itself states, and what the library found wrong, stays in its own language.
    """
    if found is None:
        return translate("wording", "not examined")
    status = {
        "absent": translate("wording", "none in the file"),
        "remote": translate(
            "wording", "not in the file: it refers to an address, which was not visited"
        ),
        "valid": translate(
            "wording", "valid: what was signed is unchanged; the signer is not vouched for"
        ),
        "invalid": translate("wording", "invalid"),
        "unreadable": translate("wording", "could not be examined"),
    }
    lines = [status[found.status]]
    signed = _signature_words(found)
    if signed:
        lines.append(signed)
    if found.generator:
        lines.append(translate("wording", "states to be made by {0}").format(found.generator))
    action = translate("wording", "states the action {0}")
    lines += [action.format(one) for one in found.actions]
    lines += found.problems
    if found.status == "valid":
        lines.append(
            translate("wording", "Valid content credentials do not show that the content is true.")
        )
    return "\n".join(printable(line) for line in lines)


def _signature_words(found: ContentCredentials) -> str:
    name, issuer = found.signer, found.issuer
    if name and issuer:
        text = translate("wording", "signed as {0} of {1}").format(name, issuer)
    elif name or issuer:
        text = translate("wording", "signed as {0}").format(name or issuer)
    else:
        return ""
    if not found.signed_at:
        return text
    return translate("wording", "{0} at {1}", "who signed, when").format(text, found.signed_at)
