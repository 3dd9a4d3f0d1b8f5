# SPDX-License-Identifier: Apache-2.0
"""Writes `card.toml`, the facts that go with a network's weights."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np


def write_card(card: Mapping[str, Any], path: Path) -> None:
    """Write a card as TOML, first under a temporary name.

    Args:
        card: Plain values, lists of them, and one or more levels of tables.
        path: Of the card.
    """
    partial = path.with_name(path.name + ".part")
    partial.write_text(to_toml(card), "utf-8")
    partial.replace(path)


def to_toml(card: Mapping[str, Any]) -> str:
    """Give a mapping as TOML text."""
    return "\n".join(_lines(card, "")).strip() + "\n"


def _lines(table: Mapping[str, Any], prefix: str) -> list[str]:
    plain = [f"{_key(k)} = {_value(v)}" for k, v in table.items() if not isinstance(v, Mapping)]
    lines = [f"[{prefix}]", *plain, ""] if prefix else [*plain, ""]
    for key, value in table.items():
        if isinstance(value, Mapping):
            lines += _lines(value, f"{prefix}.{_key(key)}" if prefix else _key(key))
    return lines


def _key(key: str) -> str:
    is_bare = key.replace("_", "").replace("-", "").isalnum() and key.isascii()
    return key if is_bare else json.dumps(key)


def _value(value: Any) -> str:
    if isinstance(value, bool | np.bool_):
        return "true" if value else "false"
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, int | np.integer):
        return str(int(value))
    if isinstance(value, float | np.floating):
        return repr(float(f"{float(value):.8g}"))
    if isinstance(value, list | tuple):
        items = [_value(item) for item in value]
        text = f"[{', '.join(items)}]"
        return text if len(text) < 90 else "[\n    " + ",\n    ".join(items) + ",\n]"
    raise TypeError(f"expected a plain value, got {type(value).__name__}")
