# SPDX-License-Identifier: Apache-2.0
"""Errors of the training commands.

TrainingError
|-- ManifestError     a table or a file of the data set is not what it must be
|-- CheckpointError   a run's saved state is missing, damaged or of another network
|-- LeakageError      a data set is too small to compare two splits of it
`-- ExportError       a network cannot be written, or does not reproduce its own scores
"""

from __future__ import annotations

from pathlib import Path


class TrainingError(Exception):
    """Base of all errors that a training command reports to its user in one line."""


class ManifestError(TrainingError):
    """A data set's table or image file is not what it must be.

    Attributes:
        path: The file that is wrong.
        row: 1-based line in that file, or None where no line is to blame.
    """

    def __init__(self, message: str, path: Path, row: int | None = None) -> None:
        """Keep the facts beside the sentence."""
        where = f"{path}" if row is None else f"{path}, line {row}"
        super().__init__(f"{where}: {message}")
        self.path = path
        self.row = row


class CheckpointError(TrainingError):
    """A run's saved state is missing, damaged or belongs to another network."""


class LeakageError(TrainingError):
    """A data set has too few originals to be split in two ways."""


class ExportError(TrainingError):
    """A network cannot be written, or what was written does not reproduce its scores."""
