# SPDX-License-Identifier: Apache-2.0
"""What is installed: detectors with their cards' key figures, face detectors, devices."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from core.detectors.catalog import find_detectors
from core.engines.catalog import available_devices, select_engine
from core.faces.catalog import FACE_DETECTORS, load_face_detector
from core.settings import DeviceChoice, EngineChoice
from core.text import printable
from core.weights import WeightsFolder, read_network


def model_lines(engine: EngineChoice, device: DeviceChoice) -> Iterator[str]:
    """List what is installed and check the weights.

    Args:
        engine: What to select.
        device: Where to run.

    Yields:
        Lines for stdout.

    Raises:
        DetectorError: Weights are missing or altered, or the engine is not there.
        FaceStageError: A face detector's weights are missing or altered.
    """
    yield "Manipulation detectors"
    for folder in find_detectors().values():
        yield from _detector_lines(folder)
    yield "Face detectors"
    for spec in FACE_DETECTORS:
        yield f"  {spec.id}: {spec.title}, {load_face_detector(spec.id).version}"
    yield "Engines"
    for line in available_devices():
        yield f"  {line}"
    selection = select_engine(engine, device)
    note = f" ({selection.note})" if selection.note else ""
    yield f"  selected: {selection.engine_id} on {selection.device}{note}"


def _detector_lines(folder: WeightsFolder) -> Iterator[str]:
    card = folder.card
    read_network(folder)  # raises where the hash is not the card's
    validation = card.raw.get("validation", {})
    yield f"  {printable(folder.id)} {printable(card.version)}: {printable(card.title)}"
    yield f"    validation AUC {_figure(validation)}"
    yield f"    weights sha256 {card.network_sha256}: unchanged"
    yield f"    licence {printable(card.license)}, {folder.path.name}/"


def _figure(validation: Mapping[str, Any]) -> str:
    auc, interval = validation.get("auc"), validation.get("auc_ci95")
    if auc is None:
        return "not stated"
    if interval is None:
        return f"{auc:.3f} (no interval stated)"
    return f"{auc:.3f} (95 % CI {interval[0]:.3f}-{interval[1]:.3f})"
