# SPDX-License-Identifier: Apache-2.0
"""Dossiers of every kind that a report must print well, made by hand and without media."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace

import numpy as np

from core.aggregate.outcome import judge_track, with_segments
from core.dossier import (
    Amendment,
    AnalystNote,
    CaseFacts,
    Dossier,
    FileTimes,
    HeatMap,
    KeyFrame,
    ReportStyle,
)
from core.evidence.key_frames import choose_key_frames
from core.records import (
    AnalysisResult,
    Calibration,
    Coverage,
    FileFacts,
    Outcome,
    Segment,
    SegmentLevel,
    TrackResult,
)
from tests.core.judged import make_face, make_run
from tests.core.report.results import (
    RUN,
    SHA,
    image_result,
    many_tracks_result,
    no_face_result,
    unreadable_result,
    video_result,
)

# Markup of typst, HTML and spreadsheets, hidden characters, and scripts of both directions.
HOSTILE = (
    '#read("/etc/passwd") $x$ <img src="file:///etc/passwd"> @ref *b* _i_ `c` \\n //c [l] {k}'
    "\n\t\x1b]0;\u202egpj.exe\u2066 =cmd|' /C calc'!A0"
)
SCRIPTS = (
    "صورة الشاهد تقرير שלום עולם 证人录像 かな 한국어 ไทย हिन्दी 😀👨‍👩‍👧 🏳️‍🌈 naïve Ω Ж 𝔘 ①.mp4"
)
LONG = "evidence_" + "x" * 230 + ".mp4"

CARD: dict[str, object] = {
    "date": "2026-01-01",
    "license": "Apache-2.0",
    "paper": "Some, B. (2020), A network",
    "training": {
        "data": "Made-up faces",
        "n_real": 1000,
        "n_fake": 2000,
        "split_rule": "by person",
    },
    "validation": {
        "n_real": 700,
        "n_fake": 700,
        "auc": 0.9151,
        "auc_ci95": [0.8998, 0.9287],
        "eer": 0.1657,
        "eer_ci95": [0.1466, 0.1859],
    },
    "test": {
        "n_real": 500,
        "n_fake": 500,
        "auc": 0.9252,
        "auc_ci95": [0.9098, 0.9413],
        "false_alarm_rate_at_support": 0.036,
        "false_alarm_rate_at_support_ci95": [0.0202, 0.0538],
        "sensitivity_at_support": 0.664,
        "sensitivity_at_support_ci95": [0.6178, 0.7018],
    },
    "robustness": {"n": 500, "auc_jpeg_40": 0.9144, "auc_jpeg_40_ci95": [0.8901, 0.9365]},
    "calibration": {"method": "logistic regression", "cllr": 0.529, "cllr_of": "validation"},
    "engines": {"parity_max_abs_difference": 8.3e-07, "parity_on": "16 crops"},
    "limits": {"text": ["Known limits.", "Measured on made-up faces only."]},
}
CASE = CaseFacts(
    case_id="2026-114",
    item_id="7",
    organization="Example Forensic Laboratory",
    address="1 Example Street, 12345 Example",
    operator="A. Example",
    requester="District court of Example",
    authority="Order 7 C 12/26",
    scope="Whether faces in item 7 show signs of manipulation",
    requested_on="2026-04-02",
    reviewer="B. Example",
    received_when="2026-04-03T09:15:00+02:00",
    received_how="sealed USB stick, seal 4711",
    received_by="C. Example",
    copy_kind="working copy, hash compared with the original",
)
RUN_CALIBRATED = replace(
    RUN,
    detectors=(make_run("xception", calibration=Calibration(1.0, 0.0, -1.3, 1.99)),),
)


def person(
    track_id: int,
    level: float,
    *,
    steps: int = 60,
    start: int = 0,
    segments: tuple[Segment, ...] = (),
    gap: range = range(0),
) -> TrackResult:
    """A person with wavy scores around a level; nothing is seen at the steps of `gap`."""
    faces = [
        make_face(
            step,
            min(max(level + 0.08 * math.sin(step * 1.7 + track_id), 0.01), 0.99),
            track_id=track_id,
        )
        for step in range(start, start + steps)
        if step not in gap
    ]
    track = judge_track(
        track_id,
        0,
        faces,
        [],
        RUN_CALIBRATED.detectors,
        is_video=True,
        min_track_frames=3,
    )
    return replace(track, segments=segments)


def clip(*tracks: TrackResult, name: str = "clip.mp4") -> AnalysisResult:
    """A video with these people."""
    whole = video_result(name)
    assert whole.media is not None
    ranks = [Outcome.SUPPORT_FOR_MANIPULATION, Outcome.INCONCLUSIVE, Outcome.NO_SUPPORT_FOUND]
    outcomes = {track.outcome for track in tracks}
    return replace(
        whole,
        media=replace(whole.media, name=name, duration_s=14.0),
        run=RUN_CALIBRATED,
        tracks=tracks,
        outcome=next(rank for rank in ranks if rank in outcomes),
        coverage=Coverage(300, 300, 0, 60, 60, 58, {"face_too_small": 2, "face_cut_off": 1}),
        failures=(),
        shots=(6.1,),
    )


def with_pictures(dossier: Dossier, *, heat: bool = False) -> Dossier:
    """Add drawn frames; every second one with a heat map where `heat`."""
    frames = []
    ramp = np.linspace(0, 255, 640, dtype=np.float64)
    for number, choice in enumerate(choose_key_frames(dossier.result)):
        pixels = np.zeros((360, 640, 3), dtype=np.uint8)
        pixels[..., number % 3] = ramp.astype(np.uint8)
        pixels[..., (number + 1) % 3] = 90
        heat_map = None
        if heat and number % 2 == 0:
            rows, columns = np.mgrid[-1:1:40j, -1:1:40j]
            values = np.exp(-3 * (rows**2 + columns**2)).astype(np.float32)
            heat_map = HeatMap("xception", (0.0, 10.0, 120.0, 130.0), values)
        frames.append(KeyFrame(choice, pixels, heat_map))
    return replace(dossier, key_frames=tuple(frames))


def _dossier(result: AnalysisResult, **changes: object) -> Dossier:
    whole = Dossier(
        result,
        CASE,
        cards={"xception": CARD},
        path_given="exhibits/item 7/clip.mp4",
        file_times=FileTimes("2026-04-01T08:00:00+02:00", "2026-04-03T09:20:00+02:00"),
        reported_at="2026-05-01T12:30:00+02:00",
    )
    return replace(whole, **changes)  # type: ignore[arg-type]


def typical() -> Dossier:
    """One person with a marked segment and a gap, heat maps, notes, amendments, a log."""
    track = person(1, 0.75, segments=(Segment(2.0, 6.4, 0.79),), gap=range(35, 45))
    dossier = _dossier(
        clip(track),
        log_head="cd" * 32,
        notes=(AnalystNote("A. Example", "2026-05-01T12:00:00+02:00", "Agrees with item 6."),),
        amendments=(Amendment("1", "2026-04-20", "Operator's name corrected."),),
        report_version="2",
    )
    return with_pictures(dossier, heat=True)


def two_people() -> Dossier:
    """One with support, one without."""
    return with_pictures(_dossier(clip(person(1, 0.9), person(2, 0.1, start=20))))


def hostile_names() -> Dossier:
    """Every text from outside tries to be something else."""
    case = CaseFacts(*([HOSTILE] * 14))
    result = clip(person(1, 0.1), name=HOSTILE)
    return _dossier(
        replace(result, file=FileFacts(HOSTILE, 12, SHA, "f" * 64), message=HOSTILE),
        case=case,
        path_given=HOSTILE,
        pictures_missing=HOSTILE,
        notes=(AnalystNote(HOSTILE, HOSTILE, HOSTILE),),
        amendments=(Amendment(HOSTILE, HOSTILE, HOSTILE),),
        log_head=HOSTILE,
        report_version=HOSTILE,
    )


def many_scripts() -> Dossier:
    """Right-to-left, CJK, emoji and characters that no font has."""
    result = clip(person(1, 0.1), name=SCRIPTS)
    return _dossier(
        replace(result, file=FileFacts(SCRIPTS, 12, SHA, SHA)),
        case=replace(CASE, operator="محمد علي", requester="בית המשפט", organization="鑑識研究所"),
    )


def long_names() -> Dossier:
    """Names of 255 bytes without a place to break."""
    result = clip(person(1, 0.1), name=LONG)
    case = CaseFacts(*(["W" * 200] * 14))
    return _dossier(replace(result, file=FileFacts(LONG, 12, SHA, SHA)), case=case, path_given=LONG)


def twenty_people() -> Dossier:
    """Twenty people with scores, each with pictures."""
    tracks = [person(n, 0.05 * n - 0.02, start=3 * n, steps=20) for n in range(1, 21)]
    return with_pictures(_dossier(clip(*tracks)))


def two_hundred_segments() -> Dossier:
    """One person with two hundred marked segments in ten minutes."""
    segments = tuple(Segment(3.0 * n, 3.0 * n + 1.5, 0.8) for n in range(200))
    return _dossier(clip(person(1, 0.8, steps=3_000, segments=segments)))


def span_in_the_band() -> Dossier:
    """One person whose scores stay in the inconclusive band for a part of the time."""
    span = Segment(2.0, 6.4, 0.5, SegmentLevel.INCONCLUSIVE)
    return _dossier(clip(with_segments(person(1, 0.2), [span])))


def still_image() -> Dossier:
    """One face in a picture."""
    return with_pictures(_dossier(image_result()))


def no_face() -> Dossier:
    """Nobody in the picture, nothing known of the case."""
    return Dossier(no_face_result())


def unreadable() -> Dossier:
    """A file that could not be opened."""
    return Dossier(unreadable_result(), CASE)


def crowd() -> Dossier:
    """Forty people, not one of them usable."""
    return _dossier(many_tracks_result())


def letter() -> Dossier:
    """American paper."""
    return replace(typical(), style=ReportStyle("letter", "en"))


def in_language(code: str) -> Callable[[], Dossier]:
    """The typical one in another language."""

    def make() -> Dossier:
        return replace(typical(), style=ReportStyle("a4", code))

    make.__name__ = f"typical_{code}"
    return make


DOSSIERS: tuple[Callable[[], Dossier], ...] = (
    typical,
    two_people,
    hostile_names,
    many_scripts,
    long_names,
    twenty_people,
    two_hundred_segments,
    still_image,
    no_face,
    unreadable,
    crowd,
    letter,
)
