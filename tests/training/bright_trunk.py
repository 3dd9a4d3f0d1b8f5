# SPDX-License-Identifier: Apache-2.0
"""A trunk and head that say how bright a crop is."""

from __future__ import annotations

from typing import Any

import numpy as np

from training.measuring.scoring import ExportedNetwork


class BrightTrunk(ExportedNetwork):
    """Stands in for `xception` and, given windows, for `xception_gru`."""

    def __init__(self) -> None:
        """Load nothing."""

    def run(self, **inputs: Any) -> dict[str, np.ndarray]:
        """Give brightness as score and as each feature."""
        if "mask" in inputs:
            present = inputs["mask"][0]
            return {"score": inputs["features"][0, present, 0].mean().reshape(1, 1)}
        bright = (inputs["batch"].mean(axis=(1, 2, 3)) + 1) / 2
        return {"score": bright[:, None], "features": np.repeat(bright[:, None], 2048, axis=1)}
