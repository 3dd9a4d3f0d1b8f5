# SPDX-License-Identifier: Apache-2.0
"""The records that carry pictures from workers to the views."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QImage

from core.dossier import KeyFrameReason
from core.records import BBox, Pixels


@dataclass(frozen=True, slots=True, eq=False)
class ShownFrame:
    """The frame in the viewer.

    Attributes:
        pixels: uint8 (height, width, 3) RGB of the frame itself, for a closer look at a face.
        image: As displayed; may be smaller than the frame when that is very large.
        width, height: Pixels of the frame itself; boxes are in these.
    """

    job_id: int
    frame_index: int
    time_s: float
    image: QImage
    width: int
    height: int
    pixels: Pixels


@dataclass(frozen=True, slots=True, eq=False)
class ShownFace:
    """A face as a network read it.

    Attributes:
        crop: In the network's own size.
        place: The crop's square in pixels of the frame.
        can_explain: Whether there is a way to map what moved this network.
        heat: What moved the network, in colors with transparency, over the whole crop; None
            where it was not asked for.
        is_flat: Nothing moved the network towards manipulated: the map is empty.
    """

    job_id: int
    frame_index: int
    track_id: int
    detector_id: str
    crop: QImage
    place: BBox
    can_explain: bool
    heat: QImage | None = None
    is_flat: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Thumbnail:
    """A key frame in small: the surroundings of one person's face.

    Attributes:
        score: The score that the frame was chosen by, or None.
        image: None where the frame could not be read again.
    """

    job_id: int
    track_id: int
    frame_index: int
    time_s: float
    reason: KeyFrameReason
    score: float | None
    image: QImage | None
