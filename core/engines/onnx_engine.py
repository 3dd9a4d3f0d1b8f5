# SPDX-License-Identifier: Apache-2.0
"""Runs a network through ONNX Runtime: what users get by default.

The options trade speed for scores that repeat: deterministic kernels, no TF32 on CUDA (it keeps
10 bits of a float32), no half precision on Core ML.
"""

from __future__ import annotations

import contextlib
import functools
import io
import logging
import os
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from core.cards import WeightsCard
from core.engines.base import Array, Device, usable_cores
from core.errors import DetectorError, EngineUnavailableError, OutOfMemoryError

if TYPE_CHECKING:
    import onnxruntime

log = logging.getLogger(__name__)

_CPU = "CPUExecutionProvider"
_OUT_OF_MEMORY_SIGNS = ("bad_alloc", "allocate memory", "out of memory", "e_outofmemory")
# One Identity node, float32 (1,): enough to find out whether a provider's libraries load.
_SMALLEST_NETWORK = (
    b'\x08\x08:7\n\x10\n\x01x\x12\x01y"\x08Identity\x12\x01gZ\x0f\n\x01x\x12\n\n\x08\x08\x01'
    b"\x12\x04\n\x02\x08\x01b\x0f\n\x01y\x12\n\n\x08\x08\x01\x12\x04\n\x02\x08\x01B\x04\n\x00\x10\x11"
)


@dataclass(frozen=True, slots=True)
class GpuProvider:
    """A way for ONNX Runtime to reach a GPU."""

    name: str
    title: str
    options: Mapping[str, str]


GPU_PROVIDERS = (
    GpuProvider(
        "CUDAExecutionProvider",
        "CUDA",
        # The default search times the algorithms, so two runs may take different ones.
        {"use_tf32": "0", "cudnn_conv_algo_search": "HEURISTIC"},
    ),
    GpuProvider("MIGraphXExecutionProvider", "ROCm", {}),
    GpuProvider("ROCMExecutionProvider", "ROCm", {}),
    GpuProvider("DmlExecutionProvider", "DirectML", {}),
    GpuProvider(
        "CoreMLExecutionProvider",
        "Core ML",
        {
            "ModelFormat": "MLProgram",
            "MLComputeUnits": "CPUAndGPU",  # the Neural Engine computes in half precision only
            "AllowLowPrecisionAccumulationOnGPU": "0",
        },
    ),
)


class OnnxEngine:
    """A network in ONNX Runtime.

    Args:
        network: Bytes of an ONNX file, already checked against its card; not kept.
        card: Of the detector, for messages.
        device: Where to run it.
        threads: Of the CPU; None for all usable cores.

    Attributes:
        id, device, input_names, output_names: As in `Engine`.

    Raises:
        EngineUnavailableError: There is no such device, or ONNX Runtime is not installed.
        OutOfMemoryError: It does not fit.
        DetectorError: ONNX Runtime cannot load the network.
    """

    id = "onnx"

    def __init__(
        self, network: bytes, card: WeightsCard, device: Device = "cpu", threads: int | None = None
    ) -> None:
        self.device: Device = device
        self._label = card.id
        provider = _require_gpu() if device == "gpu" else None
        try:
            self._session = _open_session(network, provider, threads or usable_cores())
        except foreign_errors() as error:
            raise _translated(error, f"{self._label} cannot be loaded") from error
        if provider and provider.name not in self._session.get_providers():
            raise EngineUnavailableError(f"{provider.title} does not take {self._label}.")
        self.input_names = tuple(item.name for item in self._session.get_inputs())
        self.output_names = tuple(item.name for item in self._session.get_outputs())

    def run(self, inputs: Mapping[str, Array]) -> dict[str, Array]:
        """Compute all outputs; see `Engine.run`."""
        try:
            values = self._session.run(list(self.output_names), dict(inputs))
        except foreign_errors() as error:
            raise _translated(error, f"{self._label} cannot be run") from error
        return dict(zip(self.output_names, values, strict=True))


