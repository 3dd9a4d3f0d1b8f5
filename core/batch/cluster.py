# SPDX-License-Identifier: Apache-2.0
"""Tasks on Dask workers: those of an existing cluster, or processes of this machine.

A task is a file. Dask hands it to a worker, and to another when that one dies; what takes worker
after worker with it is given up by Dask and ends here as `worker_crashed`.
"""

from __future__ import annotations

import logging
import os
import queue
import time
import uuid
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from core.batch import on_worker
from core.batch.fingerprint import ToolFacts
from core.batch.matching import describe_workers, require_same, require_workers
from core.batch.on_worker import Probe
from core.batch.path_map import PathMap
from core.batch.records import Job, TaskSpec
from core.batch.runner import Finished, Lost, Progressed, RunnerEvent, Samples, take_all
from core.errors import (
    AnalysisError,
    ClusterError,
    LimitExceededError,
    MediaError,
    WorkerCrashedError,
)
from core.media.handles import HandleFile, open_evidence, unreadable, visible_name

if TYPE_CHECKING:
    from distributed import Client, Future

log = logging.getLogger(__name__)

# What is sent to workers that do not see the folder; larger files need a common mount.
MAX_SENT_BYTES = 64 << 20
# How long after the time limit a worker is waited for before it counts as hung.
GRACE_S = 10.0
# Without a time limit, how long a worker may say nothing of its file: hashing a very large one
# over a slow network takes that long, loading and running networks never does.
SILENCE_S = 3600.0
_STOP_S = 0.5
# Dask counts a file that waited for its turn among those that a worker died of. It is handed over
# again unless it was in a worker's hands that often.
_DEATHS = 2
_MAX_TRIES = 4


class WorkerProcesses(Protocol):
    """Where the workers are and what can be done with them.

    Attributes:
        where: For people.
        shares_disk: Whether they are sure to see the same files under the same names.
    """

    where: str
    shares_disk: bool

    def connect(self) -> Client:
        """Give a client.

        Raises:
            ClusterError: There is nothing to connect to.
        """
        ...

    def grown(self, pid: int) -> AnalysisError | None:
        """Say why a process has to be ended for the memory it takes, or None."""
        ...

    def end(self, client: Client, address: str, pid: int) -> None:
        """End a worker that does not come back."""
        ...

    def close(self) -> None:
        """Let go of everything; may be called again."""
        ...


@dataclass(slots=True)
class _Task:
    """A file that was handed over; where it is worked on is known once it is.

    Attributes:
        starts: How often a worker took it in hand.
        tries: How often it was handed over.
    """

    future: Future[Any]
    job: Job
    spec: TaskSpec
    starts: int = 0
    tries: int = 1
    started_s: float | None = None
    heard_s: float = 0.0
    worker: str = ""
    pid: int = 0


