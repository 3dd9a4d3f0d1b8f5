# SPDX-License-Identifier: Apache-2.0
"""The Windows setup program, as far as it can be looked at without Windows."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from installer.media_types import CASE_SUFFIX, SUFFIXES
from installer.windows import (
    PROGRAMS,
    compile_script,
    four_numbers,
    write_associations,
    write_version_resource,
)

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = (ROOT / "packaging/windows/facewitness.nsi").read_text("utf-8")


def stand_in(folder: Path) -> Path:
    """A folder with the outline of the frozen program."""
    for name in ("facewitness.exe", "facewitness-window.exe", "_internal/python311.dll"):
        file = folder / "facewitness" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"MZ" + bytes(4000))
    (folder / "facewitness/LICENSES").mkdir()
    (folder / "facewitness/LICENSES/THIRD-PARTY.txt").write_text("parts\n")
    shutil.copyfile(ROOT / "LICENSE", folder / "facewitness/LICENSE.txt")
    return folder / "facewitness"


def test_makensis_compiles_the_script_without_a_warning(tmp_path: Path) -> None:
    if shutil.which("makensis") is None:
        pytest.skip("makensis is not installed (Debian: nsis)")
    target = tmp_path / "out" / "facewitness-0.1.0-setup.exe"
    target.parent.mkdir()
    compile_script(ROOT, stand_in(tmp_path), target, "0.1.0", fast=True)
    content = target.read_bytes()
    assert content.startswith(b"MZ")
    assert b"NullsoftInst" in content
    assert [path.name for path in target.parent.iterdir()] == [target.name]


def test_nothing_needs_an_administrator() -> None:
    assert "RequestExecutionLevel user" in SCRIPT
    assert re.search(r"\bHKLM\b|\bHKCR\b|\$PROGRAMFILES", SCRIPT) is None
    assert 'InstallDir "$LOCALAPPDATA\\Programs\\FaceWitness"' in SCRIPT


def written_keys(section: str) -> set[str]:
    found = re.findall(r'^\s+WriteReg\w+ HKCU "([^"]+)"', section, re.MULTILINE)
    return set(found)


def test_all_that_is_written_to_the_registry_is_taken_away() -> None:
    install, _, uninstall = SCRIPT.partition('Section "Uninstall"')
    removed = set(re.findall(r'DeleteRegKey HKCU "([^"]+)"', uninstall))
    section = install.partition('Section "FaceWitness"')[2]
    left = {key for key in written_keys(section) if not key.startswith(tuple(removed))}
    assert written_keys(section)
    assert left == set()


def test_removing_deletes_named_files_only() -> None:
    """A file that someone put into the folder stays; so do settings and cases elsewhere."""
    uninstall = SCRIPT.partition('Section "Uninstall"')[2]
    assert 'RMDir /r "$INSTDIR"' not in SCRIPT
    assert "$APPDATA" not in uninstall
    assert set(re.findall(r'RMDir /r "\$INSTDIR\\(\w+)"', uninstall)) == {"_internal", "LICENSES"}


def test_silent_switches_have_answers_to_every_question() -> None:
    boxes = re.findall(r"MessageBox .*", SCRIPT)
    assert boxes
    assert [box for box in boxes if "/SD" not in box] == []


def test_each_media_type_is_offered_and_taken_back(tmp_path: Path) -> None:
    lines = write_associations(tmp_path).read_text("utf-8")
    for suffix in SUFFIXES:
        assert lines.count(f'AddSuffix "{suffix}"') == 1
        assert lines.count(f'RemoveSuffix "{suffix}"') == 1
    assert f"Classes\\.{CASE_SUFFIX}" in SCRIPT


def test_both_programs_are_installed_and_removed() -> None:
    for name in PROGRAMS:
        assert f'Delete "$INSTDIR\\{name}.exe"' in SCRIPT


@pytest.mark.parametrize(
    ("version", "numbers"),
    [("0.1.0", (0, 1, 0, 0)), ("1.2", (1, 2, 0, 0)), ("1.2.3rc4", (1, 2, 3, 4))],
)
def test_versions_have_four_numbers(version: str, numbers: tuple[int, ...]) -> None:
    assert four_numbers(version) == numbers


def test_version_resources_are_what_pyinstaller_evaluates(tmp_path: Path) -> None:
    write_version_resource(tmp_path, "0.1.0")
    for name in PROGRAMS:
        text = (tmp_path / f"{name}.version").read_text("utf-8")
        compile(text, name, "eval")
        assert f'"{name}.exe"' in text
