# SPDX-License-Identifier: Apache-2.0
"""A run's history for TensorBoard, written by tensorboardX: any Keras backend, no TensorFlow."""

from __future__ import annotations

from pathlib import Path

from tensorboardX import SummaryWriter

from training.learning.checkpoints import Progress


class Board:
    """Writes scalars as a run reports them.

    A run that goes on adds a file of its own to the folder; TensorBoard joins them by step.

    Args:
        folder: Receives the event files; `tensorboard --logdir` reads it.
    """

    def __init__(self, folder: Path) -> None:
        """Open an event file."""
        self._writer = SummaryWriter(str(folder))

    def write(self, progress: Progress) -> None:
        """Write the last entry of a run's history."""
        entry = progress.history[-1]
        for name, value in entry.items():
            if name not in ("step", "elapsed_s"):
                self._writer.add_scalar(name, value, int(entry["step"]))

    def close(self) -> None:
        """Write what is left and close the file."""
        self._writer.close()
