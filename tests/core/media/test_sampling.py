# SPDX-License-Identifier: Apache-2.0
"""Which frames are analysed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from core.media.sampling import Sampler
from core.settings import Sampling


def taken(sampling: Sampling, times: list[float]) -> list[int]:
    sampler = Sampler(sampling)
    return [index for index, time_s in enumerate(times) if sampler.takes(index, time_s)]


def test_all_takes_every_frame() -> None:
    assert taken(Sampling("all", 1), [0.0, 0.0, 5.0]) == [0, 1, 2]


def test_every_n_counts_frames() -> None:
    assert taken(Sampling("every", 3), [float(i) for i in range(8)]) == [0, 3, 6]


def test_a_rate_that_divides_the_frame_rate_takes_every_nth() -> None:
    for start_s in (0.0, 0.08, -0.4, 5000.123):
        times = [start_s + i / 25 for i in range(50)]
        assert taken(Sampling("fps", 5.0), times) == list(range(0, 50, 5))


def test_a_rate_above_the_frame_rate_takes_every_frame() -> None:
    assert taken(Sampling("fps", 60.0), [i / 25 for i in range(20)]) == list(range(20))


def test_a_variable_rate_is_sampled_by_time() -> None:
    times = [0.0, 0.01, 0.02, 0.5, 0.51, 1.9, 2.0]
    assert taken(Sampling("fps", 2.0), times) == [0, 3, 5, 6]


def test_a_jump_backwards_in_time_does_not_stop_sampling() -> None:
    times = [0.0, 0.5, 1.0, 1.5, 0.0, 0.5, 1.0]
    assert taken(Sampling("fps", 1.0), times) == [0, 2, 4, 6]


@given(
    gaps=st.lists(st.floats(0.001, 3.0), min_size=1, max_size=60),
    rate=st.floats(0.1, 50.0),
)
def test_no_slot_with_a_frame_is_left_out(gaps: list[float], rate: float) -> None:
    """Between two taken frames lies no slot whose first frame was passed over."""
    times = [sum(gaps[:i]) for i in range(len(gaps) + 1)]
    chosen = taken(Sampling("fps", rate), times)
    assert chosen[0] == 0
    for index, time_s in enumerate(times):
        last = times[max(i for i in chosen if i <= index)]
        assert time_s - last <= 1 / rate + 1e-6 / rate + 1e-9
