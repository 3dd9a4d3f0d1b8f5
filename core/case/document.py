# SPDX-License-Identifier: Apache-2.0
"""The file of a case, `case.fwcase`: JSON with the items, settings, notes and batches."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from core.batch.discovery import Scope
from core.canonical import parse_strict
from core.dossier import CaseFacts
from core.errors import CaseError
from core.evidence.annotations import Annotations
from core.rebuilding import rebuild
from core.settings import AnalysisSettings

FORMAT = "facewitness-case"
CASE_SUFFIX = ".fwcase"
SCHEMA_VERSION = 1
MAX_BYTES = 256 * 1024 * 1024
# From each earlier version to the next one; a new version brings one of these and its test.
Migration = Callable[[dict[str, Any]], dict[str, Any]]
MIGRATIONS: dict[int, Migration] = {}


@dataclass(frozen=True, slots=True)
class CaseItem:
    """A file of the case.

    Attributes:
        item_id: Number within the case; never given twice.
        path: Where the evidence was; may hold lone surrogates.
        size_bytes, sha256: Of the evidence as it was analysed; None before.
        result: JSON result, relative to the case's folder with slashes; empty where there is none.
        annotations: Notes and bookmarks.
    """

    item_id: int
    path: str
    size_bytes: int | None = None
    sha256: str | None = None
    result: str = ""
    annotations: Annotations = field(default_factory=Annotations)

    def __post_init__(self) -> None:
        """Refuse a result that lies elsewhere: the file may come from anyone."""
        if self.result and leads_out(self.result):
            raise ValueError(f"the result {self.result[:80]!r} lies outside of the case")


def leads_out(relative: str) -> bool:
    """Whether a name is not that of a file in the case's folder or in one inside it."""
    parts = PurePosixPath(relative)
    return parts.is_absolute() or ".." in parts.parts or not parts.parts or "\\" in relative


@dataclass(frozen=True, slots=True)
class CaseBatch:
    """A folder that was analysed as a whole.

    Attributes:
        folder: The evidence.
        out: State and results, relative to the case's folder.
        scope: Which files are taken.
    """

    folder: str
    out: str
    scope: Scope


@dataclass(frozen=True, slots=True)
class CaseDocument:
    """All that the file holds.

    Attributes:
        created_at: ISO 8601 UTC.
        case: What reports say of the case; the keys are those of `--case-file`.
        next_item_id: Number of the next item.
    """

    created_at: str
    case: CaseFacts = field(default_factory=CaseFacts)
    settings: AnalysisSettings = field(default_factory=AnalysisSettings)
    items: tuple[CaseItem, ...] = ()
    batches: tuple[CaseBatch, ...] = ()
    next_item_id: int = 1


def document_as_bytes(document: CaseDocument) -> bytes:
    """Write a document, indented for people, in ASCII."""
    plain = {"format": FORMAT, "schema_version": SCHEMA_VERSION, **dataclasses.asdict(document)}
    return json.dumps(plain, indent=1, allow_nan=False).encode("ascii") + b"\n"


def read_document(untrusted_bytes: bytes, name: str) -> CaseDocument:
    """Read a document of this version or an earlier one.

    Args:
        untrusted_bytes: Of the file; the caller has bounded their number.
        name: What the case is called, safe to show.

    Raises:
        CaseError: It is none, or one of a later version.
    """
    try:
        found = parse_strict(untrusted_bytes)
        if not isinstance(found, dict) or found.pop("format", None) != FORMAT:
            raise ValueError("it is not a case of FaceWitness")  # noqa: TRY301
        return rebuild(CaseDocument, _migrated(found, name))
    except ValueError as error:
        raise CaseError(
            f"The case {name} cannot be read: {error}.",
            advice="Keep the folder as it is; its results and its log can be read without it.",
        ) from error


def _migrated(found: dict[str, Any], name: str) -> dict[str, Any]:
    version = found.pop("schema_version", None)
    if isinstance(version, int) and version > SCHEMA_VERSION:
        raise CaseError(
            f"The case {name} was written by a later version of FaceWitness.",
            advice="Open it with that version.",
        )
    while version != SCHEMA_VERSION:
        if version not in MIGRATIONS:
            raise ValueError(f"its schema_version is {str(version)[:20]}")
        found, version = MIGRATIONS[version](found), version + 1
    return found
