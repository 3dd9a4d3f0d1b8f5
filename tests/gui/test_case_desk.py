# SPDX-License-Identifier: Apache-2.0
"""Cases at the desk: made, kept, closed, opened again; nothing is lost and nothing done twice."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QFileDialog

from core.cancel import CancelToken
from core.case.checking import EvidenceCheck
from core.case.document import CaseDocument, read_document
from core.case.folder import CaseFolder
from core.digests import sha256_of
from core.dossier import CaseFacts
from core.evidence.annotations import Annotations, Bookmark, Note
from core.records import FileFacts, Outcome
from core.settings import AnalysisSettings, Sampling
from gui.desk.cases import CaseDesk
from gui.states import BatchPhase, ItemState
from gui.workers.export import ExportJob, Written
from gui.workers.tasks import Tell
from tests.gui.conftest import MakeStand, Stand
from tests.gui.driving import verdict
from tests.gui.scenes import FakeAnalysis, Scene, judge
from tests.gui.test_batch_desk import Gate, gate

__all__ = ["gate"]

NOTES = Annotations(
    (Note("A seam at the chin.", "A. Example", "2026-11-24T10:00:00Z"),), (Bookmark(10, 0.4),)
)


@pytest.fixture
def evidence(tmp_path: Path) -> Path:
    """A folder with three files, whose analysis is made up and whose bytes are real."""
    folder = tmp_path / "evidence"
    folder.mkdir()
    for name in ("a.mp4", "b.mp4", "c.mp4"):
        (folder / name).write_bytes(name.encode() * 50)
    return folder


@pytest.fixture
def analysis(evidence: Path) -> FakeAnalysis:
    made = FakeAnalysis(Scene(2, n_sampled=12))
    for path in evidence.iterdir():
        with path.open("rb") as stream:
            digest = sha256_of(stream)
        size = path.stat().st_size
        result = judge(Scene(2, n_sampled=12))
        assert result.media is not None
        media = replace(result.media, name=path.name, size_bytes=size, sha256=digest)
        file = FileFacts(path.name, size, digest, digest)
        made.scenes[path.name] = replace(result, file=file, media=media)
    return made


def desk(stand: Stand) -> CaseDesk:
    return stand.desk.cases


def opened(stand: Stand, *paths: Path) -> None:
    stand.desk.intents.files_dropped.emit(paths)
    stand.finish()


def make_case(stand: Stand, path: Path) -> None:
    desk(stand).cases.create(path)
    stand.qtbot.waitUntil(lambda: desk(stand).cases.path == path)


def kept(stand: Stand, path: Path) -> CaseDocument:
    """Wait until the case's file has a result for each item, and give it."""

    def is_kept() -> bool:
        if not (path / "case.fwcase").exists():
            return False
        document = read_document((path / "case.fwcase").read_bytes(), "case")
        results = [one.result for one in document.items]
        return len(results) == len(stand.desk.session) and all(results)

    stand.qtbot.waitUntil(is_kept, timeout=10_000)
    return read_document((path / "case.fwcase").read_bytes(), "case")


def leave(stand: Stand) -> None:
    """Close the window as a person does, and wait until all has stopped."""
    stand.desk.window.close()
    stand.qtbot.waitUntil(lambda: not stand.desk.window.isVisible())


def reopen(make_stand: MakeStand, path: Path, analysis: FakeAnalysis | None = None) -> Stand:
    stand = make_stand(analysis)
    with stand.qtbot.waitSignal(desk(stand).cases.checked, timeout=10_000):
        desk(stand).open(path)
    return stand


def log_of(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (path / "case-log.jsonl").read_text().splitlines()]


def test_a_case_comes_back_with_results_and_notes_and_without_an_analysis(
    make_stand: MakeStand, analysis: FakeAnalysis, evidence: Path, tmp_path: Path
) -> None:
    case = tmp_path / "case"
    first = make_stand(analysis)
    make_case(first, case)
    opened(first, evidence / "a.mp4", evidence / "b.mp4")
    first.desk.session.annotate(next(iter(first.desk.session)).job_id, NOTES)
    desk(first).cases.set_facts(CaseFacts(case_id="2026-114", operator="A. Example"))
    assert "2026-114" in first.desk.window.windowTitle()
    kept(first, case)
    leave(first)
    second = reopen(make_stand, case)
    items = list(second.desk.session)
    assert [(item.name, item.outcome) for item in items] == [
        ("a.mp4", Outcome.SUPPORT_FOR_MANIPULATION),
        ("b.mp4", Outcome.SUPPORT_FOR_MANIPULATION),
    ]
    assert [item.check for item in items] == [EvidenceCheck.SAME] * 2
    assert items[0].annotations == NOTES
    assert len(items[0].faces) == 12
    assert second.analysis.threads == []
    assert desk(second).cases.facts.case_id == "2026-114"
    assert second.desk.window.windowTitle() == "a.mp4 – 2026-114 – FaceWitness"
    assert not desk(second).cases.has_unsaved
    assert sorted(one.name for one in evidence.iterdir()) == ["a.mp4", "b.mp4", "c.mp4"]


