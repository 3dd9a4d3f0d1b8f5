# SPDX-License-Identifier: Apache-2.0
"""The manifest: complete, without duplicates, and plain about what is wrong."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

import pytest

from tests.training.fake_set import make_fake_set
from training.datasets.manifest import (
    FAKE,
    REAL,
    build_manifest,
    read_manifest,
    select,
    write_manifest,
)
from training.datasets.splits import Split, split_of
from training.errors import ManifestError


def test_manifest_has_label_group_split_and_hash(tmp_path: Path) -> None:
    table, images = make_fake_set(tmp_path, groups=3, fakes_a_group=2)
    rows = build_manifest(table, images)
    assert len(rows) == 9
    fake = next(row for row in rows if row.file == "fake1x1.jpg")
    assert (fake.label, fake.group) == (FAKE, "real1.mp4")
    assert fake.split is split_of("fake1x1.mp4", "real1.mp4")
    assert fake.sha256 == hashlib.sha256((images / fake.file).read_bytes()).hexdigest()


def test_manifest_survives_writing_and_reading(tmp_path: Path) -> None:
    rows = build_manifest(*make_fake_set(tmp_path, groups=4))
    write_manifest(rows, tmp_path / "manifest.csv")
    assert read_manifest(tmp_path / "manifest.csv") == rows
    assert not list(tmp_path.glob("*.part"))


def test_file_under_both_labels_is_dropped(tmp_path: Path) -> None:
    table, images = make_fake_set(tmp_path, groups=2)
    shutil.copy(images / "real0.jpg", images / "fake0x0.jpg")
    files = {row.file for row in build_manifest(table, images)}
    assert files == {"real1.jpg", "fake1x0.jpg"}


def test_duplicate_within_a_split_is_kept_once(tmp_path: Path) -> None:
    table, images = make_fake_set(tmp_path, groups=1, fakes_a_group=2)
    shutil.copy(images / "fake0x0.jpg", images / "fake0x1.jpg")
    assert [row.file for row in build_manifest(table, images)] == ["real0.jpg", "fake0x0.jpg"]


def test_select_filters_split_and_label(tmp_path: Path) -> None:
    rows = build_manifest(*make_fake_set(tmp_path, groups=30))
    chosen = select(rows, Split.TRAIN, REAL)
    assert chosen
    assert all(row.split is Split.TRAIN and row.label == REAL for row in chosen)


@pytest.mark.parametrize(
    ("old", "new", "row", "said"),
    [
        ("label", "lable", 1, "column label"),
        ("REAL", "TRUE", 2, "TRUE"),
        ("real0.mp4,", "absent.mp4,", 2, "absent.jpg"),
        ("real0.mp4,", "../real0.mp4,", 2, "not a file name"),
        ("real0.mp4,", ",", 2, "not a file name"),
    ],
)
def test_broken_table_names_its_row(
    tmp_path: Path, old: str, new: str, row: int, said: str
) -> None:
    table, images = make_fake_set(tmp_path, groups=2)
    table.write_text(table.read_text("utf-8").replace(old, new, 1), "utf-8")
    with pytest.raises(ManifestError, match=said) as caught:
        build_manifest(table, images)
    assert (caught.value.path, caught.value.row) == (table, row)


def test_missing_table_is_a_manifest_error(tmp_path: Path) -> None:
    with pytest.raises(ManifestError, match="cannot be read"):
        build_manifest(tmp_path / "none.csv", tmp_path)


def test_damaged_manifest_names_its_row(tmp_path: Path) -> None:
    path = tmp_path / "manifest.csv"
    path.write_text("file,label,group,split,sha256\na.jpg,7,g,train,00\n", "utf-8")
    with pytest.raises(ManifestError) as caught:
        read_manifest(path)
    assert caught.value.row == 2
