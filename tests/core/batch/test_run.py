# SPDX-License-Identifier: Apache-2.0
"""A batch from folder to summary, in this process: what is done once, again, and not at all."""

from __future__ import annotations

import csv
import json
import os
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest

import resources
from core.batch.discovery import Scope
from core.batch.reader import BatchReader
from core.batch.records import BatchFinished, ItemFinished, Status
from core.batch.run import run_batch
from core.batch.runner import InlineRunner
from core.batch.state import BatchState
from core.cancel import CancelToken
from core.errors import BatchBusyError, BatchError, SettingsError
from core.settings import AnalysisSettings, Sampling
from tests.core.batch.folders import (
    analysed,
    items,
    make_image,
    make_options,
    outcomes,
    run,
    snapshot,
)
from tests.core.batch.quick import analyze_quickly

pytestmark = pytest.mark.usefixtures("quick_analysis")
FILES = {"image0.png", "image1.png", "image2.png", "image3.png", "sub/copy.png"}
BROKEN = {"broken.mp4", "empty.jpg"}


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_every_file_is_accounted_for(folder: Path, out: Path) -> None:
    events = run(make_options(folder, out))
    assert isinstance(events[-1], BatchFinished)
    assert set(analysed(events)) == FILES | BROKEN
    assert outcomes(out) == {
        **dict.fromkeys(FILES, "not_applicable no_face"),
        "broken.mp4": "could_not_evaluate unsupported_media",
        "empty.jpg": "could_not_evaluate unsupported_media",
    }
    assert table(out / "passed.csv") == [{"path": "notes.txt", "why": "not_media"}]


