# SPDX-License-Identifier: Apache-2.0
"""The peer: every fifth frame of a video scored the way most scripts do it.

`cv2.VideoCapture` for decoding, OpenCV's Haar cascade on each frame, the largest face, Keras
`model.predict` for each face and each network, then once for the sequence.
"""

from __future__ import annotations

import argparse
import json

import cv2
import numpy as np

from core.networks import build_network
from core.networks.onnx_weights import load_into
from core.preprocess.align import crop_face
from core.preprocess.tensors import to_batch
from core.records import InputSpec
from core.weights import find_weights, read_network


def main() -> None:
    """Score one file and print the scores as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("video")
    parser.add_argument("--every", type=int, default=5)
    parser.add_argument("--detectors", default="xception,xception_gru,image_cnn")
    options = parser.parse_args()
    wanted = options.detectors.split(",")

    folders = {folder.id: folder for folder in find_weights() if folder.id in wanted}
    networks = {}
    for name, folder in folders.items():
        spec = folder.card.input
        size = (spec.height, spec.width) if isinstance(spec, InputSpec) else ()
        networks[name] = build_network(name, *size)
        load_into(networks[name], read_network(folder))
    cascade = cv2.CascadeClassifier(cv2.data.haarcascades + "haarcascade_frontalface_default.xml")
    capture = cv2.VideoCapture(options.video)
    scores: dict[str, list[float]] = {name: [] for name in networks}
    features: list[np.ndarray] = []
    index = 0
    while True:
        ok, bgr = capture.read()
        if not ok:
            break
        if index % options.every == 0:
            faces = cascade.detectMultiScale(cv2.cvtColor(bgr, cv2.COLOR_BGR2GRAY), 1.1, 5)
            if len(faces):
                x, y, w, h = max(faces, key=lambda face: face[2] * face[3])
                rgb = cv2.cvtColor(bgr, cv2.COLOR_BGR2RGB)
                for name, network in networks.items():
                    if name == "xception_gru":
                        continue
                    spec = folders[name].card.input
                    batch = to_batch([crop_face(rgb, (x, y, x + w, y + h), spec)], spec)
                    out = network.predict(batch, verbose=0)
                    scores[name].append(float(out["score"][0, 0]))
                    if "features" in out:
                        features.append(out["features"][0])
        index += 1
    if "xception_gru" in networks and features:
        chosen = np.linspace(0, len(features) - 1, 20).round().astype(int)
        window = np.stack([features[i] for i in chosen])[None]
        mask = np.ones((1, 20), dtype=bool)
        out = networks["xception_gru"].predict({"features": window, "mask": mask}, verbose=0)
        scores["xception_gru"].append(float(out["score"][0, 0]))
    print(
        json.dumps({name: {"n": len(v), "mean": float(np.mean(v))} for name, v in scores.items()})
    )


if __name__ == "__main__":
    main()
