# SPDX-License-Identifier: Apache-2.0
"""Where resources are, and that no name leads out of them."""

from __future__ import annotations

from pathlib import Path

import pytest

import resources


def test_path_lies_in_the_package() -> None:
    assert resources.path("weights/xception/card.toml") == (
        Path(resources.__file__).parent / "weights" / "xception" / "card.toml"
    )


@pytest.mark.parametrize(
    "name",
    [
        "",
        ".",
        "..",
        "../core/errors.py",
        "schema/../../core",
        "/etc/passwd",
        "C:/Windows",
        "C:evil",
        "schema\\..\\..\\core",
        "\\\\host\\share",
        "//host/share",
    ],
)
def test_path_is_refused_when_it_leads_out(name: str) -> None:
    with pytest.raises(ValueError, match="relative name"):
        resources.path(name)
