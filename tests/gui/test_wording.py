# SPDX-License-Identifier: Apache-2.0
"""The window says, before translation, word for word what reports print."""

import pytest

import core.wording as printed
from core.content_credentials import ContentCredentials
from gui import wording


def test_caveat_is_that_of_the_reports() -> None:
    assert wording.absence_caveat() == printed.ABSENCE_CAVEAT


@pytest.mark.parametrize("log10_lr", [-7.0, -4.5, -2.5, -1.2, -0.4, 0.0, 0.1, 0.5, 1.5, 3.2, 5, 9])
def test_strength_is_said_as_in_the_reports(log10_lr: float) -> None:
    assert wording.verbal(log10_lr) == printed.verbal(log10_lr)


def test_every_step_of_the_scale_has_words() -> None:
    steps = [step.support for step in printed.VERBAL_SCALE]
    assert [wording.support_words(support) for support in steps] == steps


@pytest.mark.parametrize(
    "found",
    [
        None,
        ContentCredentials("absent"),
        ContentCredentials("remote"),
        ContentCredentials("unreadable", problems=("out of memory",)),
        ContentCredentials("invalid", "Acme", "A. Signer", problems=("claim.mismatch",)),
        ContentCredentials("invalid", issuer="Acme"),
        ContentCredentials(
            "valid", "Acme", "A. Signer", "2026-01-02T03:04:05Z", "Camera 1", ("c2pa.created",)
        ),
    ],
)
def test_credentials_are_said_as_in_the_reports(found: ContentCredentials | None) -> None:
    assert wording.credentials_words(found) == printed.credentials_words(found)
