# SPDX-License-Identifier: Apache-2.0
"""An export is all there or not at all, and its manifest says what is in it."""

from __future__ import annotations

import errno
import hashlib
import os
import random
import resource
import shutil
import subprocess
from functools import partial
from pathlib import Path
from typing import BinaryIO

import pytest

from core.dossier import Dossier
from core.errors import ReportError
from core.report.atomic import new_files
from core.report.catalog import REPORT_FORMATS, export_reports, write_reports
from core.report.export import ExportOptions, Part, write_export
from core.report.manifest import Manifest, ManifestFile, make_manifest, read_manifest
from tests.core.report.results import SHA, video_result

ALL = tuple(one.id for one in REPORT_FORMATS)
HEAD = "ab" * 32


def content_of(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def write(content: bytes, stream: BinaryIO) -> None:
    stream.write(content)


class Stamp:
    """Stands for a signature."""

    def sign_pdf(self, content: bytes) -> bytes:
        return content + b"%signed\n"

    def sign_detached(self, content: bytes) -> bytes:
        return b"signature of " + hashlib.sha256(content).digest()


def test_manifest_lists_each_file_with_size_and_hash(tmp_path: Path) -> None:
    written = export_reports(Dossier(video_result(), log_head=HEAD), tmp_path, ALL)
    *reports, last = written
    assert last.path.name == "clip.mp4.sha256"
    manifest = read_manifest(last.path.read_bytes())
    assert manifest.made_by == "FaceWitness 0.1.0"
    assert manifest.evidence_sha256 == SHA
    assert manifest.log_head == HEAD
    assert [one.name for one in manifest.files] == sorted(one.path.name for one in reports)
    for one in written:
        content = one.path.read_bytes()
        assert one.size_bytes == len(content)
        assert one.sha256 == hashlib.sha256(content).hexdigest()
    for report in reports:
        entry = manifest.by_name[report.path.name]
        assert (entry.size_bytes, entry.sha256) == (report.size_bytes, report.sha256)


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="needs GNU's sha256sum")
def test_another_lab_checks_with_sha256sum(tmp_path: Path) -> None:
    export_reports(Dossier(video_result("Mönch 東京 a.mp4")), tmp_path, ALL)
    (manifest,) = tmp_path.glob("*.sha256")
    command = ["sha256sum", "--check", "--strict", manifest.name]
    assert subprocess.run(command, cwd=tmp_path, check=False).returncode == 0
    (table,) = tmp_path.glob("*.csv")
    table.write_bytes(table.read_bytes() + b" ")
    assert subprocess.run(command, cwd=tmp_path, check=False).returncode == 1


def test_any_changed_byte_of_a_manifest_is_found() -> None:
    whole = make_manifest(read_manifest(make_manifest_of(("a.csv", "b ü.json"))))
    chance = random.Random(5)
    for place in range(len(whole)):
        altered = bytearray(whole)
        altered[place] ^= 1 << chance.randrange(8)
        with pytest.raises(ValueError, match=r"\w"):
            read_manifest(bytes(altered))
    for shorter in (whole[:-1], whole[1:], whole + b"\n", b""):
        with pytest.raises(ValueError, match=r"\w"):
            read_manifest(shorter)


def make_manifest_of(names: tuple[str, ...]) -> bytes:
    files = tuple(ManifestFile(name, 12, SHA) for name in names)
    return make_manifest(Manifest("FaceWitness 0.1.0", None, HEAD, files))


@pytest.mark.parametrize("name", ["../x", "a/b", "C:x", "..", "a\\b"])
def test_manifest_that_leads_out_of_its_folder_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="names no file"):
        read_manifest(make_manifest_of((name,)))


def test_later_export_of_another_format_keeps_the_earlier_one_listed(tmp_path: Path) -> None:
    export_reports(Dossier(video_result()), tmp_path, ["csv"])
    written = export_reports(Dossier(video_result()), tmp_path, ["json"])
    names = [one.name for one in read_manifest(written[-1].path.read_bytes()).files]
    assert names == ["clip.mp4.csv", "clip.mp4.json"]


