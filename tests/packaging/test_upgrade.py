# SPDX-License-Identifier: Apache-2.0
"""What a person has from an older version stays as it is; nothing asks for a newer one.

The upgrade of the package itself is tried by `packaging/test_as_user.py`.
"""

from __future__ import annotations

import ast
from pathlib import Path

import yaml
from installer.bundle import EXCLUDED
from PySide6.QtCore import QByteArray, QSettings

from core.case.document import read_document
from gui.preferences.store import SettingsStore

ROOT = Path(__file__).resolve().parents[2]
# As version 1 of the settings was written, by Qt itself.
OLD_SETTINGS = """\
[General]
geometry=@ByteArray(\\x1\\xd9\\xd0\\xcb)
schema_version=1
scheme=dark

[folder]
open={folder}
"""
# As version 1 of a case was written; what a case does not name has the value of its day.
OLD_CASE = b"""{
 "format": "facewitness-case", "schema_version": 1,
 "created_at": "2026-01-02T03:04:05.000000+00:00",
 "case": {"case_id": "2026-114", "item_id": "", "organization": "", "address": "", "operator": "",
  "requester": "", "authority": "", "scope": "", "requested_on": "", "reviewer": "",
  "received_when": "", "received_how": "", "received_by": "", "copy_kind": ""},
 "settings": {"sampling": {"mode": "fps", "value": 2.0}, "engine": "auto", "device": "auto",
  "detectors": [], "faces": {"detector_id": "centerface", "min_size_px": 50.0,
   "min_sharpness": 20.0, "full_scan_s": 1.0, "max_gap_s": 0.5},
  "limits": {"max_pixels": 100000000, "max_memory_bytes": 4294967296, "frame_timeout_s": 30.0,
   "probe_timeout_s": 60.0, "max_frames": 500000},
  "batch_size": 8, "window_stride": 5, "min_track_frames": 3, "operating_points": []},
 "items": [{"item_id": 1, "path": "/media/a.mp4", "size_bytes": 9, "sha256": "ab",
  "result": "results/1/a.json", "annotations": {
   "notes": [{"text": "A seam.", "author": "M.", "written_at": "2026-01-02T03:05:00+00:00"}],
   "bookmarks": [{"frame_index": 7, "time_s": 0.28, "label": ""}]}}],
 "batches": [], "next_item_id": 2
}"""
# Modules that open connections; the program has them only where a person asks for one.
NETWORK = {"socket", "ssl", "urllib", "http", "requests", "aiohttp", "ftplib", "smtplib", "xmlrpc"}
MAY_CONNECT = {
    # A time stamp server or a cluster that the person names on the command line.
    "core/signing/signer.py",
    "core/batch/existing.py",
}


def settings(path: Path) -> QSettings:
    return QSettings(str(path), QSettings.Format.IniFormat)


def test_settings_of_version_1_are_read(tmp_path: Path) -> None:
    file = tmp_path / "FaceWitness.conf"
    file.write_text(OLD_SETTINGS.format(folder=tmp_path.as_posix()), "utf-8")
    store = SettingsStore(settings(file))
    assert store.scheme == "dark"
    assert store.folder("open") == tmp_path
    assert store.geometry == QByteArray(b"\x01\xd9\xd0\xcb")


def test_reading_old_settings_changes_nothing(tmp_path: Path) -> None:
    file = tmp_path / "FaceWitness.conf"
    text = OLD_SETTINGS.format(folder=tmp_path.as_posix())
    file.write_text(text, "utf-8")
    kept = settings(file)
    SettingsStore(kept)
    kept.sync()
    assert file.read_text("utf-8") == text


def test_settings_of_a_newer_version_are_left_alone(tmp_path: Path) -> None:
    """Going back to an older version costs nothing either."""
    file = tmp_path / "FaceWitness.conf"
    file.write_text("[General]\nschema_version=999\nscheme=dark\n", "utf-8")
    kept = settings(file)
    store = SettingsStore(kept)
    store.scheme = "light"
    kept.sync()
    assert "scheme=dark" in file.read_text("utf-8")


def test_a_case_of_version_1_is_read() -> None:
    """Its text is that of the first version, so that a change of the code shows."""
    document = read_document(OLD_CASE, "old")
    assert document.case.case_id == "2026-114"
    assert document.settings.sampling.value == 2.0
    (item,) = document.items
    assert (item.path, item.size_bytes, item.result) == ("/media/a.mp4", 9, "results/1/a.json")
    assert item.annotations.notes[0].text == "A seam."
    assert item.annotations.bookmarks[0].frame_index == 7
    assert document.next_item_id == 2


def imports_of(path: Path) -> set[str]:
    """Name the top-level modules that a file imports, anywhere in it."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.partition(".")[0])
    return found


def test_nothing_that_opens_connections_is_imported() -> None:
    """There is no check for updates, no telemetry and no download."""
    guilty = {}
    for folder in ("core", "gui"):
        for path in (ROOT / folder).rglob("*.py"):
            place = path.relative_to(ROOT).as_posix()
            names = (imports_of(path) & NETWORK) - {"urllib"}
            if names and place not in MAY_CONNECT:
                guilty[place] = names
            text = path.read_text("utf-8")
            assert "urllib.request" not in text, place
            assert "QtNetwork" not in text, place
    assert guilty == {}


def test_the_window_has_no_network_library_in_the_package() -> None:
    assert "PySide6.QtNetwork" in EXCLUDED


def test_every_system_has_its_line_in_the_build_matrix() -> None:
    text = (ROOT / ".github/workflows/build.yml").read_text("utf-8")
    jobs = yaml.safe_load(text)["jobs"]
    names = {
        one["name"].partition("-")[0] for one in jobs["build"]["strategy"]["matrix"]["include"]
    }
    assert names == {"linux", "windows", "macos"}
    steps = " ".join(str(step.get("run", "")) for step in jobs["build"]["steps"])
    assert steps.count("self-test") == 3
    assert "packaging/build.py" in steps
