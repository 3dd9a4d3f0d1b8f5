# SPDX-License-Identifier: Apache-2.0
"""Signs media with content credentials, by a certificate that exists for one test run."""

from __future__ import annotations

import datetime
import io
from dataclasses import dataclass

import c2pa
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

_CAPTURED = "http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture"
_MANIFEST = {
    "claim_generator_info": [{"name": "maker", "version": "1.2"}],
    "title": "test",
    "assertions": [
        {
            "label": "c2pa.actions",
            "data": {"actions": [{"action": "c2pa.created", "digitalSourceType": _CAPTURED}]},
        }
    ],
}


@dataclass(frozen=True)
class Signer:
    """A certificate with its chain, and its private key, both PEM."""

    chain: bytes
    key: bytes

    @classmethod
    def make(cls, organization: str, name: str) -> Signer:
        """Make a root and a certificate under it."""
        root_key, key = (ec.generate_private_key(ec.SECP256R1()) for _ in range(2))
        root_name, leaf_name = _name(organization, "root"), _name(organization, name)
        root = _certificate(root_name, root_key, root_name, root_key, is_authority=True)
        leaf = _certificate(leaf_name, key, root_name, root_key, is_authority=False)
        pem = serialization.Encoding.PEM
        secret = key.private_bytes(
            pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        return cls(leaf.public_bytes(pem) + root.public_bytes(pem), secret)

    def sign(self, media: bytes, media_format: str) -> bytes:
        """Give the media with credentials in them."""
        info = c2pa.C2paSignerInfo(
            alg=b"es256", sign_cert=self.chain, private_key=self.key, ta_url=None
        )
        signed = io.BytesIO()
        builder = c2pa.Builder(_MANIFEST)
        builder.sign(c2pa.Signer.from_info(info), media_format, io.BytesIO(media), signed)
        return signed.getvalue()


def _name(organization: str, name: str) -> x509.Name:
    return x509.Name(
        [
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, organization),
            x509.NameAttribute(NameOID.COMMON_NAME, name),
        ]
    )


def _certificate(
    subject: x509.Name,
    key: ec.EllipticCurvePrivateKey,
    issuer: x509.Name,
    issuer_key: ec.EllipticCurvePrivateKey,
    *,
    is_authority: bool,
) -> x509.Certificate:
    now, day = datetime.datetime.now(datetime.UTC), datetime.timedelta(days=1)
    usage = x509.KeyUsage(
        digital_signature=not is_authority,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=is_authority,
        crl_sign=is_authority,
        encipher_only=False,
        decipher_only=False,
    )
    builder = (
        x509.CertificateBuilder(issuer, subject, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - day)
        .not_valid_after(now + 30 * day)
        .add_extension(x509.BasicConstraints(is_authority, None), critical=True)
        .add_extension(usage, critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer_key.public_key()),
            critical=False,
        )
    )
    if not is_authority:
        purpose = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.EMAIL_PROTECTION])
        builder = builder.add_extension(purpose, critical=False)
    return builder.sign(issuer_key, hashes.SHA256())
