# SPDX-License-Identifier: Apache-2.0
"""Checks signatures, and says what is known about them and what is not.

Nothing is fetched: whether a certificate was revoked is therefore not known, and said so.
"""

from __future__ import annotations

import asyncio
import io
import struct
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from core.errors import SettingsError
from core.signing.loose_ends import loose_end
from core.text import printable

if TYPE_CHECKING:
    from asn1crypto import x509
    from pyhanko.sign.validation.status import StandardCMSSignatureStatus

MAX_SIGNATURE_BYTES = 1024 * 1024
MAX_CERTIFICATE_BYTES = 1024 * 1024
# What readers of PDF and ASN.1 raise when they are fed garbage.
GARBAGE = (
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    ArithmeticError,
    RuntimeError,
    AssertionError,
    OSError,
    EOFError,
    MemoryError,
    zlib.error,
    struct.error,
)


@dataclass(frozen=True, slots=True)
class SignatureFacts:
    """One signature.

    Attributes:
        subject, issuer: Names in the signer's certificate; anyone can make one with any name.
        certificate_sha256: Of the whole certificate, to compare with one known from elsewhere.
        signed_at: What the signer's clock said, ISO 8601, or None.
        timestamp: What an RFC 3161 server attests, ISO 8601, or None.
        timestamp_by: Name in that server's certificate, or None.
        problem: What does not hold, or None.
        unknown: Sentences on what was not found out.
    """

    subject: str
    issuer: str
    certificate_sha256: str
    signed_at: str | None
    timestamp: str | None
    timestamp_by: str | None
    problem: str | None
    unknown: tuple[str, ...] = ()


def foreign_errors() -> tuple[type[Exception], ...]:
    """Give all that the libraries raise at untrusted PDF files, certificates and signatures."""
    from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
    from cryptography.x509 import InvalidVersion
    from pyhanko.pdf_utils.misc import PdfError
    from pyhanko_certvalidator.errors import PathError

    return (*GARBAGE, PdfError, PathError, InvalidSignature, InvalidVersion, UnsupportedAlgorithm)


def load_roots(paths: Sequence[Path]) -> tuple[x509.Certificate, ...]:
    """Read trusted root certificates, PEM or DER.

    Raises:
        SettingsError: A file holds none.
    """
    from asn1crypto import pem, x509

    roots = []
    for path in paths:
        try:
            with path.open("rb") as stream:
                content = stream.read(MAX_CERTIFICATE_BYTES)
            blocks = (
                [block for _, _, block in pem.unarmor(content, multiple=True)]
                if pem.detect(content)
                else [content]
            )
            for block in blocks:
                root = x509.Certificate.load(block, strict=True)
                root.native  # noqa: B018 - asn1crypto parses when it is asked
                roots.append(root)
        except GARBAGE as error:
            raise SettingsError(
                f"{printable(str(path))} holds no certificate that can be read.",
                advice="Give a root certificate as PEM or DER.",
            ) from error
    return tuple(roots)


def check_detached(
    content: bytes, untrusted_signature: bytes, roots: Sequence[x509.Certificate] = ()
) -> SignatureFacts:
    """Check a CMS signature that stands beside what it signs.

    Args:
        content: The bytes that were signed.
        untrusted_signature: DER, bounded by the caller.
        roots: Certificates that are trusted.
    """
    from asn1crypto import cms
    from pyhanko.sign.validation.generic_cms import async_validate_detached_cms

    try:
        info = cms.ContentInfo.load(untrusted_signature, strict=True)
        status = asyncio.run(
            async_validate_detached_cms(
                content,
                info["content"],
                signer_validation_context=_context(roots),
                key_usage_settings=_usage(),
            )
        )
        return _facts(status, roots, loose_end(info["content"]))
    except foreign_errors() as error:
        return _unreadable(error)


def check_pdf(untrusted_pdf: bytes, roots: Sequence[x509.Certificate] = ()) -> list[SignatureFacts]:
    """Check the signatures in a PDF; there may be none.

    Raises:
        ValueError: It cannot be read as a PDF.
    """
    from pyhanko.pdf_utils.reader import PdfFileReader

    try:
        reader = PdfFileReader(io.BytesIO(untrusted_pdf), strict=True)
        signatures = list(reader.embedded_regular_signatures)
    except foreign_errors() as error:
        raise ValueError(printable(str(error))[:300] or type(error).__name__) from error
    return [_check_embedded(one, untrusted_pdf, roots) for one in signatures]


