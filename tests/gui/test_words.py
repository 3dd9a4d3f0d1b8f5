# SPDX-License-Identifier: Apache-2.0
"""Every outcome, reason, state, step and error has words of its own, and no per cent sign."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import AnalysisError, MediaError
from core.events import Stage
from core.records import Outcome, Reason, Segment, SegmentLevel
from core.wording import ABSENCE_CAVEAT
from gui.states import ItemState
from gui.views.delegates import state_icon
from gui.words import messages
from gui.words.formatting import format_bytes, format_score, format_span, format_time, short_hash
from tests.gui.scenes import Scene, judge, unreadable


def kinds_of(base: type[AnalysisError]) -> Iterator[type[AnalysisError]]:
    for kind in base.__subclasses__():
        if kind.__module__ == "core.errors":
            yield kind
            yield from kinds_of(kind)


@pytest.mark.parametrize("outcome", Outcome)
def test_each_outcome_has_its_own_words_and_icon(outcome: Outcome) -> None:
    others = {messages.outcome_words(one) for one in Outcome if one is not outcome}
    assert messages.outcome_words(outcome) not in others
    assert state_icon(ItemState.DONE, outcome) == outcome.value


def test_each_reason_stage_and_state_has_words() -> None:
    assert len({messages.reason_words(reason) for reason in Reason}) == len(Reason)
    assert len({messages.stage_words(stage) for stage in Stage}) == len(Stage)
    assert all(messages.state_words(state, None, Outcome.INCONCLUSIVE) for state in ItemState)


def test_each_kind_of_error_has_a_title_of_its_own() -> None:
    abstract = {"MediaError", "DetectorError"}
    kinds = [kind for kind in kinds_of(AnalysisError) if kind.__name__ not in abstract]
    titles = {messages.error_message(kind("x")).title for kind in kinds}
    assert len(titles) == len(kinds)
    assert messages.error_message(AnalysisError("x")).title not in titles


def test_an_error_brings_its_message_and_advice_without_control_characters() -> None:
    message = messages.error_message(MediaError("bad \x1b]0; name", advice="do\nthis"))
    assert message.text == "bad \\x1b]0; name"
    assert message.advice == "do\\nthis"


def test_no_support_found_says_the_caveat_word_for_word() -> None:
    result = judge(Scene(1, fake=None))
    assert result.outcome is Outcome.NO_SUPPORT_FOUND
    assert messages.result_message(result).text == ABSENCE_CAVEAT


@pytest.mark.parametrize(
    ("level", "words"),
    [
        (SegmentLevel.SUPPORT, "In the marked spans the scores count as support"),
        (SegmentLevel.INCONCLUSIVE, "In the marked spans the scores allow neither conclusion"),
    ],
)
def test_inconclusive_because_of_a_span_says_what_the_span_reaches(
    level: SegmentLevel, words: str
) -> None:
    result = judge(Scene(1, fake=None))
    tracks = [replace(one, segments=(Segment(1, 2, 0.8, level),)) for one in result.tracks]
    marked = replace(result, tracks=tuple(tracks), outcome=Outcome.INCONCLUSIVE)
    message = messages.result_message(marked)
    assert message.text.startswith(words)
    assert "marked spans" in message.advice
    assert messages.result_message(replace(marked, tracks=result.tracks)) != message


@pytest.mark.parametrize(
    "result", [judge(Scene(1)), judge(Scene(1, fake=None)), judge(Scene(0)), unreadable()]
)
def test_no_outcome_is_told_as_a_percentage(result: object) -> None:
    message = messages.result_message(result)  # type: ignore[arg-type]
    assert "%" not in f"{message.title}{message.text}{message.advice}"


def test_an_unreadable_file_says_why() -> None:
    message = messages.result_message(unreadable("There is no frame in it."))
    assert message.title == "Could not evaluate"
    assert message.text == "There is no frame in it."


@pytest.mark.parametrize(
    ("remaining_s", "words"),
    [(None, ""), (3, "less than 10 s left"), (47, "about 50 s left"), (600, "about 10 min left")],
)
def test_time_left_is_no_more_exact_than_it_can_be(remaining_s: float | None, words: str) -> None:
    assert messages.time_left_words(remaining_s) == words


@pytest.mark.parametrize(
    ("time_s", "text"),
    [(0, "0:00.000"), (61.5, "1:01.500"), (3600, "1:00:00.000"), (-0.04, "-0:00.040"),
     (59.9996, "1:00.000"), (None, "–"), (float("nan"), "–")],
)  # fmt: skip
def test_times_read_as_people_write_them(time_s: float | None, text: str) -> None:
    assert format_time(time_s) == text


@given(st.floats(0, 1))
def test_a_score_is_never_a_percentage(score: float) -> None:
    assert 0 <= float(format_score(score)) <= 1


def test_a_gap_is_a_dash() -> None:
    assert format_score(None) == format_score(float("nan")) == "–"


def test_small_things() -> None:
    assert format_span(0.16, 4.0) == "0:00.1 – 0:04.0"
    assert format_bytes(999) == "999 bytes"
    assert format_bytes(4_812_345) == "4.8 MB"
    assert format_bytes(None) == "–"
    assert short_hash("ab" * 32) == "abababab…abababab"
    assert short_hash(None) == "–"


def test_a_likelihood_ratio_keeps_its_sign() -> None:
    """The window shows what the command line and the reports show."""
    assert "-0.03" in messages.likelihood_words(-0.03)
    assert "+1.29" in messages.likelihood_words(1.29)
