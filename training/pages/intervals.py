# SPDX-License-Identifier: Apache-2.0
"""How the pages write a figure with its 95 % interval."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def with_interval(figures: Mapping[str, Any], name: str = "auc", form: str = ".3f") -> str:
    """Write `figures[name]` and its bounds, as in `0.968 (0.959 to 0.976)`."""
    low, high = figures[f"{name}_ci95"]
    return f"{figures[name]:{form}} ({low:{form}} to {high:{form}})"
