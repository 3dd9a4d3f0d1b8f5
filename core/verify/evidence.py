# SPDX-License-Identifier: Apache-2.0
"""The evidence file of a result: found at hand or given, and hashed again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from core.digests import sha256_of
from core.text import printable
from core.verify.findings import Check, fails, holds, unknown
from core.verify.reading import open_regular, why
from core.verify.result import Document

WHAT = "SHA-256 of the evidence"


def find_evidence(document: Document, folder: Path, given: Path | None) -> Path | None:
    """Give the evidence of a result: the file that was given, or one of its name at hand.

    Args:
        document: A result that holds.
        folder: Where the report lies.
        given: What the user named, or None.
    """
    if given is not None:
        return given
    name = document["file"]["name"]
    # A name with hidden characters is written with escapes, and one with a separator leads away.
    if not name or set(name) & set("/\\:\0") or name in {".", ".."}:
        return None
    places = (Path(), folder, folder.parent, folder.parent / "evidence")
    return next((path for place in places if (path := place / name).is_file()), None)


def check_evidence(document: Document, subject: str, path: Path | None) -> Iterator[Check]:
    """Hold a file against the hash that a result states."""
    wanted, size_bytes = document["file"]["sha256_before"], document["file"]["bytes"]
    if wanted is None:
        yield unknown(subject, WHAT, "the result states none: the file could not be read")
        return
    if path is None:
        yield unknown(subject, WHAT, "the file is not at hand; name it with --evidence")
        return
    shown = printable(str(path))
    try:
        with open_regular(path) as stream:
            size = stream.seek(0, 2)
            stream.seek(0)
            found = sha256_of(stream) if size == size_bytes else None
    except OSError as error:
        yield fails(subject, WHAT, f"{shown} cannot be read: {why(error)}")
        return
    if found is None:
        yield fails(subject, WHAT, f"{shown} has {size} bytes, the result says {size_bytes}")
    elif found != wanted:
        yield fails(subject, WHAT, f"{shown} has {found}, the result says {wanted}")
    else:
        yield holds(subject, WHAT, f"{shown}, {found}")
