# SPDX-License-Identifier: Apache-2.0
"""Manifests, crops and what must not be in them."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import Any

from training import presets
from training.augmentation.clip_mix import ClipMix
from training.datasets.clip_crops import cut_clips
from training.datasets.duplicates import (
    across_splits,
    fingerprints,
    overlap_figures,
    without_near_duplicates,
)
from training.datasets.extract_faces import Extraction, extract_faces
from training.datasets.layouts import list_files
from training.datasets.manifest import build_manifest, write_manifest
from training.datasets.splits import Split
from training.errors import ManifestError
from training.learning.batches import Mixture
from training.studies.identities import check, drawn, embeddings_of, fakes_of, overlap
from training.trainers.train_images import batches_of
from training.workspace import Workspace

_CHECKED_PAIRS = 150


def prepare(table: Path, images: Path, work: Workspace) -> int:
    """Write the manifest of a data set; gives the number of its rows."""
    work.root.mkdir(parents=True, exist_ok=True)
    rows = build_manifest(table, images)
    write_manifest(rows, work.manifest)
    work.remember_images(images)
    return len(rows)


def prepare_files(layout: str, source: Path, crops: int, work: Workspace) -> int:
    """Cut the faces of a data set of whole files and write the manifest of the crops."""
    faces = work.root / "faces"
    extraction = Extraction(presets.XCEPTION_INPUT, crops)
    rows = extract_faces(list_files(layout, source), source, faces, extraction)
    write_manifest(rows, work.manifest)
    work.remember_images(faces)
    return len(rows)


def find_leaks(work: Workspace, *, drops: bool) -> dict[str, Any]:
    """Count near duplicates across splits, and take them out of the manifest if `drops`.

    Once taken out, the order in which crops are trained on is another one: not for a workspace
    whose runs are to go on.
    """
    rows = work.rows()
    bits = fingerprints(rows, work.images(), work.root / "fingerprints.npz")
    pairs = across_splits(rows, bits)
    if drops:
        write_manifest(without_near_duplicates(rows, pairs), work.manifest)
    return overlap_figures(rows, pairs)


def note_used(work: Workspace, batches: int) -> int:
    """Write down which crops the first batches of `xception` take: a release was trained on them.

    The order of crops depends on the manifest, so this comes before near duplicates are dropped.

    Args:
        work: Holds the manifest as it was for that release; receives `used.txt`.
        batches: That the release was trained on.

    Returns:
        The number of crops.
    """
    ordered = batches_of(presets.XCEPTION, work.rows(), work.images())
    return _write_used(work, {row.file for row in ordered.given(batches)})


def note_used_since(work: Workspace, batches: int, mixed_from: int) -> int:
    """Add the crops that a release took which went on from the one noted before.

    Args:
        work: Holds the manifest without near duplicates, and `used.txt`, which grows.
        batches: That the later release was trained on.
        mixed_from: The first of them with crops of clips, which take their share; -1 for none.

    Returns:
        The number of crops of both releases.

    Raises:
        ManifestError: Nothing was noted before.
    """
    before = work.used()
    if not before:
        raise ManifestError("names no crops; run `used` for the first release first", work.noted)
    config = presets.XCEPTION_CONTINUED
    # Which clips they were does not matter for the order of the others.
    clips = ClipMix(work.clips, ({}, {}))
    mixture = Mixture(mixed_from, clips, config.clip_share, {}) if mixed_from >= 0 else None
    ordered = batches_of(config, work.rows(), work.images(), before, mixture)
    return _write_used(work, before | {row.file for row in ordered.given(batches)})


def _write_used(work: Workspace, names: Collection[str]) -> int:
    work.noted.write_text("\n".join(sorted(names)) + "\n", "utf-8")
    return len(names)


def cut_labelled_clips(table: Path, root: Path, work: Workspace) -> dict[str, int]:
    """Cut the faces of labelled clips, those for training and those for validation apart."""
    folders = {"train": work.clips, "val": work.validation_clips}
    return {
        split: len(cut_clips(table, root, split, folder, presets.XCEPTION_INPUT))
        for split, folder in folders.items()
    }


def count_identities(work: Workspace, models: Path, train: int, others: int) -> dict[str, Any]:
    """Estimate how many persons of validation and test are in training too; resumes.

    Args:
        work: Holds the manifest; receives the embeddings.
        models: Folder of dlib's models.
        train: Real training crops to draw.
        others: Real validation and real test crops to draw.
    """
    counts = {Split.TRAIN: train, Split.VALIDATION: others, Split.TEST: others}
    listed = work.rows()
    rows = drawn(listed, counts)
    fakes = fakes_of(listed, rows, _CHECKED_PAIRS)
    cache = work.root / "identities.npz"
    vectors = embeddings_of([*rows, *fakes], work.images(), models, cache)
    own, swapped = vectors[: len(rows)], vectors[len(rows) :]
    return overlap(rows, own) | {"check": check(rows, own, fakes, swapped)}
