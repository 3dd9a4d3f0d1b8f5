# SPDX-License-Identifier: Apache-2.0
"""An analysis, playing, and a batch of two thousand files at the same time, all of it real."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.demo import make_demo_clip
from gui.desk.desk import Desk
from gui.states import BatchPhase
from tests.gui.heartbeat import Heartbeat
from tests.gui.test_batch_responsiveness import FILES, make_many
from tests.gui.test_real_clip import LIMIT_MS, desk

__all__ = ["desk"]

pytestmark = [pytest.mark.slow, pytest.mark.alone]

# Of the window's own work, whatever else the machine does; the bar of the project.
LONGEST_OWN_S = 0.050
SESSION_S = 25.0
# The same turn takes half as much processor time again while a neighbor uses the same core.
SESSIONS = 3


@pytest.mark.timeout(280)
def test_no_turn_of_the_window_takes_long_in_a_busy_session(
    desk: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The figures are printed: `pytest tests/gui/test_recorded_session.py -m alone -s`."""
    (tmp_path / "evidence").mkdir()
    batches, window = desk.cases.batches, desk.cases.batch_window
    monkeypatch.setattr(batches, "choose_out", lambda _folder: tmp_path / "out")
    desk.intents.batch_folder_dropped.emit(make_many(tmp_path / "many"))
    qtbot.waitUntil(lambda: batches.model.counts.finished > 0, timeout=LIMIT_MS)
    longest: list[float] = []
    while len(longest) < SESSIONS and (not longest or longest[-1] >= LONGEST_OWN_S):
        clip = tmp_path / "evidence" / f"clip{len(longest)}.mp4"
        longest.append(_longest_turn(desk, qtbot, clip))
    assert longest[-1] < LONGEST_OWN_S, longest
    desk.intents.batch_stopped.emit()
    qtbot.waitUntil(lambda: batches.model.phase is BatchPhase.STOPPED, timeout=LIMIT_MS)
    window.hide()


def _longest_turn(desk: Desk, qtbot: QtBot, path: Path) -> float:
    """Open a new clip beside the batch, and play it while it is analysed."""
    model = desk.cases.batches.model
    clip = make_demo_clip(path, seconds=12, size=(640, 360)).path
    desk.intents.files_dropped.emit((clip,))
    item = list(desk.session)[-1]
    desk.intents.item_selected.emit(item.job_id)
    qtbot.waitUntil(lambda: item.frames_done > 0, timeout=LIMIT_MS)
    qtbot.waitUntil(lambda: desk.session.frame is not None, timeout=LIMIT_MS)
    qtbot.wait(300)  # what comes once: fonts, the first curve
    heart, finished, shown = Heartbeat(), model.counts.finished, [0]

    def count() -> None:
        shown[0] += 1

    desk.session.frame_changed.connect(count)
    desk.intents.play_toggled.emit()
    heart.start()
    end = time.monotonic() + SESSION_S
    while time.monotonic() < end:
        qtbot.wait(200)
        if not desk.playback.is_playing:
            desk.intents.ends_wanted.emit(-1)
            desk.intents.play_toggled.emit()
    heart.stop()
    desk.playback.stop()
    desk.session.frame_changed.disconnect(count)
    done = model.counts.finished - finished
    print(  # noqa: T201
        f"{SESSION_S:.0f} s: {shown[0]} frames shown, {item.frames_done} analysed, {done} of "
        f"{FILES} files of the batch done; the window's own longest turn "
        f"{heart.longest_own_s * 1000:.0f} ms, longest gap of the clock "
        f"{max(heart.gaps_s) * 1000:.0f} ms"
    )
    assert len(model.table.rows) == FILES
    assert model.phase is BatchPhase.RUNNING
    assert done > 0
    assert shown[0] > 50
    return heart.longest_own_s
