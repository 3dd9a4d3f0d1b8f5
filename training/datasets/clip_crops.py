# SPDX-License-Identifier: Apache-2.0
"""Crops of labelled whole clips, for training on other generators and for choosing between runs.

The group of such a crop names the source and the clip, `source|clip`: crops are drawn by source
first, so that a generator with many clips does not outweigh the others.
"""

from __future__ import annotations

from pathlib import Path

from core.records import InputSpec
from core.settings import Sampling
from training.datasets.clips import Clip, checked_path, read_clips
from training.datasets.extract_faces import Extraction, extract_faces
from training.datasets.layouts import SourceFile
from training.datasets.manifest import ManifestRow, read_manifest, write_manifest
from training.datasets.splits import Split

CROPS_OF_A_CLIP = 8
_SPLITS = {"train": Split.TRAIN, "val": Split.VALIDATION}
_SEPARATOR = "|"


def cut_clips(table: Path, root: Path, split: str, out: Path, spec: InputSpec) -> list[ManifestRow]:
    """Cut faces of the clips of one split, two frames a second; resumes.

    Args:
        table: CSV of labelled clips.
        root: Folder of the clips.
        split: Of the table: `train` or `val`.
        out: Receives the crops and `manifest.csv`.
        spec: How much of a frame about a face is cut.

    Raises:
        ManifestError: A clip is missing, altered or cannot be read.
    """
    clips = read_clips(table, split)
    for clip in clips:
        checked_path(clip, root)
    files = [
        SourceFile(clip.file, clip.label, group_of(clip), _SPLITS[split])
        for clip in sorted(clips, key=lambda one: one.label)
    ]
    extraction = Extraction(spec, CROPS_OF_A_CLIP, Sampling("fps", 2))
    rows = extract_faces(files, root, out, extraction)
    write_manifest(rows, out / "manifest.csv")
    return rows


def read_clip_crops(folder: Path) -> list[ManifestRow]:
    """Read what `cut_clips` wrote.

    Raises:
        ManifestError: There is no such list.
    """
    return read_manifest(folder / "manifest.csv")


def group_of(clip: Clip) -> str:
    """Name the group of a clip's crops."""
    return f"{clip.source_group}{_SEPARATOR}{clip.file}"


def source_of(row: ManifestRow) -> str:
    """Give the generator or source of a clip's crop."""
    return row.group.split(_SEPARATOR, 1)[0]
