# SPDX-License-Identifier: Apache-2.0
"""Settings, checks, reports menu, preview, problems and sheets in the real window."""

from __future__ import annotations

import dataclasses
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from core.cancel import CancelToken
from core.errors import ReportError, SettingsError
from core.installed import EnginePlace, Speed, WeightsVerdict
from core.settings import AnalysisSettings, OperatingPoint, Sampling
from core.settings_text import fields_of, setting_fields
from gui.controllers.checks import Checks, Places
from gui.models.setting_catalog import pages, words_of
from gui.preferences.records import Preferences
from gui.services import Services, installed_cards
from gui.states import ReportProgress
from gui.views.about_dialog import AboutDialog
from gui.views.check_views import CheckView
from gui.views.problems_panel import ProblemsPanel
from gui.views.reports_menu import ReportsMenu
from gui.views.settings_dialog import SettingsDialog
from gui.words.messages import Message
from gui.workers.export import Document, ExportJob, PreviewJob, SaveJob, Written
from gui.workers.tasks import Tell
from tests.core.report.dossiers import typical
from tests.gui.conftest import MakeStand, Stand
from tests.gui.driving import find, opened
from tests.gui.scenes import FakeAnalysis, unreadable

PLACES = (
    EnginePlace("onnx", "ONNX Runtime", "cpu"),
    EnginePlace("keras", "Keras", None, "Keras cannot be used."),
)


def measure(
    place: EnginePlace, detectors: tuple[str, ...], batch_size: int, cancel: CancelToken
) -> Speed | None:
    return Speed(place.engine_id, place.device or "cpu", 12.5)


def weights(cancel: CancelToken) -> Iterator[WeightsVerdict]:
    yield WeightsVerdict("xception", "Xception", "network.onnx", "ab" * 32, "ab" * 32)
    yield WeightsVerdict(
        "gru", "GRU", "network.onnx", "cd" * 32, "00" * 32, "It was altered.", "Install it again."
    )


CHECKS = Checks(lambda: Places(PLACES, ("CPUExecutionProvider",)), measure, weights)


@pytest.fixture
def checked(make_stand: MakeStand) -> Stand:
    return make_stand(services={"checks": CHECKS})


def cell(view: CheckView, row: int, column: int) -> str:
    found = view.table.item(row, column)
    return found.text() if found is not None else ""


def editor_of(dialog: SettingsDialog, path: str) -> Any:
    return dialog.editors[path]


def dialog_of(stand: Stand) -> SettingsDialog:
    stand.desk.window.actions_.named["settings"].trigger()
    dialog = stand.desk.tools.settings.dialog
    assert dialog is not None
    stand.qtbot.waitUntil(lambda: bool(dialog.speed.places))
    return dialog


# Settings -----------------------------------------------------------------------------------


def test_every_field_of_the_preferences_has_an_editor(checked: Stand) -> None:
    dialog = dialog_of(checked)
    assert set(dialog.editors) == {field.path for field in fields_of(Preferences())}
    assert dialog.preferences() == checked.desk._store.preferences
    dialog.reject()


def test_every_setting_of_an_analysis_has_words_and_a_page() -> None:
    for field in setting_fields():
        words = words_of(dataclasses.replace(field, path=f"analysis.{field.path}"))
        assert words.page in pages()
        assert words.help, field.path


def test_a_setting_that_nobody_described_is_shown_by_its_own_name() -> None:
    field = dataclasses.replace(setting_fields()[0], path="analysis.faces.new_thing_px")
    assert words_of(field).label == "New thing px"
    assert words_of(field).page in pages()


def test_saved_settings_hold_for_the_next_file_and_the_next_start(checked: Stand) -> None:
    dialog = dialog_of(checked)
    dialog.editors["analysis.sampling"].value = Sampling("every", 3)
    dialog.editors["report.case.operator"].value = "M. Example"
    dialog.editors["window.scheme"].value = "dark"
    dialog.accept()
    opened(checked)
    item = checked.desk.session.current
    assert item is not None
    assert item.settings.sampling == Sampling("every", 3)
    assert checked.desk.window.schemes["dark"].isChecked()
    assert checked.desk.tools.header().case.operator == "M. Example"


def test_a_dialog_that_is_cancelled_changes_nothing(checked: Stand) -> None:
    before = checked.desk._store.preferences
    dialog = dialog_of(checked)
    dialog.editors["analysis.batch_size"].value = 3
    dialog.reject()
    assert checked.desk._store.preferences == before
    assert checked.desk.tools.settings.dialog is None


def test_changed_thresholds_are_warned_of_and_come_back_exactly(checked: Stand) -> None:
    dialog = dialog_of(checked)
    editor = editor_of(dialog, "analysis.operating_points")
    dialog.show_page("thresholds")
    point = OperatingPoint("xception", 0.87654321, 0.25)
    editor.value = (point,)
    assert editor.warning.isVisible()
    assert editor.value == (point,)
    editor.supports["xception"].setValue(0.9)
    assert editor.value == (OperatingPoint("xception", 0.9, 0.25),)
    dialog.restore_page()
    assert editor.value == ()
    assert not editor.warning.isVisible()
    dialog.reject()


