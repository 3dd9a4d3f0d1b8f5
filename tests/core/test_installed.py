# SPDX-License-Identifier: Apache-2.0
"""What is installed is told as it is: whole or altered weights, engines, and their speed."""

from __future__ import annotations

import shutil
from pathlib import Path
from types import SimpleNamespace

import pytest

import resources
from core import installed, weights
from core.cancel import CancelToken
from core.engines.base import Array
from core.installed import (
    EnginePlace,
    check_weights,
    engine_places,
    measure_speed,
    runtime_providers,
)
from core.records import InputSpec

ONNX = EnginePlace("onnx", "ONNX Runtime", "cpu")


def test_the_shipped_weights_are_whole() -> None:
    found = {one.owner: one for one in check_weights(CancelToken())}
    assert {"xception", "xception_gru", "image_cnn", "centerface", "blazeface"} <= set(found)
    assert all(one.is_whole and one.found == one.expected for one in found.values())


def test_altered_and_missing_weights_are_told_and_the_others_still_checked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("image_cnn", "xception"):
        shutil.copytree(resources.path(f"weights/{name}"), tmp_path / name)
    with (tmp_path / "image_cnn" / "network.onnx").open("ab") as file:
        file.write(b"x")
    (tmp_path / "xception" / "network.onnx").unlink()
    monkeypatch.setattr(weights, "weights_roots", lambda: (tmp_path,))
    found = {one.owner: one for one in check_weights(CancelToken())}
    altered, missing = found["image_cnn"], found["xception"]
    assert not altered.is_whole
    assert altered.found not in {"", altered.expected}
    assert altered.advice
    assert not missing.is_whole
    assert missing.found == ""
    assert found["centerface"].is_whole


def test_a_check_that_is_cancelled_ends() -> None:
    cancel = CancelToken()
    verdicts = check_weights(cancel)
    next(verdicts)
    cancel.cancel()
    assert list(verdicts) == []


def test_what_can_be_chosen_here_is_listed() -> None:
    places = engine_places()
    assert ONNX.engine_id in {one.engine_id for one in places if one.device == "cpu"}
    assert "CPUExecutionProvider" in runtime_providers()


class FakeDetector:
    """Counts the crops that it is given."""

    def __init__(self) -> None:
        self.input = InputSpec(8, 8, -1.0, 1.0)
        self.seen: list[int] = []

    def predict(self, batch: Array) -> None:
        assert batch.shape[1:] == (8, 8, 3)
        self.seen.append(len(batch))


@pytest.fixture
def detector(monkeypatch: pytest.MonkeyPatch) -> FakeDetector:
    made = FakeDetector()
    loaded = SimpleNamespace(image=(made,))
    monkeypatch.setattr(installed, "load_detectors", lambda *_arguments: loaded)
    return made


def test_speed_is_crops_over_time_and_warming_up_does_not_count(detector: FakeDetector) -> None:
    ticks = iter([100.0, 100.5, 101.0, 104.0])
    speed = measure_speed(ONNX, (), 4, CancelToken(), seconds=2.0, clock=lambda: next(ticks))
    assert speed is not None
    assert detector.seen == [4] * 4
    assert speed.crops_per_s == pytest.approx(3 * 4 / 4.0)
    assert speed.problem == ""


def test_a_measurement_that_is_cancelled_gives_nothing(detector: FakeDetector) -> None:
    cancel = CancelToken()
    cancel.cancel()
    assert measure_speed(ONNX, (), 4, cancel) is None
    assert detector.seen == []


def test_an_engine_that_fails_has_a_problem_and_no_speed() -> None:
    speed = measure_speed(ONNX, ("nobody",), 4, CancelToken())
    assert speed is not None
    assert speed.crops_per_s is None
    assert "nobody" in speed.problem


@pytest.mark.slow
def test_a_real_network_has_a_speed() -> None:
    speed = measure_speed(ONNX, ("image_cnn",), 2, CancelToken(), seconds=0.1)
    assert speed is not None
    assert speed.crops_per_s is not None
    assert speed.crops_per_s > 0
