# SPDX-License-Identifier: Apache-2.0
"""A person's wishes to a batch: pause, go on, leave out, do again, take off the list."""

from __future__ import annotations

import csv
import json
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest

import resources
from core.batch.control import BatchControl, Wish, WishKind
from core.batch.options import scope_as_json, scope_of_json
from core.batch.reader import BatchReader
from core.batch.records import (
    BatchEvent,
    BatchFinished,
    HoldChanged,
    Item,
    ItemsChanged,
    ItemStarted,
    Status,
    WorkStarted,
)
from core.batch.run import run_batch
from core.batch.runner import InlineRunner
from core.batch.schema import SCHEMA_VERSION
from core.batch.state import BatchState
from core.cancel import CancelToken
from core.events import AnalysisCompleted, Event
from core.settings import AnalysisRequest
from tests.core.batch.faults import QuickProcesses
from tests.core.batch.folders import analysed, items, make_image, make_options, run
from tests.core.batch.quick import analyze_quickly

pytestmark = pytest.mark.usefixtures("quick_analysis")


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    root = tmp_path / "pictures"
    for number in range(5):
        make_image(root / f"{number}.png", number)
    return root


def steered(folder: Path, out: Path, control: BatchControl) -> Iterator[BatchEvent]:
    options = make_options(folder, out, resume=True)
    return run_batch(options, InlineRunner(), CancelToken(), control)


def ids(out: Path, *names: str) -> tuple[int, ...]:
    found = items(out)
    return tuple(found[name].item_id for name in names)


def granted(out: Path, kind: WishKind, *names: str) -> tuple[Item, ...]:
    """Grant a wish while no run goes on."""
    state = BatchState(out)
    try:
        return Wish(kind, ids(out, *names)).grant(state)
    finally:
        state.close()


def test_a_paused_batch_ends_what_is_in_work_and_begins_nothing(pictures: Path, out: Path) -> None:
    control = BatchControl()
    seen: list[BatchEvent] = []
    for event in steered(pictures, out, control):
        seen.append(event)
        if isinstance(event, ItemStarted) and len(analysed(seen)) == 2:
            control.pause()
        if isinstance(event, HoldChanged) and event.is_paused and event.in_work == 0:
            assert sum(one.status is Status.DONE for one in items(out).values()) == 3
            control.resume()
    holds = [(one.is_paused, one.in_work) for one in seen if isinstance(one, HoldChanged)]
    assert holds == [(True, 1), (True, 0), (False, 0)]
    assert len(analysed(seen)) == 5


