# SPDX-License-Identifier: Apache-2.0
"""Scores of the shipped image detectors on crops of a split, with what the crops are like.

The table is what `docs/validation.md` is made from: one row a crop, its face size, brightness,
sharpness and turn, its score by each detector, and for a part of the crops the scores after
losses. Rows are written every few batches, so a run that was killed goes on.
"""

from __future__ import annotations

import csv
import logging
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np

from core.cards import read_card
from core.faces.catalog import load_face_detector
from core.faces.detection import FaceDetector
from core.faces.quality import sharpness
from core.preprocess.tensors import to_batch
from core.records import InputSpec
from training.augmentation.augment import blur, jpeg, shrink
from training.datasets.crops import Crop, read_crop
from training.datasets.manifest import ManifestRow
from training.errors import ManifestError
from training.measuring.scoring import Change, ExportedNetwork

log = logging.getLogger(__name__)

IMAGE_DETECTORS = ("xception", "image_cnn")
# Losses met in the field, on crops of 224 pixels.
CHANGES: Mapping[str, Change] = {
    "jpeg_70": partial(jpeg, quality=70),
    "jpeg_40": partial(jpeg, quality=40),
    "half_size": partial(shrink, factor=0.5),
    "quarter_size": partial(shrink, factor=0.25),
    "blur_1_5_px": partial(blur, sigma_px=1.5),
    "darker": lambda crop: np.rint(crop * 0.45).astype(np.uint8),
    "half_size_jpeg_40": lambda crop: jpeg(shrink(crop, 0.5), 40),
}
UNTOUCHED = "none"

_FACTS = ("face_px", "brightness", "sharpness", "turn")
_KEYS = ("file", "group", "label", "weights")
_PART = 32
# The crops are tight, so the face detector is given room around them.
_PADDING_PX = 80


@dataclass(frozen=True, slots=True)
class CropScore:
    """One crop.

    Attributes:
        file, group, label: As in the manifest.
        weights: First 12 digits of the SHA-256 of each detector's network, joined by `+`.
        facts: `face_px` side of the crop before it was brought to 224 pixels, `brightness` mean
            of the gray values, `sharpness` as in `core.faces.quality`, `turn` how far the nose
            lies from the middle between the eyes, in eye distances: a proxy of yaw. NaN where
            it could not be told.
        scores: Detector id, or `<id>@<change>`, to score; only what was measured.
    """

    file: str
    group: str
    label: int
    weights: str
    facts: Mapping[str, float]
    scores: Mapping[str, float]


class CropScorer:
    """The shipped image detectors and the face detector, loaded once.

    Args:
        weights: Folder that holds a folder for each detector.
        images: Folder of the crops.
    """

    def __init__(self, weights: Path, images: Path) -> None:
        """Load the networks."""
        self._images = images
        self._networks: dict[str, tuple[ExportedNetwork, InputSpec]] = {}
        self._hashes: dict[str, str] = {}
        for detector_id in IMAGE_DETECTORS:
            card = read_card(weights / detector_id / "card.toml")
            if not isinstance(card.input, InputSpec):
                raise ManifestError("is no image detector's card", weights / detector_id)
            network = ExportedNetwork(weights / detector_id / "network.onnx")
            self._networks[detector_id] = network, card.input
            self._hashes[detector_id] = card.network_sha256[:12]
        self.weights = "+".join(self._hashes.values())
        self._faces: FaceDetector = load_face_detector("centerface")

    def score(
        self,
        rows: Sequence[ManifestRow],
        changes: Sequence[str],
        earlier: Mapping[str, CropScore],
    ) -> list[CropScore]:
        """Score some crops, untouched and after each of `changes`.

        Args:
            rows: The crops.
            changes: Keys of `CHANGES`.
            earlier: File name to its row of a table by other weights: its facts are taken over,
                and its scores by a detector whose weights are the same.
        """
        crops = [read_crop(self._images, row) for row in rows]
        columns: dict[str, np.ndarray] = {}
        for detector_id, (network, spec) in self._networks.items():
            for change in (UNTOUCHED, *changes):
                name = detector_id if change == UNTOUCHED else f"{detector_id}@{change}"
                known = self._known(detector_id, name, [earlier.get(row.file) for row in rows])
                if known is not None:
                    columns[name] = known
                    continue
                changed = [CHANGES[change](c) for c in crops] if change != UNTOUCHED else crops
                columns[name] = network.run(batch=to_batch(changed, spec))["score"][:, 0]
        return [
            CropScore(
                row.file,
                row.group,
                row.label,
                self.weights,
                self._facts(row, crop, earlier.get(row.file)),
                {name: float(column[index]) for name, column in columns.items()},
            )
            for index, (row, crop) in enumerate(zip(rows, crops, strict=True))
        ]

    def _known(
        self, detector_id: str, column: str, earlier: Sequence[CropScore | None]
    ) -> np.ndarray | None:
        """Scores that the same weights gave these crops before, if they gave all of them."""
        found = [
            one.scores[column]
            for one in earlier
            if one and column in one.scores and self._hashes[detector_id] in one.weights.split("+")
        ]
        return np.array(found) if len(found) == len(earlier) else None

    def _facts(
        self, row: ManifestRow, crop: Crop, earlier: CropScore | None
    ) -> Mapping[str, float]:
        return earlier.facts if earlier else facts_of(crop, row.face_px, self._faces)


