# SPDX-License-Identifier: Apache-2.0
"""How reports write numbers: one rule for all formats, so that they can be compared."""

from __future__ import annotations

import math

# A microsecond in a time, a millionth in a score: finer than what two engines agree on (1e-5).
DECIMALS = 6


def round_number(value: float) -> float | None:
    """Round a number for a report.

    Args:
        value: Any float; NaN and the infinities stand for a gap.

    Returns:
        The value rounded to six decimals, never -0.0; None for a gap.
    """
    if not math.isfinite(value):
        return None
    return round(value, DECIMALS) + 0.0
