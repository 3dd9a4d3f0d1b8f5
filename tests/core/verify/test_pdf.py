# SPDX-License-Identifier: Apache-2.0
"""PDF reports: each altered byte is found by the manifest or the signature; garbage is survived."""

from __future__ import annotations

import io
import random
import shutil
from pathlib import Path

import pytest

from core.verify.check import VerifyOptions, verify_path
from core.verify.findings import Check, Status, first_failure
from core.verify.pdf import attached_files, check_report
from tests.core.verify.exports import make_export


@pytest.fixture(scope="module")
def export(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_export(tmp_path_factory.mktemp("export"), ("json", "csv", "pdf"))


def checked(path: Path) -> list[Check]:
    return list(verify_path(path, VerifyOptions()))


def test_attachments_are_the_exported_files(export: Path) -> None:
    files = attached_files((export / "clip.mp4.pdf").read_bytes())
    by_suffix = {Path(name).suffix: content for name, content in files.items()}
    assert by_suffix[".json"] == (export / "clip.mp4.json").read_bytes()
    assert by_suffix[".csv"] == (export / "clip.mp4.csv").read_bytes()
    checks = checked(export / "clip.mp4.pdf")
    assert first_failure(checks) is None
    held = [check.what for check in checks if check.status is Status.HOLDS]
    assert "signature" in held
    assert "agrees with the attached JSON result" in held
    assert "SHA-256 of the evidence" in held


@pytest.mark.parametrize("vouching", ["manifest", "signature"])
def test_altered_byte_of_a_report_is_found(vouching: str, export: Path, tmp_path: Path) -> None:
    report = Path(shutil.copy(export / "clip.mp4.pdf", tmp_path / "clip.mp4.pdf"))
    if vouching == "manifest":
        shutil.copy(export / "clip.mp4.sha256", tmp_path)
    whole = report.read_bytes()
    assert first_failure(checked(report)) is None
    chance = random.Random(vouching)
    for _ in range(12):
        changed = bytearray(whole)
        place = chance.randrange(len(whole))
        changed[place] = (changed[place] + chance.randrange(1, 256)) % 256
        report.write_bytes(changed)
        failure = first_failure(checked(report))
        assert failure is not None, place
        assert "clip.mp4.pdf" in failure.subject


def test_report_without_signature_and_manifest_does_not_hold(tmp_path: Path) -> None:
    out = make_export(tmp_path, ("pdf",), is_signed=False)
    alone = tmp_path / "alone.pdf"
    shutil.copy(out / "clip.mp4.pdf", alone)
    failure = first_failure(checked(alone))
    assert failure is not None
    assert "vouches for its pages" in failure.detail
    assert first_failure(checked(out / "clip.mp4.pdf")) is None


@pytest.mark.parametrize("seed", range(20))
def test_garbage_never_raises(seed: int, export: Path) -> None:
    chance = random.Random(seed)
    content = bytearray((export / "clip.mp4.pdf").read_bytes())
    for _ in range(200):
        content[chance.randrange(len(content))] = chance.randrange(256)
    del content[chance.randrange(len(content)) :]
    for untrusted in (bytes(content), bytes(content[:300]), chance.randbytes(500)):
        _, _, checks = check_report("x.pdf", untrusted, ())
        assert first_failure(checks) is not None


@pytest.mark.slow
def test_attachment_that_grows_without_end_is_refused() -> None:
    from pyhanko.pdf_utils.embed import EmbeddedFileObject, FileSpec, embed_file
    from pyhanko.pdf_utils.writer import PdfFileWriter

    writer = PdfFileWriter()  # type: ignore[no-untyped-call]
    bomb = EmbeddedFileObject.from_file_data(writer, bytes(260 * 1024 * 1024), compress=True)
    embed_file(writer, FileSpec(file_spec_string="r.json", embedded_data=bomb))
    made = io.BytesIO()
    writer.write(made)  # type: ignore[no-untyped-call]
    assert len(made.getvalue()) < 2 * 1024 * 1024
    _, _, checks = check_report("bomb.pdf", made.getvalue(), ())
    failure = first_failure(checks)
    assert failure is not None
    assert failure.what == "is a PDF that can be read"
