# SPDX-License-Identifier: Apache-2.0
"""A CSV table held against the JSON result of the same export."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from typing import Any

from core.report.csv_report import PLACE_COLUMNS, REJECTED_COLUMN, number_cell, text_cell

Document = Mapping[str, Any]
_BOM = b"\xef\xbb\xbf"


def rows_of(document: Document) -> Iterator[list[str]]:
    """Give the rows that the table of a result must have, header first."""
    detectors = [one["id"] for one in document["run"]["detectors"]]
    yield [text_cell(name) for name in (*PLACE_COLUMNS, *detectors, REJECTED_COLUMN)]
    faces = [(frame, track) for track in document["tracks"] for frame in track["frames"]]
    ends: dict[tuple[int, int], dict[str, float | None]] = {}
    for track in document["tracks"]:
        for window in track["windows"]:
            place = (track["track_id"], window["last_frame_index"])
            ends.setdefault(place, {})[window["detector"]] = window["score"]
    for frame, track in sorted(faces, key=lambda one: (one[0]["frame_index"], one[1]["track_id"])):
        place = (track["track_id"], frame["frame_index"])
        scores = ends.get(place, {}) | frame["scores"]
        yield [
            str(frame["frame_index"]),
            number_cell(frame["time_s"]),
            str(track["track_id"]),
            *map(number_cell, frame["bbox"]),
            *(_cell(scores.get(name)) for name in detectors),
            text_cell(frame["rejected"] or ""),
        ]


def table_of(document: Document) -> bytes:
    """Give the table of a result as bytes, without a byte order mark."""
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows(rows_of(document))
    return text.getvalue().encode("utf-8")


def table_problem(untrusted_table: bytes, document: Document) -> str | None:
    """Say where a table is not that of a result, or None."""
    found = untrusted_table.removeprefix(_BOM).split(b"\r\n")
    wanted = table_of(document).split(b"\r\n")
    for number, (one, other) in enumerate(zip(found, wanted, strict=False), 1):
        if one != other:
            return f"line {number} is not what the JSON result says"
    if len(found) != len(wanted):
        return f"it has {len(found) - 1} lines, the JSON result gives {len(wanted) - 1}"
    return None


def is_score_table(untrusted_table: bytes) -> bool:
    """Whether a table begins as ours do."""
    return untrusted_table.removeprefix(_BOM).startswith(",".join(PLACE_COLUMNS).encode("ascii"))


def _cell(value: float | None) -> str:
    return "" if value is None else number_cell(value)
