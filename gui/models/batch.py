# SPDX-License-Identifier: Apache-2.0
"""The batch that is shown: its folder, what it does, how far it is, and its files."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from core.batch.discovery import Scope
from core.batch.pace import Pace
from core.batch.records import (
    BatchEvent,
    BatchFinished,
    Counts,
    Discovering,
    FramesDone,
    HoldChanged,
    Item,
    ItemFinished,
    ItemsChanged,
    ItemStarted,
    Preparing,
    WorkStarted,
)
from core.errors import AnalysisError
from gui.models.batch_table import BatchTable
from gui.states import BatchPhase


@dataclass(frozen=True, slots=True)
class BatchPlace:
    """Where a batch reads and writes.

    Attributes:
        folder: The evidence.
        out: State and results.
        scope: Which files of the folder are taken.
    """

    folder: Path
    out: Path
    scope: Scope = field(default_factory=lambda: Scope(recursive=True))


class BatchModel(QObject):
    """Holds one batch; changed by its controller only.

    Signals:
        changed: Phase, counts or pace changed.

    Attributes:
        table: Its files.
        place: Of the batch, or None.
        files_found: While the folder is looked through.
        where: What runs it, for people.
        in_work: Files that are still brought to their end while it pauses.
        error: Why it could not go on, or None.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Start without a batch."""
        super().__init__(parent)
        self.table = BatchTable(self)
        self._forget(None)

    def _forget(self, place: BatchPlace | None) -> None:
        self.place = place
        self.phase = BatchPhase.EMPTY if place is None else BatchPhase.READING
        self.counts = Counts()
        self.files_found = 0
        self.doing = ""
        self.where = ""
        self.in_work = 0
        self.error: AnalysisError | None = None
        self._pace = Pace()

    @property
    def frames_per_s(self) -> float | None:
        """Frames a second at the moment, or None."""
        return self._pace.frames_per_s() if self.phase is BatchPhase.RUNNING else None

    @property
    def remaining_s(self) -> float | None:
        """Seconds that it will still take, or None where that is not known."""
        if self.phase is not BatchPhase.RUNNING:
            return None
        return self._pace.remaining_s(self.counts)

    def item(self, item_id: int) -> Item | None:
        """Find a file."""
        row = self.table.row_of(item_id)
        return self.table.rows[row].item if row >= 0 else None

    # Changes ------------------------------------------------------------------------------

    def show(self, place: BatchPlace | None) -> None:
        """Show another batch; its files follow."""
        self.table.clear()
        self._forget(place)
        self.changed.emit()

    def set_phase(self, phase: BatchPhase, error: AnalysisError | None = None) -> None:
        """Note what it does."""
        self.phase, self.error = phase, error
        if not phase.is_busy:
            self.table.settle()
        self.changed.emit()

    def put(self, items: Iterable[Item]) -> None:
        """Take in files as the state has them."""
        self.table.put(items)

    def set_counts(self, counts: Counts) -> None:
        """Take in the counts as the state has them."""
        self.counts = counts
        self.changed.emit()

    def apply(self, events: tuple[BatchEvent, ...]) -> None:
        """Take in what a run reports; the table is changed once for all of them."""
        items: dict[int, Item] = {}
        shares: dict[int, float | None] = {}
        for event in events:
            match event:
                case ItemFinished(item, counts):
                    items[item.item_id], self.counts = item, counts
                    shares.pop(item.item_id, None)
                case ItemsChanged(changed, counts):
                    items |= {item.item_id: item for item in changed}
                    self.counts = counts
                case ItemStarted(item):
                    shares[item.item_id] = None
                case FramesDone(frames, item_id, share):
                    self._pace.add(frames)
                    if share is not None:
                        shares[item_id] = share
                case _:
                    self._apply_step(event)
        self.table.put(items.values())
        self.table.progress(shares)
        self.changed.emit()

    def _apply_step(self, event: BatchEvent) -> None:
        match event:
            case Discovering(files):
                self.phase, self.files_found = BatchPhase.SEARCHING, files
            case Preparing(what):
                self.phase, self.doing = BatchPhase.PREPARING, what
            case WorkStarted(counts, _, where):
                self.phase, self.counts, self.where = BatchPhase.RUNNING, counts, where
                self._pace.start(counts.finished)
            case HoldChanged(is_paused, in_work):
                self.in_work = in_work
                self.phase = BatchPhase.RUNNING
                if is_paused:
                    self.phase = BatchPhase.PAUSING if in_work else BatchPhase.PAUSED
                else:
                    self._pace.start(self.counts.finished)
            case BatchFinished(counts):
                self.phase, self.counts = BatchPhase.FINISHED, counts
            case _:
                pass
