# SPDX-License-Identifier: Apache-2.0
"""The kinds of files that desktops offer the program for: those that it recognises by content."""

from __future__ import annotations

from pathlib import Path

# As the window's own dialog has them; a test compares the two.
SUFFIXES = (
    *("mp4", "mov", "m4v", "mkv", "webm", "avi", "mpg", "mpeg", "ts", "mts", "m2ts", "vob"),
    *("wmv", "flv", "3gp", "ogv", "jpg", "jpeg", "png", "webp", "tif", "tiff", "bmp", "gif"),
    *("heic", "heif", "avif"),
)
# The file of a case; see docs/packaging.md.
CASE_SUFFIX = "fwcase"


def desktop_types(file: Path) -> list[str]:
    """Read the MIME types of a desktop entry."""
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.startswith("MimeType="):
            return [one for one in line.removeprefix("MimeType=").split(";") if one]
    return []
