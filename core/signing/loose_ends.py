# SPDX-License-Identifier: Apache-2.0
"""The parts of a CMS signature that nothing signs: held against what they must be.

A validator looks at what leads to the signer's key and passes over the rest. A byte changed there
changes no fact, but a checker that says "unchanged" has to see it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cryptography.x509 import Certificate, Name


def loose_end(signed_data: Any) -> str | None:
    """Find an unsigned part that is not what it must be.

    Args:
        signed_data: asn1crypto's SignedData with one signer.

    Returns:
        What is wrong, or None.

    Raises:
        ValueError: A part cannot be read.
    """
    (signer,) = signed_data["signer_infos"]
    # RFC 5652, sections 5.1 and 5.3.
    wanted = {"issuer_and_serial_number": "v1", "subject_key_identifier": "v3"}[signer["sid"].name]
    if signer["version"].native != wanted or signed_data["version"].native != wanted:
        return "its version numbers do not fit its content"
    algorithms = [one.dump() for one in signed_data["digest_algorithms"]]
    if algorithms != [signer["digest_algorithm"].dump()]:
        return "it lists other hash functions than it uses"
    return _certificates(signed_data["certificates"])


def _certificates(choices: Any) -> str | None:
    """Check each certificate by the signature of its issuer, where that one is there too."""
    from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
    from cryptography.x509 import InvalidVersion, load_der_x509_certificate

    try:
        found = [load_der_x509_certificate(one.chosen.dump(force=True)) for one in choices]
        for certificate in found:
            for issuer in found:
                if issuer.subject == certificate.issuer:
                    certificate.verify_directly_issued_by(issuer)
    except (InvalidSignature, InvalidVersion, UnsupportedAlgorithm, TypeError, ValueError):
        return "a certificate in it is not as its issuer signed it"
    issuers = [certificate.issuer for certificate in found]
    strangers = [
        one for one in found if issuers.count(one.subject) == 0 and one.issuer not in _names(found)
    ]
    # One of that kind is the signer's, whose issuer need not be in it.
    return "a certificate in it belongs to nobody" if len(strangers) > 1 else None


def _names(certificates: list[Certificate]) -> list[Name]:
    return [one.subject for one in certificates]
