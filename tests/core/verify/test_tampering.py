# SPDX-License-Identifier: Apache-2.0
"""One byte is altered at many places of every artefact: each change is found, and named."""

from __future__ import annotations

import os
import random
import shutil
from pathlib import Path

import pytest

from core.errors import SettingsError
from core.signing.validation import load_roots
from core.verify.check import VerifyOptions, verify_path
from core.verify.findings import Check, Status, first_failure
from tests.core.verify.exports import make_export

NAMES = (
    "case-log.jsonl",
    "clip.mp4.csv",
    "clip.mp4.json",
    "clip.mp4.sha256",
    "clip.mp4.sha256.p7s",
    "summary.csv",
    "summary.sha256",
    "summary.sha256.p7s",
)
PLACES = 12


@pytest.fixture(scope="module")
def export(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_export(tmp_path_factory.mktemp("export"))


def checked(path: Path, options: VerifyOptions | None = None) -> list[Check]:
    return list(verify_path(path, options or VerifyOptions()))


def altered(content: bytes, chance: random.Random) -> bytes:
    """Change one byte into any other."""
    place, step = chance.randrange(len(content)), chance.randrange(1, 256)
    changed = bytearray(content)
    changed[place] = (changed[place] + step) % 256
    return bytes(changed)


def test_an_untouched_export_holds(export: Path) -> None:
    assert sorted(path.name for path in export.iterdir()) == sorted(NAMES)
    roots = load_roots([export.parent / "root.pem"])
    checks = checked(export, VerifyOptions(roots=roots))
    assert first_failure(checks) is None, first_failure(checks)
    held = {(check.subject, check.what) for check in checks if check.status is Status.HOLDS}
    assert ("clip.mp4.sha256.p7s", "signature") in held
    assert ("clip.mp4.sha256", "case log") in held
    assert ("clip.mp4.csv", "agrees with clip.mp4.json") in held
    assert ("clip.mp4.json", "SHA-256 of the evidence") in held


@pytest.mark.parametrize("name", NAMES)
def test_one_altered_byte_in_a_folder_is_found(name: str, export: Path, tmp_path: Path) -> None:
    out = shutil.copytree(export, tmp_path / "out")
    whole = (out / name).read_bytes()
    chance = random.Random(name)
    for _ in range(PLACES):
        (out / name).write_bytes(altered(whole, chance))
        failure = first_failure(checked(out))
        assert failure is not None
        assert failure.detail


@pytest.mark.parametrize("name", ["case-log.jsonl", "clip.mp4.csv", "clip.mp4.json"])
def test_one_altered_byte_is_found_when_the_file_itself_is_named(
    name: str, export: Path, tmp_path: Path
) -> None:
    out = shutil.copytree(export, tmp_path / "out")
    whole = (out / name).read_bytes()
    chance = random.Random(name + "alone")
    for _ in range(PLACES):
        (out / name).write_bytes(altered(whole, chance))
        failure = first_failure(checked(out / name))
        assert failure is not None
        assert name in failure.subject


def test_json_alone_shows_each_altered_byte(export: Path, tmp_path: Path) -> None:
    """Without a manifest, by the digest it carries and by how its text is laid out."""
    alone = tmp_path / "clip.json"
    whole = (export / "clip.mp4.json").read_bytes()
    chance = random.Random(3)
    for place in range(0, len(whole), 97):
        changed = bytearray(whole)
        changed[place] = (changed[place] + chance.randrange(1, 256)) % 256
        alone.write_bytes(changed)
        assert first_failure(checked(alone)) is not None, place
    alone.write_bytes(whole)
    assert first_failure(checked(alone)) is None


@pytest.mark.parametrize("name", ["clip.mp4.csv", "clip.mp4.json", "summary.csv"])
def test_a_missing_file_is_found(name: str, export: Path, tmp_path: Path) -> None:
    out = shutil.copytree(export, tmp_path / "out")
    (out / name).unlink()
    for path in (out, out / "summary.sha256"):
        failure = first_failure(checked(path))
        assert failure is not None
        assert (failure.subject, failure.what) == (name, "is there")


def test_a_case_log_that_was_cut_is_found_by_the_head_in_the_manifest(
    export: Path, tmp_path: Path
) -> None:
    out = shutil.copytree(export, tmp_path / "out")
    log = out / "case-log.jsonl"
    log.write_bytes(b"".join(log.read_bytes().splitlines(keepends=True)[:1]))
    assert first_failure(checked(log)) is None, "a beginning is a whole log by itself"
    failure = first_failure(checked(out))
    assert failure is not None
    assert (failure.subject, failure.what) == ("clip.mp4.sha256", "case log")


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (lambda lines: lines[1:], "its number is 1, not 0"),
        (lambda lines: [lines[0], *lines[2:]], "its number is 2, not 1"),
        (lambda lines: [lines[0], lines[2], lines[1], *lines[3:]], "its number is 2, not 1"),
        (lambda lines: [*lines[:2], lines[1], *lines[2:]], "its number is 1, not 2"),
        (lambda lines: [*lines, b"{}\n"], "does not end in its SHA-256"),
        (lambda lines: [*lines, lines[-1][:-1]], "never finished"),
    ],
)
def test_lines_of_a_log_cannot_be_moved(
    change: object, why: str, export: Path, tmp_path: Path
) -> None:
    log = tmp_path / "case-log.jsonl"
    lines = (export / log.name).read_bytes().splitlines(keepends=True)
    log.write_bytes(b"".join(change(lines)))  # type: ignore[operator]
    failure = first_failure(checked(log))
    assert failure is not None
    assert failure.what == "chain"
    assert why in failure.detail


