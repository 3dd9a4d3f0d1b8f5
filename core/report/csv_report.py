# SPDX-License-Identifier: Apache-2.0
"""Scores as a table: one row for each face and frame, RFC 4180, UTF-8.

A sequence detector's score stands on the last frame of its window. A gap is an empty cell.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import BinaryIO

from core.dossier import Dossier
from core.records import AnalysisResult, FaceObservation, TrackResult
from core.report.numbers import DECIMALS, round_number
from core.text import printable

PLACE_COLUMNS = ("frame_index", "time_s", "track_id", "x0", "y0", "x1", "y1")
REJECTED_COLUMN = "rejected"

# What spreadsheets take for the start of a formula (OWASP, CSV injection), full-width forms too;
# quoting alone does not stop them. Tab, line end and NUL, which OWASP also lists, never come
# through: `printable` makes them `\t`, `\n` and `\x00`.
_FORMULA_SIGNS = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


def write_csv(dossier: Dossier, stream: BinaryIO) -> None:
    """Write the table; a result without a face has the header only."""
    text = io.TextIOWrapper(stream, encoding="utf-8", newline="", write_through=True)
    try:
        csv.writer(text, lineterminator="\r\n").writerows(csv_rows(dossier.result))
    finally:
        text.detach()


def csv_rows(result: AnalysisResult) -> Iterator[list[str]]:
    """Give the cells of the table, header first.

    Args:
        result: Any result.

    Yields:
        A row of text cells, ordered by frame, then by track. Detector columns stand in the order
        in which the detectors ran.
    """
    detectors = [run.detector_id for run in result.run.detectors]
    header = (*PLACE_COLUMNS, *detectors, REJECTED_COLUMN)
    yield [text_cell(name) for name in header]
    faces = ((seen, track) for track in result.tracks for seen in track.observations)
    ends = {track.track_id: _scores_at_window_ends(track) for track in result.tracks}
    for seen, track in sorted(faces, key=lambda face: (face[0].frame_index, face[1].track_id)):
        scores = ends[track.track_id].get(seen.frame_index, {}) | dict(seen.scores)
        yield [
            *_place(seen),
            *(number_cell(scores[name]) if name in scores else "" for name in detectors),
            text_cell(seen.rejected.value if seen.rejected else ""),
        ]


def number_cell(value: float) -> str:
    """Write a number with up to six decimals, no exponent; a gap is empty."""
    rounded = round_number(value)
    if rounded is None:
        return ""
    return f"{rounded:.{DECIMALS}f}".rstrip("0").rstrip(".")


def text_cell(untrusted_text: str) -> str:
    """Write text so that no spreadsheet takes it for a formula.

    Args:
        untrusted_text: Anything.

    Returns:
        The text with hidden characters made visible, after an apostrophe where it starts with a
        sign that begins a formula (leading blanks do not count).
    """
    shown = printable(untrusted_text)
    return f"'{shown}" if shown.lstrip().startswith(_FORMULA_SIGNS) else shown


def _place(seen: FaceObservation) -> Iterator[str]:
    yield str(seen.frame_index)
    yield number_cell(seen.time_s)
    yield str(seen.track_id)
    yield from map(number_cell, seen.bbox)


def _scores_at_window_ends(track: TrackResult) -> dict[int, dict[str, float]]:
    ends: dict[int, dict[str, float]] = {}
    for window in track.windows:
        ends.setdefault(window.last_frame_index, {})[window.detector_id] = window.score
    return ends
