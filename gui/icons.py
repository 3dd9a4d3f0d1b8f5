# SPDX-License-Identifier: Apache-2.0
"""Icons from `resources/icons`, drawn in the colour of the text beside them."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

import resources

_SIZES = (16, 20, 24, 32, 48, 64)
_DRAWN_IN = "#000000"


@cache
def icon(name: str, color: str, disabled: str | None = None) -> QIcon:
    """Make an icon.

    Args:
        name: File name in `resources/icons` without its suffix.
        color: Of all lines, as `#rrggbb`.
        disabled: Of all lines while the control cannot be used; greyed by Qt when None.
    """
    made = QIcon()
    for size in _SIZES:
        made.addPixmap(pixmap(name, color, size))
        if disabled is not None:
            made.addPixmap(pixmap(name, disabled, size), QIcon.Mode.Disabled)
    return made


def app_icon() -> QIcon:
    """Make the program's own icon."""
    made = QIcon()
    for size in (*_SIZES, 128, 256):
        made.addPixmap(_render("facewitness", _DRAWN_IN, size))
    return made


def pixmap(name: str, color: str, size: int, scale: float = 1.0) -> QPixmap:
    """Draw an icon.

    Args:
        name: File name in `resources/icons` without its suffix.
        color: Of all lines, as `#rrggbb`.
        size: Side in logical pixels.
        scale: Device pixels for each of them.
    """
    drawn = QPixmap(_render(name, QColor(color).name(), round(size * scale)))
    drawn.setDevicePixelRatio(scale)
    return drawn


@cache
def _render(name: str, color: str, side: int) -> QPixmap:
    source = resources.path(f"icons/{name}.svg").read_text(encoding="utf-8")
    renderer = QSvgRenderer(QByteArray(source.replace(_DRAWN_IN, color).encode()))
    drawn = QPixmap(side, side)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter)
    painter.end()
    return drawn
