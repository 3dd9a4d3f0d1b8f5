# SPDX-License-Identifier: Apache-2.0
"""Licences as the program shows them."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from core import notices


def test_from_source_the_installed_distributions_are_listed() -> None:
    text = notices.notices_text()
    assert any(line.lower().startswith("numpy ") for line in text.splitlines())
    assert notices.notices_folder() is None


@pytest.mark.parametrize("place", ["app/LICENSES", "Contents/Resources/LICENSES"])
def test_the_packaged_program_shows_its_own_list(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    program = tmp_path / ("app" if place.startswith("app") else "Contents/MacOS") / "facewitness"
    program.parent.mkdir(parents=True)
    folder = tmp_path / place
    folder.mkdir(parents=True)
    (folder / notices.FILE_NAME).write_text("parts\n")
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(program))
    assert notices.notices_folder() == folder
    assert notices.notices_text() == "parts\n"
