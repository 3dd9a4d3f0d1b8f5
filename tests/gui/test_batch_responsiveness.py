# SPDX-License-Identifier: Apache-2.0
"""The window's thread keeps going while a batch of two thousand files runs and is looked at."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFileDialog

from gui.models.batch import BatchModel
from gui.models.batch_row import OUTCOME, PLACE
from gui.states import BatchPhase
from tests.core.batch.folders import make_image
from tests.gui.conftest import MakeStand
from tests.gui.heartbeat import Heartbeat
from tests.gui.test_batch_desk import Gate, gate
from tests.gui.test_responsiveness import settled

__all__ = ["gate", "settled"]

pytestmark = [pytest.mark.slow, pytest.mark.alone]

FILES = 2000
# Listed, sorted and filtered are all of them; so many are waited for.
ENOUGH = 250
BAR_S = 0.050
# The same turn takes half as much processor time again while a neighbor uses the same core.
ATTEMPTS = 5


def make_many(root: Path) -> Path:
    """Two thousand pictures that differ in their last bytes."""
    content = make_image(root.parent / "one.png", 1, (16, 16)).read_bytes()
    for number in range(FILES):
        folder = root / f"part {number % 20}"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"picture {number}.png").write_bytes(content + number.to_bytes(4, "big"))
    return root


def has_enough(model: BatchModel) -> bool:
    return model.counts.finished >= ENOUGH


def has_stopped(model: BatchModel) -> bool:
    return model.phase is BatchPhase.STOPPED


@pytest.mark.usefixtures("settled")
@pytest.mark.timeout(290)
def test_two_thousand_rows_leave_the_window_responsive(
    make_stand: MakeStand, gate: Gate, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While it runs, somebody sorts and filters: that is the window's own work, too."""
    folder = make_many(tmp_path / "evidence")
    worst = []
    for attempt in range(ATTEMPTS):
        out = tmp_path / f"out{attempt}"
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_, out=out: str(out))
        stand = make_stand()
        stand.desk.cases.batch_window.bring_up()
        stand.qtbot.wait(300)  # what comes once: two windows' first painting
        model, panel = stand.desk.cases.batches.model, stand.desk.cases.batch_window.panel
        turns = iter(range(10**6))

        def look(panel: object = panel, turns: object = turns) -> None:
            turn = next(turns)  # type: ignore[call-overload]
            order = Qt.SortOrder(turn % 2)
            panel.table.sortByColumn((OUTCOME, 0, PLACE)[turn % 3], order)  # type: ignore[attr-defined]
            panel.chips.search.setText(("picture 1", "", "part 7")[turn % 3])  # type: ignore[attr-defined]

        looker = QTimer(panel)
        looker.timeout.connect(look)
        heart = Heartbeat()
        heart.start()
        looker.start(700)
        stand.desk.intents.batch_folder_dropped.emit(folder)
        stand.qtbot.waitUntil(partial(has_enough, model), timeout=50_000)
        looker.stop()
        heart.stop()
        worst.append(heart.longest_own_s)
        print(  # noqa: T201
            f"{FILES} files, {len(heart.own_s)} beats: the window's own longest turn "
            f"{worst[-1] * 1000:.0f} ms, on a core {heart.slowdown:.2f} times as slow as before; "
            f"longest gap of the clock {max(heart.gaps_s) * 1000:.0f} ms"
        )
        assert model.phase is BatchPhase.RUNNING
        assert len(model.table.rows) == FILES
        panel.head.stop.click()
        stand.qtbot.waitUntil(partial(has_stopped, model), timeout=20_000)
        if worst[-1] < BAR_S:
            return
        stand.desk.cases.batch_window.hide()
        stand.desk.window.hide()
    pytest.fail(f"the window's own turns took {[round(one * 1000) for one in worst]} ms")
