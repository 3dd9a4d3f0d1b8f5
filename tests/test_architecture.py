# SPDX-License-Identifier: Apache-2.0
"""Walls that import contracts cannot see, and documents that must tell the truth."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SOURCES = sorted(
    path for folder in ("core", "gui", "training") for path in (ROOT / folder).rglob("*.py")
)


@pytest.mark.parametrize(
    "module", ["core.cli.app", "core.cli.batch_commands", "core.pipeline", "core.demo"]
)
def test_the_core_loads_no_slow_library_before_it_is_needed(module: str) -> None:
    script = (
        f"import sys, {module}\n"
        "slow = {'PySide6', 'pyqtgraph', 'tensorflow', 'keras', 'onnx', 'onnxruntime', 'skimage',"
        "        'distributed'}\n"
        "print(','.join(sorted(slow & set(sys.modules))))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, cwd=ROOT, check=True
    )
    assert done.stdout.strip() == ""


def test_modules_keep_to_their_length() -> None:
    long = {
        str(path.relative_to(ROOT)): lines
        for path in SOURCES
        if (lines := len(path.read_text("utf-8").splitlines())) > 400
    }
    assert long == {}


def test_every_source_file_names_its_licence() -> None:
    bare = [
        str(path.relative_to(ROOT))
        for path in SOURCES
        if path.stat().st_size
        and not path.read_text("utf-8").startswith("# SPDX-License-Identifier")
    ]
    assert bare == []


@pytest.mark.parametrize("document", ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md"])
def test_documents_name_only_paths_that_exist(document: str) -> None:
    text = (ROOT / document).read_text("utf-8")
    named = re.findall(r"\]\(([^)#:]+)\)", text)
    named += re.findall(
        r"`((?:core|gui|training|resources|tests|docs|benchmarks|requirements)/[\w./-]*)`", text
    )
    missing = [path for path in named if not (ROOT / path.removesuffix("<id>/")).exists()]
    assert named
    assert missing == []
