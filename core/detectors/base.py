# SPDX-License-Identifier: Apache-2.0
"""Detectors: a loaded network, what it reads, and what is written of it in a report."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from core.engines.base import Array, Engine
from core.errors import DetectorError
from core.networks.onnx_explanation import MAP_OUTPUT
from core.records import DetectorRun, InputSpec

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class FramePredictions:
    """What an image detector says of a batch.

    Attributes:
        scores: float32 (N,), [0, 1], higher is more fake.
        features: float32 (N, F) for a sequence detector to read, or None.
    """

    scores: Floats
    features: Floats | None = None


class ImageDetector:
    """Scores single crops.

    Args:
        run: What the report says of it.
        input: What it was trained on.
        engine: Its network: `batch` float32 (N, H, W, 3) to `score` (N, 1) and, where it is
            the trunk of a sequence detector, `features` (N, F).
        load_explainer: Loads the network once more, with the further output `MAP_OUTPUT`
            float32 (N, h, w); None where nothing can explain the scores.

    Attributes:
        run, input: As given.

    Raises:
        DetectorError: The network has other inputs or outputs.
    """

    def __init__(
        self,
        run: DetectorRun,
        input: InputSpec,  # noqa: A002
        engine: Engine,
        load_explainer: Callable[[], Engine] | None = None,
    ) -> None:
        _require_tensors(run.detector_id, engine, ("batch",))
        self.run = run
        self.input = input
        self._engine = engine
        self._load_explainer = load_explainer
        self._explainer: Engine | None = None

    @property
    def id(self) -> str:
        """Short for `run.detector_id`."""
        return self.run.detector_id

    @property
    def gives_features(self) -> bool:
        """Whether a sequence detector can read from it."""
        return "features" in self._engine.output_names

    def predict(self, batch: Floats) -> FramePredictions:
        """Score crops, and give their features from the same pass.

        Args:
            batch: float32 (N, H, W, 3) as `core.preprocess.tensors.to_batch` makes it from
                `input`; N may be 0.

        Raises:
            ValueError: Another shape or type.
            DetectorError: The network fails, or gives anything but finite scores in [0, 1].
        """
        self._check_batch(batch)
        if not len(batch):
            return FramePredictions(np.zeros(0, np.float32))
        outputs = self._engine.run({"batch": batch})
        scores = _checked_scores(self.id, outputs["score"], len(batch))
        features = outputs.get("features")
        return FramePredictions(scores, self._checked_features(features, len(batch)))

    @property
    def can_explain(self) -> bool:
        """Whether `explain` gives maps."""
        return self._load_explainer is not None

    def explain(self, batch: Floats) -> Floats:
        """Say where in each crop the score comes from; see `core.networks.onnx_explanation`.

        The first call loads the network a second time: an analysis without maps pays nothing.

        Args:
            batch: As for `predict`.

        Returns:
            float32 (N, h, w), [0, 1], as coarse as the network's last feature map: the share of
            each place in what moved the network towards manipulated, over the largest share in
            the same crop. All zero where nothing did. It shows what moved the network, not where
            the face was altered, and says nothing of how high the score is.

        Raises:
            ValueError: Another shape or type, or not `can_explain`.
            DetectorError: The network cannot be loaded or run, or lacks the layers to explain.
        """
        self._check_batch(batch)
        if self._load_explainer is None:
            raise ValueError(f"expected a detector that can explain, {self.id} cannot")
        if not len(batch):
            return np.zeros((0, 1, 1), np.float32)
        if self._explainer is None:
            self._explainer = self._load_explainer()
        shares = self._explainer.run({"batch": batch})[MAP_OUTPUT]
        if shares.ndim != 3 or len(shares) != len(batch) or not np.isfinite(shares).all():
            raise DetectorError(f"{self.id} gave maps that are not {len(batch)} tables of numbers.")
        towards = np.maximum(shares, 0)
        largest = towards.max(axis=(1, 2), keepdims=True)
        nothing = np.zeros(towards.shape, np.float32)
        return np.asarray(np.divide(towards, largest, out=nothing, where=largest > 0), np.float32)

    def _check_batch(self, batch: Floats) -> None:
        shape = (self.input.height, self.input.width, 3)
        if batch.shape[1:] != shape or batch.dtype != np.float32:
            raise ValueError(f"expected float32 (N, *{shape}), got {batch.dtype} {batch.shape}")

    def _checked_features(self, features: Array | None, count: int) -> Floats | None:
        if features is None:
            return None
        if features.ndim != 2 or len(features) != count or not np.isfinite(features).all():
            raise DetectorError(f"{self.id} gave features that are not {count} rows of numbers.")
        return np.asarray(features, dtype=np.float32)


class SequenceDetector:
    """Scores windows of successive observations of one track.

    Args:
        run: What the report says of it.
        window: Observations in a window.
        feature_size: Values in an observation's feature.
        feature_source: Id of the image detector whose features it reads.
        engine: Its network: `features` float32 (N, window, feature_size) and `mask` bool
            (N, window) to `score` (N, 1).

    Attributes:
        run, window, feature_size, feature_source: As given.

    Raises:
        DetectorError: The network has other inputs or outputs.
    """

    def __init__(
        self, run: DetectorRun, window: int, feature_size: int, feature_source: str, engine: Engine
    ) -> None:
        _require_tensors(run.detector_id, engine, ("features", "mask"))
        self.run = run
        self.window = window
        self.feature_size = feature_size
        self.feature_source = feature_source
        self._engine = engine

    @property
    def id(self) -> str:
        """Short for `run.detector_id`."""
        return self.run.detector_id

    def predict(self, features: Floats, mask: npt.NDArray[np.bool_]) -> Floats:
        """Score windows.

        Args:
            features: float32 (N, window, feature_size); N may be 0.
            mask: bool (N, window), true where there is an observation: present ones first, at
                least one in each window.

        Returns:
            float32 (N,), [0, 1], higher is more fake.

        Raises:
            ValueError: Another shape or type, or a mask with a gap or without any observation.
            DetectorError: The network fails, or gives anything but finite scores in [0, 1].
        """
        expected = (len(features), self.window, self.feature_size)
        if features.shape != expected or features.dtype != np.float32:
            raise ValueError(f"expected float32 {expected}, got {features.dtype} {features.shape}")
        if mask.shape != expected[:2] or mask.dtype != np.bool_:
            raise ValueError(f"expected bool {expected[:2]}, got {mask.dtype} {mask.shape}")
        if not mask[:, 0].all() or (mask[:, 1:] & ~mask[:, :-1]).any():
            raise ValueError("expected a mask with the present observations first, at least one")
        if not len(features):
            return np.zeros(0, np.float32)
        outputs = self._engine.run({"features": features, "mask": mask})
        return _checked_scores(self.id, outputs["score"], len(features))


def _require_tensors(detector_id: str, engine: Engine, inputs: tuple[str, ...]) -> None:
    if set(engine.input_names) != set(inputs) or "score" not in engine.output_names:
        raise DetectorError(
            f"{detector_id} cannot be used: its network goes from {engine.input_names} to "
            f"{engine.output_names} instead of from {inputs} to score.",
            advice="Export it again with these names.",
        )


def _checked_scores(detector_id: str, scores: Array, count: int) -> Floats:
    """An error never becomes a score: whatever is not a number in [0, 1] ends the analysis."""
    if scores.shape != (count, 1):
        raise DetectorError(f"{detector_id} gave {scores.shape} for {count} inputs.")
    if not np.isfinite(scores).all() or scores.min() < 0 or scores.max() > 1:
        raise DetectorError(f"{detector_id} gave a score that is not a number from 0 to 1.")
    return np.asarray(scores[:, 0], dtype=np.float32)
