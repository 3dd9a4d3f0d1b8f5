# SPDX-License-Identifier: Apache-2.0
"""A result as JSON, laid out as in `resources/schema/result.schema.json`.

Numbers are rounded as in `core.report.numbers`; a gap is null. The text is plain ASCII, and a
character that hides or turns its neighbours is shown as an escape.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping
from numbers import Integral, Real
from typing import TYPE_CHECKING, BinaryIO

from core.dossier import Dossier
from core.records import (
    AnalysisResult,
    DetectorRun,
    FaceObservation,
    FileFacts,
    Outcome,
    RunFacts,
    TrackResult,
    WindowScore,
)
from core.report.numbers import round_number
from core.text import printable
from core.wording import (
    ABSENCE_CAVEAT,
    MANIPULATED,
    NOT_MANIPULATED,
    VERBAL_SCALE,
    VERBAL_SCALE_SOURCE,
    verbal,
)

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

SCHEMA_VERSION = "1.0"


def write_json(dossier: Dossier, stream: BinaryIO) -> None:
    """Write a result, indented for people, as UTF-8."""
    text = json.dumps(result_as_json(dossier.result), indent=2, allow_nan=False)
    stream.write(text.encode("ascii") + b"\n")


def result_to_json_line(result: AnalysisResult) -> str:
    """Write a result as one line, without the line end."""
    return json.dumps(result_as_json(result), separators=(",", ":"), allow_nan=False)


def result_as_json(result: AnalysisResult) -> dict[str, object]:
    """Lay a result out as dictionaries, lists and plain values, in the schema's order.

    Args:
        result: Any result; one that could not be evaluated has `media` null.

    Returns:
        What `json.dumps` takes with `allow_nan=False`; mappings with open keys are sorted.
    """
    return {
        "schema_version": SCHEMA_VERSION,
        "file": _file(result.file),
        "media": _media(result),
        "run": _run(result.run),
        "coverage": _plain(result.coverage),
        "shots": _plain(result.shots),
        "tracks": [_track(track) for track in result.tracks],
        "failures": _plain(result.failures),
        "outcome": result.outcome.value,
        "reason": result.reason,
        "message": printable(result.message),
        "interpretation": _interpretation(result),
    }


def _file(file: FileFacts) -> dict[str, object]:
    known = file.sha256_before is not None and file.sha256_after is not None
    return {
        "name": printable(file.name),
        "bytes": file.size_bytes,
        "sha256_before": file.sha256_before,
        "sha256_after": file.sha256_after,
        "unchanged": file.sha256_before == file.sha256_after if known else None,
    }


def _media(result: AnalysisResult) -> dict[str, object] | None:
    if result.media is None:
        return None
    facts = _fields(result.media)
    for stated_under_file in ("name", "size_bytes", "sha256"):
        del facts[stated_under_file]
    return facts | {"frames_decoded": result.coverage.frames_decoded}


def _run(run: RunFacts) -> dict[str, object]:
    facts = _fields(run)
    return facts | {"detectors": [_detector(one) for one in run.detectors]}


def _detector(run: DetectorRun) -> dict[str, object]:
    facts = _fields(run)
    return {"id": facts.pop("detector_id"), **facts}


def _track(track: TrackResult) -> dict[str, object]:
    return {
        "track_id": track.track_id,
        "shot": track.shot,
        "first_time_s": _plain(track.first_time_s),
        "last_time_s": _plain(track.last_time_s),
        "outcome": track.outcome.value,
        "reason": _plain(track.reason),
        "decided_by": track.decided_by,
        "pooled_score": _plain(track.pooled_score),
        "log10_lr": _plain(track.log10_lr),
        "strength": None if track.log10_lr is None else verbal(track.log10_lr),
        "scores": _plain(track.summaries),
        "segments": _plain(track.segments),
        "windows": [_window(window) for window in track.windows],
        "frames": [_frame(seen) for seen in track.observations],
    }


def _window(window: WindowScore) -> dict[str, object]:
    facts = _fields(window)
    del facts["track_id"]
    return {"detector": facts.pop("detector_id"), **facts}


def _frame(seen: FaceObservation) -> dict[str, object]:
    facts = _fields(seen)
    del facts["track_id"]
    return facts


def _interpretation(result: AnalysisResult) -> dict[str, object]:
    outcomes = {result.outcome, *(track.outcome for track in result.tracks)}
    return {
        "propositions": [MANIPULATED, NOT_MANIPULATED],
        "verbal_scale": [_fields(step) for step in VERBAL_SCALE],
        "verbal_scale_source": VERBAL_SCALE_SOURCE,
        "caveat": ABSENCE_CAVEAT if Outcome.NO_SUPPORT_FOUND in outcomes else None,
    }


def _fields(record: DataclassInstance) -> dict[str, object]:
    """Give a record's fields in the order in which it declares them."""
    return {each.name: _plain(getattr(record, each.name)) for each in dataclasses.fields(record)}


def _plain(value: object) -> object:
    """Turn records, tuples and mappings into what JSON has."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return _fields(value)
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Mapping):
        plain = {printable(str(key)): _plain(item) for key, item in value.items()}
        return dict(sorted(plain.items()))
    return _plain_scalar(value)


def _plain_scalar(value: object) -> str | float | bool | None:
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, Integral):
        return int(value)
    if isinstance(value, Real):
        return round_number(float(value))
    raise TypeError(f"expected a value that JSON has, got {type(value).__name__}")
