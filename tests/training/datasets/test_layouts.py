# SPDX-License-Identifier: Apache-2.0
"""Published layouts: what belongs together stays together, and what is wrong is named."""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path

import pytest

from training.datasets.layouts import SourceFile, list_files
from training.datasets.splits import Split, split_of
from training.errors import ManifestError


def _touch(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"")


def _groups(files: list[SourceFile]) -> dict[str, str]:
    return {one.file: one.group for one in files}


def _dfdc(folder: Path) -> Path:
    for part in (0, 1):
        place = folder / f"dfdc_train_part_{part}"
        table = {f"r{part}.mp4": {"label": "REAL", "split": "train"}} | {
            f"f{part}{i}.mp4": {"label": "FAKE", "original": f"r{part}.mp4"} for i in range(2)
        }
        _touch(place, *table)
        (place / "metadata.json").write_text(json.dumps(table), "utf-8")
    return folder


def test_dfdc_fakes_stay_with_their_original(tmp_path: Path) -> None:
    files = list_files("dfdc", _dfdc(tmp_path))
    assert len(files) == 6
    assert _groups(files)["dfdc_train_part_1/f11.mp4"] == "r1.mp4"
    for one in files:
        assert one.split is split_of(one.group, "")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "is not JSON"),
        ("[]", "table of file names"),
        ('{"r0.mp4": {"label": "TRUE"}}', "r0.mp4"),
        ('{"../r0.mp4": {"label": "REAL"}}', "is not a file name"),
        ('{"r0.mp4": {"label": "REAL"}}', r"part_1.*missing|missing"),
    ],
)
def test_dfdc_table_that_is_wrong_is_named(tmp_path: Path, text: str, message: str) -> None:
    _dfdc(tmp_path)
    _touch(tmp_path, "dfdc_train_part_0/r0.mp4")
    if "missing" in message:
        (tmp_path / "dfdc_train_part_1" / "f10.mp4").unlink()
    (tmp_path / "dfdc_train_part_0" / "metadata.json").write_text(text, "utf-8")
    with pytest.raises(ManifestError, match=message):
        list_files("dfdc", tmp_path)


def test_faceforensics_pairs_share_a_group_and_so_a_split(tmp_path: Path) -> None:
    _touch(
        tmp_path,
        *(f"original_sequences/youtube/c23/videos/{i:03d}.mp4" for i in range(6)),
        "manipulated_sequences/Deepfakes/c23/videos/000_003.mp4",
        "manipulated_sequences/Face2Face/c23/videos/003_000.mp4",
        "manipulated_sequences/FaceSwap/c23/videos/001_002.mp4",
        "manipulated_sequences/DeepFakeDetection/c23/videos/01_02__walk__X.mp4",
    )
    files = list_files("ffpp", tmp_path)
    assert len(files) == 9
    members = defaultdict(set)
    for one in files:
        members[one.group].add(Path(one.file).name)
    assert members["ffpp-000"] == {"000.mp4", "003.mp4", "000_003.mp4", "003_000.mp4"}
    assert members["ffpp-001"] == {"001.mp4", "002.mp4", "001_002.mp4"}
    splits = defaultdict(set)
    for one in files:
        splits[one.group].add(one.split)
    assert all(len(found) == 1 for found in splits.values())


def test_celeb_df_is_tested_on_the_published_list(tmp_path: Path) -> None:
    _touch(
        tmp_path,
        *(f"Celeb-real/id{i}_0000.mp4" for i in range(30)),
        *(f"Celeb-synthesis/id{i}_id{i + 1}_0000.mp4" for i in range(29)),
        "YouTube-real/00170.mp4",
    )
    listed = "1 YouTube-real/00170.mp4\n0 Celeb-synthesis/id3_id4_0000.mp4\n\n"
    (tmp_path / "List_of_testing_videos.txt").write_text(listed, "utf-8")
    files = list_files("celeb-df", tmp_path)
    tested = {one.file for one in files if one.split is Split.TEST}
    assert tested == {"YouTube-real/00170.mp4", "Celeb-synthesis/id3_id4_0000.mp4"}
    assert _groups(files)["Celeb-synthesis/id7_id8_0000.mp4"] == "celeb-id7"
    (tmp_path / "List_of_testing_videos.txt").write_text(listed + "yes x.mp4\n", "utf-8")
    with pytest.raises(ManifestError, match="line 4"):
        list_files("celeb-df", tmp_path)


def test_tree_groups_by_the_folder_below_the_label(tmp_path: Path) -> None:
    _touch(tmp_path, "real/anna/1.jpg", "real/anna/2.JPG", "fake/anna/1.png", "fake/x.mp4")
    _touch(tmp_path, "fake/notes.txt")
    files = list_files("tree", tmp_path)
    assert _groups(files) == {
        "real/anna/1.jpg": "anna",
        "real/anna/2.JPG": "anna",
        "fake/anna/1.png": "anna",
        "fake/x.mp4": "x",
    }


@pytest.mark.parametrize(
    ("names", "message"),
    [
        (("real/1.jpg",), "no folder fake"),
        (("real/1.jpg", "fake/notes.txt"), "only real files"),
        (("real/notes.txt", "fake/1.jpg"), "only fake files"),
        (("real/a.txt", "fake/a.txt"), "no files"),
    ],
)
def test_one_class_only_is_refused(tmp_path: Path, names: tuple[str, ...], message: str) -> None:
    _touch(tmp_path, *names)
    with pytest.raises(ManifestError, match=message):
        list_files("tree", tmp_path)


def test_folder_of_another_layout_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ManifestError, match=r"metadata\.json"):
        list_files("dfdc", tmp_path)
    _touch(tmp_path, "original_sequences/youtube/c23/videos/anna.mp4")
    with pytest.raises(ManifestError, match=r"anna\.mp4"):
        list_files("ffpp", tmp_path)
