# SPDX-License-Identifier: Apache-2.0
"""Terms of the trade in plain words: for tool tips and for the list under Help."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Term:
    """A term and what it means, in one or two sentences."""

    name: str
    meaning: str


def glossary() -> dict[str, Term]:
    """Give all terms: id to term."""
    say = "Glossary"
    return {
        "score": Term(
            translate(say, "Score"),
            translate(say, "A number from 0 to 1 that a detector gives a face: the higher, the more "
                           "it looks like the manipulated faces of its training. It is not the "
                           "chance that the face is manipulated."),
        ),
        "threshold": Term(
            translate(say, "Threshold (operating point)"),
            translate(say, "The score from which on an outcome is stated, chosen on validation "
                           "data so that false alarms stay rare."),
        ),
        "log10_lr": Term(
            translate(say, "Strength (likelihood ratio)"),
            translate(say, "How many times as frequent such scores are with manipulated faces as "
                           "with others, in the calibration data. Its logarithm is 0 where the "
                           "scores speak for neither; it is bounded by what the data can show."),
        ),
        "coverage": Term(
            translate(say, "Coverage"),
            translate(say, "How much of the file the outcome rests on: frames decoded, examined, "
                           "with a face, and with a face good enough to be scored."),
        ),
        "pooled": Term(
            translate(say, "Pooled score"),
            translate(say, "The scores of a person's frames joined into one: the mean of their "
                           "logits. It is compared with the thresholds."),
        ),
        "auc": Term(
            translate(say, "Area under the ROC curve (AUC)"),
            translate(say, "How well a detector ranks: 1.0 puts every manipulated face above every "
                           "other, 0.5 is a coin toss."),
        ),
        "false_alarms": Term(
            translate(say, "False alarms"),
            translate(say, "Share of real faces whose score is at or above the support threshold."),
        ),
        "misses": Term(
            translate(say, "Misses"),
            translate(say, "Share of manipulated faces whose score is below the support threshold."),
        ),
        "interval": Term(
            translate(say, "95 % interval"),
            translate(say, "The range that holds the true figure in 95 of 100 such measurements; "
                           "few samples make it wide."),
        ),
        "in_domain": Term(
            translate(say, "In-domain and out-of-domain"),
            translate(say, "In-domain figures come from data like the training data; out-of-domain "
                           "ones from other sources and other kinds of manipulation. Detectors err "
                           "more often out of domain."),
        ),
        "track": Term(
            translate(say, "Person (track)"),
            translate(say, "A face followed over time within one shot. The same person in another "
                           "shot has another number."),
        ),
        "segment": Term(
            translate(say, "Marked span"),
            translate(say, "A time span in which the scores stay at or above the support "
                           "threshold."),
        ),
        "heat_map": Term(
            translate(say, "Heat map"),
            translate(say, "Where in the crop the score comes from. It shows what moved the "
                           "network, not where a face was altered."),
        ),
        "crop": Term(
            translate(say, "Crop"),
            translate(say, "The square cut around a face that a network sees, always with the "
                           "margin it was trained on."),
        ),
        "sha256": Term(
            translate(say, "SHA-256"),
            translate(say, "A fingerprint of a file: two files with the same one have the same "
                           "bytes."),
        ),
        "content_credentials": Term(
            translate(say, "Content credentials (C2PA)"),
            translate(say, "A signed statement inside a file on how it was made. Valid ones show "
                           "that what was signed is unchanged, not that it is true."),
        ),
        "exif": Term(
            translate(say, "Metadata"),
            translate(say, "What a camera or program wrote into the file. It is easily changed and "
                           "never decides an outcome."),
        ),
        "detector": Term(
            translate(say, "Detector"),
            translate(say, "A network with its weights and its card, which says what it was "
                           "trained on and how often it errs."),
        ),
        "face_swap": Term(
            translate(say, "Kinds of manipulation"),
            translate(say, "Face swap: another face is put in. Reenactment: the face is made to "
                           "move otherwise. Entire synthesis: there never was such a face."),
        ),
    }  # fmt: skip


def explain(term: str) -> str:
    """Give the meaning of a term; empty for none."""
    found = glossary().get(term)
    return found.meaning if found is not None else ""
