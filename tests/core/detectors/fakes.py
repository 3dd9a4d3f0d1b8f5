# SPDX-License-Identifier: Apache-2.0
"""An engine whose outputs a test states."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from core.detectors.base import SequenceDetector
from core.engines.base import Device
from core.records import DetectorRun
from tests.core.folders import FEATURE_SIZE, WINDOW, Array


class FakeEngine:
    """Implements `Engine`; counts and keeps its calls."""

    id = "fake"
    device: Device = "cpu"

    def __init__(
        self,
        inputs: tuple[str, ...],
        outputs: tuple[str, ...],
        compute: Callable[[Mapping[str, Array]], dict[str, Array]],
    ) -> None:
        self.input_names, self.output_names = inputs, outputs
        self._compute = compute
        self.calls: list[Mapping[str, Array]] = []

    def run(self, inputs: Mapping[str, Array]) -> dict[str, Array]:
        self.calls.append(inputs)
        return self._compute(inputs)


def detector_run(detector_id: str) -> DetectorRun:
    return DetectorRun(detector_id, detector_id, "0", "0" * 64, 0.8, 0.3)


def sequence_engine(score: Callable[[Array, Array], Array]) -> FakeEngine:
    """An engine whose score is computed from features and mask."""
    return FakeEngine(
        ("features", "mask"),
        ("score",),
        lambda inputs: {"score": score(inputs["features"], inputs["mask"])},
    )


def sequence_detector(engine: FakeEngine, window: int = WINDOW) -> SequenceDetector:
    return SequenceDetector(detector_run("xception_gru"), window, FEATURE_SIZE, "xception", engine)
