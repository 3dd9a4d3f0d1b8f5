# SPDX-License-Identifier: Apache-2.0
"""The digest that a JSON result carries of itself.

It shows a changed byte, not who changed it: whoever changes a value on purpose can write a new
digest. Against that stand the manifest's signature and the hashes printed elsewhere.
"""

from __future__ import annotations

from collections.abc import Mapping

from core.canonical import CANONICAL_FORM, as_mapping, canonical_digest

KEY = "integrity"


def with_integrity(document: Mapping[str, object]) -> dict[str, object]:
    """Add the digest as the last key."""
    return {
        **document,
        KEY: {
            "algorithm": "sha256",
            "covers": f"this object without `{KEY}`",
            "canonical_form": CANONICAL_FORM,
            "digest": canonical_digest(document),
        },
    }


def digest_holds(document: Mapping[str, object]) -> bool:
    """Whether a result is the one that its digest was made of."""
    rest = {key: value for key, value in document.items() if key != KEY}
    return as_mapping(document.get(KEY)).get("digest") == canonical_digest(rest)
