# SPDX-License-Identifier: Apache-2.0
"""The window as a person uses it: open, look, click, step, cancel, export, leave."""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QLabel,
    QWidget,
)

from core.errors import CorruptMediaError
from core.records import Outcome
from tests.gui.conftest import MakeStand, Stand
from tests.gui.driving import media, opened, press, scores, verdict
from tests.gui.scenes import FakeAnalysis, Scene, unreadable

# Opening ------------------------------------------------------------------------------------


def drop(window: QWidget, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left, none = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    place = QPointF(window.rect().center())
    with warnings.catch_warnings():
        # Qt 6.12 takes a QPointF here and calls the only form that 6.11 has deprecated.
        warnings.simplefilter("ignore", DeprecationWarning)
        enter = QDragEnterEvent(place.toPoint(), copy, data, left, none)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted() == bool(paths)
    QApplication.sendEvent(window, QDropEvent(place, copy, data, left, none))


def test_dropped_files_are_analysed_in_their_order(stand: Stand) -> None:
    drop(stand.desk.window, Path("/evidence/a.mp4"), Path("/evidence/b.mp4"))
    stand.finish()
    assert [item.name for item in stand.desk.session] == ["a.mp4", "b.mp4"]
    assert [item.outcome for item in stand.desk.session] == [Outcome.SUPPORT_FOR_MANIPULATION] * 2


def test_a_drop_without_files_is_refused(stand: Stand) -> None:
    drop(stand.desk.window)
    assert len(stand.desk.session) == 0


def test_the_dialog_offers_media_files_and_remembers_the_folder(
    stand: Stand, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    asked: list[tuple[str, str]] = []

    def ask(parent: object, title: str, folder: str, filters: str) -> tuple[list[str], str]:
        asked.append((folder, filters))
        return [str(tmp_path / "clip.mp4")], ""

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", ask)
    stand.desk.window.actions_.named["open"].trigger()
    stand.desk.window.actions_.named["open"].trigger()
    assert "*.mp4" in asked[0][1]
    assert asked[1][0] == str(tmp_path)
    stand.finish()


def test_before_a_file_is_open_only_the_drop_zone_is_seen(stand: Stand) -> None:
    assert stand.desk.window.welcome.isVisible()
    assert not any(dock.isVisible() for dock in stand.desk.window.panels.values())
    stand.open("a.mp4")
    assert not stand.desk.window.welcome.isVisible()
    assert all(dock.isVisible() for dock in stand.desk.window.panels.values())
    stand.finish()
    stand.desk.window.actions_.named["remove"].trigger()
    assert stand.desk.window.welcome.isVisible()


# The frame and the plot ---------------------------------------------------------------------


def test_a_click_in_the_plot_brings_the_analysed_frame_there(stand: Stand) -> None:
    opened(stand)
    plot = scores(stand).plot
    plot.clicked.emit(5.97)
    stand.wait_for_frame(150)
    assert plot.cursor_s == pytest.approx(6.0)
    faces = Scene(2).observations(30)
    assert [mark.label for mark in media(stand).view.marks] == [
        f"Person {face.track_id} · {face.scores['xception']:.2f}" for face in faces
    ]


def test_a_real_mouse_click_lands_at_the_time_under_the_pointer(stand: Stand) -> None:
    opened(stand)
    plot = scores(stand).plot
    view = plot._plot
    place = view.mapFromScene(QPointF(plot.scene_x(8.0), view.sceneRect().center().y()))
    with stand.qtbot.waitSignal(plot.clicked) as clicked:
        none = Qt.KeyboardModifier.NoModifier
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, none, place)
    assert clicked.args is not None
    assert clicked.args[0] == pytest.approx(8.0, abs=0.05)
    stand.wait_for_frame(200)


def test_stepping_with_the_keys_moves_the_cursor(stand: Stand) -> None:
    opened(stand)
    for index in (1, 2, 3):
        press(stand, Qt.Key.Key_Right)
        stand.wait_for_frame(index)
        assert scores(stand).plot.cursor_s == pytest.approx(index / 25)
    press(stand, Qt.Key.Key_Left)
    stand.wait_for_frame(2)
    assert media(stand).transport.timeline.value() == 80


def test_quick_steps_add_up(stand: Stand) -> None:
    opened(stand)
    for _ in range(10):
        press(stand, Qt.Key.Key_Right)
    stand.wait_for_frame(10)


def test_home_and_end_go_to_the_first_and_last_frame(stand: Stand) -> None:
    opened(stand)
    press(stand, Qt.Key.Key_End)
    stand.wait_for_frame(299)
    press(stand, Qt.Key.Key_Right)  # there is no such frame: the last one stays
    stand.qtbot.waitUntil(lambda: stand.sessions[0].asked[-1] == 300)
    press(stand, Qt.Key.Key_Home)
    stand.wait_for_frame(0)


def test_the_keys_go_from_analysed_frame_to_analysed_frame(stand: Stand) -> None:
    opened(stand)
    press(stand, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    stand.wait_for_frame(5)


def test_the_slider_and_the_dragged_cursor_bring_their_frames(stand: Stand) -> None:
    opened(stand)
    media(stand).transport.timeline.setValue(4000)
    stand.wait_for_frame(100)
    scores(stand).plot.cursor_dragged.emit(2.0)
    stand.wait_for_frame(50)


def test_playing_shows_later_frames_until_it_is_paused(stand: Stand) -> None:
    opened(stand)
    stand.desk.window.actions_.named["play"].trigger()
    assert stand.desk.playback.is_playing
    stand.qtbot.waitUntil(lambda: (stand.desk.session.frame or _none()).frame_index > 3)
    stand.desk.window.actions_.named["play"].trigger()
    assert not stand.desk.playback.is_playing


def _none() -> Any:
    raise AssertionError("expected a frame")


def test_between_analysed_frames_boxes_carry_no_score(stand: Stand) -> None:
    opened(stand)
    press(stand, Qt.Key.Key_Right)
    stand.wait_for_frame(1)
    assert [mark.label for mark in media(stand).view.marks] == ["Person 1", "Person 2"]
    assert {mark.style for mark in media(stand).view.marks} == {Qt.PenStyle.DashLine}


def test_selecting_a_person_fades_the_others_everywhere(stand: Stand) -> None:
    opened(stand)
    verdict(stand).persons.selectRow(1)
    assert stand.desk.session.track_id == 2
    assert [mark.is_faded for mark in media(stand).view.marks] == [True, False]
    assert scores(stand).header.persons.currentText() == "Person 2"
    assert any(fact.value == "No support found" for fact in verdict(stand).person.facts)
    stand.desk.intents.track_selected.emit(None)
    assert not any(mark.is_faded for mark in media(stand).view.marks)


def test_zooming_by_wheel_keys_and_fit(stand: Stand) -> None:
    opened(stand)
    view = media(stand).view
    fitted = view.transform().m11()
    stand.desk.window.actions_.named["zoom-in"].trigger()
    assert view.transform().m11() == pytest.approx(1.25 * fitted)
    stand.desk.window.actions_.named["actual-size"].trigger()
    assert view.transform().m11() == pytest.approx(1)
    stand.desk.window.actions_.named["fit"].trigger()
    assert view.transform().m11() == pytest.approx(fitted, rel=0.01)


def test_a_file_whose_frames_cannot_be_shown_says_so_in_place(make_stand: MakeStand) -> None:
    analysis = FakeAnalysis()
    analysis.scenes["broken.mp4"] = unreadable()
    stand = make_stand(analysis)
    with stand.qtbot.waitSignal(stand.desk.session.frame_failed) as failed:
        stand.open("broken.mp4")
    assert failed.args is not None
    assert isinstance(failed.args[0], CorruptMediaError)
    stand.finish()
    (words,) = media(stand).findChildren(QLabel, "stageWords")
    assert "Try another copy." in words.text()
    assert verdict(stand).card.title.text() == "Could not evaluate"
