# SPDX-License-Identifier: Apache-2.0
"""A generated video, the real networks and decoder: looked at, played and explained."""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSettings
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from core.demo import DemoClip
from core.detectors.catalog import load_detectors
from core.preprocess.tensors import to_batch
from gui.app import prepare_process
from gui.desk.desk import Desk
from gui.lifecycle.garbage import GarbageCollector
from gui.pictures import ShownFace
from gui.preferences.store import SettingsStore
from gui.services import core_services
from tests.gui.heartbeat import Heartbeat

pytestmark = [pytest.mark.slow, pytest.mark.alone]

LIMIT_MS = 120_000
# Of the window's own work, whatever else the machine does.
LONGEST_OWN_S = 0.050


class Watch(QObject):
    """Notes when frames come and which."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._session = desk.session
        self.shown: list[tuple[float, int, float]] = []
        desk.session.frame_changed.connect(self.on_frame_changed)

    def on_frame_changed(self) -> None:
        frame = self._session.frame
        if frame is not None:
            self.shown.append((time.perf_counter(), frame.frame_index, frame.time_s))


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    prepare_process()
    store = SettingsStore(QSettings(str(tmp_path / "w.ini"), QSettings.Format.IniFormat))
    made = Desk(core_services(), store)
    collector = GarbageCollector(lambda: made.analysis.is_busy, made)
    made.window.show()
    yield made
    collector.stop()
    made.analysis.cancel_all()
    assert made.shutdown.wait(20_000), made.shutdown.busy
    QCoreApplication.processEvents()
    made.window.leave()
    made.window.deleteLater()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_a_real_clip_is_played_while_it_is_analysed_and_then_explained(
    desk: Desk, qtbot: QtBot, demo_clip: DemoClip
) -> None:
    desk.intents.files_dropped.emit((demo_clip.path,))
    (item,) = desk.session
    session = desk.session
    qtbot.waitUntil(lambda: item.frames_done > 0 and session.frame is not None, timeout=LIMIT_MS)
    watch, heart = Watch(desk), Heartbeat()
    qtbot.wait(300)  # what comes once: fonts, the first curve
    heart.start()
    desk.intents.play_toggled.emit()
    qtbot.waitUntil(lambda: not desk.playback.is_playing, timeout=LIMIT_MS)
    heart.stop()
    tell(watch, heart, item.state.value)
    indices = [index for _, index, _ in watch.shown]
    assert indices == sorted(set(indices))
    assert max(heart.own_s) < LONGEST_OWN_S
    qtbot.waitUntil(lambda: item.state.is_over, timeout=LIMIT_MS)
    assert item.result is not None

    middle_s = (demo_clip.manipulated_start_s + demo_clip.manipulated_end_s) / 2
    desk.window.scores.plot.clicked.emit(middle_s)
    desk.intents.map_wanted.emit(True)
    qtbot.waitUntil(lambda: has_map(desk), timeout=LIMIT_MS)
    look = session.face.look
    assert look.shown is not None
    assert look.face is not None
    assert look.face.scores[look.shown.detector_id] == pytest.approx(score_of(look.shown), abs=1e-5)
    rows = session.key_frames.rows
    qtbot.waitUntil(lambda: all(row.image is not None for row in rows), timeout=LIMIT_MS)
    assert rows


def has_map(desk: Desk) -> bool:
    shown = desk.session.face.look.shown
    return shown is not None and shown.heat is not None


def score_of(shown: ShownFace) -> float:
    """Have the crop that the window shows scored once more by the network."""
    (detector,) = load_detectors((shown.detector_id,), "onnx", "cpu").image
    image = shown.crop.convertToFormat(QImage.Format.Format_RGB888)
    height, width = image.height(), image.width()
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(height, image.bytesPerLine())
    crop = rows[:, : 3 * width].reshape(height, width, 3)
    return float(detector.predict(to_batch([crop], detector.input)).scores[0])


def tell(watch: Watch, heart: Heartbeat, state: str) -> None:
    """Print what was measured."""
    waits = np.diff([at for at, _, _ in watch.shown]) * 1000
    late = [at - time_s for at, _, time_s in watch.shown]
    print(  # noqa: T201
        f"{len(watch.shown)} frames shown, at the end the analysis was {state}; between two "
        f"frames: median {statistics.median(waits):.0f} ms, 95th percentile "
        f"{np.percentile(waits, 95):.0f} ms, longest {max(waits):.0f} ms; behind the clock at "
        f"most {(max(late) - min(late)) * 1000:.0f} ms; heartbeat: longest gap "
        f"{max(heart.gaps_s) * 1000:.0f} ms, the window's own work {max(heart.own_s) * 1000:.0f} ms"
    )
