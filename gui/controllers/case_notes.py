# SPDX-License-Identifier: Apache-2.0
"""What people do at the desk, as lines of the case log."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping

from core.dossier import CaseFacts
from core.evidence.annotations import Annotations
from core.evidence.case_log.entries import LogEntry, LogEvent
from core.settings import AnalysisSettings


def annotation_entries(name: str, before: Annotations, after: Annotations) -> tuple[LogEntry, ...]:
    """Say which notes came and went, and which frames are marked now.

    Args:
        name: Of the file.
        before, after: Its notes and bookmarks.
    """
    entries = [
        LogEntry(LogEvent.NOTE, {"name": name, "text": one.text, "author": one.author})
        for one in after.notes
        if one not in before.notes
    ]
    entries += [
        LogEntry(LogEvent.NOTE, {"name": name, "text": one.text, "withdrawn": True})
        for one in before.notes
        if one not in after.notes
    ]
    if before.bookmarks != after.bookmarks:
        frames = [{"frame_index": one.frame_index, "label": one.label} for one in after.bookmarks]
        entries.append(LogEntry(LogEvent.BOOKMARKS, {"name": name, "frames": frames}))
    return tuple(entries)


def removed_entry(name: str) -> LogEntry:
    """Say that a file was taken off the list."""
    return LogEntry(LogEvent.REMOVED, {"name": name})


def settings_entry(changed: Mapping[str, AnalysisSettings | CaseFacts]) -> LogEntry:
    """Say what is in force from now on."""
    facts = {name: dataclasses.asdict(value) for name, value in changed.items()}
    return LogEntry(LogEvent.SETTINGS, facts)
