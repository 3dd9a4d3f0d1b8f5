# SPDX-License-Identifier: Apache-2.0
"""Manifests: the files they list, their signature, and the case log they name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from core.digests import sha256_of
from core.report.manifest import (
    MAX_MANIFEST_BYTES,
    SIGNATURE_SUFFIX,
    SUFFIX,
    Manifest,
    ManifestFile,
    read_manifest,
)
from core.signing.validation import MAX_SIGNATURE_BYTES, check_detached
from core.text import printable
from core.verify.findings import Check, fails, holds, unknown
from core.verify.reading import open_regular, read_bounded, why
from core.verify.signatures import signature_checks

if TYPE_CHECKING:
    from asn1crypto import x509

# More than any export writes; a folder that is fed to us may hold anything.
MAX_MANIFESTS = 10_000


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a manifest says of a file."""

    manifest: str
    entry: ManifestFile


@dataclass(frozen=True, slots=True)
class Anchors:
    """The manifests of one folder that hold.

    Attributes:
        entries: File name to what the manifests say of it.
        manifests: Name to content.
        broken: Name to why it does not hold.
    """

    entries: Mapping[str, tuple[Anchor, ...]]
    manifests: Mapping[str, Manifest]
    broken: Mapping[str, str] = field(default_factory=dict)


def read_anchors(folder: Path) -> Anchors:
    """Read all manifests of a folder.

    Raises:
        OSError: The folder cannot be read.
    """
    entries: dict[str, list[Anchor]] = {}
    manifests: dict[str, Manifest] = {}
    broken: dict[str, str] = {}
    for path in sorted(folder.glob(f"*{SUFFIX}"))[:MAX_MANIFESTS]:
        try:
            manifest = read_manifest(read_bounded(path, MAX_MANIFEST_BYTES))
        except OSError as error:
            broken[path.name] = f"it cannot be read: {why(error)}"
        except ValueError as error:
            broken[path.name] = str(error)
        else:
            manifests[path.name] = manifest
            for entry in manifest.files:
                entries.setdefault(entry.name, []).append(Anchor(path.name, entry))
    return Anchors({name: tuple(found) for name, found in entries.items()}, manifests, broken)


def anchored(path: Path, subject: str, anchors: Anchors) -> Iterator[Check]:
    """Hold a file against every manifest of its folder that lists it."""
    for anchor in anchors.entries.get(path.name, ()):
        what = f"size and SHA-256 in {printable(anchor.manifest)}"
        try:
            with open_regular(path) as stream:
                size_bytes = stream.seek(0, 2)
                stream.seek(0)
                sha256 = sha256_of(stream)
        except OSError as error:
            yield fails(subject, what, f"the file cannot be read: {why(error)}")
            continue
        entry = anchor.entry
        if size_bytes != entry.size_bytes:
            yield fails(subject, what, f"it has {size_bytes} bytes, not {entry.size_bytes}")
        elif sha256 != entry.sha256:
            yield fails(subject, what, f"its SHA-256 is {sha256}, not {entry.sha256}")
        else:
            yield holds(subject, what, sha256)


def check_manifest(
    path: Path, subject: str, anchors: Anchors, roots: Sequence[x509.Certificate]
) -> Iterator[Check]:
    """Check a manifest, and the signature beside it."""
    if path.name in anchors.broken:
        yield fails(subject, "manifest", anchors.broken[path.name])
        return
    manifest = anchors.manifests.get(path.name)
    if manifest is None:
        yield fails(subject, "manifest", "it is not in the folder's list any more")
        return
    yield holds(subject, "manifest", f"{len(manifest.files)} files, made by {manifest.made_by}")
    signature = path.with_name(path.name.removesuffix(SUFFIX) + SIGNATURE_SUFFIX)
    if not signature.exists():
        yield unknown(subject, "signature", "it is not signed")
        return
    try:
        content = read_bounded(path, MAX_MANIFEST_BYTES)
        facts = check_detached(content, read_bounded(signature, MAX_SIGNATURE_BYTES), roots)
    except OSError as error:
        yield fails(subject, "signature", f"it cannot be read: {why(error)}")
        return
    yield from signature_checks(printable(signature.name), facts)
