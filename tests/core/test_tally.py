# SPDX-License-Identifier: Apache-2.0
"""How far a run has come, and how long it will still take."""

from __future__ import annotations

import pytest

from core.tally import Tally


@pytest.mark.parametrize("start_s", [0.0, 1.4, 90_000.0, -3.0])
def test_progress_counts_from_the_first_frame(
    start_s: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Time stamps of a broadcast start anywhere; nobody is told that nothing is left."""
    clock = iter([100.0, 103.0])
    monkeypatch.setattr("core.tally.time.monotonic", lambda: next(clock))
    tally = Tally()
    assert tally.remaining_s(10.0) is None
    for step in range(5):
        tally.add_frame(start_s + step * 0.5, starts_shot=False)
    assert tally.position_s == pytest.approx(2.0)
    assert tally.remaining_s(10.0) == pytest.approx(12.0)


def test_nothing_is_foretold_of_a_file_without_a_length() -> None:
    tally = Tally()
    tally.add_frame(0.0, starts_shot=False)
    tally.add_frame(1.0, starts_shot=False)
    assert tally.remaining_s(None) is None


def test_the_first_frame_starts_no_shot() -> None:
    tally = Tally()
    tally.add_frame(0.0, starts_shot=True)
    tally.add_frame(0.2, starts_shot=True)
    assert tally.shots == (0.2,)
