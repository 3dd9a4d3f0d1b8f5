# SPDX-License-Identifier: Apache-2.0
"""Detectors between an engine and the pipeline: an error never becomes a score."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from core.detectors.base import ImageDetector
from core.errors import DetectorError
from core.networks.onnx_explanation import MAP_OUTPUT
from core.records import InputSpec
from tests.core.detectors.fakes import FakeEngine, detector_run, sequence_detector, sequence_engine
from tests.core.folders import FEATURE_SIZE, SIDE, WINDOW, Array

SPEC = InputSpec(SIDE, SIDE, -1.0, 1.0)


def image_detector(score: Any, features: Any = None) -> tuple[ImageDetector, FakeEngine]:
    outputs: dict[str, Array] = {"score": np.asarray(score, np.float32)}
    if features is not None:
        outputs["features"] = np.asarray(features, np.float32)
    engine = FakeEngine(("batch",), tuple(outputs), lambda _: outputs)
    return ImageDetector(detector_run("xception"), SPEC, engine), engine


def batch_of(count: int) -> Array:
    return np.zeros((count, SIDE, SIDE, 3), np.float32)


def windows_of(count: int) -> Array:
    return np.zeros((count, WINDOW, FEATURE_SIZE), np.float32)


def masks(*lengths: int) -> Array:
    return np.array([[place < length for place in range(WINDOW)] for length in lengths])


def test_one_pass_gives_scores_and_features() -> None:
    detector, engine = image_detector([[0.25], [1.0]], [[1, 2], [3, 4]])
    predictions = detector.predict(batch_of(2))
    assert predictions.scores.tolist() == [0.25, 1.0]
    assert predictions.features is not None
    assert predictions.features.tolist() == [[1, 2], [3, 4]]
    assert len(engine.calls) == 1
    assert detector.gives_features


def test_features_are_absent_when_the_network_has_none() -> None:
    detector, _ = image_detector([[0.5]])
    assert detector.predict(batch_of(1)).features is None
    assert not detector.gives_features


def test_engine_is_left_alone_when_the_batch_is_empty() -> None:
    detector, engine = image_detector([])
    assert detector.predict(batch_of(0)).scores.shape == (0,)
    assert not engine.calls


@pytest.mark.parametrize(
    "score",
    [[[np.nan], [0.5]], [[np.inf], [0.5]], [[1.01], [0.5]], [[-0.1], [0.5]], [[0.5]], [0.5, 0.5]],
    ids=["nan", "inf", "above", "below", "too few", "flat"],
)
def test_image_score_is_an_error_when_it_is_not_one(score: Any) -> None:
    detector, _ = image_detector(score)
    with pytest.raises(DetectorError, match="xception gave"):
        detector.predict(batch_of(2))


@pytest.mark.parametrize("features", [[[1, np.nan]], [[1], [2]], [1]])
def test_features_are_an_error_when_they_are_not_numbers(features: Any) -> None:
    detector, _ = image_detector([[0.5]], features)
    with pytest.raises(DetectorError, match="features"):
        detector.predict(batch_of(1))


@pytest.mark.parametrize(
    "batch",
    [
        np.zeros((2, SIDE, SIDE + 1, 3), np.float32),
        np.zeros((SIDE, SIDE, 3), np.float32),
        np.zeros((2, SIDE, SIDE, 3), np.float64),
        np.zeros((2, SIDE, SIDE, 3), np.uint8),
    ],
)
def test_batch_is_a_bad_argument_when_it_is_not_of_the_input_spec(batch: Any) -> None:
    detector, _ = image_detector([[0.5], [0.5]])
    with pytest.raises(ValueError, match="expected float32"):
        detector.predict(batch)


@pytest.mark.parametrize(
    ("inputs", "outputs"),
    [(("image",), ("score",)), (("batch",), ("prob",)), (("batch", "age"), ("score",))],
)
def test_detector_is_refused_when_its_network_has_other_tensors(
    inputs: tuple[str, ...], outputs: tuple[str, ...]
) -> None:
    engine = FakeEngine(inputs, outputs, lambda _: {})
    with pytest.raises(DetectorError, match="cannot be used"):
        ImageDetector(detector_run("added"), SPEC, engine)


def test_sequence_detector_is_refused_when_its_network_has_no_mask() -> None:
    with pytest.raises(DetectorError, match="cannot be used"):
        sequence_detector(FakeEngine(("features",), ("score",), lambda _: {}))


def test_sequence_scores_come_in_order() -> None:
    engine = sequence_engine(lambda _, mask: mask.sum(axis=1, keepdims=True) / np.float32(WINDOW))
    scores = sequence_detector(engine).predict(windows_of(3), masks(20, 1, 10))
    assert scores.tolist() == pytest.approx([1.0, 0.05, 0.5])


def test_sequence_engine_is_left_alone_when_there_is_no_window() -> None:
    engine = sequence_engine(lambda *_: np.zeros((0, 1)))
    assert sequence_detector(engine).predict(windows_of(0), masks().reshape(0, 20) > 0).size == 0
    assert not engine.calls


def test_sequence_score_is_an_error_when_it_is_not_one() -> None:
    engine = sequence_engine(lambda *_: np.array([[np.nan]], np.float32))
    with pytest.raises(DetectorError, match="xception_gru gave"):
        sequence_detector(engine).predict(windows_of(1), masks(20))


@pytest.mark.parametrize(
    "mask",
    [masks(0), ~masks(5), masks(5).astype(np.float32), masks(5)[:, :-1], masks(5, 5)],
    ids=["empty", "absent first", "float", "short", "too many"],
)
def test_mask_is_a_bad_argument_when_present_ones_are_not_first(mask: Array) -> None:
    detector = sequence_detector(sequence_engine(lambda *_: np.array([[0.5]])))
    with pytest.raises(ValueError, match="expected"):
        detector.predict(windows_of(1), mask)


class TestExplanation:
    def _detector(self, maps: Any) -> tuple[ImageDetector, list[FakeEngine]]:
        engine = FakeEngine(("batch",), ("score",), lambda _: {})
        loaded: list[FakeEngine] = []

        def load() -> FakeEngine:
            outputs = {MAP_OUTPUT: np.asarray(maps, np.float32)}
            loaded.append(FakeEngine(("batch",), (MAP_OUTPUT,), lambda _: outputs))
            return loaded[-1]

        return ImageDetector(detector_run("xception"), SPEC, engine, load), loaded

    def test_map_is_the_share_of_the_largest_pull_towards_manipulated(self) -> None:
        detector, _ = self._detector([[[4, 1], [-3, 0]], [[-1, -2], [0, -5]]])
        maps = detector.explain(batch_of(2))
        assert maps.dtype == np.float32
        assert maps[0].tolist() == [[1, 0.25], [0, 0]]
        assert maps[1].tolist() == [[0, 0], [0, 0]]

    def test_network_is_loaded_on_first_use_and_once(self) -> None:
        detector, loaded = self._detector([[[1]]])
        assert detector.can_explain
        assert detector.explain(batch_of(0)).shape == (0, 1, 1)
        assert not loaded
        detector.explain(batch_of(1))
        detector.explain(batch_of(1))
        assert len(loaded) == 1

    @pytest.mark.parametrize("maps", [[[[np.nan]]], [[1.0]], [[[1]], [[1]]]])
    def test_map_that_is_none_is_an_error(self, maps: Any) -> None:
        detector, _ = self._detector(maps)
        with pytest.raises(DetectorError, match="maps"):
            detector.explain(batch_of(1))

    def test_detector_that_cannot_explain_says_so(self) -> None:
        detector, _ = image_detector([[0.5]])
        assert not detector.can_explain
        with pytest.raises(ValueError, match="explain"):
            detector.explain(batch_of(1))
