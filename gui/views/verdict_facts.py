# SPDX-License-Identifier: Apache-2.0
"""What the verdict panel says of an item, as facts; no widgets, so that it is easily tested."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from core.records import AnalysisResult, Coverage, DetectorRun, Reason, TrackResult
from core.text import printable
from gui.formatting import format_bytes, format_score, format_span, format_time, short_hash
from gui.messages import likelihood_words, outcome_words, reason_words
from gui.models.evidence import EvidenceItem
from gui.views.facts import Fact
from gui.wording import credentials_words

translate = QCoreApplication.translate
_CONTEXT = "VerdictFacts"


def person_facts(track: TrackResult, detectors: tuple[DetectorRun, ...]) -> tuple[Fact, ...]:
    """Say what is known of one person: outcome, strength, each detector's scores, spans."""
    facts = [
        Fact(translate(_CONTEXT, "Outcome"), outcome_words(track.outcome)),
        Fact(translate(_CONTEXT, "Seen"), format_span(track.first_time_s, track.last_time_s)),
    ]
    if track.reason is not None:
        facts.append(Fact(translate(_CONTEXT, "Reason"), reason_words(track.reason)))
    for run in detectors:
        summary = track.summaries.get(run.detector_id)
        if summary is None:
            continue
        value = translate(_CONTEXT, "mean {0}, 95th percentile {1}, n = {2}").format(
            format_score(summary.mean), format_score(summary.p95), summary.n
        )
        if run.detector_id == track.decided_by and track.pooled_score is not None:
            value += "\n" + translate(_CONTEXT, "decides with the pooled score {0}").format(
                format_score(track.pooled_score)
            )
        facts.append(Fact(printable(run.title), value, is_long=True))
    if track.log10_lr is not None:
        facts.append(
            Fact(
                translate(_CONTEXT, "Strength of the evidence"),
                likelihood_words(track.log10_lr),
                is_long=True,
            )
        )
    if track.segments:
        spans = "\n".join(
            f"{format_span(span.start_s, span.end_s)}   {format_score(span.score)}"
            for span in track.segments
        )
        facts.append(Fact(translate(_CONTEXT, "Marked spans"), spans))
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
            translate(_CONTEXT, "Frames declared"),
            f"{declared:,}" if declared is not None else translate(_CONTEXT, "not stated"),
        ),
        Fact(translate(_CONTEXT, "Decoded"), f"{coverage.frames_decoded:,}"),
        Fact(translate(_CONTEXT, "Failed"), f"{coverage.frames_failed:,}"),
        Fact(translate(_CONTEXT, "Analysed"), f"{coverage.frames_sampled:,}"),
        Fact(translate(_CONTEXT, "With a face"), f"{coverage.frames_with_face:,}"),
        Fact(translate(_CONTEXT, "With a usable face"), f"{coverage.frames_with_usable_face:,}"),
    ]
    if rejected:
        facts.append(Fact(translate(_CONTEXT, "Faces not scored"), "\n".join(rejected)))
    return tuple(facts)


def _reason(code: str) -> Reason | str:
    return Reason(code) if code in {reason.value for reason in Reason} else code


def detector_facts(detectors: tuple[DetectorRun, ...]) -> tuple[Fact, ...]:
    """Name each detector with what is needed to repeat and to judge it."""
    facts = []
    for run in detectors:
        lines = [
            translate(_CONTEXT, "version {0}, weights {1}").format(
                printable(run.version), short_hash(run.weights_sha256)
            ),
            translate(_CONTEXT, "support from {0}, no support below {1}").format(
                format_score(run.support_threshold), format_score(run.no_support_threshold)
            ),
        ]
        if run.validation_auc is not None:
            auc = translate(_CONTEXT, "area under the ROC curve in validation: {0}")
            lines.append(auc.format(f"{run.validation_auc:.3f}"))
        tooltip = "\n".join((f"SHA-256 {run.weights_sha256}", *map(printable, run.limits)))
        facts.append(Fact(printable(run.title), "\n".join(lines), tooltip, is_long=True))
    return tuple(facts)


def file_facts(item: EvidenceItem) -> tuple[Fact, ...]:
    """Say which file it is, and that it did not change."""
    facts = [Fact(translate(_CONTEXT, "Name"), item.name)]
    media = item.media
    if media is not None:
        facts.append(Fact(translate(_CONTEXT, "Size"), format_bytes(media.size_bytes)))
        picture = f"{media.container}, {media.width} x {media.height}"
        if media.duration_s is not None:
            picture += f", {format_time(media.duration_s)}"
        facts.append(Fact(translate(_CONTEXT, "Content"), picture))
        if not media.extension_matches:
            warning = translate(_CONTEXT, "The name's ending does not fit the content.")
            facts.append(Fact("", warning))
        facts.extend(Fact("", printable(note)) for note in media.notes)
        facts.append(
            Fact(
                translate(_CONTEXT, "Content credentials"),
                credentials_words(media.credentials),
                is_long=media.credentials is not None and media.credentials.status != "absent",
            )
        )
        facts.append(Fact("SHA-256", short_hash(media.sha256), media.sha256))
    if item.result is not None:
        facts.extend(_custody_facts(item.result))
    return tuple(facts)


def _custody_facts(result: AnalysisResult) -> list[Fact]:
    file = result.file
    unchanged = translate(_CONTEXT, "not hashed again")
    if file.sha256_before and file.sha256_after:
        is_same = file.sha256_before == file.sha256_after
        unchanged = translate(_CONTEXT, "yes") if is_same else translate(_CONTEXT, "NO")
    run = result.run
    engine = f"{run.engine}, {run.device}"
    facts = [
        Fact(translate(_CONTEXT, "Same after analysis"), unchanged),
        Fact(translate(_CONTEXT, "Engine"), engine, run.engine_note),
    ]
    if run.engine_note:
        facts.append(Fact("", printable(run.engine_note)))
    return facts
