# SPDX-License-Identifier: Apache-2.0
"""The face close-up and the heat map over the picture."""

from __future__ import annotations

import tomllib

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

import resources
from core.evidence.heatmaps import HEAT_MAP_CAPTION
from gui.models.face_look import LookState
from gui.views.face_panel import FacePanel
from gui.words.faces import heat_caption, heat_worth
from tests.gui.conftest import MakeStand, Stand
from tests.gui.driving import find, media, opened, press
from tests.gui.scenes import FakeAnalysis, FakeExplainer, Scene


def wait_for(stand: Stand, state: LookState) -> None:
    stand.qtbot.waitUntil(lambda: stand.desk.session.face.look.state is state)


def has_map(stand: Stand) -> bool:
    shown = stand.desk.session.face.look.shown
    return shown is not None and shown.heat is not None


def test_the_most_suspicious_face_of_an_analysed_frame_is_shown(stand: Stand) -> None:
    opened(stand)
    stand.desk.intents.frame_wanted.emit(150)
    stand.wait_for_frame(150)
    wait_for(stand, LookState.SHOWN)
    panel = find(stand, FacePanel)
    assert panel.title.text() == "Person 1"
    assert "Frame 150, 32 x 32 pixels, as Xception, one frame read it" in panel.about.text()
    stand.desk.intents.track_selected.emit(2)
    stand.qtbot.waitUntil(lambda: panel.title.text() == "Person 2")


def test_no_crop_is_shown_of_a_frame_that_no_network_read(stand: Stand) -> None:
    opened(stand)
    press(stand, Qt.Key.Key_Right)
    stand.wait_for_frame(1)
    panel = find(stand, FacePanel)
    assert stand.desk.session.face.look.state is LookState.NOT_ANALYSED
    assert panel.crop.crop is None
    assert "not analysed" in panel.crop.words


def test_a_rejected_face_says_why_in_place_of_a_crop(make_stand: MakeStand) -> None:
    stand = make_stand(FakeAnalysis(Scene(1)))
    opened(stand)
    stand.desk.intents.frame_wanted.emit(25 * 5)  # sample 25 is too blurred
    stand.wait_for_frame(125)
    assert stand.desk.session.face.look.state is LookState.REJECTED
    assert find(stand, FacePanel).crop.words == "No network read this face: face too blurred."


def test_the_map_comes_on_request_only_and_lies_over_the_face(stand: Stand) -> None:
    opened(stand)
    wait_for(stand, LookState.SHOWN)
    panel = find(stand, FacePanel)
    assert not has_map(stand)
    assert not media(stand).view.has_overlay
    assert not panel.caption.isVisible()
    press(stand, Qt.Key.Key_H)
    stand.qtbot.waitUntil(lambda: has_map(stand))
    assert media(stand).view.has_overlay
    assert media(stand).view.caption == heat_caption()
    assert panel.map_button.isChecked()
    assert panel.caption.text() == heat_caption()
    assert "They say little about this face." in panel.worth.text()
    panel.opacity.setValue(30)
    assert stand.desk.session.face.opacity == pytest.approx(0.3)
    press(stand, Qt.Key.Key_H)
    assert not media(stand).view.has_overlay


def test_the_map_goes_with_its_frame_and_is_kept_for_when_it_comes_back(
    stand: Stand, monkeypatch: pytest.MonkeyPatch
) -> None:
    explained: list[int] = []
    explain = FakeExplainer.heat_map

    def counted(self: FakeExplainer, *args: object) -> object:
        explained.append(1)
        return explain(self, *args)  # type: ignore[arg-type]

    monkeypatch.setattr(FakeExplainer, "heat_map", counted)
    opened(stand)
    stand.desk.intents.map_wanted.emit(True)
    stand.qtbot.waitUntil(lambda: has_map(stand))
    press(stand, Qt.Key.Key_Right)
    stand.wait_for_frame(1)
    assert not media(stand).view.has_overlay
    press(stand, Qt.Key.Key_Left)
    stand.wait_for_frame(0)
    stand.qtbot.waitUntil(lambda: has_map(stand))
    assert media(stand).view.has_overlay
    assert len(explained) == 1


def test_captions_say_what_reports_say() -> None:
    text = resources.path("report/lang/en.toml").read_text(encoding="utf-8")
    words = tomllib.loads(text)["results"]
    assert heat_caption() == words["heat_caption"] == HEAT_MAP_CAPTION
    assert heat_worth() == words["heat_worth"]


def test_a_click_on_a_box_selects_the_person_and_beside_it_all(stand: Stand) -> None:
    opened(stand)
    view = media(stand).view
    x0, y0, x1, y1 = view.marks[1].bbox
    inside = view.mapFromScene(QPointF((x0 + x1) / 2, (y0 + y1) / 2))
    none = Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, none, inside)
    assert stand.desk.session.track_id == 2
    beside = view.mapFromScene(QPointF(5, 5))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, none, beside)
    assert stand.desk.session.track_id is None


def test_zooming_to_the_face_and_moving_by_keys(stand: Stand) -> None:
    opened(stand)
    view, fitted = media(stand).view, media(stand).view.transform().m11()
    assert stand.desk.window.actions_.named["zoom-face"].shortcut().toString() == "Z"
    view.zoom_to((20, 10, 26, 16))  # the made-up pictures are small
    assert view.transform().m11() > 1.5 * fitted
    before = view.horizontalScrollBar().value()
    press(stand, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert view.horizontalScrollBar().value() > before
