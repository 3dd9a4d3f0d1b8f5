# SPDX-License-Identifier: Apache-2.0
"""What people type to go somewhere."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from gui.models.places import Place, parse_place
from tests.gui.conftest import Stand
from tests.gui.driving import media, opened


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("150", Place(frame_index=150)),
        ("#150", Place(frame_index=150)),
        ("frame 150", Place(frame_index=150)),
        ("00:01:02.5", Place(time_s=62.5)),
        ("1:02", Place(time_s=62.0)),
        ("2:00:00", Place(time_s=7200.0)),
        ("62.5", Place(time_s=62.5)),
        (" 62,5 ", Place(time_s=62.5)),
        ("62s", Place(time_s=62.0)),
        ("90:00", Place(time_s=5400.0)),
        ("1:60", None),
        ("1:75:00", None),
        ("-5", None),
        ("soon", None),
        ("", None),
        ("1:2:3:4", None),
        ("1e3", None),
    ],
)
def test_a_place_is_a_frame_or_a_time(text: str, place: Place | None) -> None:
    assert parse_place(text) == place


def type_place(stand: Stand, text: str) -> None:
    stand.desk.window.actions_.named["go-to"].trigger()
    field = media(stand).transport.field
    field.setText("")
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def test_typing_a_time_or_a_frame_goes_there(stand: Stand) -> None:
    opened(stand)
    type_place(stand, "0:06.02")
    stand.wait_for_frame(150)
    type_place(stand, "77")
    stand.wait_for_frame(77)
    assert media(stand).transport.field.text() == "0:03.080"


def test_what_is_no_place_is_marked_and_goes_nowhere(stand: Stand) -> None:
    opened(stand)
    type_place(stand, "soon")
    field = media(stand).transport.field
    assert field.property("wrong") == "true"
    assert field.text() == "soon"
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.property("wrong") == "false"
    assert field.text() == "0:00.000"
