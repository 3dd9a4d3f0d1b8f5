# SPDX-License-Identifier: Apache-2.0
"""Shows a face as a network read it, and what moved the network; for reports and the window.

The network that decided is asked once more, about the very crops that it scored. A report never
fails for want of a map.
"""

from __future__ import annotations

import dataclasses
import logging
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from core.detectors.base import ImageDetector
from core.detectors.catalog import DetectorSet, find_detectors, load_detectors
from core.dossier import Dossier, HeatMap, KeyFace, KeyFrame, KeyFrameReason
from core.errors import AnalysisError, DetectorError, WeightsMismatchError
from core.networks.onnx_explanation import is_explainable
from core.preprocess.align import crop_face, crop_square
from core.preprocess.tensors import resize, to_batch
from core.records import AnalysisResult, BBox, DetectorRun, InputSpec, Pixels

log = logging.getLogger(__name__)

# Each costs a pass of the network; a judge looks at the first few.
MAX_MAPS = 6
_SHOWN = frozenset({KeyFrameReason.HIGHEST_SCORE, KeyFrameReason.STILL_IMAGE})


def explain_key_frames(dossier: Dossier, detectors: DetectorSet | None = None) -> Dossier:
    """Give the key frames with the highest scores their heat maps.

    Args:
        dossier: With its key frames.
        detectors: Those that ran, if they are still loaded on this thread; loaded here when None.

    Returns:
        A new dossier; the same one where no map can be had: no pictures, no image detector that
        decided, or other weights than those that ran.
    """
    wanted = _wanted(dossier)
    if not wanted:
        return dossier
    try:
        ids = sorted({detector_id for detector_id, _ in wanted.values()})
        loaded = detectors or load_detectors(tuple(ids), "onnx", "cpu")
        maps: dict[int, HeatMap] = {}
        for detector_id in ids:
            detector = _same_detector(loaded, dossier.result, detector_id)
            chosen = {at: face for at, (one, face) in wanted.items() if one == detector_id}
            if detector is not None:
                maps |= _maps(detector, dossier.key_frames, chosen)
    except AnalysisError as error:
        log.warning("no heat maps for the report: %s", error)
        return dossier
    frames = tuple(
        dataclasses.replace(frame, heat_map=maps.get(at, frame.heat_map))
        for at, frame in enumerate(dossier.key_frames)
    )
    return dataclasses.replace(dossier, key_frames=frames)


def _wanted(dossier: Dossier) -> dict[int, tuple[str, KeyFace]]:
    """Choose key frames by position: the detector that decided, and the face it scored."""
    decided = {track.track_id: track.decided_by for track in dossier.result.tracks}
    found: list[tuple[float, int, str, KeyFace]] = []
    for at, frame in enumerate(dossier.key_frames):
        detector_id = decided.get(frame.choice.track_id)
        if detector_id is None or frame.choice.reason not in _SHOWN or frame.heat_map is not None:
            continue
        found.extend(
            (face.scores[detector_id], at, detector_id, face)
            for face in frame.choice.faces
            if face.track_id == frame.choice.track_id and detector_id in face.scores
        )
    found.sort(key=lambda one: (-one[0], one[1]))
    return {at: (detector_id, face) for _, at, detector_id, face in found[:MAX_MAPS]}


def _same_detector(
    loaded: DetectorSet, result: AnalysisResult, detector_id: str
) -> ImageDetector | None:
    """Find the detector that ran; a map of other weights would explain other scores."""
    ran = {run.detector_id: run.weights_sha256 for run in result.run.detectors}
    for detector in loaded.image:
        run = detector.run
        if run.detector_id == detector_id and detector.can_explain:
            return detector if ran.get(detector_id) == run.weights_sha256 else None
    return None


def _maps(
    detector: ImageDetector, frames: Sequence[KeyFrame], faces: dict[int, KeyFace]
) -> dict[int, HeatMap]:
    """Explain one crop after the other, so that memory stays that of one."""
    spec = detector.input
    found = {}
    for at, face in faces.items():
        crop = resize(crop_face(frames[at].pixels, face.bbox, spec), spec.height, spec.width)
        values = np.ascontiguousarray(detector.explain(to_batch([crop], spec))[0])
        left, top, side = crop_square(face.bbox, spec)
        place = (float(left), float(top), float(left + side), float(top + side))
        found[at] = HeatMap(detector.run.detector_id, place, values)
    return found


@dataclass(frozen=True, slots=True, eq=False)
class CloseUp:
    """A face as a network read it.

    Attributes:
        crop: uint8 (H, W, 3) RGB in the network's own size, before its range is changed.
        place: The crop's square in pixels of the frame; may reach over the frame's border.
        can_explain: Whether there is a way to map what moved this network.
    """

    crop: Pixels
    place: BBox
    can_explain: bool


class FaceExplainer:
    """Cuts single faces and explains their scores; loads what it needs once, for one thread."""

    def __init__(self, threads: int | None = 1) -> None:
        """Load nothing yet.

        Args:
            threads: Of the CPU, for each network; one leaves the others to an analysis.
        """
        self._threads = threads
        self._specs: dict[str, tuple[InputSpec, bool]] = {}
        self._detectors: dict[str, ImageDetector] = {}

    def close_up(self, pixels: Pixels, bbox: BBox, run: DetectorRun) -> CloseUp:
        """Cut a face out of a frame as a detector's network read it; loads no network.

        Args:
            pixels: uint8 (H, W, 3) RGB frame.
            bbox: Face box in pixels of the frame.
            run: The detector as it ran.

        Raises:
            DetectorError: It reads no crops, or other weights are there now.
            ValueError: The crop does not touch the frame.
        """
        spec, can_explain = self._spec_of(run)
        crop = resize(crop_face(pixels, bbox, spec), spec.height, spec.width)
        left, top, side = crop_square(bbox, spec)
        place = (float(left), float(top), float(left + side), float(top + side))
        return CloseUp(crop, place, can_explain)

    def heat_map(self, close_up: CloseUp, run: DetectorRun) -> npt.NDArray[np.float32]:
        """Say where in a close-up the score comes from; the first call loads the network.

        Returns:
            float32 (h, w), [0, 1], as `ImageDetector.explain` gives it.

        Raises:
            DetectorError: The network cannot be loaded or run, or other weights are there now.
            ValueError: The close-up cannot be explained.
        """
        spec, _ = self._spec_of(run)
        detector = self._detectors.get(run.detector_id)
        if detector is None:
            loaded = load_detectors((run.detector_id,), "onnx", "cpu", self._threads)
            (detector,) = (one for one in loaded.image if one.id == run.detector_id)
            self._detectors[run.detector_id] = detector
        return np.ascontiguousarray(detector.explain(to_batch([close_up.crop], spec))[0])

    def _spec_of(self, run: DetectorRun) -> tuple[InputSpec, bool]:
        if run.detector_id not in self._specs:
            folder = find_detectors().get(run.detector_id)
            if folder is None or folder.card.network_sha256 != run.weights_sha256:
                raise WeightsMismatchError(
                    f"The weights of {run.detector_id} that are there are not those that ran.",
                    advice="Analyze the file again with the detectors that are there now.",
                )
            spec = folder.card.input
            if not isinstance(spec, InputSpec):
                raise DetectorError(f"{run.detector_id} reads no single faces.")
            self._specs[run.detector_id] = (spec, is_explainable(folder.id))
        return self._specs[run.detector_id]
