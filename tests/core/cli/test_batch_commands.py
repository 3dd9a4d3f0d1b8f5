# SPDX-License-Identifier: Apache-2.0
"""`batch` and `watch` as a user or a script calls them."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from typer.main import get_command

from core.batch.pace import Pace
from core.batch.records import BatchFinished, Counts
from core.cli import batch_commands  # noqa: F401  it adds its commands
from core.cli.app import app, guarded
from core.cli.batch_progress import BatchDisplay, outcome_counts
from tests.core.batch.conftest import folder, out, quick_analysis, shared_tools
from tests.core.batch.folders import make_image, outcomes

__all__ = ["folder", "out", "quick_analysis", "shared_tools"]
ROOT = Path(__file__).resolve().parents[3]


def call(*words: str | Path) -> int:
    """Run a command in this process, without worker processes."""

    def command() -> None:
        code = get_command(app).main(args=[*map(str, words)], standalone_mode=False)
        raise SystemExit(code or 0)

    return guarded(command)


@pytest.mark.usefixtures("quick_analysis")
def test_a_batch_tells_each_file_and_the_end_as_json(
    folder: Path, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = call("batch", folder, "--out", out, "--recursive", "--workers", "0", "--json")
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert code == 3  # two files could not be evaluated
    assert {line["path"] for line in lines[:-1]} == set(outcomes(out))
    assert lines[-1]["event"] == "summary"
    assert lines[-1]["finished"] == lines[-1]["files"] == 7


@pytest.mark.usefixtures("quick_analysis")
def test_a_batch_is_logged_and_its_files_vouch_for_each_other(folder: Path, out: Path) -> None:
    words = ("batch", folder, "--out", out, "--recursive", "--workers", "0", "--quiet")
    call(*words, "--operator", "A. Example")
    call(*words, "--resume")
    lines = [json.loads(line) for line in (out / "case-log.jsonl").read_text().splitlines()]
    events = [line["event"] for line in lines]
    assert events.count("opened") == 2
    finished = [line["facts"] for line in lines if "name" in line["facts"]]
    assert {facts["name"] for facts in finished} == set(outcomes(out))
    with_reports = [facts for facts in finished if facts["reports"] and not facts["is_copy"]]
    assert all(len(facts["manifest_sha256"]) == 1 for facts in with_reports)
    assert events[-1] == "finished"
    items = sorted((out / "items").iterdir())
    for path in (out, *items):
        assert call("verify", path) == 0
    table = bytearray((out / "summary.csv").read_bytes())
    table[len(table) // 2] ^= 1
    (out / "summary.csv").write_bytes(table)
    assert call("verify", out) == 5


@pytest.mark.usefixtures("quick_analysis")
def test_a_batch_without_a_log_keeps_none(folder: Path, out: Path) -> None:
    call("batch", folder, "--out", out, "--workers", "0", "--quiet", "--no-case-log")
    assert (out / "summary.csv").exists()
    assert not (out / "case-log.jsonl").exists()


@pytest.mark.usefixtures("quick_analysis")
def test_exit_codes_tell_what_a_pipeline_has_to_know(folder: Path, out: Path) -> None:
    words = ("batch", folder, "--out", out, "--workers", "0", "--quiet")
    only = ("--include", "*.png")
    assert call(*words, *only) == 0
    assert call(*words, *only) == 3  # there is a batch already
    assert call(*words, *only, "--resume", "--fail-on", "support_for_manipulation") == 0
    assert call(*words, *only, "--resume", "--fail-on", "not_applicable") == 6
    assert call(*words, "--resume") == 3


@pytest.mark.usefixtures("quick_analysis")
@pytest.mark.parametrize(
    "words",
    [
        ("--scheduler", "tcp://h:1", "--workers", "2"),
        ("--scheduler", "h:1"),
        ("--path-map", "/a=/b"),
        ("--scheduler", "tcp://h:1", "--path-map", "x"),
        ("--fail-on", "guilty"),
        ("--workers", "-1"),
    ],
)
def test_options_that_make_no_sense_give_2(
    words: tuple[str, ...], folder: Path, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call("batch", folder, "--out", out, *words) == 2
    assert capsys.readouterr().err.strip()
    assert not out.exists()


@pytest.mark.usefixtures("quick_analysis")
def test_the_output_folder_may_not_lie_in_the_evidence(folder: Path) -> None:
    assert call("batch", folder, "--out", folder / "out", "--workers", "0") == 2
    assert call("batch", folder / "missing", "--out", folder.parent / "o", "--workers", "0") == 2
    assert not (folder / "out").exists()


@pytest.mark.alone
@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="sends SIGINT")
@pytest.mark.parametrize("command", ["batch", "watch"])
def test_ctrl_c_ends_within_a_second_and_resume_goes_on(
    command: str, tmp_path: Path, out: Path
) -> None:
    """The terminal sends Ctrl-C to every process of the group, workers and decoders too."""
    for number in range(30):
        make_image(tmp_path / "in" / f"{number}.png", number)
    words = [sys.executable, "-m", "core.cli", command, str(tmp_path / "in"), "--out", str(out)]
    words += ["--json", "--quiet", "--format", "json"]
    words += ["--settle", "0.1", "--poll", "0.1"] if command == "watch" else []
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(  # type: ignore[call-overload]
        words, cwd=ROOT, text=True, start_new_session=True, **pipes
    ) as process:
        assert process.stdout.readline()
        start = time.monotonic()
        os.killpg(process.pid, signal.SIGINT)
        process.wait(timeout=20)
        elapsed = time.monotonic() - start
        complaint = process.stderr.read()
    assert process.returncode == 130
    assert elapsed < 1.5  # one second, and what a busy machine adds
    assert "Traceback" not in complaint
    if command == "batch":
        done = call("batch", tmp_path / "in", "--out", out, "--workers", "0", "--quiet", "--resume")
        assert done == 0
        assert len(outcomes(out)) == 30


def test_pace_counts_this_run_only(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 0.0
    monkeypatch.setattr("core.cli.batch_progress.time.monotonic", lambda: now)
    pace = Pace()
    assert pace.frames_per_s() is None
    pace.start(finished=10)
    now = 10.0
    pace.add(50)
    assert pace.frames_per_s() == pytest.approx(5.0)
    assert pace.remaining_s(Counts(files=40, finished=10)) is None
    assert pace.remaining_s(Counts(files=40, finished=20)) == pytest.approx(20.0)
    for _ in range(10_000):
        now += 0.01
        pace.add(1)
    assert len(pace._frames) <= 256
    assert pace.frames_per_s() == pytest.approx(100.0, rel=0.05)


def test_outcomes_are_told_the_gravest_first() -> None:
    told = outcome_counts({"not_applicable": 2, "support_for_manipulation": 1, "inconclusive": 0})
    assert told == ["1 support for manipulation", "2 not applicable"]


def test_a_quiet_display_shows_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    with BatchDisplay("x", quiet=True) as display:
        display.show(BatchFinished(Counts(files=1, finished=1), ()))
    assert capsys.readouterr().err == ""
