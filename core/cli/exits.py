# SPDX-License-Identifier: Apache-2.0
"""Exit codes; other programs rely on them, so they never change."""

from __future__ import annotations

import enum

from core.errors import (
    AnalysisError,
    SettingsError,
    WeightsCardError,
    WeightsMismatchError,
    WeightsMissingError,
)


class Exit(enum.IntEnum):
    """What the process hands back to the shell; `OUTCOME` only where --fail-on asked for it."""

    DONE = 0
    USAGE = 2
    NOT_EVALUATED = 3
    WEIGHTS = 4
    VERIFICATION = 5
    OUTCOME = 6
    INTERRUPTED = 130


def exit_for(error: AnalysisError) -> Exit:
    """Give the exit code of an error that ended the whole run."""
    if isinstance(error, WeightsMissingError | WeightsMismatchError | WeightsCardError):
        return Exit.WEIGHTS
    if isinstance(error, SettingsError):
        return Exit.USAGE
    return Exit.NOT_EVALUATED
