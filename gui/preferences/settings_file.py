# SPDX-License-Identifier: Apache-2.0
"""The settings file: read with care, migrated, set aside when broken, never lost in silence.

It holds what differs from the defaults, as dotted names and texts. A file that cannot be read is
renamed; one that can be read in part is copied first; one of a newer program is left alone.
"""

from __future__ import annotations

import json
import logging
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from core.errors import SettingsError
from core.report.atomic import new_files
from core.settings_text import changes_of, with_texts
from core.text import printable
from gui.preferences.records import Preferences
from gui.words.messages import Message

translate = QCoreApplication.translate
log = logging.getLogger(__name__)

FILE_NAME = "settings.json"
SCHEMA_VERSION = 1
MAX_BYTES = 1024 * 1024
Values = dict[str, str]
# Version to what makes values of the next one.
MIGRATIONS: dict[int, Callable[[Values], Values]] = {}


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a settings file gave.

    Attributes:
        problem: What the person has to know, or None.
        may_write: Whether the file may be written over.
    """

    preferences: Preferences
    problem: Message | None = None
    may_write: bool = True


def load(path: Path) -> Loaded:
    """Read a settings file; where there is none, the defaults."""
    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        return Loaded(Preferences())
    except OSError as error:
        return Loaded(Preferences(), _unreadable(path, str(error.strerror)), may_write=False)
    try:
        version, values = _parse(content)
    except ValueError as error:
        log.warning("the settings file is broken: %s", error)
        return _set_aside(path, str(error))
    if version > SCHEMA_VERSION:
        return Loaded(Preferences(), _newer(path), may_write=False)
    for number in range(version, SCHEMA_VERSION):
        values = MIGRATIONS[number](values)
    preferences, dropped = _read_values(values)
    if not dropped:
        return Loaded(preferences)
    return Loaded(preferences, _partly(path, dropped, _copy_aside(path)))


def save(path: Path, preferences: Preferences) -> None:
    """Write a settings file whole or not at all.

    Raises:
        SettingsError: It cannot be written; says why.
    """
    values = changes_of(preferences, Preferences())
    document = {"schema_version": SCHEMA_VERSION, "values": values}
    text = json.dumps(document, indent=2, sort_keys=True)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with new_files([path]) as (stream,):
            stream.write(text.encode("ascii") + b"\n")
    except OSError as error:
        raise SettingsError(
            f"The settings cannot be kept in {printable(str(path))}: {error.strerror}.",
            advice="They hold until the program ends. Make the folder writable.",
        ) from error


def _parse(content: bytes) -> tuple[int, Values]:
    if len(content) > MAX_BYTES:
        raise ValueError(f"over {MAX_BYTES} bytes")
    document = json.loads(content.decode("utf-8"))
    if not isinstance(document, dict):
        raise ValueError("not an object")  # noqa: TRY004 - one kind of error for all of them
    version, values = document.get("schema_version"), document.get("values")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise ValueError("without a schema_version")
    if version > SCHEMA_VERSION:
        return version, {}
    if not isinstance(values, dict) or not all(isinstance(one, str) for one in values.values()):
        raise ValueError("without values as texts")
    return version, values


def _read_values(values: Mapping[str, str]) -> tuple[Preferences, tuple[str, ...]]:
    """Read all at once, or one after the other where one of them is refused."""
    try:
        return with_texts(Preferences(), values), ()
    except SettingsError:
        preferences, dropped = Preferences(), []
    for path, text in values.items():
        try:
            preferences = with_texts(preferences, {path: text})
        except SettingsError as error:
            log.warning("a setting was dropped: %s", error)
            dropped.append(path)
    return preferences, tuple(dropped)


def _aside(path: Path) -> Path:
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%f")
    return path.with_name(f"{path.stem}.aside-{stamp}{path.suffix}")


def _set_aside(path: Path, why: str) -> Loaded:
    target = _aside(path)
    try:
        path.rename(target)
    except OSError as error:
        return Loaded(Preferences(), _unreadable(path, str(error.strerror)), may_write=False)
    title = translate("SettingsFile", "The settings file was broken")
    text = translate("SettingsFile", "It was set aside as {0} ({1}); the defaults are used.")
    return Loaded(
        Preferences(),
        Message(
            title,
            text.format(printable(str(target)), printable(why)),
            translate("SettingsFile", "Open the settings and set again what you need."),
        ),
    )


def _copy_aside(path: Path) -> str:
    target = _aside(path)
    try:
        shutil.copyfile(path, target)
    except OSError as error:
        log.warning("no copy of the settings file: %s", error)
        return ""
    return printable(str(target))


def _partly(path: Path, dropped: tuple[str, ...], copy: str) -> Message:
    return Message(
        translate("SettingsFile", "Some settings could not be read"),
        translate(
            "SettingsFile", "The defaults are used for: {0}. A copy of the file is {1}."
        ).format(printable(", ".join(dropped)), copy or printable(str(path))),
        translate("SettingsFile", "Open the settings and set them again."),
    )


def _newer(path: Path) -> Message:
    return Message(
        translate("SettingsFile", "The settings are those of a newer program"),
        translate("SettingsFile", "{0} is left as it is; the defaults are used.").format(
            printable(str(path))
        ),
        translate("SettingsFile", "Changes hold until the program ends. Update the program."),
    )


def _unreadable(path: Path, why: str) -> Message:
    return Message(
        translate("SettingsFile", "The settings cannot be read"),
        translate("SettingsFile", "{0}: {1}. The defaults are used.").format(
            printable(str(path)), printable(why)
        ),
        translate("SettingsFile", "Changes hold until the program ends. Make the file readable."),
    )
