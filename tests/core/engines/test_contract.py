# SPDX-License-Identifier: Apache-2.0
"""What every engine of the catalogue must do, shown on the small recurrent network."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core.cards import WeightsCard, read_card
from core.engines.base import Engine
from core.engines.catalog import ENGINES, EngineSpec
from core.errors import DetectorError, WeightsMismatchError
from tests.core.folders import Array, image_network, sequence_card, write_folder

COUNT = 9
SHAPES = {
    "gru1/gru_cell/kernel": (2048, 48),
    "gru1/gru_cell/recurrent_kernel": (16, 48),
    "gru1/gru_cell/bias": (2, 48),
    "gru2/gru_cell/kernel": (16, 24),
    "gru2/gru_cell/recurrent_kernel": (8, 24),
    "gru2/gru_cell/bias": (2, 24),
    "dense/kernel": (8, 8),
    "dense/bias": (8,),
    "score/kernel": (8, 1),
    "score/bias": (1,),
}


@pytest.fixture(scope="module")
def content() -> bytes:
    from training.graphs.onnx_networks import graph_of

    random = np.random.default_rng(1)
    weights = {
        path: random.normal(0, 0.05 if shape[0] > 100 else 0.8, shape).astype(np.float32)
        for path, shape in SHAPES.items()
    }
    made: bytes = graph_of("xception_gru", weights, 0, 0).SerializeToString()
    return made


@pytest.fixture(scope="module")
def card(content: bytes, tmp_path_factory: pytest.TempPathFactory) -> WeightsCard:
    values = sequence_card()
    values["input"]["feature_size"] = 2048
    folder: Path = write_folder(tmp_path_factory.mktemp("weights"), values, content)
    return read_card(folder / "card.toml")


@pytest.fixture(scope="module")
def inputs() -> dict[str, Array]:
    """Windows with 1, 3, 6 ... 20 observations; what the mask leaves out is not zero."""
    lengths = np.linspace(1, 20, COUNT).round()
    features = np.random.default_rng(6).normal(0.5, 0.5, (COUNT, 20, 2048))
    return {
        "features": np.maximum(features, 0).astype(np.float32),
        "mask": np.arange(20)[None] < lengths[:, None],
    }


def rows(inputs: dict[str, Array], chosen: Any) -> dict[str, Array]:
    return {name: array[chosen] for name, array in inputs.items()}


def _marked(spec: EngineSpec) -> Any:
    return pytest.param(spec, marks=pytest.mark.tf if spec.id == "keras" else (), id=spec.id)


@pytest.fixture(scope="module", params=[_marked(spec) for spec in ENGINES])
def spec(request: pytest.FixtureRequest) -> EngineSpec:
    assert isinstance(request.param, EngineSpec)
    return request.param


@pytest.fixture(scope="module")
def engine(spec: EngineSpec, content: bytes, card: WeightsCard) -> Engine:
    return spec.load(content, card, "cpu", None)


class TestEngine:
    """Runs over the catalogue."""

    def test_says_what_it_is(self, spec: EngineSpec, engine: Engine) -> None:
        assert (engine.id, engine.device) == (spec.id, "cpu")
        assert set(engine.input_names) == {"features", "mask"}
        assert engine.output_names == ("score",)

    def test_gives_a_row_for_each_row(self, engine: Engine, inputs: dict[str, Array]) -> None:
        outputs = engine.run(inputs)
        assert set(outputs) == {"score"}
        assert outputs["score"].shape == (COUNT, 1)
        assert outputs["score"].dtype == np.float32
        assert np.ptp(outputs["score"]) > 0.02

    def test_repeats_to_the_bit(self, engine: Engine, inputs: dict[str, Array]) -> None:
        first, second = engine.run(inputs), engine.run(inputs)
        assert np.array_equal(first["score"], second["score"])

    def test_keeps_the_order(self, engine: Engine, inputs: dict[str, Array]) -> None:
        order = np.random.default_rng(2).permutation(COUNT)
        shuffled = engine.run(rows(inputs, order))["score"]
        np.testing.assert_allclose(shuffled, engine.run(inputs)["score"][order], atol=1e-6)

    @pytest.mark.parametrize("size", [1, 2, 3, 5, 8])
    def test_scores_a_row_alone_as_among_others(
        self, engine: Engine, inputs: dict[str, Array], size: int
    ) -> None:
        part = engine.run(rows(inputs, slice(size)))["score"]
        np.testing.assert_allclose(part, engine.run(inputs)["score"][:size], atol=1e-6)

    def test_does_not_read_what_the_mask_leaves_out(
        self, engine: Engine, inputs: dict[str, Array]
    ) -> None:
        emptied = {**inputs, "features": inputs["features"] * inputs["mask"][:, :, None]}
        scores = engine.run(emptied)["score"]
        np.testing.assert_allclose(scores, engine.run(inputs)["score"], atol=1e-6)

    def test_fails_as_detector_error_when_arrays_do_not_fit(self, engine: Engine) -> None:
        wrong = {"features": np.zeros((1, 20, 7), np.float32), "mask": np.ones((1, 20), np.bool_)}
        with pytest.raises(DetectorError, match="xception_gru cannot be run"):
            engine.run(wrong)

    def test_refuses_a_network_that_is_broken(self, spec: EngineSpec, card: WeightsCard) -> None:
        with pytest.raises(DetectorError):
            spec.load(b"\x08\x08 nothing", card, "cpu", None)


@pytest.mark.tf
def test_keras_refuses_weights_when_they_are_another_networks(card: WeightsCard) -> None:
    keras = next(spec for spec in ENGINES if spec.id == "keras")
    with pytest.raises(WeightsMismatchError, match="does not fit"):
        keras.load(image_network(), card, "cpu", None)
