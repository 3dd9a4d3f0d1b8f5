# SPDX-License-Identifier: Apache-2.0
"""A run that is killed at any moment goes on where it was, to the same end."""

from __future__ import annotations

import os
import random
import signal
import time
from dataclasses import replace
from pathlib import Path

import pytest

from core.batch.options import BatchOptions
from core.pipeline import AnalysisTools
from core.settings import AnalysisSettings
from tests.core.batch.folders import items, make_image, make_options, outcomes, run, snapshot

KILLS = 30
pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="forks, so as to import once")


def make_many(folder: Path, images: int) -> Path:
    """Pictures, two copies, and files that are broken in different ways."""
    for number in range(images):
        make_image(folder / f"{number % 3}" / f"{number}.png", number)
    for number in (1, 4):
        copied = (folder / f"{number % 3}" / f"{number}.png").read_bytes()
        (folder / f"copy{number}.png").write_bytes(copied)
        (folder / f"cut{number}.png").write_bytes(copied[: 1000 + number])
    (folder / "empty.mp4").write_bytes(b"")
    return folder


def run_and_kill(options: BatchOptions, after_s: float | None) -> bool:
    """Run a batch in a child process and kill it; tell whether it ended by itself."""
    child = os.fork()
    if child == 0:
        code = 1
        try:
            run(options)
            code = 0
        finally:
            os._exit(code)
    if after_s is not None:
        time.sleep(after_s)
        os.kill(child, signal.SIGKILL)
    status = os.waitpid(child, 0)[1]
    return os.WIFEXITED(status) and os.WEXITSTATUS(status) == 0


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_thirty_kills_leave_the_result_of_an_uninterrupted_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With real decoders and the real face detector, on one thread as a forked process needs."""
    single = AnalysisTools.load(AnalysisSettings(), threads=1)
    monkeypatch.setattr(AnalysisTools, "load", lambda *_, **__: single)
    folder = make_many(tmp_path / "in", 16)
    options = replace(make_options(folder, tmp_path / "killed"), resume=True)
    moments = random.Random(6)
    for kills in range(KILLS):
        ended = run_and_kill(options, moments.uniform(0.02, 1.0))
        if ended or _is_complete(options.out):
            # Everything is finished: give the remaining kills new work, and keep what they do.
            _touch_content(folder, kills)
    assert run_and_kill(options, None)
    whole = tmp_path / "whole"
    assert run_and_kill(make_options(folder, whole), None)
    assert outcomes(options.out) == outcomes(whole)
    assert snapshot(options.out) == snapshot(whole)


def _is_complete(out: Path) -> bool:
    try:
        return all(item.outcome is not None for item in items(out).values())
    except Exception:  # noqa: BLE001  killed before there was a state
        return False


def _touch_content(folder: Path, seed: int) -> None:
    for number in range(6, 14):
        make_image(folder / f"{number % 3}" / f"{number}.png", 1000 * seed + number)


def test_a_kill_between_results_and_state_is_repaired(
    quick_analysis: None, folder: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The narrowest moment: reports are on the disk, the state does not say so yet."""
    options = replace(make_options(folder, out), resume=True)
    with monkeypatch.context() as patch:

        def die(*_: object) -> None:
            raise KeyboardInterrupt

        patch.setattr("core.batch.state.BatchState.finish", die)
        with pytest.raises(KeyboardInterrupt):
            run(options)
    (out / "items" / ".part-left").mkdir()
    (out / "items" / ".part-left" / "half.json").write_text("{")
    run(options)
    whole = out.with_name("whole")
    run(make_options(folder, whole))
    assert snapshot(out) == snapshot(whole)
