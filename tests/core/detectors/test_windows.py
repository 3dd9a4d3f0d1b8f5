# SPDX-License-Identifier: Apache-2.0
"""Windows that slide along tracks: each observation is covered, and memory stays bounded."""

from __future__ import annotations

import weakref
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.detectors.windows import SlidingWindows
from core.errors import DetectorError, SettingsError
from core.records import WindowScore
from tests.core.detectors.fakes import FakeEngine, sequence_detector, sequence_engine
from tests.core.folders import FEATURE_SIZE, WINDOW, Array


def mean_of_present(features: Array, mask: Array) -> Array:
    """A score that shows which observations a window holds: the mean of their first value."""
    present = mask.astype(np.float32)
    mean = (features[:, :, 0] * present).sum(axis=1) / present.sum(axis=1)
    return np.asarray(mean[:, None], np.float32)


def feature(value: float) -> Array:
    return np.full(FEATURE_SIZE, value, np.float32)


def windows_over(
    count: int, stride: int, engine: FakeEngine | None = None, track_id: int = 1
) -> tuple[WindowScore, ...]:
    """Push `count` observations, frame indices 0, 3, 6 ..., value of number i: i / 1000."""
    sliding = SlidingWindows(sequence_detector(engine or sequence_engine(mean_of_present)), stride)
    found: list[WindowScore] = []
    for number in range(count):
        sliding.push(track_id, number * 3, number * 0.1, feature(number / 1000))
        found += sliding.take_ready()
    return (*found, *sliding.finish(track_id))


def test_first_window_is_ready_with_its_last_observation() -> None:
    sliding = SlidingWindows(sequence_detector(sequence_engine(mean_of_present)), 5)
    for number in range(WINDOW):
        assert sliding.take_ready() == ()
        sliding.push(7, number, number / 5, feature(number / 1000))
    (window,) = sliding.take_ready()
    assert (window.track_id, window.detector_id, window.n_frames) == (7, "xception_gru", 20)
    assert (window.first_frame_index, window.last_frame_index) == (0, 19)
    assert (window.start_s, window.end_s) == pytest.approx((0.0, 3.8))
    assert window.score == pytest.approx(0.0095)


