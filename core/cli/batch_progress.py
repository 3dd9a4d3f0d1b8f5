# SPDX-License-Identifier: Apache-2.0
"""Progress of a batch on stderr: files, frames a second, time left, outcomes so far."""

from __future__ import annotations

import sys
import time
from collections.abc import Mapping
from types import TracebackType

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from core.batch.pace import Pace
from core.batch.records import (
    BatchEvent,
    BatchFinished,
    Counts,
    Discovering,
    FramesDone,
    ItemFinished,
    Preparing,
    WorkStarted,
)
from core.cli.progress import duration_words
from core.cli.summary import WORDS
from core.records import Outcome
from core.text import printable

_LINE_EVERY_S = 5.0


class BatchDisplay:
    """Shows the events of a batch; use as a context manager."""

    def __init__(self, title: str, *, quiet: bool = False) -> None:
        """Prepare; nothing is shown when `quiet`."""
        self._console = Console(stderr=True, markup=False, highlight=False, quiet=quiet)
        self._title = printable(title)
        self._bar = Progress(
            TextColumn("{task.description}", markup=False),
            BarColumn(bar_width=24),
            TextColumn("{task.fields[note]}", markup=False),
            TimeElapsedColumn(),
            console=self._console,
            transient=True,
            disable=not self._console.is_terminal,
        )
        self._task = self._bar.add_task(self._title, total=None, note="")
        self._pace = Pace()
        self._counts = Counts()
        self._last_line = time.monotonic()

    def __enter__(self) -> BatchDisplay:
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

    def show(self, event: BatchEvent) -> None:
        """Take in one event."""
        if isinstance(event, Discovering):
            self._note(f"looking for media, {event.files} files so far")
        elif isinstance(event, Preparing):
            self._note(event.what)
        elif isinstance(event, WorkStarted):
            self._pace.start(event.counts.finished)
            counts = event.counts
            self._line(f"{counts.files} files, {counts.finished} finished, by {event.where}")
            self._update(event.counts)
        elif isinstance(event, FramesDone):
            self._pace.add(event.frames)
            self._update(self._counts)
        elif isinstance(event, ItemFinished | BatchFinished):
            self._update(event.counts)

    def print_above(self, text: str) -> bool:
        """Write a line of results above the bar, where both are on the same terminal.

        Returns:
            Whether it was written; where not, it belongs on stdout.
        """
        if self._bar.disable or not sys.stdout.isatty():
            return False
        self._console.out(text, highlight=False)
        return True

    def _update(self, counts: Counts) -> None:
        self._counts = counts
        self._bar.update(self._task, total=counts.files, completed=counts.finished)
        parts = [f"{counts.finished}/{counts.files} files"]
        if (pace := self._pace.frames_per_s()) is not None:
            parts.append(f"{pace:.1f} frames/s")
        if counts.finished < counts.files and (left := self._pace.remaining_s(counts)) is not None:
            parts.append(f"{duration_words(left)} left")
        parts += outcome_counts(counts.outcomes)
        self._note(", ".join(parts))

    def _note(self, note: str) -> None:
        self._bar.update(self._task, note=note)
        if time.monotonic() - self._last_line >= _LINE_EVERY_S:
            self._line(note)

    def _line(self, note: str) -> None:
        if not self._console.is_terminal:
            self._last_line = time.monotonic()
            self._console.print(f"{self._title}: {note}", soft_wrap=True)


def outcome_counts(outcomes: Mapping[str, int]) -> list[str]:
    """Write how often each outcome came, the gravest first, without those that did not."""
    return [f"{outcomes[each]} {WORDS[each]}" for each in Outcome if outcomes.get(each)]
