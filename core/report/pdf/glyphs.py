# SPDX-License-Identifier: Apache-2.0
"""Text that the report's own fonts can draw; what they cannot is shown as an escaped code point."""

from __future__ import annotations

import bisect
import json
import unicodedata
from collections.abc import Iterator
from functools import cache

import resources
from core.text import printable

FONT_FOLDER = "fonts"
COVERAGE_NAME = "fonts/coverage.json"
# Longer words get places to break, or they would run over the edge of the page.
_LONGEST_WORD = 28
_PIECE = 7
_JOINERS = "\u200c\u200d"


def drawable(untrusted_text: str, *, plain: bool = False) -> str:
    r"""Make text safe to print: nothing hidden, nothing that the fonts lack.

    Args:
        untrusted_text: Anything, also lone surrogates.
        plain: Keep ASCII only, as the last resort where a script cannot be set.

    Returns:
        One line; other characters stand as `\u4e00`, so that none is lost.
    """
    shown = printable(untrusted_text)
    if plain:
        return shown.encode("ascii", "backslashreplace").decode("ascii")
    if shown.isascii():
        return shown
    return "".join(
        part if _has_font(part) else part.encode("ascii", "backslashreplace").decode("ascii")
        for part in _clusters(shown)
    )


def pieces(text: str) -> list[str]:
    """Cut text where a line may break, for words that are longer than a column.

    Joined, the pieces are the text; a mark stays with its letter.
    """
    if max((len(word) for word in text.split(" ")), default=0) <= _LONGEST_WORD:
        return [text]
    cut, piece = [], ""
    for part in _clusters(text):
        piece += part
        if len(piece) >= _PIECE:
            cut.append(piece)
            piece = ""
    return [*cut, piece] if piece else cut


def _clusters(text: str) -> Iterator[str]:
    """Split into a character with the marks, joiners and selectors that belong to it."""
    cluster = ""
    for char in text:
        belongs = unicodedata.category(char)[0] == "M" or char in _JOINERS
        if cluster and not belongs and cluster[-1] != "\u200d":
            yield cluster
            cluster = ""
        cluster += char
    if cluster:
        yield cluster


def _has_font(cluster: str) -> bool:
    """Whether one font has all of a cluster: typst sets it from one font or not at all."""
    points = [ord(char) for char in cluster]
    return any(all(_within(starts, ends, point) for point in points) for starts, ends in _fonts())


def _within(starts: list[int], ends: list[int], point: int) -> bool:
    place = bisect.bisect_right(starts, point) - 1
    return place >= 0 and point <= ends[place]


@cache
def _fonts() -> tuple[tuple[list[int], list[int]], ...]:
    """Read which code points each font has: first and last of each run."""
    table = json.loads(resources.path(COVERAGE_NAME).read_text(encoding="ascii"))
    return tuple(
        ([run[0] for run in runs], [run[1] for run in runs]) for runs in table["fonts"].values()
    )
