# SPDX-License-Identifier: Apache-2.0
"""What a check says."""

from __future__ import annotations

import enum
from collections.abc import Iterable
from dataclasses import dataclass


class Status(enum.StrEnum):
    """How a check ended."""

    HOLDS = "holds"
    FAILS = "fails"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at.

    Attributes:
        subject: The file, and the place in it where that is known.
        what: What was looked at, a phrase.
        status: Whether it holds; `unknown` is what could not be found out.
        detail: Facts, or why it does not hold; may be empty.
    """

    subject: str
    what: str
    status: Status
    detail: str = ""


def holds(subject: str, what: str, detail: str = "") -> Check:
    """Say that something holds."""
    return Check(subject, what, Status.HOLDS, detail)


def fails(subject: str, what: str, detail: str) -> Check:
    """Say that something does not hold, and why."""
    return Check(subject, what, Status.FAILS, detail)


def unknown(subject: str, what: str, detail: str) -> Check:
    """Say that something was not found out, and why."""
    return Check(subject, what, Status.UNKNOWN, detail)


def judged(subject: str, what: str, problem: str | None, detail: str = "") -> Check:
    """Say that something holds where there is no problem."""
    return holds(subject, what, detail) if problem is None else fails(subject, what, problem)


def first_failure(checks: Iterable[Check]) -> Check | None:
    """Give the first thing that does not hold."""
    return next((check for check in checks if check.status is Status.FAILS), None)
