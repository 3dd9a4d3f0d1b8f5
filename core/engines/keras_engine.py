# SPDX-License-Identifier: Apache-2.0
"""Runs our own networks through Keras: the reference that ONNX Runtime is held to.

Keras's `Model.predict` sets up a data pipeline for each call; `predict_on_batch` calls the same
compiled function directly. Batches are padded to powers of two, so that few shapes are compiled.
"""

from __future__ import annotations

import importlib.util
import logging
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import numpy as np

from core.cards import WeightsCard
from core.engines.base import Array, Device
from core.errors import DetectorError, EngineUnavailableError, OutOfMemoryError
from core.networks import NETWORK_IDS, build_network
from core.records import InputSpec

if TYPE_CHECKING:
    import keras

log = logging.getLogger(__name__)

_ADVICE = "Install the extra `training`, or choose the engine onnx."


class KerasEngine:
    """A network of `core.networks` in Keras, on TensorFlow unless Keras is set up otherwise.

    Args:
        network: Bytes of an ONNX file, already checked against its card; only its weights are
            read, and not kept.
        card: Of the detector; its id says which network to build.
        device: Where to run it.
        threads: Of the CPU; None for all. Counts for the first network of a process only.

    Attributes:
        id, device, input_names, output_names: As in `Engine`.

    Raises:
        EngineUnavailableError: Keras is not installed, or the network is not one of ours.
        WeightsMismatchError: The weights do not fit the network.
        OutOfMemoryError: It does not fit.
    """

    id = "keras"

    def __init__(
        self, network: bytes, card: WeightsCard, device: Device = "cpu", threads: int | None = None
    ) -> None:
        _require_own(card)
        keras = _import_keras()
        self.device: Device = device
        self._label = card.id
        self._scope = f"{device}:0"
        if threads is not None:
            _limit_threads(keras.backend.backend(), threads)
        try:
            with keras.device(self._scope):
                self._network = _build(network, card)
        except _foreign_errors() as error:
            raise _translated(error, f"{self._label} cannot be loaded") from error
        if device == "cpu" and keras.backend.backend() == "tensorflow":
            # XLA makes Xception four to six times slower on a CPU.
            self._network.jit_compile = False
        self.input_names = tuple(item.name for item in self._network.inputs)
        self.output_names = tuple(self._network.output_names)

    def run(self, inputs: Mapping[str, Array]) -> dict[str, Array]:
        """Compute all outputs; see `Engine.run`."""
        import keras

        count = len(inputs[self.input_names[0]])
        padded = {name: _padded(inputs[name]) for name in self.input_names}
        # Keras warns about a dictionary for a network of one input.
        fed = padded if len(padded) > 1 else padded[self.input_names[0]]
        try:
            with keras.device(self._scope):
                outputs = self._network.predict_on_batch(fed)
        except _foreign_errors() as error:
            raise _translated(error, f"{self._label} cannot be run") from error
        return {name: outputs[name][:count] for name in self.output_names}


def require() -> None:
    """Make sure that Keras and TensorFlow are installed, without importing them.

    Raises:
        EngineUnavailableError: They are not.
    """
    for name in ("keras", "tensorflow"):
        if importlib.util.find_spec(name) is None:
            raise EngineUnavailableError(
                f"The engine keras needs {name}, which is not installed.", advice=_ADVICE
            )


def find_gpu() -> str | None:
    """What Keras reaches a GPU through, or None; imports TensorFlow, which takes seconds."""
    keras = _import_keras()
    return str(keras.backend.backend()) if keras.distribution.list_devices("gpu") else None


def _import_keras() -> Any:
    require()
    try:
        import keras
    except ImportError as error:
        raise EngineUnavailableError(f"Keras cannot be used: {error}.", advice=_ADVICE) from error
    return keras


def _require_own(card: WeightsCard) -> None:
    if card.id not in NETWORK_IDS:
        raise EngineUnavailableError(
            f"{card.id} is not one of the networks that Keras can build.",
            advice="Choose the engine onnx, which runs any detector that was added.",
        )


def _build(network: bytes, card: WeightsCard) -> keras.Model:
    from core.networks.onnx_weights import load_into

    size = (card.input.height, card.input.width) if isinstance(card.input, InputSpec) else ()
    built = build_network(card.id, *size)
    load_into(built, network)
    return built


def _padded(array: Array) -> Array:
    """Append rows of zeros up to the next power of two; no network here mixes rows."""
    missing = (1 << (len(array) - 1).bit_length()) - len(array)
    return np.pad(array, [(0, missing)] + [(0, 0)] * (array.ndim - 1)) if missing else array


def _limit_threads(backend: str, threads: int) -> None:
    if backend != "tensorflow":
        return
    import tensorflow as tf

    try:
        tf.config.threading.set_intra_op_parallelism_threads(threads)
    except RuntimeError:
        log.debug("TensorFlow is running already and keeps its number of threads")


def _foreign_errors() -> tuple[type[Exception], ...]:
    errors: tuple[type[Exception], ...] = (RuntimeError, ValueError, TypeError, MemoryError)
    import keras

    if keras.backend.backend() == "tensorflow":
        import tensorflow as tf

        errors += (tf.errors.OpError,)
    return errors


def _translated(error: Exception, what: str) -> DetectorError:
    kind = type(error).__name__
    if isinstance(error, MemoryError) or kind == "ResourceExhaustedError":
        return OutOfMemoryError(
            f"{what}: not enough memory.", advice="Close other programs, or take smaller batches."
        )
    return DetectorError(f"{what} by Keras: {kind}: {error}")
