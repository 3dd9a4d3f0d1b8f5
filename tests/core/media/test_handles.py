# SPDX-License-Identifier: Apache-2.0
"""Reading by position, hashing, and names that can be shown."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from core.media.handles import (
    FileIdentity,
    HandleFile,
    hash_handle,
    open_evidence,
    visible_name,
)


def test_file_objects_over_one_handle_do_not_disturb_each_other(tmp_path: Path) -> None:
    (tmp_path / "f").write_bytes(bytes(range(100)))
    handle = open_evidence(tmp_path / "f")
    one, two = HandleFile(handle), HandleFile(handle)
    assert one.read(10) == bytes(range(10))
    assert two.read(3) == bytes(range(3))
    assert one.seek(-5, os.SEEK_END) == 95
    assert one.read() == bytes(range(95, 100))
    assert one.read(5) == b""
    assert (two.tell(), two.seek(2, os.SEEK_CUR), two.read(1)) == (3, 5, b"\5")
    with pytest.raises(ValueError, match="from 0 on"):
        one.seek(-1)
    os.close(handle)


def test_hash_is_of_the_whole_file_and_can_be_stopped(tmp_path: Path) -> None:
    content = os.urandom(3_000_000)
    (tmp_path / "f").write_bytes(content)
    handle = open_evidence(tmp_path / "f")
    seen: list[int] = []

    def tick(done: int) -> bool:
        seen.append(done)
        return True

    assert hash_handle(handle, tick) == hashlib.sha256(content).hexdigest()
    assert seen[-1] == len(content)
    assert hash_handle(handle, lambda _: False) is None
    os.close(handle)


def test_identity_tells_states_of_a_file_apart(tmp_path: Path) -> None:
    path = tmp_path / "f"
    path.write_bytes(b"a")
    first = open_evidence(path)
    before = FileIdentity.of(first)
    path.write_bytes(b"ab")
    assert FileIdentity.of(first) != before
    os.close(first)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("plain name.mp4", "plain name.mp4"),
        ("Käse 写真.jpg", "Käse 写真.jpg"),
        ("a\nb\x1b[31m", "a\\nb\\x1b[31m"),
        ("\u202egpj.exe", "\\u202egpj.exe"),
        ("\udce9", "\\udce9"),
        ("zero\u200bwidth", "zero\\u200bwidth"),
    ],
)
def test_names_are_shown_without_tricks(name: str, shown: str) -> None:
    assert visible_name(Path("/folder") / name) == shown
