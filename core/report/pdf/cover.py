# SPDX-License-Identifier: Apache-2.0
"""The first page: what a judge must know, and nothing that needs an explanation."""

from __future__ import annotations

from core.dossier import Dossier
from core.records import AnalysisResult, DetectorRun, MediaInfo, Outcome, TrackResult
from core.report.pdf.blocks import Value, Writer, cut
from core.report.pdf.words import (
    MARKS,
    changed_thresholds,
    deciding_run,
    gravest,
    outcome_and_reason,
    outcome_words,
    ratio_words,
    reason_words,
    strength_words,
)

# More people than this, and the page points to the results instead of listing them.
_MOST_PEOPLE = 6


def cover(dossier: Dossier, writer: Writer) -> dict[str, object]:
    """Lay out the first page.

    Returns:
        Plain values for the template: facts, outcome, people, strength, and what it does not show.
    """
    result, say = dossier.result, writer.say
    track = gravest(result)
    return {
        "case": _case(dossier, writer),
        "item": _item(dossier, writer),
        "question": say("cover.question"),
        "outcome": {
            "id": result.outcome.value,
            "mark": MARKS[result.outcome],
            "words": outcome_words(say, result.outcome),
            "meaning": _meaning(result, writer),
        },
        "people": _people(result, writer),
        "more_people": _more_people(result, writer),
        "strength": _strength(result, track, writer),
        "limits": _limits(result, writer),
        "no_opinion": say("cover.no_opinion"),
    }


def media_in_short(media: MediaInfo | None, writer: Writer) -> str:
    """Say what kind of file it is in a few words."""
    say = writer.say
    if media is None:
        return say("cover.not_read")
    size = f"{say.number(media.width)} × {say.number(media.height)} px"
    kind = say(f"word.{media.kind}")
    parts = [kind, writer.text(media.container), size]
    if media.kind == "video":
        parts.append(say.seconds(media.duration_s))
    return ", ".join(parts)


def _case(dossier: Dossier, writer: Writer) -> list[list[Value]]:
    case, say = dossier.case, writer.say
    when = dossier.reported_at or dossier.result.run.finished_at
    return [
        [say("case.case_id"), writer.brief(case.case_id)],
        [say("case.item_id"), writer.brief(case.item_id)],
        [say("case.organization"), writer.brief(case.organization)],
        [say("case.requester"), writer.brief(case.requester)],
        [say("case.operator"), writer.brief(case.operator)],
        [
            say("case.reported_at"),
            say.moment(when),
        ],
    ]


def _item(dossier: Dossier, writer: Writer) -> list[list[Value]]:
    result, say = dossier.result, writer.say
    sha256 = result.file.sha256_before
    hashed = writer.mono(sha256) if sha256 else say("item.not_hashed")
    return [
        [say("item.name"), writer.brief(result.file.name)],
        [say("item.kind"), media_in_short(result.media, writer)],
        ["SHA-256", hashed],
    ]


def _meaning(result: AnalysisResult, writer: Writer) -> str:
    say = writer.say
    in_spans = "_in_spans" if _is_inconclusive_in_spans(result) else ""
    text = say(f"meaning.{result.outcome.value}{in_spans}")
    why = reason_words(say, result.reason)
    if why:
        text += " " + say("meaning.because", reason=why)
    if result.message:
        text += " " + cut(writer.text(result.message), 300)
    if result.outcome is Outcome.NO_SUPPORT_FOUND:
        text += " " + say("word.absence")
    segments = [segment for track in result.tracks for segment in track.segments]
    if segments:
        longest = max(segments, key=lambda one: one.end_s - one.start_s)
        span = say.span(longest.start_s, longest.end_s)
        text += " " + say("cover.segments", count=say.number(len(segments)), span=span)
    return text


def _is_inconclusive_in_spans(result: AnalysisResult) -> bool:
    """Whether nobody's scores over the whole time are inconclusive, but those of marked spans."""
    tracks = [track for track in result.tracks if track.outcome is Outcome.INCONCLUSIVE]
    return result.outcome is Outcome.INCONCLUSIVE and all(
        track.segments and _lies_below(track, deciding_run(result, track)) for track in tracks
    )


def _lies_below(track: TrackResult, run: DetectorRun | None) -> bool:
    score = track.pooled_score
    return run is not None and score is not None and score < run.no_support_threshold


def _people(result: AnalysisResult, writer: Writer) -> list[list[str]]:
    if len(result.tracks) < 2:
        return []
    order = sorted(result.tracks, key=lambda one: (one.outcome is not result.outcome, one.track_id))
    return [
        [
            writer.say("word.person", number=track.track_id),
            writer.say.span(track.first_time_s, track.last_time_s),
            outcome_and_reason(writer.say, track.outcome, track.reason),
        ]
        for track in order[:_MOST_PEOPLE]
    ]


def _more_people(result: AnalysisResult, writer: Writer) -> str:
    more = len(result.tracks) - _MOST_PEOPLE
    return writer.say("cover.more_people", count=more) if more > 0 else ""


def _strength(
    result: AnalysisResult, track: TrackResult | None, writer: Writer
) -> dict[str, object]:
    """Give the sentence, and where on the drawn scale the mark and the bounds are."""
    say, run = writer.say, deciding_run(result, track)
    if track is None or track.log10_lr is None or run is None or run.calibration is None:
        return {"value": None, "sentence": say("strength.not_stated")}
    side = "manipulated" if track.log10_lr > 0 else "not_manipulated"
    return {
        "value": track.log10_lr,
        "low": run.calibration.log10_lr_min,
        "high": run.calibration.log10_lr_max,
        "sentence": strength_words(say, track.log10_lr),
        "number": say(f"strength.times_{side}", times=ratio_words(say, track.log10_lr)),
        "bound": _bound_words(run, track.log10_lr, writer),
        "label": say(
            "strength.label",
            person=say("word.person", number=track.track_id),
            value=say.number(track.log10_lr, 2, sign=True),
        ),
        "alt": say(
            "strength.alt",
            value=say.number(track.log10_lr, 2, sign=True),
            low=say.number(run.calibration.log10_lr_min, 2, sign=True),
            high=say.number(run.calibration.log10_lr_max, 2, sign=True),
        ),
    }


def _bound_words(run: DetectorRun, log10_lr: float, writer: Writer) -> str:
    assert run.calibration is not None  # noqa: S101 - the caller looked
    say, bounds = writer.say, run.calibration
    at_bound = log10_lr in {bounds.log10_lr_min, bounds.log10_lr_max}
    return say(
        "strength.at_bound" if at_bound else "strength.bounds",
        low=ratio_words(say, bounds.log10_lr_min),
        high=ratio_words(say, bounds.log10_lr_max),
    )


def _limits(result: AnalysisResult, writer: Writer) -> list[str]:
    keys = ["authentic", "kinds", "who", "number", "unseen"]
    if result.media is not None and result.media.kind == "video":
        keys.append("sampled")
    if changed_thresholds(result.run):
        keys.insert(0, "thresholds")
    return [writer.say(f"not_shown.{key}") for key in keys]
