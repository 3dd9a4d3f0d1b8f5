# SPDX-License-Identifier: Apache-2.0
"""Whether the parts of a JSON result agree with each other.

A digest can be made anew by whoever changes a value; these relations would have to be kept too.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from core.records import Outcome
from core.reproducibility import ROUNDING
from core.wording import verbal

Document = Mapping[str, Any]
_GRAVEST_FIRST = (
    Outcome.SUPPORT_FOR_MANIPULATION,
    Outcome.INCONCLUSIVE,
    Outcome.NO_SUPPORT_FOUND,
    Outcome.NOT_APPLICABLE,
)


def contradictions(document: Document) -> Iterator[str]:
    """Find what cannot be true together.

    Args:
        document: A result that fits the schema.

    Yields:
        Sentences without an end mark, each with the place.
    """
    yield from _file(document)
    yield from _coverage(document)
    yield from _outcome(document)
    detectors = {one["id"]: one for one in document["run"]["detectors"]}
    for index, track in enumerate(document["tracks"]):
        for problem in _track(track, detectors):
            yield f"at tracks[{index}]: {problem}"


def _file(document: Document) -> Iterator[str]:
    file, run = document["file"], document["run"]
    before, after = file["sha256_before"], file["sha256_after"]
    known = before is not None and after is not None
    if file["unchanged"] != (before == after if known else None):
        yield "at file.unchanged: it does not follow from the two hashes"
    # One form, one zone: text sorts as time does.
    if run["started_at"] > run["finished_at"]:
        yield "at run.finished_at: it is before the start"


def _coverage(document: Document) -> Iterator[str]:
    coverage = document["coverage"]
    seen: set[int] = set()
    usable: set[int] = set()
    rejected: Counter[str] = Counter()
    for track in document["tracks"]:
        for frame in track["frames"]:
            seen.add(frame["frame_index"])
            if frame["rejected"] is None:
                usable.add(frame["frame_index"])
            else:
                rejected[frame["rejected"]] += 1
    for key, found in (
        ("frames_with_face", len(seen)),
        ("frames_with_usable_face", len(usable)),
        ("faces_rejected", dict(rejected)),
    ):
        if coverage[key] != found:
            yield f"at coverage.{key}: it says {coverage[key]}, the tracks have {found}"
    if coverage["frames_sampled"] < coverage["frames_with_face"]:
        yield "at coverage.frames_sampled: fewer frames than those with a face"


def _outcome(document: Document) -> Iterator[str]:
    if document["outcome"] == Outcome.COULD_NOT_EVALUATE:
        return
    outcomes = {track["outcome"] for track in document["tracks"]}
    gravest = next((one for one in _GRAVEST_FIRST if one in outcomes), Outcome.NOT_APPLICABLE)
    if document["outcome"] != gravest:
        yield f"at outcome: the gravest of the tracks is {gravest}"


def _track(track: Document, detectors: Mapping[str, Document]) -> Iterator[str]:
    indices = [frame["frame_index"] for frame in track["frames"]]
    if indices != sorted(set(indices)):
        yield "the frames are not in order"
    deciding = track["decided_by"]
    if deciding is not None and deciding not in detectors:
        yield f"it was decided by {deciding}, which did not run"
        return
    yield from _summaries(track)
    yield from _strength(track, detectors.get(deciding or ""))


def _summaries(track: Document) -> Iterator[str]:
    scores: dict[str, list[float]] = {}
    for frame in track["frames"]:
        for detector, score in frame["scores"].items():
            if score is not None:
                scores.setdefault(detector, []).append(score)
    for window in track["windows"]:
        if window["score"] is not None:
            scores.setdefault(window["detector"], []).append(window["score"])
    for detector, summary in track["scores"].items():
        values = scores.get(detector, [])
        if summary["n"] != len(values):
            yield f"{detector} has {len(values)} scores, the summary says {summary['n']}"
        elif abs(summary["mean"] - math.fsum(values) / len(values)) > ROUNDING:
            yield f"the mean of {detector} is not that of its scores"


def _strength(track: Document, deciding: Document | None) -> Iterator[str]:
    strength, log10_lr, pooled = track["strength"], track["log10_lr"], track["pooled_score"]
    if (strength is None) != (log10_lr is None):
        yield "strength and log10_lr do not go together"
    if log10_lr is None or deciding is None:
        return
    # The words may change within the last digit.
    if strength not in {verbal(log10_lr + step) for step in (-ROUNDING, 0.0, ROUNDING)}:
        yield "strength is not log10_lr in the words of the scale"
    fit = deciding["calibration"]
    if fit is None or pooled is None:
        yield "log10_lr has no calibration or no score behind it"
    elif not _follows(log10_lr, pooled, fit):
        yield "log10_lr does not follow from pooled_score and the calibration"


def _follows(log10_lr: float, pooled: float, fit: Document) -> bool:
    """Whether the calibration gives this ratio for a score within its last digit."""
    ends = []
    for score in (pooled - ROUNDING, pooled + ROUNDING):
        held = min(max(score, 1e-15), 1 - 1e-15)
        logit = math.log(held / (1 - held))
        ratio = (fit["slope"] * logit + fit["intercept"]) / math.log(10)
        ends.append(min(max(ratio, fit["log10_lr_min"]), fit["log10_lr_max"]))
    # Slope and intercept are rounded too.
    slack = 1e-4
    return bool(min(ends) - slack <= log10_lr <= max(ends) + slack)
