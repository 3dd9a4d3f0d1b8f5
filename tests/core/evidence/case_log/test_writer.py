# SPDX-License-Identifier: Apache-2.0
"""The case log's writer: what it leaves on the disk, whatever happens."""

from __future__ import annotations

import hashlib
import json
import os
import resource
import subprocess
import sys
import threading
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from core.errors import CaseLogError
from core.evidence.case_log.chain import CLOCK_STEPPED_BACK, KEYS, NO_LINE, LogLine, read_chain
from core.evidence.case_log.writer import TORN, CaseLog

ROOT = Path(__file__).resolve().parents[4]
# Logs until it is killed; says so when the log is open.
CHILD = """
import sys
from pathlib import Path
from core.evidence.case_log.writer import CaseLog
with CaseLog(Path(sys.argv[1])) as log:
    print("open", flush=True)
    for number in range(10**9):
        log.write("note", {"number": number, "text": "x" * (number % 300)})
"""

# Forks writers of one log and kills each at a random moment, 200 times; forked, not started anew,
# since starting an interpreter takes longer than all the rest.
KILLER = """
import json, os, random, signal, sys, time
from pathlib import Path
from core.evidence.case_log.chain import read_chain
from core.evidence.case_log.writer import CaseLog
path, chance, before = Path(sys.argv[1]), random.Random(20261124), []
told = {"kills": 0, "broken": 0, "lost": 0, "lines": 0}
CaseLog(path).close()
for _ in range(200):
    child = os.fork()
    if child == 0:
        with CaseLog(path) as log:
            for number in range(10**9):
                log.write("note", {"number": number, "text": "x" * (number % 300)})
    time.sleep(chance.random() * 0.05)
    os.kill(child, signal.SIGKILL)
    told["kills"] += os.WTERMSIG(os.waitpid(child, 0)[1]) == signal.SIGKILL
    found = []
    with path.open("rb") as stream:
        state = read_chain(stream, lambda line: found.append(line.sha256))
    told["broken"] += state.problem is not None and not state.is_torn
    told["lost"] += found[: len(before)] != before
    before, told["lines"] = found, len(found)
print(json.dumps(told))
"""


def lines_of(path: Path) -> list[LogLine]:
    """Give the lines of a log that holds."""
    found: list[LogLine] = []
    with path.open("rb") as stream:
        state = read_chain(stream, found.append)
    assert state.problem is None
    return found


def test_each_line_carries_who_when_and_the_hash_of_the_one_before(tmp_path: Path) -> None:
    path = tmp_path / "log.jsonl"
    zone = timezone(timedelta(hours=5, minutes=30))
    with CaseLog(
        path, operator="A. Examiner", now=lambda: datetime(2026, 1, 1, tzinfo=zone)
    ) as log:
        head = log.write("note", {"text": "b", "a": 1.25})
    raw = [json.loads(line) for line in path.read_text("ascii").splitlines()]
    assert [tuple(line) for line in raw] == [KEYS, KEYS]
    assert raw[0]["prev"] == NO_LINE
    assert raw[1]["prev"] == raw[0]["sha256"]
    assert raw[1]["sha256"] == head
    assert raw[1]["time"] == "2025-12-31T18:30:00.000000+00:00"
    assert raw[1]["offset"] == "+05:30"
    assert raw[1]["operator"] == "A. Examiner"
    assert raw[1]["host"]
    assert raw[1]["tool"].startswith("FaceWitness ")


def test_hash_is_that_of_the_bytes_before_it(tmp_path: Path) -> None:
    """What another lab does with sed and sha256sum."""
    path = tmp_path / "log.jsonl"
    with CaseLog(path) as log:
        log.write("note", {"text": "x"})
    for line in path.read_bytes().splitlines():
        body, _, digest = line.rpartition(b',"sha256":"')
        assert hashlib.sha256(body).hexdigest().encode() + b'"}' == digest


def test_a_log_is_continued(tmp_path: Path) -> None:
    path = tmp_path / "log.jsonl"
    for number in range(3):
        with CaseLog(path) as log:
            log.write("note", {"number": number})
    lines = lines_of(path)
    assert [line.event for line in lines] == ["log_created", "note", "note", "note"]
    assert len({line.session for line in lines}) == 3
    assert log.head == lines[-1].sha256


def test_hostile_text_is_made_visible(tmp_path: Path) -> None:
    path = tmp_path / "log.jsonl"
    with CaseLog(path, operator="evil\x1b[2J") as log:
        log.write("note", {"name\n": "a\u202egpj\udcff\n"})
    assert path.read_bytes().isascii()
    assert path.read_bytes().count(b"\n") == 2
    assert lines_of(path)[1].facts == {r"name\n": r"a\u202egpj\udcff\n"}


def test_a_second_writer_is_refused_and_nothing_is_changed(tmp_path: Path) -> None:
    path = tmp_path / "log.jsonl"
    with CaseLog(path) as log:
        before = path.read_bytes()
        with pytest.raises(CaseLogError, match="Another") as caught:
            CaseLog(path)
        assert "--case-log" in caught.value.advice
        assert path.read_bytes() == before
        log.write("note", {})
    with CaseLog(path):
        pass


