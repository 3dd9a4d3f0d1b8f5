# SPDX-License-Identifier: Apache-2.0
"""Which detectors load, from which folders, and what is said when one does not."""

from __future__ import annotations

import logging
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core.cards import WeightsCard
from core.detectors import catalog
from core.detectors.catalog import KNOWN_DETECTORS, DetectorSet, load_detectors
from core.engines.base import Engine
from core.engines.catalog import EngineSelection, load_engine
from core.errors import (
    DetectorError,
    EngineUnavailableError,
    SettingsError,
    WeightsCardError,
    WeightsMismatchError,
    WeightsMissingError,
)
from core.networks import NETWORK_IDS
from core.records import Calibration
from tests.core.folders import (
    SIDE,
    WINDOW,
    image_card,
    image_network,
    sequence_card,
    sequence_network,
    write_card,
    write_folder,
)


@pytest.fixture
def full_root(weights_root: Path) -> Path:
    """The three known detectors and one that a user dropped in, written in no special order."""
    write_folder(weights_root, image_card("added"), image_network(gives_features=False))
    write_folder(weights_root, image_card("image_cnn"), image_network(gives_features=False))
    write_folder(weights_root, image_card("xception"), image_network())
    write_folder(weights_root, sequence_card("xception_gru"), sequence_network())
    return weights_root


def load(*ids: str, **options: Any) -> DetectorSet:
    return load_detectors(ids, "onnx", "cpu", **options)


def ids_of(loaded: DetectorSet) -> tuple[list[str], list[str], list[str]]:
    return (
        [detector.id for detector in loaded.image],
        [detector.id for detector in loaded.sequence],
        [run.detector_id for run in loaded.runs],
    )


def test_all_are_loaded_in_the_order_of_the_catalogue(full_root: Path) -> None:
    loaded = load()
    assert ids_of(loaded) == (
        ["xception", "image_cnn", "added"],
        ["xception_gru"],
        ["xception", "xception_gru", "image_cnn", "added"],
    )
    assert loaded.selection == EngineSelection("onnx", "cpu")


def test_loaded_detectors_score(full_root: Path) -> None:
    loaded = load()
    batch = np.zeros((3, SIDE, SIDE, 3), np.float32)
    for detector in loaded.image:
        scores = detector.predict(batch).scores
        np.testing.assert_allclose(scores, 1 / (1 + np.exp(-0.5)), rtol=1e-6)
    features = loaded.image[0].predict(batch).features
    assert features is not None
    window = np.zeros((1, WINDOW, features.shape[1]), np.float32)
    window[0, :3] = features
    scores = loaded.sequence[0].predict(window, np.arange(WINDOW)[None] < 3)
    np.testing.assert_allclose(scores, 1 / (1 + np.exp(-3.0)), rtol=1e-6)


def test_trunk_is_loaded_but_not_reported_when_only_its_reader_is_asked_for(
    full_root: Path,
) -> None:
    loaded = load("xception_gru")
    assert ids_of(loaded) == (["xception"], ["xception_gru"], ["xception_gru"])
    assert loaded.is_reported("xception_gru")
    assert not loaded.is_reported("xception")
    trunk_hash = loaded.image[0].run.weights_sha256
    assert any(trunk_hash in sentence for sentence in loaded.runs[0].limits)


def test_only_what_is_asked_for_is_loaded(full_root: Path) -> None:
    assert ids_of(load("added", "image_cnn")) == (
        ["image_cnn", "added"],
        [],
        ["image_cnn", "added"],
    )


def test_title_is_told_before_each_network_is_loaded(full_root: Path) -> None:
    titles: list[str] = []
    load("xception_gru", on_loading=titles.append)
    assert titles == ["Test xception", "Test xception_gru"]


def test_run_carries_what_the_card_says(full_root: Path) -> None:
    (run,) = load("image_cnn").runs
    assert (run.title, run.version, run.validation_auc) == ("Test image_cnn", "0.1", 0.75)
    assert (run.support_threshold, run.no_support_threshold) == (0.8, 0.3)
    assert run.calibration == Calibration(0.8, -0.2, -1.5, 1.5)
    assert run.limits == ("Made for a test.",)


def test_unknown_detector_is_refused_with_a_list(full_root: Path) -> None:
    with pytest.raises(SettingsError, match="xception, xception_gru, image_cnn, added"):
        load("meso4")


def test_missing_weights_are_named_when_the_detector_is_known(weights_root: Path) -> None:
    write_folder(weights_root, image_card("image_cnn"), image_network())
    with pytest.raises(WeightsMissingError, match="xception"):
        load("xception")


