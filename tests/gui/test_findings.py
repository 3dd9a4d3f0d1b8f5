# SPDX-License-Identifier: Apache-2.0
"""What the window says of a file, and how it is cancelled, exported, closed and read aloud."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QComboBox,
    QFileDialog,
    QLabel,
    QScrollBar,
    QWidget,
)

from core.errors import ReportError, WeightsMismatchError
from core.records import Outcome
from core.wording import ABSENCE_CAVEAT
from gui.states import ItemState
from gui.theme import DARK, LIGHT
from gui.views.delegates import state_color
from gui.views.jobs_panel import JobsPanel
from gui.views.panels import PANELS
from tests.gui.conftest import MakeStand, Stand
from tests.gui.driving import find, media, opened, scores, verdict
from tests.gui.scenes import FakeAnalysis, Scene, judge

# Findings -----------------------------------------------------------------------------------


def test_the_outcome_stands_first_in_words_and_with_the_caveat(make_stand: MakeStand) -> None:
    stand = make_stand(FakeAnalysis(Scene(2, fake=None)))
    opened(stand)
    card = verdict(stand).card
    assert card.title.text() == "No support found"
    assert ABSENCE_CAVEAT in card.text.text()


def test_the_caveat_stands_beside_support_when_another_person_has_none(stand: Stand) -> None:
    opened(stand)
    card = verdict(stand).card
    assert card.title.text() == "Support for manipulation"
    assert card.caveat.text() == ABSENCE_CAVEAT
    assert card.caveat.isVisible()


def test_findings_show_coverage_detectors_and_hashes(stand: Stand) -> None:
    opened(stand)
    panel = verdict(stand)
    coverage = {fact.label: fact.value for fact in panel.coverage.facts}
    assert coverage["Frames declared"] == "300"
    assert coverage["Faces not scored"] == "face too blurred: 2"
    panel.setCurrentIndex(3)
    stand.qtbot.waitUntil(lambda: len(panel.detectors.sections) == 2)
    facts = {one.label: one for one in panel.detectors.sections["xception"].facts.facts}
    assert facts["Weights SHA-256"].value == facts["Weights SHA-256"].copy == "ab12" * 16
    panel.setCurrentIndex(2)
    file = {fact.label: fact.value for fact in panel.file.facts}
    assert file["Same after analysis"] == "yes"


def test_nothing_in_the_window_is_a_percentage(stand: Stand) -> None:
    opened(stand)
    texts = [label.text() for label in stand.desk.window.findChildren(QLabel)]
    assert not [text for text in texts if "%" in text]


def test_a_still_image_has_faces_but_no_time_line(make_stand: MakeStand) -> None:
    stand = make_stand(FakeAnalysis(Scene(2, is_image=True)))
    opened(stand, "a.png")
    assert len(media(stand).view.marks) == 2
    assert not media(stand).transport.timeline.isVisible()
    assert not stand.desk.window.actions_.named["next"].isEnabled()


def test_weights_that_do_not_fit_are_told_with_advice(make_stand: MakeStand) -> None:
    analysis = FakeAnalysis()
    analysis.scenes["a.mp4"] = WeightsMismatchError("Altered.", advice="Install them again.")
    stand = make_stand(analysis)
    stand.open("a.mp4")
    stand.finish()
    card = verdict(stand).card
    assert card.title.text() == "A detector's weights were altered"
    assert card.advice.text() == "Install them again."
    assert card.button.text() == "Analyse again"


# Cancel -------------------------------------------------------------------------------------


def test_cancel_answers_at_once_and_the_next_file_goes_on(make_stand: MakeStand) -> None:
    stand = make_stand(FakeAnalysis(hold_at=5))
    stand.open("a.mp4", "b.mp4", "c.mp4")
    assert stand.analysis.held.wait(5)
    first, second, third = stand.desk.session
    stand.desk.intents.item_cancelled.emit(second.job_id)
    assert second.state is ItemState.CANCELLED
    stand.desk.window.actions_.named["cancel"].trigger()
    assert first.state is ItemState.CANCELLING
    stand.qtbot.waitUntil(lambda: first.state is ItemState.CANCELLED, timeout=1000)
    stand.analysis.gate.set()
    stand.finish()
    assert third.outcome is Outcome.SUPPORT_FOR_MANIPULATION
    assert verdict(stand).card.title.text() == "Cancelled"


def test_a_cancelled_file_keeps_its_scores_and_can_be_analysed_again(
    make_stand: MakeStand,
) -> None:
    stand = make_stand(FakeAnalysis(hold_at=20))
    stand.open("a.mp4")
    assert stand.analysis.held.wait(5)
    verdict(stand).card.button.click()
    stand.finish()
    (first,) = stand.desk.session
    assert first.result is None
    stand.analysis.gate.set()
    verdict(stand).card.button.click()
    stand.finish()
    assert [item.state for item in stand.desk.session] == [ItemState.CANCELLED, ItemState.DONE]


def test_removing_a_running_file_stops_it(make_stand: MakeStand) -> None:
    stand = make_stand(FakeAnalysis(hold_at=5))
    stand.open("a.mp4")
    assert stand.analysis.held.wait(5)
    stand.desk.window.actions_.named["remove"].trigger()
    assert len(stand.desk.session) == 0
    stand.qtbot.waitUntil(lambda: stand.analysis.closed == 1)


def test_progress_says_how_far_and_how_long(make_stand: MakeStand) -> None:
    stand = make_stand(FakeAnalysis(hold_at=30, pace_s=0.003))
    stand.open("a.mp4")
    assert stand.analysis.held.wait(5)
    card = verdict(stand).card
    stand.qtbot.waitUntil(lambda: "frames analysed" in card.progress_words.text())
    assert "left" in card.progress_words.text()
    assert 0 < card.progress.value() < card.progress.maximum()
    assert card.button.text() == "Cancel"


# Export -------------------------------------------------------------------------------------


def test_export_writes_the_format_where_the_person_says(
    stand: Stand, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    export = stand.desk.window.actions_.exports["csv"]
    assert not export.isEnabled()
    opened(stand)
    with stand.qtbot.waitSignal(stand.desk.export.told):
        export.trigger()
    (job,) = stand.exports
    names = [item.evidence.name for item in job.items]
    assert (job.folder, job.formats, names) == (tmp_path, ("csv",), ["a.mp4"])
    assert str(tmp_path / "report.csv") in stand.desk.window.notice.text


def test_an_export_that_is_given_up_writes_nothing(
    stand: Stand, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    opened(stand)
    stand.desk.window.actions_.exports["json"].trigger()
    assert stand.exports == []


def test_a_failed_export_is_a_message_not_a_dialog(stand: Stand) -> None:
    stand.desk.export._on_failed(1, ReportError("Disk full.", advice="Free some space."))
    assert stand.desk.window.notice.isVisible()
    assert "Free some space." in stand.desk.window.notice.text


# Leaving, looks, access ---------------------------------------------------------------------


def test_closing_while_busy_stops_the_analysis_and_then_closes(make_stand: MakeStand) -> None:
    stand = make_stand(FakeAnalysis(hold_at=5))
    stand.open("a.mp4")
    assert stand.analysis.held.wait(5)
    stand.desk.window.close()
    stand.qtbot.waitUntil(lambda: not stand.desk.window.isVisible())
    assert stand.desk.shutdown.busy == ()
    assert stand.analysis.closed == 1


def test_a_worker_that_does_not_stop_is_named_and_leaving_is_offered(stand: Stand) -> None:
    with stand.qtbot.waitSignal(stand.desk.shutdown.completed):
        stand.desk._on_overdue(("the analysis",))
        assert "the analysis" in stand.desk.window.notice.text
        stand.desk.window.close()


def test_the_window_follows_the_choice_of_light_and_dark(stand: Stand) -> None:
    opened(stand)
    window = stand.desk.window
    for scheme, colors in (("dark", DARK), ("light", LIGHT)):
        window.schemes[scheme].trigger()
        assert window.palette().window().color().name() == colors.window
        assert media(stand).view.marks[0].color == colors.person(1)


def test_the_outcome_is_painted_anew_for_light_and_dark(stand: Stand) -> None:
    opened(stand)
    card, sheets = verdict(stand).card, []
    for scheme in ("light", "dark", "light"):
        stand.desk.window.schemes[scheme].trigger()
        QCoreApplication.processEvents()
        sheets.append(card.title.styleSheet())
    assert sheets[0] == sheets[2] != sheets[1]
    assert state_color(ItemState.DONE, Outcome.SUPPORT_FOR_MANIPULATION, DARK) in sheets[1]


def test_names_from_outside_are_never_taken_for_markup(stand: Stand) -> None:
    stand.open("<img src=x><b>y.mp4")
    stand.finish()
    verdict(stand).setCurrentIndex(2)
    labels = stand.desk.window.findChildren(QLabel)
    assert any("<img" in label.text() for label in labels)
    assert {label.textFormat() for label in labels if label.text()} == {Qt.TextFormat.PlainText}
    table = find(stand, JobsPanel).table
    assert "&lt;img" in table.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    tips = [widget.toolTip() for widget in stand.desk.window.findChildren(QWidget)]
    assert not [tip for tip in tips if "<img" in tip or "<b>" in tip]


def test_every_control_has_a_name_for_screen_readers(stand: Stand) -> None:
    opened(stand)
    kinds = (QAbstractButton, QAbstractItemView, QAbstractSlider, QComboBox)
    nameless = [
        widget
        for kind in kinds
        for widget in stand.desk.window.findChildren(kind)
        if widget.isVisible()
        and not isinstance(widget, QScrollBar)
        and not widget.accessibleName()
        and not (isinstance(widget, QAbstractButton) and (widget.text() or widget.toolTip()))
        and not widget.objectName().startswith("qt_")
    ]
    assert [repr(widget) for widget in nameless if type(widget).__name__ != "QHeaderView"] == []


def test_every_panel_of_the_catalogue_can_be_closed_and_shown_again(stand: Stand) -> None:
    opened(stand)
    for spec in PANELS:
        dock = stand.desk.window.panels[spec.id]
        assert dock.windowTitle()
        dock.toggleViewAction().trigger()
        assert not dock.isVisible()
        dock.toggleViewAction().trigger()
        assert dock.isVisible()


def test_one_curve_for_each_person_and_detector_can_be_hidden(stand: Stand) -> None:
    opened(stand)
    panel = scores(stand)
    drawn = panel.plot.curves.drawn
    assert {(key.track_id, key.detector_id) for key in drawn} == {
        (person, detector) for person in (1, 2) for detector in ("xception", "xception_gru")
    }
    panel.header.detectors["xception"].click()
    assert {key.detector_id for key in drawn} == {"xception_gru"}


def test_the_result_draws_its_spans_and_limits(stand: Stand) -> None:
    opened(stand)
    plot = scores(stand).plot
    first, second = plot.lanes
    assert first.spans == ((4.0, 8.0),)
    assert second.spans == ()
    assert {(lane.low, lane.high) for lane in plot.lanes} == {(0.31, 0.78)}


def test_a_second_result_does_not_disturb_the_selected_file(make_stand: MakeStand) -> None:
    analysis = FakeAnalysis()
    analysis.scenes["b.mp4"] = judge(Scene(1, fake=None))
    stand = make_stand(analysis)
    stand.open("a.mp4", "b.mp4")
    stand.finish()
    assert verdict(stand).card.title.text() == "Support for manipulation"
    stand.desk.intents.item_selected.emit(2)
    assert verdict(stand).card.title.text() == "No support found"
