# SPDX-License-Identifier: Apache-2.0
"""The licences of what the program is made of, as the packaged program carries them."""

from __future__ import annotations

import sys
from importlib.metadata import distributions
from pathlib import Path

FILE_NAME = "THIRD-PARTY.txt"


def notices_folder() -> Path | None:
    """Find the folder with all texts, or None where the program runs from source."""
    if not getattr(sys, "frozen", False):
        return None
    program = Path(sys.executable).resolve().parent
    # In a macOS app the program lies in Contents/MacOS, and what it carries in Contents/Resources.
    for place in (program / "LICENSES", program.parent / "Resources" / "LICENSES"):
        if (place / FILE_NAME).is_file():
            return place
    return None


def notices_text() -> str:
    """List the parts with their licences; from source, the installed distributions."""
    folder = notices_folder()
    if folder is not None:
        return (folder / FILE_NAME).read_text(encoding="utf-8")
    lines = {
        f"{one.metadata['Name']} {one.version}: {_licence(one.metadata)}"
        for one in distributions()
        if one.metadata["Name"]
    }
    return "\n".join(sorted(lines, key=str.lower)) + "\n"


def _licence(facts: object) -> str:
    """Give the licence as the distribution states it, in a few words."""
    get = facts.get_all  # type: ignore[attr-defined]
    stated = (get("License-Expression") or get("License") or [""])[0].strip()
    marks = [text.rpartition(" :: ")[2] for text in get("Classifier") or () if "License ::" in text]
    return stated.splitlines()[0] if stated else ", ".join(marks) or "see the distribution"
