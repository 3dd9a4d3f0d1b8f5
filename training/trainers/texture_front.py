# SPDX-License-Identifier: Apache-2.0
"""Convolutions of `image_cnn` that measure how strong each kind of texture is at each place.

`image_cnn` has 51 million weights in one dense kernel and no normalization: trained as a whole, it
learns too little from a data set of this size. So its convolutions are set, not trained, and its
dense layers are trained on what they measure. In the terms of the network:

- the first convolution holds the filters of `residual_filters`, each beside its negative, so that
  rectified they give the answer's magnitude; the pool takes the largest of 2 x 2;
- the second and the third take means over 3 x 3 places, together over 10 x 10 pixels;
- the third does so four times for each filter, each time less a knot: what is left after
  rectification, added with the slopes between knots, follows the logarithm of the magnitude.

The dense layers then read the logarithms' means over cells of 16 x 16 pixels. All that is linear
after the third convolution, so `unfold` writes it into the large dense kernel, exactly.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import keras
import numpy as np
from keras import layers, ops
from numpy.typing import NDArray

from core.networks.image_cnn import SIZE_PX
from training.trainers.residual_filters import COUNT, bank

STRIDE = 4
CELL = 4
CELLS = SIZE_PX // (STRIDE * CELL)
# Numbers that describe a crop.
MEASURES = CELLS * CELLS * COUNT

_KNOTS = 4
_POINTS = (0.02, 0.25, 0.6, 0.9, 0.995)

Array = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Scale:
    """How strong the filters answer on training crops.

    Attributes:
        units: float32 (32,): what a filter's magnitudes are divided by, its 90th percentile.
        knots: float32 (32, 4): where slopes change, in these units.
        slopes: float32 (32, 4): by how much they change there.
    """

    units: Array
    knots: Array
    slopes: Array

    def save(self, path: Path) -> None:
        """Write an NPZ file."""
        np.savez(path, allow_pickle=False, units=self.units, knots=self.knots, slopes=self.slopes)

    @classmethod
    def load(cls, path: Path) -> Scale:
        """Read what `save` wrote."""
        with np.load(path, allow_pickle=False) as file:
            return cls(file["units"], file["knots"], file["slopes"])


def build_magnitudes() -> keras.Model:
    """Build what measures magnitudes: float32 (N, 224, 224, 3) in [0, 1] to (N, 56, 56, 32)."""
    batch = keras.Input((SIZE_PX, SIZE_PX, 3), name="batch")
    first = layers.Conv2D(COUNT, 7, padding="same", use_bias=False, name="filters")
    x = first(batch)
    x = ops.max_pool(ops.relu(x), 2) + ops.max_pool(ops.relu(-x), 2)
    means = [
        layers.DepthwiseConv2D(3, padding="same", use_bias=False, name=name)
        for name in ("mean1", "mean2")
    ]
    for mean in means:
        x = mean(x)
    network = keras.Model(batch, ops.max_pool(x, 2), name="magnitudes")
    first.kernel.assign(bank())
    for mean in means:
        mean.kernel.assign(np.full((3, 3, COUNT, 1), 1 / 9, np.float32))
    return network


def scale_of(magnitudes: Array) -> Scale:
    """Find units, knots and slopes.

    Args:
        magnitudes: float32 (N, 56, 56, 32), of training crops.

    Raises:
        ValueError: A filter does not answer at all: the crops are without texture.
    """
    points = np.quantile(magnitudes.reshape(-1, COUNT), _POINTS, axis=0).T
    if (np.diff(points) <= 0).any() or points.min() <= 0:
        raise ValueError("the crops have no texture to measure")
    units = points[:, _KNOTS - 1]
    points = points / units[:, None]
    steepness = np.diff(np.log(points)) / np.diff(points)
    slopes = np.diff(steepness, prepend=0.0)
    return Scale(*(one.astype(np.float32) for one in (units, points[:, :_KNOTS], slopes)))


def build_measures(scale: Scale) -> keras.Model:
    """Build what describes a crop: float32 (N, 224, 224, 3) in [0, 1] to (N, MEASURES)."""
    batch = keras.Input((SIZE_PX, SIZE_PX, 3), name="batch")
    magnitudes = build_magnitudes()(batch) / scale.units
    logarithm: Any = 0.0
    for knot, slope in zip(scale.knots.T, scale.slopes.T, strict=True):
        logarithm = logarithm + ops.relu(magnitudes - knot) * slope
    means = ops.average_pool(logarithm, CELL)
    return keras.Model(batch, layers.Flatten()(means), name="measures")


def mirrored(measures: Array) -> Array:
    """Give the measures, (N, MEASURES), of the crops with left and right exchanged.

    The filters are even or odd, so that magnitudes only change places.
    """
    grid = measures.reshape(-1, CELLS, CELLS, COUNT)
    return grid[:, :, ::-1].reshape(len(measures), MEASURES)


def unfold(scale: Scale, head: Mapping[str, Array], epsilon: float) -> dict[str, Array]:
    """Write front and trained dense layers as weights of `image_cnn`.

    The scale of each channel between the third convolution and the large dense kernel is free. It
    is chosen so that the kernel's weights are alike in size, since they are stored in 8 bits
    (Nagel, M. et al. (2019), "Data-Free Quantization Through Weight Equalization and Bias
    Correction", ICCV).

    Args:
        scale: Of the front.
        head: Variable path to value: `measured` and `dense1_bn` (batch normalization), `dense1`,
            `dense2`, `score`.
        epsilon: Of both batch normalizations.

    Returns:
        Variable path to value, of `core.networks.image_cnn`.
    """
    first = bank() / scale.units
    signed = np.stack([first, -first], axis=-1).reshape(*first.shape[:3], 2 * COUNT)
    filters = COUNT * _KNOTS
    second = np.zeros((3, 3, 2 * COUNT, filters), np.float32)
    third = np.zeros((3, 3, filters, filters), np.float32)
    for one in range(COUNT):
        second[:, :, 2 * one : 2 * one + 2, one] = 1 / 9
        third[:, :, one, one * _KNOTS : (one + 1) * _KNOTS] = 1 / 9
    kernel, bias = _dense(head, epsilon)
    cells = kernel.reshape(CELLS, CELLS, COUNT, 1, -1) * scale.slopes[:, :, None]
    places = cells.reshape(CELLS, CELLS, filters, -1) / np.float32(CELL * CELL)
    strengths = np.sqrt(np.mean(places**2, axis=(0, 1, 3)))
    places = places / strengths[:, None]
    places = places.repeat(CELL, axis=0).repeat(CELL, axis=1)
    own = {f"{layer}/{part}" for layer in ("dense2", "score") for part in ("kernel", "bias")}
    return {path: head[path] for path in own} | {
        "conv1/kernel": signed,
        "conv1/bias": np.zeros(2 * COUNT, np.float32),
        "conv2/kernel": second,
        "conv2/bias": np.zeros(filters, np.float32),
        "conv3/kernel": third * strengths,
        "conv3/bias": -scale.knots.reshape(-1) * strengths,
        "dense1/kernel": places.reshape(-1, kernel.shape[1]),
        "dense1/bias": bias,
    }


def _dense(head: Mapping[str, Array], epsilon: float) -> tuple[Array, Array]:
    """The first dense layer with the normalizations before and after it."""
    gains, offsets = {}, {}
    for name in ("measured", "dense1_bn"):
        variance = head[f"{name}/moving_variance"]
        gain = np.float64(1) / np.sqrt(variance + np.float64(epsilon))
        gains[name] = gain * head.get(f"{name}/gamma", 1.0)
        offsets[name] = head.get(f"{name}/beta", 0.0) - head[f"{name}/moving_mean"] * gains[name]
    kernel = head["dense1/kernel"].astype(np.float64)
    bias = head["dense1/bias"] + offsets["measured"] @ kernel
    kernel = kernel * gains["measured"][:, None] * gains["dense1_bn"]
    bias = bias * gains["dense1_bn"] + offsets["dense1_bn"]
    return kernel.astype(np.float32), bias.astype(np.float32)
