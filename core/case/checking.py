# SPDX-License-Identifier: Apache-2.0
"""Whether a file is still the one that was analysed."""

from __future__ import annotations

import enum
import os
from pathlib import Path

from core.cancel import CancelToken
from core.errors import MediaAccessError
from core.media.handles import hash_handle, open_evidence


class EvidenceCheck(enum.StrEnum):
    """What a look at the file says."""

    UNCHECKED = "unchecked"
    SAME = "same"
    MISSING = "missing"
    CHANGED = "changed"
    UNREADABLE = "unreadable"


def glance(path: Path, size_bytes: int | None) -> EvidenceCheck:
    """Look whether a file is there with its size; says nothing of its content."""
    try:
        status = path.stat()
    except FileNotFoundError:
        return EvidenceCheck.MISSING
    except OSError:
        return EvidenceCheck.UNREADABLE
    if size_bytes is not None and status.st_size != size_bytes:
        return EvidenceCheck.CHANGED
    return EvidenceCheck.UNCHECKED


def check_evidence_file(
    path: Path, size_bytes: int | None, sha256: str | None, cancel: CancelToken
) -> EvidenceCheck:
    """Hash a file and compare; reads all of it.

    Args:
        path: Where it was.
        size_bytes, sha256: As it was analysed; without a hash nothing can be compared.
        cancel: Ends it early as UNCHECKED.
    """
    found = glance(path, size_bytes)
    if found is not EvidenceCheck.UNCHECKED or sha256 is None:
        return found
    try:
        handle = open_evidence(path)
    except MediaAccessError:
        return EvidenceCheck.UNREADABLE
    try:
        digest = hash_handle(handle, lambda _: not cancel.is_cancelled)
    except OSError:
        return EvidenceCheck.UNREADABLE
    finally:
        os.close(handle)
    if digest is None:
        return EvidenceCheck.UNCHECKED
    return EvidenceCheck.SAME if digest == sha256 else EvidenceCheck.CHANGED
