# SPDX-License-Identifier: Apache-2.0
"""Filters that answer to texture and not to what a picture shows.

The traces of manipulation lie in what is left when contours and brightness are taken away:
Fridrich, J. and Kodovsky, J. (2012), "Rich Models for Steganalysis of Digital Images", IEEE TIFS
7(3), whose filter of 5 x 5 pixels is among them; as the first convolution of a network Rao, Y. and
Ni, J. (2016), "A Deep Learning Approach to Detection of Splicing and Copy-Move Forgeries in
Images", WIFS. The others are the undecimated cosine basis of 3 x 3 pixels (Holub, V. and Fridrich,
J. (2015), "Low-Complexity Features for JPEG Steganalysis Using Undecimated DCT", IEEE TIFS 10(2))
on brightness and color at two scales, and mean brightness and color.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

SIDE = 7
COUNT = 32

Array = NDArray[np.float32]
_Plane = NDArray[np.float64]
_Color = tuple[float, float, float]

# ITU-R BT.601: brightness, blue and red difference from RGB.
_Y: _Color = (0.299, 0.587, 0.114)
_CB: _Color = (-0.168736, -0.331264, 0.5)
_CR: _Color = (0.5, -0.418688, -0.081312)

_COSINES = np.array([[1, 1, 1], [1, 0, -1], [1, -2, 1]]) / np.sqrt([[3], [2], [6]])
_FIVE_BY_FIVE = (
    np.array(
        [
            [-1, 2, -2, 2, -1],
            [2, -6, 8, -6, 2],
            [-2, 8, -12, 8, -2],
            [2, -6, 8, -6, 2],
            [-1, 2, -2, 2, -1],
        ]
    )
    / 12
)
_MEAN = np.full((SIDE, SIDE), 1 / SIDE)


def bank() -> Array:
    """Give the filters: float32 (7, 7, 3, 32); the last three are means, all others sum to 0."""
    filters = [_on(color, plane) for color, plane in _planes()]
    return np.stack(filters, axis=-1).astype(np.float32)


def _planes() -> Iterator[tuple[_Color, _Plane]]:
    for scale in (1, 2):
        for down, across in [(i, j) for i in range(3) for j in range(3) if i or j]:
            yield _Y, _cosine(down, across, scale)
    for color in (_CB, _CR):
        for scale in (1, 2):
            for down, across in ((0, 1), (1, 0), (1, 1)):
                yield color, _cosine(down, across, scale)
    yield _Y, _FIVE_BY_FIVE
    for color in (_Y, _CB, _CR):
        yield color, _MEAN


def _cosine(down: int, across: int, scale: int) -> _Plane:
    """A function of the 3 x 3 cosine basis, each of its values drawn `scale` pixels wide."""
    plane = np.outer(_COSINES[down], _COSINES[across])
    return np.asarray(np.kron(plane, np.ones((scale, scale))) / scale, np.float64)


def _on(color: _Color, plane: _Plane) -> _Plane:
    kernel = np.zeros((SIDE, SIDE))
    height, width = plane.shape
    top, left = (SIDE - height) // 2, (SIDE - width) // 2
    kernel[top : top + height, left : left + width] = plane
    return np.asarray(kernel[..., None] * np.array(color), np.float64)
