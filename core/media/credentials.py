# SPDX-License-Identifier: Apache-2.0
"""Content credentials (C2PA): read in the child, checked for integrity, never fetched from a net.

Reference: Coalition for Content Provenance and Authenticity, Technical Specification 2.2,
sections 11 (embedding) and 15 (validation). We differ in one point: no list of trusted signers
ships with the program, so a signer is named and not vouched for.
"""

from __future__ import annotations

import importlib
import json
from typing import Any

from core.media.handles import HandleFile

# The type of the box that holds a manifest store, ISO 19566-5 (JUMBF); stands in each container.
_STORE_UUID = b"c2pa\x00\x11\x00\x10\x80\x00\x00\xaa\x00\x38\x9b\x71"
# In XMP: the manifest lies somewhere else, at an address.
_REMOTE = b"dcterms:provenance"
MARKS = (_STORE_UUID, _REMOTE)
_OVERLAP = max(map(len, MARKS)) - 1

# Container title of `core.media.sniffing` to the format name that the library knows; what is not
# here cannot carry credentials.
FORMATS = {
    "JPEG": "image/jpeg",
    "PNG": "image/png",
    "GIF": "image/gif",
    "WebP": "image/webp",
    "TIFF": "image/tiff",
    "HEIF": "image/heif",
    "AVIF": "image/avif",
    "MP4": "video/mp4",
    "QuickTime": "video/quicktime",
    "AVI": "video/avi",
}
_SETTINGS = {"verify": {"remote_manifest_fetch": False, "ocsp_fetch": False}}
_MAX_PROBLEMS = 20
# The library has an error class for this and does not raise it.
_REMOTE_MANIFEST = "Remote: must fetch"
# Says that no list of trusted signers was given; we say so ourselves.
_NO_TRUST_LIST = "signingCredential.untrusted"


class MarkFinder:
    """Looks for signs of credentials in a file that passes by in chunks."""

    def __init__(self) -> None:
        """Nothing is found yet."""
        self.is_found = False
        self._tail = b""

    def look(self, chunk: bytes) -> None:
        """Take the next chunk."""
        if self.is_found:
            return
        seen = self._tail + chunk
        self.is_found = any(mark in seen for mark in MARKS)
        self._tail = seen[-_OVERLAP:]


def prepare() -> None:
    """Import the library, before the process gives up its right to open files."""
    importlib.import_module("c2pa")


def read(handle: int, media_format: str) -> dict[str, Any]:
    """Read and validate the credentials of an open file.

    Args:
        handle: Descriptor of the file.
        media_format: A value of `FORMATS`.

    Returns:
        Values of a `credentials` message; see `core.content_credentials`.
    """
    import c2pa

    context = c2pa.Context(c2pa.Settings.from_dict(_SETTINGS))
    try:
        reader = c2pa.Reader(media_format, _Stream(handle), context=context)
        # What the library itself trusts is of no concern: no list of signers was given to it.
        is_valid = str(reader.get_validation_state()).lower() in {"valid", "trusted"}
        report = json.loads(reader.json())
    except c2pa.C2paError.ManifestNotFound:
        return {"status": "absent"}
    except (c2pa.C2paError, ValueError) as error:
        if str(error).startswith(_REMOTE_MANIFEST):
            return {"status": "remote"}
        return {"status": "unreadable", "problems": [str(error)]}
    return {"status": "valid" if is_valid else "invalid", **_facts(report)}


def _facts(report: dict[str, Any]) -> dict[str, Any]:
    """What the active manifest says, and what is wrong with it."""
    active = report.get("manifests", {}).get(report.get("active_manifest"), {})
    signature = active.get("signature_info", {})
    generators = active.get("claim_generator_info") or [{}]
    generator = " ".join(str(generators[0].get(key, "")) for key in ("name", "version")).strip()
    problems = [
        f"{status.get('code')}: {status.get('explanation', '')}"
        for status in report.get("validation_status", [])
        if status.get("code") != _NO_TRUST_LIST
    ]
    return {
        "issuer": _text(signature.get("issuer")),
        "signer": _text(signature.get("common_name")),
        "signed_at": _text(signature.get("time")),
        "generator": generator or None,
        "actions": _actions(active),
        "problems": problems[:_MAX_PROBLEMS],
    }


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _actions(manifest: dict[str, Any]) -> list[str]:
    """What was done to the file, as its maker states it."""
    return [
        " ".join(str(action[key]) for key in ("action", "digitalSourceType") if key in action)
        for assertion in manifest.get("assertions", [])
        if str(assertion.get("label", "")).startswith("c2pa.actions")
        for action in assertion.get("data", {}).get("actions", [])
    ][:_MAX_PROBLEMS]


class _Stream(HandleFile):
    """The library also asks for what it does not use when it only reads."""

    def write(self, _data: object) -> int:
        """Refuse: the evidence is open for reading only."""
        raise OSError("the file is open for reading only")