def facts_of(crop: Crop, face_px: int, faces: FaceDetector) -> dict[str, float]:
    """Say what a crop is like; see `CropScore.facts`."""
    side = crop.shape[0]
    return {
        "face_px": float(face_px) if face_px else math.nan,
        "brightness": float(crop.mean()),
        "sharpness": sharpness(crop, (0, 0, crop.shape[1], side)),
        "turn": _turn(crop, faces),
    }


def _turn(crop: Crop, faces: FaceDetector) -> float:
    room = [(_PADDING_PX, _PADDING_PX)] * 2 + [(0, 0)]
    found = faces.detect(np.pad(crop, room))
    if not found or found[0].landmarks is None:
        return math.nan
    right_eye, left_eye, nose = np.asarray(found[0].landmarks, np.float64)[:3]
    axis = left_eye - right_eye
    distance = float(np.hypot(*axis))
    middle = (left_eye + right_eye) / 2
    return abs(float((nose - middle) @ axis)) / distance**2 if distance > 1 else math.nan


def score_crop_table(
    scorer: CropScorer, rows: Sequence[ManifestRow], changed: set[str], table: Path
) -> list[CropScore]:
    """Score what the table does not hold yet, and give all of it.

    Args:
        scorer: Of the detectors.
        rows: Crops to score.
        changed: Files of those that are also scored after each of `CHANGES`.
        table: CSV that is read and continued; rows of other weights are redone.
    """
    earlier = {one.file: one for one in read_crop_scores(table)} if table.is_file() else {}
    done = {file: one for file, one in earlier.items() if one.weights == scorer.weights}
    table.parent.mkdir(parents=True, exist_ok=True)
    for changes, part in (((), False), (tuple(CHANGES), True)):
        left = [row for row in rows if row.file not in done and (row.file in changed) == part]
        for start in range(0, len(left), _PART):
            found = scorer.score(left[start : start + _PART], changes, earlier)
            done |= {one.file: one for one in found}
            write_crop_scores([done[row.file] for row in rows if row.file in done], table)
            log.info("%d of %d crops", len(done), len(rows))
    return [done[row.file] for row in rows]


def write_crop_scores(scores: Sequence[CropScore], table: Path) -> None:
    """Write a table under a temporary name, then put it in place; an empty cell is no number."""
    names = sorted({name for one in scores for name in one.scores})
    partial_table = table.with_name(table.name + ".part")
    with partial_table.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow([*_KEYS, *_FACTS, *names])
        for one in scores:
            facts = [_cell(one.facts[name]) for name in _FACTS]
            cells = [_cell(one.scores.get(name, math.nan)) for name in names]
            writer.writerow([one.file, one.group, one.label, one.weights, *facts, *cells])
    partial_table.replace(table)


def _cell(value: float) -> str:
    return "" if math.isnan(value) else f"{value:.5g}"


def read_crop_scores(table: Path) -> list[CropScore]:
    """Read what `write_crop_scores` wrote.

    Raises:
        ManifestError: It is not such a table; names the line.
    """
    try:
        with table.open(encoding="utf-8", newline="") as stream:
            reader = csv.DictReader(stream)
            return [_parsed(table, reader.line_num, record) for record in reader]
    except OSError as error:
        raise ManifestError(f"cannot be read ({error.strerror})", table) from error


def _parsed(table: Path, number: int, record: dict[str, str]) -> CropScore:
    try:
        keys = [record.pop(name) for name in _KEYS]
        facts = {name: float(record.pop(name) or "nan") for name in _FACTS}
        scores = {name: float(text) for name, text in record.items() if text}
        return CropScore(keys[0], keys[1], int(keys[2]), keys[3], facts, scores)
    except (KeyError, TypeError, ValueError) as error:
        raise ManifestError(f"is not a row of crop scores ({error})", table, number) from error
