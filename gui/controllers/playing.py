# SPDX-License-Identifier: Apache-2.0
"""Lets frames follow by themselves: each at the time of its own stamp, whatever the rate."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from gui.models.places import SPEEDS
from gui.pictures import ShownFrame

# Frames that follow each other faster than a screen shows them are passed over.
MIN_SHOW_S = 1 / 60
# Behind by more than this, frames are passed over until the clock is met again.
LATE_S = 0.12


class Player(QObject):
    """Keeps the clock, and one frame decoded ahead of its time.

    At a speed that the decoder keeps up with, every frame is shown, at the time that its own
    stamp says. Otherwise frames are passed over, so that a second stays a second.

    Signals:
        frame_due: The ShownFrame to show now.
        frame_wanted: The next frame to decode: an index and 0, or None and seconds.
        playing_changed: Whether it plays.
        speed_changed: Seconds of the file in one second.
    """

    frame_due = Signal(object)
    frame_wanted = Signal(object, float)
    playing_changed = Signal(bool)
    speed_changed = Signal(float)

    def __init__(self, parent: QObject | None = None) -> None:
        """Stand still, at normal speed."""
        super().__init__(parent)
        self.speed = 1.0
        self.is_playing = False
        self._origin = (0.0, 0.0)
        self._shown: ShownFrame | None = None
        self._ahead: ShownFrame | None = None
        self._ended_at: tuple[int, int] | None = None
        self._is_retry = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_due)

    @property
    def position_s(self) -> float:
        """Where the clock stands, in seconds of the file."""
        started_at, from_s = self._origin
        return from_s + (time.monotonic() - started_at) * self.speed

    def start(self, frame: ShownFrame) -> None:
        """Play from a frame on; from the first where that one is the last."""
        self.is_playing, self._is_retry = True, False
        self._shown, self._ahead = frame, None
        self._origin = (time.monotonic(), frame.time_s)
        self.playing_changed.emit(True)
        if (frame.job_id, frame.frame_index) == self._ended_at:
            self._shown = None
            self.frame_wanted.emit(0, 0.0)
        else:
            self.frame_wanted.emit(frame.frame_index + 1, 0.0)

    def stop(self) -> None:
        """Stand still."""
        self._timer.stop()
        self._ahead = None
        if self.is_playing:
            self.is_playing = False
            self.playing_changed.emit(False)

    @Slot(float)
    def set_speed(self, speed: float) -> None:
        """Play faster or slower, from here on."""
        speed = min(max(speed, SPEEDS[0]), SPEEDS[-1])
        if speed == self.speed:
            return
        self._origin = (time.monotonic(), self.position_s)
        self.speed = speed
        self.speed_changed.emit(speed)
        if self._ahead is not None:
            self._wait_for(self._ahead)

    @Slot(int)
    def step_speed(self, direction: int) -> None:
        """Take the next faster or slower of SPEEDS."""
        faster = [speed for speed in SPEEDS if speed > self.speed]
        slower = [speed for speed in SPEEDS if speed < self.speed]
        if direction > 0 and faster:
            self.set_speed(faster[0])
        elif direction < 0 and slower:
            self.set_speed(slower[-1])

    def take(self, frame: ShownFrame) -> None:
        """Take in the frame that was wanted, ahead of its time or late."""
        was_retry, self._is_retry = self._is_retry, False
        shown = self._shown
        if shown is None:
            self._origin = (time.monotonic(), frame.time_s)
        elif frame.frame_index <= shown.frame_index:
            if was_retry:
                self._end()
            else:  # the clock has not reached the frame after it
                self.frame_wanted.emit(shown.frame_index + 1, 0.0)
            return
        self._wait_for(frame)

    def take_failure(self) -> bool:
        """Pass over a frame that cannot be had, or end where it was beyond the last one.

        Returns:
            Whether that is all there is to it; a second failure in a row is an error.
        """
        if self._is_retry or self._shown is None:
            return False
        self._is_retry = True
        self.frame_wanted.emit(None, max(self.position_s, self._shown.time_s) + LATE_S)
        return True

    def _wait_for(self, frame: ShownFrame) -> None:
        self._ahead = frame
        wait_s = (frame.time_s - self.position_s) / self.speed
        self._timer.start(max(round(wait_s * 1000), 0))

    @Slot()
    def _on_due(self) -> None:
        frame, before = self._ahead, self._shown
        if frame is None or not self.is_playing:
            return
        self._ahead, self._shown = None, frame
        self.frame_due.emit(frame)
        step_s = frame.time_s - before.time_s if before is not None else 0.0
        late_s = (self.position_s - frame.time_s) / self.speed
        self._want_next(frame, step_s, late_s)

    def _want_next(self, frame: ShownFrame, step_s: float, late_s: float) -> None:
        """Ask for the frame after the one shown, or a later one where that would be too late."""
        if not self.is_playing:  # whoever was shown the frame has stopped it
            return
        if late_s > LATE_S:
            self.frame_wanted.emit(None, self.position_s)
        elif 0 < step_s < self.speed * MIN_SHOW_S:
            self.frame_wanted.emit(None, frame.time_s + self.speed * MIN_SHOW_S)
        else:
            self.frame_wanted.emit(frame.frame_index + 1, 0.0)

    def _end(self) -> None:
        if self._shown is not None:
            self._ended_at = (self._shown.job_id, self._shown.frame_index)
        self.stop()
