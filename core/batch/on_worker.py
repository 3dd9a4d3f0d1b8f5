# SPDX-License-Identifier: Apache-2.0
"""What the processes of a cluster run: the task, and the check before it.

Everything here is called by Dask in a worker process. The client sends names of these functions,
so both sides need the same installation.
"""

from __future__ import annotations

import os
import threading
import time
from dataclasses import dataclass
from pathlib import Path

from core.batch.fingerprint import ToolFacts
from core.batch.records import Finding, Job, TaskSpec
from core.batch.task import load_tools, run_task
from core.cancel import CancelToken, LinkedToken
from core.engines.base import usable_cores

_TELL_EVERY_S = 0.5
_NOTE_S = 0.01
_tokens: dict[str, CancelToken] = {}
_tokens_lock = threading.Lock()


@dataclass(frozen=True, slots=True)
class WorkerFacts:
    """What a worker process says of itself.

    Attributes:
        sees: Whether the batch's folder is there under the given path, with the given entries.
    """

    pid: int
    facts: ToolFacts
    sees: bool


@dataclass(frozen=True, slots=True)
class Probe:
    """How to tell that a worker sees the same folder: some files of it and their sizes."""

    folder: str
    sizes: tuple[tuple[str, int], ...]

    def fits(self) -> bool:
        """Whether the folder that is there has these files."""
        try:
            return Path(self.folder).is_dir() and all(
                Path(self.folder, name).stat().st_size == size for name, size in self.sizes
            )
        except OSError:
            return False


def describe(spec: TaskSpec, probe: Probe) -> WorkerFacts:
    """Load the tools of this worker's thread and say what they are."""
    _, facts = load_tools(spec, engine_threads(spec))
    return WorkerFacts(os.getpid(), facts, probe.fits())


def analyse(
    item_id: int,
    path: str,
    given: str,
    content: bytes | None,
    spec: TaskSpec,
    run_id: str,
    try_id: str,
) -> Finding | None:
    """Analyse one file; tells the client where it is being done, and how far it is.

    Args:
        item_id: The client's number of the file.
        path: As this machine calls the file, or its name alone where `content` is given.
        given: As the client's machine calls it.
        content: The file's bytes, or None where it is to be opened here.
        spec: How.
        run_id: Of the batch; the topic on which progress is told.
        try_id: Of this one handing over; by it the client takes the file back.
    """
    from distributed import get_worker

    worker = get_worker()
    token = _token(try_id, _token(run_id))
    told_at = time.monotonic()

    def tell(frames: int, share: float | None) -> None:
        nonlocal told_at
        if time.monotonic() - told_at >= _TELL_EVERY_S:
            told_at = time.monotonic()
            worker.log_event(run_id, {"item": item_id, "frames": frames, "share": share})

    where = {"worker": worker.address, "pid": os.getpid()}
    worker.log_event(run_id, {"item": item_id, "frames": 0, **where})
    # Dask sends such notes in parts, every few milliseconds: the client shall know who has the
    # file in hand even when it brings this process down at once.
    time.sleep(_NOTE_S)
    job = Job(item_id, Path(path), content, given)
    try:
        return run_task(job, spec, token, tell, engine_threads(spec))
    finally:
        with _tokens_lock:
            _tokens.pop(try_id, None)


# Dask does not wait for these two: it takes only coroutines that way, and passes others over.
async def cancel_run(run_id: str) -> None:
    """Have this process end the analyses of a batch; called beside them."""
    _token(run_id).cancel()


async def cancel_try(try_id: str) -> None:
    """Have this process give up one file; called beside its analysis, or just before it."""
    _token(try_id).cancel()


def end_process() -> None:
    """End this process at once, since one of its analyses does not come back."""
    os._exit(1)


def engine_threads(spec: TaskSpec) -> int | None:
    """Share the cores of this host out among the analyses that run on it at once."""
    if spec.threads is not None:
        return spec.threads
    if not spec.slots_by_host:
        return None
    from distributed import get_worker

    slots = spec.slots_by_host.get(get_worker().ip)
    return max(1, usable_cores() // slots) if slots else None


def _token(name: str, whole: CancelToken | None = None) -> CancelToken:
    with _tokens_lock:
        new = CancelToken() if whole is None else LinkedToken(whole)
        return _tokens.setdefault(name, new)
