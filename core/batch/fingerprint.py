# SPDX-License-Identifier: Apache-2.0
"""What decides over scores beside the file itself, as one hash: two runs with the same one agree.

It covers every setting, the tool's version and commit, the engine and the device, each detector
with its weights, operating points and calibration, the face detector's weights, and the libraries
that touch pixels. A finished item with another fingerprint is analysed again.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass

from core.detectors.catalog import describe_detectors
from core.engines.catalog import EngineSelection
from core.evidence.custody import library_versions, tool_commit, tool_version
from core.faces.catalog import describe_face_detector
from core.pipeline import AnalysisTools
from core.records import DetectorRun
from core.settings import AnalysisSettings

# Where a run took place says nothing about its scores.
_NOT_COUNTED = ("system", "processor", "python")


@dataclass(frozen=True, slots=True)
class ToolFacts:
    """What a process would analyse with; compared between the workers of a cluster.

    Attributes:
        versions: Library to version.
        face_detector: Package, version and weights hash.
    """

    version: str
    commit: str | None
    selection: EngineSelection
    face_detector: str
    detectors: tuple[DetectorRun, ...]
    versions: Mapping[str, str]

    @classmethod
    def of(cls, tools: AnalysisTools) -> ToolFacts:
        """Collect the facts of loaded tools."""
        versions = library_versions(tools.detectors.selection.engine_id)
        return cls(
            version=tool_version(),
            commit=tool_commit(),
            selection=tools.detectors.selection,
            face_detector=tools.face_detector.version,
            detectors=tools.detectors.runs,
            versions={key: versions[key] for key in versions if key not in _NOT_COUNTED},
        )


def fingerprint(settings: AnalysisSettings, facts: ToolFacts) -> str:
    """Hash what decides over scores.

    Returns:
        SHA-256, hex.
    """
    # The selection's note is a sentence about the machine.
    facts = dataclasses.replace(facts, selection=dataclasses.replace(facts.selection, note=""))
    canonical = json.dumps(
        {"settings": dataclasses.asdict(settings), "facts": dataclasses.asdict(facts)},
        sort_keys=True,
        separators=(",", ":"),
    )
    return hashlib.sha256(canonical.encode("ascii")).hexdigest()


def differences(ours: ToolFacts, theirs: ToolFacts) -> tuple[str, ...]:
    """Say in plain phrases what another process has otherwise; empty where nothing is.

    Args:
        ours: What is expected.
        theirs: What was found.
    """
    found = []
    for name in ("version", "commit", "face_detector"):
        a, b = getattr(ours, name), getattr(theirs, name)
        if a != b:
            found.append(f"{name.replace('_', ' ')} {b} instead of {a}")
    for what, a, b in (
        ("engine", ours.selection.engine_id, theirs.selection.engine_id),
        ("device", ours.selection.device, theirs.selection.device),
    ):
        if a != b:
            found.append(f"{what} {b} instead of {a}")
    mine = {run.detector_id: run for run in ours.detectors}
    other = {run.detector_id: run for run in theirs.detectors}
    for key in sorted(mine.keys() | other.keys()):
        found += _detector_differences(key, mine.get(key), other.get(key))
    for key in sorted(ours.versions.keys() | theirs.versions.keys()):
        a, b = ours.versions.get(key), theirs.versions.get(key)
        if a != b:
            found.append(f"{key} {b or 'missing'} instead of {a or 'none'}")
    return tuple(found)


def _detector_differences(
    key: str, ours: DetectorRun | None, theirs: DetectorRun | None
) -> list[str]:
    if ours is None or theirs is None:
        return [f"detector {key} is {'missing' if theirs is None else 'there too'}"]
    if ours.weights_sha256 != theirs.weights_sha256:
        return [f"weights of {key} {theirs.weights_sha256} instead of {ours.weights_sha256}"]
    return [f"another card of {key}"] if ours != theirs else []


@dataclass(frozen=True, slots=True)
class CodeFacts:
    """What this machine would analyse with, told without loading a network."""

    version: str
    commit: str | None
    face_detector: str
    detectors: tuple[DetectorRun, ...]


def code_facts(settings: AnalysisSettings) -> CodeFacts:
    """Read version, commit and cards.

    Raises:
        AnalysisError: Weights or cards are missing, or an id is not known.
    """
    return CodeFacts(
        version=tool_version(),
        commit=tool_commit(),
        face_detector=describe_face_detector(settings.faces.detector_id),
        detectors=describe_detectors(settings.detectors, settings.operating_points),
    )
