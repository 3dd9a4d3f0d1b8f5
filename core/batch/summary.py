# SPDX-License-Identifier: Apache-2.0
"""A batch as files: `summary.csv`, `passed.csv` and `summary.json`, written from the state.

They are written anew as results come, under temporary names, and hold one item at a time in
memory. Each file of the folder is accounted for: as an item, as a duplicate, or as passed.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from core.batch.reader import BatchReader
from core.batch.records import Counts, Item, PassedPlace, Status
from core.report.atomic import new_files
from core.report.csv_report import number_cell, text_cell
from core.report.numbers import round_number
from core.text import printable
from core.wording import ABSENCE_CAVEAT

SCHEMA_VERSION = "1.1"
COLUMNS = (
    *("path", "bytes", "sha256", "status", "outcome", "reason", "log10_lr", "kind"),
    *("frames_examined", "faces_scored", "people", "same_as", "results", "seconds", "finished_at"),
)
LISTED = (Status.WAITING, Status.RUNNING, Status.DONE, Status.DUPLICATE, Status.CANCELLED)
_OFF_THE_LIST = (Status.GONE, Status.REMOVED)
JSON_NAME, CSV_NAME, PASSED_NAME = "summary.json", "summary.csv", "passed.csv"


def write_tables(reader: BatchReader, out: Path) -> tuple[Path, ...]:
    """Write the three files.

    Args:
        reader: The state.
        out: The output folder.

    Returns:
        Their paths.

    Raises:
        OSError: They cannot be written.
    """
    targets = (out / CSV_NAME, out / PASSED_NAME, out / JSON_NAME)
    with new_files(targets) as (items, passed, summary):
        _write_rows(items, _item_rows(reader))
        _write_rows(passed, _passed_rows(reader))
        _write_json(summary, reader)
    return targets


def item_as_json(item: Item, same_as: str | None) -> dict[str, object]:
    """Lay an item out as plain values; a gap is null.

    Args:
        item: Any item.
        same_as: Path of the item that was analysed in its place, or None.
    """
    is_done = item.outcome is not None
    return {
        "path": printable(item.path),
        "bytes": item.size_bytes,
        "sha256": item.sha256,
        "status": item.status.value,
        "outcome": item.outcome.value if item.outcome else None,
        "reason": item.reason or None,
        "message": printable(item.message),
        "log10_lr": None if item.log10_lr is None else round_number(item.log10_lr),
        "kind": item.kind or None,
        "frames_examined": item.frames_examined if is_done else None,
        "faces_scored": item.faces_scored if is_done else None,
        "people": item.people if is_done else None,
        "same_as": None if same_as is None else printable(same_as),
        "results": item.folder or None,
        "seconds": round_number(item.seconds) if is_done else None,
        "finished_at": item.finished_at or None,
    }


def same_path(reader: BatchReader, item: Item) -> str | None:
    """Give the path of the item that was analysed in place of a duplicate."""
    return None if item.same_as is None else reader.item(item.same_as).path


def counts_as_json(counts: Counts) -> dict[str, object]:
    """Lay counts out as plain values."""
    return {
        "files": counts.files,
        "finished": counts.finished,
        "duplicates": counts.duplicates,
        "gone": counts.gone,
        "cancelled": counts.cancelled,
        "removed": counts.removed,
        "outcomes": dict(sorted(counts.outcomes.items())),
        "passed": dict(sorted(counts.passed.items())),
    }


def _write_rows(stream: BinaryIO, rows: Iterator[list[str]]) -> None:
    text = io.TextIOWrapper(stream, encoding="utf-8", newline="", write_through=False)
    try:
        csv.writer(text, lineterminator="\r\n").writerows(rows)
        text.flush()
    finally:
        text.detach()


def _item_rows(reader: BatchReader) -> Iterator[list[str]]:
    yield list(COLUMNS)
    for item in reader.items(*LISTED):
        values = item_as_json(item, same_path(reader, item))
        yield [_cell(values[column]) for column in COLUMNS]


def _passed_rows(reader: BatchReader) -> Iterator[list[str]]:
    yield ["path", "why"]
    for place in reader.passed():
        yield [text_cell(place.path), text_cell(place.why.value)]
    for item in reader.items(*_OFF_THE_LIST):
        yield [text_cell(item.path), item.status.value]


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, int):
        return str(value)
    return number_cell(value) if isinstance(value, float) else text_cell(str(value))


def _write_json(stream: BinaryIO, reader: BatchReader) -> None:
    """Write the head as a whole, then items and places one by one."""
    counts = reader.counts()
    head: dict[str, object] = {
        "schema_version": SCHEMA_VERSION,
        "tool": "FaceWitness",
        "folder": printable(reader.meta("folder")),
        "created_at": reader.meta("created_at") or None,
        "complete": counts.finished == counts.files,
        "fingerprint": reader.meta("fingerprint") or None,
        "run": json.loads(reader.meta("run") or "null"),
        "counts": counts_as_json(counts),
        "caveat": ABSENCE_CAVEAT if "no_support_found" in counts.outcomes else None,
    }
    stream.write(json.dumps(head, indent=2, allow_nan=False)[:-2].encode("ascii"))
    items = (item_as_json(item, same_path(reader, item)) for item in reader.items(*LISTED))
    _write_list(stream, "items", items)
    _write_list(stream, "passed", map(_place, reader.passed()))
    for status in _OFF_THE_LIST:
        _write_list(stream, status.value, map(_gone, reader.items(status)))
    stream.write(b"\n}\n")


def _place(place: PassedPlace) -> dict[str, object]:
    return {"path": printable(place.path), "why": place.why.value}


def _gone(item: Item) -> dict[str, object]:
    return {"path": printable(item.path)}


def _write_list(stream: BinaryIO, name: str, values: Iterator[dict[str, object]]) -> None:
    stream.write(f',\n  "{name}": ['.encode("ascii"))
    between = b"\n    "
    for value in values:
        stream.write(between + json.dumps(value, allow_nan=False).encode("ascii"))
        between = b",\n    "
    stream.write(b"\n  ]")