def test_the_summary_fits_its_schema_and_the_table(folder: Path, out: Path) -> None:
    run(make_options(folder, out))
    summary = json.loads((out / "summary.json").read_text("utf-8"))
    schema = json.loads(resources.path("schema/batch.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator(schema).validate(summary)
    assert summary["complete"] is True
    rows = table(out / "summary.csv")
    assert [row["path"] for row in rows] == [one["path"] for one in summary["items"]]
    assert {row["path"]: row["sha256"] for row in rows} == {
        one["path"]: one["sha256"] for one in summary["items"]
    }


def test_equal_bytes_are_analysed_once_and_listed_for_each_place(folder: Path, out: Path) -> None:
    run(make_options(folder, out))
    found = items(out)
    first, copy = found["image1.png"], found["sub/copy.png"]
    assert copy.status is Status.DUPLICATE
    assert (copy.same_as, copy.sha256, copy.outcome) == (
        first.item_id,
        first.sha256,
        first.outcome,
    )
    assert copy.folder == first.folder
    assert len(list((out / "items").iterdir())) == len(FILES | BROKEN) - 1


def test_nothing_in_the_folder_is_changed(folder: Path, out: Path) -> None:
    def state() -> dict[str, tuple[int, int, int]]:
        found = [folder, *folder.rglob("*")]
        return {
            str(p): (p.stat().st_mtime_ns, p.stat().st_ctime_ns, p.stat().st_size) for p in found
        }

    before = state()
    run(make_options(folder, out))
    assert state() == before


def test_resume_skips_what_is_finished(folder: Path, out: Path) -> None:
    options = make_options(folder, out)
    run(options)
    before = snapshot(out)
    assert analysed(run(replace(options, resume=True))) == []
    assert snapshot(out) == before


def test_resume_redoes_what_changed_and_finds_what_is_new(folder: Path, out: Path) -> None:
    options = replace(make_options(folder, out), resume=True)
    run(options)
    old = items(out)
    make_image(folder / "image0.png", 77)
    os.utime(folder / "image2.png")
    make_image(folder / "new.png", 78)
    (folder / "image3.png").unlink()
    assert sorted(analysed(run(options))) == ["image0.png", "new.png"]
    now = items(out)
    assert now["image0.png"].sha256 != old["image0.png"].sha256
    assert now["image3.png"].status is Status.GONE
    report = next((out / now["image0.png"].folder).glob("*.json"))
    assert now["image0.png"].sha256 in report.read_text("utf-8")  # type: ignore[operator]


def test_a_changed_original_frees_its_copies(folder: Path, out: Path) -> None:
    options = replace(make_options(folder, out), resume=True)
    run(options)
    make_image(folder / "image1.png", 79)
    assert sorted(analysed(run(options))) == ["image1.png", "sub/copy.png"]
    assert items(out)["sub/copy.png"].status is Status.DONE


def test_what_was_gone_and_comes_back_is_analysed_again(folder: Path, out: Path) -> None:
    options = replace(make_options(folder, out), resume=True)
    run(options)
    away = (folder / "image0.png").rename(folder.parent / "away.png")
    run(options)
    assert outcomes(out).keys() == (FILES | BROKEN) - {"image0.png"}
    away.rename(folder / "image0.png")
    assert analysed(run(options)) == ["image0.png"]


def test_other_settings_redo_everything(folder: Path, out: Path) -> None:
    run(make_options(folder, out))
    settings = AnalysisSettings(sampling=Sampling("all", 1))
    again = run(replace(make_options(folder, out), resume=True, settings=settings))
    assert set(analysed(again)) == FILES | BROKEN


def test_a_report_that_was_not_written_yet_is_a_reason_to_do_it_again(
    folder: Path, out: Path
) -> None:
    run(make_options(folder, out))
    options = replace(make_options(folder, out), resume=True, formats=("json", "csv"))
    assert set(analysed(run(options))) == FILES | BROKEN
    assert analysed(run(replace(options, formats=("csv",)))) == []


def test_a_second_batch_needs_resume_or_another_folder(folder: Path, out: Path) -> None:
    run(make_options(folder, out))
    with pytest.raises(BatchError, match="already"):
        run(make_options(folder, out))


def test_one_run_writes_and_others_may_read(folder: Path, out: Path) -> None:
    run(make_options(folder, out))
    state = BatchState(out)
    try:
        with pytest.raises(BatchBusyError):
            run(replace(make_options(folder, out), resume=True))
        reader = BatchReader.open(out)
        assert reader.counts().finished == len(FILES | BROKEN)
        reader.close()
    finally:
        state.close()


@pytest.mark.parametrize("inside", ["", "sub/deeper", "../evidence"])
def test_an_output_folder_inside_the_evidence_is_refused(folder: Path, inside: str) -> None:
    with pytest.raises(SettingsError, match="beside the evidence"):
        run(make_options(folder, folder / inside))
    assert not (folder / "state.sqlite").exists()


def test_a_cancelled_run_goes_on_where_it_was(folder: Path, out: Path, tmp_path: Path) -> None:
    options = replace(make_options(folder, out), resume=True)
    cancel = CancelToken()
    first = []
    for event in run_batch(options, InlineRunner(), cancel):
        if isinstance(event, ItemFinished):
            first.append(event.item.path)
            if len(first) == 2:
                cancel.cancel()
    rest = analysed(run(options))
    assert len(first) < len(FILES | BROKEN)
    assert sorted(first + rest) == sorted(FILES | BROKEN)
    run(make_options(folder, tmp_path / "whole"))
    assert snapshot(out) == snapshot(tmp_path / "whole")


def test_a_file_over_the_time_limit_costs_itself_only(
    folder: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slow(request, cancel, **tools):  # type: ignore[no-untyped-def]
        if request.path.name == "image2.png":
            while not cancel.is_cancelled:
                yield from ()
            return
        yield from analyze_quickly(request, cancel, **tools)

    monkeypatch.setattr("core.batch.task.analyze", slow)
    run(make_options(folder, out, time_limit_s=0.3))
    assert outcomes(out)["image2.png"] == "could_not_evaluate limit_exceeded"
    assert outcomes(out)["image3.png"] == "not_applicable no_face"


def test_an_error_that_nobody_foresaw_costs_its_file_only(
    folder: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(request, cancel, **tools):  # type: ignore[no-untyped-def]
        if request.path.name == "image2.png":
            raise ZeroDivisionError("not foreseen")
        yield from analyze_quickly(request, cancel, **tools)

    monkeypatch.setattr("core.batch.task.analyze", broken)
    run(make_options(folder, out))
    assert outcomes(out)["image2.png"] == "could_not_evaluate worker_crashed"
    assert outcomes(out)["image3.png"] == "not_applicable no_face"


def test_an_empty_folder_has_an_empty_summary(tmp_path: Path, out: Path) -> None:
    (tmp_path / "nothing").mkdir()
    events = run(make_options(tmp_path / "nothing", out))
    assert isinstance(events[-1], BatchFinished)
    assert outcomes(out) == {}


def test_names_that_look_like_formulas_or_codes_are_harmless(tmp_path: Path, out: Path) -> None:
    make_image(tmp_path / "in" / "=cmd|' C calc'!A0.png")
    make_image(tmp_path / "in" / "evil\x1b]0;t\x07.png", 2)
    run(make_options(tmp_path / "in", out, scope=Scope()))
    text = (out / "summary.csv").read_text("utf-8")
    assert "\x1b" not in text
    assert "'=cmd" in text
    assert all(path.parent == out / "items" for path in (out / "items").iterdir())
