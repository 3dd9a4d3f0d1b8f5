# SPDX-License-Identifier: Apache-2.0
"""What one worker does with one file: analyse it, render its reports, hand both back.

The networks stay loaded from one file to the next, once for each thread, since tools serve one
thread at a time. Whatever goes wrong with a file ends as a finding about this file; only what
would go wrong with every file (weights missing, another version) is raised.
"""

from __future__ import annotations

import logging
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from core.batch.fingerprint import ToolFacts, fingerprint
from core.batch.records import Finding, Job, TaskSpec
from core.cancel import CancelToken, LinkedToken
from core.detectors.catalog import DetectorSet
from core.dossier import Dossier, FileTimes
from core.errors import (
    AnalysisError,
    ClusterMismatchError,
    LimitExceededError,
    WorkerCrashedError,
)
from core.events import AnalysisCompleted, FramesScored
from core.explaining import explain_key_frames
from core.gathering import gather_for
from core.pipeline import AnalysisTools, analyze, failed_result
from core.records import AnalysisResult, MediaInfo
from core.report.batch_summary import batch_item
from core.report.catalog import write_reports
from core.report.export import ExportOptions
from core.report.names import safe_stem
from core.settings import AnalysisRequest
from core.text import printable

log = logging.getLogger(__name__)

# Takes the frames examined so far, and their share of the file where that is known.
Tell = Callable[[int, float | None], None]
# The batch keeps them in its own folder, on the disk; these are read back at once.
_PRIVATE_COPY = ExportOptions(durable=False)
_loaded = threading.local()


def load_tools(spec: TaskSpec, threads: int | None) -> tuple[AnalysisTools, ToolFacts]:
    """Give the calling thread's tools; loaded once for one set of settings.

    Raises:
        AnalysisError: They cannot be loaded.
        ClusterMismatchError: They are others than the batch was started with.
    """
    key = (spec.settings, threads)
    if getattr(_loaded, "key", None) != key:
        _loaded.key = None
        tools = AnalysisTools.load(spec.settings, threads=threads)
        _loaded.tools, _loaded.facts = tools, ToolFacts.of(tools)
        _loaded.key = key
    facts: ToolFacts = _loaded.facts
    if spec.expected and fingerprint(spec.settings, facts) != spec.expected:
        raise ClusterMismatchError(
            "A worker came that would not give the same scores.",
            advice="Give all workers the same installation, then go on with --resume.",
        )
    return _loaded.tools, facts


def run_task(
    job: Job,
    spec: TaskSpec,
    cancel: CancelToken,
    tell: Tell,
    threads: int | None = None,
) -> Finding | None:
    """Analyse one file.

    Args:
        job: The file.
        spec: How.
        cancel: Ends the analysis early.
        tell: Called with the frames examined so far, and their share of the file.
        threads: Of the engines; None for all cores.

    Returns:
        What came out, or None where it was cancelled.

    Raises:
        AnalysisError: No file could be analysed here.
    """
    tools, facts = load_tools(spec, threads)
    started, started_at = time.monotonic(), datetime.now(UTC)
    with _file_of(job) as path:
        request = AnalysisRequest(path, spec.settings)
        result: AnalysisResult | None = None
        error: AnalysisError | None = None
        files: tuple[tuple[str, bytes], ...] = ()
        try:
            with _time_limit(spec.time_limit_s, cancel) as token:
                result = _analyze(request, token, tools, tell)
            if result is not None:
                files = render(result, spec, path, job=job, detectors=tools.detectors)
        except AnalysisError as caught:
            error = caught
        except Exception as caught:
            log.exception("the analysis of a file failed")
            error = _unexpected(caught)
        if cancel.is_cancelled:
            return None
        if error is not None or result is None:
            error = error or _too_long(spec.time_limit_s)
            result = result_of_failure(request, error, facts, started_at)
            files = render(result, spec, path, job=job)
    return finding_of(result, files, time.monotonic() - started)


def result_of_failure(
    request: AnalysisRequest, error: AnalysisError, facts: ToolFacts, started_at: datetime
) -> AnalysisResult:
    """Give the result of a file that could not be analysed to the end."""
    return failed_result(
        request,
        error,
        selection=facts.selection,
        face_detector=facts.face_detector,
        detectors=facts.detectors,
        started_at=started_at,
    )


