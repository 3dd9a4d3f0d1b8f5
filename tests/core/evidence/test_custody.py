# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import json
import re
import shlex
import sys
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import av
import cv2
import numpy as np
import pytest

from core.engines.catalog import EngineSelection
from core.evidence.custody import (
    git_commit,
    library_versions,
    repeat_command,
    run_facts,
    tool_version,
    utc_text,
)
from core.records import RunFacts
from core.settings import AnalysisRequest, AnalysisSettings, Sampling
from tests.core.judged import make_run

COMMIT = "0123456789abcdef0123456789abcdef01234567"
SELECTION = EngineSelection("onnx", "cpu", "no GPU was found")
STARTED = datetime(2026, 5, 1, 12, 0, 0, 250, tzinfo=timezone(timedelta(hours=2)))


def make_facts(request: AnalysisRequest) -> RunFacts:
    return run_facts(
        request,
        selection=SELECTION,
        face_detector="centerface 1",
        detectors=(make_run(),),
        started_at=STARTED,
        finished_at=STARTED + timedelta(seconds=3),
    )


def test_facts_hold_what_ran_and_when(tmp_path: Path) -> None:
    facts = make_facts(AnalysisRequest(tmp_path / "clip.mp4"))
    assert (facts.engine, facts.device, facts.engine_note) == ("onnx", "cpu", "no GPU was found")
    assert facts.started_at == "2026-05-01T10:00:00.000250+00:00"
    assert facts.finished_at == "2026-05-01T10:00:03.000250+00:00"
    assert facts.detectors == (make_run(),)


def test_facts_name_no_folder(tmp_path: Path) -> None:
    facts = make_facts(AnalysisRequest(tmp_path / "clip.mp4"))
    assert str(tmp_path) not in repr(facts)
    assert "clip.mp4" in facts.command


def test_settings_are_plain_json_with_every_field(tmp_path: Path) -> None:
    settings = make_facts(AnalysisRequest(tmp_path / "clip.mp4")).settings
    assert json.loads(json.dumps(settings))["faces"]["min_size_px"] == 50.0
    assert set(settings) == set(AnalysisSettings.__dataclass_fields__)


def test_given_command_is_kept(tmp_path: Path) -> None:
    assert make_facts(AnalysisRequest(tmp_path / "a", command="as typed")).command == "as typed"


@pytest.mark.parametrize("name", ["clip.mp4", "-i.mp4", "it's; rm $HOME.mp4", "two words.mp4"])
def test_command_survives_a_shell(name: str, tmp_path: Path) -> None:
    settings = AnalysisSettings(sampling=Sampling.parse("every:3"), detectors=("a", "b"))
    words = shlex.split(repeat_command(AnalysisRequest(tmp_path / name, settings), SELECTION))
    assert words[:2] == ["facewitness", "analyze"]
    assert words[-2:] == ["--", name]
    assert words[words.index("--sample") + 1] == "every:3"
    assert words[words.index("--engine") + 1] == "onnx", "what ran, not the `auto` asked for"
    assert [words[i + 1] for i, word in enumerate(words) if word == "--detector"] == ["a", "b"]


def test_microseconds_are_always_written() -> None:
    assert utc_text(datetime(2026, 1, 2, tzinfo=UTC)) == "2026-01-02T00:00:00.000000+00:00"


def test_time_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        utc_text(datetime(2026, 1, 2))


def test_versions_are_those_of_the_loaded_libraries() -> None:
    versions = library_versions("onnx")
    assert versions["numpy"] == np.__version__
    assert versions["av"] == av.__version__
    assert versions["ffmpeg (in av)"] == av.ffmpeg_version_info
    assert cv2.__version__ in versions["opencv-python-headless"]
    assert versions["libavcodec (in opencv)"] in cv2.getBuildInformation()
    assert versions["python"] == ".".join(map(str, sys.version_info[:3]))
    assert list(versions) == sorted(versions)


@pytest.mark.tf
def test_libraries_of_another_engine_are_not_named_even_if_they_are_loaded() -> None:
    """Else the facts of a run, and whether a batch is done again, would hang on what ran before."""
    import keras  # noqa: F401

    assert not {"keras", "tensorflow"} & library_versions("onnx").keys()
    assert "keras" in library_versions("keras")


def test_version_is_the_projects() -> None:
    assert re.fullmatch(r"\d+\.\d+\.\d+\S*", tool_version())


def _make_git(folder: Path, head: str) -> Path:
    git = folder / ".git"
    git.mkdir(parents=True)
    (git / "HEAD").write_text(head)
    return git


def test_commit_of_a_branch_is_read(tmp_path: Path) -> None:
    git = _make_git(tmp_path, "ref: refs/heads/main\n")
    (git / "refs/heads").mkdir(parents=True)
    (git / "refs/heads/main").write_text(COMMIT + "\n")
    assert git_commit(tmp_path) == COMMIT


def test_commit_of_a_packed_branch_is_read(tmp_path: Path) -> None:
    git = _make_git(tmp_path, "ref: refs/heads/a/b\n")
    other = "f" * 40
    (git / "packed-refs").write_text(
        f"# pack-refs with: peeled\n{other} refs/heads/a\n{COMMIT} refs/heads/a/b\n"
    )
    assert git_commit(tmp_path) == COMMIT


def test_detached_commit_is_read(tmp_path: Path) -> None:
    _make_git(tmp_path, COMMIT + "\n")
    assert git_commit(tmp_path) == COMMIT


def test_commit_of_a_worktree_is_read(tmp_path: Path) -> None:
    git = _make_git(tmp_path / "main", "ref: refs/heads/main\n")
    inner = git / "worktrees/tree"
    inner.mkdir(parents=True)
    (inner / "HEAD").write_text("ref: refs/heads/topic\n")
    (inner / "commondir").write_text("../..\n")
    (git / "refs/heads").mkdir(parents=True)
    (git / "refs/heads/topic").write_text(COMMIT + "\n")
    tree = tmp_path / "tree"
    tree.mkdir()
    (tree / ".git").write_text(f"gitdir: {inner}\n")
    assert git_commit(tree) == COMMIT


def test_no_checkout_has_no_commit(tmp_path: Path) -> None:
    assert git_commit(tmp_path) is None


def test_branch_without_a_commit_has_none(tmp_path: Path) -> None:
    _make_git(tmp_path, "ref: refs/heads/main\n")
    assert git_commit(tmp_path) is None
