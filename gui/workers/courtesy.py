# SPDX-License-Identifier: Apache-2.0
"""Lets the window go first: a long computation asks for less of a busy machine's cores."""

from __future__ import annotations

import logging
import os
import sys
import threading

log = logging.getLogger(__name__)

# Measured on two cores with a third program busy: the window waits half as long for a core, and
# an analysis has them all to itself again as soon as nothing else wants them.
NICENESS = 5


def step_back() -> None:
    """Lower the calling thread's priority, and that of all threads and children it will start.

    Networks and decoders are started from it, so they step back with it. On Linux a thread has a
    niceness of its own; elsewhere `QThread.Priority` does what is needed.
    """
    if sys.platform != "linux":
        return
    thread = threading.get_native_id()
    try:
        current = os.getpriority(os.PRIO_PROCESS, thread)
        os.setpriority(os.PRIO_PROCESS, thread, max(current, NICENESS))
    except OSError as error:  # a container may forbid it; the analysis is right all the same
        log.info("priority stays as it is: %s", error)
