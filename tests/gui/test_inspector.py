# SPDX-License-Identifier: Apache-2.0
"""What the inspector says: reasons, strength, media facts, credentials, cards and error rates."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QPlainTextEdit

from core.content_credentials import ContentCredentials
from core.records import AnalysisResult, MediaInfo, Outcome, StreamInfo, TrackResult
from core.settings import AnalysisSettings, OperatingPoint
from core.weights import find_weights
from core.wording import ABSENCE_CAVEAT, VERBAL_SCALE
from gui.models.card_shelf import CardShelf, rate_rows
from gui.models.evidence import EvidenceItem
from gui.models.problems import ProblemTable
from gui.models.rate_table import RateTable
from gui.states import ItemState
from gui.views.detector_views import detector_facts
from gui.views.facts import CopyButton, Fact, FactsSection
from gui.views.media_facts import (
    credentials_facts,
    credentials_heading,
    file_facts,
    metadata_facts,
    run_facts,
    stream_facts,
)
from gui.views.verdict_facts import limit_facts, reason_facts, scale_facts
from tests.gui.conftest import Stand
from tests.gui.driving import opened, verdict
from tests.gui.scenes import DETECTORS, SHA, Scene, judge, unreadable


def item_of(result: AnalysisResult, settings: AnalysisSettings | None = None) -> EvidenceItem:
    item = EvidenceItem(1, Path("/evidence/clip.mp4"), settings or AnalysisSettings())
    item.state, item.result, item.media = ItemState.DONE, result, result.media
    item.detectors = result.run.detectors
    return item


def words(facts: tuple[Fact, ...]) -> str:
    return "\n".join(f"{fact.label}: {fact.value}" for fact in facts)


# Outcome and strength -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("score", "expected"),
    [
        (0.82, "The pooled score 0.82 of Xception, one frame is at or above its threshold 0.78."),
        (0.2, "The pooled score 0.20 of Xception, one frame is below its threshold 0.31."),
        (0.5, "The pooled score 0.50 of Xception, one frame is between its thresholds 0.31 and"),
    ],
)
def test_the_reason_names_score_detector_and_threshold(score: float, expected: str) -> None:
    result = judge(Scene(1))
    track: TrackResult = dataclasses.replace(result.tracks[0], pooled_score=score)
    item = item_of(dataclasses.replace(result, tracks=(track,)))
    assert expected in words(reason_facts(item))


def test_the_file_takes_the_gravest_outcome_and_says_so() -> None:
    assert "gravest" in words(reason_facts(item_of(judge(Scene(2)))))
    assert "gravest" not in words(reason_facts(item_of(judge(Scene(1)))))
    assert "no frame" in words(reason_facts(item_of(unreadable())))


def test_limits_stand_beside_every_outcome_and_name_changed_thresholds() -> None:
    plain = words(limit_facts(item_of(judge(Scene(1)))))
    assert ABSENCE_CAVEAT in plain
    assert "Thresholds were changed" not in plain
    changed = AnalysisSettings(operating_points=(OperatingPoint("xception", 0.9, 0.1),))
    assert "Thresholds were changed" in words(limit_facts(item_of(judge(Scene(1)), changed)))


def test_the_scale_marks_the_step_of_the_result_only() -> None:
    marked = [fact for fact in scale_facts(1.4) if "this result" in fact.value]
    assert len(marked) == 1
    assert marked[0].value.startswith("moderate support")
    assert len(scale_facts(1.4)) == len(VERBAL_SCALE) + 1
    assert scale_facts(None) == ()


def test_strength_is_shown_for_the_selected_person_only_where_there_is_one(stand: Stand) -> None:
    opened(stand)
    panel = verdict(stand)
    assert panel.strength.isHidden()
    panel.persons.selectRow(0)
    assert not panel.strength.isHidden()
    assert "+1.40" in panel.strength.accessibleName()
    assert "-2.00 to +2.00" in panel.strength.accessibleName()


def test_no_outcome_is_a_bare_number(stand: Stand) -> None:
    opened(stand)
    titles = [verdict(stand).card.title.text(), *(
        fact.value for fact in verdict(stand).person.facts if fact.label == "Outcome"
    )]  # fmt: skip
    assert not any(char.isdigit() for title in titles for char in title)


# Media --------------------------------------------------------------------------------------


def media(**changes: object) -> MediaInfo:
    return dataclasses.replace(Scene(1).media, **changes)  # type: ignore[arg-type]


def test_streams_say_codec_size_rate_and_which_is_analysed() -> None:
    video = StreamInfo(
        0, "video", "h264", "High", 1280, 720, "yuv420p", 25.0, 300, 12.0, 0.5, rotation_degrees=90
    )
    audio = StreamInfo(1, "audio", "aac", duration_s=12.0)
    text = words(stream_facts(media(streams=(video, audio))))
    assert "Stream 0: video, analysed: h264, High, 1280 x 720, yuv420p, 25 frames a second" in text
    assert "turned by 90°" in text
    assert "starts at 0:00.500" in text
    assert "Stream 1: audio: aac" in text


def test_metadata_is_shown_with_a_warning_and_made_printable() -> None:
    text = words(metadata_facts(media(metadata=(("Make", "Cam\x1b]0;"), ("DateTime", "2026")))))
    assert "never decides" in text
    assert "Cam\\x1b]0;" in text
    assert "carries no metadata" in words(metadata_facts(media()))


@pytest.mark.parametrize(
    ("found", "heading", "text"),
    [
        (None, "not examined", "when the file is analysed"),
        (ContentCredentials("absent"), "absent", "Most files have none"),
        (ContentCredentials("remote"), "not visited", "no network"),
        (ContentCredentials("valid", "ACME", "Cam"), "valid", "anyone can sign with any name"),
        (ContentCredentials("invalid", problems=("hash.mismatch",)), "INVALID", "hash.mismatch"),
        (ContentCredentials("unreadable", problems=("too big",)), "could not", "too big"),
    ],
)
def test_content_credentials_are_told_in_every_state(
    found: ContentCredentials | None, heading: str, text: str
) -> None:
    assert heading in credentials_heading(found)
    assert text in words(credentials_facts(found))


def test_hashes_and_the_command_can_be_copied_whole(stand: Stand) -> None:
    opened(stand)
    panel = verdict(stand)
    panel.setCurrentIndex(2)
    copies = {fact.copy for section in (panel.file, panel.run) for fact in section.facts}
    assert {SHA, "facewitness analyze clip.mp4 --out DIR"} <= copies
    button = next(
        one for one in panel.file.findChildren(CopyButton) if "SHA-256" in one.accessibleName()
    )
    button.click()
    assert QGuiApplication.clipboard().text() == SHA


def test_a_changed_file_is_shown_with_both_hashes() -> None:
    result = judge(Scene(1))
    file = dataclasses.replace(result.file, sha256_after="ff" * 32)
    facts = {
        one.label: one.value for one in file_facts(item_of(dataclasses.replace(result, file=file)))
    }
    assert facts["Same after analysis"] == "NO"
    assert facts["SHA-256 after the analysis"] == "ff" * 32
    assert run_facts(None) == ()


def test_a_long_word_does_not_make_the_panel_wider(stand: Stand) -> None:
    section = FactsSection("Hashes", stand.desk.window)
    section.set_facts((Fact("SHA-256", "a" * 64, is_long=True, is_code=True),))
    section.resize(200, 200)
    assert section.minimumSizeHint().width() < 200
    (text,) = section.findChildren(QPlainTextEdit)
    text.selectAll()
    text.copy()
    assert QGuiApplication.clipboard().text() == "a" * 64  # without a break in it
    section.deleteLater()


def test_sections_fold(stand: Stand) -> None:
    opened(stand)
    section = verdict(stand).coverage
    assert section.body.isVisible()
    section.heading.click()
    assert not section.body.isVisible()
    section.set_facts(section.facts[:1])
    assert not section.is_open


# Cards --------------------------------------------------------------------------------------


def test_every_shipped_card_has_rates_in_and_out_of_its_domain() -> None:
    for folder in find_weights():
        rows = rate_rows(folder.card.raw)
        domains = [row.domain for row in rows]
        assert domains.count("in") >= 1, folder.id
        assert domains.count("out") >= 1, folder.id
        assert domains == sorted(domains, key=["in", "out", ""].index)


def test_misses_are_the_rest_of_the_sensitivity_with_its_interval_turned() -> None:
    card = {
        "test": {
            "n_real": 10,
            "n_fake": 20,
            "auc": 0.9,
            "sensitivity_at_support": 0.75,
            "sensitivity_at_support_ci95": [0.6, 0.8],
        }
    }
    (row,) = rate_rows(card)
    assert row.misses.value == pytest.approx(0.25)
    assert row.misses.low == pytest.approx(0.2)
    assert row.misses.high == pytest.approx(0.4)
    assert row.false_alarms.value is None
    table = RateTable((row,))
    QAbstractItemModelTester(table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert [table.index(0, column).data() for column in range(4)] == [
        "test data, unseen originals\nin-domain\n10 real, 20 fake",
        "0.90",
        "–",
        "0.25\n0.20–0.40",
    ]


def test_a_card_counts_only_for_the_weights_that_ran() -> None:
    shelf = CardShelf()
    run = dataclasses.replace(DETECTORS[0], detector_id="xception")
    assert shelf.card(run) is None
    folder = next(one for one in find_weights() if one.id == "xception")
    assert shelf.card(dataclasses.replace(run, weights_sha256=folder.card.network_sha256))


def test_changed_thresholds_stand_beside_those_of_the_card() -> None:
    folder = next(one for one in find_weights() if one.id == "xception")
    run = dataclasses.replace(DETECTORS[0], support_threshold=0.9)
    facts = {one.label: one.value for one in detector_facts(run, folder.card.raw)}
    assert facts["Thresholds"] == "support from 0.90, no support below 0.31"
    points = folder.card.raw["operating_points"]
    support, no_support = points["support_threshold"], points["no_support_threshold"]
    expected = f"support from {support:.2f}, no support below {no_support:.2f}"
    assert facts["Thresholds of the card"] == expected


def test_error_rates_are_copied_as_a_table(stand: Stand) -> None:
    folder = next(one for one in find_weights() if one.id == "xception")
    panel = verdict(stand)
    run = dataclasses.replace(DETECTORS[0], weights_sha256=folder.card.network_sha256)
    opened(stand)
    panel.setCurrentIndex(3)
    panel.detectors.show_detectors((run,), AnalysisSettings())
    stand.qtbot.waitUntil(lambda: "xception" in panel.detectors.sections, timeout=30_000)
    stand.qtbot.waitUntil(
        lambda: panel.detectors.sections["xception"].rates is not None, timeout=30_000
    )
    rates = panel.detectors.sections["xception"].rates
    assert rates is not None
    rates.selectRow(0)
    QTest.keyClick(rates, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QGuiApplication.clipboard().text().split("\t")
    assert len(copied) == 4
    assert copied[0].startswith("validation data")


def test_problems_are_a_sound_model() -> None:
    from gui.words.messages import Message

    table = ProblemTable()
    QAbstractItemModelTester(table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for number in range(503):
        table.add(Message(f"Problem {number}"))
    assert len(table.rows) == 500
    assert table.rows[-1].message.title == "Problem 502"
    table.clear()
    assert table.rows == []


def test_an_outcome_in_words_comes_first(stand: Stand) -> None:
    opened(stand)
    panel = verdict(stand)
    assert panel.currentIndex() == 0
    assert panel.card.title.text() == "Support for manipulation"
    item = stand.desk.session.current
    assert item is not None
    assert item.outcome is Outcome.SUPPORT_FOR_MANIPULATION
