# SPDX-License-Identifier: Apache-2.0
"""What the window remembers between two starts: its place, its look, its last folders."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

SCHEMA_VERSION = 1


class SettingsStore:
    """Reads and writes the window's own settings; nothing that changes an analysis is here.

    A value of another type than expected counts as absent. Settings of a newer version of the
    program are left as they are: nothing is read from them and nothing written.
    """

    def __init__(self, settings: QSettings | None = None) -> None:
        """Use the person's settings, or those that a test gives."""
        self._settings = (
            settings if settings is not None else QSettings("FaceWitness", "FaceWitness")
        )
        version = self._settings.value("schema_version", SCHEMA_VERSION, type=int)
        self._is_ours = isinstance(version, int) and version <= SCHEMA_VERSION

    @property
    def scheme(self) -> str:
        """How the window looks: "system", "light" or "dark"."""
        scheme = self._text("scheme")
        return scheme if scheme in {"light", "dark"} else "system"

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