def test_altered_evidence_is_found(export: Path, tmp_path: Path) -> None:
    evidence = tmp_path / "clip.mp4"
    whole = (export.parent / "evidence/clip.mp4").read_bytes()
    for content in (whole[:-1], whole[:-1] + b"?"):
        evidence.write_bytes(content)
        failure = first_failure(checked(export / "clip.mp4.json", VerifyOptions(evidence)))
        assert failure is not None
        assert failure.what == "SHA-256 of the evidence"


def test_a_table_that_nobody_vouches_for_does_not_hold(export: Path, tmp_path: Path) -> None:
    alone = shutil.copy(export / "clip.mp4.csv", tmp_path / "clip.mp4.csv")
    for path in (Path(alone), tmp_path):
        failure = first_failure(checked(path))
        assert failure is not None
        assert "vouches" in failure.detail
    (tmp_path / "clip.mp4.csv").unlink()
    (tmp_path / "list.csv").write_text("a,b\r\n")
    assert [check.status for check in checked(tmp_path)] == [Status.UNKNOWN]


def test_a_table_that_says_other_than_the_result_does_not_hold(
    export: Path, tmp_path: Path
) -> None:
    for name in ("clip.mp4.csv", "clip.mp4.json"):
        shutil.copy(export / name, tmp_path / name)
    table = tmp_path / "clip.mp4.csv"
    assert first_failure(checked(table)) is None
    table.write_bytes(table.read_bytes().replace(b"0.8,", b"0.1,", 1))
    failure = first_failure(checked(table))
    assert failure is not None
    assert "line 2" in failure.detail


@pytest.mark.parametrize("name", ["nothing", "text.txt"])
def test_what_is_none_of_ours_is_said(name: str, tmp_path: Path) -> None:
    (tmp_path / "text.txt").write_text("hello")
    (tmp_path / "empty").mkdir()
    for path in (tmp_path / name, tmp_path / "empty"):
        with pytest.raises(SettingsError):
            checked(path)


@pytest.mark.skipif(os.name == "nt", reason="pipes of POSIX")
def test_pipes_giants_and_loops_are_survived(export: Path, tmp_path: Path) -> None:
    out = shutil.copytree(export, tmp_path / "out")
    os.mkfifo(out / "pipe.json")
    (out / "loop").symlink_to(out)
    (out / "nowhere.pdf").symlink_to(tmp_path / "nothing")
    with (out / "giant.json").open("wb") as stream:
        stream.truncate(2**40)
    checks = checked(out)
    failures = [check for check in checks if check.status is Status.FAILS]
    assert [(one.subject, one.what) for one in failures] == [("giant.json", "can be read")]
    assert "limit" in failures[0].detail
    for name in ("pipe.json", "giant.json"):
        failure = first_failure(checked(out / name))
        assert failure is not None
        assert failure.what == "can be read"


def test_hostile_names_are_made_visible(export: Path, tmp_path: Path) -> None:
    name = "evil\x1b]0;x\x07\u202e.json"
    shutil.copy(export / "clip.mp4.json", tmp_path / name)
    for path in (tmp_path, tmp_path / name):
        for check in checked(path):
            assert "\x1b" not in check.subject
            assert "\u202e" not in check.subject + check.detail
