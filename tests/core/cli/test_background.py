# SPDX-License-Identifier: Apache-2.0
"""Work on another thread: what it gives, what it raises, and leaving it behind."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Generator
from pathlib import Path

import pytest

from core.cancel import CancelToken
from core.cli.background import in_background

ROOT = Path(__file__).resolve().parents[3]
# The thread is in native code when it is given up, as a network that is being run.
GIVEN_UP = """
import atexit, sys, time
from core.cancel import CancelToken
from core.cli.background import in_background, leave
atexit.register(print, "shut down")
def work(cancel):
    yield 1
    time.sleep({seconds})
try:
    for item in in_background(work, CancelToken()):
        print("item", item)
        raise KeyboardInterrupt
except KeyboardInterrupt:
    leave(130)
"""


def numbers(cancel: CancelToken) -> Generator[int, None, None]:
    yield from range(200)


def failing(cancel: CancelToken) -> Generator[int, None, None]:
    yield 1
    raise LookupError("lost")


def test_items_come_in_order() -> None:
    assert list(in_background(numbers, CancelToken())) == list(range(200))


def test_an_error_is_raised_after_the_items_before_it() -> None:
    items = in_background(failing, CancelToken())
    assert next(items) == 1
    with pytest.raises(LookupError, match="lost"):
        next(items)


def test_giving_up_cancels_the_work() -> None:
    cancel = CancelToken()
    items = in_background(numbers, cancel)
    next(items)
    items.close()  # type: ignore[attr-defined]
    assert cancel.is_cancelled


@pytest.mark.parametrize(("seconds", "is_shut_down"), [(60.0, False), (0.0, True)])
def test_the_interpreter_is_not_shut_down_under_a_thread_that_still_works(
    seconds: float, is_shut_down: bool
) -> None:
    """It would come back from native code into an interpreter that is gone, and abort."""
    code = GIVEN_UP.format(seconds=seconds)
    done = subprocess.run(
        [sys.executable, "-c", code],
        check=False,
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=30,
    )
    assert done.returncode == 130, done.stderr
    assert done.stdout.splitlines() == ["item 1", *(["shut down"] * is_shut_down)]
