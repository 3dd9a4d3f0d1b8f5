# SPDX-License-Identifier: Apache-2.0
"""Keys, certificates and a time stamp server, made when the tests run."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

PASSPHRASE = "correct horse"
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Identity:
    """A key with its certificate."""

    key: ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey
    certificate: x509.Certificate

    def pem(self) -> bytes:
        return self.certificate.public_bytes(serialization.Encoding.PEM)


def _name(text: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, text)])


def make_identity(
    name: str, issuer: Identity | None = None, *, is_tsa: bool = False, days: float = 30
) -> Identity:
    """Make a root, or with an issuer an end certificate."""
    # pyHanko's stand-in for a server signs with RSA only.
    key: ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey = (
        rsa.generate_private_key(65537, 2048) if is_tsa else ec.generate_private_key(ec.SECP256R1())
    )
    now = datetime.now(UTC)
    builder = (
        x509.CertificateBuilder()
        .subject_name(_name(name))
        .issuer_name(issuer.certificate.subject if issuer else _name(name))
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - DAY)
        .not_valid_after(now + days * DAY - DAY / 2)
        .add_extension(x509.BasicConstraints(ca=issuer is None, path_length=None), critical=True)
        .add_extension(
            x509.KeyUsage(
                digital_signature=issuer is not None,
                content_commitment=issuer is not None,
                key_cert_sign=issuer is None,
                crl_sign=issuer is None,
                key_encipherment=False,
                data_encipherment=False,
                key_agreement=False,
                encipher_only=False,
                decipher_only=False,
            ),
            critical=True,
        )
    )
    if is_tsa:
        usage = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING])
        builder = builder.add_extension(usage, critical=True)
    signing_key = issuer.key if issuer else key
    return Identity(key, builder.sign(signing_key, hashes.SHA256()))


@cache
def root() -> Identity:
    return make_identity("Test root")


@cache
def examiner() -> Identity:
    return make_identity("A. Examiner", root())


@cache
def server() -> Identity:
    return make_identity("Test time", root(), is_tsa=True)


def write_p12(path: Path, identity: Identity | None = None, passphrase: str = PASSPHRASE) -> Path:
    one = identity or examiner()
    path.write_bytes(
        pkcs12.serialize_key_and_certificates(
            b"me",
            one.key,
            one.certificate,
            [root().certificate],
            serialization.BestAvailableEncryption(passphrase.encode()),
        )
    )
    return path


@contextmanager
def time_server() -> Iterator[str]:
    """Run an RFC 3161 server on this machine; gives its URL."""
    from asn1crypto import keys as asn1_keys
    from asn1crypto import tsp
    from asn1crypto import x509 as asn1_x509
    from pyhanko.sign.timestamps import DummyTimeStamper

    identity = server()
    stamper = DummyTimeStamper(
        asn1_x509.Certificate.load(identity.certificate.public_bytes(serialization.Encoding.DER)),
        asn1_keys.PrivateKeyInfo.load(
            identity.key.private_bytes(
                serialization.Encoding.DER,
                serialization.PrivateFormat.PKCS8,
                serialization.NoEncryption(),
            )
        ),
    )

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            answer = stamper.request_tsa_response(tsp.TimeStampReq.load(body)).dump()
            self.send_response(200)
            self.send_header("Content-Type", "application/timestamp-reply")
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, *_: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Handler) as web:
        thread = threading.Thread(target=web.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{web.server_port}/tsr"
        finally:
            web.shutdown()
            thread.join()
