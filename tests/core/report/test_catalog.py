# SPDX-License-Identifier: Apache-2.0
"""Writing reports to disk, for every format of the catalogue."""

from __future__ import annotations

import errno
import io
import json
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

import pytest

from core.dossier import Dossier
from core.errors import ReportError, SettingsError
from core.records import AnalysisResult, FileFacts
from core.report import catalog
from core.report.atomic import new_files
from core.report.catalog import (
    REPORT_FORMATS,
    ReportFormat,
    find_format,
    prepare_folder,
    write_reports,
)
from tests.core.report.results import RESULTS, unreadable_result, video_result

ALL = tuple(one.id for one in REPORT_FORMATS)


@pytest.fixture
def broken_format(monkeypatch: pytest.MonkeyPatch) -> Callable[[BaseException], None]:
    """Make the last format of the catalogue raise after it wrote a few bytes."""

    def install(error: BaseException) -> None:
        def write(_: Dossier, stream: BinaryIO) -> None:
            stream.write(b"half")
            raise error

        broken = ReportFormat("broken", "Broken", ".broken", write)
        monkeypatch.setattr(catalog, "REPORT_FORMATS", (*REPORT_FORMATS, broken))

    return install


@pytest.mark.parametrize("report_format", REPORT_FORMATS, ids=lambda one: one.id)
@pytest.mark.parametrize("make", RESULTS)
def test_format_writes_any_result_and_the_same_bytes_each_time(
    report_format: ReportFormat, make: Callable[[], AnalysisResult]
) -> None:
    first, second = io.BytesIO(), io.BytesIO()
    report_format.write(Dossier(make()), first)
    report_format.write(Dossier(make()), second)
    assert first.getvalue() == second.getvalue() != b""


def test_formats_have_ids_and_suffixes_of_their_own() -> None:
    assert len({one.id for one in REPORT_FORMATS}) == len(REPORT_FORMATS)
    assert len({one.suffix for one in REPORT_FORMATS}) == len(REPORT_FORMATS)


def test_reports_come_in_the_order_asked_for(tmp_path: Path) -> None:
    paths = write_reports(Dossier(video_result()), tmp_path / "new/out", ["csv", "json", "csv"])
    assert [path.name for path in paths] == ["clip.mp4.csv", "clip.mp4.json"]
    assert all(path.stat().st_size for path in paths)
    assert sorted((tmp_path / "new/out").iterdir()) == sorted(paths)


def test_report_on_the_same_bytes_replaces_the_older_one(tmp_path: Path) -> None:
    first = write_reports(Dossier(video_result()), tmp_path, ALL)
    first[0].write_text(first[0].read_text() + " ")
    assert write_reports(Dossier(video_result()), tmp_path, ALL) == first
    assert json.loads(first[0].read_text())
    assert len(list(tmp_path.iterdir())) == len(ALL)


def test_report_on_another_file_of_the_same_name_stays(tmp_path: Path) -> None:
    (older,) = write_reports(Dossier(video_result()), tmp_path, ["json"])
    before = older.read_bytes()
    (newer,) = write_reports(Dossier(video_result(sha256="e" * 64)), tmp_path, ["json"])
    assert newer != older
    assert older.read_bytes() == before


def test_hostile_name_stays_in_the_folder(tmp_path: Path) -> None:
    for path in write_reports(Dossier(unreadable_result()), tmp_path, ALL):
        assert path.parent == tmp_path
        assert path.is_file()


def test_report_is_readable_as_the_umask_says(tmp_path: Path) -> None:
    (path,) = write_reports(Dossier(video_result()), tmp_path, ["json"])
    plain = tmp_path / "plain"
    plain.touch()
    assert path.stat().st_mode == plain.stat().st_mode


def test_unknown_format_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="docx"):
        write_reports(Dossier(video_result()), tmp_path / "out", ["json", "docx"])
    assert not (tmp_path / "out").exists()
    assert find_format("json").suffix == ".json"


def _make_evidence(folder: Path) -> Path:
    folder.mkdir()
    evidence = folder / "clip.mp4"
    evidence.write_bytes(b"evidence")
    return evidence


def test_nothing_is_written_beside_the_evidence(tmp_path: Path) -> None:
    evidence = _make_evidence(tmp_path / "case")
    with pytest.raises(ReportError, match="beside the evidence") as caught:
        write_reports(Dossier(video_result()), tmp_path / "case", ALL, evidence=evidence)
    assert caught.value.advice
    assert list((tmp_path / "case").iterdir()) == [evidence]


def test_evidence_folder_is_known_by_any_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    evidence = _make_evidence(tmp_path / "case")
    (tmp_path / "link").symlink_to(tmp_path / "case")
    (tmp_path / "links").mkdir()
    linked = tmp_path / "links/clip.mp4"
    linked.symlink_to(evidence)
    for folder, path in [
        (tmp_path / "link", evidence),
        (tmp_path / "case/../case", evidence),
        (tmp_path / "case", linked),
        (tmp_path / "links", linked),
    ]:
        with pytest.raises(ReportError):
            write_reports(Dossier(video_result()), folder, ALL, evidence=path)
    monkeypatch.chdir(tmp_path / "case")
    with pytest.raises(ReportError):
        write_reports(Dossier(video_result()), Path(), ALL, evidence=Path("clip.mp4"))


