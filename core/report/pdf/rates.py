# SPDX-License-Identifier: Apache-2.0
"""Sections on what the strength means, how often the detectors err, and what was not examined."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from statistics import median

from core.dossier import Dossier
from core.records import AnalysisResult, DetectorRun, Outcome
from core.report.pdf.blocks import Block, Value, Writer, boxed, bullets, facts, section, table
from core.report.pdf.words import strength_words
from core.wording import VERBAL_SCALE, VERBAL_SCALE_SOURCE

Card = Mapping[str, object]
# Conditions that a reader asks for; a card that has none of their figures says "not measured".
_ASKED_FOR = ("compression", "face_size", "other_data", "unseen_method")
_NOT_CONDITIONS = frozenset({"training", "calibration", "operating_points", "engines", "storage"})
# A face below this many pixels carries little of what the detectors were trained on.
_SMALL_FACE_PX = 80


def interpretation_section(dossier: Dossier, writer: Writer) -> dict[str, object]:
    """Propositions, scale in full, and how the ratio was calibrated."""
    return section(writer.say("section.interpretation"), _interpretation(dossier, writer))


def _interpretation(dossier: Dossier, writer: Writer) -> Iterator[Block]:
    say, result = writer.say, dossier.result
    yield writer.paragraph("interpretation.propositions")
    yield bullets([say("word.proposition_1"), say("word.proposition_2")])
    yield writer.paragraph("interpretation.ratio")
    rows: list[list[Value]] = []
    for step in VERBAL_SCALE:
        low, high = say.number(step.lr_from), step.lr_below
        span = f"{low} – {say.number(high)}" if high else say("scale.and_more", value=low)
        word = say(f"scale.{step.support.replace(' ', '_')}")
        is_none = step is VERBAL_SCALE[0]
        rows.append([span, say("scale.row_none") if is_none else say("scale.row", support=word)])
    yield table([say("scale.ratio"), say("scale.words")], rows, "nl")
    yield {"k": "note", "text": say("scale.source", source=VERBAL_SCALE_SOURCE)}
    for track in result.tracks:
        if track.log10_lr is not None and len(result.tracks) <= 8:
            person = say("word.person", number=track.track_id)
            yield {"k": "paragraph", "text": f"{person}: {strength_words(say, track.log10_lr)}"}
    yield writer.heading("interpretation.calibration")
    for run in result.run.detectors:
        yield facts(_calibration_rows(run, dossier.cards.get(run.detector_id, {}), writer))
    yield writer.heading("interpretation.outcomes")
    yield facts((say(f"outcome.{one.value}"), say(f"meaning.{one.value}")) for one in Outcome)
    yield boxed(say("word.absence"))


def _calibration_rows(run: DetectorRun, card: Card, writer: Writer) -> Iterator[tuple[str, Value]]:
    say, fitted = writer.say, _table(card, "calibration")
    yield say("results.detector"), writer.text(run.detector_id)
    if run.calibration is None:
        yield say("interpretation.calibration"), say("interpretation.not_calibrated")
        return
    yield say("interpretation.method"), writer.stated(fitted.get("method", ""))
    low, high = run.calibration.log10_lr_min, run.calibration.log10_lr_max
    bounds = f"{say.number(low, 2, sign=True)} … {say.number(high, 2, sign=True)}"
    yield say("interpretation.bounds"), f"log10 LR {bounds}"
    yield say("interpretation.bounds_rule"), writer.stated(fitted.get("bounds", ""))
    cllr = fitted.get("cllr")
    if isinstance(cllr, int | float):
        yield "Cllr", f"{say.number(cllr, 3)} ({writer.text(fitted.get('cllr_of', ''))})"
    else:
        yield "Cllr", say("word.not_stated")
    validation = _table(card, "validation")
    yield "EER", with_interval(validation, "eer", writer)
    yield "n", _sizes(validation, writer)


def rates_section(dossier: Dossier, writer: Writer) -> dict[str, object]:
    """Error rates by condition with intervals, limits, what this item adds to them."""
    return section(writer.say("section.rates"), _rates(dossier, writer))


def _rates(dossier: Dossier, writer: Writer) -> Iterator[Block]:
    say = writer.say
    yield writer.paragraph("rates.what")
    for run in dossier.result.run.detectors:
        card = dossier.cards.get(run.detector_id)
        yield {"k": "heading", "text": writer.text(f"{run.title} ({run.detector_id})")}
        if not card:
            yield writer.paragraph("rates.no_card")
            continue
        yield from card_blocks(card, writer)
    yield writer.heading("rates.item")
    yield bullets(item_flags(dossier.result, writer))
    yield writer.heading("rates.not_examined")
    yield bullets(say(f"rates.not_{name}") for name in ("synthetic", "lip_sync", "audio", "edits"))
    yield boxed(say("word.absence"))


def card_blocks(card: Card, writer: Writer) -> Iterator[Block]:
    """Show a card's figures by condition, what it does not say, and its limits."""
    say = writer.say
    head = [say(f"rates.{n}") for n in ("condition", "n", "auc", "false_alarms", "misses")]
    yield table(head, [_condition(*one, writer) for one in conditions(card)], "lnnnn")
    rows = [
        [say(f"rates.{name}"), say("rates.not_measured")]
        for name in _ASKED_FOR
        if not _measures(card, name)
    ]
    if rows:
        yield facts((label, value) for label, value in rows)
    limits = _table(card, "limits").get("text")
    if isinstance(limits, list | tuple):
        yield {"k": "subheading", "text": say("rates.limits")}
        yield bullets(writer.text(limit) for limit in limits)


