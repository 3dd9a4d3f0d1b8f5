# SPDX-License-Identifier: Apache-2.0
"""The training loop: seeded, resumable, bounded by steps or by the clock."""

from __future__ import annotations

import logging
import math
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import keras

from training.learning import checkpoints
from training.learning.averaging import WeightAverage
from training.learning.board import Board
from training.learning.checkpoints import Progress
from training.learning.prefetching import prefetch

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Schedule:
    """When a run ends, and how its learning rate gets there.

    The rate warms up linearly, may stay at its peak, and then falls by a cosine to nothing. Its
    progress is the share of the steps or of the minutes that is used up, whichever is larger, so
    that it has decayed at the end even on a machine whose speed nobody knew beforehand.

    Attributes:
        learning_rate: Peak.
        max_steps: Batches at most.
        budget_minutes: Minutes at most; None for no limit, which makes a run exactly repeatable.
        warmup: Share of the run that warms up.
        warmup_steps: Batches that warm up at least.
        hold: Share of the run, from its start, at whose end the rate begins to fall.
    """

    learning_rate: float
    max_steps: int
    budget_minutes: float | None = None
    warmup: float = 0.04
    warmup_steps: int = 10
    hold: float = 0.0

    def used(self, progress: Progress) -> float:
        """Give the share of the run that is over, 0 to 1."""
        used = progress.step / self.max_steps
        if self.budget_minutes is not None:
            used = max(used, progress.elapsed_s / (60 * self.budget_minutes))
        return min(1.0, used)

    def rate(self, progress: Progress) -> float:
        """Give the learning rate for the next step."""
        used = self.used(progress)
        rising = min(1.0, (progress.step + 1) / self.warmup_steps)
        if used < self.warmup:
            return self.learning_rate * min(rising, max(used / self.warmup, 0.05))
        held = max(self.hold, self.warmup)
        fallen = max(0.0, used - held) / max(1 - held, 1e-9)
        falling = 0.5 * (1 + math.cos(math.pi * fallen))
        return self.learning_rate * min(rising, max(falling, 0.005))


@dataclass(frozen=True, slots=True)
class Intervals:
    """Seconds between log lines, checkpoints and validations."""

    report_s: float = 30.0
    checkpoint_s: float = 420.0
    validation_s: float = 900.0


def fit(
    network: keras.Model,
    make_batch: Callable[[int], tuple[Any, Any]],
    schedule: Schedule,
    folder: Path,
    validate: Callable[[keras.Model], dict[str, float]] | None = None,
    intervals: Intervals | None = None,
    average: float = 0.0,
) -> Progress:
    """Train a compiled network, going on from its last checkpoint if there is one.

    Args:
        network: Compiled, with its optimizer built or buildable.
        make_batch: Inputs and labels of a step; must depend on the step only.
        schedule: Learning rate and end.
        folder: Receives `checkpoint.npz` and `history.json`.
        validate: Gives figures for the history; called seldom.
        intervals: How often to report, save and validate.
        average: Share of the old average of the weights that a step keeps; 0 for no average.

    Returns:
        The final progress, already saved.
    """
    every = intervals or Intervals()
    optimizer = network.optimizer
    optimizer.build(network.trainable_variables)
    progress = Progress()
    mean = WeightAverage(network.variables, average) if average else None
    if (folder / checkpoints.CHECKPOINT_NAME).is_file():
        progress = checkpoints.load(folder, network, optimizer, mean)
        log.info("going on at step %d", progress.step)
    if schedule.used(progress) >= 1:
        return progress
    last = {"report": time.monotonic(), "save": time.monotonic(), "validate": time.monotonic()}
    losses: list[float] = []
    board = Board(folder / "tensorboard")
    for inputs, labels in prefetch(make_batch, progress.step):
        started = time.monotonic()
        optimizer.learning_rate = schedule.rate(progress)
        network.reset_metrics()  # Keras would return the mean since the last reset
        losses.append(float(network.train_on_batch(inputs, labels)))
        progress.step += 1
        if mean is not None:
            mean.update(progress.step)
        now = time.monotonic()
        progress.elapsed_s += now - started
        is_over = schedule.used(progress) >= 1
        if is_over or now - last["report"] > every.report_s:
            last["report"] = now
            _report(progress, losses, schedule)
            losses.clear()
            board.write(progress)
        if validate and (is_over or now - last["validate"] > every.validation_s):
            _validate(progress, network, validate, mean)
            board.write(progress)
            last["validate"] = time.monotonic()
        if is_over or now - last["save"] > every.checkpoint_s:
            last["save"] = now
            checkpoints.save(folder, network, optimizer, progress, mean)
        if is_over:
            break
    board.close()
    return progress


def _report(progress: Progress, losses: list[float], schedule: Schedule) -> None:
    entry = {
        "step": progress.step,
        "elapsed_s": round(progress.elapsed_s, 1),
        "loss": round(sum(losses) / max(1, len(losses)), 4),
        "rate": schedule.rate(progress),
    }
    progress.history.append(entry)
    log.info("step %(step)d, %(elapsed_s).0f s, loss %(loss).4f, rate %(rate).2e", entry)


def _validate(
    progress: Progress,
    network: keras.Model,
    validate: Callable[[keras.Model], dict[str, float]],
    mean: WeightAverage | None,
) -> None:
    figures = validate(network)
    if mean is not None:
        with mean.in_place():
            averaged = validate(network)
        figures |= {f"{name}{checkpoints.AVERAGED}": value for name, value in averaged.items()}
    log.info("validation at step %d: %s", progress.step, figures)
    last = progress.history[-1] if progress.history else {}
    progress.history[-1:] = [last | figures]
