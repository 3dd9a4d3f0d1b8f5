# SPDX-License-Identifier: Apache-2.0
"""Events of an analysis as entries of a case log."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from core.errors import MediaChangedError
from core.events import (
    AnalysisCompleted,
    Event,
    FrameFailed,
    FramesScored,
    MediaProbed,
    Stage,
    StageStarted,
)
from core.evidence.case_log.chain import safe_facts
from core.evidence.case_log.entries import MAX_LOST_FRAMES, ItemEntries, LogEntry, note
from core.records import FileFacts, FrameFailure, Outcome
from core.settings import AnalysisSettings
from tests.core.report.results import SHA, unreadable_result, video_result

PATH = Path("/cases/7/clip.mp4")


def entries_of(*events: Event) -> list[LogEntry]:
    item = ItemEntries(3, PATH)
    return [entry for event in events for entry in item.of(event)]


def scored(frames: int, position_s: float) -> FramesScored:
    return FramesScored(frames, position_s, 10.0, None, ())


def test_opening_names_path_mode_and_every_setting() -> None:
    opened, settings = ItemEntries(3, PATH).opened(AnalysisSettings())
    assert opened.facts["path"] == str(PATH)
    assert opened.facts["mode"] == "read-only"
    assert opened.facts["item"] == settings.facts["item"] == 3
    read = safe_facts(settings.facts["settings"])
    assert isinstance(read, dict)
    assert read["sampling"] == {"mode": "fps", "value": 5.0}
    assert {"limits", "faces", "engine", "device", "batch_size"} <= set(read)


def test_probing_gives_the_hash_then_what_was_found() -> None:
    media = video_result().media
    assert media is not None
    hashed, probed = entries_of(MediaProbed(media))
    assert (hashed.event, hashed.facts["sha256"]) == ("hashed", SHA)
    assert (probed.event, probed.facts["container"]) == ("probed", "mp4")


def test_progress_is_a_line_for_each_tenth() -> None:
    media = video_result().media
    assert media is not None
    events = [scored(step, step / 10) for step in range(101)]
    found = entries_of(MediaProbed(replace(media, duration_s=10.0)), *events)[2:]
    assert [entry.facts["frames"] for entry in found] == list(range(10, 101, 10))
    found = entries_of(
        MediaProbed(replace(media, duration_s=None)), *map(scored, range(0, 9000, 10), [0.0] * 900)
    )[2:]
    assert [entry.facts["frames"] for entry in found] == [2000, 4000, 6000, 8000]


def test_lost_frames_are_noted_one_by_one_up_to_a_number() -> None:
    lost = [FrameFailed(FrameFailure(index, None, "invalid data")) for index in range(50)]
    found = entries_of(*lost, AnalysisCompleted(video_result()))
    warnings = [entry for entry in found if entry.event == "warning"]
    assert len(warnings) == MAX_LOST_FRAMES + 1
    assert warnings[-1].facts["count"] == 50


def test_end_names_tools_second_hash_and_outcome() -> None:
    found = entries_of(StageStarted(Stage.REHASHING), AnalysisCompleted(video_result()))
    assert [entry.event for entry in found] == ["started", "tools", "rehashed", "finished"]
    tools, rehashed, finished = found[1:]
    assert set(tools.facts["weights"]) == {"xception", "xception_gru"}  # type: ignore[call-overload]
    assert rehashed.facts["unchanged"] is True
    assert finished.facts["outcome"] == video_result().outcome
    assert finished.facts["tracks"] == 2


def test_file_that_changed_or_could_not_be_read_is_an_error() -> None:
    changed = replace(
        video_result(),
        file=FileFacts("clip.mp4", 1, SHA, "f" * 64),
        outcome=Outcome.COULD_NOT_EVALUATE,
        reason=MediaChangedError.code,
        message="It changed.",
    )
    found = entries_of(AnalysisCompleted(changed))
    assert [entry.event for entry in found] == ["tools", "rehashed", "error", "finished"]
    assert found[1].facts["unchanged"] is False
    assert found[2].facts["code"] == "media_changed"
    found = entries_of(AnalysisCompleted(unreadable_result()))
    assert [entry.event for entry in found] == ["tools", "error", "finished"]


def test_other_entries() -> None:
    item = ItemEntries(1, PATH)
    assert item.cancelled().event == "cancelled"
    assert item.failed("report", "full").facts["code"] == "report"
    assert item.exported(PATH, 5, SHA).facts["bytes"] == 5
    assert note("seen").facts == {"text": "seen"}


def test_every_entry_is_json() -> None:
    item = ItemEntries(1, Path("a\udcff\n.mp4"))
    events = (MediaProbed(video_result().media), AnalysisCompleted(video_result()))  # type: ignore[arg-type]
    for entry in (*item.opened(AnalysisSettings()), *entries_of(*events)):
        assert safe_facts(entry.facts)