def render(
    result: AnalysisResult,
    spec: TaskSpec,
    evidence: Path,
    *,
    job: Job,
    detectors: DetectorSet | None = None,
) -> tuple[tuple[str, bytes], ...]:
    """Write reports in a private folder and give them as names and contents.

    Args:
        result: Of the file.
        spec: Formats, case and style.
        evidence: Where the file lies for this process.
        job: What the file is called in the reports.
        detectors: Those that ran, to explain the pictures; None for none of that.

    Raises:
        ReportError: They cannot be written.
    """
    dossier = Dossier(result, spec.case, path_given=printable(job.given), style=spec.style)
    dossier = gather_for(dossier, evidence, spec.formats, spec.settings.limits)
    if detectors is not None:
        dossier = explain_key_frames(dossier, detectors)
    if job.content is not None:
        # The times of the private copy say nothing.
        dossier = replace(dossier, file_times=FileTimes())
    with tempfile.TemporaryDirectory(prefix="facewitness-") as name:
        folder = Path(name)
        written = write_reports(
            dossier, folder, spec.formats, evidence=evidence, options=_PRIVATE_COPY
        )
        return tuple((path.name, path.read_bytes()) for path in written)


def finding_of(
    result: AnalysisResult, files: tuple[tuple[str, bytes], ...], seconds: float
) -> Finding:
    """Sum a result up."""
    line = batch_item(result, result.file.name)
    return Finding(
        sha256=line.sha256,
        size_bytes=result.file.size_bytes,
        outcome=line.outcome,
        reason=line.reason or "",
        message=line.message,
        kind=result.media.kind if result.media else "",
        codec=_codec(result.media) if result.media else "",
        frames_examined=result.coverage.frames_sampled,
        faces_scored=sum(bool(face.scores) for t in result.tracks for face in t.observations),
        people=line.people,
        log10_lr=line.log10_lr,
        coverage=line.coverage,
        duration_s=line.duration_s,
        seconds=round(seconds, 3),
        finished_at=result.run.finished_at,
        files=files,
    )


def _codec(media: MediaInfo) -> str:
    streams = {stream.index: stream.codec for stream in media.streams}
    return streams.get(-1 if media.video_stream is None else media.video_stream, media.container)


def _analyze(
    request: AnalysisRequest,
    cancel: CancelToken,
    tools: AnalysisTools,
    tell: Tell,
) -> AnalysisResult | None:
    for event in analyze(request, cancel, tools=tools):
        if isinstance(event, FramesScored):
            tell(event.frames_done, _share(event))
        elif isinstance(event, AnalysisCompleted):
            return event.result
    return None


def _share(event: FramesScored) -> float | None:
    if not event.duration_s:
        return None
    return min(max(event.position_s / event.duration_s, 0.0), 1.0)


@contextmanager
def _time_limit(seconds: float | None, cancel: CancelToken) -> Iterator[CancelToken]:
    """Give a token that is also set when the time is over."""
    token = LinkedToken(cancel)
    if seconds is None:
        yield token
        return
    timer = threading.Timer(seconds, token.cancel)
    timer.daemon = True
    timer.start()
    try:
        yield token
    finally:
        timer.cancel()


def _unexpected(error: Exception) -> WorkerCrashedError:
    return WorkerCrashedError(
        f"The analysis failed unexpectedly: {type(error).__name__}.",
        advice="Report this with the file's SHA-256, if you may.",
    )


def _too_long(seconds: float | None) -> LimitExceededError:
    return LimitExceededError(
        f"The analysis took longer than {seconds:g} s and was stopped.",
        advice="Raise --time-limit, or analyse this file by itself.",
        time_limit_s=seconds,
    )


@contextmanager
def _file_of(job: Job) -> Iterator[Path]:
    """Give the path to open; bytes that were sent go to a private file, which is deleted."""
    if job.content is None:
        yield job.path
        return
    with tempfile.TemporaryDirectory(prefix="facewitness-evidence-") as folder:
        path = Path(folder, job.path.name)
        try:
            path.write_bytes(job.content)
        except (OSError, ValueError):
            # The name may mean nothing, or too much, to this machine's file system.
            path = Path(folder, safe_stem(job.path.name))
            path.write_bytes(job.content)
        yield path
