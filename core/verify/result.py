# SPDX-License-Identifier: Apache-2.0
"""A JSON result: its form, its own digest, and whether its parts agree with each other."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

import resources
from core.canonical import parse_strict
from core.report.integrity import KEY, digest_holds
from core.report.json_report import SCHEMA_VERSION
from core.verify.consistency import contradictions
from core.verify.findings import Check, fails, holds

Document = Mapping[str, Any]


def check_result(subject: str, untrusted_bytes: bytes) -> tuple[Document | None, list[Check]]:
    """Check the bytes of a JSON result.

    Args:
        subject: What the file is called in the checks.
        untrusted_bytes: Bounded by the caller.

    Returns:
        The result where it holds, else None; and the checks up to the first that fails.
    """
    try:
        document = parse_strict(untrusted_bytes)
    except ValueError as error:
        return None, [fails(subject, "is JSON", str(error)[:200])]
    if not isinstance(document, dict):
        return None, [fails(subject, "is a result", "it is not a JSON object")]
    checks: list[Check] = []
    for what, problem in (
        ("schema", _schema_problem(document)),
        ("own SHA-256", _digest_problem(document)),
        ("layout of the text", _layout_problem(document, untrusted_bytes)),
    ):
        if problem is not None:
            return None, [*checks, fails(subject, what, problem)]
        checks.append(holds(subject, what))
    problem = next(iter(contradictions(document)), None)
    if problem is not None:
        return None, [*checks, fails(subject, "agrees with itself", problem)]
    return document, [*checks, holds(subject, "agrees with itself")]


def is_other_json(untrusted_bytes: bytes) -> bool:
    """Whether this is JSON that never claimed to be a result, such as a batch's summary."""
    try:
        document = parse_strict(untrusted_bytes)
    except ValueError:
        return False
    return not isinstance(document, dict) or not {KEY, "interpretation", "tracks"} & set(document)


def _schema_problem(document: Document) -> str | None:
    version = document.get("schema_version")
    if version != SCHEMA_VERSION:
        return f"its schema_version is {str(version)[:20]}, this tool checks {SCHEMA_VERSION}"
    try:
        error = next(_validator().iter_errors(document), None)
    except RecursionError:
        return "it is nested too deeply"
    if error is None:
        return None
    return f"at {error.json_path[:200]}: {error.message[:200]}"


@cache
def _validator() -> Any:
    from jsonschema import Draft202012Validator

    schema = json.loads(resources.path("schema/result.schema.json").read_text(encoding="utf-8"))
    return Draft202012Validator(schema)


def _digest_problem(document: Document) -> str | None:
    if digest_holds(document):
        return None
    return f"the SHA-256 under `{KEY}` is not that of the content"


def _layout_problem(document: Document, untrusted_bytes: bytes) -> str | None:
    """Find a change that means nothing to JSON: blanks, other escapes, another order of keys."""
    pretty = json.dumps(document, indent=2, allow_nan=False).encode("ascii") + b"\n"
    line = json.dumps(document, separators=(",", ":"), allow_nan=False).encode("ascii")
    if untrusted_bytes in {pretty, line, line + b"\n"}:
        return None
    place = next(
        (
            index
            for index, pair in enumerate(zip(pretty, untrusted_bytes, strict=False))
            if pair[0] != pair[1]
        ),
        min(len(pretty), len(untrusted_bytes)),
    )
    return f"the text is not laid out as FaceWitness does from byte {place} on"
