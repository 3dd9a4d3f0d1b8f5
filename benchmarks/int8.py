# SPDX-License-Identifier: Apache-2.0
"""What 8-bit arithmetic would cost and gain the `xception` network: accuracy and time, measured.

Static quantization by ONNX Runtime, calibrated on real and fake training crops: activations and
weights of all convolutions in 8 bits, weights by channel. Figures on validation crops that
calibration has not seen; time by the median of runs that alternate between both networks.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from pathlib import Path
from typing import Any

import numpy as np
from onnxruntime.quantization import (
    CalibrationDataReader,
    CalibrationMethod,
    QuantFormat,
    QuantType,
    quantize_static,
)
from onnxruntime.quantization.shape_inference import quant_pre_process

from core.cards import read_card
from core.networks.onnx_weights import read_keras_weights
from core.preprocess.tensors import to_batch
from training import presets
from training.datasets.crops import read_crop
from training.datasets.splits import Split
from training.graphs.onnx_networks import graph_of
from training.measuring import metrics
from training.measuring.evaluate import figures_of
from training.measuring.scoring import ExportedNetwork, ScoreTable, draw, score_crops
from training.workspace import Workspace

_TIMED_BATCH, _ROUNDS = 8, 15


class Crops(CalibrationDataReader):  # type: ignore[misc]
    """Training crops, one batch after the other."""

    def __init__(self, work: Workspace, per_class: int) -> None:
        """Draw the crops."""
        self._images = work.images()
        self._rows = iter(draw(work.rows(), Split.TRAIN, per_class, seed=31))

    def get_next(self) -> dict[str, np.ndarray] | None:
        """Give the next crop as a batch of one."""
        row = next(self._rows, None)
        if row is None:
            return None
        return {"batch": to_batch([read_crop(self._images, row)], presets.XCEPTION_INPUT)}


def quantized(exact: bytes, reader: Crops, folder: Path, method: CalibrationMethod) -> bytes:
    """Turn a float32 network into an 8-bit one."""
    source, ready, out = (folder / name for name in ("exact.onnx", "ready.onnx", "int8.onnx"))
    source.write_bytes(exact)
    quant_pre_process(str(source), str(ready), skip_symbolic_shape=True)
    quantize_static(
        str(ready),
        str(out),
        reader,
        quant_format=QuantFormat.QDQ,
        per_channel=True,
        activation_type=QuantType.QUInt8,
        weight_type=QuantType.QInt8,
        op_types_to_quantize=["Conv"],
        calibrate_method=method,
    )
    return out.read_bytes()


def seconds(networks: list[ExportedNetwork], batch: np.ndarray) -> list[float]:
    """Median seconds of a batch for each network; they take turns, so that load strikes both."""
    taken: list[list[float]] = [[] for _ in networks]
    for _ in range(_ROUNDS):
        for network, times in zip(networks, taken, strict=True):
            started = time.perf_counter()
            network.run(batch=batch)
            times.append(time.perf_counter() - started)
    return [float(np.median(times)) for times in taken]


def loss_interval(exact: ScoreTable, small: ScoreTable, rounds: int = 1000) -> list[float]:
    """95 % bootstrap interval, by video, of the AUC lost."""
    rng = np.random.default_rng(4)
    names = sorted(set(exact.groups))
    members: dict[str, list[int]] = {name: [] for name in names}
    for index, group in enumerate(exact.groups):
        members[group].append(index)
    lost = []
    for _ in range(rounds):
        drawn = [i for k in rng.integers(len(names), size=len(names)) for i in members[names[k]]]
        labels = exact.labels[drawn]
        lost.append(
            metrics.auc(labels, exact.scores[drawn]) - metrics.auc(labels, small.scores[drawn])
        )
    return [round(float(value), 4) for value in np.percentile(lost, [2.5, 97.5])]


def study(weights: Path, work: Workspace, calibration: int, per_class: int) -> dict[str, Any]:
    """Measure both networks on the same crops."""
    spec = presets.XCEPTION_INPUT
    arrays = read_keras_weights(weights / "network.onnx")
    exact = graph_of("xception", arrays, spec.height, spec.width, is_compact=False)
    content = exact.SerializeToString()
    with tempfile.TemporaryDirectory() as folder:
        reader = Crops(work, calibration)
        data = quantized(content, reader, Path(folder), CalibrationMethod.Percentile)
    networks = [ExportedNetwork(content, threads=1), ExportedNetwork(data, threads=1)]
    rows = draw(work.rows(), Split.VALIDATION, per_class, presets.DRAW_SEEDS[Split.VALIDATION])
    tables = [score_crops(network, rows, work.images(), spec) for network in networks]
    batch = to_batch([read_crop(work.images(), row) for row in rows[:_TIMED_BATCH]], spec)
    times = seconds(networks, batch)
    difference = np.abs(tables[0].scores - tables[1].scores)
    return {
        "weights": read_card(weights / "card.toml").network_sha256[:12],
        "calibration_crops": 2 * calibration,
        "float32": figures_of(tables[0]),
        "int8": figures_of(tables[1]),
        "auc_lost": round(
            metrics.auc(tables[0].labels, tables[0].scores)
            - metrics.auc(tables[1].labels, tables[1].scores),
            4,
        ),
        "auc_lost_ci95": loss_interval(tables[0], tables[1]),
        "score_difference_mean": round(float(difference.mean()), 4),
        "score_difference_max": round(float(difference.max()), 4),
        "times_as_fast": round(times[0] / times[1], 2),
        "size_bytes": [len(content), len(data)],
    }


def main() -> None:
    """Print figures as JSON, and write them where asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights", type=Path, default=Path("resources/weights/xception"))
    parser.add_argument("--work", type=Path, default=Path("training-work"))
    parser.add_argument("--calibration", type=int, default=64, help="crops of each class")
    parser.add_argument("--per-class", type=int, default=250)
    parser.add_argument("--out", type=Path, help="JSON to write as well")
    options = parser.parse_args()
    found = study(options.weights, Workspace(options.work), options.calibration, options.per_class)
    text = json.dumps(found, indent=1) + "\n"
    if options.out:
        options.out.write_text(text, "utf-8")
    print(text)


if __name__ == "__main__":
    main()
