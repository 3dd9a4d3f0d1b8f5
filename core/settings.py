# SPDX-License-Identifier: Apache-2.0
"""What a run is asked to do, with defaults and their reasons."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Literal

from core.errors import SettingsError

EngineChoice = Literal["auto", "onnx", "keras"]
DeviceChoice = Literal["auto", "cpu", "gpu"]
MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Sampling:
    """Which frames are analysed: all of them, every n-th, or so many a second.

    The default of five a second covers a blink (0.1 to 0.4 s) with one or two frames and gives
    the sequence detector a window of four seconds.
    """

    mode: Literal["all", "every", "fps"] = "fps"
    value: float = 5.0

    def __post_init__(self) -> None:
        """Refuse a step below one frame or a rate that is not positive."""
        if self.mode == "every" and (self.value < 1 or self.value != int(self.value)):
            raise SettingsError(f"every:N needs a whole number from 1 on, got {self.value}")
        if self.mode == "fps" and not 0 < self.value <= 1000:
            raise SettingsError(f"fps:X needs a number above 0 and up to 1000, got {self.value}")

    @classmethod
    def parse(cls, text: str) -> Sampling:
        """Read `all`, `every:N` or `fps:X`.

        Raises:
            SettingsError: `text` has another form.
        """
        if text == "all":
            return cls("all", 1)
        match = re.fullmatch(r"(every|fps):(\d+(?:\.\d+)?)", text)
        if match is None:
            raise SettingsError(f"expected all, every:N or fps:X, got {text!r}")
        return cls("every" if match[1] == "every" else "fps", float(match[2]))

    def __str__(self) -> str:
        """Write the form that `parse` reads."""
        if self.mode == "all":
            return "all"
        # Every digit and no exponent: a report's command must repeat this very run.
        return f"{self.mode}:{Decimal(repr(float(self.value))).normalize():f}"


@dataclass(frozen=True, slots=True)
class OperatingPoint:
    """Thresholds that take the place of those of a detector's card.

    The error rates of the card hold for the card's own thresholds: whoever changes them has to
    have measured what the others do. Reports say which were changed, and from what.

    Attributes:
        support_threshold: Score in [0, 1] from which on manipulation is supported.
        no_support_threshold: Score below which no support is found; between is inconclusive.
    """

    detector_id: str
    support_threshold: float
    no_support_threshold: float

    def __post_init__(self) -> None:
        """Refuse what is no score, or the wrong way round."""
        if not re.fullmatch(r"[a-z][a-z0-9_]*", self.detector_id):
            raise SettingsError(f"expected a detector's id, got {self.detector_id!r}")
        if not 0 <= self.no_support_threshold <= self.support_threshold <= 1:
            raise SettingsError(
                "expected 0 <= no support <= support <= 1 for the thresholds of "
                f"{self.detector_id}, got {self.no_support_threshold} and {self.support_threshold}"
            )

    @classmethod
    def parse(cls, text: str) -> OperatingPoint:
        """Read `DETECTOR:SUPPORT:NO_SUPPORT`.

        Raises:
            SettingsError: `text` has another form.
        """
        match = re.fullmatch(r"([^:]+):(\d*\.?\d+):(\d*\.?\d+)", text)
        if match is None:
            raise SettingsError(f"expected DETECTOR:SUPPORT:NO_SUPPORT, got {text!r}")
        return cls(match[1], float(match[2]), float(match[3]))

    def __str__(self) -> str:
        """Write the form that `parse` reads, with every digit."""
        support, no_support = (
            f"{Decimal(repr(float(one))).normalize():f}"
            for one in (self.support_threshold, self.no_support_threshold)
        )
        return f"{self.detector_id}:{support}:{no_support}"


@dataclass(frozen=True, slots=True)
class MediaLimits:
    """Bounds on what a file may cost; going over one ends as `limit_exceeded`.

    Attributes:
        max_pixels: Width x height of one picture; 100 megapixels holds any camera of today.
        max_memory_bytes: Address space of the decoder's process.
        frame_timeout_s: Longest wait for one frame.
        probe_timeout_s: Longest wait for probing; hashing a large file has its own progress.
        max_frames: Frames decoded from one file; 2 hours at 60 a second fit.
    """

    max_pixels: int = 100_000_000
    max_memory_bytes: int = 4096 * MIB
    frame_timeout_s: float = 30.0
    probe_timeout_s: float = 60.0
    max_frames: int = 500_000


@dataclass(frozen=True, slots=True)
class FaceSettings:
    """How faces are found and which are fit to be scored.

    Attributes:
        detector_id: An id of `core.faces.catalog`.
        min_size_px: Shorter side below which a face is found and followed but not scored. Of the
            crops that the shipped detectors learned from, 2 % show a smaller face.
        min_sharpness: Variance of the Laplacian (face at one size and contrast) below which it is
            not scored. Of 242 faces from compressed video none is below, nor when shrunk to 40 px;
            brought to 112 x 112 and blurred with a Gaussian of 3 px 83 % are, of 4 px 99 %.
        full_scan_s: Longest time between two detections on the whole frame at full size; 0 makes
            each one so. A small face that shows for less than that may be missed.
        max_gap_s: Longest time a track survives without being seen.
    """

    detector_id: str = "centerface"
    min_size_px: float = 50.0
    min_sharpness: float = 20.0
    full_scan_s: float = 1.0
    max_gap_s: float = 0.5

    def __post_init__(self) -> None:
        """Refuse what is below zero or no number."""
        for name in ("min_size_px", "min_sharpness", "full_scan_s", "max_gap_s"):
            if not 0 <= getattr(self, name) < math.inf:
                raise SettingsError(f"expected {name} from 0 on, got {getattr(self, name)}")


@dataclass(frozen=True, slots=True)
class AnalysisSettings:
    """Everything that changes an analysis; written to the report in full.

    Attributes:
        detectors: Ids to run; empty means every detector whose weights are there.
        batch_size: Crops given to a network at once; 8 to 16 keep memory and cancel time low.
        window_stride: Observations between the starts of two windows of a sequence detector.
        min_track_frames: Usable faces that a track in a video needs for an outcome.
        operating_points: Thresholds in place of the cards'; empty for the cards' own.
    """

    sampling: Sampling = Sampling()
    engine: EngineChoice = "auto"
    device: DeviceChoice = "auto"
    detectors: tuple[str, ...] = ()
    faces: FaceSettings = FaceSettings()
    limits: MediaLimits = field(default_factory=MediaLimits)
    batch_size: int = 8
    window_stride: int = 5
    min_track_frames: int = 3
    operating_points: tuple[OperatingPoint, ...] = ()

    def __post_init__(self) -> None:
        """Refuse counts below one, and two thresholds for the same detector."""
        for name in ("batch_size", "window_stride", "min_track_frames"):
            if getattr(self, name) < 1:
                raise SettingsError(f"expected {name} from 1 on, got {getattr(self, name)}")
        ids = [one.detector_id for one in self.operating_points]
        if len(ids) != len(set(ids)):
            raise SettingsError(f"expected one operating point a detector, got {', '.join(ids)}")


@dataclass(frozen=True, slots=True)
class AnalysisRequest:
    """One file and how to analyse it.

    Attributes:
        path: The evidence; opened read-only.
        command: The command line to print in the report; made up when empty.
    """

    path: Path
    settings: AnalysisSettings = field(default_factory=AnalysisSettings)
    command: str = ""
