# SPDX-License-Identifier: Apache-2.0
"""Sentences about a close-up and its heat map; those that reports print too say the same there."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from core.records import Reason
from gui.words.messages import reason_words

translate = QCoreApplication.translate


def heat_caption() -> str:
    """Say what a map shows, as under every map in a report."""
    return translate("FaceWords", "Shows what moved the network, not where the face was altered.")


def heat_worth() -> str:
    """Say what maps proved to be worth, as under every map in a report."""
    return translate(
        "FaceWords",
        "In checks on validation crops (docs/validation.md) these maps were much alike from face "
        "to face, and covering what they mark lowered the score no more than covering places "
        "drawn at random. They say little about this face.",
    )


def flat_words() -> str:
    """Say that a map is empty, and that this is an answer."""
    return translate(
        "FaceWords", "Nothing in this face moved the network towards manipulated: the map is empty."
    )


def unseen_words(reason: Reason | None) -> str:
    """Say that no network read a face, and why."""
    return translate("FaceWords", "No network read this face: {0}.").format(reason_words(reason))
