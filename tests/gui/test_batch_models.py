# SPDX-License-Identifier: Apache-2.0
"""The batch's table and its order: right after any change, and quick with ten thousand rows."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QAbstractItemModelTester

from core.batch.records import Status
from gui.models.batch_order import BatchFilter, BatchOrder
from gui.models.batch_row import BATCH_COLUMNS, FILE, KINDS, MESSAGE, OUTCOME, STRENGTH, natural_key
from gui.models.batch_table import BatchTable, runs
from tests.gui.batches import finished, made_item, made_items

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal
DESCENDING = Qt.SortOrder.DescendingOrder
BAR_S = 0.100


@pytest.fixture
def pair(qapp: object) -> Iterator[tuple[BatchTable, BatchOrder]]:
    """A table and its order, both watched by Qt's own tester."""
    table = BatchTable()
    order = BatchOrder(table)
    testers = [QAbstractItemModelTester(model, FATAL) for model in (table, order)]
    yield table, order
    assert testers


def shown(order: BatchOrder) -> list[str]:
    return [order.row_at(row).name for row in range(order.rowCount())]


def expected(table: BatchTable, order: BatchOrder, column: int, *, down: bool) -> list[str]:
    """Sort anew, as the order ought to be after any number of single changes."""
    read = BATCH_COLUMNS[column].key
    assert read is not None
    rows = list(filter(order.shown_filter.test(), table.rows))
    known = sorted((row for row in rows if read(row) is not None), key=read, reverse=down)
    return [row.name for row in (*known, *(row for row in rows if read(row) is None))]


def test_rows_come_change_and_go(pair: tuple[BatchTable, BatchOrder]) -> None:
    table, order = pair
    table.put(made_items(20, 5))
    assert (table.rowCount(), order.rowCount()) == (20, 20)
    table.put([finished(made_item(7, is_done=False))])
    assert table.tally["to_do"] == 14
    table.put([replace(made_item(3, is_done=True), status=Status.REMOVED)])
    assert (table.rowCount(), order.rowCount()) == (19, 19)
    assert table.row_of(4) == -1
    assert sum(table.tally.values()) == 19
    table.clear()
    assert (table.rowCount(), order.rowCount(), sum(table.tally.values())) == (0, 0, 0)


def test_progress_is_shown_and_forgotten(pair: tuple[BatchTable, BatchOrder]) -> None:
    table, order = pair
    table.put(made_items(4, 0))
    table.begin(2)
    table.progress({2: 0.5})
    place = order.place_of(2)
    assert order.row_at(place).state_text == "In work"
    assert order.index(place, 2).data() == "50 % examined"
    table.settle()
    assert order.row_at(order.place_of(2)).state_text == "Waiting"


@pytest.mark.parametrize("column", range(len(BATCH_COLUMNS)))
@pytest.mark.parametrize("down", [False, True])
def test_every_column_sorts_both_ways_with_gaps_last(
    pair: tuple[BatchTable, BatchOrder], column: int, down: bool
) -> None:
    table, order = pair
    table.put(made_items(120, 70))
    order.sort(column, DESCENDING if down else Qt.SortOrder.AscendingOrder)
    assert shown(order) == expected(table, order, column, down=down)


@pytest.mark.parametrize("column", [FILE, OUTCOME, STRENGTH, MESSAGE])
def test_any_number_of_changes_leaves_the_right_order(
    pair: tuple[BatchTable, BatchOrder], column: int
) -> None:
    table, order = pair
    chance = random.Random(column)
    order.sort(column, DESCENDING)
    order.filter(BatchFilter(kinds=frozenset({"to_do", "no_support_found", "inconclusive"})))
    table.put(made_items(25, 5))
    for _ in range(20):
        numbers = chance.sample(range(35), 3)
        table.put([made_item(number, is_done=chance.random() < 0.6) for number in numbers])
        if chance.random() < 0.3:
            gone = made_item(chance.randrange(35), is_done=False)
            table.put([replace(gone, status=Status.REMOVED)])
    assert shown(order) == expected(table, order, column, down=True)
    sources = [order.mapToSource(order.index(row, 0)).row() for row in range(order.rowCount())]
    assert [order.mapFromSource(table.index(row, 0)).row() for row in sources] == list(
        range(order.rowCount())
    )


