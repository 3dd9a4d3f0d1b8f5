# SPDX-License-Identifier: Apache-2.0
"""What an engine is: a loaded network on a device."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any, Literal, Protocol

import numpy.typing as npt
import psutil

Array = npt.NDArray[Any]
Device = Literal["cpu", "gpu"]


class Engine(Protocol):
    """One network, loaded and ready; used by one thread at a time."""

    @property
    def id(self) -> str:
        """Of the engine in `core.engines.catalog`."""
        ...

    @property
    def device(self) -> Device:
        """Where it really runs."""
        ...

    @property
    def input_names(self) -> tuple[str, ...]:
        """Of the tensors that the network reads."""
        ...

    @property
    def output_names(self) -> tuple[str, ...]:
        """Of the tensors that the network gives."""
        ...

    def run(self, inputs: Mapping[str, Array]) -> dict[str, Array]:
        """Compute all outputs.

        Args:
            inputs: Input name to array; axis 0 is the batch, of any size from 1 on.

        Returns:
            Output name to array, in the order of the batch.

        Raises:
            OutOfMemoryError: The batch does not fit.
            DetectorError: The network cannot be run on these arrays.
        """
        ...


def usable_cores() -> int:
    """Physical cores that this process may use: hyper-threads slow matrix products down."""
    physical: int | None = psutil.cpu_count(logical=False)
    # NOTE: macOS and Windows do not tell, or do not narrow, what a process may use.
    allowed = (
        len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    )
    return min(physical or allowed, allowed)
