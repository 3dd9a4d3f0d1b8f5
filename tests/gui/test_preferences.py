# SPDX-License-Identifier: Apache-2.0
"""What a person set is kept; a broken file is set aside, a newer one is left alone."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from core.dossier import CaseFacts
from core.settings import AnalysisSettings, OperatingPoint, Sampling
from gui.preferences import settings_file
from gui.preferences.records import Preferences, ReportHeader, WindowPreferences
from gui.preferences.settings_file import load, save
from gui.preferences.store import SettingsStore

CHANGED = Preferences(
    AnalysisSettings(
        sampling=Sampling("every", 7),
        device="cpu",
        operating_points=(OperatingPoint("xception", 0.8125, 0.25),),
    ),
    ReportHeader(
        CaseFacts(organization="Labor, Köln", operator="A=B; C"), "letter", "de", "/x.png"
    ),
    WindowPreferences("fr", "dark"),
)


def test_where_there_is_no_file_the_defaults_hold(tmp_path: Path) -> None:
    loaded = load(tmp_path / "settings.json")
    assert (loaded.preferences, loaded.problem) == (Preferences(), None)


def test_everything_comes_back_and_only_changes_are_written(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "settings.json"
    save(path, CHANGED)
    assert load(path).preferences == CHANGED
    values = json.loads(path.read_text())["values"]
    assert "analysis.batch_size" not in values
    assert values["analysis.sampling"] == "every:7"


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b"\xff\xfe", b"{}", b'{"schema_version": 1}', b'{"schema_version": true}',
     b'{"schema_version": 1, "values": {"a": 1}}'],
)  # fmt: skip
def test_a_broken_file_is_set_aside_and_told(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(content)
    loaded = load(path)
    assert loaded.preferences == Preferences()
    assert loaded.problem is not None
    (aside,) = tmp_path.iterdir()
    assert aside.name != path.name
    assert aside.read_bytes() == content
    assert aside.name in loaded.problem.text


def test_a_file_with_one_bad_value_keeps_the_others_and_a_copy(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    values = {"analysis.device": "cpu", "analysis.batch_size": "many", "gone": "1"}
    path.write_text(json.dumps({"schema_version": 1, "values": values}))
    loaded = load(path)
    assert loaded.preferences.analysis == AnalysisSettings(device="cpu")
    assert loaded.problem is not None
    assert "analysis.batch_size, gone" in loaded.problem.text
    assert len(list(tmp_path.iterdir())) == 2


def test_a_file_of_a_newer_program_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"schema_version": 99, "values": {"unheard.of": [1]}}')
    before = path.read_bytes()
    store = SettingsStore(QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat), path)
    assert store.problem is not None
    assert store.keep(CHANGED) is not None
    assert store.preferences.analysis == CHANGED.analysis  # they hold until the program ends
    assert path.read_bytes() == before


def test_values_of_an_older_version_are_brought_up_to_date(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"schema_version": 1, "values": {"analysis.place": "cpu"}}')
    monkeypatch.setattr(settings_file, "SCHEMA_VERSION", 2)
    renamed = {"analysis.place": "analysis.device"}
    monkeypatch.setitem(
        settings_file.MIGRATIONS,
        1,
        lambda values: {renamed.get(name, name): text for name, text in values.items()},
    )
    loaded = load(path)
    assert loaded.problem is None
    assert loaded.preferences.analysis.device == "cpu"


def test_there_is_a_migration_from_every_older_version() -> None:
    assert sorted(settings_file.MIGRATIONS) == list(range(1, settings_file.SCHEMA_VERSION))


def test_the_store_keeps_preferences_and_the_look_together(tmp_path: Path) -> None:
    ini = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    store = SettingsStore(ini)
    assert store.keep(CHANGED) is None
    assert store.scheme == "dark"
    store.scheme = "light"
    again = SettingsStore(ini).preferences
    assert again == dataclasses.replace(CHANGED, window=WindowPreferences("fr", "light"))


def test_settings_that_cannot_be_written_are_told(tmp_path: Path) -> None:
    ini = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    (tmp_path / "file").touch()
    store = SettingsStore(ini, tmp_path / "file" / "settings.json")
    problem = store.keep(CHANGED)
    assert problem is not None
    assert store.preferences.analysis == CHANGED.analysis
