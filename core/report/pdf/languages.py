# SPDX-License-Identifier: Apache-2.0
"""The words of a report in a language, and how that language writes numbers, dates and times.

A catalogue is a TOML file in `resources/report/lang`; all have the same keys. Texts that come from
a detector's card or from the file stay in the language they were written in.
"""

from __future__ import annotations

import math
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache

import resources
from core.errors import SettingsError

LANGUAGE_FOLDER = "report/lang"


@dataclass(frozen=True, slots=True)
class Language:
    """A catalogue that has been read.

    Attributes:
        code: ISO 639-1.
        texts: Key such as "item.name" to text, with places in braces.
    """

    code: str
    texts: Mapping[str, str]

    def __call__(self, key: str, **values: object) -> str:
        """Give a text with its places filled in.

        Raises:
            KeyError: The catalogue has no such key; a test makes sure that all have.
        """
        text = self.texts[key]
        return text.format(**values) if values else text

    def number(self, value: float | None, decimals: int = 0, *, sign: bool = False) -> str:
        """Write a number; a gap is a dash."""
        if value is None or not math.isfinite(value):
            return "–"
        text = f"{value:{'+' if sign else ''},.{decimals}f}".replace("-", "−")
        if not value or not re.search("[1-9]", text):
            text = text.lstrip("−")
        whole, _, rest = text.partition(".")
        whole = whole.replace(",", self.texts["format.thousands"])
        return f"{whole}{self.texts['format.decimal']}{rest}" if rest else whole

    def seconds(self, value: float | None) -> str:
        """Write a time in a recording with hundredths, from a minute on as 1:02.50."""
        if value is None or not math.isfinite(value):
            return "–"
        if abs(value) < 60:
            return f"{self.number(value, 2)} s"
        minutes, rest = divmod(round(abs(value), 2), 60)
        hours, minutes = divmod(int(minutes), 60)
        clock = f"{hours}:{minutes:02}:" if hours else f"{minutes}:"
        mark = "−" if value < 0 else ""
        return mark + clock + f"{rest:05.2f}".replace(".", self.texts["format.decimal"])

    def span(self, start_s: float, end_s: float) -> str:
        """Write a time span."""
        return f"{self.seconds(start_s)} – {self.seconds(end_s)}"

    def moment(self, iso: str) -> str:
        """Write a time in words with its ISO 8601 form behind; other text stays as it is."""
        try:
            when = datetime.fromisoformat(iso)
        except ValueError:
            return iso
        month = self.texts["format.months"].split(" ")[when.month - 1]
        shown = self(
            "format.moment", day=when.day, month=month, year=when.year, time=f"{when:%H:%M:%S}"
        )
        return f"{shown} ({when.isoformat(timespec='seconds')})"

    def yes(self, value: bool) -> str:
        """Write yes or no."""
        return self.texts["word.yes" if value else "word.no"]


def languages() -> tuple[str, ...]:
    """Give the codes of all catalogues, English first."""
    found = {path.stem for path in resources.path(LANGUAGE_FOLDER).glob("*.toml")}
    return ("en", *sorted(found - {"en"}))


@cache
def read_language(code: str) -> Language:
    """Read a catalogue.

    Raises:
        SettingsError: There is none for `code`.
    """
    if code not in languages():
        raise SettingsError(f"expected a language of {', '.join(languages())}, got {code!r}")
    content = resources.path(f"{LANGUAGE_FOLDER}/{code}.toml").read_text(encoding="utf-8")
    sections = tomllib.loads(content)
    return Language(
        code,
        {f"{name}.{key}": text for name, table in sections.items() for key, text in table.items()},
    )
