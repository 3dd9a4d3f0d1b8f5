# SPDX-License-Identifier: Apache-2.0
"""One way to write a JSON value as bytes, and a strict way to read what others wrote.

The canonical form is what Python's `json.dumps` gives with sorted keys, no blanks and ASCII only:
another lab needs nothing but Python to make the same bytes. It differs from RFC 8785 in how some
floats and non-ASCII letters are written, so it is named wherever a digest over it is stated.
"""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Mapping

CANONICAL_FORM = "json.dumps(value, sort_keys=True, separators=(',', ':')), ASCII"


def canonical_json(value: object) -> bytes:
    """Write a JSON value in the canonical form.

    Raises:
        ValueError: A number in it is not finite.
    """
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return text.encode("ascii")


def canonical_digest(value: object) -> str:
    """Give the SHA-256 of a value's canonical form, as lower-case hex."""
    return hashlib.sha256(canonical_json(value)).hexdigest()


def parse_strict(untrusted_bytes: bytes) -> object:
    """Read JSON as a careful reader does.

    Args:
        untrusted_bytes: Anything; the caller has bounded its size.

    Returns:
        Dictionaries, lists and plain values.

    Raises:
        ValueError: No JSON in ASCII, a key stands twice, a number is not finite, or it is nested
            deeper than the interpreter follows.
    """
    try:
        return json.loads(
            untrusted_bytes.decode("ascii"),
            object_pairs_hook=_without_twins,
            parse_constant=_refuse_constant,
            parse_float=_finite,
        )
    except RecursionError as error:
        raise ValueError("nested too deeply") from error


def _without_twins(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key stands twice in one object")
    return found


def _refuse_constant(name: str) -> object:
    raise ValueError(f"{name} is no JSON number")


def _finite(digits: str) -> float:
    number = float(digits)
    if not math.isfinite(number):
        raise ValueError(f"the number {digits[:20]} is too large")
    return number


def as_mapping(value: object) -> Mapping[str, object]:
    """Give a JSON object, or an empty one where the value is none."""
    return value if isinstance(value, dict) else {}
