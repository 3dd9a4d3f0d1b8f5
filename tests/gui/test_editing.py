# SPDX-License-Identifier: Apache-2.0
"""Notes, bookmarks and the removal of files, and the way back from each."""

from __future__ import annotations

import dataclasses
from typing import Any

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest

from gui.states import ItemState
from gui.views.jobs_panel import JobsPanel
from gui.views.notes_view import NotesView
from tests.gui.conftest import MakeStand, Stand
from tests.gui.driving import find, opened, press, verdict
from tests.gui.scenes import FakeAnalysis

CTRL = Qt.KeyboardModifier.ControlModifier


def notes(stand: Stand) -> NotesView:
    view: NotesView = verdict(stand).notes
    return view


def marks(stand: Stand) -> Any:
    item = stand.desk.session.current
    assert item is not None
    return item.annotations


def name_examiner(stand: Stand, name: str) -> None:
    old = stand.desk._store.preferences
    case = dataclasses.replace(old.report.case, operator=name)
    report = dataclasses.replace(old.report, case=case)
    stand.desk._store.keep(dataclasses.replace(old, report=report))


def test_a_note_is_written_with_its_author_and_time(stand: Stand) -> None:
    opened(stand)
    name_examiner(stand, "M. Example")
    verdict(stand).setCurrentIndex(1)
    view = notes(stand)
    assert not view.add.isEnabled() or not view.editor.toPlainText()
    QTest.keyClicks(view.editor, "Odd jaw line.")
    QTest.keyClick(view.editor, Qt.Key.Key_Return, CTRL)
    (note,) = marks(stand).notes
    assert (note.text, note.author) == ("Odd jaw line.", "M. Example")
    assert note.written_at.endswith("+00:00")
    assert view.editor.toPlainText() == ""
    assert verdict(stand).tabText(1) == "Notes (1)"


def test_a_note_can_be_amended_and_removed_and_each_step_undone(stand: Stand) -> None:
    opened(stand)
    verdict(stand).setCurrentIndex(1)
    named = stand.desk.window.actions_.named
    stand.desk.intents.note_added.emit("first")
    (card,) = notes(stand).notes
    card.edit.click()
    card.editor.setPlainText("second")
    card.edit.click()
    assert [one.text for one in marks(stand).notes] == ["second"]
    notes(stand).notes[0].remove.click()
    assert marks(stand).notes == ()
    assert "remove a note" in named["undo"].text()
    press(stand, Qt.Key.Key_Z, CTRL)
    assert [one.text for one in marks(stand).notes] == ["second"]
    named["undo"].trigger()
    assert [one.text for one in marks(stand).notes] == ["first"]
    named["redo"].trigger()
    assert [one.text for one in marks(stand).notes] == ["second"]


def test_escape_gives_an_amendment_up_and_cancels_no_analysis(make_stand: MakeStand) -> None:
    stand = make_stand(FakeAnalysis(hold_at=5))
    stand.open("a.mp4")
    assert stand.analysis.held.wait(5)
    stand.desk.intents.note_added.emit("first")
    verdict(stand).setCurrentIndex(1)
    (card,) = notes(stand).notes
    card.edit.click()
    QTest.keyClick(card.editor, Qt.Key.Key_Escape)
    assert card.text.isVisible()
    item = stand.desk.session.current
    assert item is not None
    assert item.state is ItemState.RUNNING
    assert marks(stand).notes[0].text == "first"


def test_ctrl_d_marks_the_frame_shown_and_takes_the_mark_away(stand: Stand) -> None:
    opened(stand)
    stand.desk.intents.time_wanted.emit(6.0)
    stand.wait_for_frame(150)
    press(stand, Qt.Key.Key_D, CTRL)
    assert [one.frame_index for one in marks(stand).bookmarks] == [150]
    press(stand, Qt.Key.Key_D, CTRL)
    assert marks(stand).bookmarks == ()
    press(stand, Qt.Key.Key_Z, CTRL)
    assert [one.frame_index for one in marks(stand).bookmarks] == [150]


def test_bookmarks_stay_in_order_carry_a_remark_and_lead_back(stand: Stand) -> None:
    opened(stand)
    for frame in (150, 50):
        stand.desk.intents.time_wanted.emit(frame / 25)
        stand.wait_for_frame(frame)
        stand.desk.intents.bookmark_toggled.emit()
    verdict(stand).setCurrentIndex(1)
    rows = notes(stand).bookmarks
    assert [row.frame_index for row in rows] == [50, 150]
    rows[1].label.setText("flicker")
    rows[1].label.editingFinished.emit()
    assert marks(stand).bookmarks[1].label == "flicker"
    notes(stand).bookmarks[1].go.click()
    stand.wait_for_frame(150)
    notes(stand).bookmarks[0].remove.click()
    assert [one.frame_index for one in marks(stand).bookmarks] == [150]


def test_removed_files_come_back_where_they_were_with_all_they_had(stand: Stand) -> None:
    stand.open("a.mp4", "b.mp4", "c.mp4")
    stand.finish()
    stand.desk.intents.note_added.emit("to a")
    first = stand.desk.session.current
    assert first is not None
    stand.desk.intents.items_removed.emit((1, 3))
    assert [item.name for item in stand.desk.session] == ["b.mp4"]
    stand.desk.tools.edits.stack.undo()
    assert [item.name for item in stand.desk.session] == ["a.mp4", "b.mp4", "c.mp4"]
    panel = find(stand, JobsPanel)
    assert [panel.table.index(row, 0).data() for row in range(3)] == ["a.mp4", "b.mp4", "c.mp4"]
    back = stand.desk.session.item(1)
    assert back is first
    assert back.result is not None
    assert back.annotations.notes[0].text == "to a"


def test_a_file_removed_while_it_is_analysed_comes_back_cancelled(make_stand: MakeStand) -> None:
    stand = make_stand(FakeAnalysis(hold_at=5))
    stand.open("a.mp4")
    assert stand.analysis.held.wait(5)
    stand.desk.window.actions_.named["remove"].trigger()
    assert len(stand.desk.session) == 0
    stand.desk.tools.edits.stack.undo()
    (item,) = stand.desk.session
    assert item.state is ItemState.CANCELLED
    stand.qtbot.waitUntil(lambda: not stand.desk.analysis.is_busy)
    assert item.state is ItemState.CANCELLED


def test_several_files_are_marked_and_removed_together(stand: Stand) -> None:
    stand.open("a.mp4", "b.mp4", "c.mp4")
    stand.finish()
    panel = find(stand, JobsPanel)
    selection = panel.list.selectionModel()
    for row in (0, 2):
        selection.select(panel.table.index(row, 0), QItemSelectionModel.SelectionFlag.Select)
    assert list(stand.desk.session.selected) == [1, 3]
    current = stand.desk.session.current
    assert current is not None
    assert current.name == "a.mp4"  # marking others does not change what is shown
    texts = [action.text() for action in panel.make_menu().actions()]
    assert texts[-1] == "Remove these files from the list"
    stand.desk.window.actions_.named["remove"].trigger()
    assert [item.name for item in stand.desk.session] == ["b.mp4"]
    assert list(stand.desk.session.selected) == [2]
