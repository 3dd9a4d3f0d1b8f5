# SPDX-License-Identifier: Apache-2.0
"""Progress on stderr: a bar with time left on a terminal, a line now and then elsewhere."""

from __future__ import annotations

import time
from types import TracebackType

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from core.events import Event, FrameFailed, FramesScored, MediaProbed, Stage, StageStarted
from core.text import printable

_WORDS = {
    Stage.PROBING: "reading and hashing",
    Stage.LOADING_DETECTORS: "loading the detectors",
    Stage.SCORING: "looking for faces and scoring them",
    Stage.REHASHING: "hashing again",
}
_LINE_EVERY_S = 5.0


def duration_words(seconds: float) -> str:
    """Write a duration as people read it: `8 s`, `3 min 20 s`, `1 h 5 min`."""
    whole = max(0, round(seconds))
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        return f"{whole // 60} min {whole % 60} s"
    return f"{whole // 3600} h {whole % 3600 // 60} min"


class ProgressDisplay:
    """Shows one file's events; use as a context manager."""

    def __init__(self, name: str, *, quiet: bool = False) -> None:
        """Prepare for a file; nothing is shown when `quiet`."""
        self._console = Console(stderr=True, markup=False, highlight=False, quiet=quiet)
        self._name = printable(name)
        self._bar = Progress(
            TextColumn("{task.description}", markup=False),
            BarColumn(bar_width=30),
            TextColumn("{task.fields[note]}", markup=False),
            TimeElapsedColumn(),
            console=self._console,
            transient=True,
            disable=not self._console.is_terminal,
        )
        self._task = self._bar.add_task(self._name, total=None, note="")
        self._failed = 0
        self._last_line = time.monotonic()

    def __enter__(self) -> ProgressDisplay:
        """Start drawing."""
        self._bar.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Take the bar away and leave the cursor as it was."""
        self._bar.stop()

    def show(self, event: Event) -> None:
        """Take in one event."""
        if isinstance(event, StageStarted):
            self._note(_WORDS[event.stage])
        elif isinstance(event, MediaProbed):
            self._bar.update(self._task, total=event.media.duration_s)
        elif isinstance(event, FrameFailed):
            self._failed += 1
        elif isinstance(event, FramesScored):
            self._bar.update(self._task, completed=event.position_s)
            self._note(self._scored(event))

    def _scored(self, event: FramesScored) -> str:
        parts = [f"{event.frames_done} frames"]
        if self._failed:
            parts.append(f"{self._failed} failed")
        if event.remaining_s is not None:
            parts.append(f"{duration_words(event.remaining_s)} left")
        return ", ".join(parts)

    def _note(self, note: str) -> None:
        self._bar.update(self._task, note=note)
        now = time.monotonic()
        if not self._console.is_terminal and now - self._last_line >= _LINE_EVERY_S:
            self._last_line = now
            self._console.print(f"{self._name}: {note}", soft_wrap=True)