def test_thresholds_the_wrong_way_round_keep_the_dialog_open(checked: Stand) -> None:
    dialog = dialog_of(checked)
    editor = editor_of(dialog, "analysis.operating_points")
    editor.switches["xception"].click()
    editor.supports["xception"].setValue(0.1)
    with pytest.raises(SettingsError):
        dialog.preferences()
    dialog.accept()
    assert dialog.isVisible()
    assert "xception" in dialog.problem.text()
    dialog.reject()


def test_the_last_detector_cannot_be_switched_off(checked: Stand) -> None:
    dialog = dialog_of(checked)
    editor = editor_of(dialog, "analysis.detectors")
    assert editor.value == ()
    for box in editor.boxes.values():
        box.click()
    last = list(editor.boxes)[-1]
    assert editor.value == (last,)
    dialog.reject()


def test_the_speed_of_each_engine_that_works_is_measured(checked: Stand) -> None:
    dialog = dialog_of(checked)
    dialog.show_page("engine")
    assert [cell(dialog.speed, row, 0) for row in range(2)] == ["ONNX Runtime", "Keras"]
    assert cell(dialog.speed, 1, 2) == "Keras cannot be used."
    dialog.speed.button.click()
    checked.qtbot.waitUntil(lambda: cell(dialog.speed, 0, 2) == "12.5")
    checked.qtbot.waitUntil(lambda: dialog.speed.words.text() == "Done.")
    dialog.reject()


def test_each_weights_file_gets_its_verdict(checked: Stand) -> None:
    checked.desk.window.actions_.named["weights"].trigger()
    dialog = checked.desk.tools.settings.dialog
    assert dialog is not None
    checked.qtbot.waitUntil(lambda: dialog.weights.words.text() == "Done.")
    verdicts = [cell(dialog.weights, row, 3) for row in range(2)]
    assert verdicts == ["unchanged", "It was altered."]
    dialog.reject()


def test_the_real_weights_are_whole_and_the_cards_are_listed() -> None:
    from core.installed import check_weights

    found = list(check_weights(CancelToken()))
    assert {one.owner for one in found} > {"xception", "centerface"}
    assert all(one.is_whole for one in found)
    assert {card.id for card in installed_cards()} >= {"xception", "image_cnn"}


def test_analysis_settings_of_the_store_are_used_from_the_start(
    make_stand: MakeStand, tmp_path: Path
) -> None:
    first = make_stand()
    changed = dataclasses.replace(Preferences(), analysis=AnalysisSettings(batch_size=4))
    first.desk._store.keep(changed)
    second = make_stand()
    opened(second)
    item = second.desk.session.current
    assert item is not None
    assert item.settings.batch_size == 4


# Reports ------------------------------------------------------------------------------------


def test_the_menu_counts_what_can_be_reported_on(stand: Stand) -> None:
    menu = find(stand, ReportsMenu)
    assert not menu.all.isEnabled()
    stand.open("a.mp4", "b.mp4")
    stand.finish()
    assert menu.all.title() == "&Everything open (2)"
    assert menu.selected.title() == "&Selected files (1)"


def test_everything_open_is_written_in_all_formats(
    stand: Stand, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    stand.open("a.mp4", "b.mp4")
    stand.finish()
    stand.desk.intents.note_added.emit("to a")
    menu = find(stand, ReportsMenu).all
    with stand.qtbot.waitSignal(stand.desk.export.told):
        menu.actions()[-1].trigger()
    (job,) = stand.exports
    assert job.formats == ("json", "csv")
    assert [item.evidence.name for item in job.items] == ["a.mp4", "b.mp4"]
    assert job.items[0].annotations.notes[0].text == "to a"


def test_progress_is_shown_and_reports_can_be_stopped(
    make_stand: MakeStand, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))

    def write(job: ExportJob, cancel: CancelToken, tell: Tell) -> Written | None:
        tell(ReportProgress(1, 3, "b.mp4"))
        while not cancel.is_cancelled:
            time.sleep(0.005)
        return Written((tmp_path / "a.json",), ("b.mp4", "c.mp4"))

    stand = make_stand(services={"write_reports": write})
    opened(stand)
    strip = stand.desk.tools.strip
    stand.desk.intents.reports_requested.emit("all", ("json",))
    stand.qtbot.waitUntil(lambda: "Report 2 of 3: b.mp4" in strip.words.text())
    assert strip.isVisible()
    strip.button.click()
    stand.qtbot.waitUntil(lambda: not strip.isVisible())
    assert "Not written: b.mp4, c.mp4." in stand.desk.window.notice.text


