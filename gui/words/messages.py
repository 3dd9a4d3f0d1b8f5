# SPDX-License-Identifier: Apache-2.0
"""Sentences for people: outcomes, reasons, errors and states. The only place for them.

Sentences that reports print too are in `gui.words.wording`, word for word those of `core.wording`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QCoreApplication

from core.case.checking import EvidenceCheck
from core.errors import AnalysisError
from core.events import Stage
from core.records import AnalysisResult, Outcome, Reason, SegmentLevel
from core.text import printable
from gui.states import ItemState
from gui.words import wording

translate = QCoreApplication.translate


class Checked(Protocol):
    """A file that was looked at."""

    @property
    def name(self) -> str:
        """File name, safe to show."""
        ...

    @property
    def check(self) -> EvidenceCheck:
        """What the look said."""
        ...


@dataclass(frozen=True, slots=True)
class Message:
    """What a person is told.

    Attributes:
        title: A few words that stand by themselves.
        text: What happened, in one or two sentences.
        advice: What can be done about it; may be empty.
    """

    title: str
    text: str = ""
    advice: str = ""


def outcome_words(outcome: Outcome) -> str:
    """Name an outcome; the same words wherever it is shown."""
    match outcome:
        case Outcome.SUPPORT_FOR_MANIPULATION:
            return translate("messages", "Support for manipulation")
        case Outcome.NO_SUPPORT_FOUND:
            return translate("messages", "No support found")
        case Outcome.INCONCLUSIVE:
            return translate("messages", "Inconclusive")
        case Outcome.NOT_APPLICABLE:
            return translate("messages", "Not applicable")
        case Outcome.COULD_NOT_EVALUATE:
            return translate("messages", "Could not evaluate")


def reason_words(reason: Reason | str | None) -> str:
    """Say in a few words why there is no score."""
    words: dict[str, str] = {
        Reason.NO_FACE: translate("messages", "no face found"),
        Reason.FACE_TOO_SMALL: translate("messages", "face too small"),
        Reason.FACE_TOO_BLURRED: translate("messages", "face too blurred"),
        Reason.FACE_CUT_OFF: translate("messages", "face cut off by the picture's edge"),
        Reason.FRAME_DAMAGED: translate("messages", "frame damaged in the file"),
        Reason.TOO_FEW_FRAMES: translate("messages", "too few usable frames"),
        Reason.NO_FRAME_DECODED: translate("messages", "no frame could be decoded"),
    }
    return words.get(reason, reason.replace("_", " ")) if reason else ""


def state_words(state: ItemState, stage: Stage | None, outcome: Outcome | None) -> str:
    """Say where a file stands: its outcome, or its state."""
    if state is ItemState.RUNNING:
        return stage_words(stage)
    if state is ItemState.DONE:
        return outcome_words(outcome) if outcome else ""
    return {
        ItemState.WAITING: translate("messages", "Waiting"),
        ItemState.READING: translate("messages", "Reading its result…"),
        ItemState.CANCELLING: translate("messages", "Stopping…"),
        ItemState.CANCELLED: translate("messages", "Cancelled"),
        ItemState.FAILED: translate("messages", "Analysis could not run"),
    }[state]


def batch_state_words(state: ItemState, *, is_copy: bool) -> str:
    """Say where a file of a batch stands; its outcome has a column of its own."""
    match state:
        case ItemState.DONE if is_copy:
            return translate("messages", "Same bytes as another")
        case ItemState.DONE:
            return translate("messages", "Finished")
        case ItemState.RUNNING:
            return translate("messages", "In work")
        case ItemState.CANCELLED:
            return translate("messages", "Cancelled")
        case _:
            return translate("messages", "Waiting")


def evidence_words(check: EvidenceCheck) -> str:
    """Say in a few words whether a file is still the one that was analysed; empty if it is."""
    match check:
        case EvidenceCheck.MISSING:
            return translate("messages", "File missing")
        case EvidenceCheck.CHANGED:
            return translate("messages", "File changed")
        case EvidenceCheck.UNREADABLE:
            return translate("messages", "File unreadable")
        case _:
            return ""


def evidence_message(items: Iterable[Checked]) -> Message | None:
    """Say once, for all items, which files are not as they were; each says it for itself too."""
    found: dict[EvidenceCheck, list[str]] = {}
    for item in items:
        found.setdefault(item.check, []).append(item.name)
    texts = (
        (EvidenceCheck.MISSING, translate("messages", "Not where they were: {0}.")),
        (EvidenceCheck.CHANGED, translate("messages", "Changed since they were analysed: {0}.")),
        (EvidenceCheck.UNREADABLE, translate("messages", "Cannot be read now: {0}.")),
    )
    lines = [text.format(_few(found[check])) for check, text in texts if check in found]
    if not lines:
        return None
    advice = translate("messages", "The results shown are those of the files as they were.")
    title = translate("messages", "Some evidence is not as it was")
    return Message(title, " ".join(lines), advice)


def _few(names: list[str], most: int = 4) -> str:
    more = f" +{len(names) - most}" if len(names) > most else ""
    return ", ".join(names[:most]) + more


def with_evidence_check(message: Message, check: EvidenceCheck) -> Message:
    """Say beside a result that its file is not the one that was analysed any more."""
    match check:
        case EvidenceCheck.MISSING:
            text = translate(
                "messages", "The file is not where it was. This is the result of its analysis."
            )
        case EvidenceCheck.CHANGED:
            text = translate(
                "messages",
                "The file has changed since it was analysed. This is the result of the file as it "
                "was, by the SHA-256 in its report.",
            )
        case EvidenceCheck.UNREADABLE:
            text = translate(
                "messages",
                "The file cannot be read now. This is the result of its analysis.",
            )
        case _:
            return message
    return Message(message.title, f"{text} {message.text}".strip(), message.advice)


def stage_words(stage: Stage | None) -> str:
    """Name the step of a run that is under way."""
    match stage:
        case None:
            return translate("messages", "Starting…")
        case Stage.PROBING:
            return translate("messages", "Reading and hashing the file…")
        case Stage.LOADING_DETECTORS:
            return translate("messages", "Loading the detectors…")
        case Stage.SCORING:
            return translate("messages", "Scoring faces…")
        case Stage.REHASHING:
            return translate("messages", "Hashing the file again…")


def time_left_words(remaining_s: float | None) -> str:
    """Say how long it will still take, no more exactly than can be known."""
    if remaining_s is None:
        return ""
    if remaining_s < 10:
        return translate("messages", "less than 10 s left")
    if remaining_s < 90:
        return translate("messages", "about {0} s left").format(round(remaining_s / 10) * 10)
    if remaining_s < 5400:
        return translate("messages", "about {0} min left").format(round(remaining_s / 60))
    return translate("messages", "about {0} h left").format(round(remaining_s / 3600))


def item_message(
    state: ItemState,
    stage: Stage | None,
    result: AnalysisResult | None,
    error: AnalysisError | None,
) -> Message:
    """Say all that the verdict panel says first about a file."""
    if result is not None:
        return result_message(result)
    if error is not None:
        return error_message(error)
    match state:
        case ItemState.WAITING:
            text = translate("messages", "It is analysed after the files before it.")
        case ItemState.READING:
            text = translate("messages", "It was analysed before; nothing is analysed again.")
        case ItemState.CANCELLED:
            text = translate(
                "messages",
                "There is no outcome: the scores shown cover only a part of the file.",
            )
        case _:
            text = translate("messages", "There is no outcome before the analysis is complete.")
    advice = ""
    if state is ItemState.CANCELLED:
        advice = translate("messages", "Analyse it again to have an outcome.")
    return Message(state_words(state, stage, None), text, advice)


def result_message(result: AnalysisResult) -> Message:
    """Put an outcome into words."""
    title = outcome_words(result.outcome)
    match result.outcome:
        case Outcome.SUPPORT_FOR_MANIPULATION:
            return Message(
                title,
                translate(
                    "messages",
                    "The scores of at least one face count as support for manipulation of the "
                    "kinds the detectors were trained on. Detectors err: see their figures below.",
                ),
                translate(
                    "messages",
                    "Look at the marked spans, and have the finding confirmed by other means "
                    "before anything rests on it.",
                ),
            )
        case Outcome.NO_SUPPORT_FOUND:
            return Message(
                title,
                absence_caveat(),
                translate(
                    "messages",
                    "Other kinds of manipulation, and heavy compression, can go unseen.",
                ),
            )
        case Outcome.INCONCLUSIVE if levels := _marked_levels(result):
            at_support = translate(
                "messages",
                "In the marked spans the scores count as support for manipulation; over the "
                "whole time of that face they do not.",
            )
            in_band = translate(
                "messages",
                "In the marked spans the scores allow neither conclusion; over the whole time of "
                "that face alone they would count as no support.",
            )
            return Message(
                title,
                at_support if SegmentLevel.SUPPORT in levels else in_band,
                translate(
                    "messages",
                    "Look at the marked spans, and have them checked by other means.",
                ),
            )
        case Outcome.INCONCLUSIVE:
            return Message(
                title,
                translate("messages", "The scores allow neither conclusion for at least one face."),
                translate(
                    "messages",
                    "A copy nearer to the original, or more frames, may give a clearer answer.",
                ),
            )
        case Outcome.NOT_APPLICABLE:
            return _not_applicable_message(title, result.reason)
        case Outcome.COULD_NOT_EVALUATE:
            return Message(title, printable(result.message) or _sentence(result.reason))


def _marked_levels(result: AnalysisResult) -> set[SegmentLevel]:
    return {segment.level for track in result.tracks for segment in track.segments}


def _not_applicable_message(title: str, reason: str | None) -> Message:
    match reason:
        case Reason.NO_FACE:
            text = translate("messages", "No face was found in the frames that were analysed.")
            advice = translate("messages", "Faces that are turned away or hidden are not found.")
        case Reason.TOO_FEW_FRAMES:
            text = translate("messages", "No face was seen in enough usable frames.")
            advice = translate("messages", "Analyse more frames of it.")
        case _:
            text = _sentence(reason)
            advice = translate("messages", "A copy of better quality may have usable faces.")
    return Message(title, text, advice)


def _sentence(reason: Reason | str | None) -> str:
    words = reason_words(reason)
    return f"{words[:1].upper()}{words[1:]}." if words else ""


def error_message(error: AnalysisError) -> Message:
    """Put an error into words; the title depends on its stable code only."""
    titles = {
        "weights_missing": translate("messages", "A detector's weights are missing"),
        "weights_card": translate("messages", "A detector's card cannot be used"),
        "weights_mismatch": translate("messages", "A detector's weights were altered"),
        "engine_unavailable": translate("messages", "The engine cannot be used"),
        "out_of_memory": translate("messages", "Out of memory"),
        "face_stage": translate("messages", "The face detector cannot be used"),
        "batch": translate("messages", "The batch cannot go on"),
        "batch_busy": translate("messages", "The batch is in use"),
        "worker_crashed": translate("messages", "The worker process stopped"),
        "cluster": translate("messages", "The cluster cannot be used"),
        "cluster_mismatch": translate("messages", "The cluster's workers differ"),
        "case": translate("messages", "The case cannot be used"),
        "case_busy": translate("messages", "The case is open already"),
        "case_folder": translate("messages", "The case cannot be kept there"),
        "settings": translate("messages", "A setting has no meaning"),
        "report": translate("messages", "The report was not written"),
        "signing": translate("messages", "The report was not signed"),
        "case_log": translate("messages", "The case log cannot be written"),
        "unsupported_media": translate("messages", "This type of file is not opened"),
        "corrupt_media": translate("messages", "The file is damaged"),
        "media_access": translate("messages", "The file cannot be read"),
        "media_changed": translate("messages", "The file changed"),
        "limit_exceeded": translate("messages", "A limit was exceeded"),
        "decoder_crashed": translate("messages", "The decoder stopped"),
    }
    title = titles.get(error.code, translate("messages", "Something went wrong"))
    return Message(title, printable(error.message), printable(error.advice))


def internal_error_message(error: BaseException) -> Message:
    """Say that the program itself is at fault."""
    return Message(
        translate("messages", "Internal error"),
        translate("messages", "{0} came up where none was expected.").format(type(error).__name__),
        translate("messages", "The log has the details. Please report it."),
    )


def absence_caveat() -> str:
    """Give the sentence that stands wherever `no_support_found` does."""
    return wording.absence_caveat()


def likelihood_words(log10_lr: float) -> str:
    """Say a calibrated likelihood ratio in words, with the number behind them."""
    number = translate("messages", "log10 likelihood ratio {0}").format(f"{log10_lr:+.2f}")
    return f"{wording.verbal(log10_lr)} ({number})"


def person_name(track_id: int) -> str:
    """Name a track, as all reports do."""
    return translate("messages", "Person {0}").format(track_id)
