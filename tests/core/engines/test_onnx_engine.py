# SPDX-License-Identifier: Apache-2.0
"""ONNX Runtime: what it computes, what it refuses, and how its failures come out."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core.cards import WeightsCard, read_card
from core.engines import onnx_engine
from core.engines.onnx_engine import GPU_PROVIDERS, OnnxEngine, find_provider, foreign_errors
from core.errors import DetectorError, EngineUnavailableError, OutOfMemoryError
from tests.core.folders import SIDE, Array, image_card, image_network, network, write_folder

# What its Python package declares; a new one must be looked at before it is let through.
KNOWN_ERRORS = {
    *("DeviceReset", "EPFail", "EngineError", "Fail", "InvalidArgument", "InvalidGraph"),
    *("InvalidProtobuf", "ModelLoadCanceled", "ModelLoaded", "ModelRequiresCompilation"),
    *("NoModel", "NoSuchFile", "NotFound", "NotImplemented", "RuntimeException"),
}


@pytest.fixture(scope="module")
def card(tmp_path_factory: pytest.TempPathFactory) -> WeightsCard:
    folder = write_folder(tmp_path_factory.mktemp("w"), image_card(), b"\x08")
    return read_card(folder / "card.toml")


@pytest.fixture(scope="module")
def engine(card: WeightsCard) -> OnnxEngine:
    return OnnxEngine(image_network(), card)


@pytest.fixture
def forgotten_provider() -> Iterator[None]:
    """Let a test look for a GPU anew, and the next one too."""
    find_provider.cache_clear()
    yield
    find_provider.cache_clear()


def batch_of(count: int) -> Array:
    values = np.random.default_rng(3).uniform(-1, 1, (count, SIDE, SIDE, 3))
    return values.astype(np.float32)


def test_run_gives_what_the_graph_says(engine: OnnxEngine) -> None:
    batch = batch_of(5)
    outputs = engine.run({"batch": batch})
    means = batch.mean(axis=(1, 2))
    logits = means @ np.array([2, 3, -4], np.float32) + 0.5
    np.testing.assert_allclose(outputs["features"][:, :3], means, atol=1e-6)
    np.testing.assert_allclose(outputs["score"][:, 0], 1 / (1 + np.exp(-logits)), atol=1e-6)
    assert (engine.input_names, set(engine.output_names)) == (("batch",), {"score", "features"})


def test_scores_repeat_to_the_bit_whatever_the_threads(card: WeightsCard) -> None:
    content, batch = image_network(), batch_of(9)
    one, two = (OnnxEngine(content, card, threads=count) for count in (1, 2))
    expected = one.run({"batch": batch})["score"]
    assert np.array_equal(expected, one.run({"batch": batch})["score"])
    assert np.array_equal(expected, two.run({"batch": batch})["score"])


def test_network_bytes_are_released_when_it_is_loaded(card: WeightsCard) -> None:
    content = image_network()
    before = sys.getrefcount(content)
    engine = OnnxEngine(content, card)
    assert sys.getrefcount(content) == before
    assert engine.output_names


@pytest.mark.parametrize(
    "feed",
    [
        {"other": np.zeros((1, SIDE, SIDE, 3), np.float32)},
        {"batch": np.zeros((1, SIDE, SIDE, 3), np.float64)},
        {"batch": np.zeros((1, SIDE + 1, SIDE, 3), np.float32)},
        {"batch": np.zeros((SIDE, SIDE, 3), np.float32)},
        {"batch": np.array("text")},
    ],
)
def test_run_fails_as_detector_error_when_the_arrays_do_not_fit(
    engine: OnnxEngine, feed: dict[str, Any]
) -> None:
    with pytest.raises(DetectorError, match="xception cannot be run"):
        engine.run(feed)


def test_out_of_memory_is_told_apart(card: WeightsCard) -> None:
    from onnx import helper

    nodes = [
        helper.make_node("Expand", ["batch", "shape"], ["huge"]),
        helper.make_node("ReduceMax", ["huge"], ["score"], axes=[1, 2], keepdims=0),
    ]
    # More than a process can address, so that no machine tries to give it.
    shape = np.array([1, 2**28, 2**28, 3], np.int64)
    content = network(nodes, {"batch": (1, 1, 3)}, {"score": (3,)}, {"shape": shape})
    greedy = OnnxEngine(content, card)
    with pytest.raises(OutOfMemoryError) as caught:
        greedy.run({"batch": np.ones((1, 1, 1, 3), np.float32)})
    assert caught.value.advice


def _of_foreign_domain() -> bytes:
    from onnx import helper

    node = helper.make_node("RunProgram", ["batch"], ["score"], domain="evil.example")
    return network([node], {"batch": (1,)}, {"score": (1,)})


@pytest.mark.parametrize(
    "content",
    [b"", b"\x08\x08", b"PK\x03\x04", image_network()[:-40], _of_foreign_domain()],
    ids=["empty", "header", "zip", "cut off", "foreign operator"],
)
def test_load_fails_as_detector_error_when_the_network_is_broken(
    card: WeightsCard, content: bytes
) -> None:
    with pytest.raises(DetectorError, match="xception cannot be loaded"):
        OnnxEngine(content, card)


@pytest.mark.parametrize("where", ["beside", "absolute", "above"])
def test_weights_in_other_files_are_refused(
    card: WeightsCard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    """No hash covers them, and a path could name any file of the machine."""
    import onnx

    (tmp_path / "inner").mkdir()
    monkeypatch.chdir(tmp_path / "inner")
    places = {"beside": "w.bin", "absolute": str(tmp_path / "inner/w.bin"), "above": "../w.bin"}
    for path in (tmp_path / "w.bin", tmp_path / "inner/w.bin"):
        path.write_bytes(np.ones(4, np.float32).tobytes())
    model = onnx.load_from_string(image_network())
    kernel = next(item for item in model.graph.initializer if item.name == "kernel")
    kernel.ClearField("raw_data")
    kernel.data_location = onnx.TensorProto.EXTERNAL
    kernel.external_data.add(key="location", value=places[where])
    with pytest.raises(DetectorError, match="cannot be loaded"):
        OnnxEngine(model.SerializeToString(), card)


def test_every_exception_of_the_library_is_translated() -> None:
    own = {kind.__name__ for kind in foreign_errors() if "onnxruntime" in kind.__module__}
    assert own == KNOWN_ERRORS


def test_gpu_is_refused_when_there_is_none(
    card: WeightsCard, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(onnx_engine, "find_provider", lambda: None)
    with pytest.raises(EngineUnavailableError, match="no GPU"):
        OnnxEngine(image_network(), card, device="gpu")


class _Session:
    """Stands for a session whose provider's libraries load, or do not."""

    def __init__(self, *providers: str) -> None:
        self._providers = providers

    def get_providers(self) -> list[str]:
        return list(self._providers)


