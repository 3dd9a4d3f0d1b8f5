# SPDX-License-Identifier: Apache-2.0
"""Frames for the viewer: the newest request wins, and each has one terminal signal."""

from __future__ import annotations

import threading
from concurrent.futures import CancelledError
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.cancel import CancelToken
from core.errors import (
    CorruptMediaError,
    DecoderCrashedError,
)
from core.records import Frame
from gui.workers.frames import MAX_SHOWN_PIXELS, FrameRequest, FrameWorker, Session, to_image
from tests.gui.recorder import Start
from tests.gui.scenes import FakeSession, Scene

# Frames -------------------------------------------------------------------------------------


def request(
    request_id: int, frame_index: int | None, name: str = "a", time_s: float = 0.0
) -> FrameRequest:
    return FrameRequest(request_id, 1, Path(name), frame_index, time_s)


class Opener:
    """Opens fake sessions; the first opening waits for `gate` where `holds` is set."""

    def __init__(self, *, holds: bool = False) -> None:
        self.sessions: list[FakeSession] = []
        self.gate = threading.Event()
        self.opening = threading.Event()
        self.holds = holds

    def __call__(self, path: Path, cancel: CancelToken) -> Session:
        self.opening.set()
        while self.holds and not self.gate.wait(0.002):
            if cancel.is_cancelled:
                self.holds = False
                raise CancelledError
        self.sessions.append(FakeSession(Scene()))
        return self.sessions[-1]


def test_a_frame_comes_by_index_and_by_time(qtbot: QtBot, start: Start) -> None:
    worker = FrameWorker(Opener())
    _, recorder = start(worker)
    with recorder.one_more_end(qtbot):
        worker.request(request(1, 7))
    with recorder.one_more_end(qtbot):
        worker.request(request(2, None, time_s=2.01))
    assert [recorder.payload(number).frame_index for number in (1, 2)] == [7, 50]  # type: ignore[attr-defined]


def test_of_requests_that_wait_only_the_newest_is_decoded(qtbot: QtBot, start: Start) -> None:
    opener = Opener(holds=True)
    worker = FrameWorker(opener)
    _, recorder = start(worker)
    worker.request(request(1, 1))
    assert opener.opening.wait(5)
    for number in range(2, 7):
        worker.request(request(number, number))
    with recorder.end_of(qtbot, 6):
        opener.gate.set()
    ends = {number: name for name, number in recorder.ends()}
    assert ends == {1: "succeeded", **dict.fromkeys(range(2, 6), "cancelled"), 6: "succeeded"}
    assert len(recorder.ends()) == 6
    assert opener.sessions[0].asked == [1, 6]


def test_opening_is_given_up_when_another_file_is_wanted(qtbot: QtBot, start: Start) -> None:
    opener = Opener(holds=True)
    worker = FrameWorker(opener)
    _, recorder = start(worker)
    worker.request(request(1, 0, "large"))
    assert opener.opening.wait(5)
    with recorder.end_of(qtbot, 2):
        worker.request(request(2, 0, "other"))
    assert recorder.ends() == [("cancelled", 1), ("succeeded", 2)]


def test_a_frame_that_is_not_there_fails_and_the_file_stays_open(
    qtbot: QtBot, start: Start
) -> None:
    opener = Opener()
    worker = FrameWorker(opener)
    _, recorder = start(worker)
    with recorder.one_more_end(qtbot):
        worker.request(request(1, 99_999))
    with recorder.one_more_end(qtbot):
        worker.request(request(2, 0))
    assert isinstance(recorder.payload(1), CorruptMediaError)
    assert len(opener.sessions) == 1


def test_after_a_crash_the_file_is_opened_again(
    qtbot: QtBot, start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    opener = Opener()
    worker = FrameWorker(opener)
    _, recorder = start(worker)
    whole = FakeSession.frame_at

    def crash(session: FakeSession, frame_index: int) -> Frame:
        raise DecoderCrashedError("The decoder died.")

    monkeypatch.setattr(FakeSession, "frame_at", crash)
    with recorder.one_more_end(qtbot):
        worker.request(request(1, 0))
    monkeypatch.setattr(FakeSession, "frame_at", whole)
    with recorder.one_more_end(qtbot):
        worker.request(request(2, 0))
    assert recorder.ends() == [("failed", 1), ("succeeded", 2)]
    assert [session.is_closed for session in opener.sessions] == [True, False]


def test_another_file_closes_the_one_before_and_stopping_closes_the_last(
    qtbot: QtBot, start: Start
) -> None:
    opener = Opener()
    worker = FrameWorker(opener)
    thread, recorder = start(worker)
    for number, name in enumerate(("a", "b")):
        with recorder.one_more_end(qtbot):
            worker.request(request(number, 0, name))
    assert [session.is_closed for session in opener.sessions] == [True, False]
    with qtbot.waitSignal(thread.stopped):
        thread.ask_to_stop()
    assert opener.sessions[1].is_closed


def test_stopping_gives_up_an_opening(qtbot: QtBot, start: Start) -> None:
    opener = Opener(holds=True)
    worker = FrameWorker(opener)
    thread, recorder = start(worker)
    worker.request(request(1, 0))
    assert opener.opening.wait(5)
    with qtbot.waitSignal(thread.stopped, timeout=2000):
        thread.ask_to_stop()
    assert recorder.ends() == [("cancelled", 1)]


def test_a_huge_picture_is_shown_smaller_and_in_its_shape() -> None:
    import numpy as np

    image = to_image(np.zeros((3000, 6000, 3), np.uint8))
    assert image.width() * image.height() <= MAX_SHOWN_PIXELS * 1.01
    assert image.width() / image.height() == pytest.approx(2, abs=0.01)


def test_colours_are_kept() -> None:
    import numpy as np

    pixels = np.zeros((3, 5, 3), np.uint8)
    pixels[1, 2] = (10, 20, 30)
    color = to_image(pixels).pixelColor(2, 1)
    assert (color.red(), color.green(), color.blue()) == (10, 20, 30)