def conditions(card: Card, before: str = "") -> Iterator[tuple[str, Card]]:
    """Find every table of a card that states figures on some data.

    Yields:
        Name of the condition, and its figures under "auc", "auc_ci95" and so on. A table that
        gives one figure for several conditions (`auc_jpeg_40`) is taken apart.
    """
    for name, figures in card.items():
        if not isinstance(figures, Mapping) or name in _NOT_CONDITIONS:
            continue
        label = f"{before}{name}"
        if "auc" in figures:
            yield label, figures
        for key in figures:
            if key.startswith("auc_") and not key.endswith("_ci95") and key != "auc_change":
                single = {"auc": figures[key], "auc_ci95": figures.get(f"{key}_ci95")}
                yield f"{label}: {key[4:]}", single | {"n": figures.get("n")}
        yield from conditions(figures, f"{label}: ")


def _condition(name: str, figures: Card, writer: Writer) -> list[Value]:
    say = writer.say
    label = ": ".join(
        say.texts.get(f"condition.{part}", part.replace("_", " ")) for part in name.split(": ")
    )
    misses = _complement(figures, "sensitivity_at_support")
    return [
        writer.text(label),
        _sizes(figures, writer),
        with_interval(figures, "auc", writer),
        with_interval(figures, "false_alarm_rate_at_support", writer),
        with_interval(misses, "rate", writer),
    ]


def _complement(figures: Card, name: str) -> Card:
    """Turn a sensitivity into the rate of misses, with its interval."""
    value, interval = figures.get(name), figures.get(f"{name}_ci95")
    if not isinstance(value, int | float):
        return {}
    turned: dict[str, object] = {"rate": 1 - value}
    if isinstance(interval, list | tuple) and len(interval) == 2:
        turned["rate_ci95"] = [1 - float(interval[1]), 1 - float(interval[0])]
    return turned


def with_interval(figures: Card, name: str, writer: Writer) -> str:
    """Write a figure with its 95 % interval, or that it was not measured."""
    say, value = writer.say, figures.get(name)
    if not isinstance(value, int | float):
        return say("rates.not_measured")
    interval = figures.get(f"{name}_ci95")
    if not isinstance(interval, list | tuple) or len(interval) != 2:
        return say.number(float(value), 3)
    low, high = (say.number(float(one), 3) for one in interval)
    return f"{say.number(float(value), 3)} ({low} – {high})"


def _sizes(figures: Card, writer: Writer) -> str:
    say = writer.say
    real, fake, both = (figures.get(name) for name in ("n_real", "n_fake", "n"))
    if isinstance(real, int) and isinstance(fake, int):
        return f"{say.number(real)} + {say.number(fake)}"
    return say.number(both) if isinstance(both, int) else "–"


def _measures(card: Card, name: str) -> bool:
    """Whether a card has figures of a kind; told by the names of its conditions."""
    words = {
        "compression": ("jpeg", "h264", "compress", "crf"),
        "face_size": ("face_below", "face_px"),
        "other_data": ("cross", "other_data", "celeb", "faceforensics"),
        "unseen_method": ("unseen", "self_blended", "held_out", "cross"),
    }[name]
    return any(word in label for label, _ in conditions(card) for word in words)


def item_flags(result: AnalysisResult, writer: Writer) -> list[Value]:
    """Say in what this item differs from what the detectors were measured on."""
    say = writer.say
    flags: list[Value] = [say("rates.flag_unknown")]
    if result.media is not None and result.media.kind == "image":
        flags.append(say("rates.flag_image"))
    if result.coverage.frames_failed:
        flags.append(say("rates.flag_damage", count=say.number(result.coverage.frames_failed)))
    sizes = [
        min(seen.bbox[2] - seen.bbox[0], seen.bbox[3] - seen.bbox[1])
        for track in result.tracks
        for seen in track.observations
        if seen.rejected is None
    ]
    if sizes:
        middle = median(sizes)
        key = "rates.flag_small" if middle < _SMALL_FACE_PX else "rates.flag_size"
        flags.append(say(key, size=say.number(middle)))
    return flags


def _table(card: Card, name: str) -> Card:
    found = card.get(name)
    return found if isinstance(found, Mapping) else {}
