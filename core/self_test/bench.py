# SPDX-License-Identifier: Apache-2.0
"""Steps that use the program as an investigator does, on a picture and a clip made here.

The steps stand on each other: what an earlier one could not make, a later one reports as missing.
"""

from __future__ import annotations

import io
import math
from collections.abc import Iterator
from pathlib import Path
from statistics import mean
from typing import TypeVar

from core.cancel import CancelToken
from core.demo import DemoClip, make_demo_clip, read_portrait
from core.dossier import Dossier
from core.events import AnalysisCompleted
from core.explaining import explain_key_frames
from core.gathering import gather_for
from core.media.credentials import MARKS
from core.pipeline import AnalysisTools, analyze
from core.records import AnalysisResult, FaceObservation, Outcome
from core.report.catalog import REPORT_FORMATS, write_reports
from core.self_test.records import Step, StepFailedError, require
from core.settings import AnalysisRequest, AnalysisSettings
from core.verify.check import VerifyOptions, verify_path
from core.verify.findings import first_failure

CLIP_SECONDS, CLIP_FPS, CLIP_SIZE = 4.0, 10, (640, 360)
EVIDENCE, REPORTS = "evidence", "reports"
T = TypeVar("T")


class Bench:
    """A folder with made media, the loaded networks, and what came out so far."""

    def __init__(self, folder: Path, settings: AnalysisSettings) -> None:
        """Make the folders; nothing is loaded yet."""
        self.folder = folder
        self.settings = settings
        self.image = folder / EVIDENCE / "portrait.png"
        self.image.parent.mkdir(parents=True, exist_ok=True)
        self.image_result: AnalysisResult | None = None
        self._clip: DemoClip | None = None
        self._clip_result: AnalysisResult | None = None
        self._tools: AnalysisTools | None = None

    def steps(self) -> Iterator[Step]:
        """Give the steps in order."""
        yield Step("networks", "networks load", self._load)
        yield Step("image", "analysis of an image", self._analyze_image)
        yield Step("repeat", "repetition", self._repeat)
        yield Step("credentials", "content credentials", self._credentials)
        yield Step("clip", "analysis of a clip", self._analyze_clip)
        yield Step("isolation", "decoder's protections", self._isolation)
        yield Step("reports", "reports", self._reports)

    def _load(self) -> str:
        self._tools = AnalysisTools.load(self.settings)
        found = self._tools.detectors
        names = ", ".join(run.detector_id for run in found.runs)
        return f"{names} on {found.selection.engine_id}, {found.selection.device}"

    def _analyze_image(self) -> str:
        self.image.write_bytes(_portrait_png())
        result = self.image_result = self._analyze(self.image)
        faces = _scored(result)
        require(len(faces) > 0, "no face was scored in a portrait")
        scores = ", ".join(f"{key} {value:.4f}" for key, value in sorted(faces[0].scores.items()))
        return f"{len(result.tracks)} face, {result.outcome.value}; {scores}"

    def _repeat(self) -> str:
        first = _had(self.image_result, "the image was not analyzed")
        again = self._analyze(self.image)
        before, now = ([face.scores for face in _scored(one)] for one in (first, again))
        require(before == now, f"other scores the second time: {before}, then {now}")
        return "the same image gives the same scores, bit for bit"

    def _credentials(self) -> str:
        """Have the library for content credentials loaded and asked, in its own process."""
        path = self.image.with_name("marked.png")
        path.write_bytes(_portrait_png(MARKS[1]))
        media = self._analyze(path).media
        found = media.credentials if media is not None else None
        require(found is not None, "they were not looked at")
        assert found is not None  # noqa: S101  required above
        require(found.status != "unreadable", "; ".join(found.problems) or "unreadable")
        return f"read in a process of its own: {found.status}, as it should be"

    def _analyze_clip(self) -> str:
        path = self.image.with_name("clip.mp4")
        clip = self._clip = make_demo_clip(path, seconds=CLIP_SECONDS, fps=CLIP_FPS, size=CLIP_SIZE)
        result = self._clip_result = self._analyze(path)
        faces = _scored(result)
        expected = round(CLIP_SECONDS * CLIP_FPS)
        decoded = result.coverage.frames_decoded
        require(decoded == expected, f"{decoded} frames were decoded instead of {expected}")
        require(len(faces) > 0, "no face was scored")
        text = f"{decoded} frames, {len(faces)} faces scored, {result.outcome.value}"
        return f"{text}; {_inside_and_outside(faces, clip)}"

    def _isolation(self) -> str:
        result = _had(self._clip_result, "the clip was not analyzed")
        media = _had(result.media, "the clip was not read")
        return "; ".join(media.isolation)

    def _reports(self) -> str:
        result = _had(self._clip_result, "the clip was not analyzed")
        clip, tools = _had(self._clip, "there is no clip"), _had(self._tools, "nothing is loaded")
        formats = tuple(one.id for one in REPORT_FORMATS)
        dossier = gather_for(Dossier(result), clip.path, formats, self.settings.limits)
        dossier = explain_key_frames(dossier, tools.detectors)
        folder = self.folder / REPORTS
        written = write_reports(dossier, folder, formats, evidence=clip.path)
        pdf = next(path for path in written if path.suffix == ".pdf")
        content = pdf.read_bytes()
        require(content.startswith(b"%PDF-") and b"%%EOF" in content[-64:], "the PDF is not whole")
        failure = first_failure(verify_path(folder, VerifyOptions(evidence=clip.path)))
        require(failure is None, f"it does not verify: {failure}")
        names = ", ".join(path.name for path in written)
        return f"{names}; the PDF has {len(content) // 1024} KiB; all of it verifies"

    def _analyze(self, path: Path) -> AnalysisResult:
        """Analyze a file, and require what holds for every good analysis."""
        tools = _had(self._tools, "the networks were not loaded")
        request = AnalysisRequest(path, self.settings)
        events = list(analyze(request, CancelToken(), tools=tools))
        result = next(one.result for one in events if isinstance(one, AnalysisCompleted))
        require(
            result.outcome is not Outcome.COULD_NOT_EVALUATE,
            f"{result.reason}: {result.message}",
        )
        require(result.file.sha256_before == result.file.sha256_after, "the file's hash changed")
        for face in _scored(result):
            values = face.scores.values()
            good = all(math.isfinite(value) and 0 <= value <= 1 for value in values)
            require(good, f"a score is out of range: {dict(face.scores)}")
        return result


