# SPDX-License-Identifier: Apache-2.0
"""The catalogues of the report's languages are complete and say the same."""

from __future__ import annotations

import json
import re
import string

import pytest

import resources
from core.records import Outcome, Reason
from core.report.pdf.case import GLOSSARY
from core.report.pdf.glyphs import drawable, pieces
from core.report.pdf.languages import languages, read_language
from core.report.pdf.words import outcome_words, ratio_words, reason_words, strength_words
from core.wording import (
    ABSENCE_CAVEAT,
    MANIPULATED,
    NOT_MANIPULATED,
    VERBAL_SCALE,
    verbal,
)
from tests.core.report.test_pdf_report import FORBIDDEN, PERCENT

ENGLISH = read_language("en")


@pytest.mark.parametrize("code", languages())
def test_catalogue_has_every_key_and_every_place(code: str) -> None:
    texts = read_language(code).texts
    assert set(texts) == set(ENGLISH.texts)
    for key, text in texts.items():
        places = {name for _, name, _, _ in string.Formatter().parse(text) if name}
        wanted = {name for _, name, _, _ in string.Formatter().parse(ENGLISH.texts[key]) if name}
        assert places == wanted, key
        assert text.strip() or key == "format.thousands", key


@pytest.mark.parametrize("code", languages())
def test_catalogue_promises_nothing(code: str) -> None:
    for key, text in read_language(code).texts.items():
        assert FORBIDDEN.search(text) is None, key
        assert set(PERCENT.findall(text)) <= {"95"}, key


@pytest.mark.parametrize("code", languages())
def test_catalogue_can_be_drawn(code: str) -> None:
    for key, text in read_language(code).texts.items():
        assert drawable(text) == text, key


@pytest.mark.parametrize("code", [code for code in languages() if code != "en"])
def test_catalogue_is_translated(code: str) -> None:
    texts = read_language(code).texts
    same = [k for k, text in texts.items() if text == ENGLISH.texts[k] and len(text) > 24]
    assert [key for key in same if "{" not in texts[key]] == []


def test_every_outcome_reason_and_step_has_words() -> None:
    for code in languages():
        say = read_language(code)
        for outcome in Outcome:
            assert outcome_words(say, outcome)
        for reason in Reason:
            assert reason_words(say, reason.value) == say.texts[f"reason.{reason.value}"]
        for step in VERBAL_SCALE:
            assert say.texts[f"scale.{step.support.replace(' ', '_')}"]
        assert all(f"glossary.{name}_term" in say.texts for name in GLOSSARY)


def test_error_codes_have_words() -> None:
    from core import errors

    kinds = [one for one in vars(errors).values() if isinstance(one, type)]
    codes = {k.code for k in kinds if issubclass(k, errors.AnalysisError | errors.MediaError)}
    analysis = codes - {"settings", "report", "weights_missing", "weights_mismatch"}
    missing = {c for c in analysis if f"reason.{c}" not in ENGLISH.texts}
    # Those never end up in a result: without weights or an engine nothing is analysed at all.
    assert {"corrupt_media", "media_changed", "decoder_crashed"}.isdisjoint(missing)
    assert reason_words(ENGLISH, "some_new_code") == "some new code"


@pytest.mark.parametrize("log10_lr", [-5.0, -1.2, -0.5, 0.0, 0.2, 0.31, 1.0, 2.5, 3.5, 4.0, 6.5])
def test_english_strength_is_the_one_of_the_program(log10_lr: float) -> None:
    assert strength_words(ENGLISH, log10_lr) == verbal(log10_lr)


def test_english_catalogue_repeats_the_program_where_it_must() -> None:
    assert ENGLISH("word.absence") == ABSENCE_CAVEAT == ENGLISH("not_shown.authentic")
    assert MANIPULATED in ENGLISH("word.proposition_1")
    assert NOT_MANIPULATED in ENGLISH("word.proposition_2")


def test_numbers_and_times_follow_the_language() -> None:
    german, french = read_language("de"), read_language("fr")
    assert ENGLISH.number(1234567.891, 2) == "1,234,567.89"
    assert german.number(1234567.891, 2) == "1.234.567,89"
    assert french.number(1234567) == "1\u202f234\u202f567"
    assert ENGLISH.number(-0.5, 2, sign=True) == "−0.50"
    assert ENGLISH.number(0.5, 2, sign=True) == "+0.50"
    assert ENGLISH.number(-0.0001, 2) == "0.00"
    assert ENGLISH.number(None) == ENGLISH.number(float("nan")) == "–"
    assert german.seconds(3661.5) == "1:01:01,50"
    assert ENGLISH.seconds(59.999) == "60.00 s"
    assert ENGLISH.seconds(119.999) == "2:00.00"
    assert german.moment("2026-05-01T12:30:00+02:00") == (
        "1. Mai 2026, 12:30:00 (2026-05-01T12:30:00+02:00)"
    )
    assert ENGLISH.moment("last week") == "last week"
    assert ratio_words(ENGLISH, -1.0) == "10.0"


def test_coverage_table_is_that_of_the_fonts() -> None:
    """Else a character would be escaped for nothing, or end the report."""
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

    stated = json.loads(resources.path("fonts/coverage.json").read_text("ascii"))["fonts"]
    assert set(stated) == {path.name for path in resources.path("fonts").glob("*.ttf")}
    for name, runs in stated.items():
        points = {point for low, high in runs for point in range(low, high + 1)}
        with TTFont(resources.path(f"fonts/{name}"), lazy=True) as font:
            assert points == set(font.getBestCmap()), name


def test_pieces_join_to_the_text() -> None:
    for text in ("short", "a" * 100, "é" * 40, "👨‍👩‍👧" * 20, "two words " + "x" * 60):
        cut = pieces(text)
        assert "".join(cut) == text
        assert all(len(piece) <= 28 or not re.search(r"\w", piece) for piece in cut)