def test_a_second_writer_in_another_process_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "log.jsonl"
    with CaseLog(path):
        done = subprocess.run(
            [sys.executable, "-c", CHILD, str(path)],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
    assert "Another FaceWitness" in done.stderr
    assert len(lines_of(path)) == 1


@pytest.mark.parametrize("cut", [1, 40, 200])
def test_a_torn_line_is_set_aside_and_noted(tmp_path: Path, cut: int) -> None:
    path = tmp_path / "log.jsonl"
    with CaseLog(path) as log:
        log.write("note", {"text": "whole"})
        log.write("note", {"text": "torn"})
    whole = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join(whole)[:-cut])
    torn = whole[2][:-cut]
    with CaseLog(path) as log:
        log.write("note", {"text": "after"})
    lines = lines_of(path)
    assert [line.event for line in lines] == ["log_created", "note", TORN, "note"]
    facts = lines[2].facts
    assert (tmp_path / str(facts["file"])).read_bytes() == torn
    assert bytes.fromhex(str(facts["content"])) == torn
    assert facts["sha256"] == hashlib.sha256(torn).hexdigest()


def test_a_torn_first_line_is_set_aside(tmp_path: Path) -> None:
    path = tmp_path / "log.jsonl"
    path.write_bytes(b'{"seq":0,"pr\x00\x00')
    with CaseLog(path):
        pass
    assert [line.event for line in lines_of(path)] == ["log_created", TORN]


def test_a_line_set_aside_before_a_second_crash_is_still_noted(tmp_path: Path) -> None:
    path = tmp_path / "log.jsonl"
    with CaseLog(path):
        pass
    (tmp_path / "log.jsonl.torn-0123456789abcdef").write_bytes(b"half")
    for _ in range(2):
        with CaseLog(path):
            pass
    assert [line.event for line in lines_of(path)] == ["log_created", TORN]


def test_a_log_that_does_not_hold_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "log.jsonl"
    with CaseLog(path) as log:
        log.write("note", {"text": "one"})
        log.write("note", {"text": "two"})
    altered = path.read_bytes().replace(b"one", b"two")
    path.write_bytes(altered)
    with pytest.raises(CaseLogError, match="line 2") as caught:
        CaseLog(path)
    assert caught.value.facts["line"] == 2
    assert path.read_bytes() == altered


def test_a_clock_that_goes_back_is_noted(tmp_path: Path) -> None:
    path = tmp_path / "log.jsonl"
    times = [datetime(2026, 1, 1, 12, minute, tzinfo=UTC) for minute in (0, 5, 2, 3)]
    with CaseLog(path, now=lambda: times.pop(0)) as log:
        for number in range(3):
            log.write("note", {"number": number})
    lines = lines_of(path)
    assert [line.event for line in lines[1:]] == ["note", CLOCK_STEPPED_BACK, "note", "note"]
    assert lines[2].facts == {"before": "2026-01-01T12:05:00.000000+00:00", "seconds": 180.0}
    with CaseLog(path, now=lambda: datetime(2025, 1, 1, tzinfo=UTC)) as log:
        log.write("note", {})
    assert [line.event for line in lines_of(path)[5:]] == [CLOCK_STEPPED_BACK, "note"]


def test_threads_take_turns(tmp_path: Path) -> None:
    path = tmp_path / "log.jsonl"
    with CaseLog(path) as log:
        threads = [
            threading.Thread(target=lambda: [log.write("note", {}) for _ in range(10)])
            for _ in range(4)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert len(lines_of(path)) == 41


def test_a_line_is_on_the_disk_before_write_returns(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "log.jsonl"
    synced: list[int] = []
    real = os.fsync

    def fsync(handle: int) -> None:
        real(handle)
        synced.append(path.stat().st_size)

    monkeypatch.setattr("core.evidence.case_log.writer.os.fsync", fsync)
    with CaseLog(path) as log:
        for _ in range(3):
            log.write("note", {})
            assert synced[-1] == path.stat().st_size
    assert len(synced) == 4


@pytest.mark.skipif(os.name == "nt", reason="limits of POSIX")
def test_a_full_disk_is_an_error_and_leaves_whole_lines(tmp_path: Path) -> None:
    path = tmp_path / "log.jsonl"
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    with CaseLog(path) as log:
        resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size + 100, hard))
        try:
            with pytest.raises(CaseLogError, match="cannot be written") as caught:
                log.write("note", {"text": "x" * 500})
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        assert caught.value.advice
        assert len(lines_of(path)) == 1
        log.write("note", {"text": "room again"})
    assert len(lines_of(path)) == 2


def test_what_cannot_be_a_log_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path / "folder", tmp_path / "nowhere/log", tmp_path / "pipe"):
        with pytest.raises(CaseLogError) as caught:
            CaseLog(path)
        assert caught.value.advice


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="sends SIGKILL")
def test_killed_200_times_at_random_moments_it_always_leaves_a_valid_beginning(
    tmp_path: Path,
) -> None:
    """One log, killed and continued; every line whose writing had ended is still there."""
    path = tmp_path / "log.jsonl"
    done = subprocess.run(
        [sys.executable, "-c", KILLER, str(path)],
        check=False,
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["kills"] == 200
    assert told["lines"] > 200, told
    assert told["broken"] == told["lost"] == 0
    with CaseLog(path):
        pass
    assert len(lines_of(path)) >= told["lines"]
