# SPDX-License-Identifier: Apache-2.0
"""Worker processes of this machine: Dask's own local cluster, on the loopback interface only.

The same scheduler and the same task as on a cluster (`docs/adr/0007`). The processes speak TLS
with a key that is made for this run and never leaves memory, since a port on the loopback
interface is open to every user of the machine.
"""

from __future__ import annotations

import dataclasses
import os
import signal
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import psutil

from core.batch.options import BatchOptions
from core.batch.runner import InlineRunner, Runner
from core.engines.base import usable_cores
from core.errors import AnalysisError, ClusterError, LimitExceededError

if TYPE_CHECKING:
    from distributed import Client, LocalCluster

# A file is tried a second time where its process died, in case something else was the cause.
ALLOWED_FAILURES = 1
_CLOSE_S = 3.0
_CONFIG: dict[str, Any] = {
    "distributed.scheduler.allowed-failures": ALLOWED_FAILURES,
    # A file that waits for its turn does not die with the worker before it.
    "distributed.scheduler.worker-saturation": 1.0,
    "distributed.scheduler.http.routes": [],
    "distributed.worker.http.routes": [],
    "distributed.nanny.http.routes": [],
    "distributed.worker.profile.enabled": False,
    "distributed.admin.system-monitor.gil.enabled": False,
    "distributed.admin.log-length": 100,
    "distributed.admin.low-level-log-length": 100,
    "distributed.admin.event-loop-monitor-interval": "60s",
}


class LocalProcesses:
    """So many worker processes, started anew when they die."""

    shares_disk = True

    def __init__(self, workers: int, memory_limit_bytes: int | None = None) -> None:
        """Start nothing yet.

        Args:
            workers: Processes.
            memory_limit_bytes: Resident memory above which one is ended, or None.
        """
        self.where = f"{workers} worker process{'es' if workers > 1 else ''}"
        self._workers = workers
        self._memory_limit_bytes = memory_limit_bytes
        self._cluster: LocalCluster | None = None

    def connect(self) -> Client:
        """Start the processes."""
        import dask
        from distributed import Client, LocalCluster, Security

        from core.batch.local_plugin import LeaveInterruptsToTheClient, silence_dask

        silence_dask()
        security = Security.temporary()
        try:
            with dask.config.set(_CONFIG):
                self._cluster = LocalCluster(
                    n_workers=self._workers,
                    threads_per_worker=1,
                    processes=True,
                    host="127.0.0.1",
                    protocol="tls://",
                    security=security,
                    dashboard_address="127.0.0.1:0",
                    worker_dashboard_address="127.0.0.1:0",
                    memory_limit=0,
                )
                client = Client(self._cluster, security=security, set_as_default=False)
            client.register_plugin(LeaveInterruptsToTheClient())
        except (OSError, RuntimeError, TimeoutError) as error:
            self.close()
            raise ClusterError(
                f"The worker processes cannot be started: {error}.",
                advice="Take --workers 0 to work without them.",
            ) from error
        return client

    def grown(self, pid: int) -> AnalysisError | None:
        """Look at the resident memory of a process."""
        limit = self._memory_limit_bytes
        if limit is None:
            return None
        try:
            used = psutil.Process(pid).memory_info().rss
        except psutil.Error:
            return None  # it is gone; Dask says so next
        if used <= limit:
            return None
        return LimitExceededError(
            f"The analysis took more than {limit >> 20} MiB of memory; its process was stopped.",
            advice="Raise --memory-limit if the file is to be trusted.",
        )

    def end(self, client: Client, address: str, pid: int) -> None:  # noqa: ARG002  the protocol's
        """Kill a worker process; Dask starts another."""
        with suppress(OSError):
            os.kill(pid, getattr(signal, "SIGKILL", signal.SIGTERM))

    def close(self) -> None:
        """End the processes."""
        cluster, self._cluster = self._cluster, None
        if cluster is not None:
            with suppress(Exception):
                cluster.close(timeout=_CLOSE_S)


def local_runner(
    workers: int | None, memory_limit_bytes: int | None, options: BatchOptions
) -> tuple[Runner, BatchOptions]:
    """Choose what runs a batch on this machine.

    Args:
        workers: Processes; 0 for none but this one, None for as many as usual, which is one.
        memory_limit_bytes: Of a worker process, or None.
        options: Of the batch.

    Returns:
        The runner, and the options with the engines' threads: as many as there are cores, in all.
    """
    number = 1 if workers is None else workers
    if number == 0:
        return InlineRunner(), options
    from core.batch.cluster import ClusterRunner

    threads = max(1, usable_cores() // number)
    processes = LocalProcesses(number, memory_limit_bytes)
    return ClusterRunner(processes), dataclasses.replace(options, threads=threads)
