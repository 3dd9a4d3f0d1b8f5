# SPDX-License-Identifier: Apache-2.0
"""The options of a signed export, and where its passphrase comes from: never from an argument."""

from __future__ import annotations

import getpass
import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from core.errors import SettingsError
from core.report.export import ExportOptions
from core.text import printable

PASSPHRASE_VARIABLE = "FACEWITNESS_SIGN_PASSPHRASE"  # noqa: S105 - a name
_MAX_PASSPHRASE_BYTES = 4096

Sign = Annotated[
    Path | None, typer.Option("--sign", help="PKCS#12 file whose key signs the reports.")
]
PassphraseFile = Annotated[
    Path | None,
    typer.Option(help=f"Holds its passphrase; else ${PASSPHRASE_VARIABLE}, else it is asked for."),
]
TimestampUrl = Annotated[
    str | None, typer.Option(help="RFC 3161 server that stamps the signatures; goes online.")
]
CsvBom = Annotated[bool, typer.Option(help="Begin tables with a byte order mark.")]
CaseLogFile = Annotated[
    Path | None,
    typer.Option("--case-log", help="Case log to write or go on; default: in the --out folder."),
]
NoCaseLog = Annotated[bool, typer.Option("--no-case-log", help="Keep no case log.")]


def export_options(
    sign: Path | None, passphrase_file: Path | None, timestamp_url: str | None, *, csv_bom: bool
) -> ExportOptions:
    """Read the options of an export.

    Raises:
        SettingsError: The key cannot be opened, or an option has no meaning without it.
    """
    if sign is None:
        if timestamp_url is not None or passphrase_file is not None:
            raise SettingsError("--timestamp-url and --passphrase-file go with --sign")
        return ExportOptions(csv_bom=csv_bom)
    from core.signing.signer import load_signer

    passphrase = _passphrase(passphrase_file)
    return ExportOptions(csv_bom=csv_bom, seal=load_signer(sign, passphrase, timestamp_url))


def _passphrase(file: Path | None) -> str | None:
    if file is not None:
        try:
            with file.open("rb") as stream:
                content = stream.read(_MAX_PASSPHRASE_BYTES).decode("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise SettingsError(
                f"The passphrase file {printable(str(file))} cannot be read."
            ) from error
        return content.rstrip("\r\n") or None
    known = os.environ.get(PASSPHRASE_VARIABLE)
    if known is not None:
        return known or None
    if not sys.stdin.isatty():
        return None
    return getpass.getpass("Passphrase of the key: ") or None
