# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from dataclasses import replace

import pytest

from core.cli.summary import summary_lines
from core.records import Segment, SegmentLevel
from tests.core.report.results import video_result


@pytest.mark.parametrize(
    ("level", "words"),
    [
        (SegmentLevel.SUPPORT, "at or above the threshold for support"),
        (SegmentLevel.INCONCLUSIVE, "in the inconclusive band"),
    ],
)
def test_each_marked_span_says_what_it_reaches(level: SegmentLevel, words: str) -> None:
    result = video_result()
    first = replace(result.tracks[0], segments=(Segment(0.5, 1.75, 0.625, level),))
    lines = list(summary_lines(replace(result, tracks=(first,))))
    assert f"    {words}: 0.50-1.75 s, mean score 0.625" in lines
