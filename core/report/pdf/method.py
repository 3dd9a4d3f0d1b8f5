# SPDX-License-Identifier: Apache-2.0
"""Sections on how the result came about, how much of the file it rests on, and how to repeat it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from itertools import pairwise

from core.dossier import Dossier
from core.records import DetectorRun
from core.report.pdf.blocks import (
    Block,
    Value,
    Writer,
    boxed,
    bullets,
    code,
    facts,
    section,
    table,
)
from core.report.pdf.words import changed_thresholds, reason_words
from core.settings import AnalysisSettings

# Time ranges without a score longer than this are listed.
_MOST_GAPS = 30
_MOST_FAILURES = 60


def method_section(dossier: Dossier, writer: Writer) -> dict[str, object]:
    """Detectors, engine, sampling."""
    return section(writer.say("section.method"), _method_blocks(dossier, writer))


def _method_blocks(dossier: Dossier, writer: Writer) -> Iterator[Block]:
    say, run = writer.say, dossier.result.run
    yield writer.paragraph("method.in_words")
    yield facts(
        [
            (say("method.tool"), writer.text(f"{run.tool} {run.version}")),
            (say("method.commit"), writer.mono(run.commit or "")),
            (say("method.engine"), writer.text(f"{run.engine}, {run.device}")),
            (say("method.engine_note"), writer.text(run.engine_note or "–")),
            (say("method.sampling"), _sampling(run.settings, writer)),
            (say("method.seed"), say("method.no_seed")),
            (say("method.face_detector"), writer.long(run.face_detector)),
            (say("method.started_at"), say.moment(run.started_at)),
            (say("method.finished_at"), say.moment(run.finished_at)),
        ]
    )
    for one in run.detectors:
        yield {"k": "heading", "text": writer.text(f"{one.title} ({one.detector_id})")}
        yield facts(_detector_rows(one, dossier.cards.get(one.detector_id, {}), writer))
        if one.detector_id in changed_thresholds(run):
            yield boxed(writer.say("method.thresholds_changed"))


def _sampling(settings: Mapping[str, object], writer: Writer) -> str:
    sampling = settings.get("sampling")
    if not isinstance(sampling, Mapping):
        return writer.text(sampling)
    mode, value = sampling.get("mode"), sampling.get("value")
    if mode not in {"all", "every", "fps"} or not isinstance(value, int | float):
        return writer.text(json.dumps(dict(sampling)))
    decimals = 0 if value == int(value) else 3
    return writer.say(f"method.sampling_{mode}", value=writer.say.number(float(value), decimals))


def _detector_rows(
    run: DetectorRun, card: Mapping[str, object], writer: Writer
) -> Iterator[tuple[str, Value]]:
    say = writer.say
    training = card.get("training")
    training = training if isinstance(training, Mapping) else {}
    yield say("method.version"), writer.text(f"{run.version}, {card.get('date', '')}".strip(", "))
    yield say("method.architecture"), writer.stated(card.get("paper", ""))
    yield say("method.weights"), writer.mono(run.weights_sha256)
    yield say("method.training_data"), writer.stated(training.get("data", ""))
    n_real, n_fake = training.get("n_real"), training.get("n_fake")
    if isinstance(n_real, int) and isinstance(n_fake, int):
        real, fake = say.number(n_real), say.number(n_fake)
        yield say("method.training_size"), say("method.real_and_fake", real=real, fake=fake)
    yield say("method.split"), writer.stated(training.get("split_rule", ""))
    yield say("method.license"), writer.stated(card.get("license", ""))
    yield (
        say("method.operating_points"),
        say(
            "method.thresholds",
            support=say.number(run.support_threshold, 3),
            no_support=say.number(run.no_support_threshold, 3),
        ),
    )
    points = card.get("operating_points")
    if isinstance(points, Mapping):
        support, no_support = (
            points.get(f"{name}_threshold") for name in ("support", "no_support")
        )
        if isinstance(support, int | float) and isinstance(no_support, int | float):
            shown = {"support": say.number(support, 3), "no_support": say.number(no_support, 3)}
            yield say("method.card_points"), say("method.thresholds", **shown)


def coverage_section(dossier: Dossier, writer: Writer) -> dict[str, object]:
    """How much of the file the scores rest on, and what was left out."""
    return section(writer.say("section.coverage"), _coverage_blocks(dossier, writer))


def _coverage_blocks(dossier: Dossier, writer: Writer) -> Iterator[Block]:
    say, result = writer.say, dossier.result
    coverage = result.coverage
    names = ["frames_declared", "frames_decoded", "frames_failed", "frames_sampled"]
    names += ["frames_with_face", "frames_with_usable_face"]
    yield facts((say(f"coverage.{n}"), say.number(getattr(coverage, n))) for n in names)
    yield writer.heading("coverage.rejected")
    if coverage.faces_rejected:
        rows: list[list[Value]] = [
            [reason_words(say, reason), say.number(count)]
            for reason, count in coverage.faces_rejected.items()
        ]
        yield table([say("coverage.why"), say("coverage.faces")], rows, "lr")
    elif coverage.frames_with_face:
        yield writer.paragraph("coverage.none_rejected")
    else:
        yield writer.paragraph("coverage.no_faces")
    yield {"k": "note", "text": say("coverage.not_checked")}
    yield writer.heading("coverage.not_examined")
    yield from _not_examined(dossier, writer)
    if result.failures:
        yield writer.heading("coverage.failures")
        rows = [
            [say.number(f.frame_index), say.seconds(f.time_s), writer.text(f.reason)]
            for f in result.failures[:_MOST_FAILURES]
        ]
        yield table([say("word.frame"), say("word.time"), say("coverage.why")], rows, "rrl")
        yield from _more(len(result.failures) - _MOST_FAILURES, writer)


def _not_examined(dossier: Dossier, writer: Writer) -> Iterator[Block]:
    """Between two examined frames nothing was looked at; longer stretches are listed."""
    say, result = writer.say, dossier.result
    if result.media is None:
        yield writer.paragraph("coverage.nothing_examined")
        return
    if result.media.kind == "image":
        yield writer.paragraph("coverage.whole_image")
        return
    yield writer.paragraph("coverage.between_frames")
    gaps = unscored_spans(dossier)
    if not gaps:
        yield writer.paragraph("coverage.no_gaps")
        return
    yield writer.paragraph("coverage.gaps")
    rows: list[list[Value]] = [
        [say.span(start, end), say.seconds(end - start)] for start, end in gaps[:_MOST_GAPS]
    ]
    yield table([say("word.span"), say("word.duration")], rows, "lr")
    yield from _more(len(gaps) - _MOST_GAPS, writer)


def unscored_spans(dossier: Dossier, longer_than_s: float = 1.0) -> list[tuple[float, float]]:
    """Find the stretches of a video in which no face was scored.

    Args:
        dossier: With a video.
        longer_than_s: Shorter stretches are the usual distance of two frames.
    """
    result = dossier.result
    times = sorted(
        {s.time_s for t in result.tracks for s in t.observations if s.rejected is None and s.scores}
    )
    duration = result.media.duration_s if result.media else None
    first = min(times[0], 0.0) if times else 0.0
    last = max(duration or 0.0, times[-1] if times else 0.0)
    edges = [first, *times, last]
    return [(a, b) for a, b in pairwise(edges) if b - a > longer_than_s]


def _more(count: int, writer: Writer) -> Iterator[Block]:
    if count > 0:
        yield {"k": "note", "text": writer.say("word.more_in_json", count=writer.say.number(count))}


def repeat_section(dossier: Dossier, writer: Writer) -> dict[str, object]:
    """Versions, every setting, the command, and how equal a repetition will be."""
    return section(writer.say("section.repeat"), _repeat_blocks(dossier, writer))


def _repeat_blocks(dossier: Dossier, writer: Writer) -> Iterator[Block]:
    say, run = writer.say, dossier.result.run
    yield writer.paragraph("repeat.command")
    yield code(writer.mono(run.command))
    yield writer.heading("repeat.determinism")
    items: list[Value] = [say("repeat.same_machine"), say("repeat.tolerance")]
    for one in run.detectors:
        engines = dossier.cards.get(one.detector_id, {}).get("engines")
        if isinstance(engines, Mapping) and "parity_max_abs_difference" in engines:
            measured = {
                "detector": writer.text(one.detector_id),
                "difference": writer.text(engines["parity_max_abs_difference"]),
                "where": writer.text(engines.get("parity_on", "")),
            }
            items.append(say("repeat.measured", **measured))
    items.append(say("repeat.gpu"))
    yield bullets(items)
    yield writer.heading("repeat.settings")
    head = [say("repeat.setting"), say("repeat.value"), say("repeat.default")]
    yield table(head, list(_setting_rows(run.settings, writer)), "lll")
    yield writer.heading("repeat.versions")
    yield facts((writer.text(n), writer.long(v)) for n, v in sorted(run.versions.items()))


def _setting_rows(settings: Mapping[str, object], writer: Writer) -> Iterator[list[Value]]:
    """List every setting; those that differ from the default say so in words."""
    import dataclasses

    default = dict(_flat(dataclasses.asdict(AnalysisSettings())))
    for name, value in _flat(settings):
        same = _shown(default.get(name)) == _shown(value)
        mark = writer.say("repeat.is_default" if same else "repeat.is_changed")
        yield [{"k": "mono", "pieces": [writer.text(name)]}, writer.long(_shown(value)), mark]


def _flat(settings: Mapping[str, object], before: str = "") -> Iterator[tuple[str, object]]:
    for name, value in settings.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{before}{name}.")
        else:
            yield f"{before}{name}", value


def _shown(value: object) -> str:
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value)) or "(all)"
    if isinstance(value, float) and value == int(value):
        return str(int(value))
    return str(value)
