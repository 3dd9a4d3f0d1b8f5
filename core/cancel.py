# SPDX-License-Identifier: Apache-2.0
"""Stopping an analysis: a flag that any thread may set."""

from __future__ import annotations

import threading


class CancelToken:
    """One token for one job; once set it stays set."""

    def __init__(self) -> None:
        """Start unset."""
        self._event = threading.Event()

    def cancel(self) -> None:
        """Ask the job to stop; may be called from any thread, any number of times."""
        self._event.set()

    @property
    def is_cancelled(self) -> bool:
        """Whether the job was asked to stop."""
        return self._event.is_set()


class LinkedToken(CancelToken):
    """A token that is also set when another one is: of one part of a larger job."""

    def __init__(self, whole: CancelToken) -> None:
        """Start unset.

        Args:
            whole: The token of the larger job.
        """
        super().__init__()
        self._whole = whole

    @property
    def is_cancelled(self) -> bool:
        """Whether this job or the larger one was asked to stop."""
        return super().is_cancelled or self._whole.is_cancelled
