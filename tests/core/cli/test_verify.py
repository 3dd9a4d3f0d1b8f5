# SPDX-License-Identifier: Apache-2.0
"""`facewitness verify`, the case log and signed exports as a user calls them."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.main import get_command

from core.cli.app import app, guarded
from core.cli.sealing import PASSPHRASE_VARIABLE
from core.demo import DemoClip
from core.pipeline import AnalysisTools
from tests.core.signing import keys
from tests.core.verify.exports import make_export

Call = Callable[..., tuple[int, str]]


@pytest.fixture
def call(
    capsys: pytest.CaptureFixture[str], tools: AnalysisTools, monkeypatch: pytest.MonkeyPatch
) -> Call:
    """Call the command line in this process, with networks that are loaded already."""
    monkeypatch.setattr(AnalysisTools, "load", classmethod(lambda cls, *_, **__: tools))

    def run(*words: str | Path) -> tuple[int, str]:
        code = guarded(lambda: get_command(app).main(args=[str(word) for word in words]))
        told = capsys.readouterr()
        return code, told.out + told.err

    return run


def events_of(log: Path) -> list[str]:
    return [json.loads(line)["event"] for line in log.read_text("ascii").splitlines()]


def test_untouched_export_gives_0_and_an_altered_one_5(tmp_path: Path, call: Call) -> None:
    out = make_export(tmp_path)
    code, told = call("verify", out, "--trust", tmp_path / "root.pem")
    assert code == 0, told
    assert "A. Examiner" in told
    assert "Nothing was found that does not hold" in told
    table = out / "clip.mp4.csv"
    table.write_bytes(table.read_bytes().replace(b"0", b"1", 1))
    code, told = call("verify", out)
    assert code == 5
    assert "First: case-log.jsonl, line" in told
    assert "clip.mp4.csv" in told
    code, told = call("verify", out, "--json")
    assert code == 5
    answer = json.loads(told)
    assert answer["verified"] is False
    assert "clip.mp4.csv" in answer["first_failure"]["what"]


def test_nothing_there_gives_2(tmp_path: Path, call: Call) -> None:
    code, told = call("verify", tmp_path / "nothing")
    assert code == 2
    assert "there is nothing" in told


@pytest.mark.slow
def test_whole_way_of_two_files(
    demo_clip: DemoClip, noise_png: Path, tmp_path: Path, call: Call
) -> None:
    """Signed export of two files, verified and repeated; then analysed again: the same bytes."""
    key = keys.write_p12(tmp_path / "key.p12")
    (tmp_path / "word").write_text(keys.PASSPHRASE + "\n")
    words = ("--sample", "fps:1", "--format", "json,csv", "--quiet", "--operator", "A. Examiner")
    sign = ("--sign", key, "--passphrase-file", tmp_path / "word", "--csv-bom")
    one, two = tmp_path / "one", tmp_path / "two"
    code, told = call("analyze", demo_clip.path, noise_png, "--out", one, *words, *sign)
    assert code == 0, told
    assert keys.PASSPHRASE not in told + (one / "case-log.jsonl").read_text()
    events = events_of(one / "case-log.jsonl")
    assert events[:4] == ["log_created", "opened", "settings", "started"]
    assert events.count("hashed") == events.count("rehashed") == events.count("finished") == 2
    # JSON, CSV, manifest, signature of each; table, manifest, signature of all.
    assert events.count("exported") == 11

    rows = list(csv.DictReader((one / "summary.csv").read_text("utf-8-sig").splitlines()))
    assert [row["name"] for row in rows] == ["demo.mp4", "noise.png"]
    assert [row["outcome"] for row in rows][1] == "not_applicable"
    code, told = call("verify", one, "--evidence", demo_clip.path)
    assert code == 5, "the picture is another file than the one named"
    code, told = call("verify", one / "demo.mp4.json", "--evidence", demo_clip.path, "--repeat")
    assert code == 0, told
    assert "equal in every figure" in told
    assert "1e-05" in (one / "demo.mp4.json").read_text()

    code, told = call("analyze", demo_clip.path, noise_png, "--out", two, *words, "--no-case-log")
    assert code == 0, told
    assert not (two / "case-log.jsonl").exists()
    for name in ("demo.mp4.csv", "noise.png.csv"):
        with_mark = (one / name).read_bytes()
        assert with_mark.removeprefix(b"\xef\xbb\xbf") == (two / name).read_bytes()
        assert with_mark.startswith(b"\xef\xbb\xbf")
    for name in ("demo.mp4.json", "noise.png.json"):
        assert without_times(one / name) == without_times(two / name)


def without_times(report: Path) -> str:
    """Take out the run's two times, and the digest that covers them."""
    text = re.sub(r'"(started|finished)_at": "[^"]+"', "", report.read_text("ascii"))
    return re.sub(r'"digest": "[0-9a-f]{64}"', "", text)


def test_log_goes_on_and_a_signed_export_is_not_replaced(
    noise_png: Path,
    tmp_path: Path,
    call: Call,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    key, log = keys.write_p12(tmp_path / "key.p12"), tmp_path / "case" / "log.jsonl"
    monkeypatch.setenv(PASSPHRASE_VARIABLE, keys.PASSPHRASE)
    words = ("analyze", noise_png, "--out", tmp_path / "out", "--format", "json", "--quiet")
    assert call(*words, "--case-log", log, "--sign", key)[0] == 0
    before = {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()}
    code, told = call(*words, "--case-log", log)
    assert code == 3
    assert "are signed" in told
    assert {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()} == before
    assert events_of(log).count("log_created") == 1
    assert events_of(log)[-1] == "error"
    assert call("verify", log)[0] == 0


def test_log_beside_the_evidence_is_refused(noise_png: Path, tmp_path: Path, call: Call) -> None:
    log = noise_png.parent / "log.jsonl"
    code, told = call("analyze", noise_png, "--out", tmp_path / "out", "--case-log", log)
    assert code == 3
    assert "beside the evidence" in told
    assert list(noise_png.parent.iterdir()) == [noise_png]
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("options", [("--timestamp-url", "http://x"), ("--passphrase-file", "x")])
def test_options_of_a_signature_need_a_key(
    options: tuple[str, str],
    noise_png: Path,
    tmp_path: Path,
    call: Call,
) -> None:
    code, told = call("analyze", noise_png, "--out", tmp_path / "out", *options)
    assert code == 2
    assert "--sign" in told


def test_a_busy_log_is_refused_politely(noise_png: Path, tmp_path: Path, call: Call) -> None:
    from core.evidence.case_log.writer import CaseLog

    with CaseLog(tmp_path / "log.jsonl"):
        words = ("analyze", noise_png, "--out", tmp_path / "out", "--quiet")
        code, told = call(*words, "--case-log", tmp_path / "log.jsonl")
    assert code == 3
    assert "Another FaceWitness is writing" in told
