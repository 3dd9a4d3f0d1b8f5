# SPDX-License-Identifier: Apache-2.0
"""Faces cut from whole files: by core's stages, and the same after a kill."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import av
import cv2
import numpy as np
import pytest

from core.records import InputSpec
from core.settings import Sampling
from tests.core.faces.scenes import Person, empty, place
from training.datasets import extract_faces as module
from training.datasets.extract_faces import CROP_PX, JOURNAL_NAME, Extraction, extract_faces
from training.datasets.layouts import list_files
from training.errors import ManifestError

EXTRACTION = Extraction(InputSpec(160, 160, -1.0, 1.0), crops=2, sampling=Sampling("fps", 5))


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """Three pictures, one of them without a face, and a clip."""
    folder = tmp_path / "source"
    scenes = {
        "real/anna/1.png": place(empty(), Person(200, 160, 110)),
        "real/none/1.png": empty(),
        "fake/anna/1.png": place(empty(), Person(240, 170, 120, who=1)),
    }
    for name, pixels in scenes.items():
        path = folder / name
        path.parent.mkdir(parents=True)
        cv2.imwrite(str(path), np.ascontiguousarray(pixels[..., ::-1]))
    _write_clip(folder / "fake" / "berta" / "1.mp4")
    return folder


def _write_clip(path: Path) -> None:
    path.parent.mkdir(parents=True)
    with av.open(str(path), "w") as container:
        stream = container.add_stream("mpeg4", rate=10)
        stream.width, stream.height, stream.pix_fmt = 640, 360, "yuv420p"
        stream.bit_rate = 4_000_000
        for index in range(10):
            pixels = place(empty(), Person(200 + 4 * index, 160, 110, who=2))
            for packet in stream.encode(av.VideoFrame.from_ndarray(pixels, format="rgb24")):
                container.mux(packet)
        for packet in stream.encode():
            container.mux(packet)


def test_killed_extraction_ends_as_an_uninterrupted_one(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = list_files("tree", source)
    rows = extract_faces(files, source, tmp_path / "whole", EXTRACTION)
    by_file = {row.file.split("-")[0] + row.group: row for row in rows}
    assert {row.group for row in rows} == {"anna", "berta"}
    assert len(by_file) == 2
    assert sum(row.group == "berta" for row in rows) == EXTRACTION.crops
    for row in rows:
        crop = cv2.imread(str(tmp_path / "whole" / row.file))
        assert crop is not None
        assert crop.shape == (CROP_PX, CROP_PX, 3)
        assert 100 < row.face_px < 260

    cut_file, calls = module._cut_file, 0

    def killed_at_third(*args: Any) -> Any:
        nonlocal calls
        calls += 1
        if calls == 3:
            raise InterruptedError
        return cut_file(*args)

    monkeypatch.setattr(module, "_cut_file", killed_at_third)
    with pytest.raises(InterruptedError):
        extract_faces(files, source, tmp_path / "cut", EXTRACTION)
    with (tmp_path / "cut" / JOURNAL_NAME).open("a", encoding="utf-8") as journal:
        journal.write('["real/anna/1.png", [["half a li')
    assert extract_faces(files, source, tmp_path / "cut", EXTRACTION) == rows
    assert calls == 3 + 2
    names = sorted(path.name for path in (tmp_path / "whole").iterdir())
    assert sorted(path.name for path in (tmp_path / "cut").iterdir()) == names
    for name in names:
        whole, cut = tmp_path / "whole" / name, tmp_path / "cut" / name
        assert whole.read_bytes() == cut.read_bytes()


def test_unreadable_file_is_named(source: Path, tmp_path: Path) -> None:
    (source / "real" / "none" / "1.png").write_bytes(b"no picture")
    with pytest.raises(ManifestError, match=r"none/1\.png"):
        extract_faces(list_files("tree", source), source, tmp_path / "out", EXTRACTION)


def test_damaged_journal_is_named_by_its_line(source: Path, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / JOURNAL_NAME).write_text("nonsense\n", "utf-8")
    with pytest.raises(ManifestError, match="line 1"):
        extract_faces(list_files("tree", source), source, tmp_path / "out", EXTRACTION)
