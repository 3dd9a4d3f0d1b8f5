# SPDX-License-Identifier: Apache-2.0
"""The places of the panels, the first view, small and dense screens."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QFileDialog

from core.cancel import CancelToken
from core.demo import DemoClip, make_demo_clip
from gui import services
from gui.workers.folders import MOST_FILES
from tests.gui.conftest import MakeStand, Stand
from tests.gui.driving import opened
from tests.gui.scenes import FakeAnalysis, Scene
from tests.gui.test_window import drop

ROOT = Path(__file__).resolve().parents[2]


def test_the_window_fits_a_small_screen(make_stand: MakeStand) -> None:
    analysis = FakeAnalysis(Scene(9, n_sampled=30))
    stand = make_stand(analysis)
    stand.desk.window.resize(1280, 720)
    opened(stand, "a-rather-long-name-of-a-file-as-cameras-and-phones-give-them.mp4")
    stand.desk.window.actions_.named["span"].trigger()
    stand.desk.intents.map_wanted.emit(True)
    stand.qtbot.wait(50)
    assert stand.desk.window.size().width() <= 1280
    assert stand.desk.window.size().height() <= 720
    assert stand.desk.window.minimumSizeHint().width() <= 1280
    assert stand.desk.window.minimumSizeHint().height() <= 720


DENSE = """
import os, sys
os.environ.update(QT_QPA_PLATFORM="offscreen", QT_SCALE_FACTOR="2")
sys.path.insert(0, {root!r})
from pathlib import Path
import numpy as np
from PySide6.QtCore import QSettings
from gui.app import make_application
from gui.desk.desk import Desk
from gui.services import Services
from gui.preferences.store import SettingsStore
from tests.gui.scenes import FakeAnalysis, FakeExplainer, FakeSession, Scene, load_tools
large = lambda scene, index: np.full((720, 1280, 3), 90, dtype=np.uint8)
app = make_application(["dense"])
services = Services(FakeAnalysis(Scene(2)), load_tools, lambda p, c: FakeSession(Scene(2), large),
                    lambda job: (), (), make_explainer=FakeExplainer)
desk = Desk(services, SettingsStore(QSettings({ini!r}, QSettings.Format.IniFormat)))
desk.window.resize(1920, 1080)
desk.window.show()
desk.intents.files_dropped.emit((Path("/evidence/a.mp4"),))
item = desk.session.current
while not (item.state.is_over and desk.session.frame):
    app.processEvents()
