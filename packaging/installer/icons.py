# SPDX-License-Identifier: Apache-2.0
"""The program's icon in the forms that desktops want, drawn from its one SVG file."""

from __future__ import annotations

import io
from pathlib import Path

SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
_ICO_SIZES = (16, 24, 32, 48, 64, 128, 256)
SOURCE = "resources/icons/facewitness.svg"


def draw(svg: Path, size: int) -> bytes:
    """Draw the icon.

    Args:
        svg: The file.
        size: Side in pixels.

    Returns:
        A PNG with transparency.
    """
    from PIL import Image
    from PySide6.QtCore import QByteArray
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    drawn = QImage(size, size, QImage.Format.Format_RGBA8888)
    drawn.fill(0)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(QByteArray(svg.read_bytes())).render(painter)
    painter.end()
    # Pillow writes the same bytes each time; Qt's writer depends on the platform's zlib.
    picture = Image.frombytes("RGBA", (size, size), bytes(drawn.constBits()))
    stream = io.BytesIO()
    picture.save(stream, "PNG", optimize=True)
    return stream.getvalue()


def write_png_theme(svg: Path, folder: Path) -> None:
    """Write a `hicolor` theme's folders: one PNG a size, and the SVG itself."""
    for size in SIZES:
        place = folder / f"{size}x{size}" / "apps" / "facewitness.png"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(draw(svg, size))
    scalable = folder / "scalable" / "apps" / "facewitness.svg"
    scalable.parent.mkdir(parents=True, exist_ok=True)
    scalable.write_bytes(svg.read_bytes())


def write_ico(svg: Path, file: Path) -> None:
    """Write the icon of a Windows program."""
    from PIL import Image

    pictures = [Image.open(io.BytesIO(draw(svg, size))) for size in _ICO_SIZES]
    pictures[-1].save(
        file, "ICO", sizes=[(size, size) for size in _ICO_SIZES], append_images=pictures[:-1]
    )


def write_icns(svg: Path, file: Path) -> None:
    """Write the icon of a macOS program."""
    from PIL import Image

    Image.open(io.BytesIO(draw(svg, 1024))).save(file, "ICNS")
