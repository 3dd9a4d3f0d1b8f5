# SPDX-License-Identifier: Apache-2.0
"""A case from its making to its reopening, its lock, its log, and where it may not be."""

from __future__ import annotations

import dataclasses
import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from core.batch.discovery import Scope
from core.cancel import CancelToken
from core.case import document as documents
from core.case.checking import EvidenceCheck, check_evidence_file, glance
from core.case.document import CaseBatch, CaseDocument, CaseItem, document_as_bytes, read_document
from core.case.folder import CASE_NAME, CaseFolder
from core.case.locking import LOCK_NAME, CaseLock
from core.case.recorder import Recorder
from core.cli.app import app, guarded
from core.cli.paperwork import read_paperwork
from core.digests import sha256_of
from core.dossier import CaseFacts
from core.errors import (
    CaseBusyError,
    CaseError,
    CaseFolderError,
    CaseLogError,
    CorruptMediaError,
    ReportError,
)
from core.events import AnalysisCompleted, Event, Stage, StageStarted
from core.evidence.annotations import Annotations, Bookmark, Note
from core.report.json_report import result_as_json
from core.settings import AnalysisRequest, AnalysisSettings, Sampling
from core.verify.check import VerifyOptions, verify_path
from core.verify.findings import Status
from tests.core.report.results import video_result

NOTES = Annotations(
    (Note("A seam at the chin.", "A. Example", "2026-11-24T10:00:00Z"),),
    (Bookmark(12, 0.48, "seam"),),
)
EMPTY = CaseDocument(created_at="2026-11-24T10:00:00Z", case=CaseFacts(case_id="2026-114"))
FULL = replace(
    EMPTY,
    settings=AnalysisSettings(Sampling("every", 3.0), detectors=("xception",)),
    items=(
        CaseItem(1, "/evidence/clip \udcff.mp4", 1234, "ab" * 32, "results/1/a.json", NOTES),
        CaseItem(2, "/evidence/new.png"),
    ),
    batches=(CaseBatch("/evidence/all", "batches/all", Scope(recursive=True, exclude=("x*",))),),
    next_item_id=3,
)


@pytest.fixture
def case(tmp_path: Path) -> Iterator[CaseFolder]:
    made = CaseFolder.create(tmp_path / "case", EMPTY)
    yield made
    made.close()


@pytest.fixture
def evidence(tmp_path: Path) -> Path:
    path = tmp_path / "evidence" / "clip.mp4"
    path.parent.mkdir()
    path.write_bytes(b"a clip")
    return path


def events_of(case: Path) -> list[str]:
    lines = (case / "case-log.jsonl").read_text("ascii").splitlines()
    return [str(json.loads(line)["event"]) for line in lines]


# The document -------------------------------------------------------------------------------


def test_a_document_comes_back() -> None:
    assert read_document(document_as_bytes(FULL), "case") == FULL


@pytest.mark.parametrize(
    "content",
    [b"", b"{}", b"[]", b'{"format": "facewitness-case"}', document_as_bytes(FULL)[:-9]],
)
def test_what_is_no_case_is_refused(content: bytes) -> None:
    with pytest.raises(CaseError, match="cannot be read"):
        read_document(content, "case")


def test_a_case_that_points_outside_is_refused() -> None:
    plain = json.loads(document_as_bytes(FULL))
    plain["items"][0]["result"] = "../../elsewhere.json"
    with pytest.raises(CaseError, match="outside of the case"):
        read_document(json.dumps(plain).encode("ascii"), "case")


def test_a_case_of_a_later_version_is_refused() -> None:
    later = document_as_bytes(FULL).replace(b'"schema_version": 1', b'"schema_version": 99')
    with pytest.raises(CaseError, match="later version"):
        read_document(later, "case")


def test_an_earlier_version_is_migrated(monkeypatch: pytest.MonkeyPatch) -> None:
    """No migration is shipped yet; this is how one works."""

    def named(found: dict[str, Any]) -> dict[str, Any]:
        found["case"] = {"case_id": found.pop("case_number"), **found.get("case", {})}
        return found

    monkeypatch.setitem(documents.MIGRATIONS, 0, named)
    plain = json.loads(document_as_bytes(EMPTY))
    plain |= {"schema_version": 0, "case": {}, "case_number": "7"}
    content = json.dumps(plain).encode("ascii")
    assert read_document(content, "case").case.case_id == "7"


# Opening ------------------------------------------------------------------------------------


def test_a_saved_case_is_there_after_a_reopening(tmp_path: Path) -> None:
    first = CaseFolder.create(tmp_path / "case", EMPTY)
    first.save(FULL)
    first.close()
    first.close()
    with_file = CaseFolder.open(tmp_path / "case" / CASE_NAME)
    assert with_file.document == FULL
    with_file.close()
    events = events_of(tmp_path / "case")
    assert events == ["log_created", "case_created", "case_closed", "case_opened", "case_closed"]


