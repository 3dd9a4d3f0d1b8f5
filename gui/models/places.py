# SPDX-License-Identifier: Apache-2.0
"""A place in a video as a person types it, and the speeds at which it is played."""

from __future__ import annotations

import re
from dataclasses import dataclass

# Seconds of the file in one second.
SPEEDS = (0.25, 0.5, 1.0, 1.5, 2.0, 4.0)
_FRAME = re.compile(r"(?:f(?:rame)?\s*|#\s*)?(\d{1,9})", re.IGNORECASE)
_CLOCK = re.compile(
    r"(?:(?:(\d{1,3}):)?(\d{1,3}):)?(\d{1,6}(?:[.,]\d{0,6})?)\s*(s)?", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where to go: exactly one of the two is given."""

    frame_index: int | None = None
    time_s: float | None = None


def parse_place(text: str) -> Place | None:
    """Read what was typed.

    A whole number is a frame, as it stands beside the time in the window. Whatever has a colon, a
    point (or a comma) or an `s` is a time.

    Args:
        text: Such as `150`, `#150`, `0:06.5`, `00:01:02.5`, `62,5` or `62s`.

    Returns:
        The place, or None where the text is neither.
    """
    cleaned = text.strip()
    frame = _FRAME.fullmatch(cleaned)
    if frame is not None:
        return Place(frame_index=int(frame[1]))
    clock = _CLOCK.fullmatch(cleaned)
    if clock is None:
        return None
    hours, minutes, seconds = int(clock[1] or 0), int(clock[2] or 0), clock[3].replace(",", ".")
    if (clock[1] and minutes > 59) or (clock[2] and float(seconds) >= 60):
        return None
    return Place(time_s=hours * 3600 + minutes * 60 + float(seconds))
