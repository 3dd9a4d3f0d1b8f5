# SPDX-License-Identifier: Apache-2.0
"""A rival on the same files: MesoNet's Meso4 with its public weights.

Afchar, D., Nozick, V., Yamagishi, J. and Echizen, I. (2018), "MesoNet: a Compact Facial Video
Forgery Detection Network", WIFS, arXiv:1809.00888; network and weights (Apache-2.0) from the
public repository DariusAf/MesoNet. Neither is part of FaceWitness: give the path of a weights file.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import cv2
import h5py
import keras
import numpy as np

from training.datasets.clip_crops import source_of
from training.datasets.crops import read_crop
from training.measuring.clip_figures import clip_rows
from training.measuring.crop_scores import read_crop_scores
from training.measuring.evaluate import figures_of
from training.measuring.scoring import ScoreTable
from training.workspace import Workspace

SIDE_PX = 256
PARAMETERS = 28_073
BLOCKS = ((8, 3, 2), (8, 5, 2), (16, 5, 2), (16, 5, 4))


def build_meso4() -> keras.Model:
    """Build Meso4: RGB in [0, 1], (N, 256, 256, 3), to the probability of a real face."""
    from keras import layers

    inputs = x = keras.Input((SIDE_PX, SIDE_PX, 3))
    for filters, size, pool in BLOCKS:
        x = layers.Conv2D(filters, size, padding="same", activation="relu")(x)
        x = layers.BatchNormalization()(x)
        x = layers.MaxPooling2D(pool, padding="same")(x)
    x = layers.Dense(16)(layers.Flatten()(x))
    x = layers.LeakyReLU(negative_slope=0.1)(x)
    network = keras.Model(inputs, layers.Dense(1, activation="sigmoid")(x))
    if network.count_params() != PARAMETERS:
        raise ValueError(f"expected {PARAMETERS} parameters, got {network.count_params()}")
    return network


def load(network: keras.Model, path: Path) -> None:
    """Put the arrays of a published weights file into the network, layer by layer."""
    names = {
        keras.layers.Conv2D: ("conv2d_", ("kernel", "bias")),
        keras.layers.BatchNormalization: (
            "batch_normalization_",
            ("gamma", "beta", "moving_mean", "moving_variance"),
        ),
        keras.layers.Dense: ("dense_", ("kernel", "bias")),
    }
    with h5py.File(path) as file:
        for kind, (prefix, arrays) in names.items():
            stored = sorted(
                (name for name in file if name.startswith(prefix)),
                key=lambda name: int(name.rpartition("_")[2]),
            )
            own = [layer for layer in network.layers if type(layer) is kind]
            for layer, name in zip(own, stored, strict=True):
                layer.set_weights([file[f"{name}/{name}/{array}:0"][()] for array in arrays])


def fakeness(network: keras.Model, crops: list[np.ndarray]) -> np.ndarray:
    """Score RGB crops; 1 is fake."""
    sized = [cv2.resize(one, (SIDE_PX, SIDE_PX), interpolation=cv2.INTER_LINEAR) for one in crops]
    batch = np.stack(sized).astype(np.float32) / 255
    return 1 - np.asarray(network.predict_on_batch(batch), np.float64)[:, 0]


def on_crops(network: keras.Model, work: Workspace, known: Path) -> ScoreTable:
    """Score the validation crops that `measure` scored."""
    files = {one.file for one in read_crop_scores(known)}
    rows = [row for row in work.rows() if row.file in files]
    found = [
        fakeness(network, [read_crop(work.images(), row) for row in rows[start : start + 16]])
        for start in range(0, len(rows), 16)
    ]
    names = tuple(row.file for row in rows)
    labels = np.array([row.label for row in rows], np.int64)
    return ScoreTable(names, tuple(row.group for row in rows), labels, np.concatenate(found))


def on_clips(network: keras.Model, folder: Path) -> ScoreTable:
    """Score the validation clips by the mean of their crops."""
    clips = clip_rows(folder)
    scores = [
        float(fakeness(network, [read_crop(folder, row) for row in rows]).mean())
        for rows in clips.values()
    ]
    firsts = [rows[0] for rows in clips.values()]
    labels = np.array([row.label for row in firsts], np.int64)
    groups = tuple(source_of(row) for row in firsts)
    return ScoreTable(tuple(clips), groups, labels, np.array(scores))


def main() -> None:
    """Print figures as JSON, and write them where asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights", type=Path, nargs="+", help="Meso4_DF.h5, Meso4_F2F.h5")
    parser.add_argument("--work", type=Path, default=Path("training-work"))
    parser.add_argument("--crops", type=Path, default=Path("docs/validation/crops.csv"))
    parser.add_argument("--out", type=Path, help="JSON to write as well")
    options = parser.parse_args()
    work, found = Workspace(options.work), {}
    for path in options.weights:
        network = build_meso4()
        load(network, path)
        found[path.stem] = {
            "crops": figures_of(on_crops(network, work, options.crops)),
            "clips": figures_of(on_clips(network, work.validation_clips)),
        }
    text = json.dumps(found, indent=1) + "\n"
    if options.out:
        options.out.write_text(text, "utf-8")
    print(text)


if __name__ == "__main__":
    main()
