# SPDX-License-Identifier: Apache-2.0
"""How fast a batch goes, and how long it will still take."""

from __future__ import annotations

import time
from collections import deque

from core.batch.records import Counts

_WINDOW_S = 30.0
_STAMPS = 256


class Pace:
    """How fast it goes: frames over the last half minute, files over the whole run."""

    def __init__(self) -> None:
        """Start the clock."""
        self._started = time.monotonic()
        self._first = 0
        # Bounded: parts of a second are joined.
        self._frames: deque[tuple[float, int]] = deque(maxlen=_STAMPS)

    def start(self, finished: int) -> None:
        """Start the clock anew, with so many files finished by an earlier run."""
        self._started, self._first = time.monotonic(), finished

    def add(self, frames: int) -> None:
        """Count frames."""
        at = time.monotonic()
        if self._frames and at - self._frames[-1][0] < _WINDOW_S / _STAMPS:
            at, before = self._frames.pop()
            frames += before
        self._frames.append((at, frames))

    def frames_per_s(self) -> float | None:
        """Give frames a second, or None before there are any."""
        now = time.monotonic()
        recent = [(at, frames) for at, frames in self._frames if now - at <= _WINDOW_S]
        if not recent:
            return None
        return sum(frames for _, frames in recent) / max(min(now - self._started, _WINDOW_S), 0.1)

    def remaining_s(self, counts: Counts) -> float | None:
        """Estimate the seconds left from the files of this run, or None before the first."""
        done = counts.finished - self._first
        if done <= 0:
            return None
        return (time.monotonic() - self._started) / done * counts.left
