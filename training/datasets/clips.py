# SPDX-License-Identifier: Apache-2.0
"""Labelled whole clips from public repositories, listed with a hash each.

The list is a CSV with the columns `repo`, `path`, `label` (real or fake), `kind`, `source_group`,
`split` and `sha256`. A clip lies at `<root>/<repo>/<path>`; a path such as `gh-pages:dir/x.mp4`
names a branch before the colon, which is no part of the place on disk.
"""

from __future__ import annotations

import csv
import hashlib
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from training.datasets.manifest import FAKE, REAL
from training.errors import ManifestError

_COLUMNS = ("repo", "path", "label", "kind", "source_group", "split", "sha256")
_LABELS = {"real": REAL, "fake": FAKE}


@dataclass(frozen=True, slots=True)
class Clip:
    """One clip.

    Attributes:
        file: Path below the folder of all clips, with forward slashes.
        label: 0 real, 1 fake.
        kind: What made it, such as `FLOAT (audio-driven)` or `RAVDESS clip`.
        source_group: Generator or source; clips of a group do not count as independent.
        sha256: Hash of the file's bytes, lower-case hexadecimal.
    """

    file: str
    label: int
    kind: str
    source_group: str
    sha256: str


def read_clips(table: Path, split: str) -> list[Clip]:
    """Read the clips of one split, in the order of the table.

    Raises:
        ManifestError: The table cannot be read, or a row is not what it must be; names the line.
    """
    try:
        with table.open(encoding="utf-8", newline="") as stream:
            reader = csv.DictReader(stream)
            missing = [name for name in _COLUMNS if name not in (reader.fieldnames or ())]
            if missing:
                raise ManifestError(f"column {', '.join(missing)} is missing", table, 1)
            clips = [
                _clip(table, reader.line_num, record)
                for record in reader
                if record["split"] == split
            ]
    except OSError as error:
        raise ManifestError(f"cannot be read ({error.strerror})", table) from error
    except (UnicodeDecodeError, csv.Error) as error:
        raise ManifestError(f"is not a CSV file in UTF-8 ({error})", table) from error
    if {clip.label for clip in clips} != {REAL, FAKE}:
        raise ManifestError(f"has not both real and fake clips in the split {split!r}", table)
    return clips


def checked_path(clip: Clip, root: Path) -> Path:
    """Find a clip on disk and compare its hash.

    Raises:
        ManifestError: It is missing, or is another file.
    """
    path = root / clip.file
    try:
        with path.open("rb") as stream:
            digest = hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        raise ManifestError(f"clip cannot be read ({error.strerror})", path) from error
    if digest != clip.sha256:
        raise ManifestError(f"is not the listed clip, its SHA-256 is {digest}", path)
    return path


def _clip(table: Path, number: int, record: dict[str, str]) -> Clip:
    if record["label"] not in _LABELS:
        raise ManifestError(f"label {record['label']!r} is neither real nor fake", table, number)
    place = PurePosixPath(record["repo"]) / record["path"].split(":", 1)[-1]
    if place.is_absolute() or ".." in place.parts:
        raise ManifestError(f"{place} leads out of the folder of clips", table, number)
    return Clip(
        str(place),
        _LABELS[record["label"]],
        record["kind"],
        record["source_group"],
        record["sha256"].lower(),
    )
