# SPDX-License-Identifier: Apache-2.0
"""What a run was made with, written beside it before it starts: versions, data, first weights."""

from __future__ import annotations

import hashlib
import json
import platform
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import keras

FILE_NAME = "made_with.json"
_PACKAGES = (
    "keras",
    "tensorflow-cpu",
    "tensorflow",
    "jax",
    "torch",
    "onnx",
    "onnxruntime",
    "lir",
    "numpy",
    "opencv-python-headless",
    "scikit-learn",
)


def record(folder: Path, manifest: Path, start: Path | None) -> None:
    """Write `made_with.json`; a run that goes on adds an entry, so that a change shows.

    Args:
        folder: Of the run.
        manifest: Whose bytes say what the data were: it holds a hash of each image.
        start: Weights that training started from, or None.
    """
    entry = {
        "python": platform.python_version(),
        "backend": keras.backend.backend(),
        "versions": {name: found for name in _PACKAGES if (found := _version(name))},
        "manifest_sha256": _sha256(manifest),
        "start_sha256": _sha256(start) if start else None,
    }
    path = folder / FILE_NAME
    entries = json.loads(path.read_text("utf-8")) if path.is_file() else []
    if not entries or entries[-1] != entry:
        folder.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps([*entries, entry], indent=1) + "\n", "utf-8")


def _version(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None


def _sha256(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
