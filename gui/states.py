# SPDX-License-Identifier: Apache-2.0
"""Where the analysis of a file stands, and how far reports are."""

from __future__ import annotations

import enum
from dataclasses import dataclass


class ItemState(enum.StrEnum):
    """Where the analysis of a file stands."""

    WAITING = "waiting"
    READING = "reading"
    RUNNING = "running"
    CANCELLING = "cancelling"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"

    @property
    def is_over(self) -> bool:
        """Whether nothing more will come."""
        return self in {ItemState.DONE, ItemState.FAILED, ItemState.CANCELLED}


class BatchPhase(enum.StrEnum):
    """What a batch does at the moment."""

    EMPTY = "empty"
    READING = "reading"
    SEARCHING = "searching"
    PREPARING = "preparing"
    RUNNING = "running"
    PAUSING = "pausing"
    PAUSED = "paused"
    STOPPING = "stopping"
    STOPPED = "stopped"
    FINISHED = "finished"
    FAILED = "failed"

    @property
    def is_busy(self) -> bool:
        """Whether a run is under way, paused or not."""
        return self in {
            BatchPhase.SEARCHING,
            BatchPhase.PREPARING,
            BatchPhase.RUNNING,
            BatchPhase.PAUSING,
            BatchPhase.PAUSED,
            BatchPhase.STOPPING,
        }


@dataclass(frozen=True, slots=True)
class ReportProgress:
    """How far it is: so many of so many, and the file in hand."""

    done: int
    total: int
    name: str