app.processEvents()
shot = desk.window.grab()
sizes = (desk.window.width(), desk.window.height(), shot.width(), shot.height())
print(*sizes, shot.devicePixelRatio())
view = desk.window.media.view
x0, y0, x1, y1 = view.marks[0].bbox
at = view.viewport().mapTo(desk.window, view.mapFromScene(x0, (y0 + y1) / 2))
image = shot.toImage()
near = {{image.pixelColor(2 * at.x() + dx, 2 * at.y()).name() for dx in range(-6, 7)}}
print(view.marks[0].color in near)
desk.shutdown.wait()
desk.window.leave()
"""


@pytest.mark.slow
def test_a_4k_screen_at_200_percent_is_drawn_in_its_own_pixels(tmp_path: Path) -> None:
    """The scale is read when Qt starts, so that it takes a process of its own."""
    program = DENSE.format(root=str(ROOT), ini=str(tmp_path / "w.ini"))
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=120, check=True
    )
    assert done.stdout.split() == ["1920", "1080", "3840", "2160", "2.0", "True"]
    noise = [line for line in done.stderr.splitlines() if "propagateSizeHints" not in line]
    assert noise == []


def test_panels_float_move_and_come_back_with_reset(stand: Stand) -> None:
    opened(stand)
    window = stand.desk.window
    window.panels["face"].setFloating(True)
    window.panels["jobs"].hide()
    window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, window.panels["verdict"])
    window.actions_.named["reset-layout"].trigger()
    assert not any(dock.isFloating() for dock in window.panels.values())
    assert all(dock.isVisible() for dock in window.panels.values())
    area = window.dockWidgetArea(window.panels["verdict"])
    assert area == Qt.DockWidgetArea.RightDockWidgetArea


def test_the_layout_is_kept_until_the_next_start(make_stand: MakeStand, tmp_path: Path) -> None:
    ini = QSettings(str(tmp_path / "kept.ini"), QSettings.Format.IniFormat)
    first = make_stand(settings=ini)
    opened(first)
    first.desk.window.panels["face"].hide()
    first.desk.window.panels["scores"].setFloating(True)
    first.desk.window.close()
    first.desk.cases.question.buttons[1].click()  # do not save the session
    first.qtbot.waitUntil(lambda: not first.desk.window.isVisible())
    second = make_stand(settings=ini)
    opened(second)
    assert not second.desk.window.panels["face"].isVisible()
    assert second.desk.window.panels["scores"].isFloating()
    assert second.desk.window.panels["jobs"].isVisible()


# The first view -----------------------------------------------------------------------------


def test_the_demo_is_made_in_the_data_folder_and_opened(stand: Stand, tmp_path: Path) -> None:
    stand.desk.window.welcome.demo_button.click()
    stand.qtbot.waitUntil(lambda: len(stand.desk.session) == 1)
    assert stand.demos == [tmp_path / "demo"]
    (item,) = stand.desk.session
    assert item.path == tmp_path / "demo" / "demo.mp4"
    assert "manipulated from 0:02.7 – 0:05.3" in stand.desk.window.notice.text
    stand.finish()


def test_the_demo_is_made_where_the_person_says(
    stand: Stand, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "mine"))
    stand.desk.window.actions_.named["demo-folder"].trigger()
    stand.qtbot.waitUntil(lambda: len(stand.desk.session) == 1)
    assert stand.demos == [tmp_path / "mine"]
    stand.finish()


def test_making_the_demo_shows_that_it_works_and_can_be_stopped(
    stand: Stand, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "held"))
    welcome = stand.desk.window.welcome
    stand.desk.intents.demo_folder_requested.emit()
    assert welcome.busy.isVisible()
    assert not welcome.demo_button.isEnabled()
    welcome.stop_button.click()
    stand.qtbot.waitUntil(lambda: not welcome.busy.isVisible())
    assert welcome.demo_button.isEnabled()
    assert len(stand.desk.session) == 0


def test_leaving_while_the_demo_is_made_waits_for_nothing(
    stand: Stand, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "held"))
    stand.desk.intents.demo_folder_requested.emit()
    stand.desk.window.close()
    stand.qtbot.waitUntil(lambda: not stand.desk.window.isVisible())


def test_a_folder_is_opened_with_what_is_media_in_it(
    stand: Stand, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    inner = tmp_path / "media" / "inner"
    inner.mkdir(parents=True)
    make_demo_clip(tmp_path / "media" / "b.mp4", seconds=0.2, size=(64, 64))
    make_demo_clip(inner / "a.mp4", seconds=0.2, size=(64, 64))
    (tmp_path / "media" / "notes.txt").write_text("no media")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "media"))
    stand.desk.window.welcome.folder_button.click()
    stand.qtbot.waitUntil(lambda: len(stand.desk.session) == 2)
    assert [item.name for item in stand.desk.session] == ["b.mp4", "a.mp4"]
    stand.finish()


def test_a_folder_without_media_says_so(stand: Stand, tmp_path: Path) -> None:
    stand.desk.intents.folders_dropped.emit((tmp_path,))
    stand.qtbot.waitUntil(lambda: "Nothing to open" in stand.desk.window.notice.text)
    assert len(stand.desk.session) == 0


def test_a_dropped_folder_is_opened_like_a_chosen_one(stand: Stand, tmp_path: Path) -> None:
    (tmp_path / "media").mkdir()
    make_demo_clip(tmp_path / "media" / "a.mp4", seconds=0.2, size=(64, 64))
    drop(stand.desk.window, tmp_path / "media", Path("/evidence/b.mp4"))
    stand.qtbot.waitUntil(lambda: len(stand.desk.session) == 2)
    assert {item.name for item in stand.desk.session} == {"a.mp4", "b.mp4"}
    stand.finish()


def test_a_large_folder_becomes_a_batch(
    stand: Stand, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A list of files is for as many as one looks at; the rest is the batch's work."""
    asked: list[Path] = []
    monkeypatch.setattr(stand.desk.cases.batches, "choose_out", asked.append)
    make_demo_clip(tmp_path / "first.mp4", seconds=0.2, size=(64, 64))
    content = (tmp_path / "first.mp4").read_bytes()
    large = tmp_path / "large"
    large.mkdir()
    for number in range(MOST_FILES + 1):
        (large / f"{number}.mp4").write_bytes(content)
    drop(stand.desk.window, large)
    stand.qtbot.waitUntil(lambda: asked == [large])
    assert len(stand.desk.session) == 0


def test_an_older_demo_clip_is_never_overwritten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []

    def make(path: Path, cancel: CancelToken) -> DemoClip:
        made.append(path.name)
        path.touch()
        return DemoClip(path, 1.0, 2.0, "made up")

    monkeypatch.setattr(services, "make_demo_clip", make)
    for _ in range(3):
        services.make_demo(tmp_path / "new" / "demo", CancelToken())
    assert made == ["demo.mp4", "demo-2.mp4", "demo-3.mp4"]
