# SPDX-License-Identifier: Apache-2.0
"""What the verdict panel says of an item, as facts; no widgets, so that it is easily tested."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from core.records import Coverage, DetectorRun, Reason, SegmentLevel, TrackResult
from core.text import printable
from core.wording import VERBAL_SCALE, VERBAL_SCALE_SOURCE, verbal_step
from gui.models.evidence import EvidenceItem
from gui.views.facts import Fact
from gui.words.formatting import format_score, format_span
from gui.words.messages import (
    absence_caveat,
    likelihood_words,
    outcome_words,
    person_name,
    reason_words,
)
from gui.words.wording import support_words

translate = QCoreApplication.translate
# Those of a crowd are in the table, with the same words as tool tips.
_MOST_PERSONS = 12


def person_facts(track: TrackResult, detectors: tuple[DetectorRun, ...]) -> tuple[Fact, ...]:
    """Say what is known of one person: outcome, strength, each detector's scores, spans."""
    facts = [
        Fact(translate("VerdictFacts", "Outcome"), outcome_words(track.outcome)),
        Fact(translate("VerdictFacts", "Seen"), format_span(track.first_time_s, track.last_time_s)),
    ]
    if track.reason is not None:
        facts.append(Fact(translate("VerdictFacts", "Reason"), reason_words(track.reason)))
    for run in detectors:
        summary = track.summaries.get(run.detector_id)
        if summary is None:
            continue
        value = translate("VerdictFacts", "mean {0}, 95th percentile {1}, n = {2}").format(
            format_score(summary.mean), format_score(summary.p95), summary.n
        )
        if run.detector_id == track.decided_by and track.pooled_score is not None:
            value += "\n" + translate("VerdictFacts", "decides with the pooled score {0}").format(
                format_score(track.pooled_score)
            )
        facts.append(Fact(printable(run.title), value, is_long=True))
    if track.log10_lr is not None:
        facts.append(
            Fact(
                translate("VerdictFacts", "Strength of the evidence"),
                likelihood_words(track.log10_lr),
                is_long=True,
                term="log10_lr",
            )
        )
    if track.segments:
        spans = "\n".join(
            f"{format_span(span.start_s, span.end_s)}   {format_score(span.score)}"
            for span in track.segments
        )
        facts.append(Fact(translate("VerdictFacts", "Marked spans"), spans, term="segment"))
    return tuple(facts)


def coverage_facts(coverage: Coverage) -> tuple[Fact, ...]:
    """Say how much of the file the scores rest on."""
    declared = coverage.frames_declared
    rejected = [
        f"{reason_words(_reason(code))}: {count:,}"
        for code, count in coverage.faces_rejected.items()
    ]
    facts = [
        Fact(
            translate("VerdictFacts", "Frames declared"),
            f"{declared:,}" if declared is not None else translate("VerdictFacts", "not stated"),
        ),
        Fact(translate("VerdictFacts", "Decoded"), f"{coverage.frames_decoded:,}"),
        Fact(translate("VerdictFacts", "Failed"), f"{coverage.frames_failed:,}"),
        Fact(translate("VerdictFacts", "Analysed"), f"{coverage.frames_sampled:,}"),
        Fact(translate("VerdictFacts", "With a face"), f"{coverage.frames_with_face:,}"),
        Fact(
            translate("VerdictFacts", "With a usable face"), f"{coverage.frames_with_usable_face:,}"
        ),
    ]
    if rejected:
        facts.append(Fact(translate("VerdictFacts", "Faces not scored"), "\n".join(rejected)))
    return tuple(facts)


def _reason(code: str) -> Reason | str:
    return Reason(code) if code in {reason.value for reason in Reason} else code


