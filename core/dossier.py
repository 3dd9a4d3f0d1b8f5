# SPDX-License-Identifier: Apache-2.0
"""What a report is made of: a result, the case it belongs to, and the frames that show it best.

The analysis knows nothing of cases; a report without a case, or without the evidence at hand, is
made all the same and says what is missing. Text in these records may come from anywhere: whoever
prints it makes it printable.
"""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

import numpy as np
import numpy.typing as npt

from core.records import AnalysisResult, BBox, Pixels, Reason, Scores

Paper = Literal["a4", "letter"]


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """Who asked for what, and how the item came here; empty is printed "not supplied".

    Attributes:
        case_id, item_id: As the laboratory numbers them.
        organization, address: Of the laboratory.
        operator: Who ran the analysis.
        requester, authority, scope, requested_on: Who asked, by what right, for what, when.
        reviewer: Who reads the report before it leaves.
        received_when, received_how, received_by: How the item came into custody.
        copy_kind: "original", "working copy", or what else the laboratory calls it.
    """

    case_id: str = ""
    item_id: str = ""
    organization: str = ""
    address: str = ""
    operator: str = ""
    requester: str = ""
    authority: str = ""
    scope: str = ""
    requested_on: str = ""
    reviewer: str = ""
    received_when: str = ""
    received_how: str = ""
    received_by: str = ""
    copy_kind: str = ""


class KeyFrameReason(enum.StrEnum):
    """Why a frame was chosen for the report."""

    HIGHEST_SCORE = "highest_score"
    LOWEST_SCORE = "lowest_score"
    EVENLY_SPACED = "evenly_spaced"
    STILL_IMAGE = "still_image"


@dataclass(frozen=True, slots=True)
class KeyFace:
    """A face in a key frame.

    Attributes:
        bbox: Pixels of the frame as displayed.
        scores: Detector id to frame score; empty when the face was rejected.
    """

    track_id: int
    bbox: BBox
    scores: Scores = field(default_factory=dict)
    rejected: Reason | None = None


@dataclass(frozen=True, slots=True)
class KeyFrameChoice:
    """A frame worth showing for one person, before its pixels are fetched.

    Attributes:
        track_id: The person it was chosen for.
        faces: Every face found in it, that person's too.
    """

    track_id: int
    frame_index: int
    time_s: float
    reason: KeyFrameReason
    faces: tuple[KeyFace, ...]


@dataclass(frozen=True, slots=True, eq=False)
class HeatMap:
    """What moved a network in one crop.

    Attributes:
        bbox: The crop that the network saw, in pixels of the frame; may reach over its border.
        values: float32 (height, width) in [0, 1] over that crop, read-only.
    """

    detector_id: str
    bbox: BBox
    values: npt.NDArray[np.float32]

    def __post_init__(self) -> None:
        """Refuse any other layout or range."""
        if self.values.ndim != 2 or self.values.dtype != np.float32 or not self.values.size:
            raise ValueError(
                f"expected float32 (height, width), got {self.values.dtype} {self.values.shape}"
            )
        low, high = float(self.values.min()), float(self.values.max())
        if not (0.0 <= low <= high <= 1.0):  # NaN fails too
            raise ValueError(f"expected values in [0, 1], got {low} to {high}")
        self.values.flags.writeable = False


@dataclass(frozen=True, slots=True, eq=False)
class KeyFrame:
    """A chosen frame with its pixels.

    Attributes:
        pixels: uint8 (height, width, 3) RGB, as displayed, read-only.
        heat_map: Of the person it was chosen for, or None where none was computed.
    """

    choice: KeyFrameChoice
    pixels: Pixels
    heat_map: HeatMap | None = None

    def __post_init__(self) -> None:
        """Refuse any other layout."""
        if self.pixels.ndim != 3 or self.pixels.shape[2] != 3 or self.pixels.dtype != np.uint8:
            raise ValueError(
                f"expected uint8 (height, width, 3), got {self.pixels.dtype} {self.pixels.shape}"
            )
        self.pixels.flags.writeable = False


@dataclass(frozen=True, slots=True)
class AnalystNote:
    """An opinion or remark of a person, kept apart from what the tool found."""

    author: str
    written_at: str
    text: str


@dataclass(frozen=True, slots=True)
class MarkedFrame:
    """A frame that a person marked, and why; empty where nothing was written to it."""

    frame_index: int
    time_s: float
    label: str = ""


@dataclass(frozen=True, slots=True)
class Amendment:
    """An earlier version of this report and why it was changed."""

    version: str
    date: str
    change: str


@dataclass(frozen=True, slots=True)
class FileTimes:
    """What the file system says; no evidence of when the content was made.

    Attributes:
        modified_at, changed_at: ISO 8601 with UTC offset, or empty; `changed_at` is the change of
            the entry on POSIX and the creation on Windows.
    """

    modified_at: str = ""
    changed_at: str = ""


@dataclass(frozen=True, slots=True)
class ReportStyle:
    """How a report for people looks; changes no fact in it.

    Attributes:
        language: ISO 639-1 code of a catalogue in `resources/report/lang`.
        logo: PNG of the laboratory's sign, as `core.report.logo` reads it, or empty.
    """

    paper: Paper = "a4"
    language: str = "en"
    logo: bytes = b""


@dataclass(frozen=True, slots=True, eq=False)
class Dossier:
    """Everything a report may show of one file.

    Attributes:
        key_frames: In order of person, then time.
        pictures_missing: Why there are no key frames, as a sentence; empty where there are.
        log_head: Hash of the case log's last line when the report was made, or None.
        notes: Opinions of people.
        marked_frames: Frames that people marked.
        amendments: Earlier versions of this report, oldest first.
        cards: Detector id to its card as plain values, for error rates and training data.
        path_given: The evidence's path as it was given, or empty.
        report_version: "1", "2" ... as the laboratory counts.
        reported_at: ISO 8601 with UTC offset; empty means when the analysis ended.
    """

    result: AnalysisResult
    case: CaseFacts = CaseFacts()
    key_frames: tuple[KeyFrame, ...] = ()
    pictures_missing: str = ""
    log_head: str | None = None
    notes: tuple[AnalystNote, ...] = ()
    marked_frames: tuple[MarkedFrame, ...] = ()
    amendments: tuple[Amendment, ...] = ()
    cards: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    path_given: str = ""
    file_times: FileTimes = FileTimes()
    report_version: str = "1"
    reported_at: str = ""
    style: ReportStyle = ReportStyle()
