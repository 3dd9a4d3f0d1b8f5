# SPDX-License-Identifier: Apache-2.0
"""What runs the tasks of a batch, and the plainest way to do so: on a thread of this process."""

from __future__ import annotations

import queue
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeVar

from core.batch.fingerprint import ToolFacts
from core.batch.records import Finding, Job, TaskSpec
from core.batch.task import load_tools, run_task
from core.cancel import CancelToken, LinkedToken
from core.errors import AnalysisError

Event = TypeVar("Event")


@dataclass(frozen=True, slots=True)
class Progressed:
    """So many frames of an item were examined so far; 0 when it is begun.

    Attributes:
        share: Of the item, [0, 1], or None where its length is not known.
    """

    item_id: int
    frames: int
    share: float | None = None


@dataclass(frozen=True, slots=True)
class Finished:
    """An item was analysed."""

    item_id: int
    finding: Finding


@dataclass(frozen=True, slots=True)
class Lost:
    """An item took its worker with it, or cannot be brought to one."""

    item_id: int
    error: AnalysisError


# Paths relative to the folder, and sizes in bytes.
Samples = tuple[tuple[str, int], ...]
RunnerEvent = Progressed | Finished | Lost


class Runner(Protocol):
    """Runs tasks somewhere; used by one thread.

    Attributes:
        slots: Analyses at once; known after `start`.
        capacity: Tasks to hand over before the first is done, so that no slot waits.
        where: What runs them, for people.
    """

    slots: int
    capacity: int
    where: str

    def start(self, spec: TaskSpec, folder: Path, samples: Samples) -> ToolFacts:
        """Load what is needed and check it.

        Args:
            spec: Without `expected`.
            folder: Of the batch.
            samples: Some files of it, to be recognised by.

        Raises:
            AnalysisError: Nothing could be analysed.
        """
        ...

    def submit(self, job: Job, spec: TaskSpec) -> None:
        """Hand a file over."""
        ...

    def wait(self, timeout_s: float) -> list[RunnerEvent]:
        """Give what happened, at the latest after `timeout_s`.

        Raises:
            AnalysisError: No file can be analysed any more.
        """
        ...

    def cancel(self, item_id: int) -> None:
        """Give up one item; nothing more is told of it. One that is not there is passed over."""
        ...

    def stop(self) -> None:
        """Give up what is in work and let go of everything; may be called again."""
        ...


def take_all(events: queue.SimpleQueue[Event | BaseException], timeout_s: float) -> list[Event]:
    """Give what is in a queue, waiting for the first; an error in it is raised."""
    found: list[Event] = []
    try:
        event = events.get(timeout=timeout_s)
        while True:
            if isinstance(event, BaseException):
                raise event
            found.append(event)
            event = events.get_nowait()
    except queue.Empty:
        return found


class InlineRunner:
    """Runs tasks one after the other on a thread of this process, without any isolation of it."""

    slots = 1
    capacity = 1
    where = "this process"

    def __init__(self) -> None:
        """Start nothing yet."""
        self._jobs: queue.SimpleQueue[tuple[Job, TaskSpec, CancelToken] | None] = (
            queue.SimpleQueue()
        )
        self._tokens: dict[int, CancelToken] = {}
        self._events: queue.SimpleQueue[RunnerEvent | BaseException] = queue.SimpleQueue()
        self._ready: queue.SimpleQueue[ToolFacts | BaseException] = queue.SimpleQueue()
        self._cancel = CancelToken()
        self._thread: threading.Thread | None = None

    def start(self, spec: TaskSpec, folder: Path, samples: Samples) -> ToolFacts:  # noqa: ARG002
        """Load the tools on the thread that will use them."""
        # Named as the command line's own: it knows that such a thread may be left behind.
        self._thread = threading.Thread(
            target=self._serve, args=(spec,), name="analysis", daemon=True
        )
        self._thread.start()
        ready = self._ready.get()
        if isinstance(ready, BaseException):
            raise ready
        return ready

    def submit(self, job: Job, spec: TaskSpec) -> None:
        """Hand a file over."""
        token = self._tokens[job.item_id] = LinkedToken(self._cancel)
        self._jobs.put((job, spec, token))

    def wait(self, timeout_s: float) -> list[RunnerEvent]:
        """Give what happened."""
        return take_all(self._events, timeout_s)

    def cancel(self, item_id: int) -> None:
        """Give up one item; the next is begun once its analysis has noticed."""
        token = self._tokens.pop(item_id, None)
        if token is not None:
            token.cancel()

    def stop(self) -> None:
        """Cancel what is in work; the thread ends by itself."""
        self._cancel.cancel()
        self._jobs.put(None)

    def _serve(self, spec: TaskSpec) -> None:
        try:
            self._ready.put(load_tools(spec, spec.threads)[1])
        except BaseException as error:  # noqa: BLE001  the thread's top: handed over
            self._ready.put(error)
            return
        while (task := self._jobs.get()) is not None:
            job, spec, token = task
            item_id = job.item_id

            def tell(frames: int, share: float | None, item_id: int = item_id) -> None:
                self._events.put(Progressed(item_id, frames, share))

            if token.is_cancelled:
                continue
            tell(0, None)
            try:
                finding = run_task(job, spec, token, tell, spec.threads)
            except BaseException as error:  # noqa: BLE001  the thread's top: handed over
                self._events.put(error)
                return
            if finding is not None:
                self._events.put(Finished(item_id, finding))
