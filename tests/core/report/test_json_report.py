# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import io
import json
import math
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, ValidationError

import core
from core.dossier import Dossier
from core.records import AnalysisResult, Outcome, RunFacts
from core.report.json_report import result_as_json, result_to_json_line, write_json
from core.report.numbers import round_number
from core.text import printable
from core.wording import ABSENCE_CAVEAT, VERBAL_SCALE
from tests.core.judged import make_face, make_faces, make_track
from tests.core.report.results import RESULTS, RUN, SHA, unreadable_result, video_result

SCHEMA_PATH = Path(core.__file__).parents[1] / "resources/schema/result.schema.json"


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    schema = json.loads(SCHEMA_PATH.read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def written(result: AnalysisResult) -> bytes:
    stream = io.BytesIO()
    write_json(Dossier(result), stream)
    return stream.getvalue()


def read_back(result: AnalysisResult) -> dict[str, Any]:
    document = json.loads(written(result))
    assert isinstance(document, dict)
    return document


def numbers_in(value: object) -> Iterator[float]:
    if isinstance(value, float):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from numbers_in(item)
    elif isinstance(value, list):
        for item in value:
            yield from numbers_in(item)


@pytest.mark.parametrize("make", RESULTS)
def test_every_kind_of_result_fits_the_schema(
    make: Callable[[], AnalysisResult], validator: Draft202012Validator
) -> None:
    validator.validate(read_back(make()))


@pytest.mark.parametrize("make", RESULTS)
def test_line_and_file_say_the_same(make: Callable[[], AnalysisResult]) -> None:
    line = result_to_json_line(make())
    assert "\n" not in line
    assert json.loads(line) == read_back(make())


@pytest.mark.parametrize("make", RESULTS)
def test_same_result_gives_the_same_bytes_in_ascii(make: Callable[[], AnalysisResult]) -> None:
    assert written(make()) == written(make())
    assert written(make()).isascii()


def test_layout_is_the_documented_one() -> None:
    document = read_back(video_result())
    assert document["file"] == {
        "name": "clip.mp4",
        "bytes": 1234,
        "sha256_before": SHA,
        "sha256_after": SHA,
        "unchanged": True,
    }
    assert document["media"]["frames_decoded"] == 25
    assert [one["id"] for one in document["run"]["detectors"]] == ["xception", "xception_gru"]
    assert document["run"]["detectors"][0]["support_threshold"] == 0.7
    assert document["run"]["detectors"][0]["calibration"]["slope"] == 1.0
    assert document["shots"] == [0.5]
    assert document["failures"] == [{"frame_index": 7, "time_s": None, "reason": "invalid data"}]
    track = document["tracks"][0]
    assert set(track["scores"]) == {"xception", "xception_gru"}
    assert track["segments"] == [{"start_s": 0.0, "end_s": 0.6, "score": 0.875, "level": "support"}]
    assert track["windows"][0]["detector"] == "xception_gru"
    assert track["frames"][0] == {
        "frame_index": 0,
        "time_s": 0.0,
        "bbox": [10.25, 20.0, 110.0, 140.5],
        "detection_score": 0.99,
        "sharpness": 120.0,
        "rejected": None,
        "scores": {"xception": 0.8},
    }
    assert track["frames"][2]["scores"] == {}
    assert track["frames"][4]["rejected"] == "face_too_blurred"


def test_numbers_have_six_decimals_at_most() -> None:
    document = read_back(video_result())
    assert document["tracks"][0]["frames"][1]["scores"]["xception"] == 0.123457
    assert document["media"]["duration_s"] == 0.333333
    assert all(round(number, 6) == number for number in numbers_in(document))


@given(st.floats())
def test_rounding_leaves_gaps_and_no_negative_zero(value: float) -> None:
    rounded = round_number(value)
    if math.isfinite(value):
        assert rounded is not None
        assert abs(rounded - value) <= 5.1e-7 or rounded == value
        assert math.copysign(1, rounded) == 1 or rounded < 0
    else:
        assert rounded is None


@given(
    st.lists(st.one_of(st.none(), st.floats(0, 1), st.just(math.nan)), min_size=1, max_size=8),
    st.text(),
)
def test_scores_and_names_survive_a_round_trip(scores: list[float | None], name: str) -> None:
    result = replace(video_result(name), tracks=(make_track(make_faces(scores)),))
    document = read_back(result)
    read = [frame["scores"].get("xception") for frame in document["tracks"][0]["frames"]]
    gaps = [score is None or math.isnan(score) for score in scores]
    assert [value is None for value in read] == gaps
    known = zip(read, scores, gaps, strict=True)
    assert all(value == pytest.approx(score, abs=5e-7) for value, score, gap in known if not gap)
    assert document["file"]["name"] == printable(name)


@pytest.mark.parametrize(
    ("file_outcome", "track_outcome", "stands"),
    [
        (Outcome.NO_SUPPORT_FOUND, Outcome.NO_SUPPORT_FOUND, True),
        (Outcome.SUPPORT_FOR_MANIPULATION, Outcome.NO_SUPPORT_FOUND, True),
        (Outcome.INCONCLUSIVE, Outcome.INCONCLUSIVE, False),
    ],
)
def test_caveat_stands_wherever_no_support_was_found(
    file_outcome: Outcome, track_outcome: Outcome, *, stands: bool
) -> None:
    track = make_track(make_faces([0.2]), outcome=track_outcome)
    result = replace(video_result(), tracks=(track,), outcome=file_outcome)
    caveat = read_back(result)["interpretation"]["caveat"]
    assert caveat == (ABSENCE_CAVEAT if stands else None)


def test_schema_refuses_no_support_found_without_the_caveat(
    validator: Draft202012Validator,
) -> None:
    document = read_back(video_result())
    assert any(track["outcome"] == "no_support_found" for track in document["tracks"])
    document["interpretation"]["caveat"] = None
    with pytest.raises(ValidationError):
        validator.validate(document)


def test_schema_refuses_a_number_for_an_outcome_and_an_unknown_field(
    validator: Draft202012Validator,
) -> None:
    for change in ({"outcome": 0.5}, {"probability": 0.9}, {"outcome": "could_not_evaluate"}):
        with pytest.raises(ValidationError):
            validator.validate(read_back(video_result()) | change)


def test_verbal_scale_is_printed_in_full() -> None:
    interpretation = read_back(video_result())["interpretation"]
    assert [step["support"] for step in interpretation["verbal_scale"]] == [
        step.support for step in VERBAL_SCALE
    ]
    assert "moderate support" in read_back(video_result())["tracks"][1]["strength"]


def test_hidden_characters_of_a_name_are_shown() -> None:
    name = read_back(unreadable_result())["file"]["name"]
    assert name == r"\udcff=cmd\x1b]0;\u202emp4"


def test_no_score_reads_as_neither_zero_nor_a_half() -> None:
    text = result_to_json_line(replace(unreadable_result()))
    document = json.loads(text)
    assert document["tracks"] == []
    assert document["media"] is None
    assert "0.5" not in json.dumps(document["tracks"])


def test_value_that_json_lacks_is_refused() -> None:
    run: RunFacts = replace(RUN, settings={"path": Path("clip.mp4")})
    with pytest.raises(TypeError, match="Path"):
        result_as_json(replace(video_result(), run=run))


def test_frames_keep_the_order_of_the_track() -> None:
    faces = [make_face(step, 0.5) for step in (3, 1, 2)]
    document = read_back(replace(video_result(), tracks=(make_track(faces),)))
    indices = [frame["frame_index"] for frame in document["tracks"][0]["frames"]]
    assert indices == [15, 5, 10]