@pytest.mark.parametrize("ids", [(), ("xception",), ("unknown",)])
def test_loading_fails_when_there_are_no_weights_at_all(
    weights_root: Path, ids: tuple[str, ...]
) -> None:
    with pytest.raises(WeightsMissingError, match="no detector weights") as caught:
        load(*ids)
    assert caught.value.advice


def test_reader_is_left_out_when_its_trunk_is_missing(
    full_root: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (full_root / "xception" / "card.toml").unlink()
    with caplog.at_level(logging.WARNING):
        assert ids_of(load())[2] == ["image_cnn", "added"]
    assert "xception_gru is left out" in caplog.text
    with pytest.raises(WeightsMissingError, match="features of xception"):
        load("xception_gru")


def test_reader_is_refused_when_it_was_trained_on_another_trunk(full_root: Path) -> None:
    card = sequence_card("other_gru")
    card["input"]["trunk_sha256"] = "a" * 64
    write_folder(full_root, card, sequence_network())
    with pytest.raises(DetectorError, match="other weights of xception"):
        load("other_gru")


def test_reader_loads_when_it_was_trained_on_this_trunk(full_root: Path) -> None:
    card = sequence_card("other_gru")
    card["input"]["trunk_sha256"] = load("xception").runs[0].weights_sha256
    write_folder(full_root, card, sequence_network())
    assert ids_of(load("other_gru"))[1] == ["other_gru"]


def test_reader_is_refused_when_its_trunk_gives_no_features(full_root: Path) -> None:
    write_folder(full_root, sequence_card("other_gru", "image_cnn"), sequence_network())
    with pytest.raises(DetectorError, match="image_cnn gives no features"):
        load("other_gru")


def test_reader_is_refused_when_its_trunk_is_a_reader(full_root: Path) -> None:
    write_folder(full_root, sequence_card("other_gru", "xception_gru"), sequence_network())
    with pytest.raises(WeightsMissingError, match="features of xception_gru"):
        load("other_gru")


def test_nothing_is_opened_when_a_network_was_altered(
    full_root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import onnxruntime

    network = full_root / "xception" / "network.onnx"
    network.write_bytes(network.read_bytes() + b"\0")
    opened: list[object] = []
    monkeypatch.setattr(onnxruntime, "InferenceSession", lambda *a, **_: opened.append(a))
    with pytest.raises(WeightsMismatchError, match="not the file its card describes"):
        load()
    assert not opened


def test_loading_fails_by_name_when_a_card_is_broken(full_root: Path) -> None:
    write_card(full_root / "added", {"id": "added"})
    with pytest.raises(WeightsCardError, match=r"added/card\.toml: kind is missing"):
        load("xception")


def test_keras_is_refused_when_the_detector_was_dropped_in(full_root: Path) -> None:
    with pytest.raises(EngineUnavailableError, match="added") as caught:
        load_detectors(("added",), "keras", "cpu")
    assert "onnx" in caught.value.advice


def _fails_on_gpu(
    selection: EngineSelection, network: bytes, card: WeightsCard, threads: int | None = None
) -> Engine:
    if selection.device == "gpu":
        raise DetectorError("The driver is too old.")
    return load_engine(selection, network, card, threads)


@pytest.fixture
def _broken_gpu(monkeypatch: pytest.MonkeyPatch) -> None:
    chosen = EngineSelection("onnx", "gpu", "The GPU runs it by CUDA.")
    monkeypatch.setattr(catalog, "select_engine", lambda *_: chosen)
    monkeypatch.setattr(catalog, "load_engine", _fails_on_gpu)


@pytest.mark.usefixtures("_broken_gpu")
def test_cpu_is_used_and_said_when_the_gpu_fails_under_auto(full_root: Path) -> None:
    loaded = load_detectors((), "auto", "auto")
    expected = EngineSelection("onnx", "gpu", "The GPU could not be used: The driver is too old. ")
    assert loaded.selection == replace(
        expected, device="cpu", note=expected.note + "The CPU is used."
    )
    assert len(loaded.runs) == 4


@pytest.mark.usefixtures("_broken_gpu")
def test_loading_fails_when_the_gpu_was_asked_for_and_fails(full_root: Path) -> None:
    with pytest.raises(DetectorError, match="driver is too old"):
        load_detectors((), "auto", "gpu")


def test_known_detectors_are_the_networks_there_are() -> None:
    assert set(KNOWN_DETECTORS) == set(NETWORK_IDS)
