# SPDX-License-Identifier: Apache-2.0
"""The window says, before translation, word for word what reports print."""

import pytest

import core.wording as printed
from gui.words import wording


def test_caveat_is_that_of_the_reports() -> None:
    assert wording.absence_caveat() == printed.ABSENCE_CAVEAT


@pytest.mark.parametrize("log10_lr", [-7.0, -4.5, -2.5, -1.2, -0.4, 0.0, 0.1, 0.5, 1.5, 3.2, 5, 9])
def test_strength_is_said_as_in_the_reports(log10_lr: float) -> None:
    assert wording.verbal(log10_lr) == printed.verbal(log10_lr)


def test_every_step_of_the_scale_has_words() -> None:
    steps = [step.support for step in printed.VERBAL_SCALE]
    assert [wording.support_words(support) for support in steps] == steps


def test_caveat_of_credentials_is_that_of_the_reports() -> None:
    assert wording.credentials_caveat() == printed.CREDENTIALS_CAVEAT
