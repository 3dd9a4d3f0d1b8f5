# SPDX-License-Identifier: Apache-2.0
"""The engines there are, and which of them runs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from core.cards import WeightsCard
from core.engines import keras_engine, onnx_engine
from core.engines.base import Device, Engine
from core.errors import EngineUnavailableError
from core.settings import DeviceChoice, EngineChoice


@dataclass(frozen=True, slots=True)
class EngineSpec:
    """One engine; `auto` takes the first of `ENGINES` that is installed.

    Attributes:
        require: Raises EngineUnavailableError if the engine is not installed; quick.
        find_gpu: Name of what reaches a GPU, or None.
        is_gpu_found_quickly: Whether `find_gpu` is quick enough to be asked for a mere listing.
        gpu_advice: What to do where it finds none.
        load: Network, card, device and threads (None for all) to a loaded engine.
    """

    id: str
    title: str
    require: Callable[[], None]
    find_gpu: Callable[[], str | None]
    is_gpu_found_quickly: bool
    gpu_advice: str
    load: Callable[[bytes, WeightsCard, Device, int | None], Engine]


ENGINES = (
    EngineSpec(
        id="onnx",
        title="ONNX Runtime",
        require=onnx_engine.require,
        find_gpu=onnx_engine.find_gpu,
        is_gpu_found_quickly=True,
        gpu_advice="Choose the device cpu, or install onnxruntime-gpu (NVIDIA) or "
        "onnxruntime-directml (Windows) in place of onnxruntime.",
        load=onnx_engine.OnnxEngine,
    ),
    EngineSpec(
        id="keras",
        title="Keras",
        require=keras_engine.require,
        find_gpu=keras_engine.find_gpu,
        is_gpu_found_quickly=False,
        gpu_advice="Choose the device cpu, or on Linux install tensorflow[and-cuda].",
        load=keras_engine.KerasEngine,
    ),
)


@dataclass(frozen=True, slots=True)
class EngineSelection:
    """What runs.

    Attributes:
        engine_id: An id of `ENGINES`.
        device: "cpu" or "gpu".
        note: Plain sentences: why `auto` fell back, or what reaches the GPU; may be empty.
    """

    engine_id: str
    device: Device
    note: str = ""


@dataclass(frozen=True, slots=True)
class EngineDevices:
    """An engine as a listing shows it.

    Attributes:
        devices: Empty where the engine is not installed.
        note: Plain sentence, may be empty.
    """

    engine_id: str
    title: str
    devices: tuple[Device, ...]
    note: str = ""

    def __str__(self) -> str:
        """One line for people."""
        devices = ", ".join(self.devices) or "not installed"
        return _joined(f"{self.engine_id}: {self.title}, {devices}.", self.note)


def select_engine(engine: EngineChoice, device: DeviceChoice) -> EngineSelection:
    """Choose what runs, and say why where `auto` does not give the best.

    Raises:
        EngineUnavailableError: The engine is not installed, or `gpu` was asked for and there
            is none.
    """
    spec, engine_note = _choose_engine(engine)
    if device == "cpu":
        return EngineSelection(spec.id, "cpu", engine_note)
    gpu = spec.find_gpu()
    if gpu is not None:
        return EngineSelection(spec.id, "gpu", _joined(engine_note, f"The GPU runs it by {gpu}."))
    message = f"{spec.title} reaches no GPU on this machine."
    if device == "gpu":
        raise EngineUnavailableError(message, advice=spec.gpu_advice)
    return EngineSelection(spec.id, "cpu", _joined(engine_note, f"{message} The CPU is used."))


def load_engine(
    selection: EngineSelection, network: bytes, card: WeightsCard, threads: int | None = None
) -> Engine:
    """Load a network; the longest silent step there is, up to several seconds.

    Args:
        selection: As `select_engine` gives it.
        network: Bytes of an ONNX file, already checked against its card.
        card: Of the detector.
        threads: Of the CPU; None for all usable cores.

    Raises:
        DetectorError: It cannot be loaded; see the engine's class.
    """
    return _spec(selection.engine_id).load(network, card, selection.device, threads)


def available_devices() -> tuple[EngineDevices, ...]:
    """List the engines and their devices, without importing what takes seconds."""
    return tuple(_devices_of(spec) for spec in ENGINES)


def _devices_of(spec: EngineSpec) -> EngineDevices:
    try:
        spec.require()
    except EngineUnavailableError as error:
        return EngineDevices(spec.id, spec.title, (), _joined(error.message, error.advice))
    if not spec.is_gpu_found_quickly:
        note = "A GPU is looked for when it runs."
        return EngineDevices(spec.id, spec.title, ("cpu",), note)
    gpu = spec.find_gpu()
    if gpu is None:
        return EngineDevices(spec.id, spec.title, ("cpu",))
    return EngineDevices(spec.id, spec.title, ("cpu", "gpu"), f"The GPU runs it by {gpu}.")


def _choose_engine(engine: EngineChoice) -> tuple[EngineSpec, str]:
    if engine != "auto":
        spec = _spec(engine)
        spec.require()
        return spec, ""
    refusals: list[EngineUnavailableError] = []
    for spec in ENGINES:
        try:
            spec.require()
        except EngineUnavailableError as error:
            refusals.append(error)
        else:
            return spec, " ".join(error.message for error in refusals)
    raise refusals[0]


def _spec(engine_id: str) -> EngineSpec:
    found = {spec.id: spec for spec in ENGINES}.get(engine_id)
    if found is None:
        raise ValueError(f"expected one of {[spec.id for spec in ENGINES]}, got {engine_id!r}")
    return found


def _joined(*sentences: str) -> str:
    return " ".join(filter(None, sentences))
