# SPDX-License-Identifier: Apache-2.0
"""Reports as the window writes them: by the core, of several files, and as they were seen."""

from __future__ import annotations

import csv
import dataclasses
from pathlib import Path

import pytest

from core.cancel import CancelToken
from core.dossier import CaseFacts
from core.errors import ReportError
from core.evidence.annotations import Annotations, Bookmark, Note
from gui import reporting
from gui.preferences.records import ReportHeader
from gui.states import ReportProgress
from gui.workers.export import Document, ExportJob, PreviewJob, ReportItem, SaveJob
from tests.core.report.pdf_reading import squeezed, text_of
from tests.gui.scenes import Scene, judge

HEADER = ReportHeader(CaseFacts(organization="Laboratory Example", operator="M. Example"))
NOTES = Annotations(
    (Note("The jaw line flickers.", "M. Example", "2026-11-24T10:00:00+00:00"),),
    (Bookmark(150, 6.0, "flicker"),),
)


def item(folder: Path, name: str, notes: Annotations | None = None) -> ReportItem:
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_bytes(b"no video")
    result = judge(Scene(1, n_sampled=12))
    result = dataclasses.replace(result, file=dataclasses.replace(result.file, name=name))
    return ReportItem(result, path, notes or Annotations())


def ignore(_payload: object) -> None:
    pass


def test_one_file_gives_its_report_and_a_manifest(tmp_path: Path) -> None:
    job = ExportJob((item(tmp_path / "in", "a.mp4"),), tmp_path / "out", ("csv",), HEADER)
    written = reporting.write_reports(job, CancelToken(), ignore)
    assert written is not None
    assert [path.name for path in written.paths] == ["a.mp4.csv", "a.mp4.sha256"]
    assert [path.name for path in (tmp_path / "in").iterdir()] == ["a.mp4"]


def test_nothing_is_written_beside_any_of_the_files(tmp_path: Path) -> None:
    items = (item(tmp_path / "one", "a.mp4"), item(tmp_path / "two", "b.mp4"))
    with pytest.raises(ReportError, match="beside the evidence"):
        reporting.write_reports(
            ExportJob(items, tmp_path / "two", ("json",), HEADER), CancelToken(), ignore
        )
    assert [path.name for path in (tmp_path / "two").iterdir()] == ["b.mp4"]


def test_several_files_bring_a_table_of_all(tmp_path: Path) -> None:
    items = tuple(item(tmp_path / "in", name) for name in ("a.mp4", "b.mp4", "c.mp4"))
    told: list[object] = []
    out = tmp_path / "out"
    reporting.write_reports(ExportJob(items, out, ("json",), HEADER), CancelToken(), told.append)
    with (out / "summary.csv").open(newline="", encoding="utf-8") as file:
        assert [row["name"] for row in csv.DictReader(file)] == ["a.mp4", "b.mp4", "c.mp4"]
    assert told == [ReportProgress(n, 3, f"{'abc'[n]}.mp4") for n in range(3)]


def test_a_stop_keeps_what_is_written_and_names_the_rest(tmp_path: Path) -> None:
    items = tuple(item(tmp_path / "in", name) for name in ("a.mp4", "b.mp4", "c.mp4"))
    cancel = CancelToken()

    def stop_at_the_second(payload: object) -> None:
        if isinstance(payload, ReportProgress) and payload.done == 1:
            cancel.cancel()

    job = ExportJob(items, tmp_path / "out", ("json",), HEADER)
    written = reporting.write_reports(job, cancel, stop_at_the_second)
    assert written is not None
    assert written.left_out == ("b.mp4", "c.mp4")
    assert not list((tmp_path / "out").glob("summary*"))


def test_a_stop_before_the_first_writes_nothing(tmp_path: Path) -> None:
    cancel = CancelToken()
    cancel.cancel()
    job = ExportJob((item(tmp_path / "in", "a.mp4"),), tmp_path / "out", ("json",), HEADER)
    assert reporting.write_reports(job, cancel, ignore) is None
    assert not list((tmp_path / "out").iterdir())


def test_a_preview_holds_header_notes_and_bookmarks_and_is_saved_to_the_byte(
    tmp_path: Path,
) -> None:
    shown = item(tmp_path / "in", "a.mp4", NOTES)
    made = reporting.make_previews(PreviewJob((shown,), HEADER), CancelToken(), ignore)
    assert made is not None
    text = squeezed(text_of(made[0].content))
    for words in ("Laboratory Example", "The jaw line flickers.", "flicker", "Frames marked"):
        assert squeezed(words) in text
    out = tmp_path / "out"
    written = reporting.save_previews(SaveJob(made, out), CancelToken(), ignore)
    assert written is not None
    assert (out / "a.mp4.pdf").read_bytes() == made[0].content
    assert (out / "a.mp4.sha256").is_file()


def test_an_overview_that_was_seen_is_saved_under_a_free_name(tmp_path: Path) -> None:
    one = item(tmp_path / "in", "a.mp4")
    documents = (Document("", b"%PDF overview", None), Document("a.mp4", b"%PDF a", one))
    for _ in range(2):
        reporting.save_previews(SaveJob(documents, tmp_path / "out"), CancelToken(), ignore)
    names = {path.name for path in (tmp_path / "out").glob("*.pdf")}
    assert names == {"overview.pdf", "overview-2.pdf", "a.mp4.pdf"}


def test_a_preview_is_not_saved_beside_the_evidence(tmp_path: Path) -> None:
    one = item(tmp_path / "in", "a.mp4")
    with pytest.raises(ReportError, match="beside the evidence"):
        reporting.save_previews(
            SaveJob((Document("a.mp4", b"%PDF", one),), tmp_path / "in"), CancelToken(), ignore
        )


@pytest.mark.slow
def test_previews_of_several_begin_with_an_overview(tmp_path: Path) -> None:
    items = tuple(item(tmp_path / "in", name) for name in ("a.mp4", "b.mp4"))
    made = reporting.make_previews(PreviewJob(items, HEADER), CancelToken(), ignore)
    assert made is not None
    assert [one.item is None for one in made] == [True, False, False]
    text = squeezed(text_of(made[0].content))
    assert "a.mp4" in text
    assert "b.mp4" in text
