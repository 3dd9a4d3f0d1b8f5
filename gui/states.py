# SPDX-License-Identifier: Apache-2.0
"""Where the analysis of a file stands."""

from __future__ import annotations

import enum


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
