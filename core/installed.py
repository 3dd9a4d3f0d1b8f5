# SPDX-License-Identifier: Apache-2.0
"""What is installed here: are the weights whole, which engines are there, and how fast they are.

Nothing in this module changes a score; it answers a person who wants to know before a day's work.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from core.cancel import CancelToken
from core.cards import NETWORK_NAME
from core.detectors.catalog import find_detectors, load_detectors
from core.engines.base import Device
from core.engines.catalog import available_devices
from core.errors import AnalysisError, WeightsMismatchError
from core.faces.catalog import FACE_DETECTORS
from core.settings import DeviceChoice, EngineChoice
from core.weights import read_network

log = logging.getLogger(__name__)

# Long enough for a steady figure, short enough to wait for.
MEASURE_S = 2.0
_SEED = 20261124


@dataclass(frozen=True, slots=True)
class WeightsVerdict:
    """What was found out about one weights file.

    Attributes:
        owner: Id of the detector.
        title: Its name for people.
        file: Name of the file.
        expected: SHA-256 that it must have.
        found: SHA-256 that it has; empty where it could not be read.
        problem, advice: Empty where it is the expected one.
    """

    owner: str
    title: str
    file: str
    expected: str
    found: str = ""
    problem: str = ""
    advice: str = ""

    @property
    def is_whole(self) -> bool:
        """Whether the file is the expected one."""
        return not self.problem


@dataclass(frozen=True, slots=True)
class EnginePlace:
    """An engine on a device, as it can be chosen here.

    Attributes:
        device: Where it runs; None where the engine cannot be used at all.
        note: What reaches a GPU, or why it cannot be used.
    """

    engine_id: str
    title: str
    device: Device | None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Speed:
    """What an engine on a device achieves with the detectors that are chosen.

    Attributes:
        crops_per_s: Face crops a second through all image detectors, or None where it failed.
        problem: Why it failed; empty where it did not.
    """

    engine_id: str
    device: Device
    crops_per_s: float | None
    problem: str = ""


def check_weights(cancel: CancelToken) -> Iterator[WeightsVerdict]:
    """Hash every weights file and compare it with what it must be; a bad one ends nothing.

    Raises:
        DetectorError: There are no detectors at all, or a card cannot be used.
    """
    for folder in find_detectors().values():
        if cancel.is_cancelled:
            return
        facts = (folder.id, folder.card.title, NETWORK_NAME, folder.card.network_sha256)
        try:
            read_network(folder)
        except AnalysisError as error:
            yield _bad(facts, error)
        else:
            yield WeightsVerdict(*facts, found=folder.card.network_sha256)
    for spec in FACE_DETECTORS:
        if cancel.is_cancelled:
            return
        name = spec.weights.path.rpartition("/")[2]
        facts = (spec.id, spec.title, name, spec.weights.sha256)
        try:
            spec.weights.read()
        except AnalysisError as error:
            yield _bad(facts, error)
        else:
            yield WeightsVerdict(*facts, found=spec.weights.sha256)


def _bad(facts: tuple[str, str, str, str], error: AnalysisError) -> WeightsVerdict:
    key = "actual" if isinstance(error, WeightsMismatchError) else "sha256_found"
    found = str(error.facts.get(key, ""))
    return WeightsVerdict(*facts, found=found, problem=error.message, advice=error.advice)


def engine_places() -> tuple[EnginePlace, ...]:
    """List what can be chosen here; a GPU is looked for, which may take a second."""
    places = []
    for engine in available_devices():
        if not engine.devices:
            places.append(EnginePlace(engine.engine_id, engine.title, None, engine.note))
        for device in engine.devices:
            note = engine.note if device == engine.devices[-1] else ""
            places.append(EnginePlace(engine.engine_id, engine.title, device, note))
    return tuple(places)


def runtime_providers() -> tuple[str, ...]:
    """Name what ONNX Runtime was built with; whether one really works, `engine_places` tells."""
    try:
        import onnxruntime
    except ImportError:
        return ()
    return tuple(onnxruntime.get_available_providers())


def measure_speed(
    place: EnginePlace,
    detectors: tuple[str, ...],
    batch_size: int,
    cancel: CancelToken,
    seconds: float = MEASURE_S,
    clock: Callable[[], float] = time.perf_counter,
) -> Speed | None:
    """Run the image detectors on made-up crops for a while.

    Loading and the first batch, which warms up, do not count.

    Args:
        place: With a device.
        detectors: Ids; empty for all.
        batch_size: Crops at once, as in an analysis.
        cancel: Looked at between batches.
        seconds: How long to measure.
        clock: Gives seconds.

    Returns:
        None when cancelled.
    """
    assert place.device is not None  # noqa: S101 - the caller chose from `engine_places`
    engine: EngineChoice = "keras" if place.engine_id == "keras" else "onnx"
    device: DeviceChoice = place.device
    try:
        loaded = load_detectors(detectors, engine, device)
        batches = [
            _made_up(detector.input.height, detector.input.width, batch_size)
            for detector in loaded.image
        ]
        done, started_at = -1, 0.0
        while not cancel.is_cancelled:
            for detector, batch in zip(loaded.image, batches, strict=True):
                detector.predict(batch)
            done += 1
            if done == 0:
                started_at = clock()
            elif (elapsed := clock() - started_at) >= seconds:
                return Speed(place.engine_id, place.device, done * batch_size / elapsed)
    except AnalysisError as error:
        log.info("no speed for %s on %s: %s", place.engine_id, place.device, error)
        return Speed(place.engine_id, place.device, None, error.message)
    return None


def _made_up(height: int, width: int, n: int) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    values = np.random.default_rng(_SEED).uniform(-1, 1, (n, height, width, 3))
    return values.astype(np.float32)
