# SPDX-License-Identifier: Apache-2.0
"""What is found in a folder, what is passed, and why."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from core.batch.discovery import Scope, discover, require_folder
from core.batch.records import FoundFile, Passed
from core.errors import SettingsError
from core.media.handles import open_evidence
from tests.core.batch.folders import make_image

ALL = Scope(recursive=True)
posix = pytest.mark.skipif(os.name != "posix", reason="POSIX file types")


def walk(folder: Path, scope: Scope = ALL) -> tuple[set[str], dict[str, Passed]]:
    found = list(discover(folder, scope))
    files = {one.path for one in found if isinstance(one, FoundFile)}
    return files, {one.path: one.why for one in found if not isinstance(one, FoundFile)}


def test_content_decides_and_the_extension_only_hints(tmp_path: Path) -> None:
    make_image(tmp_path / "picture.png").rename(tmp_path / "picture.dat")
    (tmp_path / "claims.mp4").write_bytes(b"nothing")
    (tmp_path / "empty.jpg").write_bytes(b"")
    (tmp_path / "notes.txt").write_text("hello")
    files, passed = walk(tmp_path)
    assert files == {"picture.dat", "claims.mp4", "empty.jpg"}
    assert passed == {"notes.txt": Passed.NOT_MEDIA}


def test_subfolders_are_entered_only_when_asked(tmp_path: Path) -> None:
    make_image(tmp_path / "a" / "b" / "deep.png")
    assert walk(tmp_path, Scope()) == (set(), {"a": Passed.SUBFOLDER})
    assert walk(tmp_path) == ({"a/b/deep.png"}, {})


def test_patterns_choose_by_name_and_by_path(tmp_path: Path) -> None:
    for name in ("one.png", "two.PNG", "keep/three.png", "thumbs/four.png"):
        make_image(tmp_path / name)
    scope = Scope(recursive=True, include=("*.png",), exclude=("thumbs", "keep/th*"))
    files, passed = walk(tmp_path, scope)
    assert files == {"one.png", "two.PNG"}
    assert passed == {"thumbs": Passed.EXCLUDED, "keep/three.png": Passed.EXCLUDED}
    assert walk(tmp_path, Scope(recursive=True, include=("two*",)))[0] == {"two.PNG"}


@posix
def test_what_is_no_file_is_told_and_never_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "fifo.mp4")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(os.path.relpath(tmp_path / "socket"))
        (tmp_path / "zero.mp4").symlink_to("/dev/zero")
        (tmp_path / "nowhere.png").symlink_to("missing")
        (tmp_path / "round.png").symlink_to("round.png")
        follow = Scope(recursive=True, follow_links=True)
        assert walk(tmp_path, follow)[1] == {
            "fifo.mp4": Passed.FIFO,
            "socket": Passed.SOCKET,
            "zero.mp4": Passed.DEVICE,
            "nowhere.png": Passed.BROKEN_LINK,
            "round.png": Passed.LINK_LOOP,
        }
        assert walk(tmp_path)[1]["zero.mp4"] is Passed.LINK


@posix
def test_links_are_followed_when_asked_and_loops_end(tmp_path: Path) -> None:
    outside, inside = tmp_path / "outside", tmp_path / "inside"
    make_image(outside / "far.png")
    make_image(inside / "a" / "near.png")
    (inside / "way").symlink_to(outside)
    (inside / "a" / "up").symlink_to(inside)
    (inside / "a" / "file.png").symlink_to(outside / "far.png")
    assert walk(inside)[0] == {"a/near.png"}
    files, passed = walk(inside, Scope(recursive=True, follow_links=True))
    assert files == {"a/near.png", "a/file.png", "way/far.png"}
    assert passed == {"a/up": Passed.LINK_LOOP}


@posix
@pytest.mark.skipif(os.name == "posix" and os.geteuid() == 0, reason="root may read anything")
def test_an_unreadable_folder_is_told_and_passed(tmp_path: Path) -> None:
    make_image(tmp_path / "good.png")
    closed = tmp_path / "closed"
    closed.mkdir(mode=0)
    try:
        assert walk(tmp_path) == ({"good.png"}, {"closed": Passed.UNREADABLE})
    finally:
        closed.chmod(0o700)


def test_a_folder_that_cannot_be_listed_costs_itself_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_image(tmp_path / "good.png")
    make_image(tmp_path / "bad" / "hidden.png")
    real = os.scandir

    def scandir(path: Path) -> object:
        if Path(path).name == "bad":
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr("core.batch.discovery.os.scandir", scandir)
    assert walk(tmp_path) == ({"good.png"}, {"bad": Passed.UNREADABLE})


def test_a_file_that_vanishes_meanwhile_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_image(tmp_path / "gone.png")

    def opening(path: Path) -> int:
        path.unlink()
        return open_evidence(path)

    monkeypatch.setattr("core.batch.discovery.open_evidence", opening)
    assert walk(tmp_path) == (set(), {"gone.png": Passed.VANISHED})


def test_depth_and_number_have_an_end(tmp_path: Path) -> None:
    make_image(tmp_path / "a" / "b" / "deep.png")
    for number in range(3):
        make_image(tmp_path / f"{number}.png")
    assert walk(tmp_path, Scope(recursive=True, max_depth=1))[1] == {"a/b": Passed.TOO_DEEP}
    files, passed = walk(tmp_path, Scope(max_files=2))
    assert len(files) == 2
    assert Passed.TOO_MANY in passed.values()


@posix
def test_the_output_folder_is_never_analysed(tmp_path: Path) -> None:
    out = tmp_path / "out"
    make_image(out / "items" / "report.png")
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "results").symlink_to(out)
    scope = Scope(recursive=True, follow_links=True)
    assert [one.path for one in discover(folder, scope, output=out)] == ["results"]


@posix
def test_any_name_that_a_file_can_have_is_found(tmp_path: Path) -> None:
    names = [b"new\nline.png", b"\xff\xfe.png", b"-rf.png", b"\xe2\x80\xaegpj.png", b"a" * 251]
    names[-1] += b".png"
    for name in names:
        make_image(tmp_path / "x.png").rename(
            Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name))
        )
    files, passed = walk(tmp_path)
    assert {os.fsencode(file) for file in files} == set(names)
    assert passed == {}


def test_a_missing_folder_is_a_usage_error(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="not a folder"):
        require_folder(tmp_path / "missing")
