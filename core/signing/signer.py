# SPDX-License-Identifier: Apache-2.0
"""Makes signatures with the key of a PKCS#12 file."""

from __future__ import annotations

import asyncio
import io
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from core.errors import SettingsError, SigningError
from core.text import printable

if TYPE_CHECKING:
    from pyhanko.sign.signers import SimpleSigner
    from pyhanko.sign.timestamps import TimeStamper

MAX_KEY_FILE_BYTES = 1024 * 1024
TIMESTAMP_TIMEOUT_S = 20
_DIGEST = "sha256"
FIELD_NAME = "FaceWitness"


class ReportSigner:
    """Signs PDF files and manifests; the key stays in memory and is never logged.

    Attributes:
        subject: Whose certificate it is.
    """

    def __init__(self, signer: SimpleSigner, timestamper: TimeStamper | None = None) -> None:
        """Keep the key and the time stamp server."""
        self._signer = signer
        self._timestamper = timestamper
        self.subject = printable(signer.subject_name or "")

    def sign_pdf(self, content: bytes) -> bytes:
        """Add a PAdES signature to a PDF; what was there stays byte for byte.

        Raises:
            SigningError: The PDF cannot be read, or the time stamp server does not answer.
        """
        from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
        from pyhanko.pdf_utils.misc import PdfError
        from pyhanko.sign.fields import SigSeedSubFilter
        from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner

        metadata = PdfSignatureMetadata(
            field_name=FIELD_NAME, md_algorithm=_DIGEST, subfilter=SigSeedSubFilter.PADES
        )
        signed = io.BytesIO()
        try:
            writer = IncrementalPdfFileWriter(io.BytesIO(content))
            PdfSigner(metadata, self._signer, timestamper=self._timestamper).sign_pdf(
                writer, output=signed
            )
        except (PdfError, ValueError, OSError) as error:
            raise _failed(error) from error
        return signed.getvalue()

    def sign_detached(self, content: bytes) -> bytes:
        """Give a CMS signature over bytes that it does not contain, DER encoded.

        Raises:
            SigningError: The time stamp server does not answer.
        """
        work = self._signer.async_sign_general_data(
            content, _DIGEST, detached=True, use_cades=True, timestamper=self._timestamper
        )
        try:
            return bytes(asyncio.run(work).dump())
        except (ValueError, OSError) as error:
            raise _failed(error) from error


def load_signer(
    key_file: Path, passphrase: str | None, timestamp_url: str | None = None
) -> ReportSigner:
    """Read a key and its certificates.

    Args:
        key_file: PKCS#12, as `.p12` or `.pfx`.
        passphrase: Of the file; None where it has none.
        timestamp_url: RFC 3161 server; nothing is asked of it before the first signature.

    Raises:
        SettingsError: The file is no PKCS#12 file, the passphrase is wrong, or the URL is none.
    """
    from pyhanko.sign.signers import SimpleSigner

    try:
        with key_file.open("rb") as stream:
            content = stream.read(MAX_KEY_FILE_BYTES + 1)
    except OSError as error:
        raise SettingsError(
            f"The key {printable(str(key_file))} cannot be read: {error.strerror or error}."
        ) from error
    secret = passphrase.encode("utf-8") if passphrase else None
    try:
        loaded = SimpleSigner.load_pkcs12_data(content, other_certs=(), passphrase=secret)
        signer = SimpleSigner(loaded.signing_cert, loaded.signing_key, _chain(loaded))
    except (ValueError, TypeError, AttributeError) as error:
        raise SettingsError(
            f"The key {printable(str(key_file))} cannot be opened.",
            advice="Give a PKCS#12 file (.p12, .pfx) that holds a key and its certificate, and "
            "the passphrase that belongs to it.",
        ) from error
    return ReportSigner(signer, _timestamper(timestamp_url))


def _chain(loaded: SimpleSigner) -> Any:
    """Give the certificates between the signer's and the root, which whoever checks must have."""
    from pyhanko_certvalidator.registry import SimpleCertificateStore

    chain = SimpleCertificateStore()  # type: ignore[no-untyped-call]
    chain.register_multiple(one for one in loaded.cert_registry if one.self_signed == "no")
    return chain


def _timestamper(url: str | None) -> TimeStamper | None:
    if url is None:
        return None
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise SettingsError(f"expected the URL of a time stamp server, got {printable(url)!r}")
    from pyhanko.sign.timestamps.requests_client import RequestsHTTPTimeStamper

    return RequestsHTTPTimeStamper(url, timeout=TIMESTAMP_TIMEOUT_S)  # type: ignore[no-untyped-call]


def _failed(error: Exception) -> SigningError:
    return SigningError(
        f"The report cannot be signed: {printable(str(error))}.",
        advice="Look at the key and at the time stamp server, or export without a signature.",
    )
