# SPDX-License-Identifier: Apache-2.0
"""The time line: lanes, the selected span and its figures, bookmarks, saving it as a picture."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QFileDialog

from core.aggregate.pooling import summarise
from core.evidence.annotations import Annotations, Bookmark
from gui.models.score_series import Curve, CurveKey
from gui.models.span_stats import SpanTableModel, span_facts, span_rows
from gui.views.plot_picture import cut_to
from tests.gui.conftest import MakeStand, Stand
from tests.gui.driving import opened, press, scores
from tests.gui.scenes import STEP, FakeAnalysis, Scene

# Lanes --------------------------------------------------------------------------------------


def test_each_person_has_a_lane_and_a_crowd_can_be_scrolled(make_stand: MakeStand) -> None:
    stand = make_stand(FakeAnalysis(Scene(9, n_sampled=30)))
    opened(stand)
    plot = scores(stand).plot
    assert [lane.track_id for lane in plot.lanes] == list(range(1, 10))
    assert plot._scroll.isVisible()
    stand.desk.intents.track_selected.emit(9)
    bottom, _ = plot._box.viewRange()[1]
    assert bottom < -8  # the ninth lane is seen
    assert [lane.is_faded for lane in plot.lanes] == [True] * 8 + [False]


def test_a_gap_stays_a_gap_in_a_lane(make_stand: MakeStand) -> None:
    stand = make_stand(FakeAnalysis(Scene(2, absent=2)))
    opened(stand)
    drawn = scores(stand).plot.curves.drawn[CurveKey(2, "xception")].getData()[1]
    assert np.isnan(drawn).any()
    assert np.nanmin(drawn) < -1  # second lane: base -1.16


def test_the_time_line_zooms_and_moves_by_keys_and_turns_its_page(stand: Stand) -> None:
    opened(stand)
    named, plot = stand.desk.window.actions_.named, scores(stand).plot
    whole = plot._box.viewRange()[0]
    for _ in range(4):
        named["line-in"].trigger()
    start_s, end_s = plot._box.viewRange()[0]
    assert end_s - start_s < 0.2 * (whole[1] - whole[0])
    named["line-later"].trigger()
    assert plot._box.viewRange()[0][0] > start_s
    press(stand, Qt.Key.Key_End)
    stand.wait_for_frame(299)
    start_s, end_s = plot._box.viewRange()[0]
    assert start_s <= 299 / 25 <= end_s
    named["line-all"].trigger()
    assert plot._box.viewRange()[0] == pytest.approx(whole)


def test_bookmarks_are_flagged_as_they_are_set(stand: Stand) -> None:
    opened(stand)
    (item,) = stand.desk.session
    marks = (Bookmark(50, 2.0, "mouth"), Bookmark(100, 4.0))
    stand.desk.session.annotate(item.job_id, Annotations((), marks))
    assert scores(stand).plot._flags.times_s == (2.0, 4.0)
    stand.desk.session.annotate(item.job_id, Annotations())
    assert scores(stand).plot._flags.times_s == ()


# The span -----------------------------------------------------------------------------------


def test_figures_of_a_span_are_those_of_the_scores_in_it(stand: Stand) -> None:
    opened(stand)
    (item,) = stand.desk.session
    start_s, end_s = 4.0, 7.0
    inside = [
        seen
        for sample in range(60)
        if start_s <= sample * STEP / 25 <= end_s
        for seen in Scene(2).observations(sample)
    ]
    facts = span_facts(item, start_s, end_s)
    assert facts.n_faces == len(inside)
    assert facts.n_frames == len({seen.frame_index for seen in inside})
    values = [seen.scores["xception"] for seen in inside if seen.track_id == 1 and seen.scores]
    row = next(
        one
        for one in span_rows(item, start_s, end_s)
        if one.track_id == 1 and one.detector == "Xception, one frame"
    )
    expected = summarise(values)
    assert row.n == expected.n
    assert (row.mean, row.p95) == pytest.approx((expected.mean, expected.p95))
    assert row.share_above == pytest.approx(np.mean([value >= 0.78 for value in values]))
    together = [one for one in span_rows(item, start_s, end_s) if one.track_id is None]
    assert together[0].n == len([seen for seen in inside if seen.scores])


def test_an_empty_span_has_no_figures(stand: Stand) -> None:
    opened(stand)
    (item,) = stand.desk.session
    assert span_rows(item, 100.0, 200.0) == ()
    assert span_facts(item, 100.0, 200.0).n_faces == 0


def test_a_span_is_selected_by_keys_and_its_figures_follow(stand: Stand) -> None:
    opened(stand)
    panel = scores(stand)
    stand.desk.intents.frame_wanted.emit(100)
    stand.wait_for_frame(100)
    press(stand, Qt.Key.Key_I)
    stand.desk.intents.frame_wanted.emit(150)
    stand.wait_for_frame(150)
    press(stand, Qt.Key.Key_O)
    assert panel.plot.span == pytest.approx((4.0, 6.0))
    assert panel.span.isVisible()
    assert panel.span.title.text() == "0:04.0 – 0:06.0"
    assert panel.span.counts.text() == "2.0 s, 11 analysed frames with 22 faces"
    assert panel.header.span_button.isChecked()
    panel.span.close_button.click()
    assert panel.plot.span is None
    assert not panel.header.span_button.isChecked()
    press(stand, Qt.Key.Key_S)
    assert panel.plot.span is not None


def test_a_drag_with_shift_selects_a_span(stand: Stand) -> None:
    opened(stand)
    plot = scores(stand).plot
    view = plot._plot
    left, shift = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier
    middle = view.viewport().height() // 3
    ends = [QPoint(view.mapFromScene(plot.scene_x(at), middle).x(), middle) for at in (3.0, 9.0)]
    QTest.mousePress(view.viewport(), left, shift, ends[0])
    for share in (0.3, 0.6, 1.0):
        at = QPoint(round(ends[0].x() + share * (ends[1].x() - ends[0].x())), middle)
        move(view.viewport(), at, left, shift)
    QTest.mouseRelease(view.viewport(), left, shift, ends[1])
    assert plot.span == pytest.approx((3.0, 9.0), abs=0.1)


def move(widget: object, at: QPoint, button: Qt.MouseButton, keys: Qt.KeyboardModifier) -> None:
    """Move the mouse with a button held: QTest.mouseMove lets go of it."""
    from PySide6.QtCore import QEvent, QPointF
    from PySide6.QtGui import QMouseEvent
    from PySide6.QtWidgets import QApplication, QWidget

    assert isinstance(widget, QWidget)
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(at),
        QPointF(widget.mapToGlobal(at)),
        Qt.MouseButton.NoButton,
        button,
        keys,
    )
    QApplication.sendEvent(widget, event)


def test_the_table_of_a_span_keeps_qts_rules(stand: Stand) -> None:
    opened(stand)
    (item,) = stand.desk.session
    model = SpanTableModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for span in ((0.0, 5.0), (1.0, 6.0), (50.0, 60.0), (0.0, 12.0)):
        model.show_rows(span_rows(item, *span))
    assert model.rowCount() == len(span_rows(item, 0.0, 12.0))
    assert tester.model() is model


# Long videos --------------------------------------------------------------------------------


@pytest.mark.parametrize("peak_at", [7, 99_998, 150_001, 199_998])
def test_no_peak_is_lost_when_two_hours_are_drawn_in_a_thousand_columns(peak_at: int) -> None:
    curve = Curve()
    times = np.linspace(0, 7200, 200_000)
    for index, time_s in enumerate(times):
        if index % 5_000 == 4_999:
            curve.append(time_s, np.nan)
        else:
            curve.append(time_s, 0.97 if index == peak_at else 0.2)
    seen_at, drawn = curve.between(0, 7200, 1000)
    assert len(drawn) <= 2_002
    assert np.nanmax(drawn) == 0.97
    assert seen_at[int(np.nanargmax(drawn))] == pytest.approx(times[peak_at], abs=7200 / 1000)


# Saving -------------------------------------------------------------------------------------

Ask = Callable[..., tuple[str, str]]


def answer(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    def ask(*_args: object) -> tuple[str, str]:
        return str(path), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)


def test_the_plot_is_saved_as_png_in_print_quality(
    stand: Stand, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    opened(stand)
    answer(monkeypatch, tmp_path / "plot")  # the suffix is added
    stand.desk.window.actions_.named["plot-png"].trigger()
    stand.qtbot.waitUntil(lambda: "Plot saved" in stand.desk.window.notice.text)
    image = QImage(str(tmp_path / "plot.png"))
    assert image.width() == 3000
    rgb = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(rgb.constBits(), np.uint8).reshape(rgb.height(), rgb.bytesPerLine())
    pixels = rows[:, : 3 * rgb.width()].reshape(rgb.height(), rgb.width(), 3)
    assert (pixels == (0x00, 0x72, 0xB2)).all(axis=2).any()  # the curve of person 1
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".png"] == ["plot.png"]


def test_the_plot_is_saved_as_svg_whose_texts_are_texts(
    stand: Stand, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    opened(stand)
    answer(monkeypatch, tmp_path / "plot.svg")
    stand.desk.intents.plot_export_requested.emit("svg")
    stand.qtbot.waitUntil(lambda: "Plot saved" in stand.desk.window.notice.text)
    root = ET.parse(tmp_path / "plot.svg").getroot()
    text = " ".join(one.strip() for one in root.itertext())
    for words in ("a.mp4", "Person 1", "Xception, one frame", "SHA-256 3f0a", "0:02"):
        assert words in text
    assert len(root.findall(".//{http://www.w3.org/2000/svg}polyline")) >= 4
    assert not root.findall(".//{http://www.w3.org/2000/svg}image")


def test_a_saved_curve_ends_on_its_own_line_at_the_edge_of_what_is_seen() -> None:
    times, values = np.array([0.0, 2.0, 4.0, 6.0]), np.array([0.0, 0.2, 0.8, np.nan])
    cut_times, cut_values = cut_to(times, values, 1.0, 3.0)
    assert cut_times == pytest.approx([1.0, 2.0, 3.0])
    assert cut_values == pytest.approx([0.1, 0.2, 0.5])
    assert np.isnan(cut_to(times, values, 1.0, 5.0)[1][-1])  # into a gap
    assert len(cut_to(times, values, 7.0, 8.0)[0]) == 0


def test_nothing_is_saved_beside_the_evidence(
    make_stand: MakeStand, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    stand = make_stand()
    evidence = tmp_path / "evidence"
    evidence.mkdir()
    (evidence / "a.mp4").touch()
    stand.desk.intents.files_dropped.emit((evidence / "a.mp4",))
    stand.finish()
    answer(monkeypatch, evidence / "plot.svg")
    stand.desk.intents.plot_export_requested.emit("svg")
    stand.qtbot.waitUntil(lambda: "beside the evidence" in stand.desk.window.notice.text)
    assert [path.name for path in evidence.iterdir()] == ["a.mp4"]


def test_a_still_image_has_no_span_and_no_plot_to_save(
    make_stand: MakeStand, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    stand = make_stand(FakeAnalysis(Scene(1, is_image=True)))
    opened(stand, "a.png")
    answer(monkeypatch, tmp_path / "plot.svg")
    for name in ("span", "span-begin", "span-end", "plot-svg"):
        stand.desk.window.actions_.named[name].trigger()
    assert scores(stand).plot.span is None
    assert not scores(stand).span.isVisible()
    stand.qtbot.wait(50)
    assert not (tmp_path / "plot.svg").exists()
