# SPDX-License-Identifier: Apache-2.0
"""Which engine and device run, and that the user is told why."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from dataclasses import replace

import pytest

from core.engines import catalog, keras_engine
from core.engines.base import usable_cores
from core.engines.catalog import ENGINES, EngineSpec, available_devices, select_engine
from core.errors import EngineUnavailableError
from core.settings import DeviceChoice


def refuse() -> None:
    raise EngineUnavailableError("It is not installed.", advice="Install it.")


@pytest.fixture
def engines(monkeypatch: pytest.MonkeyPatch) -> dict[str, EngineSpec]:
    """The catalogue's engines, installed and without a GPU, to be changed by `use`."""
    specs = {
        spec.id: replace(spec, require=lambda: None, find_gpu=lambda: None) for spec in ENGINES
    }
    monkeypatch.setattr(catalog, "ENGINES", tuple(specs.values()))
    return specs


def use(monkeypatch: pytest.MonkeyPatch, *specs: EngineSpec) -> None:
    monkeypatch.setattr(catalog, "ENGINES", specs)


def test_auto_takes_onnx_on_the_cpu_and_says_why(engines: dict[str, EngineSpec]) -> None:
    selection = select_engine("auto", "auto")
    assert (selection.engine_id, selection.device) == ("onnx", "cpu")
    assert selection.note == "ONNX Runtime reaches no GPU on this machine. The CPU is used."


def test_nothing_needs_a_note_when_the_cpu_was_asked_for(engines: dict[str, EngineSpec]) -> None:
    assert select_engine("auto", "cpu").note == ""
    assert select_engine("keras", "cpu").engine_id == "keras"


def test_gpu_is_taken_and_named_when_there_is_one(
    engines: dict[str, EngineSpec], monkeypatch: pytest.MonkeyPatch
) -> None:
    use(monkeypatch, replace(engines["onnx"], find_gpu=lambda: "CUDA"))
    choices: tuple[DeviceChoice, ...] = ("auto", "gpu")
    for device in choices:
        selection = select_engine("onnx", device)
        assert selection.device == "gpu"
        assert "CUDA" in selection.note


@pytest.mark.parametrize("engine", ["onnx", "keras"])
def test_gpu_is_refused_with_advice_when_there_is_none(
    engines: dict[str, EngineSpec], engine: str
) -> None:
    with pytest.raises(EngineUnavailableError, match="no GPU") as caught:
        select_engine(engine, "gpu")  # type: ignore[arg-type]
    assert "device cpu" in caught.value.advice


def test_auto_falls_back_to_keras_and_says_why_when_onnx_is_broken(
    engines: dict[str, EngineSpec], monkeypatch: pytest.MonkeyPatch
) -> None:
    use(monkeypatch, replace(engines["onnx"], require=refuse), engines["keras"])
    selection = select_engine("auto", "cpu")
    assert (selection.engine_id, selection.note) == ("keras", "It is not installed.")


def test_engine_is_refused_when_it_was_asked_for_and_is_missing(
    engines: dict[str, EngineSpec], monkeypatch: pytest.MonkeyPatch
) -> None:
    use(monkeypatch, replace(engines["onnx"], require=refuse), engines["keras"])
    with pytest.raises(EngineUnavailableError, match="not installed"):
        select_engine("onnx", "auto")


def test_auto_is_refused_when_no_engine_is_installed(
    engines: dict[str, EngineSpec], monkeypatch: pytest.MonkeyPatch
) -> None:
    use(monkeypatch, *(replace(spec, require=refuse) for spec in engines.values()))
    with pytest.raises(EngineUnavailableError, match="not installed"):
        select_engine("auto", "auto")
    assert all(item.devices == () and "Install it." in item.note for item in available_devices())


@pytest.mark.parametrize("missing", ["keras", "tensorflow"])
def test_keras_names_the_extra_when_it_is_not_installed(
    monkeypatch: pytest.MonkeyPatch, missing: str
) -> None:
    real = importlib.util.find_spec
    monkeypatch.setattr(
        importlib.util, "find_spec", lambda name: None if name == missing else real(name)
    )
    with pytest.raises(EngineUnavailableError, match=missing) as caught:
        keras_engine.require()
    assert "`training`" in caught.value.advice


def test_unknown_engine_is_a_bad_argument() -> None:
    with pytest.raises(ValueError, match="tensorrt"):
        select_engine("tensorrt", "cpu")  # type: ignore[arg-type]


def test_every_engine_is_listed_on_one_line() -> None:
    lines = [str(item) for item in available_devices()]
    assert [line.partition(":")[0] for line in lines] == [spec.id for spec in ENGINES]
    assert "cpu" in lines[0]


def test_all_cores_are_used() -> None:
    assert usable_cores() >= 1


def test_listing_and_loading_import_neither_tensorflow_nor_qt() -> None:
    """In a process of its own: they cost seconds, and users' installations lack TensorFlow."""
    script = (
        "import sys, core.detectors.catalog, core.detectors.windows\n"
        "from core.engines.catalog import available_devices, select_engine\n"
        "available_devices(), select_engine('auto', 'auto')\n"
        "print([n for n in ('tensorflow', 'keras', 'onnx', 'PySide6') if n in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.strip() == "[]"
