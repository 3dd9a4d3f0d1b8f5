# SPDX-License-Identifier: Apache-2.0
"""Many files of mixed kinds, one in twenty broken: the thousand of the benchmark, made small."""

from __future__ import annotations

import gc
import tracemalloc
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.batch_thousand import make_evidence
from core.batch.records import ItemFinished
from core.batch.run import run_batch
from core.batch.runner import InlineRunner
from core.cancel import CancelToken
from tests.core.batch.folders import make_options, outcomes, run, snapshot

FILES = 160
# Every twentieth is broken from the twelfth on; how the analysis words it is not the point here.
BROKEN = 8
MAX_GROWTH_BYTES = 256 * 1024


@pytest.mark.slow
@pytest.mark.usefixtures("quick_analysis")
def test_every_file_is_accounted_for_and_memory_stays_flat(tmp_path: Path) -> None:
    folder, out = tmp_path / "in", tmp_path / "out"
    make_evidence(folder, FILES)
    in_use: list[int] = []
    tracemalloc.start()
    try:
        for event in run_batch(make_options(folder, out), InlineRunner(), CancelToken()):
            if isinstance(event, ItemFinished) and event.counts.finished % 40 == 0:
                gc.collect()
                in_use.append(tracemalloc.get_traced_memory()[0])
    finally:
        tracemalloc.stop()
    found = outcomes(out)
    assert set(found) == {
        str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()
    }
    told = Counter(outcome.split()[0] for outcome in found.values())
    assert told["not_applicable"] >= FILES - BROKEN
    assert told["could_not_evaluate"] > 0
    assert sum(told.values()) == FILES
    assert in_use[-1] - in_use[1] < MAX_GROWTH_BYTES, in_use


@pytest.mark.slow
@pytest.mark.usefixtures("quick_analysis")
def test_runs_that_are_cut_off_again_and_again_come_to_the_same_end(tmp_path: Path) -> None:
    folder, whole, parts = (tmp_path / name for name in ("in", "whole", "parts"))
    make_evidence(folder, 60)
    run(make_options(folder, whole))
    options = replace(make_options(folder, parts), resume=True)
    for cut in range(4):
        cancel = CancelToken()
        for number, event in enumerate(run_batch(options, InlineRunner(), cancel)):
            if isinstance(event, ItemFinished) and number > 10 + 7 * cut:
                cancel.cancel()
    run(options)
    assert snapshot(parts) == snapshot(whole)
