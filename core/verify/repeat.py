# SPDX-License-Identifier: Apache-2.0
"""Runs an analysis again as its result says it was run, and compares the scores."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from core.errors import SettingsError
from core.records import AnalysisResult
from core.report.json_report import result_as_json
from core.reproducibility import ROUNDING, SCORE_TOLERANCE
from core.settings import AnalysisSettings, FaceSettings, OperatingPoint, Sampling
from core.verify.findings import Check, fails, holds, judged, unknown

Document = Mapping[str, Any]
Repeat = Callable[[Path, AnalysisSettings], AnalysisResult]
WHAT = "repeated analysis"
# Largest batch that a result may ask for; its limits on media are not taken over at all.
_MAX_BATCH = 256
# What a box may move by, in pixels: far less than what moves a crop by one.
_BOX_TOLERANCE_PX = 0.01


def settings_of(document: Document) -> AnalysisSettings:
    """Read the settings of a result, with the engine and the device that really ran.

    The limits on what a file may cost are this machine's own, not those of an untrusted file.

    Raises:
        SettingsError: They have no meaning.
    """
    run, settings = document["run"], document["run"]["settings"]
    try:
        return AnalysisSettings(
            sampling=Sampling(settings["sampling"]["mode"], float(settings["sampling"]["value"])),
            engine=run["engine"],
            device=run["device"],
            detectors=tuple(one["id"] for one in run["detectors"]),
            faces=FaceSettings(**settings["faces"]),
            batch_size=min(max(int(settings["batch_size"]), 1), _MAX_BATCH),
            window_stride=int(settings["window_stride"]),
            min_track_frames=int(settings["min_track_frames"]),
            operating_points=tuple(
                OperatingPoint(**one) for one in settings.get("operating_points", ())
            ),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise SettingsError(f"the result's settings cannot be read: {error}") from error


def repeat_checks(
    document: Document, subject: str, evidence: Path, repeat: Repeat
) -> Iterator[Check]:
    """Analyse the evidence again and say how closely the result comes back.

    Raises:
        AnalysisError: Nothing can be analysed here, as without the detectors of the result.
    """
    again: Document = result_as_json(repeat(evidence, settings_of(document)))
    yield from _same_tools(document["run"], again["run"], subject)
    yield from compare(document, again, subject)


def compare(document: Document, again: Document, subject: str) -> Iterator[Check]:
    """Hold two results on one file against each other.

    Args:
        document: A result that fits the schema.
        again: The repetition's.
        subject: What the first is called in the checks.
    """
    if document["file"]["sha256_before"] != again["file"]["sha256_before"]:
        yield fails(subject, WHAT, "it read another file")
        return
    parts = ("coverage", "shots", "tracks", "outcome", "reason")
    if all(document[part] == again[part] for part in parts):
        yield holds(subject, WHAT, "equal in every figure, to the six decimals of the report")
        return
    problem = _shape_problem(document, again)
    if problem is not None:
        yield fails(subject, WHAT, problem)
        return
    score, box, place = _largest_difference(document, again)
    told = (
        f"largest difference of a score {score:.6f}{place}, of a box {box:.3f} px "
        f"(stated: {SCORE_TOLERANCE:.5f} on the same crops)"
    )
    is_close = score <= SCORE_TOLERANCE + ROUNDING and box <= _BOX_TOLERANCE_PX
    yield judged(subject, WHAT, None if is_close else told, told)
    outcome, other = document["outcome"], again["outcome"]
    if outcome != other:
        yield fails(subject, "repeated outcome", f"{other} instead of {outcome}")


def _same_tools(run: Document, again: Document, subject: str) -> Iterator[Check]:
    ours = {one["id"]: one["weights_sha256"] for one in again["detectors"]}
    for one in run["detectors"]:
        if ours.get(one["id"]) != one["weights_sha256"]:
            told = f"{one['id']} has other weights here than in the result"
            yield fails(subject, "weights of the repetition", told)
            return
    yield holds(subject, "weights of the repetition")
    if run["face_detector"] != again["face_detector"]:
        told = f"{again['face_detector']} instead of {run['face_detector']}"
        yield fails(subject, "face detector of the repetition", told)
    others = sorted(
        name
        for name in {*run["versions"], *again["versions"]}
        if run["versions"].get(name) != again["versions"].get(name)
    )
    if others or run["version"] != again["version"]:
        yield unknown(subject, "same machine", f"these differ: {', '.join(others) or 'version'}")


def _shape_problem(document: Document, again: Document) -> str | None:
    """Find faces that one run has and the other has not."""
    here, there = ({_face(*one): one[1] for one in _faces(part)} for part in (document, again))
    for place in sorted(set(here) ^ set(there)):
        return f"person {place[0]} is not in frame {place[1]} of both"
    for place, frame in here.items():
        other = there[place]
        if frame["rejected"] != other["rejected"] or set(frame["scores"]) != set(other["scores"]):
            return f"person {place[0]}, frame {place[1]}: scored in one run only"
    return None


def _largest_difference(document: Document, again: Document) -> tuple[float, float, str]:
    """Give the largest difference of a score and of a box, and where the score's is."""
    there = {_face(*one): one[1] for one in _faces(again)}
    score, box, place = 0.0, 0.0, ""
    for track_id, frame in _faces(document):
        other = there[track_id, frame["frame_index"]]
        box = max(box, *(abs(a - b) for a, b in zip(frame["bbox"], other["bbox"], strict=True)))
        for detector, value in frame["scores"].items():
            apart = _apart(value, other["scores"][detector])
            if apart > score:
                score, place = apart, f" (person {track_id}, frame {frame['frame_index']})"
    windows, others = _windows(document), _windows(again)
    for key in windows.keys() | others.keys():
        apart = _apart(windows.get(key), others.get(key))
        if apart > score:
            score, place = apart, f" (person {key[0]}, window from frame {key[2]})"
    return score, box, place


def _faces(document: Document) -> Iterator[tuple[int, Document]]:
    for track in document["tracks"]:
        for frame in track["frames"]:
            yield track["track_id"], frame


def _face(track_id: int, frame: Document) -> tuple[int, int]:
    return track_id, frame["frame_index"]


def _windows(document: Document) -> dict[tuple[int, str, int], float | None]:
    return {
        (track["track_id"], window["detector"], window["first_frame_index"]): window["score"]
        for track in document["tracks"]
        for window in track["windows"]
    }


def _apart(one: float | None, other: float | None) -> float:
    """Give the difference of two scores; a score against a gap is as far as can be."""
    if one is None or other is None:
        return 0.0 if one is other else 1.0
    return abs(one - other)