def test_windows_follow_at_the_stride_and_one_ends_the_track() -> None:
    found = windows_over(33, 5)
    assert [window.first_frame_index // 3 for window in found] == [0, 5, 10, 13]
    assert found[-1].last_frame_index == 32 * 3
    assert [window.score for window in found] == pytest.approx([0.0095, 0.0145, 0.0195, 0.0225])


def test_no_window_is_scored_twice_when_the_track_ends_on_one() -> None:
    assert [window.first_frame_index // 3 for window in windows_over(25, 5)] == [0, 5]


@pytest.mark.parametrize("count", [1, 2, 19])
def test_short_track_gets_one_masked_window(count: int) -> None:
    engine = sequence_engine(mean_of_present)
    (window,) = windows_over(count, 5, engine)
    assert window.n_frames == count
    assert window.score == pytest.approx((count - 1) / 2000)
    (call,) = engine.calls
    assert call["mask"].sum() == count
    assert not call["features"][0, count:].any()


@settings(deadline=None)
@given(count=st.integers(0, 90), stride=st.integers(1, WINDOW))
def test_every_observation_is_covered_by_windows_in_order(count: int, stride: int) -> None:
    found = windows_over(count, stride)
    covered = {
        index
        for window in found
        for index in range(window.first_frame_index, window.last_frame_index + 1, 3)
    }
    assert covered == {number * 3 for number in range(count)}
    assert all(window.n_frames == min(count, WINDOW) for window in found)
    starts = [window.first_frame_index for window in found]
    assert starts == sorted(set(starts))
    assert all(second - first <= 3 * stride for first, second in pairwise(starts))
    assert len(found) == (0 if not count else 1 + -(-max(0, count - WINDOW) // stride))


def test_tracks_do_not_mix() -> None:
    sliding = SlidingWindows(sequence_detector(sequence_engine(mean_of_present)), 5)
    for number in range(WINDOW):
        sliding.push(1, number, number / 5, feature(0.1))
        sliding.push(2, number, number / 5, feature(0.9))
    assert {w.track_id: round(w.score, 4) for w in sliding.take_ready()} == {1: 0.1, 2: 0.9}


def test_finish_ends_one_track_or_all() -> None:
    sliding = SlidingWindows(sequence_detector(sequence_engine(mean_of_present)), 5)
    for track_id in (1, 2, 3):
        sliding.push(track_id, 0, 0.0, feature(0.5))
    assert [window.track_id for window in sliding.finish(2)] == [2]
    assert sliding.finish(2) == ()
    assert sliding.finish(99) == ()
    assert [window.track_id for window in sliding.finish()] == [1, 3]
    assert sliding.finish() == ()


def test_finish_also_gives_what_was_not_taken() -> None:
    sliding = SlidingWindows(sequence_detector(sequence_engine(mean_of_present)), 5)
    for number in range(WINDOW + 1):
        sliding.push(1, number, 0.1 * number, feature(0.5))
    assert [window.last_frame_index for window in sliding.finish()] == [19, 20]


def test_windows_are_scored_in_batches_of_bounded_size() -> None:
    engine = sequence_engine(mean_of_present)
    sliding = SlidingWindows(sequence_detector(engine), 5)
    for track_id in range(50):
        sliding.push(track_id, 0, 0.0, feature(track_id / 100))
    found = sliding.finish()
    assert [window.score for window in found] == pytest.approx([n / 100 for n in range(50)])
    assert len(engine.calls) == 4
    assert max(len(call["mask"]) for call in engine.calls) == 16


def test_features_of_the_past_are_let_go() -> None:
    """A long track keeps one window, and never the batch that a feature was a row of."""
    sliding = SlidingWindows(sequence_detector(sequence_engine(mean_of_present)), 5)
    batch = np.zeros((8, FEATURE_SIZE), np.float32)
    alive = weakref.ref(batch)
    for number, row in enumerate(batch):
        sliding.push(1, number, 0.1 * number, row)
    del row, batch
    assert alive() is None
    for number in range(8, 500):
        sliding.push(1, number, 0.1 * number, feature(0.5))
        sliding.take_ready()
    assert len(sliding._tracks[1].latest) == WINDOW
    sliding.finish()
    assert not sliding._tracks
    assert not sliding._ready


@pytest.mark.parametrize("stride", [0, -1, WINDOW + 1])
def test_stride_is_refused_when_it_leaves_observations_out(stride: int) -> None:
    with pytest.raises(SettingsError, match="from 1 to 20"):
        SlidingWindows(sequence_detector(sequence_engine(mean_of_present)), stride)


@pytest.mark.parametrize(
    ("frame_index", "value"),
    [(4, feature(0.5)), (3, feature(0.5)), (5, np.zeros(FEATURE_SIZE + 1, np.float32))],
    ids=["same frame", "earlier frame", "other size"],
)
def test_observation_is_a_bad_argument_when_it_does_not_follow(
    frame_index: int, value: Array
) -> None:
    sliding = SlidingWindows(sequence_detector(sequence_engine(mean_of_present)), 5)
    sliding.push(1, 4, 0.4, feature(0.5))
    with pytest.raises(ValueError, match="expected"):
        sliding.push(1, frame_index, 0.5, value)


@pytest.mark.parametrize("score", [np.nan, np.inf, 1.5, -0.5])
def test_window_is_an_error_when_its_score_is_not_one(score: float) -> None:
    engine = sequence_engine(lambda _, mask: np.full((len(mask), 1), score, np.float32))
    with pytest.raises(DetectorError, match="gave a score"):
        windows_over(3, 5, engine)


def test_feature_source_is_the_detectors() -> None:
    sliding = SlidingWindows(sequence_detector(sequence_engine(mean_of_present)), 5)
    assert sliding.feature_source == "xception"
