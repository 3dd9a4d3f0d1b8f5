# SPDX-License-Identifier: Apache-2.0
"""Every setting by its dotted name, as text: for files, for the command line, for dialogs.

A new field of `core.settings` is read and written without a line here.
"""

from __future__ import annotations

import dataclasses
import math
import typing
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar

from core.errors import SettingsError
from core.settings import AnalysisSettings

_SEPARATOR = ","
_YES_OR_NO = {"True": True, "False": False}
Record = TypeVar("Record")


@dataclass(frozen=True, slots=True)
class SettingField:
    """One setting.

    Attributes:
        path: Dotted, as `faces.min_size_px`.
        kind: Its type: `int`, `float`, `str`, a Literal, a class with `parse`, or a tuple of them.
        default: Its value when nobody changed it.
        group: The record it stands in.
    """

    path: str
    kind: Any
    default: object
    group: type

    @property
    def name(self) -> str:
        """The last part of the path."""
        return self.path.rpartition(".")[2]

    @property
    def choices(self) -> tuple[str, ...]:
        """What a Literal allows; empty for other kinds."""
        return typing.get_args(self.kind) if _is_literal(self.kind) else ()

    @property
    def item_kind(self) -> Any:
        """What a tuple holds, or None."""
        return typing.get_args(self.kind)[0] if typing.get_origin(self.kind) is tuple else None


@cache
def setting_fields() -> tuple[SettingField, ...]:
    """Give all settings of an analysis, in the order in which they are declared."""
    return fields_of(AnalysisSettings())


def fields_of(record: object) -> tuple[SettingField, ...]:
    """Give all fields of a tree of dataclasses; the record's values count as the defaults."""
    return tuple(_fields_of(type(record), record, ""))


def value_of(record: object, path: str) -> object:
    """Read a setting by its dotted name."""
    value: object = record
    for part in path.split("."):
        value = getattr(value, part)
    return value


def changed_settings(settings: AnalysisSettings) -> dict[str, str]:
    """Give what differs from the defaults: dotted name to text, as `read_settings` takes it."""
    return changes_of(settings, AnalysisSettings())


def changes_of(record: object, default: object) -> dict[str, str]:
    """Give what differs between two trees of the same dataclass: dotted name to text."""
    return {
        field.path: setting_text(value_of(record, field.path))
        for field in fields_of(default)
        if value_of(record, field.path) != field.default
    }


def setting_text(value: object) -> str:
    """Write a value in the form that `read_setting` reads; numbers keep every digit."""
    if isinstance(value, tuple):
        return _SEPARATOR.join(setting_text(one) for one in value)
    return repr(value) if isinstance(value, float) else str(value)


def read_settings(
    texts: Mapping[str, str], base: AnalysisSettings | None = None
) -> AnalysisSettings:
    """Put texts in the place of settings.

    Args:
        texts: Dotted name to text.
        base: What stays where there is no text; the defaults when None.

    Raises:
        SettingsError: There is no such setting, or a text has no meaning for it.
    """
    return with_texts(base or AnalysisSettings(), texts)


def with_texts(record: Record, texts: Mapping[str, str]) -> Record:
    """Put texts in the place of values, as `read_settings` does, in any tree of dataclasses."""
    known = {field.path: field for field in fields_of(record)}
    values: dict[str, object] = {}
    for path, text in texts.items():
        if path not in known:
            raise SettingsError(
                f"There is no setting {path!r}.", advice=f"There are {', '.join(known)}."
            )
        values[path] = read_value(known[path], text)
    return with_values(record, values)


def with_values(record: Record, values: Mapping[str, object]) -> Record:
    """Put values in the place of others, all at once.

    Raises:
        SettingsError: A value is refused by its record.
    """
    return typing.cast("Record", _replaced(record, values, ""))


def _replaced(record: Any, values: Mapping[str, object], before: str) -> object:
    changes = {}
    for field in dataclasses.fields(record):
        path, value = before + field.name, getattr(record, field.name)
        if path in values:
            changes[field.name] = values[path]
        elif any(one.startswith(f"{path}.") for one in values):
            changes[field.name] = _replaced(value, values, f"{path}.")
    return dataclasses.replace(record, **changes)


def _fields_of(kind: type, record: Any, before: str) -> Iterator[SettingField]:
    hints = typing.get_type_hints(kind)
    for field in dataclasses.fields(record):
        hint, value = hints[field.name], getattr(record, field.name)
        if dataclasses.is_dataclass(hint) and not hasattr(hint, "parse"):
            yield from _fields_of(typing.cast("type", hint), value, f"{before}{field.name}.")
        else:
            yield SettingField(before + field.name, hint, value, kind)


def read_value(field: SettingField, text: str) -> object:
    """Read a text for one setting.

    Raises:
        SettingsError: It has no meaning for it.
    """
    if field.item_kind is not None:
        parts = [part.strip() for part in text.split(_SEPARATOR) if part.strip()]
        return tuple(_read_one(field.path, field.item_kind, part) for part in parts)
    return _read_one(field.path, field.kind, text.strip())


def _read_one(path: str, kind: Any, text: str) -> object:
    if _is_literal(kind):
        if text in typing.get_args(kind):
            return text
        raise SettingsError(f"expected {path} of {', '.join(typing.get_args(kind))}, got {text!r}")
    if kind is str:
        return text
    if kind is bool:
        if text in _YES_OR_NO:
            return _YES_OR_NO[text]
        raise SettingsError(f"expected True or False for {path}, got {text!r}")
    if hasattr(kind, "parse"):
        return kind.parse(text)
    try:
        value = kind(text)
    except ValueError as error:
        raise SettingsError(f"expected a number for {path}, got {text!r}") from error
    if not math.isfinite(value):
        raise SettingsError(f"expected a finite number for {path}, got {text!r}")
    return typing.cast("object", value)


def _is_literal(kind: Any) -> bool:
    return typing.get_origin(kind) is typing.Literal
