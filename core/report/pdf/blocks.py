# SPDX-License-Identifier: Apache-2.0
"""The blocks that a report's sections are made of; the template knows how each one looks.

Blocks are plain JSON values. Every text that comes from outside passes `Writer.text`, so that
it can be drawn and cannot be taken for markup: typst gets it as a string, never as source.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from core.report.pdf.glyphs import drawable, pieces
from core.report.pdf.languages import Language

Value = str | dict[str, object]
Block = dict[str, object]


@dataclass(frozen=True, slots=True)
class Writer:
    """Makes values and blocks in one language.

    Attributes:
        say: The catalogue.
        plain: Whether text from outside keeps ASCII only.
    """

    say: Language
    plain: bool = False

    def text(self, untrusted_text: object) -> str:
        """Make text from outside drawable; empty becomes "not supplied"."""
        shown = drawable(str(untrusted_text), plain=self.plain).strip()
        return shown or self.say("word.not_supplied")

    def long(self, untrusted_text: object) -> Value:
        """Make text from outside drawable, with places to break where words are long."""
        return {"k": "pieces", "pieces": pieces(self.text(untrusted_text))}

    def stated(self, text: object) -> Value:
        """As `long`, for a card's key: empty becomes "not stated"."""
        return self.long(text) if str(text).strip() else self.say("word.not_stated")

    def brief(self, untrusted_text: object, most: int = 120) -> Value:
        """As `long`, cut where it would take the room of others; it stands in full elsewhere."""
        return self.long(cut(self.text(untrusted_text), most))

    def mono(self, untrusted_text: object) -> Value:
        """As `long`, in a fixed-width font: hashes, commands."""
        return {"k": "mono", "pieces": pieces(self.text(untrusted_text))}

    def heading(self, key: str, **values: object) -> Block:
        """A heading below the section's."""
        return {"k": "heading", "text": self.say(key, **values)}

    def paragraph(self, key: str, **values: object) -> Block:
        """A paragraph of the catalogue."""
        return {"k": "paragraph", "text": self.say(key, **values)}


def cut(text: str, most: int) -> str:
    """Shorten a text that stands in full elsewhere."""
    return text if len(text) <= most else f"{text[: most - 1]}…"


def facts(rows: Iterable[tuple[Value, Value]]) -> Block:
    """Labels with their values, one a line."""
    return {"k": "facts", "rows": [list(row) for row in rows]}


def table(head: Sequence[str], rows: Sequence[Sequence[Value]], columns: str) -> Block:
    """A table whose head is repeated on each page.

    Args:
        head: Names of the columns.
        rows: Cells.
        columns: A letter for each: "l" text that may wrap, "w" the same twice as wide, "n" narrow
            text, "r" number.
    """
    return {"k": "table", "head": list(head), "rows": [list(r) for r in rows], "columns": columns}


def bullets(items: Iterable[Value]) -> Block:
    """A list."""
    return {"k": "bullets", "items": list(items)}


def code(value: Value) -> Block:
    """Something to copy."""
    return {"k": "code", "value": value}


def boxed(text: str) -> Block:
    """A sentence that must not be overlooked."""
    return {"k": "boxed", "text": text}


def section(title: str, blocks: Iterable[Block]) -> dict[str, object]:
    """A numbered section."""
    return {"title": title, "blocks": list(blocks)}