def test_the_log_has_what_was_done_in_its_order(
    make_stand: MakeStand, analysis: FakeAnalysis, evidence: Path, tmp_path: Path
) -> None:
    case = tmp_path / "case"
    stand = make_stand(analysis)
    make_case(stand, case)
    opened(stand, evidence / "a.mp4")
    (item,) = stand.desk.session
    stand.desk.session.annotate(item.job_id, NOTES)
    stand.desk.session.annotate(item.job_id, Annotations())
    desk(stand).cases.use_settings(AnalysisSettings(Sampling("all", 1)))
    kept(stand, case)
    stand.desk.intents.item_removed.emit(item.job_id)
    leave(stand)
    lines = log_of(case)
    events = [line["event"] for line in lines]
    assert events[:4] == ["log_created", "case_created", "opened", "settings"]
    for earlier, later in (
        ("settings", "finished"),
        ("finished", "exported"),
        ("finished", "note"),
        ("note", "removed"),
        ("bookmarks", "removed"),
    ):
        assert events.index(earlier) < events.index(later), events
    assert events[-1] == "case_closed"
    notes = [line["facts"] for line in lines if line["event"] == "note"]
    assert notes[0]["text"] == "A seam at the chin."
    assert notes[1]["withdrawn"] is True
    changed = [line["facts"] for line in lines if line["event"] == "settings"][-1]
    assert changed["settings"]["sampling"]["mode"] == "all"


def test_a_case_that_is_open_is_refused_politely(make_stand: MakeStand, tmp_path: Path) -> None:
    first, second = make_stand(), make_stand()
    make_case(first, tmp_path / "case")
    desk(second).open(tmp_path / "case")
    notice = second.desk.window.notice
    second.qtbot.waitUntil(notice.isVisible)
    assert "The case is open already" in notice.text
    assert "Nothing was changed" in notice.text
    assert desk(second).cases.path is None


def test_missing_and_changed_evidence_is_said_of_each_file(
    make_stand: MakeStand, analysis: FakeAnalysis, evidence: Path, tmp_path: Path
) -> None:
    case = tmp_path / "case"
    first = make_stand(analysis)
    make_case(first, case)
    opened(first, *sorted(evidence.iterdir()))
    kept(first, case)
    leave(first)
    (evidence / "a.mp4").unlink()
    (evidence / "b.mp4").write_bytes(b"B.mp4" * 50)  # as long as before
    second = reopen(make_stand, case)
    items = {item.name: item for item in second.desk.session}
    assert {name: item.check for name, item in items.items()} == {
        "a.mp4": EvidenceCheck.MISSING,
        "b.mp4": EvidenceCheck.CHANGED,
        "c.mp4": EvidenceCheck.SAME,
    }
    assert items["a.mp4"].state_text == "File missing · Support for manipulation"
    assert items["b.mp4"].message.text.startswith("The file has changed since it was analysed.")
    notice = second.desk.window.notice.text
    assert "Not where they were: a.mp4." in notice
    assert "Changed since they were analysed: b.mp4." in notice
    assert verdict(second).card.title.text() == "Support for manipulation"


def test_an_untitled_session_asks_once_before_it_is_lost(
    make_stand: MakeStand,
    analysis: FakeAnalysis,
    evidence: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stand = make_stand(analysis)
    opened(stand, evidence / "a.mp4")
    stand.desk.window.close()
    question = desk(stand).question
    assert question.isVisible()
    assert stand.desk.window.isVisible()
    assert [button.text() for button in question.buttons] == [
        *("Save as a case…", "Do not save", "Stay")
    ]
    question.buttons[2].click()
    assert not question.isVisible()
    stand.desk.window.close()
    case = tmp_path / "saved"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(case), ""))
    question.buttons[0].click()
    assert kept(stand, case).items[0].path == str(evidence / "a.mp4")
    leave(stand)
    assert log_of(case)[-1]["event"] == "case_closed"


def test_an_empty_session_leaves_without_a_question(make_stand: MakeStand) -> None:
    stand = make_stand()
    leave(stand)
    assert not desk(stand).question.isVisible()


