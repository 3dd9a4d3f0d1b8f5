# SPDX-License-Identifier: Apache-2.0
"""Where the analysis of a file stands, and how far reports are."""

from __future__ import annotations

import enum
from dataclasses import dataclass


class ItemState(enum.StrEnum):
    """Where the analysis of a file stands."""

    WAITING = "waiting"
    RUNNING = "running"
    CANCELLING = "cancelling"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"

    @property
    def is_over(self) -> bool:
        """Whether nothing more will come."""
        return self in {ItemState.DONE, ItemState.FAILED, ItemState.CANCELLED}


@dataclass(frozen=True, slots=True)
class ReportProgress:
    """How far it is: so many of so many, and the file in hand."""

    done: int
    total: int
    name: str
