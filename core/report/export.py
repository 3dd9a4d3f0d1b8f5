# SPDX-License-Identifier: Apache-2.0
"""Writes the files of one export together, and the manifest that vouches for them.

All of them get their names or none does. The manifest is written last and lists the others; with
a seal, PDF files are signed inside, and the manifest by a file beside it, which covers the rest.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Protocol

from core.digests import sha256_of
from core.errors import ReportError
from core.report.atomic import new_files
from core.report.folders import writing_translated
from core.report.manifest import (
    MAX_MANIFEST_BYTES,
    SIGNATURE_SUFFIX,
    SUFFIX,
    Manifest,
    ManifestFile,
    make_manifest,
    read_manifest,
)
from core.text import printable

PDF_SUFFIX = ".pdf"
_BOM = b"\xef\xbb\xbf"


class Seal(Protocol):
    """Signs what is written; see `core.signing`."""

    def sign_pdf(self, content: bytes) -> bytes:
        """Give the PDF with a signature in it."""

    def sign_detached(self, content: bytes) -> bytes:
        """Give a signature over the content, to be kept beside it."""


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """What changes no fact in a report.

    Attributes:
        csv_bom: Begin tables with a byte order mark, which some spreadsheets want.
        seal: Signs the files, or None.
        durable: Wait until the files are on the disk.
    """

    csv_bom: bool = False
    seal: Seal | None = None
    durable: bool = True


PLAIN = ExportOptions()


@dataclass(frozen=True, slots=True)
class Part:
    """One file to be written; `name` is its name in the export's folder."""

    name: str
    write: Callable[[BinaryIO], None]


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """One file that is there now."""

    path: Path
    size_bytes: int
    sha256: str


def write_export(
    folder: Path,
    stem: str,
    parts: Sequence[Part],
    facts: Manifest,
    options: ExportOptions = PLAIN,
) -> tuple[WrittenFile, ...]:
    """Write files and their manifest, `<stem>.sha256`.

    What an older manifest of that name lists and this export does not replace stays listed, with
    the hash it had.

    Args:
        folder: Where they go; made if it is not there.
        stem: Of the manifest.
        parts: What is written.
        facts: What the manifest says of the whole; the files it lists are other files of the
            folder, written before.
        options: Byte order mark, signature.

    Returns:
        The parts in order, then the manifest, then its signature if there is one.

    Raises:
        ReportError: Writing failed and nothing was changed; says what to do.
    """
    names = [part.name for part in parts]
    with writing_translated(folder):
        folder.mkdir(parents=True, exist_ok=True)
        kept = _kept_files(folder, stem, names, is_sealed=options.seal is not None)
        listed = {one.name: one for one in (*kept, *facts.files)}
        sealing = [stem + SUFFIX, *([stem + SIGNATURE_SUFFIX] if options.seal else [])]
        targets = [folder / name for name in (*names, *sealing)]
        with new_files(targets, durable=options.durable) as streams:
            done = []
            for part, stream in zip(parts, streams, strict=False):
                _write_part(part, stream, options)
                done.append(_written(folder / part.name, stream))
            for one in done:
                name = one.path.name
                listed[name] = ManifestFile(name, one.size_bytes, one.sha256)
            content = make_manifest(
                Manifest(
                    facts.made_by, facts.evidence_sha256, facts.log_head, tuple(listed.values())
                )
            )
            streams[len(parts)].write(content)
            if options.seal is not None:
                streams[-1].write(options.seal.sign_detached(content))
            for target, stream in zip(targets[len(parts) :], streams[len(parts) :], strict=True):
                done.append(_written(target, stream))
    return tuple(done)


def _write_part(part: Part, stream: BinaryIO, options: ExportOptions) -> None:
    if options.csv_bom and part.name.endswith(".csv"):
        stream.write(_BOM)
    if options.seal is None or not part.name.endswith(PDF_SUFFIX):
        part.write(stream)
        return
    plain = io.BytesIO()
    part.write(plain)
    stream.write(options.seal.sign_pdf(plain.getvalue()))


def _written(path: Path, stream: BinaryIO) -> WrittenFile:
    """Hash what the disk gives back, not what was meant to be written."""
    stream.flush()
    size_bytes = stream.seek(0, io.SEEK_END)
    stream.seek(0)
    return WrittenFile(path, size_bytes, sha256_of(stream))


def _kept_files(
    folder: Path, stem: str, names: Sequence[str], *, is_sealed: bool
) -> tuple[ManifestFile, ...]:
    """Give the entries of an older manifest that stay true.

    Raises:
        ReportError: The older manifest was altered, or it is signed and this export is not.
    """
    older = folder / (stem + SUFFIX)
    if not older.is_file():
        return ()
    shown = printable(str(older))
    if (folder / (stem + SIGNATURE_SUFFIX)).exists() and not is_sealed:
        raise ReportError(
            f"The reports of {shown} are signed, and these are not.",
            advice="Choose another folder, or sign these too.",
        )
    try:
        with older.open("rb") as stream:
            manifest = read_manifest(stream.read(MAX_MANIFEST_BYTES))
    except ValueError as error:
        raise ReportError(
            f"The manifest {shown} does not hold: {error}.",
            advice="Keep it as it is, find out why, and choose another folder.",
        ) from error
    return tuple(
        one for one in manifest.files if one.name not in names and (folder / one.name).exists()
    )
