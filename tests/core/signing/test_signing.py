# SPDX-License-Identifier: Apache-2.0
"""Signatures: made with keys of this run, checked here and by OpenSSL."""

from __future__ import annotations

import io
import random
import shutil
import subprocess
from pathlib import Path

import pytest
from cryptography.hazmat.primitives import hashes, serialization

from core.errors import SettingsError, SigningError
from core.signing.signer import ReportSigner, load_signer
from core.signing.validation import check_detached, check_pdf, load_roots
from tests.core.signing import keys

CONTENT = b"# FaceWitness manifest 1\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("keys")
    keys.write_p12(folder / "key.p12")
    (folder / "root.pem").write_bytes(keys.root().pem())
    return folder


@pytest.fixture(scope="module")
def signer(folder: Path) -> ReportSigner:
    return load_signer(folder / "key.p12", keys.PASSPHRASE)


@pytest.fixture(scope="module")
def pdf() -> bytes:
    import typst

    text = b"#set document(title: [t], date: datetime(year: 2026, month: 1, day: 1))\n= Report"
    made = typst.compile(text, pdf_standards=["a-3b"])
    assert isinstance(made, bytes)
    return made


def test_signature_beside_a_file_says_whose_it_is(folder: Path, signer: ReportSigner) -> None:
    signature = signer.sign_detached(CONTENT)
    facts = check_detached(CONTENT, signature, load_roots([folder / "root.pem"]))
    assert facts.problem is None
    assert "A. Examiner" in facts.subject
    assert "Test root" in facts.issuer
    assert (
        facts.certificate_sha256 == keys.examiner().certificate.fingerprint(hashes.SHA256()).hex()
    )
    assert facts.signed_at is not None
    assert any("revoked is unknown" in sentence for sentence in facts.unknown)
    assert any("no time stamp" in sentence for sentence in facts.unknown)


def test_without_a_root_the_name_is_not_known_to_be_true(signer: ReportSigner) -> None:
    facts = check_detached(CONTENT, signer.sign_detached(CONTENT))
    assert facts.problem is None
    assert any("No trusted root" in sentence for sentence in facts.unknown)


def test_another_root_is_not_the_signers(folder: Path, signer: ReportSigner) -> None:
    (folder / "other.pem").write_bytes(keys.make_identity("Another root").pem())
    roots = load_roots([folder / "other.pem"])
    facts = check_detached(CONTENT, signer.sign_detached(CONTENT), roots)
    assert "trusted roots" in str(facts.problem)


def test_certificate_that_ran_out_does_not_lead_to_the_root(folder: Path) -> None:
    ended = keys.make_identity("A. Examiner", keys.root(), days=0)
    signer = load_signer(keys.write_p12(folder / "ended.p12", ended), keys.PASSPHRASE)
    roots = load_roots([folder / "root.pem"])
    facts = check_detached(CONTENT, signer.sign_detached(CONTENT), roots)
    assert "not valid" in str(facts.problem)


