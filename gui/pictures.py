# SPDX-License-Identifier: Apache-2.0
"""The record that carries a decoded frame from a worker to the viewer."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QImage


@dataclass(frozen=True, slots=True, eq=False)
class ShownFrame:
    """The frame in the viewer.

    Attributes:
        image: As displayed; may be smaller than the frame when that is very large.
        width, height: Pixels of the frame itself; boxes are in these.
    """

    job_id: int
    frame_index: int
    time_s: float
    image: QImage
    width: int
    height: int