def _check_embedded(
    signature: Any, untrusted_pdf: bytes, roots: Sequence[x509.Certificate]
) -> SignatureFacts:
    from pyhanko.sign.validation.pdf_embedded import async_validate_pdf_signature
    from pyhanko.sign.validation.status import SignatureCoverageLevel

    try:
        status = asyncio.run(
            async_validate_pdf_signature(
                signature,
                signer_validation_context=_context(roots),
                key_usage_settings=_usage(),
            )
        )
        problem = None
        if status.coverage is not SignatureCoverageLevel.ENTIRE_FILE:
            problem = "the file goes on after what was signed"
        elif not _fills_its_gap(signature, untrusted_pdf):
            problem = "the space of the signature holds something else too"
        else:
            problem = loose_end(signature.signed_data)
        return _facts(status, roots, problem)
    except foreign_errors() as error:
        return _unreadable(error)


def _fills_its_gap(signature: Any, untrusted_pdf: bytes) -> bool:
    """Whether the bytes that the signature leaves out are its own and zeros only."""
    from asn1crypto import cms

    first, length, second, _ = (int(number) for number in signature.byte_range)
    gap = untrusted_pdf[first + length : second]
    # Read without `strict`, it ends where the signature ends.
    content = bytes(cms.ContentInfo.load(bytes(signature.pkcs7_content)).dump())
    digits = content.hex().encode("ascii")
    filled = b"<" + digits + b"0" * (len(gap) - 2 - len(digits)) + b">"
    return gap in {filled, filled.upper()}


def _context(roots: Sequence[x509.Certificate]) -> Any:
    from pyhanko_certvalidator import ValidationContext

    return ValidationContext(trust_roots=list(roots), allow_fetching=False)


def _usage() -> Any:
    from pyhanko.sign.validation.settings import KeyUsageConstraints

    return KeyUsageConstraints(
        key_usage={"digital_signature", "non_repudiation"}, match_all_key_usages=False
    )


def _facts(
    status: StandardCMSSignatureStatus,
    roots: Sequence[x509.Certificate],
    problem: str | None = None,
) -> SignatureFacts:
    certificate = status.signing_cert
    stamp = status.timestamp_validity
    if not status.intact:
        problem = "what was signed has changed since"
    elif not status.valid:
        problem = "the signature was not made with the key of its certificate"
    elif stamp is not None and not (stamp.intact and stamp.valid):
        problem = "its time stamp does not hold"
    elif roots and not status.trusted and problem is None:
        problem = "its certificate does not lead to one of the trusted roots, or was not valid"
    return SignatureFacts(
        subject=printable(certificate.subject.human_friendly),
        issuer=printable(certificate.issuer.human_friendly),
        certificate_sha256=certificate.sha256.hex(),
        signed_at=_iso(status.signer_reported_dt),
        timestamp=None if stamp is None else _iso(stamp.timestamp),
        timestamp_by=(
            None if stamp is None else printable(stamp.signing_cert.subject.human_friendly)
        ),
        problem=problem,
        unknown=tuple(_unknown(stamp, roots)),
    )


def _unknown(stamp: Any, roots: Sequence[x509.Certificate]) -> list[str]:
    found = []
    if not roots:
        found.append(
            "No trusted root was given: that the certificate belongs to the name in it is unknown."
        )
    found.append("Whether the certificate was revoked is unknown: nothing was fetched.")
    if stamp is None:
        found.append("There is no time stamp: when it was signed is what the signer's clock said.")
    elif not stamp.trusted:
        found.append("The time stamp's certificate does not lead to a trusted root.")
    return found


def _iso(moment: Any) -> str | None:
    return None if moment is None else str(moment.isoformat())


def _unreadable(error: BaseException) -> SignatureFacts:
    why = printable(str(error))[:300] or type(error).__name__
    return SignatureFacts("", "", "", None, None, None, f"it cannot be read: {why}")
