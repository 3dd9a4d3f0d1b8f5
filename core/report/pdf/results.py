# SPDX-License-Identifier: Apache-2.0
"""The section on what was found, person by person."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import median

from core.dossier import Dossier, KeyFrame, KeyFrameReason
from core.records import DetectorRun, SegmentLevel, TrackResult
from core.report.pdf.blocks import Block, Value, Writer, section, table
from core.report.pdf.charts import chart, scores_over_time
from core.report.pdf.pictures import Picture
from core.report.pdf.words import outcome_and_reason, outcome_words, reason_words, strength_words

Pictures = list[tuple[KeyFrame, Picture, Picture | None]]
# A person with more segments has the rest of them in the attached JSON.
_MOST_SEGMENTS = 240


def results_section(dossier: Dossier, pictures: Pictures, writer: Writer) -> dict[str, object]:
    """All people at a glance, then each one who has scores."""
    return section(writer.say("section.results"), _blocks(dossier, pictures, writer))


def _blocks(dossier: Dossier, pictures: Pictures, writer: Writer) -> Iterator[Block]:
    say, result = writer.say, dossier.result
    if not result.tracks:
        why = reason_words(say, result.reason) or outcome_words(say, result.outcome)
        yield writer.paragraph("results.nobody", reason=why)
        return
    yield writer.paragraph("results.person_means")
    head = [say(f"results.{n}") for n in ("person", "span", "frames", "outcome", "log10_lr")]
    yield table(head, [_row(track, writer) for track in result.tracks], "nnrlr")
    if dossier.pictures_missing:
        yield {"k": "note", "text": writer.text(dossier.pictures_missing)}
    if any(chart(result, t, run) for t in result.tracks for run in result.run.detectors):
        yield _chart_key(writer)
    for track in result.tracks:
        if track.summaries or any(key.choice.track_id == track.track_id for key, *_ in pictures):
            yield from _person(dossier, track, pictures, writer)


def _chart_key(writer: Writer) -> Block:
    """Say once what the lines and bands of all charts mean."""
    names = ("support_line", "no_support_line", "segment", "cut")
    return {"k": "chart-key", "words": {name: writer.say(f"template.{name}") for name in names}}


def _row(track: TrackResult, writer: Writer) -> list[Value]:
    say = writer.say
    reason = track.reason.value if track.reason else None
    return [
        say("word.person", number=track.track_id),
        say.span(track.first_time_s, track.last_time_s),
        say.number(len(track.observations)),
        outcome_and_reason(say, track.outcome, reason),
        say.number(track.log10_lr, 2, sign=True),
    ]


def _person(
    dossier: Dossier, track: TrackResult, pictures: Pictures, writer: Writer
) -> Iterator[Block]:
    say, runs = writer.say, dossier.result.run.detectors
    reason = track.reason.value if track.reason else None
    yield {
        "k": "person",
        "title": say("word.person", number=track.track_id),
        "outcome": outcome_and_reason(say, track.outcome, reason),
        "id": track.outcome.value,
    }
    if track.log10_lr is not None:
        yield {"k": "paragraph", "text": strength_words(say, track.log10_lr)}
    yield _summaries(track, runs, writer)
    drawn = [run for run in runs if run.detector_id in track.summaries]
    for run in sorted(drawn, key=lambda one: one.detector_id != track.decided_by):
        yield from _chart(dossier, track, run, writer)
    yield from _segments(track, writer)
    own = [entry for entry in pictures if entry[0].choice.track_id == track.track_id]
    if own:
        yield _frames(own, track, writer)
    heats = [(key, heat) for key, _, heat in own if heat is not None]
    if heats:
        yield _heats(heats, writer)


def _summaries(track: TrackResult, runs: tuple[DetectorRun, ...], writer: Writer) -> Block:
    """Tabulate the score distribution: count, least, median, mean, 95th percentile, greatest."""
    say = writer.say
    head = [say(f"results.{n}") for n in ("detector", "n", "min", "median", "mean", "p95", "max")]
    rows: list[list[Value]] = []
    for run in runs:
        summary = track.summaries.get(run.detector_id)
        if summary is None:
            continue
        points, spans = scores_over_time(track, run.detector_id)
        scores = [score for *_, score in spans] or [score for _, score in points]
        name = writer.text(run.detector_id)
        if run.detector_id == track.decided_by:
            name += f" ({say('results.decides')})"
        low, mid, high = (
            (min(scores), median(scores), max(scores)) if scores else (None, None, None)
        )
        numbers = (low, mid, summary.mean, summary.p95, high)
        rows.append([name, say.number(summary.n), *(say.number(one, 3) for one in numbers)])
    return table(head, rows, "lrrrrrr")


def _chart(
    dossier: Dossier, track: TrackResult, run: DetectorRun, writer: Writer
) -> Iterator[Block]:
    say = writer.say
    drawn = chart(dossier.result, track, run)
    if drawn is None:
        return
    summary = track.summaries[run.detector_id]
    decides = run.detector_id == track.decided_by
    if not decides:
        drawn["segments"] = []
    ticks = drawn["ticks"]
    assert isinstance(ticks, list)  # noqa: S101 - made two lines above
    yield {
        "k": "chart",
        "title": writer.text(run.detector_id) + (f" ({say('results.decides')})" if decides else ""),
        "alt": say(
            "results.chart_alt",
            person=say("word.person", number=track.track_id),
            detector=writer.text(run.detector_id),
            span=say.span(track.first_time_s, track.last_time_s),
            mean=say.number(summary.mean, 3),
            p95=say.number(summary.p95, 3),
            n=say.number(summary.n),
        ),
        "decides": decides,
        "tick_labels": [_tick(writer, tick) for tick in ticks],
        "score_labels": [say.number(one, 1) for one in (0.0, 0.5, 1.0)],
        **drawn,
    }


def _tick(writer: Writer, time_s: float) -> str:
    """Write a time on the axis, as short as it can be."""
    say = writer.say
    if time_s >= 60:
        return say.seconds(time_s).partition(say.texts["format.decimal"])[0]
    return f"{say.number(time_s, 0 if time_s == int(time_s) else 1)} s"


def _segments(track: TrackResult, writer: Writer) -> Iterator[Block]:
    say = writer.say
    if not track.segments:
        return
    # All spans of a person are of one level.
    at_support = track.segments[0].level is SegmentLevel.SUPPORT
    heading = "results.segments" if at_support else "results.segments_inconclusive"
    yield {"k": "subheading", "text": say(heading)}
    shown = track.segments[:_MOST_SEGMENTS]
    yield {
        "k": "segments",
        "head": [say("word.span"), say("results.mean_score")],
        "rows": [[say.span(one.start_s, one.end_s), say.number(one.score, 3)] for one in shown],
    }
    more = len(track.segments) - len(shown)
    if more > 0:
        yield {"k": "note", "text": say("word.more_in_json", count=say.number(more))}


def _frames(own: Pictures, track: TrackResult, writer: Writer) -> Block:
    say = writer.say
    return {
        "k": "frames",
        "title": say("results.key_frames"),
        "caption": say("results.key_frames_caption"),
        "items": [_frame(key, picture, track, writer) for key, picture, _ in own],
    }


def _frame(key: KeyFrame, picture: Picture, track: TrackResult, writer: Writer) -> Block:
    say, choice = writer.say, key.choice
    score = next(
        (face.scores for face in choice.faces if face.track_id == choice.track_id), {}
    ).get(track.decided_by or "")
    shown = say.number(score, 3) if score is not None else "–"
    return {
        "file": picture.name,
        "size": list(picture.size),
        "boxes": [
            {
                "at": [round(value * picture.scale, 2) for value in face.bbox],
                "label": str(face.track_id),
                "own": face.track_id == choice.track_id,
            }
            for face in choice.faces
        ],
        "caption": say("results.image_caption", score=shown)
        if choice.reason is KeyFrameReason.STILL_IMAGE
        else say(
            "results.frame_caption",
            time=say.seconds(choice.time_s),
            frame=say.number(choice.frame_index),
            score=shown,
        ),
        "why": say(f"results.{choice.reason.value}"),
        "alt": say(
            "results.frame_alt",
            person=say("word.person", number=choice.track_id),
            time=say.seconds(choice.time_s),
            score=shown,
        ),
    }


def _heats(heats: Sequence[tuple[KeyFrame, Picture]], writer: Writer) -> Block:
    """Show the maps side by side; what they are worth stands below them."""
    say = writer.say
    return {
        "k": "heats",
        "title": say("glossary.heat_map_term"),
        "items": [_heat(key, heat, writer) for key, heat in heats],
        "caption": say("results.heat_caption"),
        "worth": say("results.heat_worth"),
    }


def _heat(key: KeyFrame, heat: Picture, writer: Writer) -> dict[str, object]:
    say = writer.say
    assert key.heat_map is not None  # noqa: S101 - a heat picture is made of one
    return {
        "file": heat.name,
        "about": say(
            "results.heat_about",
            time=say.seconds(key.choice.time_s),
            detector=writer.text(key.heat_map.detector_id),
        ),
        "alt": say("results.heat_alt", time=say.seconds(key.choice.time_s)),
    }
