# SPDX-License-Identifier: Apache-2.0
"""Lists of labelled clips: read with their traps, and compared by hash."""

from __future__ import annotations

import hashlib
import math
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from core.pipeline import AnalysisTools
from core.records import AnalysisResult
from core.settings import AnalysisSettings
from training.datasets.clips import Clip, checked_path, read_clips
from training.errors import ManifestError
from training.measuring import clip_scores
from training.measuring.clip_scores import ClipScore, read_clip_scores, write_clip_scores

HEAD = "repo,path,label,kind,source_group,split,sha256\n"
REAL_ROW = f"a/b,x.mp4,real,clip,S,val,{'0' * 64}\n"
FAKE_ROW = f"a/c,gh-pages:y/z.mp4,fake,GEN,G,val,{hashlib.sha256(b'clip').hexdigest()}\n"


def _table(folder: Path, *rows: str, head: str = HEAD) -> Path:
    path = folder / "clips.csv"
    path.write_text(head + "".join(rows), "utf-8")
    return path


def test_branch_is_no_part_of_the_place(tmp_path: Path) -> None:
    real, fake = read_clips(_table(tmp_path, REAL_ROW, FAKE_ROW), "val")
    assert (real.file, real.label) == ("a/b/x.mp4", 0)
    assert (fake.file, fake.label) == ("a/c/y/z.mp4", 1)


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ((REAL_ROW, FAKE_ROW.replace("fake", "FAKE")), "line 3"),
        ((REAL_ROW, FAKE_ROW.replace("gh-pages:y", "../../..")), "line 3"),
        ((REAL_ROW,), "both real and fake"),
        ((REAL_ROW, FAKE_ROW.replace(",val,", ",train,")), "both real and fake"),
    ],
)
def test_bad_row_is_named(tmp_path: Path, rows: tuple[str, ...], message: str) -> None:
    with pytest.raises(ManifestError, match=message):
        read_clips(_table(tmp_path, *rows), "val")


def test_missing_column_is_named(tmp_path: Path) -> None:
    with pytest.raises(ManifestError, match="sha256"):
        read_clips(_table(tmp_path, head=HEAD.replace(",sha256", "")), "val")


def test_altered_or_missing_clip_is_refused(tmp_path: Path) -> None:
    _, fake = read_clips(_table(tmp_path, REAL_ROW, FAKE_ROW), "val")
    with pytest.raises(ManifestError, match=r"z\.mp4"):
        checked_path(fake, tmp_path)
    path = tmp_path / fake.file
    path.parent.mkdir(parents=True)
    path.write_bytes(b"clip")
    assert checked_path(fake, tmp_path) == path
    path.write_bytes(b"another")
    with pytest.raises(ManifestError, match="is not the listed clip"):
        checked_path(fake, tmp_path)


def clip_score(number: int, label: int, score: float) -> ClipScore:
    return ClipScore(
        f"clip{number}.mp4",
        label,
        "GEN" if label else "clip",
        f"G{number % 4}",
        "0" * 64,
        "w",
        "support_for_manipulation" if score > 0.7 else "inconclusive",
        512.0,
        100.0 + number,
        12,
        score,
        score / 2,
        math.nan,
    )


def test_scores_survive_the_way_to_disk_and_gaps_stay_gaps(tmp_path: Path) -> None:
    table = tmp_path / "scores.csv"
    written = [clip_score(1, 0, 0.25), clip_score(2, 1, 0.75)]
    write_clip_scores(written, table)
    found = read_clip_scores(table)
    assert all(math.isnan(score.xception_gru) for score in found)
    assert [replace(score, xception_gru=0.0) for score in found] == [
        replace(score, xception_gru=0.0) for score in written
    ]


def test_killed_run_ends_with_the_same_table(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clips = [Clip(f"{i}.mp4", i % 2, "k", "g", f"{i:064x}") for i in range(5)]
    run = SimpleNamespace(detector_id="xception", weights_sha256="w" * 64)
    tools = SimpleNamespace(detectors=SimpleNamespace(runs=[run]))
    monkeypatch.setattr(AnalysisTools, "load", lambda _: tools)
    analyzed: list[str] = []

    def analyze(path: str, _tools: object, _settings: object) -> AnalysisResult:
        if len(analyzed) == 3 and killed:
            raise InterruptedError
        analyzed.append(path)
        return SimpleNamespace(  # type: ignore[return-value]
            tracks=(), media=None, outcome=SimpleNamespace(value="inconclusive")
        )

    monkeypatch.setattr(clip_scores, "checked_path", lambda clip, _root: clip.file)
    monkeypatch.setattr(clip_scores, "_analyzed", analyze)
    killed = False
    clip_scores.score_clips(clips, tmp_path, tmp_path / "whole.csv")
    analyzed.clear()
    killed = True
    with pytest.raises(InterruptedError):
        clip_scores.score_clips(clips, tmp_path, tmp_path / "cut.csv")
    killed = False
    clip_scores.score_clips(clips, tmp_path, tmp_path / "cut.csv")
    assert analyzed == [f"{i}.mp4" for i in range(5)]
    assert (tmp_path / "cut.csv").read_bytes() == (tmp_path / "whole.csv").read_bytes()


def test_new_weights_of_others_leave_the_scores_of_the_costly_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clip = Clip("1.mp4", 1, "k", "g", "0" * 64)
    hashes = {"xception": "a" * 12, "image_cnn": "b" * 12}
    asked: list[tuple[str, ...]] = []

    def load(settings: AnalysisSettings) -> SimpleNamespace:
        runs = [SimpleNamespace(detector_id=k, weights_sha256=v) for k, v in hashes.items()]
        return SimpleNamespace(detectors=SimpleNamespace(runs=runs))

    def analyze(_path: str, _tools: object, settings: AnalysisSettings) -> AnalysisResult:
        asked.append(settings.detectors)
        return SimpleNamespace(  # type: ignore[return-value]
            tracks=(), media=None, outcome=SimpleNamespace(value="inconclusive")
        )

    monkeypatch.setattr(AnalysisTools, "load", load)
    monkeypatch.setattr(clip_scores, "checked_path", lambda clip, _root: clip.file)
    monkeypatch.setattr(clip_scores, "_analyzed", analyze)
    table = tmp_path / "scores.csv"
    old = replace(clip_score(1, 1, 0.5), weights=f"{'c' * 12}+{'b' * 12}", image_cnn=0.375)
    write_clip_scores([old], table)
    (score,) = clip_scores.score_clips([clip], tmp_path, table)
    assert asked == [("xception",)]
    assert score.image_cnn == 0.375
    assert score.weights == f"{'a' * 12}+{'b' * 12}"
    hashes["image_cnn"] = "d" * 12
    (score,) = clip_scores.score_clips([clip], tmp_path, table)
    assert asked[1] == ()
    assert math.isnan(score.image_cnn)


def test_damaged_score_is_named_by_its_line(tmp_path: Path) -> None:
    table = tmp_path / "scores.csv"
    write_clip_scores([clip_score(1, 0, 0.25)], table)
    table.write_text(table.read_text("utf-8").replace("0.25", "high"), "utf-8")
    with pytest.raises(ManifestError, match="line 2"):
        read_clip_scores(table)
