# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from core.errors import WeightsMissingError
from core.events import AnalysisCompleted
from core.evidence.annotations import Annotations, Bookmark
from core.records import Outcome
from core.settings import AnalysisSettings
from gui.models.evidence import EvidenceItem, sampling_step_s
from gui.models.job_table import JobRole, JobTable
from gui.models.session import Session
from gui.models.track_table import TrackTable
from gui.states import ItemState
from tests.gui.scenes import FPS, STEP, Scene, judge, play


@pytest.fixture
def session(qapp: object) -> Session:
    return Session()


def add(session: Session, name: str = "clip.mp4") -> EvidenceItem:
    return session.add(Path("/evidence") / name, AnalysisSettings())


def feed(session: Session, item: EvidenceItem, scene: Scene, n_events: int | None = None) -> None:
    events = [one for one in play(scene) if not isinstance(one, AnalysisCompleted)]
    session.apply(item.job_id, tuple(events[:n_events]))
    session.tell()


def test_job_table_keeps_qts_contract_while_rows_come_change_and_go(
    session: Session, qtmodeltester: ModelTester
) -> None:
    table = JobTable(session)
    qtmodeltester.check(table)  # type: ignore[no-untyped-call]
    items = [add(session, f"{number}.mp4") for number in range(3)]
    session.set_state(items[1].job_id, ItemState.RUNNING)
    feed(session, items[1], Scene(2))
    session.finish(items[1].job_id, judge(Scene(2)))
    session.remove(items[0].job_id)
    assert [row.name for row in table.rows] == ["1.mp4", "2.mp4"]
    assert table.index(0, 1).data() == "Support for manipulation"
    assert table.index(0, 0).data(JobRole.OUTCOME) == Outcome.SUPPORT_FOR_MANIPULATION


def test_track_table_keeps_qts_contract_while_it_grows_and_is_judged(
    session: Session, qtmodeltester: ModelTester
) -> None:
    table = TrackTable(session)
    qtmodeltester.check(table)  # type: ignore[no-untyped-call]
    item, other = add(session), add(session, "other.mp4")
    session.select(item.job_id)
    feed(session, item, Scene(2), 30)
    assert table.rowCount() == 2
    assert table.index(0, 1).data() == "–"
    session.finish(item.job_id, judge(Scene(2)))
    assert [table.index(row, 1).data() for row in range(2)] == [
        "Support for manipulation",
        "No support found",
    ]
    session.select(other.job_id)
    assert table.rowCount() == 0
    session.select(item.job_id)
    assert table.rowCount() == 2


def test_track_table_inserts_rows_and_never_resets(session: Session) -> None:
    table = TrackTable(session)
    resets: list[int] = []
    table.modelReset.connect(lambda: resets.append(1))
    item = add(session)
    session.select(item.job_id)
    feed(session, item, Scene(3))
    session.finish(item.job_id, judge(Scene(3)))
    assert table.rowCount() == 3
    assert resets == []


def test_headers_have_words_and_cells_have_accessible_text(session: Session) -> None:
    table = TrackTable(session)
    item = add(session)
    session.select(item.job_id)
    session.finish(item.job_id, judge(Scene(1)))
    horizontal = Qt.Orientation.Horizontal
    assert all(table.headerData(column, horizontal) for column in range(table.columnCount()))
    spoken = table.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Person 1" in spoken
    assert "Support for manipulation" in spoken


def test_removing_the_current_item_selects_its_neighbor(session: Session) -> None:
    first, second, third = (add(session, name) for name in ("a", "b", "c"))
    session.select(second.job_id)
    session.remove(second.job_id)
    assert session.current is third
    session.remove(third.job_id)
    assert session.current is first
    session.remove(first.job_id)
    assert session.current is None


def test_events_of_a_removed_item_are_ignored(session: Session) -> None:
    item = add(session)
    session.remove(item.job_id)
    feed(session, item, Scene(1))
    session.finish(item.job_id, judge(Scene(1)))
    session.fail(item.job_id, WeightsMissingError("none"))
    assert len(session) == 0


def test_many_events_are_told_once(session: Session) -> None:
    item = add(session)
    told: list[int] = []
    session.item_changed.connect(told.append)
    for event in play(Scene(1)):
        if not isinstance(event, AnalysisCompleted):
            session.apply(item.job_id, (event,))
    session.tell()
    assert told == [item.job_id]
    assert item.frames_done == 60


def test_what_is_untold_comes_before_the_result(session: Session) -> None:
    item = add(session)
    states: list[ItemState] = []
    session.item_changed.connect(lambda _id: states.append(item.state))
    events = [one for one in play(Scene(1)) if not isinstance(one, AnalysisCompleted)]
    session.apply(item.job_id, tuple(events))
    session.finish(item.job_id, judge(Scene(1)))
    assert states == [ItemState.WAITING, ItemState.DONE]


def test_item_name_is_safe_to_show(session: Session) -> None:
    item = add(session, "a\u202egpj.exe\n")
    assert item.name == "a\\u202egpj.exe\\n"


def test_sampling_step_follows_the_settings() -> None:
    media = Scene(1).media
    item = EvidenceItem(1, Path("x"), AnalysisSettings())
    assert sampling_step_s(item.settings.sampling, media) == pytest.approx(0.2)
    every = AnalysisSettings().sampling.parse(f"every:{STEP}")
    assert sampling_step_s(every, media) == pytest.approx(STEP / FPS)


def test_annotations_are_told_once_when_they_change(session: Session) -> None:
    """A second setting of the same notes is no change."""
    told: list[int] = []
    session.annotations_changed.connect(told.append)
    item = add(session)
    marked = Annotations(bookmarks=(Bookmark(3, 0.1, "mouth"),))
    session.annotate(item.job_id, marked)
    session.annotate(item.job_id, marked)
    assert item.annotations == marked
    assert told == [item.job_id]