class ClusterRunner:
    """Runs tasks on Dask workers."""

    def __init__(self, processes: WorkerProcesses, path_map: PathMap | None = None) -> None:
        """Connect to nothing yet.

        Args:
            processes: Where to run them.
            path_map: How the workers call the folders here; None where they call them the same.
        """
        self.slots = self.capacity = 0
        self.where = processes.where
        self._processes = processes
        self._path_map = path_map or PathMap()
        self._sends = False
        self._client: Client | None = None
        self._run_id = f"facewitness-{uuid.uuid4().hex}"
        self._tasks: dict[int, _Task] = {}
        self._events: queue.SimpleQueue[Any] = queue.SimpleQueue()
        self._slots_by_host: dict[str, int] = {}
        self._time_limit_s: float | None = None
        self._number = 0

    def start(self, spec: TaskSpec, folder: Path, samples: Samples) -> ToolFacts:
        """Connect, have each worker load its networks, and compare them."""
        client = self._client = self._processes.connect()
        self._time_limit_s = spec.time_limit_s
        workers = require_workers(client)
        for worker in workers.values():
            host = str(worker["host"])
            self._slots_by_host[host] = self._slots_by_host.get(host, 0) + int(worker["nthreads"])
        self.slots = sum(self._slots_by_host.values())
        probe = Probe(self._path_map.there(folder), samples)
        found = describe_workers(client, tuple(workers), self._shared_out(spec), probe)
        facts = require_same(spec.settings, found)
        blind = [address for address, one in found.items() if not one.sees]
        if blind and self._path_map.pairs:
            raise ClusterError(
                f"The worker {blind[0]} does not see the files under {probe.folder}.",
                advice="Correct --path-map, or leave it out to send the files' bytes.",
            )
        self._sends = bool(blind)
        self.where += ", files are sent to the workers" if blind else ""
        # One more for each worker to go on with, but not of files that lie in memory.
        self.capacity = self.slots if blind else 2 * self.slots
        client.subscribe_topic(self._run_id, self._events.put)
        return facts

    def submit(self, job: Job, spec: TaskSpec) -> None:
        """Hand a file over, as a path or as bytes."""
        try:
            self._tasks[job.item_id] = _Task(self._handed_over(job, spec), job, spec)
        except MediaError as error:
            self._events.put(Lost(job.item_id, error))

    def _handed_over(self, job: Job, spec: TaskSpec) -> Future[Any]:
        path, content = self._path_map.there(job.path), None
        if self._sends:
            path, content = job.path.name, content_of(job.path)
        self._number += 1
        try_id = f"{self._run_id}-{self._number}"
        future: Future[Any] = self._connected().submit(
            on_worker.analyse,
            job.item_id,
            path,
            job.given,
            content,
            self._shared_out(spec),
            self._run_id,
            try_id,
            key=try_id,
            pure=False,
        )
        future.add_done_callback(lambda done: self._events.put((job.item_id, done)))
        return future

    def wait(self, timeout_s: float) -> list[RunnerEvent]:
        """Give what happened; ends workers that hang or take too much."""
        found = [self._taken(event) for event in take_all(self._events, timeout_s)]
        lost = [self._given_up(item_id, error) for item_id, error in self._overdue()]
        return [event for event in (*found, *lost) if event is not None]

    def cancel(self, item_id: int) -> None:
        """Take one file back, and have the worker that has it in hand let go of it."""
        task = self._tasks.pop(item_id, None)
        if task is None:
            return
        client = self._connected()
        if task.worker:
            # Before Dask forgets the file. A worker that died meanwhile has let go by itself.
            with suppress(Exception):
                client.run(
                    on_worker.cancel_try,
                    task.future.key,
                    workers=[task.worker],
                    wait=False,
                    on_error="ignore",
                )
        client.cancel([task.future])

    def stop(self) -> None:
        """Cancel what is in work, here and on the workers, and disconnect."""
        client, self._client = self._client, None
        if client is not None:
            # A cluster that is gone cannot be told anything.
            with suppress(Exception):
                if self._tasks:
                    client.cancel([task.future for task in self._tasks.values()])
                    client.run(on_worker.cancel_run, self._run_id, wait=False, on_error="ignore")
                client.close(timeout=_STOP_S)
        self._tasks.clear()
        self._processes.close()

    def _connected(self) -> Client:
        if self._client is None:
            raise ClusterError("The cluster is not connected.")
        return self._client

    def _shared_out(self, spec: TaskSpec) -> TaskSpec:
        if spec.threads is not None:
            return spec
        return replace(spec, slots_by_host=dict(self._slots_by_host))

    def _taken(self, event: Any) -> RunnerEvent | None:
        """Turn what Dask tells into an event; None where it says nothing new."""
        if isinstance(event, Lost):
            return event
        if isinstance(event[1], dict):
            return self._progress(event[1])
        item_id, future = event
        task = self._tasks.get(item_id)
        if task is None or task.future is not future:
            return None  # it was given up meanwhile
        del self._tasks[item_id]
        if future.status == "cancelled":
            raise ClusterError(
                "The connection to the cluster was lost.",
                advice="What is finished is kept; go on with --resume.",
            )
        error = future.exception()
        if error is not None:
            return self._failed(item_id, task, error)
        finding = future.result()
        future.release()
        return None if finding is None else Finished(item_id, finding)

    def _failed(self, item_id: int, task: _Task, error: BaseException) -> Lost | None:
        """Give a file up, or hand it over again where it was not what its workers died of."""
        lost = _translated(error, task.starts)
        if task.starts >= _DEATHS or task.tries >= _MAX_TRIES:
            return Lost(item_id, lost)
        task.future = self._handed_over(task.job, task.spec)
        task.tries, task.started_s = task.tries + 1, None
        self._tasks[item_id] = task
        return None

    def _progress(self, told: dict[str, Any]) -> RunnerEvent | None:
        task = self._tasks.get(told["item"])
        if task is None:
            return None
        if "pid" in told:  # it starts, here or for the second time
            task.starts += 1
            task.started_s, task.worker, task.pid = (
                time.monotonic(),
                str(told["worker"]),
                int(told["pid"]),
            )
        task.heard_s = time.monotonic()
        return Progressed(told["item"], int(told["frames"]), told.get("share"))

    def _overdue(self) -> list[tuple[int, AnalysisError]]:
        now, found = time.monotonic(), []
        for item_id, task in self._tasks.items():
            if task.started_s is None:
                continue
            error = self._processes.grown(task.pid)
            limit = self._time_limit_s
            if error is None and limit is not None and now - task.started_s > limit + GRACE_S:
                error = _hung(f"did not end within {limit:g} s", "Raise --time-limit")
            if error is None and now - task.heard_s > SILENCE_S:
                error = _hung(f"made no progress for {SILENCE_S:g} s", "Try another copy")
            if error is not None:
                found.append((item_id, error))
        return found

    def _given_up(self, item_id: int, error: AnalysisError) -> Lost:
        """Take a file back and end the process that does not let go of it."""
        task = self._tasks.pop(item_id)
        client = self._connected()
        client.cancel([task.future])
        log.warning("a worker is ended: %s", error.message)
        self._processes.end(client, task.worker, task.pid)
        return Lost(item_id, error)