def test_words_and_kinds_filter_together(pair: tuple[BatchTable, BatchOrder]) -> None:
    table, order = pair
    table.put(made_items(400, 400))
    order.filter(BatchFilter("whatsapp index", frozenset({"could_not_evaluate"})))
    rows = [order.row_at(row) for row in range(order.rowCount())]
    assert rows
    assert {row.kind for row in rows} == {"could_not_evaluate"}
    assert all("WhatsApp" in row.place for row in rows)
    order.filter(BatchFilter("no such words anywhere"))
    assert order.rowCount() == 0
    order.filter(BatchFilter())
    assert order.rowCount() == 400


def test_the_selection_survives_sorting_filtering_and_changes(
    pair: tuple[BatchTable, BatchOrder],
) -> None:
    table, order = pair
    table.put(made_items(200, 100))
    selection = QItemSelectionModel(order)
    flags = QItemSelectionModel.SelectionFlag
    for item_id in (3, 50, 150):
        selection.select(order.index(order.place_of(item_id), 0), flags.Select | flags.Rows)

    def selected() -> set[int]:
        return {order.row_at(one.row()).item.item_id for one in selection.selectedRows()}

    order.sort(OUTCOME, DESCENDING)
    assert selected() == {3, 50, 150}
    table.put([finished(made_item(149, is_done=False))])
    assert selected() == {3, 50, 150}
    order.filter(BatchFilter(kinds=frozenset({"to_do"})))
    assert not selected() & {3, 50}


def test_screen_readers_hear_the_heading_and_the_cell(
    pair: tuple[BatchTable, BatchOrder],
) -> None:
    table, order = pair
    table.put(made_items(1, 1))
    text = order.index(0, OUTCOME).data(Qt.ItemDataRole.AccessibleTextRole)
    assert text == "Outcome: No support found"
    assert order.headerData(OUTCOME, Qt.Orientation.Horizontal) == "Outcome"


def test_numbers_in_names_count_as_numbers() -> None:
    names = ["clip10.mp4", "clip9.mp4", "Clip 1.mp4", "10.mp4", "9.mp4", "²clip"]
    assert sorted(names, key=natural_key) == [
        *("9.mp4", "10.mp4", "clip9.mp4", "clip10.mp4", "Clip 1.mp4", "²clip")
    ]


def test_runs_of_neighbors() -> None:
    assert list(runs([])) == []
    assert list(runs([0, 1, 2, 5, 7, 8])) == [(0, 2), (5, 5), (7, 8)]


@pytest.mark.alone
def test_ten_thousand_rows_sort_and_filter_at_once(qapp: object) -> None:
    table = BatchTable()
    order = BatchOrder(table)
    table.put(made_items(10_000, 9_000))
    slowest: dict[str, float] = {}

    def measure(what: str, act: object, *arguments: object) -> None:
        times = []
        for _ in range(3):  # this thread's own time: other programs are not the table's fault
            started = time.thread_time()
            act(*arguments)  # type: ignore[operator]
            times.append(time.thread_time() - started)
        slowest[what] = min(times)

    for column in range(len(BATCH_COLUMNS)):
        for way in (DESCENDING, Qt.SortOrder.AscendingOrder):
            measure(f"sort by {BATCH_COLUMNS[column].header()}", order.sort, column, way)
    for number, kind in enumerate(KINDS):
        wanted = [BatchFilter(kinds=frozenset({kind})), BatchFilter(f"img {number}")]
        for one in wanted:
            order.filter(BatchFilter())
            started = time.thread_time()
            order.filter(one)
            slowest[f"filter {one}"] = time.thread_time() - started
    what = max(slowest, key=slowest.__getitem__)
    print(f"slowest of {len(slowest)}: {what}, {slowest[what] * 1000:.0f} ms")  # noqa: T201
    assert slowest[what] < BAR_S
