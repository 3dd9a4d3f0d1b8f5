# SPDX-License-Identifier: Apache-2.0
"""Steps that look at what is installed: the program, its resources, weights and engines."""

from __future__ import annotations

import hashlib
import json
import platform
import sys
from collections.abc import Iterator
from functools import partial

import resources
from core.detectors.catalog import find_detectors
from core.engines.catalog import EngineDevices, available_devices, select_engine
from core.evidence.custody import tool_commit, tool_version
from core.faces.catalog import FACE_DETECTORS, FaceDetectorSpec
from core.report.pdf.languages import languages, read_language
from core.self_test.records import Step, require
from core.settings import DeviceChoice, EngineChoice
from core.text import printable
from core.weights import WeightsFolder, read_network


def installed_steps(engine: EngineChoice, device: DeviceChoice) -> Iterator[Step]:
    """Give a step for each thing that is installed; detectors are looked for at once.

    Raises:
        DetectorError: The weights folders cannot be read at all.
    """
    yield Step("program", "program", _program)
    yield Step("resources", "resources", _resources)
    for folder in find_detectors().values():
        title = f"weights of {printable(folder.id)}"
        yield Step(f"weights:{folder.id}", title, partial(_weights, folder))
    for spec in FACE_DETECTORS:
        title = f"weights of {spec.id}"
        yield Step(f"weights:{spec.id}", title, partial(_face_weights, spec))
    for one in available_devices():
        yield Step(f"engine:{one.engine_id}", f"engine {one.engine_id}", partial(_engine, one))
    yield Step("selection", "engine and device", partial(_selection, engine, device))


def _program() -> str:
    how = "packaged" if getattr(sys, "frozen", False) else "from source"
    commit = tool_commit() or "unknown"
    return (
        f"FaceWitness {tool_version()}, commit {commit}, {how}, "
        f"Python {platform.python_version()}, {platform.platform()}"
    )


def _resources() -> str:
    """Read what reports and their checks are made with."""
    for name in ("result", "batch"):
        schema = resources.path(f"schema/{name}.schema.json")
        json.loads(schema.read_text(encoding="utf-8"))
    codes = languages()
    for code in codes:
        read_language(code)
    fonts = [path for path in resources.path("fonts").iterdir() if path.suffix == ".ttf"]
    require(len(fonts) > 0, "there is no font for reports")
    return f"2 schemas, {len(codes)} report languages ({', '.join(codes)}), {len(fonts)} fonts"


def _weights(folder: WeightsFolder) -> str:
    content = read_network(folder)  # raises where the hash is not the card's
    return f"sha256 {hashlib.sha256(content).hexdigest()}, as on its card"


def _face_weights(spec: FaceDetectorSpec) -> str:
    content = spec.weights.read()  # raises where the hash is not the pinned one
    return f"sha256 {hashlib.sha256(content).hexdigest()}, as pinned"


def _engine(found: EngineDevices) -> str:
    """List it; that one is not installed is no fault, since another one runs."""
    return str(found).partition(": ")[2]


def _selection(engine: EngineChoice, device: DeviceChoice) -> str:
    selection = select_engine(engine, device)
    note = f" ({selection.note})" if selection.note else ""
    return f"{selection.engine_id} on {selection.device}{note}"
