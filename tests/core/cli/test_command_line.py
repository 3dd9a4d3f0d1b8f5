# SPDX-License-Identifier: Apache-2.0
"""The command line as a user or a script calls it: in a process of its own."""

from __future__ import annotations

import csv
import json
import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest
from typer.main import get_command

import resources
from core.cli.app import app, guarded
from core.demo import DemoClip

ROOT = Path(__file__).resolve().parents[3]


def run(*words: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "core.cli", *map(str, words)],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={**os.environ, **environment},
        check=False,
        timeout=120,
    )


def test_analyze_writes_json_and_csv(demo_clip: DemoClip, tmp_path: Path) -> None:
    out = tmp_path / "out"
    done = run("analyze", demo_clip.path, "--out", out, "--format", "json,csv", "--sample", "fps:3")
    assert done.returncode == 0, done.stderr
    assert "demo.mp4:" in done.stdout
    (json_file,) = out.glob("*.json")
    (csv_file,) = out.glob("*.csv")
    result = json.loads(json_file.read_text("utf-8"))
    schema = json.loads(resources.path("schema/result.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator(schema).validate(result)
    with csv_file.open(newline="", encoding="utf-8") as handle:
        rows = list(csv.DictReader(handle))
    assert len(rows) == sum(len(track["frames"]) for track in result["tracks"]) == 18
    assert sorted(path.name for path in out.iterdir()) == sorted([json_file.name, csv_file.name])


def test_json_lines_hold_one_result_a_file(
    demo_clip: DemoClip, noise_png: Path, tmp_path: Path
) -> None:
    files = (demo_clip.path, noise_png)
    done = run("analyze", *files, "--out", tmp_path / "out", "--json", "--sample", "fps:1")
    assert done.returncode == 0, done.stderr
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert [line["file"]["name"] for line in lines] == ["demo.mp4", "noise.png"]
    assert lines[1]["outcome"] == "not_applicable"


def test_a_bad_file_among_good_ones_gives_3_and_costs_nothing_else(
    noise_png: Path, tmp_path: Path
) -> None:
    bad = tmp_path / "bad.mp4"
    bad.write_bytes(b"")
    done = run("analyze", bad, noise_png, "--out", tmp_path / "out", "--json")
    assert done.returncode == 3
    outcomes = [json.loads(line)["outcome"] for line in done.stdout.splitlines()]
    assert outcomes == ["could_not_evaluate", "not_applicable"]


@pytest.mark.parametrize(
    "words",
    [
        ("analyze",),
        ("analyze", "x.mp4", "--out", "o", "--sample", "sometimes"),
        ("analyze", "x.mp4", "--out", "o", "--format", "docx"),
        ("analyze", "x.mp4", "--out", "o", "--engine", "magic"),
        ("analyze", "x.mp4", "--out", "o", "--detector", "nobody"),
        ("frobnicate",),
    ],
)
def test_wrong_usage_gives_2_and_a_sentence(words: tuple[str, ...]) -> None:
    done = run(*words)
    assert done.returncode == 2
    assert done.stderr.strip()
    assert "Traceback" not in done.stderr


def test_missing_weights_give_4(noise_png: Path, tmp_path: Path) -> None:
    folder = tmp_path / "weights" / "dropped_in"
    folder.mkdir(parents=True)
    card = resources.path("weights/xception/card.toml").read_text("utf-8")
    (folder / "card.toml").write_text(card.replace('id = "xception"', 'id = "dropped_in"', 1))
    words = ("analyze", noise_png, "--out", tmp_path / "o")
    done = run(*words, FACEWITNESS_WEIGHTS_DIR=str(tmp_path / "weights"))
    assert done.returncode == 4, done.stderr
    assert "dropped_in" in done.stderr


def test_altered_weights_give_4(noise_png: Path, tmp_path: Path) -> None:
    folder = tmp_path / "weights" / "dropped_in"
    folder.mkdir(parents=True)
    shipped = resources.path("weights/xception")
    card = (shipped / "card.toml").read_text("utf-8")
    (folder / "card.toml").write_text(card.replace('id = "xception"', 'id = "dropped_in"', 1))
    network = bytearray((shipped / "network.onnx").read_bytes())
    network[len(network) // 2] ^= 1
    (folder / "network.onnx").write_bytes(network)
    words = ("analyze", noise_png, "--out", tmp_path / "o")
    done = run(*words, FACEWITNESS_WEIGHTS_DIR=str(tmp_path / "weights"))
    assert done.returncode == 4, done.stderr


def test_models_lists_figures_and_checks_the_weights() -> None:
    done = run("models")
    assert done.returncode == 0, done.stderr
    assert "xception" in done.stdout
    assert "validation AUC" in done.stdout
    assert "unchanged" in done.stdout


@pytest.mark.alone
@pytest.mark.skipif(os.name == "nt", reason="sends SIGINT")
def test_ctrl_c_stops_within_a_second_and_leaves_no_report(
    demo_clip: DemoClip, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    command = [sys.executable, "-m", "core.cli", "analyze", str(demo_clip.path)]
    command += ["--out", str(out), "--sample", "all"]
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True) as process:
        time.sleep(4)
        assert process.poll() is None, "the analysis should still be running"
        start = time.monotonic()
        process.send_signal(signal.SIGINT)
        process.wait(timeout=10)
        elapsed = time.monotonic() - start
    assert process.returncode == 130
    assert elapsed < 1.0
    assert not out.exists() or list(out.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="sends SIGTERM")
def test_a_run_that_is_ended_from_outside_tidies_up(demo_clip: DemoClip, tmp_path: Path) -> None:
    out = tmp_path / "out"
    command = [sys.executable, "-m", "core.cli", "analyze", str(demo_clip.path), "--out", str(out)]
    with subprocess.Popen(
        [*command, "--sample", "all"], cwd=ROOT, stderr=subprocess.PIPE, text=True
    ) as process:
        deadline = time.monotonic() + 30
        while not out.exists() and time.monotonic() < deadline:
            time.sleep(0.05)
        process.terminate()
        _, complaint = process.communicate(timeout=10)
    assert process.returncode == 130
    assert "Traceback" not in complaint
    assert "interrupted" in complaint
    assert list(out.iterdir()) == []


def test_a_demo_that_comes_to_nothing_gives_3(
    demo_clip: DemoClip, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clip = replace(demo_clip, path=tmp_path / "cut off.mp4")
    clip.path.write_bytes(demo_clip.path.read_bytes()[:2000])
    monkeypatch.setattr("core.cli.demo.make_demo_clip", lambda _path: clip)
    words = ["demo", "--out", str(tmp_path / "out"), "--quiet"]
    assert guarded(lambda: get_command(app).main(args=words)) == 3


@pytest.mark.parametrize("command", ["analyze", "demo"])
def test_a_folder_that_cannot_be_had_is_found_out_at_once(
    command: str, noise_png: Path, tmp_path: Path
) -> None:
    taken = tmp_path / "taken"
    taken.write_bytes(b"mine")
    done = run(*([command, noise_png] if command == "analyze" else [command]), "--out", taken)
    assert done.returncode == 3
    assert "cannot be written" in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""
    assert taken.read_bytes() == b"mine"


def test_the_folder_of_any_of_the_files_is_refused_before_the_first(
    noise_png: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "x.png").write_bytes(noise_png.read_bytes())
    done = run("analyze", noise_png, other / "x.png", "--out", other)
    assert done.returncode == 3
    assert "beside the evidence" in done.stderr
    assert done.stdout == ""
    assert [path.name for path in other.iterdir()] == ["x.png"]


def test_characters_that_the_pipe_cannot_carry_are_shown_as_escapes(tmp_path: Path) -> None:
    path = tmp_path / "\u6620\u50cf.mp4"
    path.write_bytes(b"nothing")
    done = run("analyze", path, "--out", tmp_path / "out", PYTHONIOENCODING="ascii")
    assert done.returncode == 3, done.stderr
    assert r"\u6620\u50cf.mp4:" in done.stdout
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="Windows has no broken pipes of this kind")
@pytest.mark.parametrize("options", [(), ("--json",)])
def test_a_reader_that_goes_away_interrupts_the_run(
    options: tuple[str, ...], noise_png: Path, tmp_path: Path
) -> None:
    command = [sys.executable, "-m", "core.cli", "analyze", str(noise_png), *options]
    command += ["--out", str(tmp_path / "out"), "--quiet"]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, cwd=ROOT, text=True, **pipes) as process:  # type: ignore[call-overload]
        process.stdout.close()
        complaint = process.stderr.read()
    assert process.returncode == 130
    assert "Traceback" not in complaint
    assert "Exception ignored" not in complaint


def test_names_with_escape_codes_are_made_visible(tmp_path: Path) -> None:
    path = tmp_path / "evil\x1b]0;title\x07.mp4"
    path.write_bytes(b"nothing")
    done = run("analyze", path, "--out", tmp_path / "out", "--format", "json")
    assert done.returncode == 3
    assert "\x1b" not in done.stdout + done.stderr
    assert r"\x1b" in done.stdout
