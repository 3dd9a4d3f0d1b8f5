# SPDX-License-Identifier: Apache-2.0
"""The laboratory's sign for the head of a report, brought to one form whatever the file is."""

from __future__ import annotations

import io
from pathlib import Path

from core.errors import ReportError
from core.text import printable

# In print 13 mm high: 300 dots per inch need 154 pixels, and a wide sign may be four times as wide.
MAX_SIZE_PX = (960, 240)
MAX_BYTES = 8 * 1024 * 1024
_FORMATS = ("PNG", "JPEG", "WEBP", "BMP", "TIFF", "GIF")


def read_logo(path: Path) -> bytes:
    """Read a picture as the PNG that a report shows.

    Args:
        path: A picture of the laboratory's own; at most 8 MiB.

    Returns:
        PNG, at most `MAX_SIZE_PX`, without metadata; the same file gives the same bytes.

    Raises:
        ReportError: It cannot be read or is no picture.
    """
    from PIL import Image

    name = printable(path.name)
    advice = "Choose another picture for the report's head, PNG or JPEG, or none."
    try:
        if path.stat().st_size > MAX_BYTES:
            raise ReportError(f"The logo {name} is over {MAX_BYTES} bytes.", advice=advice)
        with Image.open(path, formats=_FORMATS) as picture:
            picture.draft("RGB", MAX_SIZE_PX)
            shown = picture.convert("RGBA")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise ReportError(
            f"The logo {name} cannot be read: {printable(str(error))}.", advice=advice
        ) from error
    shown.thumbnail(MAX_SIZE_PX, Image.Resampling.LANCZOS)
    content = io.BytesIO()
    shown.save(content, "PNG")
    return content.getvalue()
