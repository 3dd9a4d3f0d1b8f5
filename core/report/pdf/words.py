# SPDX-License-Identifier: Apache-2.0
"""Outcomes, reasons and strengths in the report's language."""

from __future__ import annotations

from collections.abc import Mapping

from core.records import AnalysisResult, DetectorRun, Outcome, RunFacts, TrackResult
from core.report.pdf.languages import Language
from core.wording import VERBAL_SCALE, VerbalStep, verbal_step

# A shape for each outcome beside its colour, since reports are printed in grey. All of them are in
# the report's fonts.
MARKS = {
    Outcome.SUPPORT_FOR_MANIPULATION: "▲",
    Outcome.NO_SUPPORT_FOUND: "○",
    Outcome.INCONCLUSIVE: "◆",
    Outcome.NOT_APPLICABLE: "–",
    Outcome.COULD_NOT_EVALUATE: "✕",
}


def outcome_words(say: Language, outcome: Outcome) -> str:
    """Say an outcome."""
    return say(f"outcome.{outcome.value}")


def reason_words(say: Language, reason: str | None) -> str:
    """Say why there is no judgement; a code that the catalogue lacks is shown as it is."""
    if not reason:
        return ""
    return say.texts.get(f"reason.{reason}", reason.replace("_", " "))


def outcome_and_reason(say: Language, outcome: Outcome, reason: str | None) -> str:
    """Say an outcome with its reason behind."""
    why = reason_words(say, reason)
    words = f"{MARKS[outcome]} {outcome_words(say, outcome)}"
    return f"{words} ({why})" if why else words


def step_words(say: Language, step: VerbalStep) -> str:
    """Say a step of the scale."""
    return say(f"scale.{step.support.replace(' ', '_')}")


def strength_words(say: Language, log10_lr: float) -> str:
    """Say a likelihood ratio in one sentence with both propositions."""
    step = verbal_step(log10_lr)
    if step is VERBAL_SCALE[0]:
        return say("strength.none")
    side = "manipulated" if log10_lr > 0 else "not_manipulated"
    return say(f"strength.{side}", support=step_words(say, step))


def ratio_words(say: Language, log10_lr: float) -> str:
    """Write a likelihood ratio as a number of times, whichever way it points."""
    return say.number(10 ** abs(log10_lr), 1 if abs(log10_lr) < 2 else 0)


def gravest(result: AnalysisResult) -> TrackResult | None:
    """Give the person whose outcome is the file's, the one with the greatest strength if several.

    None where no person was found, or where the file's outcome is nobody's.
    """
    same = [track for track in result.tracks if track.outcome is result.outcome]
    if not same:
        return None
    return max(same, key=lambda track: (track.log10_lr or 0.0, -track.track_id))


def deciding_run(result: AnalysisResult, track: TrackResult | None) -> DetectorRun | None:
    """Give the detector that decided about a person."""
    if track is None:
        return None
    return next((run for run in result.run.detectors if run.detector_id == track.decided_by), None)


def changed_thresholds(run: RunFacts) -> frozenset[str]:
    """Give the ids of the detectors whose thresholds are not those of their cards."""
    points = run.settings.get("operating_points")
    stated = points if isinstance(points, list | tuple) else ()
    return frozenset(str(one.get("detector_id")) for one in stated if isinstance(one, Mapping))
