# SPDX-License-Identifier: Apache-2.0
"""Frozen records that the stages exchange. They compute nothing heavy and save nothing.

Conventions: `frame_index` counts from 0 in presentation order of the decoded frames; `time_s`
is seconds from the frame's own time stamp; `bbox` is (x0, y0, x1, y1) in pixels of the frame as
displayed, half-open; a score is a float in [0, 1], higher is more fake. A gap is `None` (NaN in
arrays), never 0 and never 0.5. Mappings inside records are plain dictionaries, since a mapping
proxy cannot be pickled; they are typed read-only and nobody changes them.
"""

from __future__ import annotations

import enum
import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

import numpy as np
import numpy.typing as npt

from core.content_credentials import ContentCredentials

BBox = tuple[float, float, float, float]
Pixels = npt.NDArray[np.uint8]
REAL, FAKE = 0, 1


class Outcome(enum.StrEnum):
    """What a file or a track amounts to; the only five there are."""

    SUPPORT_FOR_MANIPULATION = "support_for_manipulation"
    NO_SUPPORT_FOUND = "no_support_found"
    INCONCLUSIVE = "inconclusive"
    NOT_APPLICABLE = "not_applicable"
    COULD_NOT_EVALUATE = "could_not_evaluate"


class Reason(enum.StrEnum):
    """Why a face, a track or a file has no score; an empty reason is `None`, not a member."""

    NO_FACE = "no_face"
    FACE_TOO_SMALL = "face_too_small"
    FACE_TOO_BLURRED = "face_too_blurred"
    FACE_CUT_OFF = "face_cut_off"
    FRAME_DAMAGED = "frame_damaged"
    TOO_FEW_FRAMES = "too_few_frames"
    NO_FRAME_DECODED = "no_frame_decoded"


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """One decoded picture.

    Attributes:
        frame_index: 0-based.
        time_s: Seconds, from the frame's own time stamp; 0.0 for a still image.
        pixels: uint8 (height, width, 3) RGB, as displayed (rotation applied), read-only.
        is_key: Whether the codec marks it as a key frame.
        is_suspect: Whether a frame before it, since the last key frame, was lost or damaged: this
            one may lean on it and show what the decoder made up. The few frames shown just before
            a damaged one, but coded after it, are not marked.
    """

    frame_index: int
    time_s: float
    pixels: Pixels
    is_key: bool = False
    is_suspect: bool = False

    def __post_init__(self) -> None:
        """Refuse any other layout."""
        if self.pixels.ndim != 3 or self.pixels.shape[2] != 3 or self.pixels.dtype != np.uint8:
            raise ValueError(
                f"expected uint8 (height, width, 3), got {self.pixels.dtype} {self.pixels.shape}"
            )
        self.pixels.flags.writeable = False


@dataclass(frozen=True, slots=True)
class FrameFailure:
    """A frame that could not be decoded; it is counted and reported, never skipped in silence."""

    frame_index: int | None
    time_s: float | None
    reason: str


@dataclass(frozen=True, slots=True)
class StreamInfo:
    """What the container says of one stream; a fact that is absent is `None`."""

    index: int
    kind: str
    codec: str
    profile: str | None = None
    width: int | None = None
    height: int | None = None
    pixel_format: str | None = None
    average_fps: float | None = None
    frames_declared: int | None = None
    duration_s: float | None = None
    start_s: float | None = None
    rotation_degrees: int = 0


@dataclass(frozen=True, slots=True)
class MediaInfo:
    """What probing found out about a file.

    Attributes:
        name: File name without folder, control characters made visible.
        size_bytes: Size on disk.
        sha256: Hex digest of the whole file, taken from the handle that is decoded.
        kind: "image" or "video" (an animated image is a video).
        container: Short name of the format found in the content.
        width, height: Pixels, as displayed.
        frames_declared: What the container claims, or None; never trusted.
        duration_s: Seconds, or None.
        streams: All streams, in container order.
        video_stream: Index of the stream that is analysed, or None for an image.
        extension_matches: Whether the name's extension fits the content.
        metadata: Container or EXIF tags as text; never decisive.
        notes: Plain sentences on how pixels were made explicit (alpha, depth, palette ...).
        isolation: The protections that were in force while decoding.
        credentials: Content credentials; None when not examined.
    """

    name: str
    size_bytes: int
    sha256: str
    kind: Literal["image", "video"]
    container: str
    width: int
    height: int
    frames_declared: int | None
    duration_s: float | None
    streams: tuple[StreamInfo, ...] = ()
    video_stream: int | None = None
    extension_matches: bool = True
    metadata: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()
    isolation: tuple[str, ...] = ()
    credentials: ContentCredentials | None = None


@dataclass(frozen=True, slots=True, eq=False)
class FaceBox:
    """One face in one frame.

    Attributes:
        bbox: Pixels of the frame.
        detection_score: How sure the face detector is, [0, 1]; says nothing about manipulation.
        landmarks: float32 (5, 2) x, y of right eye, left eye, nose, right and left mouth corner
            (the person's own right, left in the picture), or None.
    """

    bbox: BBox
    detection_score: float
    landmarks: npt.NDArray[np.float32] | None = None

    def __post_init__(self) -> None:
        """Refuse an empty or broken box."""
        x0, y0, x1, y1 = self.bbox
        if not all(map(math.isfinite, self.bbox)) or x1 <= x0 or y1 <= y0:
            raise ValueError(f"expected x0 < x1 and y0 < y1, got {self.bbox}")

    @property
    def size_px(self) -> float:
        """Shorter side in pixels."""
        x0, y0, x1, y1 = self.bbox
        return min(x1 - x0, y1 - y0)


