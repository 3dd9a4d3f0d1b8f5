# SPDX-License-Identifier: Apache-2.0
"""File lists: one row an image, with its label, group, split and checksum.

A manifest is what every later command reads. It is made once from the data set's own table
and from the files themselves, so that a missing image or a changed one is found before hours
of training and not after.
"""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass, fields
from pathlib import Path, PurePosixPath

from training.datasets.splits import Split, group_key, split_of
from training.errors import ManifestError

REAL = 0
FAKE = 1
LABELS = {"REAL": REAL, "FAKE": FAKE}

_SOURCE_COLUMNS = ("videoname", "label", "original")


@dataclass(frozen=True, slots=True)
class ManifestRow:
    """One image.

    Attributes:
        file: Path relative to the image folder, with forward slashes.
        label: 0 real, 1 fake.
        group: The real video that it shows or was made from.
        split: What it is used for.
        sha256: Hash of the file's bytes, lower-case hexadecimal.
        face_px: Width of the crop before it was brought to the file's size; 0 where unknown.
    """

    file: str
    label: int
    group: str
    split: Split
    sha256: str
    face_px: int = 0


def build_manifest(table: Path, images: Path) -> list[ManifestRow]:
    """Read a data set's table and hash each of its images.

    Exact duplicates are kept once within a split. A file whose bytes occur in more than one
    split or under both labels is dropped everywhere: it could only leak or contradict.

    Args:
        table: CSV with the columns `videoname`, `label` (REAL or FAKE) and `original`.
        images: Folder with one `<stem of videoname>.jpg` for each row.

    Returns:
        Rows in the order of the table.

    Raises:
        ManifestError: A column, label or file is missing or not what it must be.
    """
    rows = [_row(table, images, number, record) for number, record in _records(table)]
    return without_duplicates(rows)


def _records(table: Path) -> Iterable[tuple[int, dict[str, str]]]:
    try:
        with table.open(encoding="utf-8", newline="") as stream:
            reader = csv.DictReader(stream)
            missing = [name for name in _SOURCE_COLUMNS if name not in (reader.fieldnames or ())]
            if missing:
                raise ManifestError(f"column {', '.join(missing)} is missing", table, 1)
            for record in reader:
                yield reader.line_num, record
    except OSError as error:
        raise ManifestError(f"cannot be read ({error.strerror})", table) from error
    except (UnicodeDecodeError, csv.Error) as error:
        raise ManifestError(f"is not a CSV file in UTF-8 ({error})", table) from error


def _row(table: Path, images: Path, number: int, record: dict[str, str]) -> ManifestRow:
    videoname = record["videoname"] or ""
    original = record["original"] or ""
    name = f"{PurePosixPath(videoname).stem}.jpg"
    if not videoname or "/" in videoname or "\\" in videoname:
        raise ManifestError(f"videoname {videoname!r} is not a file name", table, number)
    if record["label"] not in LABELS:
        raise ManifestError(f"label {record['label']!r} is neither REAL nor FAKE", table, number)
    try:
        digest = hashlib.sha256((images / name).read_bytes()).hexdigest()
    except OSError as error:
        reason = f"image {name} cannot be read ({error.strerror})"
        raise ManifestError(reason, table, number) from error
    label = LABELS[record["label"]]
    split = split_of(videoname, original)
    width = record.get("original_width") or "0"
    if not width.isdecimal():
        raise ManifestError(f"original_width {width!r} is not a whole number", table, number)
    return ManifestRow(name, label, group_key(videoname, original), split, digest, int(width))


def without_duplicates(rows: Sequence[ManifestRow]) -> list[ManifestRow]:
    """Keep each content once, and none that lies in two splits or under two labels."""
    uses: dict[str, set[tuple[Split, int]]] = {}
    for row in rows:
        uses.setdefault(row.sha256, set()).add((row.split, row.label))
    kept: dict[str, ManifestRow] = {}
    for row in rows:
        if len(uses[row.sha256]) == 1:
            kept.setdefault(row.sha256, row)
    return list(kept.values())


def write_manifest(rows: Sequence[ManifestRow], path: Path) -> None:
    """Write rows as CSV, first to a temporary name, so that no half file is left."""
    partial = path.with_name(path.name + ".part")
    with partial.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow([field.name for field in fields(ManifestRow)])
        writer.writerows(astuple(row) for row in rows)
    partial.replace(path)


def read_manifest(path: Path) -> list[ManifestRow]:
    """Read what `write_manifest` wrote.

    Raises:
        ManifestError: The file is missing or not a manifest.
    """
    try:
        with path.open(encoding="utf-8", newline="") as stream:
            reader = csv.DictReader(stream)
            return [_parsed(path, reader.line_num, record) for record in reader]
    except OSError as error:
        raise ManifestError(f"cannot be read ({error.strerror})", path) from error


def _parsed(path: Path, number: int, record: dict[str, str]) -> ManifestRow:
    try:
        label = {"0": REAL, "1": FAKE}[record["label"]]
        split, face_px = Split(record["split"]), int(record.get("face_px") or 0)
        return ManifestRow(record["file"], label, record["group"], split, record["sha256"], face_px)
    except (KeyError, TypeError, ValueError) as error:
        raise ManifestError(f"is not a manifest row ({error})", path, number) from error


def select(
    rows: Sequence[ManifestRow], split: Split, label: int | None = None
) -> list[ManifestRow]:
    """Keep the rows of one split and, where given, one label."""
    return [row for row in rows if row.split == split and label in (None, row.label)]
