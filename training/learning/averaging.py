# SPDX-License-Identifier: Apache-2.0
"""A running average of a network's variables: the end of a noisy run, smoothed.

Polyak, B. and Juditsky, A. (1992), "Acceleration of Stochastic Approximation by Averaging", SIAM
Journal on Control and Optimization 30(4), in the exponential form that is common today. Moving
statistics of batch normalization are averaged with the weights they belong to.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import numpy as np
from numpy.typing import NDArray


class WeightAverage:
    """Exponential average of variables.

    Args:
        variables: Of a Keras network, in its order.
        decay: Share of the old average that a step keeps, 0 to 1; less in the first steps, so
            that the weights that a run started from fade as soon as there are others.
    """

    def __init__(self, variables: Sequence[Any], decay: float) -> None:
        """Start from the variables as they are."""
        self._variables = variables
        self._decay = decay
        self.arrays: list[NDArray[Any]] = [np.asarray(variable).copy() for variable in variables]

    def update(self, step: int) -> None:
        """Take the variables in after step number `step`, counted from 1."""
        decay = min(self._decay, (1 + step) / (10 + step))
        for array, variable in zip(self.arrays, self._variables, strict=True):
            now = np.asarray(variable)
            is_weight = np.issubdtype(array.dtype, np.floating)  # the rest is state of dropout
            array[...] = array + (now - array) * np.float32(1 - decay) if is_weight else now

    @contextmanager
    def in_place(self) -> Iterator[None]:
        """Put the average into the network for the length of a block."""
        own = [np.asarray(variable).copy() for variable in self._variables]
        self._assign(self.arrays)
        try:
            yield
        finally:
            self._assign(own)

    def _assign(self, arrays: Sequence[NDArray[Any]]) -> None:
        for variable, array in zip(self._variables, arrays, strict=True):
            variable.assign(array)
