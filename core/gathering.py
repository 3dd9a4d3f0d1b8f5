# SPDX-License-Identifier: Apache-2.0
"""Gathers what a report shows beside the result: pictures of key frames, cards, file times.

The evidence is opened once more, in a decoder's process of its own. A report never fails for want
of pictures: it says why they are missing.
"""

from __future__ import annotations

import dataclasses
import logging
import os
from collections.abc import Mapping, Sequence
from contextlib import closing
from datetime import datetime
from pathlib import Path

from core.cancel import CancelToken
from core.dossier import Dossier, FileTimes, KeyFrame, KeyFrameChoice
from core.errors import AnalysisError, MediaError
from core.evidence.key_frames import choose_key_frames
from core.media.isolation import MediaSession, open_media
from core.records import AnalysisResult, Frame, Pixels
from core.report.catalog import find_format
from core.settings import MediaLimits, Sampling
from core.text import printable
from core.weights import find_weights

log = logging.getLogger(__name__)

_SAME_TIME_S = 1e-6
_CANCELLED = "Some pictures are missing: fetching them was cancelled."
_NOT_AT_HAND = "No pictures: the evidence file was not at hand when this report was made."


def gather(
    dossier: Dossier,
    evidence: Path | None,
    limits: MediaLimits | None = None,
    cancel: CancelToken | None = None,
) -> Dossier:
    """Complete a dossier with pictures, cards, the path and the time.

    Args:
        dossier: With a result, perhaps a case; what it has already is kept.
        evidence: The analysed file, or None where it is not at hand.
        limits: Bounds for decoding.
        cancel: Looked at between frames; a cancelled gathering has fewer pictures.

    Returns:
        A new dossier. Where the file cannot be read, or has other bytes than those that were
        analysed, there are no pictures and `pictures_missing` says why.
    """
    frames, missing = dossier.key_frames, dossier.pictures_missing
    if not frames and not missing:
        frames, missing = _pictures(dossier.result, evidence, limits or MediaLimits(), cancel)
    return dataclasses.replace(
        dossier,
        key_frames=frames,
        pictures_missing=missing,
        cards=dossier.cards or cards_of(dossier.result),
        path_given=dossier.path_given or (printable(str(evidence)) if evidence else ""),
        file_times=file_times(evidence) if evidence else dossier.file_times,
        reported_at=dossier.reported_at or datetime.now().astimezone().isoformat("T", "seconds"),
    )


def gather_for(
    dossier: Dossier, evidence: Path | None, formats: Sequence[str], limits: MediaLimits
) -> Dossier:
    """Gather only if one of the formats shows what is gathered; the others need the result only.

    Raises:
        SettingsError: A format is not known.
    """
    if any(find_format(format_id).has_pictures for format_id in formats):
        return gather(dossier, evidence, limits)
    return dossier


def cards_of(result: AnalysisResult) -> dict[str, Mapping[str, object]]:
    """Read the cards of the detectors that ran, if they are still about the same weights."""
    try:
        found = {folder.id: folder.card for folder in find_weights()}
    except AnalysisError as error:
        log.warning("no cards for the report: %s", error)
        return {}
    return {
        run.detector_id: found[run.detector_id].raw
        for run in result.run.detectors
        if run.detector_id in found and found[run.detector_id].network_sha256 == run.weights_sha256
    }


def file_times(evidence: Path) -> FileTimes:
    """Read what the file system says, with this machine's UTC offset; empty where it says none."""
    try:
        status = os.stat(evidence)  # noqa: PTH116 - follows a link, as opening does
    except OSError:
        return FileTimes()
    modified, changed = (
        datetime.fromtimestamp(seconds).astimezone().isoformat("T", "seconds")
        for seconds in (status.st_mtime, status.st_ctime)
    )
    return FileTimes(modified, changed)


def _pictures(
    result: AnalysisResult,
    evidence: Path | None,
    limits: MediaLimits,
    cancel: CancelToken | None,
) -> tuple[tuple[KeyFrame, ...], str]:
    choices = choose_key_frames(result)
    if not choices:
        return (), ""
    if evidence is None:
        return (), _NOT_AT_HAND
    try:
        session = open_media(evidence, limits, cancel)
    except MediaError as error:
        log.warning("no pictures for the report: %s", error)
        return (), f"No pictures: the evidence file could not be opened again. {error.message}"
    with closing(session):
        if session.info.sha256 != result.file.sha256_before:
            return (), (
                "No pictures: the file now has other content than the file that was analyzed "
                f"(SHA-256 {session.info.sha256})."
            )
        cancel = cancel or CancelToken()
        if result.coverage.frames_failed:
            return _read_through(session, result, choices, cancel)
        return _fetch(session, choices, cancel)


def _fetch(
    session: MediaSession, choices: tuple[KeyFrameChoice, ...], cancel: CancelToken
) -> tuple[tuple[KeyFrame, ...], str]:
    """Fetch in order of time, each frame once: going back costs a seek."""
    frames: dict[int, Frame] = {}
    missing = ""
    for index in sorted({choice.frame_index for choice in choices}):
        if cancel.is_cancelled:
            missing = _CANCELLED
            break
        try:
            frames[index] = session.frame_at(index)
        except MediaError as error:
            log.warning("a picture is missing: %s", error)
            missing = f"Some pictures are missing: a frame could not be decoded. {error.message}"
    return _matched(choices, frames, missing)


def _read_through(
    session: MediaSession,
    result: AnalysisResult,
    choices: tuple[KeyFrameChoice, ...],
    cancel: CancelToken,
) -> tuple[tuple[KeyFrame, ...], str]:
    """Read a damaged file as the analysis did: its packets do not tell the frames' numbers."""
    wanted = {choice.frame_index for choice in choices}
    frames: dict[int, Frame] = {}
    missing = ""
    try:
        for frame in session.frames(_sampling_of(result), cancel):
            if isinstance(frame, Frame) and frame.frame_index in wanted:
                pixels: Pixels = frame.pixels.copy()
                frames[frame.frame_index] = dataclasses.replace(frame, pixels=pixels)
                if len(frames) == len(wanted):
                    break
    except MediaError as error:
        missing = f"Some pictures are missing: {error.message}"
    return _matched(choices, frames, _CANCELLED if cancel.is_cancelled else missing)


def _sampling_of(result: AnalysisResult) -> Sampling:
    """Read back which frames were examined; all of them where the result does not say."""
    stated = result.run.settings.get("sampling")
    if isinstance(stated, Mapping):
        mode, value = stated.get("mode"), stated.get("value")
        if mode in {"all", "every", "fps"} and isinstance(value, int | float):
            return Sampling(mode, float(value))
    return Sampling("all", 1)


def _matched(
    choices: tuple[KeyFrameChoice, ...], frames: Mapping[int, Frame], missing: str
) -> tuple[tuple[KeyFrame, ...], str]:
    """Join choices and frames; a frame of another time is not the one that was scored."""
    found = []
    for choice in choices:
        frame = frames.get(choice.frame_index)
        if frame is not None and abs(frame.time_s - choice.time_s) > _SAME_TIME_S:
            missing = missing or "Some pictures are missing: a frame has another time stamp now."
        elif frame is not None:
            found.append(KeyFrame(choice, frame.pixels))
    if len(found) < len(choices):
        missing = missing or "Some pictures are missing: the frames were not found again."
    return tuple(found), missing