def test_no_case_is_made_around_its_evidence(
    make_stand: MakeStand, analysis: FakeAnalysis, evidence: Path
) -> None:
    stand = make_stand(analysis)
    opened(stand, evidence / "a.mp4")
    desk(stand).cases.create(evidence / "case")
    stand.qtbot.waitUntil(stand.desk.window.notice.isVisible)
    assert "beside the evidence" in stand.desk.window.notice.text
    assert desk(stand).cases.path is None
    assert len(stand.desk.session) == 1
    assert not (evidence / "case").exists()


def test_evidence_beside_an_open_case_is_not_analysed(
    make_stand: MakeStand, analysis: FakeAnalysis, tmp_path: Path
) -> None:
    stand = make_stand(analysis)
    make_case(stand, tmp_path / "case")
    clip = tmp_path / "d.mp4"
    clip.write_bytes(b"d")
    opened(stand, clip)
    (item,) = stand.desk.session
    assert item.state is ItemState.FAILED
    assert "beside the evidence" in item.message.text


def test_save_as_goes_on_in_the_copy(
    make_stand: MakeStand, analysis: FakeAnalysis, evidence: Path, tmp_path: Path
) -> None:
    stand = make_stand(analysis)
    make_case(stand, tmp_path / "case")
    opened(stand, evidence / "a.mp4")
    kept(stand, tmp_path / "case")
    desk(stand).cases.save_as(tmp_path / "copy")
    stand.qtbot.waitUntil(lambda: desk(stand).cases.path == tmp_path / "copy")
    opened(stand, evidence / "b.mp4")
    assert len(kept(stand, tmp_path / "copy").items) == 2
    before = CaseFolder.open(tmp_path / "case")  # it was let go
    assert len(before.document.items) == 1
    before.close()


def test_another_case_takes_the_place_of_the_one_that_is_open(
    make_stand: MakeStand, analysis: FakeAnalysis, evidence: Path, tmp_path: Path
) -> None:
    stand = make_stand(analysis)
    for name, file in (("one", "a.mp4"), ("two", "b.mp4")):
        make_case(stand, tmp_path / name)
        opened(stand, evidence / file)
        kept(stand, tmp_path / name)
    with stand.qtbot.waitSignal(desk(stand).cases.checked, timeout=10_000):
        desk(stand).open(tmp_path / "one" / "case.fwcase")
    assert [item.name for item in stand.desk.session] == ["a.mp4"]
    documents = [
        read_document((tmp_path / name / "case.fwcase").read_bytes(), name).items
        for name in ("one", "two")
    ]
    assert [[Path(one.path).name for one in items] for items in documents] == [
        *(["a.mp4"], ["b.mp4"])
    ]


def test_what_was_not_finished_is_there_to_be_asked_for(
    make_stand: MakeStand, evidence: Path, tmp_path: Path
) -> None:
    held = FakeAnalysis(Scene(1), hold_at=2)
    first = make_stand(held)
    make_case(first, tmp_path / "case")
    first.desk.intents.files_dropped.emit((evidence / "a.mp4", evidence / "b.mp4"))
    first.qtbot.waitUntil(held.held.is_set)
    leave(first)
    events = [line["event"] for line in log_of(tmp_path / "case")]
    assert events[-2:] == ["cancelled", "case_closed"]
    second = make_stand()
    desk(second).open(tmp_path / "case")
    second.qtbot.waitUntil(lambda: len(second.desk.session) == 2)
    assert {item.state for item in second.desk.session} == {ItemState.CANCELLED}
    assert second.analysis.threads == []


def test_a_result_that_was_altered_is_not_shown(
    make_stand: MakeStand, analysis: FakeAnalysis, evidence: Path, tmp_path: Path
) -> None:
    first = make_stand(analysis)
    make_case(first, tmp_path / "case")
    opened(first, evidence / "a.mp4")
    document = kept(first, tmp_path / "case")
    leave(first)
    place = tmp_path / "case" / document.items[0].result
    place.write_bytes(place.read_bytes().replace(b"support_for", b"no_support_f"))
    second = reopen(make_stand, tmp_path / "case")
    (item,) = second.desk.session
    assert item.state is ItemState.FAILED
    assert "SHA-256" in item.message.text


def test_recent_cases_are_offered(make_stand: MakeStand, tmp_path: Path) -> None:
    ini = QSettings(str(tmp_path / "w.ini"), QSettings.Format.IniFormat)
    first = make_stand(settings=ini)
    make_case(first, tmp_path / "one")
    make_case(first, tmp_path / "two & more")
    leave(first)
    second = make_stand(settings=ini)
    recent = desk(second).menu.recent
    recent.aboutToShow.emit()
    assert [action.text() for action in recent.actions()] == ["two && more", "one"]
    recent.actions()[1].trigger()
    second.qtbot.waitUntil(lambda: desk(second).cases.path == tmp_path / "one")


