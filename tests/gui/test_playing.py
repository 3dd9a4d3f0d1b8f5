# SPDX-License-Identifier: Apache-2.0
"""Playing: every frame at the time of its stamp, or fewer frames, never another speed."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtGui import QImage

from gui.controllers import playing
from gui.controllers.playing import Player
from gui.pictures import ShownFrame
from tests.gui.conftest import Stand
from tests.gui.driving import media, opened

FPS = 25.0
# A player, what it wanted to be decoded, and what it said was due.
Wishes = tuple[Player, list[tuple[object, float]], list[int]]


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = 100.0

    def monotonic(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    monkeypatch.setattr(playing, "time", made)
    return made


@pytest.fixture
def wishes(
    clock: Clock, qapp: object
) -> Iterator[tuple[Player, list[tuple[object, float]], list[int]]]:
    player = Player()
    wanted: list[tuple[object, float]] = []
    shown: list[int] = []
    player.frame_wanted.connect(lambda index, time_s: wanted.append((index, time_s)))
    player.frame_due.connect(lambda frame: shown.append(frame.frame_index))
    yield player, wanted, shown
    player.stop()


def frame(index: int, time_s: float | None = None) -> ShownFrame:
    at = index / FPS if time_s is None else time_s
    return ShownFrame(1, index, at, QImage(), 4, 4, np.zeros((4, 4, 3), np.uint8))


def test_each_frame_is_wanted_ahead_and_shown_at_its_own_time(wishes: Wishes, clock: Clock) -> None:
    player, wanted, shown = wishes
    player.start(frame(10))
    assert wanted == [(11, 0.0)]
    player.take(frame(11))
    assert player._timer.remainingTime() <= 40
    assert shown == []
    clock.now += 0.040
    player._on_due()
    assert shown == [11]
    assert wanted[-1] == (12, 0.0)


def test_a_variable_rate_is_played_by_the_stamps(wishes: Wishes, clock: Clock) -> None:
    player, _, _ = wishes
    player.start(frame(0, 0.0))
    player.take(frame(1, 0.5))
    assert 490 <= player._timer.interval() <= 500


def test_a_slow_decoder_costs_frames_not_time(wishes: Wishes, clock: Clock) -> None:
    player, wanted, _ = wishes
    player.start(frame(0))
    clock.now += 1.0  # the decoder took that long
    player.take(frame(1))
    player._on_due()
    index, time_s = wanted[-1]
    assert index is None
    assert time_s == pytest.approx(1.0)


def test_a_rare_frame_is_no_end(wishes: Wishes, clock: Clock) -> None:
    """One frame a second: the clock stands between two frames most of the time."""
    player, wanted, _ = wishes
    player.start(frame(3, 3.0))
    player.take(frame(3, 3.0))
    assert player.is_playing
    assert wanted[-1] == (4, 0.0)


def test_the_end_stops_and_the_next_start_is_at_the_beginning(wishes: Wishes, clock: Clock) -> None:
    player, wanted, _ = wishes
    player.start(frame(299))
    assert player.take_failure()  # there is no frame 300; what is there instead?
    assert wanted[-1][0] is None
    player.take(frame(299))
    assert not player.is_playing
    player.start(frame(299))
    assert wanted[-1] == (0, 0.0)


def test_two_failures_in_a_row_are_an_error(wishes: Wishes) -> None:
    player, _, _ = wishes
    player.start(frame(5))
    assert player.take_failure()
    assert not player.take_failure()


def test_another_speed_goes_on_from_where_the_clock_stands(wishes: Wishes, clock: Clock) -> None:
    player, _, _ = wishes
    player.start(frame(0))
    clock.now += 2.0
    player.step_speed(1)
    player.step_speed(1)
    assert player.speed == 2.0
    clock.now += 1.0
    assert player.position_s == pytest.approx(4.0)
    for _ in range(9):
        player.step_speed(-1)
    assert player.speed == 0.25


def test_at_four_times_the_speed_frames_faster_than_the_screen_are_passed_over(
    wishes: Wishes, clock: Clock
) -> None:
    player, wanted, _ = wishes
    player.set_speed(4.0)
    player.start(frame(0))
    player.take(frame(1))
    clock.now += 0.010
    player._on_due()
    index, time_s = wanted[-1]
    assert index is None
    assert time_s == pytest.approx(0.04 + 4 / 60)


def test_the_speed_is_chosen_by_key_or_list_and_shown(stand: Stand) -> None:
    opened(stand)
    bar, named = media(stand).transport, stand.desk.window.actions_.named
    named["slower"].trigger()
    assert stand.desk.playback.speed == 0.5
    assert bar.speeds.currentText() == "0.5×"
    bar.speeds.setCurrentIndex(bar.speeds.findData(4.0))
    bar.speeds.activated.emit(bar.speeds.currentIndex())
    assert stand.desk.playback.speed == 4.0
    named["normal-speed"].trigger()
    assert bar.speeds.currentText() == "1×"


def test_playing_to_the_end_shows_frames_in_order_and_stops(stand: Stand) -> None:
    opened(stand)
    stand.desk.intents.frame_wanted.emit(285)
    stand.wait_for_frame(285)
    seen: list[int] = []
    session = stand.desk.session
    session.frame_changed.connect(lambda: seen.append(session.frame.frame_index))  # type: ignore[union-attr]
    stand.desk.window.actions_.named["play"].trigger()
    stand.qtbot.waitUntil(lambda: not stand.desk.playback.is_playing)
    assert seen == sorted(seen)
    assert seen[-1] == 299
    assert not stand.desk.window.notice.isVisible()
