# SPDX-License-Identifier: Apache-2.0
"""The strip of key frames."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtTest import QAbstractItemModelTester

from core.dossier import KeyFrameReason
from core.evidence.key_frames import choose_key_frames
from gui.views.key_frame_strip import KeyFrameStrip
from gui.workers import thumbnails
from gui.workers.thumbnails import HEIGHT_PX, WIDTH_PX, ThumbnailRequest, ThumbnailWorker, cut
from tests.gui.conftest import MakeStand, Stand
from tests.gui.driving import find, opened
from tests.gui.recorder import Start
from tests.gui.scenes import FakeAnalysis, FakeSession, Scene, judge


def all_read(stand: Stand) -> bool:
    rows = stand.desk.session.key_frames.rows
    return bool(rows) and all(row.image is not None for row in rows)


def test_the_strip_shows_the_key_frames_of_a_report_and_closes_its_decoder(stand: Stand) -> None:
    opened(stand)
    stand.qtbot.waitUntil(lambda: all_read(stand))
    model, (item,) = stand.desk.session.key_frames, stand.desk.session
    assert item.result is not None
    chosen = {(one.track_id, one.frame_index) for one in choose_key_frames(item.result)}
    assert {(row.track_id, row.frame_index) for row in model.rows} == chosen
    reasons = [row.reason for row in model.rows if row.track_id == 1]
    assert reasons[0] is KeyFrameReason.HIGHEST_SCORE
    assert model.rows[0].score == max(row.score or 0 for row in model.rows if row.track_id == 1)
    stand.qtbot.waitUntil(lambda: stand.sessions[-1].is_closed)


def test_a_click_in_the_strip_goes_to_exactly_that_frame(stand: Stand) -> None:
    opened(stand)
    stand.qtbot.waitUntil(lambda: all_read(stand))
    strip, rows = find(stand, KeyFrameStrip), stand.desk.session.key_frames.rows
    strip.list.clicked.emit(strip.list.model().index(2, 0))
    stand.wait_for_frame(rows[2].frame_index)


def test_before_the_end_the_strip_says_when_it_comes(make_stand: MakeStand) -> None:
    stand = make_stand(FakeAnalysis(hold_at=5))
    stand.open("a.mp4")
    assert stand.analysis.held.wait(5)
    assert "when the analysis is complete" in stand.desk.session.key_frames.words
    stand.analysis.gate.set()
    stand.finish()
    stand.qtbot.waitUntil(lambda: all_read(stand))


def test_the_strip_follows_the_selected_file(make_stand: MakeStand) -> None:
    analysis = FakeAnalysis(Scene(2))
    analysis.scenes["none.mp4"] = Scene(0)
    stand = make_stand(analysis)
    stand.open("a.mp4", "none.mp4")
    stand.finish()
    stand.qtbot.waitUntil(lambda: all_read(stand))
    stand.desk.intents.item_selected.emit(2)
    assert stand.desk.session.key_frames.rows == []
    stand.qtbot.waitUntil(lambda: "no face" in stand.desk.session.key_frames.words)


def test_a_file_that_changed_has_no_key_frames(make_stand: MakeStand) -> None:
    analysis = FakeAnalysis(Scene(1))
    stand = make_stand(analysis)
    opened(stand)
    stand.qtbot.waitUntil(lambda: all_read(stand))
    (item,) = stand.desk.session
    changed = judge(Scene(1))
    item.result = replace(changed, file=replace(changed.file, sha256_before="00" * 32))
    stand.desk.picture.key_frames.refresh()
    stand.qtbot.waitUntil(lambda: "other content" in stand.desk.session.key_frames.words)
    assert stand.desk.session.key_frames.rows == []


def test_the_model_keeps_qts_rules(stand: Stand) -> None:
    tester = QAbstractItemModelTester(
        stand.desk.session.key_frames, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    opened(stand)
    stand.qtbot.waitUntil(lambda: all_read(stand))
    assert tester.model() is stand.desk.session.key_frames


def test_the_newest_request_wins_and_stopping_stops(start: Start, qtbot: object) -> None:
    opened_files: list[FakeSession] = []

    def open_session(path: Path, cancel: object) -> FakeSession:
        opened_files.append(FakeSession(Scene(1)))
        return opened_files[-1]

    worker = ThumbnailWorker(open_session)
    _, seen = start(worker)
    for number in (1, 2, 3):
        worker.request(ThumbnailRequest(number, 1, Path("/evidence/a.mp4"), judge(Scene(1)), None))
    qtbot.waitUntil(lambda: len(seen.ends()) == 3)  # type: ignore[attr-defined]
    assert max(seen.ends(), key=lambda end: end[1]) == ("succeeded", 3)
    assert all(session.is_closed for session in opened_files)


@pytest.mark.parametrize(
    "bbox", [(600, 300, 780, 520), (-90, -10, 60, 200), (1200, 600, 1290, 730), (0, 0, 1280, 720)]
)
def test_a_thumbnail_stays_within_the_frame_and_keeps_its_shape(
    bbox: tuple[float, float, float, float],
) -> None:
    pixels = np.zeros((720, 1280, 3), np.uint8)
    assert cut(pixels, bbox).shape == (HEIGHT_PX, WIDTH_PX, 3)
    assert thumbnails.cut(pixels[:20, :30], bbox).shape == (HEIGHT_PX, WIDTH_PX, 3)
