# SPDX-License-Identifier: Apache-2.0
"""Runs the steps of the self-test, one after the other."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from core.errors import AnalysisError
from core.self_test.bench import Bench
from core.self_test.installed import installed_steps
from core.self_test.neighbors import neighbor_steps
from core.self_test.records import Step, StepFailedError, StepResult
from core.settings import AnalysisSettings, Sampling
from core.text import printable

log = logging.getLogger(__name__)


def run_self_test(
    folder: Path, settings: AnalysisSettings, *, with_window: bool
) -> Iterator[StepResult]:
    """Try everything that an installation needs.

    Args:
        folder: For media and reports; it exists, and the caller removes it.
        settings: Engine and device; every installed detector runs.
        with_window: Whether the window is tried.

    Yields:
        A result for each step, passed or not; a step that fails does not end the test.
    """
    bench = Bench(folder, settings)
    try:
        first = list(installed_steps(settings.engine, settings.device))
    except AnalysisError as error:
        yield StepResult("weights", "weights folders", False, _said(error), 0.0)
        first = []
    for step in (*first, *bench.steps(), *neighbor_steps(bench, with_window=with_window)):
        yield tried(step)


def self_test_settings(settings: AnalysisSettings) -> AnalysisSettings:
    """Run every detector on twenty frames of the clip: as many as a sequence detector reads."""
    return replace(settings, sampling=Sampling.parse("fps:5"), detectors=())


def tried(step: Step) -> StepResult:
    """Run a step; whatever it raises is its result."""
    start = time.monotonic()
    try:
        passed, detail = True, step.run()
    except StepFailedError as error:
        passed, detail = False, str(error)
    except AnalysisError as error:
        passed, detail = False, _said(error)
    except Exception as error:  # the top of a step: whatever is wrong with an installation
        log.exception("self-test step %s", step.id)
        passed, detail = False, f"{type(error).__name__}: {error}"
    return StepResult(step.id, step.title, passed, printable(detail), time.monotonic() - start)


def _said(error: AnalysisError) -> str:
    return f"{error.message} {error.advice}".strip()