def test_a_preview_turns_pages_zooms_and_saves_the_bytes_that_were_seen(
    make_stand: MakeStand, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    import io

    from core.report.pdf_report import write_pdf

    stream = io.BytesIO()
    write_pdf(typical(), stream)
    saved: list[SaveJob] = []

    def make(job: PreviewJob, cancel: CancelToken, tell: Tell) -> tuple[Document, ...]:
        return (Document("a.mp4", stream.getvalue(), job.items[0]),)

    def save(job: SaveJob, cancel: CancelToken, tell: Tell) -> Written:
        saved.append(job)
        return Written((tmp_path / "a.mp4.pdf",))

    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    stand = make_stand(services={"make_previews": make, "save_previews": save})
    opened(stand)
    stand.desk.window.actions_.named["preview"].trigger()
    previews = stand.desk.tools.previews
    stand.qtbot.waitUntil(lambda: previews.dialog is not None)
    dialog = previews.dialog
    assert dialog is not None
    stand.qtbot.waitUntil(lambda: not dialog._picture.pixmap().isNull())
    assert dialog.number.maximum() > 3
    width = dialog._picture.width()
    dialog.zoom(1.5)
    stand.qtbot.waitUntil(lambda: dialog._picture.width() > 1.3 * width)
    dialog.number.setValue(3)
    stand.qtbot.waitUntil(lambda: dialog._picture.accessibleName().startswith("Page 3 of"))
    with stand.qtbot.waitSignal(stand.desk.export.saved):
        dialog.save.click()
    assert saved[0].documents[0].content == stream.getvalue()
    assert previews.dialog is None


def test_a_pdf_that_cannot_be_drawn_says_why(stand: Stand) -> None:
    opened(stand)
    item = stand.desk.export._report_items("current")[0]
    previews = stand.desk.tools.previews
    previews.show((Document("a.mp4", b"no PDF", item),))
    dialog = previews.dialog
    assert dialog is not None
    stand.qtbot.waitUntil(lambda: "cannot be shown" in dialog._picture.text())
    dialog.close()


# Problems, sheets ---------------------------------------------------------------------------


def test_problems_are_listed_with_what_to_do_and_can_be_copied(make_stand: MakeStand) -> None:
    analysis = FakeAnalysis()
    analysis.scenes["broken.mp4"] = unreadable()
    stand = make_stand(analysis)
    stand.open("a.mp4", "broken.mp4")
    stand.finish()
    tools = stand.desk.tools
    assert [one.subject for one in tools.problems.rows] == ["broken.mp4"]
    stand.desk.export._on_failed(1, ReportError("Disk full.", advice="Free some space."))
    assert tools.problems_button.text() == "2 problems"
    stand.desk.window.actions_.named["problems"].trigger()
    QCoreApplication.processEvents()  # the tabs take their places
    assert tools.dock.isVisible()
    panel = find(stand, ProblemsPanel)
    panel.copy.click()
    text = QGuiApplication.clipboard().text()
    assert "Free some space." in text
    assert "broken.mp4" in text
    panel.clear.click()
    assert tools.problems_button.text() == "No problems"
    stand.desk.window.actions_.named["problems"].trigger()
    assert not tools.dock.isVisible()


def test_good_news_are_no_problem(stand: Stand) -> None:
    stand.desk.tools.tell(Message("Report written"), True)
    assert stand.desk.tools.problems.rows == []


def test_every_action_with_keys_is_on_the_sheet(stand: Stand) -> None:
    sheet = stand.desk.tools.show_shortcuts()
    shown = {fact.label for one in sheet.sections for fact in one.facts}  # type: ignore[attr-defined]
    for action in stand.desk.window.actions():
        if action.shortcuts():
            assert action.iconText() in shown
    sheet.search.setText("bookmark")  # type: ignore[attr-defined]
    left = [fact.label for one in sheet.sections for fact in one.facts]  # type: ignore[attr-defined]
    assert left == ["Bookmark the frame shown, or not"]
    sheet.close()


def test_no_two_actions_share_their_keys(stand: Stand) -> None:
    keys = [one.toString() for action in stand.desk.window.actions() for one in action.shortcuts()]
    assert sorted(keys) == sorted(set(keys))


def test_about_names_versions_and_shows_licence_texts(stand: Stand) -> None:
    dialog = stand.desk.tools.show_about()
    assert isinstance(dialog, AboutDialog)
    stand.qtbot.waitUntil(lambda: dialog.has_facts, timeout=20_000)
    dialog.copy_versions()
    assert "numpy: " in QGuiApplication.clipboard().text()
    table = dialog.licences
    names = [table.model().index(row, 0).data() for row in range(table.model().rowCount())]
    table.selectRow(names.index("numpy"))
    assert "NumPy Developers" in dialog.licence.toPlainText()
    dialog.close()


def test_services_have_real_defaults() -> None:
    fields = {field.name: field for field in dataclasses.fields(Services)}
    assert fields["list_cards"].default is installed_cards


def test_problems_share_the_place_of_the_time_line(stand: Stand) -> None:
    """Side by side, a message would have the width of a letter."""
    opened(stand)
    window = stand.desk.window
    stand.desk.intents.problems_toggled.emit()
    QCoreApplication.processEvents()
    assert window.panels["scores"] in window.tabifiedDockWidgets(stand.desk.tools.dock)
    assert stand.desk.tools.dock.width() > 400
    assert not stand.desk.tools.dock.visibleRegion().isEmpty()  # in front
