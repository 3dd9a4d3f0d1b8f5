# SPDX-License-Identifier: Apache-2.0
"""What a report's file is called: after the evidence, on any file system, never after another's."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection
from itertools import count
from pathlib import Path

from core.records import FileFacts
from core.report.manifest import MAX_MANIFEST_BYTES, SUFFIX, is_manifest_of
from core.text import printable

# File systems allow 255 bytes; the rest is for the hash and the suffix.
_MAX_BYTES = 200
# What Windows or a shell gives a meaning to, and what would lead to another folder.
_UNSAFE = re.compile(r'[<>:"/\\|?*%\']')
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])\s*(\..*)?", re.IGNORECASE)
# The JSON report's head, in which the evidence's hash stands.
_HEAD_BYTES = 8192


def report_stem(file: FileFacts, folder: Path, suffixes: Collection[str]) -> str:
    """Name the reports of one file: `clip.mp4`, so that `clip.mp4.json` lies beside `clip.mp4.csv`.

    A short hash follows where the evidence's name had to be changed, or where the folder holds a
    report of that name which is not known to be about the same bytes. A name with a hash is taken
    by reports on the same evidence only, so those may be overwritten.

    Args:
        file: The evidence, whose name may be anything.
        folder: Where the reports go; may not exist yet.
        suffixes: Of the reports, with the dot.

    Returns:
        The name without a suffix: one component, at most 209 bytes in UTF-8.
    """
    stem = safe_stem(file.name)
    is_taken = any((folder / (stem + suffix)).exists() for suffix in suffixes)
    if stem == file.name and (not is_taken or _is_about(folder, stem, file)):
        return stem
    if file.sha256_before is not None:
        return f"{stem}-{_short_hash(file)}"
    # Nothing tells two unreadable files of one name apart: each gets a number of its own.
    numbered = (f"{stem}-unread-{number}" for number in count(1))
    return next(
        name
        for name in numbered
        if not any((folder / (name + suffix)).exists() for suffix in suffixes)
    )


def safe_stem(untrusted_name: str) -> str:
    """Change a name as little as it takes for every file system to accept it.

    Returns:
        One to 200 bytes in UTF-8: no separators, control or hidden characters, device names,
        leading dots or dashes, or trailing dots or blanks.
    """
    shown = _UNSAFE.sub("_", printable(untrusted_name)).lstrip(".-~ ")
    short = shown.encode("utf-8")[:_MAX_BYTES].decode("utf-8", errors="ignore").rstrip(". ")
    if not short:
        return "evidence"
    return f"_{short[: _MAX_BYTES - 1]}" if _RESERVED.fullmatch(short) else short


def _is_about(folder: Path, stem: str, file: FileFacts) -> bool:
    """Whether a manifest or a JSON report says that it is about these very bytes."""
    if file.sha256_before is None:
        return False
    manifest, report = folder / (stem + SUFFIX), folder / f"{stem}.json"
    if manifest.is_file():
        with manifest.open("rb") as stream:
            return is_manifest_of(stream.read(MAX_MANIFEST_BYTES), file.sha256_before)
    if not report.is_file():
        return False
    with report.open("rb") as stream:
        return f'"sha256_before": "{file.sha256_before}"'.encode() in stream.read(_HEAD_BYTES)


def _short_hash(file: FileFacts) -> str:
    identity = f"{file.name}\0{file.sha256_before}".encode("utf-8", errors="surrogatepass")
    return hashlib.sha256(identity).hexdigest()[:8]
