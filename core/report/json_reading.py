# SPDX-License-Identifier: Apache-2.0
"""A result made again from its JSON, so that it can be shown and reported without an analysis.

What was rounded or made visible when it was written stays so: writing the result again gives the
same document. The file's own digest is checked first; whether the parts agree with each other is
for `core.verify` to find out.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from core.canonical import as_mapping, parse_strict
from core.errors import ReportError
from core.rebuilding import rebuild
from core.records import AnalysisResult
from core.report.integrity import digest_holds
from core.report.json_report import SCHEMA_VERSION


def read_result(untrusted_bytes: bytes, name: str) -> AnalysisResult:
    """Read a JSON result.

    Args:
        untrusted_bytes: Of the file; the caller has bounded their number.
        name: What the file is called, safe to show.

    Raises:
        ReportError: It is no result of this version, or it was altered.
    """
    try:
        return _result(as_mapping(parse_strict(untrusted_bytes)))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ReportError(
            f"The result {name} cannot be read: {error}.",
            advice="Analyse the file again; keep the result to find out what happened to it.",
        ) from error


def _result(document: Mapping[str, Any]) -> AnalysisResult:
    version = document.get("schema_version")
    if version != SCHEMA_VERSION:
        raise ValueError(f"its schema_version is {str(version)[:20]}, not {SCHEMA_VERSION}")
    if not digest_holds(document):
        raise ValueError("its content is not what its own SHA-256 was made of")
    file = document["file"]
    return rebuild(
        AnalysisResult,
        {
            "file": {
                "name": file["name"],
                "size_bytes": file["bytes"],
                "sha256_before": file["sha256_before"],
                "sha256_after": file["sha256_after"],
            },
            "media": _media(document["media"], file),
            "run": _run(document["run"]),
            "coverage": document["coverage"],
            "tracks": [_track(track) for track in document["tracks"]],
            "outcome": document["outcome"],
            "reason": document["reason"],
            "message": document["message"],
            "shots": document["shots"],
            "failures": document["failures"],
        },
    )


def _media(media: Mapping[str, Any] | None, file: Mapping[str, Any]) -> dict[str, Any] | None:
    if media is None:
        return None
    facts = {key: value for key, value in media.items() if key != "frames_decoded"}
    return facts | {
        "name": file["name"],
        "size_bytes": file["bytes"],
        "sha256": file["sha256_before"],
    }


def _run(run: Mapping[str, Any]) -> dict[str, Any]:
    facts = {key: value for key, value in run.items() if key != "reproducibility"}
    return facts | {"detectors": [_renamed(one, "id", "detector_id") for one in run["detectors"]]}


def _track(track: Mapping[str, Any]) -> dict[str, Any]:
    said_twice_or_renamed = {"strength", "scores", "frames", "windows"}
    facts = {key: value for key, value in track.items() if key not in said_twice_or_renamed}
    own = {"track_id": track["track_id"]}
    return facts | {
        "summaries": track["scores"],
        "windows": [_renamed(one, "detector", "detector_id") | own for one in track["windows"]],
        "observations": [one | own for one in track["frames"]],
    }


def _renamed(facts: Mapping[str, Any], old: str, new: str) -> dict[str, Any]:
    return {(new if key == old else key): value for key, value in facts.items()}
