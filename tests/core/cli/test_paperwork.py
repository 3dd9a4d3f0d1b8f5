# SPDX-License-Identifier: Apache-2.0
"""Facts of the case from a file and from options."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.cli.paperwork import read_paperwork
from core.errors import SettingsError
from tests.core.report.results import video_result

FILE = """
case_id = "2026-114"
operator = "A. Example"
report_version = "2"

[[notes]]
author = "A. Example"
written_at = "2026-05-01T12:00:00+02:00"
text = "Agrees with item 6."

[[amendments]]
version = "1"
change = "A name."
"""


def _write(folder: Path, text: str) -> Path:
    path = folder / "case.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_file_and_options_are_joined_and_options_win(tmp_path: Path) -> None:
    paperwork = read_paperwork(
        _write(tmp_path, FILE),
        {"operator": "B. Example", "item_id": None},
        paper="letter",
        language="fr",
    )
    dossier = paperwork.dossier(video_result())
    assert (dossier.case.case_id, dossier.case.operator) == ("2026-114", "B. Example")
    assert dossier.case.item_id == ""
    assert (dossier.style.paper, dossier.style.language) == ("letter", "fr")
    assert dossier.notes[0].text == "Agrees with item 6."
    assert dossier.amendments[0].date == ""
    assert dossier.report_version == "2"


def test_nothing_given_is_nothing_known() -> None:
    dossier = read_paperwork(None, {}, paper="a4", language="en").dossier(video_result())
    assert set(vars_of(dossier.case)) == {""}


def vars_of(case: object) -> list[str]:
    return [getattr(case, name) for name in type(case).__slots__]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("case = 'x'", "unknown key 'case'"),
        ("case_id = 114", "text in quotes for case_id"),
        ("case_id = ", "cannot be read"),
        ("notes = 'x'", r"\[\[notes\]\]"),
        ("[[notes]]\nwho = 'x'", "unknown key 'who'"),
    ],
)
def test_mistakes_in_the_file_are_named(text: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=said):
        read_paperwork(_write(tmp_path, text), {}, paper="a4", language="en")


def test_missing_or_huge_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"gone\.toml cannot be read"):
        read_paperwork(tmp_path / "gone.toml", {}, paper="a4", language="en")
    with pytest.raises(SettingsError, match="over 1048576 bytes"):
        read_paperwork(_write(tmp_path, "#" * 1_048_577), {}, paper="a4", language="en")


def test_unknown_paper_or_language_is_refused() -> None:
    with pytest.raises(SettingsError, match="paper of a4, letter"):
        read_paperwork(None, {}, paper="a5", language="en")
    with pytest.raises(SettingsError, match="language of en"):
        read_paperwork(None, {}, paper="a4", language="xx")
