# SPDX-License-Identifier: Apache-2.0
"""Numbers and names as people read them."""

from __future__ import annotations

import html
import math


def tool_tip(text: str) -> str:
    """Write a tool tip that shows its text as it is: Qt would take `<b>` in it for markup."""
    return f"<qt>{html.escape(text).replace(chr(10), '<br>')}</qt>" if text else ""


def format_time(time_s: float | None) -> str:
    """Write a position in a file as `m:ss.mmm`, with hours when there are any."""
    if time_s is None or not math.isfinite(time_s):
        return "–"
    sign = "-" if time_s < 0 else ""
    milliseconds = round(abs(time_s) * 1000)
    seconds, milliseconds = divmod(milliseconds, 1000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return f"{sign}{hours}:{minutes:02}:{seconds:02}.{milliseconds:03}"
    return f"{sign}{minutes}:{seconds:02}.{milliseconds:03}"


def format_span(start_s: float, end_s: float) -> str:
    """Write a time span to a tenth of a second: `0:01.2 – 0:04.0`."""
    return f"{format_time(start_s)[:-2]} – {format_time(end_s)[:-2]}"


def format_score(score: float | None) -> str:
    """Write a score with two decimals; a gap is a dash. Scores are not percentages."""
    if score is None or not math.isfinite(score):
        return "–"
    return f"{score:.2f}"


def format_bytes(size_bytes: int | None) -> str:
    """Write a size in decimal units."""
    if size_bytes is None:
        return "–"
    size = float(size_bytes)
    for unit in ("bytes", "kB", "MB", "GB"):
        if size < 1000:
            return f"{size:.0f} {unit}" if unit == "bytes" else f"{size:.1f} {unit}"
        size /= 1000
    return f"{size:.1f} TB"


def short_hash(digest: str | None) -> str:
    """Write the two ends of a hash; the whole of it belongs in the tool tip."""
    if not digest:
        return "–"
    return f"{digest[:8]}…{digest[-8:]}" if len(digest) > 20 else digest
