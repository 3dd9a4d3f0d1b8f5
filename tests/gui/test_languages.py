# SPDX-License-Identifier: Apache-2.0
"""The translations are complete, compiled, and say what the English text does."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication

import resources
from core.records import Outcome
from core.report.pdf.languages import read_language
from gui.words import wording
from gui.words.languages import LANGUAGES, language_for, speak
from gui.words.messages import outcome_words
from resources.i18n.make_translations import LANGUAGES as TRANSLATED
from resources.i18n.make_translations import messages, problems

PLACES = re.compile(r"\{[^}]*\}")
ACCELERATOR = re.compile(r"&(?=\w)")


@pytest.fixture(params=TRANSLATED)
def language(request: pytest.FixtureRequest, qapp: QCoreApplication) -> Iterator[str]:
    """Speak a language for the time of a test."""
    code: str = request.param
    placed = speak(qapp, code)
    assert len(placed) == 2
    yield code
    for translator in placed:
        qapp.removeTranslator(translator)


def test_every_text_is_translated_and_compiled() -> None:
    assert problems() == []


def test_every_language_of_the_window_has_a_catalogue() -> None:
    assert {language.code for language in LANGUAGES} == {"en", *TRANSLATED}


@pytest.mark.parametrize("code", TRANSLATED)
def test_translations_keep_places_keys_and_ends(code: str) -> None:
    """A lost place loses a fact, a lost `&` a key, a lost `…` the hint that a dialog follows."""
    for (_, text), translation in messages(resources.path(f"i18n/facewitness_{code}.ts")):
        assert sorted(PLACES.findall(translation)) == sorted(PLACES.findall(text)), text
        marks = [len(ACCELERATOR.findall(one)) for one in (text, translation)]
        assert marks[0] == marks[1], text
        assert translation.endswith("…") == text.endswith("…"), text
        assert translation.strip() == translation or text.strip() != text, text


def test_window_and_report_say_the_same_about_absence(language: str) -> None:
    assert wording.absence_caveat() == read_language(language)("word.absence")


def test_outcomes_are_called_as_in_the_report(language: str) -> None:
    """But for those two that the window calls by fewer words in English too."""
    say = read_language(language)
    for outcome in set(Outcome) - {Outcome.NO_SUPPORT_FOUND, Outcome.COULD_NOT_EVALUATE}:
        assert outcome_words(outcome) == say(f"outcome.{outcome}")


@pytest.mark.parametrize(
    ("choice", "preferred", "expected"),
    [
        ("fr", ["de-DE"], "fr"),
        ("", ["pt-BR", "es-MX", "de"], "es"),
        ("", ["pt-BR"], "en"),
        ("tlh", ["de-AT"], "de"),
    ],
)
def test_language_is_chosen_or_the_systems(
    choice: str, preferred: list[str], expected: str
) -> None:
    assert language_for(choice, preferred) == expected
