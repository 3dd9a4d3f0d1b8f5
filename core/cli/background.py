# SPDX-License-Identifier: Apache-2.0
"""Runs work on another thread, so that the main thread always hears Ctrl-C.

Python delivers a signal between two byte codes of the main thread. Loading a network or running
it stays in native code for seconds; were that the main thread, Ctrl-C would wait as long.
"""

from __future__ import annotations

import contextlib
import os
import queue
import sys
import threading
from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from typing import NoReturn, TypeVar

from core.cancel import CancelToken

Item = TypeVar("Item")
PATIENCE_S = 0.7
_POLL_S = 0.1
_THREAD_NAME = "analysis"


class _End:
    """Stands after the last item; carries the error that ended the work, if any."""

    def __init__(self, error: BaseException | None) -> None:
        self.error = error


def in_background(
    work: Callable[[CancelToken], Generator[Item, None, None]], cancel: CancelToken
) -> Iterator[Item]:
    """Iterate over a generator that runs on another thread.

    Args:
        work: Makes the generator; it looks at the token.
        cancel: Set when the main thread is interrupted.

    Yields:
        The generator's items.

    Raises:
        KeyboardInterrupt: Ctrl-C; the work was asked to stop and had `PATIENCE_S` to do so. The
            thread is a daemon and writes nothing, so leaving it behind loses nothing; see `leave`.
    """
    items: queue.Queue[Item | _End] = queue.Queue(maxsize=64)

    def put(item: Item | _End) -> None:
        while not cancel.is_cancelled:
            try:
                items.put(item, timeout=_POLL_S)
            except queue.Full:
                continue
            return

    def run() -> None:
        error: BaseException | None = None
        try:
            with closing(work(cancel)) as events:
                for item in events:
                    put(item)
        except BaseException as caught:  # noqa: BLE001 - the thread's top: handed to the caller
            error = caught
        put(_End(error))

    thread = threading.Thread(target=run, name=_THREAD_NAME, daemon=True)
    thread.start()
    try:
        while True:
            try:
                item = items.get(timeout=_POLL_S)
            except queue.Empty:
                continue
            if isinstance(item, _End):
                break
            yield item
    except BaseException:
        cancel.cancel()
        thread.join(PATIENCE_S)
        raise
    if item.error is not None:
        raise item.error


def leave(code: int) -> NoReturn:
    """End the process; at once, where work that was given up is still in native code.

    A thread that comes back from there while the interpreter shuts down is unwound through the
    library's C++ frames, which aborts the whole process (CPython documents it for daemon threads).
    The decoder's process ends with ours.
    """
    if any(thread.name == _THREAD_NAME for thread in threading.enumerate()):
        for stream in (sys.stdout, sys.stderr):
            with contextlib.suppress(AttributeError, OSError):  # closed, or nobody reads it
                stream.flush()
        os._exit(code)
    sys.exit(code)
