# SPDX-License-Identifier: Apache-2.0
"""What each worker process of this machine does when it starts; imports Dask, so import it late."""

from __future__ import annotations

import logging
import signal
import threading
from typing import Any

from distributed import WorkerPlugin


def silence_dask() -> None:
    """Keep Dask's own log to what ends everything: what it says of workers is in the results."""
    for name in logging.root.manager.loggerDict:
        if name.partition(".")[0] in {"distributed", "tornado", "asyncio"}:
            logging.getLogger(name).setLevel(logging.CRITICAL + 1)


class LeaveInterruptsToTheClient(WorkerPlugin):
    """Has Ctrl-C, which a terminal sends to all processes, heard by the client alone.

    A worker that ended by itself would be started anew, and its file counted as a failure.
    """

    name = "facewitness-interrupts"

    def setup(self, worker: Any) -> None:  # noqa: ARG002  Dask's
        """Ignore the signal, where this is the thread that may say so."""
        silence_dask()
        if threading.current_thread() is threading.main_thread():
            signal.signal(signal.SIGINT, signal.SIG_IGN)
