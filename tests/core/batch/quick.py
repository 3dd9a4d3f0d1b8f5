# SPDX-License-Identifier: Apache-2.0
"""An analysis that opens no decoder: the outcome follows from the first bytes alone."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

from core.cancel import CancelToken
from core.errors import MediaAccessError, MediaError
from core.events import AnalysisCompleted, Event
from core.media.sniffing import HEAD_BYTES, sniff
from core.pipeline import AnalysisTools, failed_result
from core.records import Outcome
from core.settings import AnalysisRequest


def analyze_quickly(
    request: AnalysisRequest, cancel: CancelToken, *, tools: AnalysisTools
) -> Iterator[Event]:
    """Give `not_applicable` for media, and the sniffer's error for all else."""
    if cancel.is_cancelled:
        return
    try:
        content = request.path.read_bytes()
    except OSError as gone:
        raise MediaAccessError("The file cannot be opened.") from gone
    facts = {"sha256": hashlib.sha256(content).hexdigest(), "size_bytes": len(content)}
    error: MediaError = MediaError("No error.")
    is_media = True
    try:
        sniff(content[:HEAD_BYTES])
    except MediaError as caught:
        error, is_media = caught, False
    error.facts |= facts
    result = failed_result(
        request,
        error,
        selection=tools.detectors.selection,
        face_detector=tools.face_detector.version,
        detectors=tools.detectors.runs,
        started_at=datetime.now(UTC),
    )
    if is_media:
        result = replace(result, outcome=Outcome.NOT_APPLICABLE, reason="no_face", message="")
    yield AnalysisCompleted(result)
