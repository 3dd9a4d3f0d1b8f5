# SPDX-License-Identifier: Apache-2.0
"""Settings as text, which a report's command line must give back unchanged."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import SettingsError
from core.settings import Sampling


@given(st.floats(1e-6, 1000) | st.integers(1, 1000))
def test_a_rate_survives_being_written_and_read(rate: float) -> None:
    assert Sampling.parse(str(Sampling("fps", rate))) == Sampling("fps", rate)


@given(st.integers(1, 2**40))
def test_a_step_survives_being_written_and_read(step: int) -> None:
    assert Sampling.parse(str(Sampling("every", step))) == Sampling("every", step)


@pytest.mark.parametrize("text", ["all", "every:10", "fps:5", "fps:29.97003", "fps:0.5"])
def test_text_is_given_back_as_it_was_typed(text: str) -> None:
    assert str(Sampling.parse(text)) == text


@pytest.mark.parametrize(
    "text", ["", "fps", "fps:0", "fps:-1", "fps:nan", "every:0", "every:1.5", "all:1", "fps:1e3"]
)
def test_text_without_a_meaning_is_refused(text: str) -> None:
    with pytest.raises(SettingsError):
        Sampling.parse(text)
