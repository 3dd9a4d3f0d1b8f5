# SPDX-License-Identifier: Apache-2.0
"""Terms of the trade in plain words: for tool tips and for the list under Help."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Term:
    """A term and what it means, in one or two sentences."""

    name: str
    meaning: str


@cache
def glossary() -> dict[str, Term]:
    """Give all terms: id to term; in the language that was set when it was first asked for."""
    return {
        "score": Term(
            translate("Glossary", "Score"),
            translate(
                "Glossary",
                "A number from 0 to 1 that a detector gives a face: the higher, the more "
                "it looks like the manipulated faces of its training. It is not the "
                "chance that the face is manipulated.",
            ),
        ),
        "threshold": Term(
            translate("Glossary", "Threshold (operating point)"),
            translate(
                "Glossary",
                "The score from which on an outcome is stated, chosen on validation "
                "data so that false alarms stay rare.",
            ),
        ),
        "log10_lr": Term(
            translate("Glossary", "Strength (likelihood ratio)"),
            translate(
                "Glossary",
                "How many times as frequent such scores are with manipulated faces as "
                "with others, in the calibration data. Its logarithm is 0 where the "
                "scores speak for neither; it is bounded by what the data can show.",
            ),
        ),
        "coverage": Term(
            translate("Glossary", "Coverage"),
            translate(
                "Glossary",
                "How much of the file the outcome rests on: frames decoded, examined, "
                "with a face, and with a face good enough to be scored.",
            ),
        ),
        "pooled": Term(
            translate("Glossary", "Pooled score"),
            translate(
                "Glossary",
                "The scores of a person's frames joined into one: the mean of their "
                "logits. It is compared with the thresholds.",
            ),
        ),
        "auc": Term(
            translate("Glossary", "Area under the ROC curve (AUC)"),
            translate(
                "Glossary",
                "How well a detector ranks: 1.0 puts every manipulated face above every "
                "other, 0.5 is a coin toss.",
            ),
        ),
        "false_alarms": Term(
            translate("Glossary", "False alarms"),
            translate(
                "Glossary", "Share of real faces whose score is at or above the support threshold."
            ),
        ),
        "misses": Term(
            translate("Glossary", "Misses"),
            translate(
                "Glossary", "Share of manipulated faces whose score is below the support threshold."
            ),
        ),
        "interval": Term(
            translate("Glossary", "95 % interval"),
            translate(
                "Glossary",
                "The range that holds the true figure in 95 of 100 such measurements; "
                "few samples make it wide.",
            ),
        ),
        "in_domain": Term(
            translate("Glossary", "In-domain and out-of-domain"),
            translate(
                "Glossary",
                "In-domain figures come from data like the training data; out-of-domain "
                "ones from other sources and other kinds of manipulation. Detectors err "
                "more often out of domain.",
            ),
        ),
        "track": Term(
            translate("Glossary", "Person (track)"),
            translate(
                "Glossary",
                "A face followed over time within one shot. The same person in another "
                "shot has another number.",
            ),
        ),
        "segment": Term(
            translate("Glossary", "Marked span"),
            translate(
                "Glossary",
                "A time span in which the scores stay at or above a threshold: that of support, or "
                "that of no support where the face as a whole lies below it.",
            ),
        ),
        "heat_map": Term(
            translate("Glossary", "Heat map"),
            translate(
                "Glossary",
                "Where in the crop the score comes from. It shows what moved the "
                "network, not where a face was altered.",
            ),
        ),
        "crop": Term(
            translate("Glossary", "Crop"),
            translate(
                "Glossary",
                "The square cut around a face that a network sees, always with the "
                "margin it was trained on.",
            ),
        ),
        "sha256": Term(
            translate("Glossary", "SHA-256"),
            translate(
                "Glossary",
                "A fingerprint of a file: two files with the same one have the same bytes.",
            ),
        ),
        "content_credentials": Term(
            translate("Glossary", "Content credentials (C2PA)"),
            translate(
                "Glossary",
                "A signed statement inside a file on how it was made. Valid ones show "
                "that what was signed is unchanged, not that it is true.",
            ),
        ),
        "exif": Term(
            translate("Glossary", "Metadata"),
            translate(
                "Glossary",
                "What a camera or program wrote into the file. It is easily changed and "
                "never decides an outcome.",
            ),
        ),
        "detector": Term(
            translate("Glossary", "Detector"),
            translate(
                "Glossary",
                "A network with its weights and its card, which says what it was "
                "trained on and how often it errs.",
            ),
        ),
        "face_swap": Term(
            translate("Glossary", "Kinds of manipulation"),
            translate(
                "Glossary",
                "Face swap: another face is put in. Reenactment: the face is made to "
                "move otherwise. Entire synthesis: there never was such a face.",
            ),
        ),
    }


def explain(term: str) -> str:
    """Give the meaning of a term; empty for none."""
    found = glossary().get(term)
    return found.meaning if found is not None else ""
