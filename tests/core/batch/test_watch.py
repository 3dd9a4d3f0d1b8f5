# SPDX-License-Identifier: Apache-2.0
"""Watching a folder: when a file counts as whole."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from core.batch.records import FoundFile, ItemFinished
from core.batch.runner import InlineRunner
from core.batch.watch import Settling, Watch, is_being_written, watch_folder
from core.cancel import CancelToken
from tests.core.batch.folders import items, make_image, make_options, outcomes

QUICK = Watch(settle_s=0.2, poll_s=0.05)
leases = pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells who writes")


def nothing(_: FoundFile) -> bool:
    return False


@pytest.mark.usefixtures("quick_analysis")
def test_files_are_analysed_as_they_come_and_after_they_stopped_growing(
    tmp_path: Path, out: Path
) -> None:
    folder = tmp_path / "in"
    make_image(folder / "first.png", 1)
    content = make_image(tmp_path / "whole.png", 2).read_bytes()
    cancel, done = CancelToken(), []
    for event in watch_folder(make_options(folder, out), InlineRunner(), QUICK, cancel):
        if not isinstance(event, ItemFinished):
            continue
        done.append(event.item.path)
        if done == ["first.png"]:
            growing = (folder / "second.png").open("wb")
            growing.write(content[:100])
            growing.flush()
            make_image(folder / "third.png", 3)
        elif done[-1] == "third.png":
            growing.write(content[100:])
            growing.close()
        elif done[-1] == "second.png":
            cancel.cancel()
    assert done == ["first.png", "third.png", "second.png"]
    assert outcomes(out)["second.png"] == "not_applicable no_face"
    assert items(out)["second.png"].size_bytes == len(content)
    assert sorted(path.name for path in folder.iterdir()) == [
        "first.png",
        "second.png",
        "third.png",
    ]


@pytest.mark.usefixtures("quick_analysis")
def test_a_file_that_changes_after_its_analysis_is_analysed_again(
    tmp_path: Path, out: Path
) -> None:
    folder = tmp_path / "in"
    make_image(folder / "one.png", 1)
    cancel, hashes = CancelToken(), []
    for event in watch_folder(make_options(folder, out), InlineRunner(), QUICK, cancel):
        if isinstance(event, ItemFinished):
            hashes.append(event.item.sha256)
            if len(hashes) == 1:
                make_image(folder / "one.png", 2, size=(50, 60))
            else:
                cancel.cancel()
    assert len(set(hashes)) == 2


def test_a_file_settles_when_size_and_time_stay(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = 100.0
    monkeypatch.setattr("core.batch.watch.time.monotonic", lambda: now)
    settling = Settling(tmp_path, 5.0)

    def look(size: int) -> int:
        return len(list(settling.settled([FoundFile("a.mp4", size, 1)], nothing)))

    assert look(10) == 0
    now = 104.0
    assert look(20) == 0  # it grew: the clock starts anew
    now = 108.0
    assert look(20) == 0
    now = 109.5
    assert look(20) == 1


@leases
def test_a_file_that_is_open_for_writing_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.bin"
    with path.open("wb"):
        assert is_being_written(path)
    assert not is_being_written(path)
    with path.open("rb"):
        assert not is_being_written(path)
    assert not is_being_written(tmp_path / "missing")


@leases
def test_asking_leaves_no_lease_that_would_hold_a_writer_up(tmp_path: Path) -> None:
    path = tmp_path / "a.bin"
    path.write_bytes(b"x")
    assert not is_being_written(path)
    os.close(os.open(path, os.O_WRONLY | os.O_NONBLOCK))
