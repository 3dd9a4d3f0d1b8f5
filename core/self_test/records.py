# SPDX-License-Identifier: Apache-2.0
"""What a self-test says, and what its steps are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


class StepFailedError(Exception):
    """A step found something that is not as it must be; the text says what.

    Never leaves `core.self_test.run`, which turns it into a `StepResult`.
    """


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to try.

    Attributes:
        id: Stable; other programs read it.
        title: For people.
        run: Tries it and gives a phrase with the facts; raises where it does not hold.
    """

    id: str
    title: str
    run: Callable[[], str]


@dataclass(frozen=True, slots=True)
class StepResult:
    """How a step ended.

    Attributes:
        id, title: Of the step.
        passed: Whether it holds.
        detail: Facts, or why it does not hold.
        seconds: It took.
    """

    id: str
    title: str
    passed: bool
    detail: str
    seconds: float


def require(condition: bool, otherwise: str) -> None:
    """Fail the step with a phrase unless the condition holds."""
    if not condition:
        raise StepFailedError(otherwise)
