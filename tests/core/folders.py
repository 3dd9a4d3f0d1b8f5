# SPDX-License-Identifier: Apache-2.0
"""Detectors' folders made at test time: tiny networks with weights that a test can reckon with.

They are fixtures, never shipped: a score of theirs means nothing.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

SIDE = 8
WINDOW, FEATURE_SIZE = 20, 4

Card = dict[str, Any]
Array = npt.NDArray[Any]


def image_network(*, gives_features: bool = True, side: int = SIDE) -> bytes:
    """Build `batch` to `features`, the mean of each channel and a constant, and a `score`."""
    from onnx import helper

    nodes = [
        helper.make_node("ReduceMean", ["batch"], ["means"], axes=[1, 2], keepdims=0),
        helper.make_node("Pad", ["means", "pads", "one"], ["features"]),
        helper.make_node("MatMul", ["features", "kernel"], ["logit"]),
        helper.make_node("Sigmoid", ["logit"], ["score"]),
    ]
    constants: dict[str, Array] = {
        "pads": np.array([0, 0, 0, 1], np.int64),
        "one": np.array(1, np.float32),
        "kernel": np.array([[2], [3], [-4], [0.5]], np.float32),
    }
    outputs = {"score": (1,), **({"features": (FEATURE_SIZE,)} if gives_features else {})}
    return network(nodes, {"batch": (side, side, 3)}, outputs, constants)


def sequence_network(window: int = WINDOW) -> bytes:
    """Build `features` and `mask` to `score`, the sigmoid of the sum of what is present."""
    from onnx import TensorProto, helper

    nodes = [
        helper.make_node("Cast", ["mask"], ["present"], to=TensorProto.FLOAT),
        helper.make_node("Unsqueeze", ["present", "last"], ["column"]),
        helper.make_node("Mul", ["features", "column"], ["kept"]),
        helper.make_node("ReduceSum", ["kept", "inner"], ["sum"], keepdims=0),
        helper.make_node("Unsqueeze", ["sum", "first"], ["logit"]),
        helper.make_node("Sigmoid", ["logit"], ["score"]),
    ]
    constants: dict[str, Array] = {
        "last": np.array([2], np.int64),
        "inner": np.array([1, 2], np.int64),
        "first": np.array([1], np.int64),
    }
    inputs = {"features": (window, FEATURE_SIZE), "mask": (window,)}
    return network(nodes, inputs, {"score": (1,)}, constants)


def network(
    nodes: list[Any],
    inputs: Mapping[str, tuple[int, ...]],
    outputs: Mapping[str, tuple[int, ...]],
    constants: Mapping[str, Array] | None = None,
) -> bytes:
    """Wrap nodes as an ONNX file; the batch axis is added, `mask` is bool, the rest float32."""
    from onnx import TensorProto, helper, numpy_helper

    def tensors(shapes: Mapping[str, tuple[int, ...]]) -> list[Any]:
        kinds = {name: TensorProto.BOOL if name == "mask" else TensorProto.FLOAT for name in shapes}
        return [
            helper.make_tensor_value_info(name, kinds[name], ["N", *shape])
            for name, shape in shapes.items()
        ]

    initializers = [numpy_helper.from_array(v, k) for k, v in (constants or {}).items()]
    graph = helper.make_graph(nodes, "test", tensors(inputs), tensors(outputs), initializers)
    opset = [helper.make_opsetid("", 17)]
    made: bytes = helper.make_model(graph, opset_imports=opset, ir_version=8).SerializeToString()
    return made


def image_card(detector_id: str = "xception", side: int = SIDE) -> Card:
    """A whole card of an image detector, but for the file's hash."""
    return {
        "id": detector_id,
        "title": f"Test {detector_id}",
        "kind": "image",
        "version": "0.1",
        "date": "2026-11-23",
        "license": "Apache-2.0",
        "paper": "",
        "input": {
            "height": side,
            "width": side,
            "low": -1.0,
            "high": 1.0,
            "color_order": "RGB",
            "crop_scale": 1.3,
            "crop_shift_x": 0.0,
            "crop_shift_y": -0.05,
            "interpolation": "area",
        },
        "validation": {"auc": 0.75, "auc_ci95": [0.7, 0.8]},
        "calibration": {
            "slope": 0.8,
            "intercept": -0.2,
            "log10_lr_min": -1.5,
            "log10_lr_max": 1.5,
        },
        "operating_points": {"support_threshold": 0.8, "no_support_threshold": 0.3},
        "limits": {"text": ["Made for a test."]},
    }


def sequence_card(detector_id: str = "xception_gru", trunk: str = "xception") -> Card:
    """A whole card of a sequence detector, but for the file's hash."""
    sequence = {"window": WINDOW, "feature_size": FEATURE_SIZE, "trunk": trunk}
    return {**image_card(detector_id), "kind": "sequence", "input": sequence}


def write_folder(root: Path, card: Card, content: bytes) -> Path:
    """Write a folder with its card, the hash filled in unless the card has one."""
    folder = root / str(card["id"])
    folder.mkdir(parents=True)
    (folder / "network.onnx").write_bytes(content)
    files = {"network.onnx": hashlib.sha256(content).hexdigest()}
    write_card(folder, {"files": files, **card})
    return folder


def write_card(folder: Path, card: Card) -> None:
    """Write a card as TOML, whose plain values and lists look as JSON's do."""
    plain = {key: value for key, value in card.items() if not isinstance(value, dict)}
    lines = [f"{json.dumps(key)} = {json.dumps(value)}" for key, value in plain.items()]
    for name, table in card.items():
        if isinstance(table, dict):
            lines.append(f"[{name}]")
            lines += [f"{json.dumps(key)} = {json.dumps(value)}" for key, value in table.items()]
    (folder / "card.toml").write_text("\n".join(lines), "utf-8")
