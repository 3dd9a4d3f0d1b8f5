# SPDX-License-Identifier: Apache-2.0
"""Batches made on a thread of their own, ahead of their use."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

T = TypeVar("T")


def prefetch(make: Callable[[int], T], first: int, depth: int = 4) -> Iterator[T]:
    """Make items `first`, `first + 1`, ... on a thread, `depth` ahead of their use.

    Args:
        make: Gives the item of a step.
        first: Step to start with.
        depth: How many wait at most.

    Yields:
        The items in order. An error of `make` is raised here, in the reader's thread.
    """
    with ThreadPoolExecutor(max_workers=1, thread_name_prefix="batches") as maker:
        waiting = deque(maker.submit(make, first + ahead) for ahead in range(depth))
        step = first + depth
        try:
            while True:
                item = waiting.popleft().result()
                waiting.append(maker.submit(make, step))
                step += 1
                yield item
        finally:
            maker.shutdown(wait=False, cancel_futures=True)