@pytest.mark.usefixtures("forgotten_provider")
@pytest.mark.parametrize("provider", GPU_PROVIDERS, ids=lambda item: item.name)
def test_provider_is_found_when_its_libraries_load(
    monkeypatch: pytest.MonkeyPatch, provider: onnx_engine.GpuProvider
) -> None:
    import onnxruntime

    monkeypatch.setattr(onnxruntime, "get_available_providers", lambda: [provider.name])
    monkeypatch.setattr(onnx_engine, "_open_session", lambda *_: _Session(provider.name))
    assert find_provider() is provider


@pytest.mark.usefixtures("forgotten_provider")
def test_provider_is_passed_over_when_its_libraries_are_missing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """ONNX Runtime then opens the session on the CPU without a word."""
    import onnxruntime

    names = [provider.name for provider in GPU_PROVIDERS]
    monkeypatch.setattr(onnxruntime, "get_available_providers", lambda: names)
    monkeypatch.setattr(onnx_engine, "_open_session", lambda *_: _Session("CPUExecutionProvider"))
    assert find_provider() is None


def test_smallest_network_runs() -> None:
    session = onnx_engine._open_session(onnx_engine._SMALLEST_NETWORK, None, 1)
    assert session.run(None, {"x": np.ones(1, np.float32)})[0] == [1]
    assert not os.path.lexists(f"{os.devnull}/none"), "no weights can ever lie there"
