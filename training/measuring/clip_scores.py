# SPDX-License-Identifier: Apache-2.0
"""Whole clips through the very analysis that users run: scores and outcomes by clip.

Each clip is written to the table as soon as it is done, so a run that was killed goes on with the
next one.
"""

from __future__ import annotations

import csv
import logging
import math
from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass, fields, replace
from pathlib import Path
from typing import Any

from core.cancel import CancelToken
from core.events import AnalysisCompleted
from core.pipeline import AnalysisTools, analyze
from core.records import AnalysisResult, TrackResult
from core.settings import AnalysisRequest, AnalysisSettings, Sampling
from training.datasets.clips import Clip, checked_path
from training.errors import ManifestError

log = logging.getLogger(__name__)

SETTINGS = AnalysisSettings(sampling=Sampling("fps", 2))
_COSTLY = "image_cnn"


@dataclass(frozen=True, slots=True)
class ClipScore:
    """What the analysis says of one clip.

    Attributes:
        file, label, kind, source_group, sha256: As in `training.datasets.clips.Clip`.
        weights: First 12 digits of the weights' SHA-256 of each detector, joined by `+`.
        outcome: The file's, one of five.
        frame_height: Of the video in pixels; NaN where it could not be read.
        face_height: Median over the main track's usable faces, in pixels of the frame.
        faces: Usable faces of the main track: the one with the most of them.
        xception, image_cnn: Mean frame score of the main track; NaN where there is none.
        xception_gru: Mean window score of it; likewise.
    """

    file: str
    label: int
    kind: str
    source_group: str
    sha256: str
    weights: str
    outcome: str
    frame_height: float
    face_height: float
    faces: int
    xception: float
    image_cnn: float
    xception_gru: float


def score_clips(clips: Sequence[Clip], root: Path, table: Path) -> list[ClipScore]:
    """Analyse clips that are not in the table yet, and give all of them.

    Args:
        clips: What to score.
        root: Folder of the clips.
        table: CSV that is read and continued; rows of other weights are redone. Where only the
            weights of others have changed, the scores of `image_cnn` are taken over: they cost
            most and decide nothing.

    Raises:
        ManifestError: A clip is missing or altered, or the table is not one.
    """
    settings = SETTINGS
    tools = AnalysisTools.load(settings)
    hashes = {run.detector_id: run.weights_sha256[:12] for run in tools.detectors.runs}
    weights = "+".join(hashes.values())
    earlier = read_clip_scores(table) if table.is_file() else []
    done = {score.sha256: score for score in earlier if score.weights == weights}
    known = {
        score.sha256: score.image_cnn
        for score in earlier
        if hashes.get(_COSTLY) in score.weights.split("+")
    }
    if {clip.sha256 for clip in clips} <= known.keys():
        settings = replace(SETTINGS, detectors=tuple(name for name in hashes if name != _COSTLY))
        tools = AnalysisTools.load(settings)
    scores = [done[clip.sha256] for clip in clips if clip.sha256 in done]
    table.parent.mkdir(parents=True, exist_ok=True)
    write_clip_scores(scores, table)
    for clip in clips:
        if clip.sha256 not in done:
            result = _analyzed(checked_path(clip, root), tools, settings)
            score = _score_of(clip, weights, result)
            if _COSTLY not in settings.detectors and settings.detectors:
                score = replace(score, image_cnn=known[clip.sha256])
            done[clip.sha256] = score
            scores.append(done[clip.sha256])
            write_clip_scores(scores, table)
            log.info("%d of %d clips", len(scores), len(clips))
    return [done[clip.sha256] for clip in clips]


def _analyzed(path: Path, tools: AnalysisTools, settings: AnalysisSettings) -> AnalysisResult:
    events = analyze(AnalysisRequest(path, settings), CancelToken(), tools=tools)
    return next(event.result for event in events if isinstance(event, AnalysisCompleted))


def _score_of(clip: Clip, weights: str, result: AnalysisResult) -> ClipScore:
    main = max(result.tracks, key=_usable, default=None)
    means = {name: summary.mean for name, summary in main.summaries.items()} if main else {}
    heights = sorted(_face_heights(main)) if main else []
    return ClipScore(
        clip.file,
        clip.label,
        clip.kind,
        clip.source_group,
        clip.sha256,
        weights,
        result.outcome.value,
        _frame_height(result),
        heights[len(heights) // 2] if heights else math.nan,
        _usable(main) if main else 0,
        *(means.get(name, math.nan) for name in ("xception", "image_cnn", "xception_gru")),
    )


def _usable(track: TrackResult) -> int:
    return sum(seen.rejected is None for seen in track.observations)


def _face_heights(track: TrackResult) -> Iterator[float]:
    for seen in track.observations:
        if seen.rejected is None:
            yield seen.bbox[3] - seen.bbox[1]


def _frame_height(result: AnalysisResult) -> float:
    return float(result.media.height) if result.media else math.nan


def write_clip_scores(scores: Sequence[ClipScore], table: Path) -> None:
    """Write a table under a temporary name, then put it in place; an empty cell is no number."""
    partial = table.with_name(table.name + ".part")
    with partial.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow([field.name for field in fields(ClipScore)])
        writer.writerows([_cell(value) for value in astuple(score)] for score in scores)
    partial.replace(table)


def _cell(value: object) -> object:
    if isinstance(value, float):
        return "" if math.isnan(value) else f"{value:.6g}"
    return value


def read_clip_scores(table: Path) -> list[ClipScore]:
    """Read what `write_clip_scores` wrote.

    Raises:
        ManifestError: It is not such a table; names the line.
    """
    try:
        with table.open(encoding="utf-8", newline="") as stream:
            reader = csv.DictReader(stream)
            return [_parsed(table, reader.line_num, record) for record in reader]
    except OSError as error:
        raise ManifestError(f"cannot be read ({error.strerror})", table) from error


def _parsed(table: Path, number: int, record: dict[str, str]) -> ClipScore:
    try:
        values = [_value(str(field.type), record[field.name]) for field in fields(ClipScore)]
    except (KeyError, TypeError, ValueError) as error:
        raise ManifestError(f"is not a row of clip scores ({error})", table, number) from error
    return ClipScore(*values)


def _value(kind: str, text: str) -> Any:
    if kind == "float":
        return float(text or "nan")
    return int(text) if kind == "int" else text
