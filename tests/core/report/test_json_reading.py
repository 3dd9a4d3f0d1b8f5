# SPDX-License-Identifier: Apache-2.0
"""What a JSON result says is what the result said."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from dataclasses import replace

import pytest

from core.content_credentials import ContentCredentials
from core.errors import ReportError
from core.records import AnalysisResult, Segment, SegmentLevel
from core.report.integrity import with_integrity
from core.report.json_reading import read_result
from core.report.json_report import result_as_json, result_to_json_line
from tests.core.report.results import RESULTS, video_result


def through_json(result: AnalysisResult) -> AnalysisResult:
    return read_result(result_to_json_line(result).encode("ascii"), "clip.json")


@pytest.mark.parametrize("make", RESULTS)
def test_a_result_of_each_kind_comes_back(make: Callable[[], AnalysisResult]) -> None:
    result = make()
    again = through_json(result)
    assert result_as_json(again) == result_as_json(result)
    assert again.outcome is result.outcome
    assert [track.outcome for track in again.tracks] == [track.outcome for track in result.tracks]
    seen = [face.rejected for track in again.tracks for face in track.observations]
    assert seen == [face.rejected for track in result.tracks for face in track.observations]


def test_records_are_the_same_but_for_what_was_rounded() -> None:
    result = video_result()
    again = through_json(result)
    assert again.media is not None
    assert result.media is not None
    assert again.media.streams[0].index == result.media.streams[0].index
    assert again.run.detectors == result.run.detectors
    assert again.coverage == result.coverage
    assert again.tracks[0].windows[0].end_s == pytest.approx(result.tracks[0].windows[0].end_s)
    assert again.tracks[0].observations[1].scores["xception"] == pytest.approx(0.123456789, 1e-5)


def test_the_level_of_a_span_comes_back_and_is_support_in_older_results() -> None:
    result = video_result()
    span = Segment(0.0, 0.6, 0.5, SegmentLevel.INCONCLUSIVE)
    first = replace(result.tracks[0], segments=(span,))
    again = through_json(replace(result, tracks=(first,)))
    assert again.tracks[0].segments == (span,)
    older = result_as_json(replace(result, tracks=(first,)))
    del older["integrity"]
    tracks = older["tracks"]
    assert isinstance(tracks, list)
    del tracks[0]["segments"][0]["level"]
    document = json.dumps(with_integrity(older)).encode("ascii")
    (read,) = read_result(document, "clip.json").tracks
    assert read.segments == (replace(span, level=SegmentLevel.SUPPORT),)


def test_content_credentials_come_back() -> None:
    stated = ContentCredentials("valid", issuer="A lab", actions=("c2pa.created",))
    result = video_result()
    assert result.media is not None
    result = replace(result, media=replace(result.media, credentials=stated))
    again = through_json(result)
    assert again.media is not None
    assert again.media.credentials == stated


def test_a_changed_byte_is_found() -> None:
    text = result_to_json_line(video_result())
    changed = text.replace('"people"', '"persons"').replace('"size_bytes":1234', '"size_bytes":9')
    changed = changed.replace('"bytes":1234', '"bytes":1235')
    assert changed != text
    with pytest.raises(ReportError, match=r"own SHA-256"):
        read_result(changed.encode("ascii"), "clip.json")


@pytest.mark.parametrize(
    "content",
    [b"", b"[]", b"{}", b'{"schema_version": "9.0"}', b"\xff", b'{"a": NaN}'],
)
def test_what_is_no_result_is_refused(content: bytes) -> None:
    with pytest.raises(ReportError, match=r"clip\.json cannot be read"):
        read_result(content, "clip.json")


@pytest.mark.parametrize("key", ["file", "run", "tracks", "coverage", "outcome"])
def test_a_document_without_a_part_is_refused_though_its_digest_holds(key: str) -> None:
    document = result_as_json(video_result())
    del document["integrity"], document[key]
    with pytest.raises(ReportError):
        read_result(json.dumps(with_integrity(document)).encode("ascii"), "clip.json")


def test_reading_takes_time_in_proportion_to_the_frames() -> None:
    """A two-hour video has some 40,000 faces a person; they are read in seconds, not minutes."""
    result = video_result()
    track = result.tracks[0]
    many = replace(track, observations=track.observations[:1] * 20_000)
    content = result_to_json_line(replace(result, tracks=(many,))).encode("ascii")
    started = time.process_time()
    assert len(read_result(content, "clip.json").tracks[0].observations) == 20_000
    assert time.process_time() - started < 10