def require() -> None:
    """Make sure that ONNX Runtime can be imported.

    Raises:
        EngineUnavailableError: It cannot.
    """
    try:
        import onnxruntime  # noqa: F401
    except ImportError as error:
        raise EngineUnavailableError(
            f"ONNX Runtime cannot be used: {error}.",
            advice="Install the package onnxruntime; on Windows it also needs Microsoft's "
            "Visual C++ runtime.",
        ) from error


@functools.cache
def find_provider() -> GpuProvider | None:
    """Find the first way to a GPU that really loads; looked for once in a process."""
    import onnxruntime

    offered = onnxruntime.get_available_providers()
    for provider in GPU_PROVIDERS:
        if provider.name not in offered:
            continue
        try:
            session = _open_session(_SMALLEST_NETWORK, provider, 1)
        except foreign_errors() as error:
            log.info("%s is offered but fails: %s", provider.title, error)
            continue
        # ONNX Runtime drops a provider whose libraries are missing without raising.
        if provider.name in session.get_providers():
            return provider
        log.info("%s is offered but its libraries do not load", provider.title)
    return None


def find_gpu() -> str | None:
    """What ONNX Runtime reaches a GPU through, or None."""
    provider = find_provider()
    return provider.title if provider else None


def foreign_errors() -> tuple[type[Exception], ...]:
    """What ONNX Runtime raises: classes of its own without a common base, and Python's."""
    from onnxruntime.capi import onnxruntime_pybind11_state as state

    own = (item for item in vars(state).values() if isinstance(item, type))
    return (
        *(kind for kind in own if issubclass(kind, Exception)),
        RuntimeError,
        ValueError,
        TypeError,
        MemoryError,
    )


def _require_gpu() -> GpuProvider:
    provider = find_provider()
    if provider is None:
        raise EngineUnavailableError("ONNX Runtime reaches no GPU on this machine.")
    return provider


def _open_session(
    network: bytes, provider: GpuProvider | None, threads: int
) -> onnxruntime.InferenceSession:
    import onnxruntime

    providers: list[Any] = [_CPU]
    if provider is not None:
        _preload_libraries(provider)
        providers.insert(0, (provider.name, dict(provider.options)))
    # Falling back is the caller's decision; ONNX Runtime would print and carry on.
    session = onnxruntime.InferenceSession(
        network, _session_options(provider, threads), providers=providers, enable_fallback=0
    )
    # WORKAROUND(onnxruntime_inference_collection.py, its own TODO; drop when it is gone): the
    # wrapper keeps the file's bytes for a fallback that is switched off: 80 MB for nothing.
    session._model_bytes = None  # noqa: SLF001
    return session


def _session_options(provider: GpuProvider | None, threads: int) -> onnxruntime.SessionOptions:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.execution_mode = onnxruntime.ExecutionMode.ORT_SEQUENTIAL
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_ALL
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.use_deterministic_compute = True
    # Decoding and face detection want the cores that idle threads would spin on: measured as 20 %
    # less processor time at the same speed.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    options.log_severity_level = 4  # what goes wrong comes as an exception
    options.enable_mem_pattern = provider is None or provider.title != "DirectML"
    # A network may refer to weights in other files, which no hash covers: nothing lies here.
    options.add_session_config_entry(
        "session.model_external_initializers_file_folder_path", f"{os.devnull}/none"
    )
    return options


def _preload_libraries(provider: GpuProvider) -> None:
    """Find CUDA in the wheels it came with; needed before the first session."""
    import onnxruntime

    if provider.title == "CUDA":
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            onnxruntime.preload_dlls()
        log.debug("preloading CUDA: %s", printed.getvalue())


def _translated(error: Exception, what: str) -> DetectorError:
    text = " ".join(str(error).split())
    is_memory = any(sign in text.lower() for sign in _OUT_OF_MEMORY_SIGNS)
    if is_memory or isinstance(error, MemoryError):
        return OutOfMemoryError(
            f"{what}: not enough memory.", advice="Close other programs, or take smaller batches."
        )
    return DetectorError(f"{what} by ONNX Runtime: {text}")