@pytest.mark.skipif(shutil.which("openssl") is None, reason="needs OpenSSL")
def test_openssl_agrees(folder: Path, signer: ReportSigner) -> None:
    (folder / "m").write_bytes(CONTENT)
    (folder / "m.p7s").write_bytes(signer.sign_detached(CONTENT))
    command = ["openssl", "cms", "-verify", "-binary", "-inform", "DER", "-in", "m.p7s"]
    command += ["-content", "m", "-CAfile", "root.pem", "-purpose", "any", "-out", "copy"]
    done = subprocess.run(command, cwd=folder, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr


def test_changed_content_is_found(signer: ReportSigner) -> None:
    signature = signer.sign_detached(CONTENT)
    assert check_detached(CONTENT + b" ", signature).problem == "what was signed has changed since"


def test_each_altered_byte_of_a_signature_is_found(signer: ReportSigner) -> None:
    """Also in the parts that nothing signs: versions, lists, certificates."""
    signature = signer.sign_detached(CONTENT)
    chance = random.Random(9)
    for place in range(0, len(signature), 3):
        changed = bytearray(signature)
        changed[place] = (changed[place] + chance.randrange(1, 256)) % 256
        assert check_detached(CONTENT, bytes(changed)).problem is not None, place


@pytest.mark.parametrize("garbage", [b"", b"0", b"\x30\x82\xff\xff", b"\x30\x80" * 2000])
def test_garbage_is_no_signature(garbage: bytes) -> None:
    assert "cannot be read" in str(check_detached(CONTENT, garbage).problem)


def test_pdf_keeps_its_bytes_and_gets_a_signature(pdf: bytes, signer: ReportSigner) -> None:
    signed = signer.sign_pdf(pdf)
    assert signed.startswith(pdf)
    assert check_pdf(pdf) == []
    (facts,) = check_pdf(signed)
    assert facts.problem is None
    assert b"ETSI.CAdES.detached" in signed


def test_altered_byte_of_a_signed_pdf_is_found(pdf: bytes, signer: ReportSigner) -> None:
    """Also in the space kept for the signature, which the signature itself leaves out."""
    signed = signer.sign_pdf(pdf)
    start = signed.rindex(b"/Contents <") + len(b"/Contents <")
    end = signed.index(b">", start)
    chance = random.Random(8)
    places = [chance.randrange(len(signed)) for _ in range(30)]
    places += [chance.randrange(start, start + 2000) for _ in range(20)]
    places += [start - 1, end - 1, end - 200, end, len(signed) - 1]
    for place in places:
        changed = bytearray(signed)
        changed[place] = (changed[place] + chance.randrange(1, 256)) % 256
        try:
            found = check_pdf(bytes(changed))
        except ValueError:
            continue
        assert not found or found[0].problem is not None, place


def test_bytes_after_the_signature_are_found(pdf: bytes, signer: ReportSigner) -> None:
    from pyhanko.pdf_utils.generic import TextStringObject
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

    writer = IncrementalPdfFileWriter(io.BytesIO(signer.sign_pdf(pdf)))
    writer.root["/Added"] = TextStringObject("later")
    writer.update_root()  # type: ignore[no-untyped-call]
    later = io.BytesIO()
    writer.write(later)  # type: ignore[no-untyped-call]
    (facts,) = check_pdf(later.getvalue())
    assert facts.problem is not None


def test_time_stamp_of_a_server_is_kept_and_checked(folder: Path, pdf: bytes) -> None:
    roots = load_roots([folder / "root.pem"])
    with keys.time_server() as url:
        signer = load_signer(folder / "key.p12", keys.PASSPHRASE, url)
        signature, signed = signer.sign_detached(CONTENT), signer.sign_pdf(pdf)
    for facts in (check_detached(CONTENT, signature, roots), *check_pdf(signed, roots)):
        assert facts.problem is None
        assert facts.timestamp is not None
        assert "Test time" in str(facts.timestamp_by)
        assert not any("time stamp" in sentence for sentence in facts.unknown)


def test_server_that_does_not_answer_is_an_error(folder: Path) -> None:
    with keys.time_server() as url:
        pass
    signer = load_signer(folder / "key.p12", keys.PASSPHRASE, url)
    with pytest.raises(SigningError) as caught:
        signer.sign_detached(CONTENT)
    assert "time stamp server" in caught.value.advice


def test_wrong_passphrase_and_wrong_files_are_said(folder: Path) -> None:
    (folder / "text").write_text("no key")
    for name, passphrase in (
        ("key.p12", "wrong"),
        ("key.p12", None),
        ("text", keys.PASSPHRASE),
        ("nowhere", keys.PASSPHRASE),
    ):
        with pytest.raises(SettingsError) as caught:
            load_signer(folder / name, passphrase)
        assert keys.PASSPHRASE not in caught.value.message
    for url in ("ftp://x", "file:///etc/passwd", "tsa"):
        with pytest.raises(SettingsError):
            load_signer(folder / "key.p12", keys.PASSPHRASE, url)
    with pytest.raises(SettingsError):
        load_roots([folder / "text"])


def test_roots_are_read_as_pem_and_as_der(folder: Path) -> None:
    encoded = keys.root().certificate.public_bytes(serialization.Encoding.DER)
    (folder / "root.der").write_bytes(encoded)
    pair = load_roots([folder / "root.pem", folder / "root.der"])
    assert [one.dump() for one in pair] == [encoded, encoded]
