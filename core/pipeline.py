# SPDX-License-Identifier: Apache-2.0
"""One analysis from file to result: the only place where the stages meet.

    open_media -> FaceStage -> Scorer -> judge -> AnalysisResult

The command line prints the events, a window's worker turns them into signals, a test lists them:
the numbers are the same from each.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime

from core.aggregate.outcome import judge_file, judge_track, with_segments
from core.cancel import CancelToken
from core.detectors.catalog import DetectorSet, load_detectors
from core.engines.catalog import EngineSelection
from core.errors import AnalysisError, MediaChangedError, MediaError
from core.events import (
    AnalysisCompleted,
    Event,
    FrameFailed,
    FramesScored,
    MediaProbed,
    Stage,
    StageStarted,
)
from core.evidence.custody import run_facts
from core.evidence.intervals import suspicious_segments
from core.faces.catalog import load_face_detector
from core.faces.detection import FaceDetector
from core.faces.stage import FaceStage
from core.media.isolation import MediaSession, open_media
from core.records import (
    AnalysisResult,
    DetectorRun,
    FileFacts,
    FrameFailure,
    MediaInfo,
    Outcome,
    Reason,
    Segment,
    TrackResult,
)
from core.scoring import ScoredBatch, Scorer
from core.settings import AnalysisRequest, AnalysisSettings
from core.tally import Tally
from core.text import printable

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class AnalysisTools:
    """What is loaded once and used for many files, on one thread at a time."""

    face_detector: FaceDetector
    detectors: DetectorSet

    @classmethod
    def load(
        cls,
        settings: AnalysisSettings,
        on_loading: Callable[[str], None] | None = None,
        threads: int | None = None,
    ) -> AnalysisTools:
        """Load the face detector and the detectors that the settings name.

        Args:
            settings: Ids, engine and device.
            on_loading: Called with the title of each network before it is loaded.
            threads: Of the CPU, for each network; None for all usable cores. Scores do not
                depend on it, so it is no setting.

        Raises:
            DetectorError: Weights are missing or altered, or the engine is not there.
            FaceStageError: The face detector's weights are missing or altered.
            SettingsError: An id is not known.
        """
        return cls(
            face_detector=load_face_detector(settings.faces.detector_id, threads),
            detectors=load_detectors(
                settings.detectors,
                settings.engine,
                settings.device,
                threads=threads,
                on_loading=on_loading,
                operating_points=settings.operating_points,
            ),
        )


def analyze(
    request: AnalysisRequest, cancel: CancelToken, *, tools: AnalysisTools | None = None
) -> Iterator[Event]:
    """Analyse one file.

    Args:
        request: The file and the settings.
        cancel: Looked at between frames; once set, the events end without AnalysisCompleted.
        tools: Loaded networks from an earlier file; loaded here when None.

    Yields:
        Events in the order of `core.events`. A file that cannot be read, or whose decoder dies
        on the way, still ends in AnalysisCompleted, with the outcome `could_not_evaluate`.

    Raises:
        AnalysisError: The tools cannot be loaded: nothing can be analysed at all.
    """
    started_at = datetime.now(UTC)
    if tools is None:
        yield StageStarted(Stage.LOADING_DETECTORS)
        tools = AnalysisTools.load(request.settings)
    if cancel.is_cancelled:
        return
    run = _Run(request, tools, started_at)
    yield StageStarted(Stage.PROBING, request.path.name)
    try:
        session = open_media(request.path, request.settings.limits, cancel)
    except MediaError as error:
        log.info("not readable: %s", error)
        if not cancel.is_cancelled:
            yield AnalysisCompleted(run.result(None, None, error))
        return
    with closing(session):
        session.examine_credentials(cancel)
        yield MediaProbed(session.info)
        failure: AnalysisError | None = None
        try:
            yield from run.score(session, cancel)
        except AnalysisError as error:
            log.warning("analysis stopped early: %s", error)
            failure = error
        if not cancel.is_cancelled:
            yield StageStarted(Stage.REHASHING)
            sha256_after, changed = _hash_again(session, cancel)
        if not cancel.is_cancelled:
            # A file that changed meanwhile explains a failure better than anything else.
            yield AnalysisCompleted(run.result(session.info, sha256_after, changed or failure))


def failed_result(
    request: AnalysisRequest,
    error: AnalysisError,
    *,
    selection: EngineSelection,
    face_detector: str,
    detectors: tuple[DetectorRun, ...],
    started_at: datetime,
) -> AnalysisResult:
    """Give the result of an analysis that was ended from outside: nothing was scored.

    Args:
        request: The file and the settings.
        error: Why it came to nothing; its facts may hold `sha256` and `size_bytes`.
        selection, face_detector, detectors: What was to analyse it.
        started_at: With a time zone.
    """
    size, sha256 = error.facts.get("size_bytes"), error.facts.get("sha256")
    return AnalysisResult(
        file=FileFacts(
            printable(request.path.name),
            size if isinstance(size, int) else None,
            sha256 if isinstance(sha256, str) else None,
            None,
        ),
        media=None,
        run=run_facts(
            request,
            selection=selection,
            face_detector=face_detector,
            detectors=detectors,
            started_at=started_at,
            finished_at=datetime.now(UTC),
        ),
        coverage=Tally().coverage(frames_declared=None, frames_decoded=0, frames_failed=0),
        tracks=(),
        outcome=Outcome.COULD_NOT_EVALUATE,
        reason=error.code,
        message=" ".join(filter(None, (error.message, error.advice))),
    )


def _hash_again(
    session: MediaSession, cancel: CancelToken
) -> tuple[str | None, MediaChangedError | None]:
    """Hash the evidence at the end, also after a failure."""
    try:
        return session.rehash(cancel) or None, None
    except MediaChangedError as error:
        log.warning("the evidence changed: %s", error)
        return str(error.facts.get("sha256_after") or "") or None, error


class _Run:
    """One file's analysis under way."""

    def __init__(
        self, request: AnalysisRequest, tools: AnalysisTools, started_at: datetime
    ) -> None:
        self._request = request
        self._tools = tools
        self._started_at = started_at
        self._tally = Tally()
        self._failures: list[FrameFailure] = []
        self._session: MediaSession | None = None

    def score(self, session: MediaSession, cancel: CancelToken) -> Iterator[Event]:
        """Decode, find faces and score them, batch by batch."""
        settings, info = self._request.settings, session.info
        self._session = session
        yield StageStarted(Stage.SCORING)
        faces = FaceStage(self._tools.face_detector, settings.faces, is_video=info.kind == "video")
        scorer = Scorer(self._tools.detectors, settings, is_video=info.kind == "video")
        for frame in session.frames(settings.sampling, cancel):
            if cancel.is_cancelled:
                return
            if isinstance(frame, FrameFailure):
                self._failures.append(frame)
                yield FrameFailed(frame)
                continue
            found = faces.process(frame)
            self._tally.add_frame(found.time_s, starts_shot=found.starts_shot)
            scorer.add(frame, found)
            if scorer.is_full:
                yield self._scored(scorer.flush(), info)
        if not cancel.is_cancelled:
            yield self._scored(scorer.finish(), info)

    def _scored(self, batch: ScoredBatch, info: MediaInfo) -> FramesScored:
        shots = self._tally.add_batch(batch)
        return FramesScored(
            frames_done=self._tally.frames,
            position_s=self._tally.position_s,
            duration_s=info.duration_s,
            remaining_s=self._tally.remaining_s(info.duration_s),
            observations=batch.observations,
            windows=batch.windows,
            shots=shots,
        )

    def result(
        self, info: MediaInfo | None, sha256_after: str | None, error: AnalysisError | None
    ) -> AnalysisResult:
        """Join what was found; an error never becomes a score, what was scored is kept."""
        tracks = self._tracks(info)
        coverage = self._tally.coverage(
            frames_declared=info.frames_declared if info else None,
            frames_decoded=self._session.frames_decoded if self._session else 0,
            frames_failed=self._session.frames_failed if self._session else 0,
        )
        if error is not None:
            outcome: Outcome = Outcome.COULD_NOT_EVALUATE
            reason: str | None = error.code
            message = " ".join(filter(None, (error.message, error.advice)))
        else:
            outcome, why = judge_file(tracks, coverage)
            reason, message = (why.value if why else None), ""
            if why is Reason.NO_FRAME_DECODED:
                message = "Not one of the frames to be examined could be decoded."
        return AnalysisResult(
            file=self._file_facts(info, sha256_after, error),
            media=info,
            run=run_facts(
                self._request,
                selection=self._tools.detectors.selection,
                face_detector=self._tools.face_detector.version,
                detectors=self._tools.detectors.runs,
                started_at=self._started_at,
                finished_at=datetime.now(UTC),
            ),
            coverage=coverage,
            tracks=tracks,
            outcome=outcome,
            reason=reason,
            message=message,
            shots=self._tally.shots,
            failures=tuple(self._failures),
        )

    def _tracks(self, info: MediaInfo | None) -> tuple[TrackResult, ...]:
        runs = self._tools.detectors.runs
        judged = []
        for track in self._tally.tracks():
            result = judge_track(
                track.track_id,
                track.shot,
                track.observations,
                track.windows,
                runs,
                is_video=info is not None and info.kind == "video",
                min_track_frames=self._request.settings.min_track_frames,
            )
            judged.append(with_segments(result, _segments(result, runs)))
        return tuple(judged)

    def _file_facts(
        self, info: MediaInfo | None, sha256_after: str | None, error: AnalysisError | None
    ) -> FileFacts:
        if info is not None:
            return FileFacts(info.name, info.size_bytes, info.sha256, sha256_after)
        facts = error.facts if error else {}
        size, sha256 = facts.get("size_bytes"), facts.get("sha256")
        return FileFacts(
            printable(self._request.path.name),
            size if isinstance(size, int) else None,
            sha256 if isinstance(sha256, str) else None,
            None,
        )


def _segments(track: TrackResult, runs: tuple[DetectorRun, ...]) -> tuple[Segment, ...]:
    """Find the suspicious spans of a track by the detector that decided it."""
    deciding = next((run for run in runs if run.detector_id == track.decided_by), None)
    if deciding is None:
        return ()
    return suspicious_segments(track, deciding)