def reason_facts(item: EvidenceItem) -> tuple[Fact, ...]:
    """Say why the file has its outcome: what decided for each person, by which threshold."""
    result = item.result
    if result is None:
        return ()
    facts = []
    if result.message:
        facts.append(Fact("", printable(result.message)))
    elif result.reason is not None and not result.tracks:
        facts.append(Fact("", _sentence(reason_words(_reason(result.reason)))))
    if len(result.tracks) > 1:
        rule = translate("VerdictFacts", "The outcome of the file is the gravest of its persons'.")
        facts.append(Fact("", rule))
    facts += [
        Fact(person_name(track.track_id), _why(track, item), term="pooled")
        for track in result.tracks[:_MOST_PERSONS]
    ]
    n_more = len(result.tracks) - _MOST_PERSONS
    if n_more > 0:
        text = translate("VerdictFacts", "{0} more persons are in the table above.").format(n_more)
        facts.append(Fact("", text))
    return tuple(facts)


def _why(track: TrackResult, item: EvidenceItem) -> str:
    """Say in one sentence what decided about a person."""
    run = item.detector(track.decided_by)
    score = track.pooled_score
    if run is None or score is None:
        why = reason_words(track.reason)
        outcome = outcome_words(track.outcome)
        return f"{outcome}: {why}" if why else outcome
    title, shown = printable(run.title), format_score(score)
    support, no_support = map(format_score, (run.support_threshold, run.no_support_threshold))
    if score >= run.support_threshold:
        text = translate(
            "VerdictFacts", "The pooled score {0} of {1} is at or above its threshold {2}."
        )
        words = text.format(shown, title, support)
    elif score < run.no_support_threshold:
        text = translate("VerdictFacts", "The pooled score {0} of {1} is below its threshold {2}.")
        words = text.format(shown, title, no_support)
    else:
        text = translate(
            "VerdictFacts", "The pooled score {0} of {1} is between its thresholds {2} and {3}."
        )
        words = text.format(shown, title, no_support, support)
    if track.segments and score < run.support_threshold:
        at_support = track.segments[0].level is SegmentLevel.SUPPORT
        spans = translate("VerdictFacts", "In the marked spans the scores reach the threshold {0}.")
        words += " " + spans.format(support if at_support else no_support)
    return words


def limit_facts(item: EvidenceItem) -> tuple[Fact, ...]:
    """Say what the outcome does not show; the first page of the report says the same."""
    if item.result is None:
        return ()
    limits = [
        absence_caveat(),
        translate(
            "VerdictFacts",
            "Only faces were examined, for the kinds of manipulation the detectors were trained "
            "on: not sound, lip movement, wholly synthetic pictures, cuts or context.",
        ),
        translate(
            "VerdictFacts",
            "Scores and strengths are not the chance that the file is fake: that depends on "
            "everything else known of the case too.",
        ),
        translate(
            "VerdictFacts",
            "On material unlike the training data the detectors err more often: see the "
            "out-of-domain figures under Detectors.",
        ),
    ]
    if not item.is_image:
        limits.append(
            translate("VerdictFacts", "Frames between those analysed were not looked at.")
        )
    if item.settings.operating_points:
        limits.insert(
            0,
            translate(
                "VerdictFacts",
                "Thresholds were changed in the settings: the measured error rates do not hold "
                "for this outcome.",
            ),
        )
    return tuple(Fact("", f"•  {limit}") for limit in limits)


def scale_facts(log10_lr: float | None) -> tuple[Fact, ...]:
    """Write the verbal scale out, with the step of a result marked."""
    if log10_lr is None:
        return ()
    here = verbal_step(log10_lr)
    facts = []
    for step in VERBAL_SCALE:
        if step.lr_below is None:
            span = translate("VerdictFacts", "{0} and above").format(f"{step.lr_from:,.0f}")
        else:
            span = f"{step.lr_from:,.0f} – {step.lr_below:,.0f}"
        words = translate("VerdictFacts", "{0} support").format(support_words(step.support))
        if step is here:
            words = translate("VerdictFacts", "{0} support   ◂ this result").format(
                support_words(step.support)
            )
        facts.append(Fact(span, words, term="log10_lr"))
    facts.append(Fact("", VERBAL_SCALE_SOURCE))
    return tuple(facts)


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}." if words else ""
