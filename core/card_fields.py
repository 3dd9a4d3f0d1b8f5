# SPDX-License-Identifier: Apache-2.0
"""Reads one field of a card at a time, and names the file and the key when it cannot be used."""

from __future__ import annotations

import datetime
import math
import re
from collections.abc import Mapping
from typing import cast

from core.errors import WeightsCardError
from core.text import printable

_IDENTIFIER = re.compile(r"[a-z][a-z0-9_]{0,63}")
_SHA256 = re.compile(r"[0-9a-f]{64}")


class CardFields:
    """One table of an untrusted card.

    Args:
        label: File, for messages.
        values: The table as TOML gives it.
        prefix: Dotted key of the table, with its dot; empty for the whole card.

    Attributes:
        values: As given.
    """

    def __init__(self, label: str, values: Mapping[str, object], prefix: str = "") -> None:
        self._label, self._prefix = label, prefix
        self.values = values

    def error(self, key: str, what: str) -> WeightsCardError:
        """Make the error for a key, to be raised by the caller."""
        full_key = self._prefix + key
        return WeightsCardError(
            printable(f"{self._label}: {full_key} {what}."),
            advice="Correct the card, or take the detector's folder away.",
            key=full_key,
        )

    def has(self, key: str) -> bool:
        """Whether the key is there."""
        return key in self.values

    def table(self, key: str) -> CardFields:
        """A table inside this one."""
        value = self._value(key)
        if not isinstance(value, dict):
            raise self.error(key, "must be a table")
        return CardFields(self._label, cast("dict[str, object]", value), f"{self._prefix}{key}.")

    def text(self, key: str, default: str | None = None) -> str:
        """Printable text on one line; a TOML date counts as its ISO form."""
        return self._printable(key, self._value(key, default))

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts."""
        value = self._value(key)
        if not isinstance(value, list):
            raise self.error(key, "must be a list of texts")
        return tuple(self._printable(key, item) for item in value)

    def identifier(self, key: str) -> str:
        """A name that is safe as a column, a file name and a key of JSON."""
        return self._matching(key, _IDENTIFIER, "must be lower-case letters, digits, underscores")

    def sha256(self, key: str) -> str:
        """A SHA-256 in lower-case hex."""
        return self._matching(key, _SHA256, "must be a SHA-256 in lower-case hex")

    def one_of(self, key: str, *choices: str, default: str | None = None) -> str:
        """One of several words."""
        value = self._value(key, default)
        if value not in choices:
            raise self.error(key, f"must be one of {', '.join(choices)}, got {value!r}")
        return str(value)

    def number(self, key: str, low: float, high: float, default: float | None = None) -> float:
        """A finite number from `low` to `high`."""
        value = self._value(key, default)
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise self.error(key, f"must be a number, got {value!r}")
        if not math.isfinite(value) or not low <= value <= high:
            raise self.error(key, f"must be from {low:g} to {high:g}, got {value!r}")
        return float(value)

    def whole(self, key: str, low: int, high: int) -> int:
        """A whole number from `low` to `high`."""
        value = self.number(key, low, high)
        if value != int(value):
            raise self.error(key, f"must be a whole number, got {value!r}")
        return int(value)

    def _value(self, key: str, default: object = None) -> object:
        value = self.values.get(key, default)
        if value is None:
            raise self.error(key, "is missing")
        return value

    def _printable(self, key: str, value: object) -> str:
        if isinstance(value, datetime.date):
            value = value.isoformat()
        if not isinstance(value, str):
            raise self.error(key, f"must be text, got {value!r}")
        text = " ".join(value.split())
        if not text.isprintable():
            raise self.error(key, "must not hold control characters")
        return text

    def _matching(self, key: str, pattern: re.Pattern[str], what: str) -> str:
        value = self._value(key)
        if not isinstance(value, str) or not pattern.fullmatch(value):
            raise self.error(key, f"{what}, got {value!r}")
        return value


def plain(value: Mapping[str, object]) -> dict[str, object]:
    """Turn a TOML table into what JSON can hold: dates as ISO 8601 text, no NaN or infinity."""
    return {key: _plain_value(item) for key, item in value.items()}


def _plain_value(value: object) -> object:
    if isinstance(value, dict):
        return plain(value)
    if isinstance(value, list):
        return [_plain_value(item) for item in value]
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    if isinstance(value, float) and not math.isfinite(value):
        return None
    return value
