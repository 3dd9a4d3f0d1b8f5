# SPDX-License-Identifier: Apache-2.0
"""What a batch is asked to do."""

from __future__ import annotations

import dataclasses
import json
from dataclasses import dataclass, field
from pathlib import Path

from core.batch.discovery import Scope
from core.dossier import CaseFacts, ReportStyle
from core.settings import AnalysisSettings


@dataclass(frozen=True, slots=True)
class BatchOptions:
    """What a batch is asked to do.

    Attributes:
        folder: The evidence; nothing is ever written there.
        out: Where state, results and summary go.
        resume: Whether `out` may hold a batch already, which is then gone on with.
        case, style: Of the reports; what is finished keeps those it was written with.
    """

    folder: Path
    out: Path
    settings: AnalysisSettings
    formats: tuple[str, ...]
    scope: Scope = field(default_factory=Scope)
    resume: bool = False
    time_limit_s: float | None = None
    threads: int | None = None
    case: CaseFacts = field(default_factory=CaseFacts)
    style: ReportStyle = field(default_factory=ReportStyle)


def scope_as_json(scope: Scope) -> str:
    """Write down which files a batch takes, so that a run that goes on takes the same."""
    return json.dumps(dataclasses.asdict(scope), sort_keys=True)


def scope_of_json(text: str) -> Scope:
    """Read what `scope_as_json` wrote; a state of an earlier version has none.

    Raises:
        ValueError: It is something else.
    """
    if not text:
        return Scope(recursive=True)
    found = json.loads(text)
    try:
        return Scope(
            recursive=bool(found["recursive"]),
            include=tuple(map(str, found["include"])),
            exclude=tuple(map(str, found["exclude"])),
            follow_links=bool(found["follow_links"]),
        )
    except (KeyError, TypeError) as error:
        raise ValueError(f"expected the scope of a batch, got {text[:80]!r}") from error
