# SPDX-License-Identifier: Apache-2.0
"""Colours of the window, light and dark.

Persons are drawn in the palette of Okabe and Ito ("Color Universal Design", 2008), which people
with a colour-vision deficiency can tell apart. Colour is never the only sign: each outcome has
its own shape and words, each person a number, each detector its own kind of line.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from functools import cache
from string import Template

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

import resources
from core.records import Outcome

Role = QPalette.ColorRole
Group = QPalette.ColorGroup


@dataclass(frozen=True, slots=True)
class Theme:
    """One set of colours, as `#rrggbb`.

    Attributes:
        window, surface, sunken: Backgrounds of the window, of cards and fields, of wells.
        stage: Background behind the picture; dark in both themes, as in any viewer.
        text, muted: Foregrounds.
        accent, on_accent: Selection and the main button, and text on them.
        outcomes: Foreground of each outcome, readable on `surface` (contrast of 4.5 or more).
        persons: Colours of tracks, used in turn.
    """

    is_dark: bool
    window: str
    surface: str
    sunken: str
    hover: str
    border: str
    stage: str
    text: str
    muted: str
    accent: str
    on_accent: str
    support: str
    no_support: str
    inconclusive: str
    not_applicable: str
    could_not: str
    persons: tuple[str, ...]

    def outcome(self, outcome: Outcome) -> str:
        """Give the colour that goes with an outcome."""
        return {
            Outcome.SUPPORT_FOR_MANIPULATION: self.support,
            Outcome.NO_SUPPORT_FOUND: self.no_support,
            Outcome.INCONCLUSIVE: self.inconclusive,
            Outcome.NOT_APPLICABLE: self.not_applicable,
            Outcome.COULD_NOT_EVALUATE: self.could_not,
        }[outcome]

    def person(self, track_id: int) -> str:
        """Give the colour of a track; their ids count from 1."""
        return self.persons[(track_id - 1) % len(self.persons)]


LIGHT = Theme(
    is_dark=False,
    window="#f3f5f7",
    surface="#ffffff",
    sunken="#e8ecf0",
    hover="#e1e8ef",
    border="#d2d9e0",
    stage="#15191e",
    text="#1a232d",
    muted="#566474",
    accent="#0b63a5",
    on_accent="#ffffff",
    support="#b23a00",
    no_support="#00694d",
    inconclusive="#855600",
    not_applicable="#4b5866",
    could_not="#8c3b72",
    persons=("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#4d4d4d"),
)
DARK = Theme(
    is_dark=True,
    window="#171b20",
    surface="#1f252c",
    sunken="#13171b",
    hover="#2a323b",
    border="#353f4a",
    stage="#0d1013",
    text="#e7ebef",
    muted="#9eabb8",
    accent="#56b4e9",
    on_accent="#0b1219",
    support="#ff8a4c",
    no_support="#3fc79c",
    inconclusive="#efb43c",
    not_applicable="#b3bfcb",
    could_not="#e39ac4",
    persons=("#56b4e9", "#e69f00", "#19b58a", "#e39ac4", "#f0e442", "#e8743b", "#c7d0d9"),
)


def of(palette: QPalette) -> Theme:
    """Give the theme that a widget's palette was made from."""
    return DARK if palette.color(Role.Window).lightness() < 128 else LIGHT


def apply(app: QApplication, *, is_dark: bool | None = None) -> None:
    """Set palette and style sheet.

    Args:
        app: The application.
        is_dark: Which theme; None follows the system.
    """
    if is_dark is None:
        is_dark = app.styleHints().colorScheme() == Qt.ColorScheme.Dark
    theme = DARK if is_dark else LIGHT
    app.setPalette(_palette(theme))
    app.setStyleSheet(_style_sheet(theme))


def _palette(theme: Theme) -> QPalette:
    palette = QPalette()
    for role, color in (
        (Role.Window, theme.window),
        (Role.WindowText, theme.text),
        (Role.Base, theme.surface),
        (Role.AlternateBase, theme.sunken),
        (Role.Text, theme.text),
        (Role.PlaceholderText, theme.muted),
        (Role.Button, theme.surface),
        (Role.ButtonText, theme.text),
        (Role.BrightText, theme.support),
        (Role.Light, theme.surface),
        (Role.Midlight, theme.hover),
        (Role.Mid, theme.border),
        (Role.Dark, theme.border),
        (Role.Shadow, theme.stage),
        (Role.Highlight, theme.accent),
        (Role.HighlightedText, theme.on_accent),
        (Role.Link, theme.accent),
        (Role.ToolTipBase, theme.surface),
        (Role.ToolTipText, theme.text),
    ):
        palette.setColor(role, QColor(color))
    for role in (Role.WindowText, Role.Text, Role.ButtonText):
        palette.setColor(Group.Disabled, role, QColor(theme.muted))
    return palette


@cache
def _style_sheet(theme: Theme) -> str:
    template = resources.path("styles/facewitness.qss").read_text(encoding="utf-8")
    # Qt's style sheets cannot draw marks and arrows: they show files, one for each theme.
    kind = "dark" if theme.is_dark else "light"
    drawn = {
        name.replace("-", "_"): resources.path(f"icons/{name}-{kind}.svg").as_posix()
        for name in ("check", "arrow-up", "arrow-down")
    }
    return Template(template).substitute(dataclasses.asdict(theme), **drawn)
