# SPDX-License-Identifier: Apache-2.0
"""Analyses files as they come into a folder, once nobody writes to them any more.

The folder is looked through every few seconds, since change notices do not come from network
drives. It is only ever read.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable, Generator, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from core.batch.discovery import Found
from core.batch.options import BatchOptions
from core.batch.records import BatchEvent, FoundFile
from core.batch.run import Batch
from core.batch.runner import Runner
from core.cancel import CancelToken
from core.errors import MediaAccessError
from core.media.handles import open_evidence

_TICK_S = 0.1


@dataclass(frozen=True, slots=True)
class Watch:
    """How a folder is watched.

    Attributes:
        settle_s: How long size and time of a file must stay the same before it is analysed.
        poll_s: Time between two looks.
    """

    settle_s: float = 5.0
    poll_s: float = 2.0


class Settling:
    """Lets files through that have stopped growing.

    Memory holds the files that still change, and those that have not settled yet.
    """

    def __init__(self, folder: Path, settle_s: float) -> None:
        """Know no file yet."""
        self._folder = folder
        self._settle_s = settle_s
        self._seen: dict[str, tuple[int, int, float]] = {}

    def settled(
        self, found: Iterable[Found], is_known: Callable[[FoundFile], bool]
    ) -> Iterator[Found]:
        """Give what a walk finds, without the files that are not settled.

        Args:
            found: From `discover`.
            is_known: Whether a file is in the state with this size and time.
        """
        before, self._seen = self._seen, {}
        for one in found:
            if not isinstance(one, FoundFile) or is_known(one) or self._is_settled(one, before):
                yield one

    def _is_settled(self, file: FoundFile, before: dict[str, tuple[int, int, float]]) -> bool:
        now = time.monotonic()
        size_bytes, modified_ns, since = before.get(file.path, (-1, -1, now))
        if (size_bytes, modified_ns) != (file.size_bytes, file.modified_ns):
            since = now
        if now - since >= self._settle_s and not is_being_written(self._folder / file.path):
            return True
        self._seen[file.path] = (file.size_bytes, file.modified_ns, since)
        return False


def is_being_written(path: Path) -> bool:
    """Whether some process has a file open for writing, where the system tells.

    Linux gives a read lease only on a file that nobody has open for writing, and only to its
    owner. The lease is given back at once; the file is not touched.
    """
    if sys.platform != "linux":
        return False
    import fcntl

    try:
        handle = open_evidence(path)
    except MediaAccessError:
        return False  # the analysis will tell
    try:
        # Who opens the file for writing in between makes the system send a signal: one that
        # nobody heeds, instead of the one that ends the process.
        fcntl.fcntl(handle, fcntl.F_SETSIG, signal.SIGURG)
        fcntl.fcntl(handle, fcntl.F_SETLEASE, fcntl.F_RDLCK)
    except BlockingIOError:
        return True
    except OSError:
        return False  # another's file, or a file system without leases
    else:
        fcntl.fcntl(handle, fcntl.F_SETLEASE, fcntl.F_UNLCK)
        return False
    finally:
        os.close(handle)


def watch_folder(
    options: BatchOptions, runner: Runner, watch: Watch, cancel: CancelToken
) -> Generator[BatchEvent, None, None]:
    """Analyse what is in a folder and what comes into it, until cancelled.

    Args:
        options: What to do; an output folder that holds a batch is gone on with.
        runner: What runs the tasks; it keeps its networks loaded.
        watch: How to look.
        cancel: Ends it.

    Yields:
        Events as `run_batch` gives them, without BatchFinished.

    Raises:
        AnalysisError: Nothing can be analysed (any more).
    """
    batch = Batch(options, runner)
    settling = Settling(batch.folder, watch.settle_s)
    try:
        yield from batch.scan(cancel, lambda found: settling.settled(found, batch.state.has_same))
        yield from batch.prepare(cancel)
        while not cancel.is_cancelled:
            if batch.state.next_waiting() is not None:
                yield from batch.work(cancel)
                batch.write_summary()
            _sleep(watch.poll_s, cancel)
            for _ in batch.scan(
                cancel, lambda found: settling.settled(found, batch.state.has_same)
            ):
                pass
            batch.verify(batch.state.reader.changed(), cancel)
    finally:
        batch.close()


def _sleep(seconds: float, cancel: CancelToken) -> None:
    until = time.monotonic() + seconds
    while not cancel.is_cancelled and (left := until - time.monotonic()) > 0:
        time.sleep(min(left, _TICK_S))