def test_folder_inside_the_evidence_folder_will_do(tmp_path: Path) -> None:
    evidence = _make_evidence(tmp_path / "case")
    before = evidence.stat()
    write_reports(Dossier(video_result()), tmp_path / "case/out", ALL, evidence=evidence)
    after = evidence.stat()
    assert (after.st_mtime_ns, after.st_ctime_ns) == (before.st_mtime_ns, before.st_ctime_ns)
    assert sorted((tmp_path / "case").iterdir()) == [evidence, tmp_path / "case/out"]


@pytest.mark.parametrize(
    ("code", "advice"),
    [(errno.ENOSPC, "space"), (errno.EACCES, "write"), (errno.EIO, "another folder")],
)
def test_failed_write_leaves_nothing_and_says_what_to_do(
    code: int, advice: str, tmp_path: Path, broken_format: Callable[[BaseException], None]
) -> None:
    broken_format(OSError(code, os.strerror(code)))
    with pytest.raises(ReportError, match=os.strerror(code)) as caught:
        write_reports(Dossier(video_result()), tmp_path, [*ALL, "broken"])
    assert advice in caught.value.advice
    assert caught.value.facts == {"errno": code}
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("error", [KeyboardInterrupt(), RuntimeError("a defect")])
def test_interrupted_write_leaves_nothing(
    error: BaseException, tmp_path: Path, broken_format: Callable[[BaseException], None]
) -> None:
    broken_format(error)
    with pytest.raises(type(error)):
        write_reports(Dossier(video_result()), tmp_path, [*ALL, "broken"])
    assert list(tmp_path.iterdir()) == []


def test_failed_write_keeps_the_older_reports(
    tmp_path: Path, broken_format: Callable[[BaseException], None]
) -> None:
    paths = write_reports(Dossier(video_result()), tmp_path, ALL)
    before = [path.read_bytes() for path in paths]
    broken_format(OSError(errno.ENOSPC, "full"))
    with pytest.raises(ReportError):
        write_reports(Dossier(video_result()), tmp_path, [*ALL, "broken"])
    assert [path.read_bytes() for path in paths] == before
    assert sorted(tmp_path.iterdir()) == sorted(paths)


def test_file_in_the_folders_place_is_a_report_error(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file")
    for folder in (tmp_path / "out", tmp_path / "out/deeper"):
        with pytest.raises(ReportError) as caught:
            write_reports(Dossier(video_result()), folder, ALL)
        assert caught.value.advice == "Choose a folder, not a file."


def test_folder_is_tried_before_there_is_a_result(tmp_path: Path) -> None:
    prepare_folder(tmp_path / "new/out")
    assert list((tmp_path / "new/out").iterdir()) == []
    (tmp_path / "file").write_bytes(b"content")
    for folder in (tmp_path / "file", tmp_path / "file/out"):
        with pytest.raises(ReportError, match="cannot be written") as caught:
            prepare_folder(folder)
        assert caught.value.advice


@pytest.mark.skipif(os.name == "posix" and os.geteuid() == 0, reason="root may write anywhere")
def test_write_protected_folder_is_a_report_error(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(ReportError, match="cannot be written"):
        write_reports(Dossier(video_result()), tmp_path, ALL)
    tmp_path.chmod(0o700)


def test_folder_with_the_reports_name_is_a_report_error(tmp_path: Path) -> None:
    (tmp_path / "clip.mp4.json").mkdir()
    stem_taken = write_reports(Dossier(video_result()), tmp_path, ["json"])
    assert stem_taken[0].name != "clip.mp4.json"
    stem_taken[0].unlink()
    stem_taken[0].mkdir()
    with pytest.raises(ReportError):
        write_reports(Dossier(video_result()), tmp_path, ["json"])
    assert all(path.is_dir() for path in tmp_path.iterdir())


def test_files_are_durable_before_they_get_their_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "report"
    seen: list[bool] = []
    real = os.fsync

    def fsync(handle: int) -> None:
        seen.append(target.exists())
        real(handle)

    monkeypatch.setattr("core.report.atomic.os.fsync", fsync)
    with new_files([target]) as (stream,):
        stream.write(b"content")
    assert seen == [False, True]
    assert target.read_bytes() == b"content"


def test_reports_on_unreadable_files_of_one_name_never_replace_each_other(tmp_path: Path) -> None:
    result = replace(unreadable_result(), file=FileFacts("clip.mp4", None, None, None))
    written = [
        path for _ in range(3) for path in write_reports(Dossier(result), tmp_path, ["json"])
    ]
    assert len(set(written)) == 3
    assert all(path.is_file() for path in written)
