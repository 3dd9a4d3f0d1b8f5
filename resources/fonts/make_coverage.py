# SPDX-License-Identifier: Apache-2.0
"""Writes `coverage.json`, which says what code points each font here can draw.

    python resources/fonts/make_coverage.py

Needs fontTools, which comes with matplotlib. Reports read the table instead of the fonts, since
parsing those would take longer than setting the report.
"""

from __future__ import annotations

import json
from pathlib import Path

HERE = Path(__file__).resolve().parent


def runs_of(font: Path) -> list[list[int]]:
    """Give the first and last code point of each run that a font has."""
    from fontTools.ttLib import TTFont

    runs: list[list[int]] = []
    for point in sorted(TTFont(font).getBestCmap()):
        if runs and runs[-1][1] == point - 1:
            runs[-1][1] = point
        else:
            runs.append([point, point])
    return runs


def coverage() -> dict[str, dict[str, list[list[int]]]]:
    """Give the table."""
    return {"fonts": {font.name: runs_of(font) for font in sorted(HERE.glob("*.ttf"))}}


if __name__ == "__main__":
    text = json.dumps(coverage(), separators=(",", ":"))
    (HERE / "coverage.json").write_text(text + "\n", encoding="ascii")
