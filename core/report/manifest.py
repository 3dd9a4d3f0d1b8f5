# SPDX-License-Identifier: Apache-2.0
"""A list of the files of one export with their hashes, in the form that `sha256sum -c` reads.

    # FaceWitness manifest 1
    # made by: FaceWitness 0.1.0
    # evidence sha256: 77b8...
    # case log head: 5a31...
    # bytes: 48211 clip.mp4.csv
    77c1...  clip.mp4.csv
    # sha256 of the lines above: 9e0b...

Lines that begin with `#` are comments to GNU's `sha256sum` and to Perl's `shasum`. The last one
covers all others, so that no byte of the manifest itself can change unseen.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

SUFFIX = ".sha256"
SIGNATURE_SUFFIX = ".sha256.p7s"
MAX_MANIFEST_BYTES = 16 * 1024 * 1024
NONE = "none"
_TITLE = "# FaceWitness manifest 1"
_KEYS = ("made by", "evidence sha256", "case log head")
_BYTES = re.compile(r"# bytes: (\d{1,15}) (.+)")
_HASH = re.compile(r"([0-9a-f]{64})  (.+)")
_END = re.compile(rb"# sha256 of the lines above: ([0-9a-f]{64})\n")
_END_BYTES = len(b"# sha256 of the lines above: ") + 64 + 1


@dataclass(frozen=True, slots=True)
class ManifestFile:
    """One file; `name` is its name in the manifest's own folder."""

    name: str
    size_bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What was written together.

    Attributes:
        made_by: Tool and version.
        evidence_sha256: Of the file that was analysed; None for several, or one never read.
        log_head: The case log's last `sha256` when the files were made, or None.
        files: Sorted by name.
    """

    made_by: str
    evidence_sha256: str | None
    log_head: str | None
    files: tuple[ManifestFile, ...]

    @property
    def by_name(self) -> Mapping[str, ManifestFile]:
        """File names to entries."""
        return {one.name: one for one in self.files}


def make_manifest(manifest: Manifest) -> bytes:
    """Write a manifest; the same files give the same bytes."""
    values = (manifest.made_by, manifest.evidence_sha256, manifest.log_head)
    lines = [_TITLE]
    lines += [f"# {key}: {value or NONE}" for key, value in zip(_KEYS, values, strict=True)]
    for one in sorted(manifest.files, key=lambda one: one.name):
        lines += [f"# bytes: {one.size_bytes} {one.name}", f"{one.sha256}  {one.name}"]
    text = "".join(f"{line}\n" for line in lines).encode("utf-8")
    digest = hashlib.sha256(text).hexdigest()
    return text + f"# sha256 of the lines above: {digest}\n".encode("ascii")


def read_manifest(untrusted_bytes: bytes) -> Manifest:
    """Read a manifest and check it against its own last line.

    Raises:
        ValueError: It is none, or it was altered; says where.
    """
    body = untrusted_bytes[:-_END_BYTES]
    end = _END.fullmatch(untrusted_bytes[-_END_BYTES:])
    if end is None:
        raise ValueError("the last line is not the hash of the lines above it")
    if hashlib.sha256(body).hexdigest() != end[1].decode("ascii"):
        raise ValueError("the lines are not those whose hash stands in the last one")
    lines = body.decode("utf-8").split("\n")
    if lines[0] != _TITLE or lines[-1] or len(lines) < 5:
        raise ValueError("it does not begin as a FaceWitness manifest, version 1")
    made_by, evidence, head = (
        _value(line, key) for line, key in zip(lines[1:4], _KEYS, strict=True)
    )
    return Manifest(made_by or "", evidence, head, _files(lines[4:-1]))


def is_manifest_of(untrusted_bytes: bytes, evidence_sha256: str) -> bool:
    """Whether it says that it is about a file of this hash."""
    try:
        return read_manifest(untrusted_bytes).evidence_sha256 == evidence_sha256
    except ValueError:
        return False


def _value(line: str, key: str) -> str | None:
    name, _, value = line.removeprefix("# ").partition(": ")
    if name != key or not value:
        raise ValueError(f"expected the line of {key}")
    return None if value == NONE else value


def _files(lines: Sequence[str]) -> tuple[ManifestFile, ...]:
    found: list[ManifestFile] = []
    for sizes, hashes in zip(lines[::2], lines[1::2], strict=True):
        size, digest = _BYTES.fullmatch(sizes), _HASH.fullmatch(hashes)
        if size is None or digest is None or size[2] != digest[2] or not _is_plain(size[2]):
            raise ValueError(f"line {2 * len(found) + 5} names no file of this folder")
        found.append(ManifestFile(size[2], int(size[1]), digest[1]))
    names = [one.name for one in found]
    if names != sorted(set(names)):
        raise ValueError("the files are not in order, or one stands twice")
    return tuple(found)


def _is_plain(name: str) -> bool:
    """Whether a name stays in its folder, on every system."""
    return name not in {".", ".."} and not set(name) & set("/\\:\0")
