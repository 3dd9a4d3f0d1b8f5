# SPDX-License-Identifier: Apache-2.0
"""Cards and network files: what is found, what is refused, and before what."""

from __future__ import annotations

import hashlib
import io
import json
import logging
import os
import pickle
import sys
import zipfile
from pathlib import Path
from typing import Any

import platformdirs
import pytest

import resources
from core.cards import read_card
from core.errors import WeightsMismatchError, WeightsMissingError
from core.weights import WeightsFolder, find_weights, read_network
from tests.core.folders import image_card, write_folder

ONNX_LIKE = b"\x08\x08 not parsed in these tests"


@pytest.fixture
def roots(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, Path]:
    """The three places; the last one exists, as it must, and is empty."""
    places = {name: tmp_path / name for name in ("shipped", "user", "named")}
    places["named"].mkdir()
    monkeypatch.setattr(resources, "path", lambda name: places["shipped"] / name)
    monkeypatch.setattr(platformdirs, "user_data_path", lambda *_, **__: places["user"])
    monkeypatch.setenv("FACEWITNESS_WEIGHTS_DIR", str(places["named"]))
    return {
        "shipped": places["shipped"] / "weights",
        "user": places["user"] / "weights",
        "named": places["named"],
    }


def folder_with(tmp_path: Path, content: bytes, **changes: Any) -> WeightsFolder:
    path = write_folder(tmp_path, {**image_card(), **changes}, content)
    return WeightsFolder("xception", path, read_card(path / "card.toml"))


def test_find_weights_is_empty_when_there_is_no_place(roots: dict[str, Path]) -> None:
    assert not roots["shipped"].exists()
    assert not roots["user"].exists()
    assert find_weights() == ()


def test_find_weights_fails_when_the_environment_names_no_folder(
    roots: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FACEWITNESS_WEIGHTS_DIR", str(roots["named"] / "typo"))
    with pytest.raises(WeightsMissingError, match="FACEWITNESS_WEIGHTS_DIR"):
        find_weights()


def test_find_weights_fails_when_a_place_cannot_be_listed(
    roots: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Root may list everything, so that the refusal is made here."""
    roots["user"].mkdir(parents=True)

    def refuse(_: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", refuse)
    with pytest.raises(WeightsMissingError, match="Permission denied"):
        find_weights()


def test_find_weights_reads_the_three_places_in_order(roots: dict[str, Path]) -> None:
    write_folder(roots["named"], image_card("third"), ONNX_LIKE)
    write_folder(roots["user"], image_card("second"), ONNX_LIKE)
    write_folder(roots["shipped"], image_card("first"), ONNX_LIKE)
    assert [folder.id for folder in find_weights()] == ["first", "second", "third"]


def test_shipped_folder_counts_when_another_has_its_id(
    roots: dict[str, Path], caplog: pytest.LogCaptureFixture
) -> None:
    shipped = write_folder(roots["shipped"], image_card(), ONNX_LIKE)
    write_folder(roots["user"], image_card(), ONNX_LIKE)
    with caplog.at_level(logging.WARNING):
        (found,) = find_weights()
    assert found.path == shipped
    assert "xception is there twice" in caplog.text


def test_what_has_no_card_is_passed_over(roots: dict[str, Path]) -> None:
    (roots["user"] / "empty").mkdir(parents=True)
    (roots["user"] / "README.txt").write_text("hello")
    write_folder(roots["user"], image_card(), ONNX_LIKE)
    assert [folder.id for folder in find_weights()] == ["xception"]


def test_network_is_read_when_it_is_the_one_of_the_card(tmp_path: Path) -> None:
    assert read_network(folder_with(tmp_path, ONNX_LIKE)) == ONNX_LIKE


@pytest.mark.parametrize("position", [0, len(ONNX_LIKE) // 2, len(ONNX_LIKE) - 1])
def test_network_is_refused_when_one_bit_changed(tmp_path: Path, position: int) -> None:
    folder = folder_with(tmp_path, ONNX_LIKE)
    altered = bytearray(ONNX_LIKE)
    altered[position] ^= 1
    (folder.path / "network.onnx").write_bytes(altered)
    with pytest.raises(WeightsMismatchError, match="not opened") as caught:
        read_network(folder)
    assert caught.value.facts["actual"] == hashlib.sha256(altered).hexdigest()


def test_network_is_missed_when_it_is_not_there(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, ONNX_LIKE)
    (folder.path / "network.onnx").unlink()
    with pytest.raises(WeightsMissingError, match=r"has no network\.onnx") as caught:
        read_network(folder)
    assert caught.value.advice


@pytest.mark.skipif(sys.platform == "win32", reason="named pipes in folders are POSIX")
def test_network_is_missed_at_once_when_it_is_a_pipe(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, ONNX_LIKE)
    (folder.path / "network.onnx").unlink()
    os.mkfifo(folder.path / "network.onnx")
    with pytest.raises(WeightsMissingError):
        read_network(folder)


class _Payload:
    """Creates a file when it is unpickled."""

    def __init__(self, marker: Path) -> None:
        self._marker = marker

    def __reduce__(self) -> tuple[Any, ...]:
        return (os.mkdir, (str(self._marker),))


def _zipped(marker: Path) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("config.json", json.dumps({"class_name": "Lambda"}))
        archive.writestr("data.pkl", pickle.dumps(_Payload(marker)))
    return buffer.getvalue()


def forbidden_files(marker: Path) -> dict[str, bytes]:
    """Files of the kinds that can carry code, each of which would leave a mark."""
    return {
        "a pickle": pickle.dumps(_Payload(marker)),
        "a ZIP archive": _zipped(marker),
        "an HDF5 file": b"\x89HDF\r\n\x1a\n" + b"\0" * 64,
        "something else": b"import os",
    }


@pytest.mark.parametrize("kind", ["a pickle", "a ZIP archive", "an HDF5 file", "something else"])
def test_other_formats_are_refused_when_the_card_vouches_for_them(
    tmp_path: Path, kind: str
) -> None:
    """The hash is right, since whoever makes the file makes the card: the content decides."""
    marker = tmp_path / "executed"
    folder = folder_with(tmp_path, forbidden_files(marker)[kind])
    with pytest.raises(WeightsMismatchError, match=kind) as caught:
        read_network(folder)
    assert "not opened" in caught.value.message
    assert not marker.exists()
