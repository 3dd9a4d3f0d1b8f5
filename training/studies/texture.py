# SPDX-License-Identifier: Apache-2.0
"""How good `image_cnn` gets with fewer crops, and with parts of what its front measures."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from training.trainers.measured_crops import Measured
from training.trainers.residual_filters import COUNT
from training.trainers.texture_front import CELLS

SHARES = (1 / 32, 1 / 8, 1 / 2)
# Of 14 x 14 cells: the 128 x 128 pixels in the middle of a crop.
_MIDDLE = slice(3, 11)
_BRIGHTNESS = (*range(16), 28, 29)
_MEANS = (29, 30, 31)


@dataclass(frozen=True, slots=True)
class Variant:
    """One training of the dense layers.

    Attributes:
        name: Of its folder.
        title: What is left out.
        share: Of the measured crops that are used, the first ones.
        keeps: bool (CELLS, CELLS, 32): measures that are not put to 0.
    """

    name: str
    title: str
    share: float
    keeps: NDArray[np.bool_]

    def of(self, data: Measured) -> Measured:
        """Give what of the measures this training may see."""
        measures, labels = data
        count = round(len(measures) * self.share)
        return np.where(self.keeps.ravel(), measures[:count], np.float16(0)), labels[:count]


def variants() -> tuple[Variant, ...]:
    """Give all trainings, the one with everything in the middle."""
    everything = np.ones((CELLS, CELLS, COUNT), bool)
    middle = np.zeros_like(everything)
    middle[_MIDDLE, _MIDDLE] = True
    brightness = np.zeros_like(everything)
    brightness[..., _BRIGHTNESS] = True
    residuals = everything.copy()
    residuals[..., _MEANS] = False
    fewer = (Variant(f"share_{share:.3f}", "fewer crops", share, everything) for share in SHARES)
    return (
        *fewer,
        Variant("whole", "everything", 1.0, everything),
        Variant("residuals", "without mean brightness and color", 1.0, residuals),
        Variant("brightness", "without color", 1.0, brightness),
        Variant("middle", "without the outer cells: 128 x 128 pixels in the middle", 1.0, middle),
    )
