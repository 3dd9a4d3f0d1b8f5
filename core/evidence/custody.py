# SPDX-License-Identifier: Apache-2.0
"""What makes a result repeatable: versions, settings, times and the command, without any path."""

from __future__ import annotations

import dataclasses
import json
import os
import platform
import re
import shlex
import tomllib
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import resources
from core.engines.catalog import EngineSelection
from core.records import DetectorRun, RunFacts
from core.settings import AnalysisRequest, AnalysisSettings
from core.settings_text import changed_settings

TOOL = "FaceWitness"
DISTRIBUTION = "facewitness"
# Written by the packaging only; a checkout has none.
BUILD_FACTS = "build.json"
_CHECKOUT = Path(__file__).resolve().parents[2]

# Distributions whose code touches pixels or scores. Only one ONNX Runtime can be installed.
# Settings that have an option of their own.
_WITH_OPTION = frozenset({"sampling", "engine", "device", "detectors", "faces.detector_id"})
_LIBRARIES = (
    "av",
    "opencv-python-headless",
    "pillow",
    "pillow-heif",
    "numpy",
    "onnxruntime",
    "onnxruntime-gpu",
    "onnxruntime-directml",
)
# Named only where the engine runs on them: installed, or loaded by something else, is not used.
_OF_ENGINE = {"keras": ("keras", "tensorflow")}


def run_facts(
    request: AnalysisRequest,
    *,
    selection: EngineSelection,
    face_detector: str,
    detectors: tuple[DetectorRun, ...],
    started_at: datetime,
    finished_at: datetime,
) -> RunFacts:
    """Write down all that another lab needs to repeat this run.

    Args:
        request: The file and the settings; the folder of the file is left out.
        selection: Engine and device that really ran.
        face_detector: Name, version and weights hash of the face detector, as text.
        detectors: The detectors that ran.
        started_at, finished_at: With a time zone.

    Raises:
        ValueError: A time has no zone.
    """
    return RunFacts(
        tool=TOOL,
        version=tool_version(),
        commit=tool_commit(),
        engine=selection.engine_id,
        device=selection.device,
        engine_note=selection.note,
        face_detector=face_detector,
        detectors=detectors,
        settings=dataclasses.asdict(request.settings),
        versions=library_versions(selection.engine_id),
        started_at=utc_text(started_at),
        finished_at=utc_text(finished_at),
        command=request.command or repeat_command(request, selection),
    )


def utc_text(moment: datetime) -> str:
    """Write a time as ISO 8601 in UTC, always with microseconds.

    Raises:
        ValueError: `moment` has no time zone, so nobody can say when it was.
    """
    if moment.tzinfo is None:
        raise ValueError(f"expected a time with a zone, got {moment.isoformat()}")
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def repeat_command(request: AnalysisRequest, selection: EngineSelection) -> str:
    """Write the command line that repeats a run, to be given where the file lies.

    It names the engine and the device that ran, also where `auto` was asked for: another machine
    might choose others.
    """
    options = setting_options(request.settings, selection)
    return shlex.join(["facewitness", "analyze", *options, "--out", "OUT", "--", request.path.name])


def setting_options(settings: AnalysisSettings, selection: EngineSelection) -> list[str]:
    """Write settings as options of the command line; each that was changed is among them."""
    options = ["--sample", str(settings.sampling), "--engine", selection.engine_id]
    options += ["--device", selection.device, "--face-detector", settings.faces.detector_id]
    for detector_id in settings.detectors:
        options += ["--detector", detector_id]
    for path, text in changed_settings(settings).items():
        if path not in _WITH_OPTION:
            options += ["--set", f"{path}={text}"]
    return options


def tool_version() -> str:
    """Give the installed version, or the checkout's where nothing is installed."""
    try:
        return version(DISTRIBUTION)
    except PackageNotFoundError:
        project = _CHECKOUT / "pyproject.toml"
        if not project.is_file():
            return "unknown"
        return str(tomllib.loads(project.read_text(encoding="utf-8"))["project"]["version"])


def tool_commit() -> str | None:
    """Give the commit of the code that runs: what the package was built from, or the checkout's.

    Returns:
        Hash of the commit; in a package that was built from a changed checkout it ends in
        "-modified". None where nothing is known.
    """
    written = resources.path(BUILD_FACTS)
    if written.is_file():
        return str(json.loads(written.read_text(encoding="utf-8"))["commit"])
    return git_commit(_CHECKOUT)


def library_versions(engine_id: str) -> dict[str, str]:
    """Name what ran beside our own code: Python, system, processor, libraries, FFmpeg.

    Args:
        engine_id: What ran the networks.

    Returns:
        Name to version, sorted by name; a library that is not installed is left out.
    """
    names = _LIBRARIES + _OF_ENGINE.get(engine_id, ())
    found = {name: number for name in names if (number := _installed(name))}
    found |= {
        "python": platform.python_version(),
        "system": platform.platform(),
        "processor": f"{_processor()}, {os.cpu_count()} threads",
    }
    return dict(sorted((found | _ffmpeg_versions()).items()))


def git_commit(checkout: Path) -> str | None:
    """Read the commit of a checkout from its `.git`, without running git.

    Args:
        checkout: Folder that holds `.git`: a folder, or a file that names one (a worktree).

    Returns:
        The commit's hash, or None where there is no checkout or no commit yet. Changes that
        are not committed are not seen.
    """
    try:
        folder = checkout / ".git"
        if folder.is_file():
            folder = checkout / folder.read_text(encoding="utf-8").removeprefix("gitdir:").strip()
        head = (folder / "HEAD").read_text(encoding="utf-8").strip()
        if not head.startswith("ref:"):
            return head
        common = folder / "commondir"
        if common.is_file():
            folder /= common.read_text(encoding="utf-8").strip()
        return _resolve_ref(folder, head.removeprefix("ref:").strip())
    except OSError:
        return None


def _resolve_ref(folder: Path, name: str) -> str | None:
    loose = folder / name
    if loose.is_file():
        return loose.read_text(encoding="utf-8").strip()
    for line in (folder / "packed-refs").read_text(encoding="utf-8").splitlines():
        commit, _, ref = line.partition(" ")
        if ref == name:
            return commit
    return None


def _installed(distribution: str) -> str | None:
    try:
        return version(distribution)
    except PackageNotFoundError:
        return None


def _ffmpeg_versions() -> dict[str, str]:
    """Ask both libraries that bring an FFmpeg of their own which one it is."""
    import av
    import cv2

    found = {"ffmpeg (in av)": str(av.ffmpeg_version_info)}
    for name, numbers in av.library_versions.items():
        found[f"{name} (in av)"] = ".".join(map(str, numbers))
    for name, number in re.findall(
        r"(avcodec|avformat):\s+YES \(([\d.]+)\)", cv2.getBuildInformation()
    ):
        found[f"lib{name} (in opencv)"] = number
    return found


def _processor() -> str:
    """Name the processor; Linux keeps the name where `platform` does not look."""
    facts = Path("/proc/cpuinfo")
    if facts.is_file():
        for line in facts.read_text(encoding="utf-8", errors="replace").splitlines():
            key, _, value = line.partition(":")
            if key.strip() == "model name":
                return value.strip()
    return platform.processor() or platform.machine()
