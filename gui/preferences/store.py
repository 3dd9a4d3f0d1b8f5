# SPDX-License-Identifier: Apache-2.0
"""What the program remembers between two starts: the window's place and look, and preferences."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import platformdirs
from PySide6.QtCore import QByteArray, QSettings

from core.errors import SettingsError
from gui.preferences import settings_file
from gui.preferences.records import Preferences, Scheme
from gui.words.messages import Message, error_message

SCHEMA_VERSION = 1


class SettingsStore:
    """Reads and writes what is kept: the window's place in Qt's way, preferences in a file.

    A value of another type than expected counts as absent. Settings of a newer version of the
    program are left as they are: nothing is read from them and nothing written.

    Attributes:
        problem: What happened to the preferences file when it was read, or None.
    """

    def __init__(self, settings: QSettings | None = None, file: Path | None = None) -> None:
        """Use the person's settings, or those that a test gives.

        Args:
            settings: The window's; the person's own when None.
            file: The preferences'; beside `settings` when None.
        """
        if file is None and settings is None:
            folder = platformdirs.user_config_path("facewitness", appauthor=False)
            file = folder / settings_file.FILE_NAME
        elif file is None and settings is not None:
            file = Path(settings.fileName()).with_name(settings_file.FILE_NAME)
        assert file is not None  # noqa: S101 - one of the two branches has set it
        self._file = file
        loaded = settings_file.load(file)
        self._preferences, self.problem = loaded.preferences, loaded.problem
        self._may_write = loaded.may_write
        self._settings = (
            settings if settings is not None else QSettings("FaceWitness", "FaceWitness")
        )
        version = self._settings.value("schema_version", SCHEMA_VERSION, type=int)
        self._is_ours = isinstance(version, int) and version <= SCHEMA_VERSION

    @property
    def preferences(self) -> Preferences:
        """All that a person set."""
        window = replace(self._preferences.window, scheme=self.scheme)
        return replace(self._preferences, window=window)

    def keep(self, preferences: Preferences) -> Message | None:
        """Take other preferences over and write them.

        Returns:
            Why they were not written, or None; they hold until the program ends all the same.
        """
        self._preferences = preferences
        self.scheme = preferences.window.scheme
        if not self._may_write:
            return self.problem
        try:
            settings_file.save(self._file, preferences)
        except SettingsError as error:
            return error_message(error)
        return None

    @property
    def scheme(self) -> Scheme:
        """How the window looks: "system", "light" or "dark"."""
        match self._text("scheme"):
            case "light":
                return "light"
            case "dark":
                return "dark"
            case _:
                return "system"

    @scheme.setter
    def scheme(self, scheme: str) -> None:
        self._set("scheme", scheme)

    @property
    def geometry(self) -> QByteArray | None:
        """Place and size of the window."""
        return self._bytes("geometry")

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self._set("geometry", geometry)

    @property
    def layout(self) -> QByteArray | None:
        """Places of the panels."""
        return self._bytes("layout")

    @layout.setter
    def layout(self, layout: QByteArray) -> None:
        self._set("layout", layout)

    def folder(self, purpose: str) -> Path | None:
        """Give the folder last used for "open" or "export", if it is still there."""
        text = self._text(f"folder/{purpose}")
        return Path(text) if text and Path(text).is_dir() else None

    def set_folder(self, purpose: str, folder: Path) -> None:
        """Remember a folder."""
        self._set(f"folder/{purpose}", str(folder))

    @property
    def recent_cases(self) -> tuple[Path, ...]:
        """Folders of the cases that were open last, the newest first, as far as they are there."""
        value = self._settings.value("recent_cases") if self._is_ours else None
        names = [value] if isinstance(value, str) else value
        known = [one for one in names if isinstance(one, str)] if isinstance(names, list) else []
        return tuple(Path(one) for one in known if Path(one).is_dir())

    @recent_cases.setter
    def recent_cases(self, folders: tuple[Path, ...]) -> None:
        self._set("recent_cases", [str(one) for one in folders])

    def _text(self, key: str) -> str:
        value = self._settings.value(key, "") if self._is_ours else ""
        return value if isinstance(value, str) else ""

    def _bytes(self, key: str) -> QByteArray | None:
        value = self._settings.value(key) if self._is_ours else None
        return value if isinstance(value, QByteArray) and not value.isEmpty() else None

    def _set(self, key: str, value: object) -> None:
        if self._is_ours:
            self._settings.setValue("schema_version", SCHEMA_VERSION)
            self._settings.setValue(key, value)