def _hung(what: str, advice: str) -> LimitExceededError:
    return LimitExceededError(
        f"The analysis {what}; its process was stopped.",
        advice=f"{advice}, or analyse this file by itself.",
    )


def content_of(path: Path) -> bytes:
    """Read a file to be sent.

    Raises:
        MediaAccessError: It cannot be read.
        LimitExceededError: It is too large to be sent.
    """
    handle = open_evidence(path)
    file = HandleFile(handle)
    try:
        content = file.read(MAX_SENT_BYTES + 1)
    except OSError as error:
        raise unreadable(visible_name(path), error) from error
    finally:
        os.close(handle)
    if len(content) > MAX_SENT_BYTES:
        raise LimitExceededError(
            f"The file has more than the {MAX_SENT_BYTES >> 20} MiB that are sent to a worker.",
            advice="Give the workers the same folder, and its name there with --path-map.",
        )
    return content


def _translated(error: BaseException, deaths: int) -> AnalysisError:
    """Say what a task that failed means for its file; what concerns every file is raised."""
    from distributed import KilledWorker

    if isinstance(error, AnalysisError):
        raise error
    if isinstance(error, KilledWorker):
        times = f", {deaths} times" if deaths > 1 else ""
        return WorkerCrashedError(
            f"The worker process that analysed the file died{times}.",
            advice="The file may attack the analysis, or need more memory than there is.",
        )
    raise ClusterError(
        f"A worker cannot run the analysis: {type(error).__name__}: {error}.",
        advice="Give all workers the same installation of FaceWitness.",
    ) from error