def test_a_batch_of_a_case_lies_in_it_and_comes_back(
    make_stand: MakeStand, gate: Gate, evidence: Path, tmp_path: Path
) -> None:
    case = tmp_path / "case"
    first = make_stand()
    make_case(first, case)
    first.desk.intents.batch_folder_dropped.emit(evidence)
    model = desk(first).batches.model
    first.qtbot.waitUntil(lambda: model.phase is BatchPhase.FINISHED, timeout=15_000)
    panel = desk(first).batch_window.panel
    panel.select(model.table.rows[0].item.item_id)
    panel.open_selected()
    assert kept(first, case).items[0].result.startswith("batches/evidence/items/")
    leave(first)
    assert (case / "batches" / "evidence" / "state.sqlite").is_file()
    assert not (case / "batches" / "evidence" / "case-log.jsonl").exists()
    finished = [line for line in log_of(case) if line["event"] == "finished"]
    assert [line["facts"]["name"] for line in finished[:3]] == ["a.mp4", "b.mp4", "c.mp4"]
    begun = len(gate.begun)
    second = reopen(make_stand, case)
    again = desk(second).batches.model
    second.qtbot.waitUntil(lambda: again.phase is BatchPhase.FINISHED)
    assert again.place is not None
    assert again.place.folder == evidence
    assert len(again.table.rows) == 3
    assert [item.name for item in second.desk.session] == ["a.mp4"]
    assert len(gate.begun) == begun


def test_settings_and_report_head_belong_to_the_open_case_only(
    make_stand: MakeStand, tmp_path: Path
) -> None:
    """The number of one case must never stand on the report of another."""
    stand = make_stand()
    force, cases = stand.desk.preferences, desk(stand).cases
    own = replace(
        force.current, report=replace(force.current.report, case=CaseFacts(operator="A. Example"))
    )
    force.choose(own)
    make_case(stand, tmp_path / "first")
    assert cases.facts == CaseFacts(operator="A. Example")  # a new case begins with one's own
    sampled = replace(own.analysis, sampling=Sampling("every", 2))
    facts = CaseFacts(case_id="2026-7", operator="A. Example")
    force.choose(replace(own, analysis=sampled, report=replace(own.report, case=facts)))
    assert (cases.settings, cases.facts) == (sampled, facts)
    assert force.current.report.case == facts
    cases.close()
    assert force.current == own
    assert (cases.settings, cases.facts) == (own.analysis, own.report.case)
    make_case(stand, tmp_path / "second")
    assert cases.facts.case_id == ""
    cases.open(tmp_path / "first")
    stand.qtbot.waitUntil(lambda: cases.path == tmp_path / "first")
    assert force.current.report.case == facts
    assert force.current.analysis == sampled
    cases.close()


def test_a_report_that_is_written_stands_in_the_log_with_its_hash(
    make_stand: MakeStand,
    analysis: FakeAnalysis,
    evidence: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def write(job: ExportJob, _cancel: CancelToken, _tell: Tell) -> Written:
        path = job.folder / "report.csv"
        path.write_bytes(b"frame_index\n")
        return Written((path,))

    case, out = tmp_path / "case", tmp_path / "reports"
    out.mkdir()
    stand = make_stand(analysis, services={"write_reports": write})
    make_case(stand, case)
    opened(stand, evidence / "a.mp4")
    kept(stand, case)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(out))
    stand.desk.intents.export_requested.emit("csv")
    digest = hashlib.sha256(b"frame_index\n").hexdigest()

    def is_logged() -> bool:
        exported = [line["facts"] for line in log_of(case) if line["event"] == "exported"]
        return digest in [facts["sha256"] for facts in exported]

    stand.qtbot.waitUntil(is_logged, timeout=10_000)


def test_a_case_named_at_the_start_is_opened_and_the_rest_is_evidence(
    make_stand: MakeStand, evidence: Path, tmp_path: Path
) -> None:
    first = make_stand()
    make_case(first, tmp_path / "case")
    leave(first)
    stand = make_stand()
    stand.desk.open([tmp_path / "case" / "case.fwcase"])
    stand.qtbot.waitUntil(lambda: desk(stand).cases.path == tmp_path / "case")
    stand.desk.open([evidence / "a.mp4"])
    assert [item.name for item in stand.desk.session] == ["a.mp4"]
    stand.finish()
