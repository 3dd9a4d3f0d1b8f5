# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

import resources
from core.records import Outcome
from gui import theme
from gui.icons import app_icon, icon, pixmap
from gui.states import ItemState
from gui.theme import DARK, LIGHT, Theme
from gui.views.delegates import state_icon


def luminance(color: str) -> float:
    """Relative luminance as in WCAG 2.2."""

    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    shade = QColor(color)
    red, green, blue = (linear(part) for part in (shade.redF(), shade.greenF(), shade.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    high, low = sorted((luminance(first), luminance(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("colors", [LIGHT, DARK])
def test_words_can_be_read_on_their_background(colors: Theme) -> None:
    words = (colors.text, colors.muted, *(colors.outcome(outcome) for outcome in Outcome))
    for color in words:
        assert contrast(color, colors.surface) >= 4.5, color
    assert contrast(colors.on_accent, colors.accent) >= 4.5


@pytest.mark.parametrize("colors", [LIGHT, DARK])
def test_curves_stand_out_from_the_plot(colors: Theme) -> None:
    assert len(set(colors.persons)) == len(colors.persons)
    assert all(contrast(color, colors.surface) >= 2 for color in colors.persons)


@pytest.mark.parametrize(("is_dark", "colors"), [(False, LIGHT), (True, DARK)])
def test_a_palette_leads_back_to_its_theme(
    qapp: QApplication, is_dark: bool, colors: Theme
) -> None:
    theme.apply(qapp, is_dark=is_dark)
    assert theme.of(qapp.palette()) is colors


def test_every_state_and_outcome_has_an_icon_that_draws(qapp: QApplication) -> None:
    names = {state_icon(state, None) for state in ItemState} | {one.value for one in Outcome}
    for name in names:
        image = pixmap(name, "#102030", 24).toImage()
        inked = [
            image.pixelColor(x, y) for x in range(24) for y in range(24)
            if image.pixelColor(x, y).alpha() == 255
        ]  # fmt: skip
        assert inked, name
        assert {color.name() for color in inked} == {"#102030"}


def test_each_outcome_has_another_shape(qapp: QApplication) -> None:
    shapes = {bytes(_alpha(outcome.value)) for outcome in Outcome}
    assert len(shapes) == len(Outcome)


def _alpha(name: str) -> bytearray:
    image = pixmap(name, "#000000", 24).toImage()
    return bytearray(image.pixelColor(x, y).alpha() for x in range(24) for y in range(24))


def test_every_icon_file_is_drawn_by_someone(qapp: QApplication) -> None:
    names = {path.stem for path in resources.path("icons").glob("*.svg")}
    for name in names - {"facewitness"}:
        assert not icon(name, "#000000").isNull()
    assert not app_icon().isNull()
