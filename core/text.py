# SPDX-License-Identifier: Apache-2.0
"""Text from outside, made safe to show: in a terminal, a log, a table or a report."""

from __future__ import annotations

import unicodedata

# Characters that turn the direction of the text around them; a file name with one of them reads
# as another name (`gpj.exe` for `exe.jpg`).
_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_JOINERS = frozenset("\u200c\u200d")


def printable(untrusted_text: str) -> str:
    r"""Make control, direction and other hidden characters visible as `\x1b`, `\u202e` ...

    Joiners stay, since emoji and several scripts need them to read right.

    Args:
        untrusted_text: Anything, lone surrogates of undecodable file names included.

    Returns:
        Text on one line that a terminal prints as it stands.
    """
    return "".join(
        char.encode("unicode_escape").decode("ascii")
        if char in _BIDI or (unicodedata.category(char) in _HIDDEN and char not in _JOINERS)
        else char
        for char in untrusted_text
    )
