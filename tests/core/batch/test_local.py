# SPDX-License-Identifier: Apache-2.0
"""Worker processes of this machine: what brings one down costs its file only."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import psutil
import pytest

from core.batch import cluster
from core.batch.cluster import ClusterRunner
from core.batch.records import BatchFinished, ItemFinished
from core.batch.run import run_batch
from core.cancel import CancelToken
from tests.core.batch.faults import QuickProcesses
from tests.core.batch.folders import items, make_image, make_options, outcomes, run

pytestmark = [
    pytest.mark.skipif(os.name != "posix", reason="kills processes"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]
GOOD = "not_applicable no_face"


@pytest.mark.slow
def test_crash_hang_and_memory_hunger_cost_their_files_only(
    tmp_path: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "in"
    hostile = ("crash.png", "hang.png", "hungry.png")
    good = tuple(f"{number}.png" for number in range(8))
    for seed, name in enumerate((*hostile, *good)):
        make_image(folder / name, seed)
    monkeypatch.setattr(cluster, "GRACE_S", 1.0)
    processes = QuickProcesses(2, memory_limit_bytes=1 << 30)
    events = run(make_options(folder, out, time_limit_s=10.0), ClusterRunner(processes))
    assert isinstance(events[-1], BatchFinished)
    assert outcomes(out) == {
        "crash.png": "could_not_evaluate worker_crashed",
        "hang.png": "could_not_evaluate limit_exceeded",
        "hungry.png": "could_not_evaluate limit_exceeded",
        **dict.fromkeys(good, GOOD),
    }
    found = items(out)
    assert "memory" in found["hungry.png"].message
    for name in hostile:
        assert found[name].sha256 is not None
        assert list((out / found[name].folder).glob("*.json"))


@pytest.mark.slow
def test_no_process_stays_behind_when_a_run_is_cancelled(tmp_path: Path, out: Path) -> None:
    folder = tmp_path / "in"
    for number in range(6):
        make_image(folder / f"slow{number}.png", number)
    cancel, before = CancelToken(), set(psutil.Process().children(recursive=True))
    runner = ClusterRunner(QuickProcesses(1))
    done = 0
    for event in run_batch(make_options(folder, out), runner, cancel):
        if isinstance(event, ItemFinished):
            done += 1
            cancel.cancel()
    assert 0 < done < 6
    left = set(psutil.Process().children(recursive=True)) - before
    _, alive = psutil.wait_procs(left, timeout=10)
    assert {process.name() for process in alive} <= {"python", "python3"}  # the resource tracker
    assert len(alive) <= 1
    assert not [one for one in threading.enumerate() if one.name == "analysis"]