@dataclass(frozen=True, slots=True)
class InputSpec:
    """What a network was trained on; kept with the weights, used by training and analysis alike.

    Attributes:
        height, width: Pixels of the network's input.
        low, high: Values that 0 and 255 are mapped to.
        crop_scale: Side of the square crop divided by the longer side of the face box.
        crop_shift_x, crop_shift_y: Crop centre minus box centre, in longer sides of the box.
        color_order: Always "RGB".
        interpolation: "area" (area when shrinking, linear when growing).
    """

    height: int
    width: int
    low: float
    high: float
    crop_scale: float = 1.0
    crop_shift_x: float = 0.0
    crop_shift_y: float = 0.0
    color_order: Literal["RGB"] = "RGB"
    interpolation: Literal["area"] = "area"


Scores = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class FaceObservation:
    """One face of one track in one sampled frame.

    Attributes:
        scores: Detector id to score; empty when the face was rejected.
        rejected: Why the face was not scored, or None.
        sharpness: Variance of the Laplacian on the face brought to a fixed size and contrast.
    """

    track_id: int
    frame_index: int
    time_s: float
    bbox: BBox
    detection_score: float
    sharpness: float
    rejected: Reason | None = None
    scores: Scores = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class WindowScore:
    """Score of one detector over several successive observations of one track."""

    track_id: int
    detector_id: str
    first_frame_index: int
    last_frame_index: int
    start_s: float
    end_s: float
    n_frames: int
    score: float


@dataclass(frozen=True, slots=True)
class ScoreSummary:
    """Scores of one detector over one track: mean, 95th percentile and how many."""

    mean: float
    p95: float
    n: int


class SegmentLevel(enum.StrEnum):
    """Which operating point the scores of a span stay at or above.

    What reaches `support_threshold` is marked in every track. What only reaches the inconclusive
    band, from `no_support_threshold` on, is marked where the track as a whole lies below it.
    """

    SUPPORT = "support"
    INCONCLUSIVE = "inconclusive"


@dataclass(frozen=True, slots=True)
class Segment:
    """A time span whose frame scores stay at or above an operating point."""

    start_s: float
    end_s: float
    score: float
    level: SegmentLevel = SegmentLevel.SUPPORT


@dataclass(frozen=True, slots=True)
class TrackResult:
    """One person from entering to leaving a shot.

    Attributes:
        observations: In time order; gaps stay gaps.
        windows: Window scores of sequence detectors, in time order.
        decided_by: Detector whose scores gave the outcome, or None.
        pooled_score: What met its operating points, or None: the mean of the logits of its
            scores, brought back to [0, 1].
        log10_lr: Bounded log10 likelihood ratio, or None where not calibrated.
    """

    track_id: int
    shot: int
    first_time_s: float
    last_time_s: float
    outcome: Outcome
    reason: Reason | None
    observations: tuple[FaceObservation, ...]
    windows: tuple[WindowScore, ...] = ()
    summaries: Mapping[str, ScoreSummary] = field(default_factory=dict)
    decided_by: str | None = None
    log10_lr: float | None = None
    segments: tuple[Segment, ...] = ()
    pooled_score: float | None = None


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of the file the scores rest on; all counts are frames unless said otherwise."""

    frames_declared: int | None
    frames_decoded: int
    frames_failed: int
    frames_sampled: int
    frames_with_face: int
    frames_with_usable_face: int
    faces_rejected: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Calibration:
    """Score to bounded log10 likelihood ratio, fitted on validation data; kept in the card.

    log10_lr = (slope * logit(score) + intercept) / ln(10), then held between the two bounds.
    """

    slope: float
    intercept: float
    log10_lr_min: float
    log10_lr_max: float


@dataclass(frozen=True, slots=True)
class DetectorRun:
    """A detector that ran, with what is needed to repeat it.

    Attributes:
        support_threshold: Score from which on manipulation is supported.
        no_support_threshold: Score below which no support is found; between is inconclusive.
        limits: Plain sentences from the card.
    """

    detector_id: str
    title: str
    version: str
    weights_sha256: str
    support_threshold: float
    no_support_threshold: float
    calibration: Calibration | None = None
    validation_auc: float | None = None
    limits: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RunFacts:
    """What makes a result repeatable.

    Attributes:
        engine, device: What really ran, e.g. "onnx", "cpu".
        engine_note: Why `auto` fell back, or empty.
        settings: The settings as plain JSON values.
        versions: Library name to version.
        started_at, finished_at: ISO 8601 UTC.
        command: A command line that repeats the run.
    """

    tool: str
    version: str
    commit: str | None
    engine: str
    device: str
    engine_note: str
    face_detector: str
    detectors: tuple[DetectorRun, ...]
    settings: Mapping[str, object]
    versions: Mapping[str, str]
    started_at: str
    finished_at: str
    command: str


@dataclass(frozen=True, slots=True)
class FileFacts:
    """The evidence file, hashed before and after."""

    name: str
    size_bytes: int | None
    sha256_before: str | None
    sha256_after: str | None


@dataclass(frozen=True, slots=True)
class AnalysisResult:
    """Everything one analysis found out about one file.

    Attributes:
        media: None when the file could not be read.
        outcome: The file's: the gravest of its tracks'.
        reason: A Reason's value, an error's code, or None.
        message: Plain sentence that goes with the reason, or empty.
        shots: Times in seconds at which a new shot starts, without the first.
    """

    file: FileFacts
    media: MediaInfo | None
    run: RunFacts
    coverage: Coverage
    tracks: tuple[TrackResult, ...]
    outcome: Outcome
    reason: str | None
    message: str = ""
    shots: tuple[float, ...] = ()
    failures: tuple[FrameFailure, ...] = ()