def test_a_second_opening_is_refused_and_says_by_whom(case: CaseFolder) -> None:
    with pytest.raises(CaseBusyError, match=r"open already: by .+ since 20\d\d-"):
        CaseFolder.open(case.path)
    assert case.is_open


def test_another_process_is_refused_too_and_a_crash_leaves_no_lock(case: CaseFolder) -> None:
    script = (
        "import sys; from pathlib import Path; from core.case.folder import CaseFolder\n"
        "from core.errors import CaseBusyError\n"
        "try:\n    CaseFolder.open(Path(sys.argv[1]))\n"
        "except CaseBusyError:\n    print('busy')\n"
        "else:\n    import os; print('open', flush=True); os._exit(9)\n"
    )

    def ask() -> str:
        command = [sys.executable, "-c", script, str(case.path)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert not done.stderr, done.stderr
        return done.stdout.strip()

    assert ask() == "busy"
    case.close()
    assert ask() == "open"  # and dies without closing it
    again = CaseFolder.open(case.path)
    assert again.document == EMPTY
    again.close()


def test_a_lock_file_of_rubbish_is_no_lock(tmp_path: Path) -> None:
    (tmp_path / LOCK_NAME).write_bytes(b"\xff\x00 not json")
    lock = CaseLock(tmp_path)
    lock.close()
    lock.close()


def test_a_case_whose_log_was_changed_is_not_opened(case: CaseFolder) -> None:
    case.close()
    log = case.path / "case-log.jsonl"
    log.write_bytes(log.read_bytes().replace(b"case_created", b"case_creatid"))
    with pytest.raises(CaseLogError, match="does not hold"):
        CaseFolder.open(case.path)
    CaseLock(case.path).close()  # it was let go


def test_only_a_new_or_an_empty_folder_becomes_a_case(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("mine")
    with pytest.raises(CaseFolderError, match="not empty"):
        CaseFolder.create(tmp_path, EMPTY)
    with pytest.raises(CaseError, match="There is no case"):
        CaseFolder.open(tmp_path)
    assert [one.name for one in tmp_path.iterdir()] == ["note.txt"]


def test_no_case_lies_beside_the_evidence_or_below(evidence: Path) -> None:
    for folder in (evidence.parent / "case", evidence.parent / "a" / "b"):
        with pytest.raises(CaseFolderError, match="beside the evidence"):
            CaseFolder.create(folder, EMPTY, [evidence])
    assert [one.name for one in evidence.parent.iterdir()] == [evidence.name]


def test_a_save_that_fails_leaves_the_older_file(
    case: CaseFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("core.report.atomic.os.fsync", full)
    with pytest.raises(CaseError, match="No space left"):
        case.save(FULL)
    assert read_document((case.path / CASE_NAME).read_bytes(), "case") == EMPTY
    assert not list(case.path.glob(".*"))


# Results ------------------------------------------------------------------------------------


def test_a_result_is_kept_logged_and_read_back(case: CaseFolder, evidence: Path) -> None:
    relative = case.keep_result(7, video_result(), evidence, NOTES)
    assert relative == "results/00007-clip.mp4/clip.mp4.json"
    assert result_as_json(case.read_result(relative)) == result_as_json(video_result())
    lines = [json.loads(line) for line in (case.path / "case-log.jsonl").read_text().splitlines()]
    exported = {one["facts"]["path"]: one["facts"] for one in lines if one["event"] == "exported"}
    with (case.path / relative).open("rb") as stream:
        assert exported[relative]["sha256"] == sha256_of(stream)
    assert [one.name for one in evidence.parent.iterdir()] == [evidence.name]


@pytest.mark.parametrize("name", ["", "/etc/passwd", "../x.json", "results/../../x", "..\\x"])
def test_names_that_lead_out_of_the_case_are_refused(case: CaseFolder, name: str) -> None:
    with pytest.raises(ReportError):
        case.read_result(name)


def test_verify_checks_the_log_and_the_results(case: CaseFolder, evidence: Path) -> None:
    relative = case.keep_result(1, video_result(), evidence, Annotations())
    case.close()

    def failed() -> list[str]:
        checks = verify_path(case.path, VerifyOptions())
        return [f"{one.subject}: {one.what}" for one in checks if one.status is Status.FAILS]

    assert failed() == []
    assert guarded(lambda: _call("verify", str(case.path), "--quiet")) == 0
    place = case.path / relative
    place.write_bytes(place.read_bytes().replace(b"h264", b"hevc"))
    found = failed()
    assert any(f"SHA-256 of {relative}" in one for one in found), found


def _call(*words: str) -> None:
    from typer.main import get_command

    get_command(app).main(args=list(words), prog_name="facewitness", standalone_mode=False)


def test_save_as_copies_all_and_goes_on_there(case: CaseFolder, evidence: Path) -> None:
    relative = case.keep_result(1, video_result(), evidence, Annotations())
    case.save(replace(EMPTY, items=(CaseItem(1, str(evidence), result=relative),)))
    with pytest.raises(CaseFolderError, match="beside the evidence"):
        case.save_as(evidence.parent / "copy")
    with pytest.raises(CaseFolderError, match="in the case itself"):
        case.save_as(case.path / "copy")
    copy = case.save_as(case.path.parent / "copy")
    assert not case.is_open
    assert copy.document == case.document
    assert result_as_json(copy.read_result(relative)) == result_as_json(video_result())
    copy.close()
    assert events_of(copy.path)[-3:] == ["case_saved_as", "case_opened", "case_closed"]
    again = CaseFolder.open(case.path)
    again.close()


def test_the_command_line_takes_the_facts_of_a_case(case: CaseFolder) -> None:
    facts = replace(case.document.case, operator="A. Example")
    case.save(replace(EMPTY, case=facts))
    paperwork = read_paperwork(case.path / CASE_NAME, {"operator": None}, paper="a4", language="en")
    assert paperwork.case == facts


# The evidence -------------------------------------------------------------------------------


def test_missing_and_changed_evidence_is_told_apart(evidence: Path) -> None:
    with evidence.open("rb") as stream:
        digest = sha256_of(stream)
    size = evidence.stat().st_size
    token = CancelToken()
    assert check_evidence_file(evidence, size, digest, token) is EvidenceCheck.SAME
    assert glance(evidence, size) is EvidenceCheck.UNCHECKED
    evidence.write_bytes(b"A clip")
    assert glance(evidence, size) is EvidenceCheck.UNCHECKED  # it takes the hash to see it
    assert check_evidence_file(evidence, size, digest, token) is EvidenceCheck.CHANGED
    evidence.write_bytes(b"longer than before")
    assert glance(evidence, size) is EvidenceCheck.CHANGED
    evidence.unlink()
    assert glance(evidence, size) is EvidenceCheck.MISSING
    evidence.mkdir()
    assert check_evidence_file(evidence, None, digest, token) is EvidenceCheck.UNREADABLE


# The recorder -------------------------------------------------------------------------------


def analysis(*steps: Event | Exception) -> Any:
    def analyze(request: AnalysisRequest, cancel: CancelToken, *, tools: Any) -> Iterator[Event]:
        for step in steps:
            if isinstance(step, Exception):
                raise step
            yield step

    return analyze


def run(recorder: Recorder, analyze: Any, path: Path) -> list[Event]:
    return list(recorder.logged(analyze)(AnalysisRequest(path), CancelToken(), tools=None))


def test_an_analysis_is_logged_before_it_goes_on(case: CaseFolder, evidence: Path) -> None:
    recorder = Recorder()
    recorder.case = case
    seen: list[int] = []

    def analyze(request: AnalysisRequest, cancel: CancelToken, *, tools: Any) -> Iterator[Event]:
        seen.append(len(events_of(case.path)))  # when the file is about to be opened
        yield StageStarted(Stage.PROBING)
        yield AnalysisCompleted(video_result())

    assert len(run(recorder, analyze, evidence)) == 2
    assert events_of(case.path)[: seen[0]] == ["log_created", "case_created", "opened", "settings"]
    assert events_of(case.path)[-1] == "finished"
    assert recorder.wait_idle(0)


def test_cancelled_and_failed_analyses_are_logged(case: CaseFolder, evidence: Path) -> None:
    recorder = Recorder()
    recorder.case = case
    run(recorder, analysis(StageStarted(Stage.PROBING)), evidence)
    assert events_of(case.path)[-1] == "cancelled"
    with pytest.raises(CorruptMediaError):
        run(recorder, analysis(CorruptMediaError("broken")), evidence)
    assert events_of(case.path)[-1] == "error"


def test_without_a_log_nothing_is_analysed(
    case: CaseFolder, evidence: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    recorder = Recorder()
    recorder.case = case

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("core.evidence.case_log.writer._write_durably", full)
        with pytest.raises(CaseLogError, match="No space left"):
            run(recorder, analysis(AnalysisCompleted(video_result())), evidence)


def test_evidence_around_the_case_is_not_analysed(case: CaseFolder) -> None:
    recorder = Recorder()
    recorder.case = case
    clip = case.path.parent / "clip.mp4"
    with pytest.raises(ReportError, match="beside the evidence"):
        run(recorder, analysis(AnalysisCompleted(video_result())), clip)


def test_without_a_case_nothing_is_written(evidence: Path) -> None:
    done = run(Recorder(), analysis(AnalysisCompleted(video_result())), evidence)
    assert len(done) == 1
    assert [one.name for one in evidence.parent.iterdir()] == [evidence.name]


def test_settings_are_plain_in_the_document() -> None:
    plain = json.loads(document_as_bytes(FULL))
    assert plain["settings"] == json.loads(json.dumps(dataclasses.asdict(FULL.settings)))