def test_waiting_items_are_left_out_and_the_summary_says_so(pictures: Path, out: Path) -> None:
    control = BatchControl()
    seen = []
    for event in steered(pictures, out, control):
        seen.append(event)
        if isinstance(event, WorkStarted):
            control.ask(Wish(WishKind.CANCEL, ids(out, "3.png")))
            control.ask(Wish(WishKind.REMOVE, ids(out, "4.png")))
    assert analysed(seen) == ["0.png", "1.png", "2.png"]
    changed = [item.path for one in seen if isinstance(one, ItemsChanged) for item in one.items]
    assert changed == ["3.png", "4.png"]
    end = seen[-1]
    assert isinstance(end, BatchFinished)
    assert (end.counts.files, end.counts.cancelled, end.counts.removed) == (4, 1, 1)
    summary = json.loads((out / "summary.json").read_text("utf-8"))
    schema = json.loads(resources.path("schema/batch.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator(schema).validate(summary)
    assert summary["complete"] is False
    assert summary["items"][3]["status"] == "cancelled"
    with (out / "passed.csv").open(encoding="utf-8", newline="") as stream:
        assert list(csv.DictReader(stream)) == [{"path": "4.png", "why": "removed"}]


def test_resume_leaves_out_what_a_person_left_out(pictures: Path, out: Path) -> None:
    options = make_options(pictures, out, resume=True)
    run(options)
    granted(out, WishKind.RETRY, "0.png", "1.png")
    granted(out, WishKind.CANCEL, "0.png")
    granted(out, WishKind.REMOVE, "2.png")
    assert analysed(run(options)) == ["1.png"]
    assert items(out)["2.png"].status is Status.REMOVED
    granted(out, WishKind.RETRY, "0.png", "2.png")
    assert analysed(run(options)) == ["0.png", "2.png"]


def test_a_finished_item_cannot_be_cancelled(pictures: Path, out: Path) -> None:
    run(make_options(pictures, out))
    assert granted(out, WishKind.CANCEL, "0.png") == ()
    assert items(out)["0.png"].status is Status.DONE


def test_copies_follow_their_original(folder: Path, out: Path) -> None:
    run(make_options(folder, out))
    again = granted(out, WishKind.RETRY, "sub/copy.png")
    assert {item.path: item.status for item in again} == {
        "image1.png": Status.WAITING,
        "sub/copy.png": Status.WAITING,
    }
    run(make_options(folder, out, resume=True))
    removed = granted(out, WishKind.REMOVE, "image1.png")
    assert {item.path: item.status for item in removed} == {
        "image1.png": Status.REMOVED,
        "sub/copy.png": Status.WAITING,
    }
    assert analysed(run(make_options(folder, out, resume=True))) == ["sub/copy.png"]


def test_an_item_in_work_is_given_up_and_the_next_begun(
    pictures: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The analysis of the first picture ends by its cancel only."""

    def analyze(request: AnalysisRequest, cancel: CancelToken, **tools: object) -> Iterator[Event]:
        if request.path.name == "0.png":
            while not cancel.is_cancelled:
                pass
            return
        for event in analyze_quickly(request, cancel, **tools):  # type: ignore[arg-type]
            assert isinstance(event, AnalysisCompleted)
            yield event

    monkeypatch.setattr("core.batch.task.analyze", analyze)
    control = BatchControl()
    seen = []
    for event in steered(pictures, out, control):
        seen.append(event)
        if isinstance(event, ItemStarted) and event.item.path == "0.png":
            control.ask(Wish(WishKind.CANCEL, (event.item.item_id,)))
    assert analysed(seen) == ["1.png", "2.png", "3.png", "4.png"]
    assert items(out)["0.png"].status is Status.CANCELLED
    assert not (out / "items").joinpath("0.png").exists()


@pytest.mark.slow
def test_a_worker_process_lets_go_of_a_cancelled_file(tmp_path: Path, out: Path) -> None:
    from core.batch.cluster import ClusterRunner

    folder = tmp_path / "evidence"
    for name in ("patient.png", "quick.png"):
        make_image(folder / name, len(name))
    control, seen = BatchControl(), []
    options = make_options(folder, out)
    runner = ClusterRunner(QuickProcesses(1))
    for event in run_batch(options, runner, CancelToken(), control):
        seen.append(event)
        if isinstance(event, ItemStarted) and event.item.path == "patient.png":
            control.ask(Wish(WishKind.CANCEL, (event.item.item_id,)))
    assert analysed(seen) == ["quick.png"]
    assert items(out)["patient.png"].status is Status.CANCELLED


def test_a_state_of_the_first_version_is_brought_up_to_date(pictures: Path, out: Path) -> None:
    options = make_options(pictures, out, resume=True)
    run(options)
    before = items(out)
    database = sqlite3.connect(out / "state.sqlite", isolation_level=None)
    ((table,),) = database.execute("SELECT sql FROM sqlite_master WHERE name = 'item'").fetchall()
    old = table.replace(
        "('waiting', 'running', 'done', 'duplicate', 'cancelled', 'gone', 'removed')",
        "('waiting', 'running', 'done', 'duplicate', 'gone')",
    )
    assert old != table
    indexes = database.execute(
        "SELECT sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
    ).fetchall()
    names = [row[1] for row in database.execute("PRAGMA table_info(item)")]
    database.executescript(
        "BEGIN; ALTER TABLE item RENAME TO newer;"
        + "".join(f"DROP INDEX {sql.split()[2]};" for (sql,) in indexes)
        + f"{old}; INSERT INTO item SELECT {', '.join(names)} FROM newer; DROP TABLE newer;"
        + "".join(f"{sql};" for (sql,) in indexes)
        + "PRAGMA user_version = 1; COMMIT;"
    )
    database.close()
    assert items(out) == before  # a reader takes it as it is
    assert granted(out, WishKind.REMOVE, "1.png")
    reader = BatchReader.open(out)
    assert reader.counts().removed == 1
    reader.close()
    check = sqlite3.connect(out / "state.sqlite")
    assert check.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)
    kept = check.execute("SELECT count(*) FROM sqlite_master WHERE type = 'index' AND sql != ''")
    assert kept.fetchone() == (len(indexes),)
    check.close()
    assert analysed(run(options)) == []


def test_the_state_knows_which_files_it_was_to_take(pictures: Path, out: Path) -> None:
    options = make_options(pictures, out)
    options = replace(options, scope=replace(options.scope, exclude=("4*",)))
    run(options)
    reader = BatchReader.open(out)
    assert scope_of_json(reader.meta("scope")) == options.scope
    reader.close()
    with pytest.raises(ValueError, match="scope"):
        scope_of_json('{"recursive": true}')
    assert scope_of_json("").recursive
    assert "exclude" in scope_as_json(options.scope)