def _portrait_png(mark: bytes | None = None) -> bytes:
    """Encode the portrait; a mark makes it look as if it carried content credentials."""
    from PIL import Image, PngImagePlugin

    stream, facts = io.BytesIO(), PngImagePlugin.PngInfo()
    if mark is not None:
        facts.add_text("Comment", mark.decode("ascii"))
    Image.fromarray(read_portrait()).save(stream, "PNG", pnginfo=facts)
    return stream.getvalue()


def _scored(result: AnalysisResult) -> list[FaceObservation]:
    return [face for track in result.tracks for face in track.observations if face.scores]


def _inside_and_outside(faces: list[FaceObservation], clip: DemoClip) -> str:
    """Say how each detector scores the span that is known to be manipulated, and the rest."""
    said = []
    for key in sorted({key for face in faces for key in face.scores}):
        parts: dict[bool, list[float]] = {True: [], False: []}
        for face in faces:
            if key in face.scores:
                is_inside = clip.manipulated_start_s <= face.time_s < clip.manipulated_end_s
                parts[is_inside].append(face.scores[key])
        if parts[True] and parts[False]:
            said.append(f"{key} {mean(parts[True]):.3f} inside, {mean(parts[False]):.3f} outside")
    return ("mean score of the manipulated span: " + "; ".join(said)) if said else "no mean scores"


def _had(value: T | None, otherwise: str) -> T:
    if value is None:
        raise StepFailedError(f"not tried: {otherwise}")
    return value
