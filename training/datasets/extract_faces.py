# SPDX-License-Identifier: Apache-2.0
"""Face crops of whole files, cut by the stages that analysis uses: no skew, the same protection.

Files are decoded in core's isolated child process. The crops of a file are written before its line
in the journal, and the journal decides: a run that was killed does the unfinished file again and
goes on, with the same result as an uninterrupted one.
"""

from __future__ import annotations

import hashlib
import json
import logging
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import cv2
import numpy as np

from core.cancel import CancelToken
from core.errors import MediaError
from core.faces.catalog import load_face_detector
from core.faces.detection import FaceDetector
from core.faces.stage import FaceStage
from core.media.isolation import open_media
from core.preprocess.align import crop_face, crop_square
from core.preprocess.tensors import resize
from core.records import Frame, FrameFailure, InputSpec, Pixels
from core.settings import FaceSettings, MediaLimits, Sampling
from training.datasets.layouts import SourceFile
from training.datasets.manifest import ManifestRow, without_duplicates
from training.errors import ManifestError

log = logging.getLogger(__name__)

CROP_PX = 224
JOURNAL_NAME = "extracted.jsonl"
_JPEG_QUALITY = 95


@dataclass(frozen=True, slots=True)
class Extraction:
    """How crops are cut.

    Attributes:
        spec: Margin and shift of the crop about the face's box.
        crops: Of one file at most: the sharpest faces of its main track, spread over time.
        sampling: Which frames of a video are looked at.
    """

    spec: InputSpec
    crops: int = 4
    sampling: Sampling = field(default_factory=lambda: Sampling("fps", 1))


@dataclass(frozen=True, slots=True)
class _Cut:
    """A crop in memory."""

    frame_index: int
    track_id: int
    sharpness: float
    face_px: int
    pixels: Pixels


def extract_faces(
    files: Sequence[SourceFile], source: Path, out: Path, extraction: Extraction
) -> list[ManifestRow]:
    """Cut the faces of files that the journal does not hold yet, and list all crops.

    Args:
        files: Of a data set.
        source: Its folder.
        out: Receives the crops and the journal.
        extraction: How to cut.

    Returns:
        Rows of the manifest in the order of `files`, without duplicates across splits. A file
        without a usable face has none.

    Raises:
        ManifestError: A file cannot be read; names it.
    """
    out.mkdir(parents=True, exist_ok=True)
    journal = out / JOURNAL_NAME
    done = _read_journal(journal)
    detector = load_face_detector("centerface")
    with journal.open("a", encoding="utf-8") as stream:
        for number, item in enumerate(files, 1):
            if item.file not in done:
                done[item.file] = _cut_file(item, source, out, extraction, detector)
                stream.write(json.dumps([item.file, done[item.file]]) + "\n")
                stream.flush()
                log.info("%d of %d files", number, len(files))
    rows = [
        ManifestRow(name, item.label, item.group, item.split, digest, face_px)
        for item in files
        for name, digest, face_px in done[item.file]
    ]
    return without_duplicates(rows)


def _read_journal(path: Path) -> dict[str, list[tuple[str, str, int]]]:
    """Read what is done; a last line that was cut off by a kill does not count."""
    done: dict[str, list[tuple[str, str, int]]] = {}
    if not path.is_file():
        return done
    text = path.read_text("utf-8")
    whole = text[: text.rfind("\n") + 1]
    if whole != text:
        path.write_text(whole, "utf-8")
    for number, line in enumerate(whole.splitlines(), 1):
        try:
            file, crops = json.loads(line)
            done[file] = [(str(name), str(digest), int(px)) for name, digest, px in crops]
        except (ValueError, TypeError) as error:
            raise ManifestError(f"is damaged ({error}); delete it", path, number) from error
    return done


def _cut_file(
    item: SourceFile, source: Path, out: Path, extraction: Extraction, detector: FaceDetector
) -> list[tuple[str, str, int]]:
    cuts = _chosen(_cuts(source / item.file, extraction, detector), extraction.crops)
    if not cuts:
        log.warning("%s shows no usable face", item.file)
    # The path is hashed, so that equal names in different folders stay apart.
    stem = f"{Path(item.file).stem}-{hashlib.sha256(item.file.encode()).hexdigest()[:8]}"
    written = []
    for cut in cuts:
        name = f"{stem}-{cut.frame_index:06d}.jpg"
        bgr = np.ascontiguousarray(resize(cut.pixels, CROP_PX, CROP_PX)[..., ::-1])
        _, data = cv2.imencode(".jpg", bgr, [cv2.IMWRITE_JPEG_QUALITY, _JPEG_QUALITY])
        content = data.tobytes()
        (out / name).write_bytes(content)
        written.append((name, hashlib.sha256(content).hexdigest(), cut.face_px))
    return written


def _cuts(path: Path, extraction: Extraction, detector: FaceDetector) -> list[_Cut]:
    cuts = []
    cancel = CancelToken()
    try:
        with open_media(path, MediaLimits()) as session:
            is_video = session.info.kind == "video"
            stage = FaceStage(detector, FaceSettings(), is_video=is_video)
            for frame in session.frames(extraction.sampling, cancel):
                if not isinstance(frame, FrameFailure):
                    cuts += _cuts_of_frame(frame, stage, extraction.spec)
    except MediaError as error:
        raise ManifestError(f"cannot be read: {error.message}", path) from error
    return cuts


def _cuts_of_frame(frame: Frame, stage: FaceStage, spec: InputSpec) -> list[_Cut]:
    found = stage.process(frame).faces
    if frame.is_suspect:
        return []
    return [
        _Cut(
            frame.frame_index,
            one.track_id,
            one.sharpness,
            crop_square(one.face.bbox, spec)[2],
            crop_face(frame.pixels, one.face.bbox, spec),
        )
        for one in found
        if one.rejected is None
    ]


def _chosen(cuts: Sequence[_Cut], count: int) -> list[_Cut]:
    """Of the track that is seen most, the sharpest crop of each of `count` spans of time."""
    tracks: dict[int, list[_Cut]] = {}
    for cut in cuts:
        tracks.setdefault(cut.track_id, []).append(cut)
    if not tracks:
        return []
    main = max(tracks.values(), key=len)
    spans = np.array_split(np.arange(len(main)), min(count, len(main)))
    return [max((main[i] for i in span), key=lambda cut: cut.sharpness) for span in spans]
