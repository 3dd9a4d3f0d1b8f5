# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.records import FileFacts
from core.report.names import report_stem, safe_stem
from tests.core.report.results import SHA

SUFFIXES = (".json", ".csv")
OTHER_SHA = "f" * 64


def stem_of(name: str, folder: Path, sha256: str | None = SHA) -> str:
    return report_stem(FileFacts(name, 1, sha256, sha256), folder, SUFFIXES)


@pytest.mark.parametrize(
    "name", ["clip.mp4", "Mönch 東京.png", "a b (1).jpeg", "family 👨‍👩‍👧.jpg"]
)
def test_ordinary_name_is_kept(name: str, tmp_path: Path) -> None:
    assert stem_of(name, tmp_path) == name


@pytest.mark.parametrize(
    "name",
    [
        "a" * 255,
        "é" * 127,
        "x\x1b]0;title\x07.mp4",
        "line\nbreak.mp4",
        "photo\u202egpj.exe",
        "CON",
        "nul.mp4",
        "com1.tar.gz",
        "../../etc/passwd",
        "C:\\evil.mp4",
        "-rf.mp4",
        ".hidden",
        "..",
        "",
        "trailing. ",
        "img%03d.mp4",
        "\udcff.mp4",
        "<img src='file:///etc/passwd'>.mp4",
    ],
)
def test_awkward_name_is_made_safe_and_told_apart_by_a_hash(name: str, tmp_path: Path) -> None:
    stem = stem_of(name, tmp_path)
    assert re.search(r"-[0-9a-f]{8}$", stem)
    for suffix in SUFFIXES:
        path = tmp_path / (stem + suffix)
        path.write_bytes(b"")
        assert path.parent == tmp_path
        assert path.is_file()


@given(st.text(max_size=300))
def test_safe_name_is_one_short_visible_component_and_stable(name: str) -> None:
    stem = safe_stem(name)
    assert 1 <= len(stem.encode("utf-8")) <= 200
    assert not re.search(r'[<>:"/\\|?*%\x00-\x1f]', stem)
    assert not stem.startswith((".", "-", "~", " "))
    assert not stem.endswith((".", " "))
    assert safe_stem(stem) == stem


def test_awkward_names_that_look_alike_do_not_meet(tmp_path: Path) -> None:
    assert stem_of("a\x01" + "b" * 250, tmp_path) != stem_of("a\x01" + "b" * 250 + "c", tmp_path)


def test_name_is_kept_when_the_report_there_is_about_the_same_bytes(tmp_path: Path) -> None:
    (tmp_path / "clip.mp4.json").write_text(f'{{"file": {{"sha256_before": "{SHA}"}}}}')
    assert stem_of("clip.mp4", tmp_path) == "clip.mp4"


@pytest.mark.parametrize("there", ["clip.mp4.json", "clip.mp4.csv"])
def test_report_of_another_file_is_not_overwritten(there: str, tmp_path: Path) -> None:
    (tmp_path / there).write_text(f'{{"file": {{"sha256_before": "{OTHER_SHA}"}}}}')
    stem = stem_of("clip.mp4", tmp_path)
    assert re.fullmatch(r"clip\.mp4-[0-9a-f]{8}", stem)


def test_two_unreadable_files_do_not_claim_each_others_report(tmp_path: Path) -> None:
    (tmp_path / "clip.mp4.json").write_text('{"file": {"sha256_before": null}}')
    assert stem_of("clip.mp4", tmp_path, None) != "clip.mp4"