def test_altered_manifest_is_not_written_over(tmp_path: Path) -> None:
    export_reports(Dossier(video_result()), tmp_path, ["json", "csv"])
    manifest = tmp_path / "clip.mp4.sha256"
    altered = manifest.read_bytes().replace(b"csv", b"cvs")
    manifest.write_bytes(altered)
    before = content_of(tmp_path)
    written = export_reports(Dossier(video_result()), tmp_path, ["json"])
    assert written[0].path.name != "clip.mp4.json", "another name is free"
    assert content_of(tmp_path) | before == content_of(tmp_path)


def test_pdf_is_signed_inside_and_the_manifest_beside(
    tmp_path: Path,
) -> None:
    parts = [Part("a.pdf", partial(write, b"%PDF")), Part("a.csv", partial(write, b"1"))]
    facts = Manifest("FaceWitness", None, None, ())
    options = ExportOptions(csv_bom=True, seal=Stamp())
    written = write_export(tmp_path, "a", parts, facts, options)
    assert [one.path.name for one in written] == ["a.pdf", "a.csv", "a.sha256", "a.sha256.p7s"]
    assert (tmp_path / "a.pdf").read_bytes() == b"%PDF%signed\n"
    assert (tmp_path / "a.csv").read_bytes() == b"\xef\xbb\xbf1"
    manifest = (tmp_path / "a.sha256").read_bytes()
    assert (tmp_path / "a.sha256.p7s").read_bytes() == Stamp().sign_detached(manifest)
    assert read_manifest(manifest).by_name["a.pdf"].size_bytes == 12
    with pytest.raises(ReportError, match="are signed"):
        write_export(tmp_path, "a", parts, facts)
    assert write_export(tmp_path, "a", parts, facts, options)


@pytest.mark.parametrize("failing", [0, 1, 2])
def test_name_that_cannot_be_had_puts_all_others_back(
    failing: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on Windows, where a table that a spreadsheet shows cannot be replaced."""
    export_reports(Dossier(video_result()), tmp_path, ["json", "csv"])
    (tmp_path / "clip.mp4.csv").unlink()
    before = content_of(tmp_path)
    real = Path.replace
    done: list[Path] = []

    def replace(self: Path, target: Path) -> Path:
        if self.suffix == ".part":
            if len(done) == failing:
                raise PermissionError(errno.EACCES, "The process cannot access the file")
            done.append(target)
        return real(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises(ReportError) as caught:
        export_reports(Dossier(video_result()), tmp_path, ["json", "csv"])
    assert "close the report" in caught.value.advice
    assert len(done) == failing
    assert content_of(tmp_path) == before


def test_names_are_put_back_where_links_cannot_be_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a").write_bytes(b"old")
    (tmp_path / "b").mkdir()

    def no_link(*_: object, **__: object) -> None:
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", no_link)

    def write_both() -> None:
        with new_files([tmp_path / "a", tmp_path / "b"]) as streams:
            for stream in streams:
                stream.write(b"new")

    with pytest.raises(OSError, match="directory"):
        write_both()
    assert (tmp_path / "a").read_bytes() == b"old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "b"]


@pytest.mark.skipif(os.name == "nt", reason="limits of POSIX")
def test_full_disk_leaves_the_older_export_whole(tmp_path: Path) -> None:
    export_reports(Dossier(video_result()), tmp_path, ALL)
    before = content_of(tmp_path)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2000, hard))
    try:
        with pytest.raises(ReportError, match="cannot be written") as caught:
            export_reports(Dossier(video_result()), tmp_path, ALL)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert "larger files" in caught.value.advice
    assert content_of(tmp_path) == before


def test_path_that_is_too_long_is_a_report_error(tmp_path: Path) -> None:
    with pytest.raises(ReportError) as caught:
        write_reports(Dossier(video_result()), tmp_path / ("x" * 300), ALL)
    assert "shorter" in caught.value.advice
    assert list(tmp_path.iterdir()) == []
