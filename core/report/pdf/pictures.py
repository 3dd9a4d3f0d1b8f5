# SPDX-License-Identifier: Apache-2.0
"""Key frames as pictures for the page: small enough to print, hashed as they are printed."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

import numpy as np

from core.dossier import Dossier, HeatMap, KeyFrame
from core.records import BBox, Pixels

# Two pictures a row on A4 are 85 mm wide: 250 dots an inch.
_MAX_SIDE_PX = 840
_CROP_PX = 420
# How much of the heat map covers the crop where it is hottest.
_HEAT_OPACITY = 0.65


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """A file for the template.

    Attributes:
        name: Of the file.
        data: PNG or JPEG.
        scale: Printed pixels for one pixel of the frame.
        size: Width and height in printed pixels.
    """

    name: str
    data: bytes
    sha256: str
    scale: float
    size: tuple[int, int]


def frame_picture(key: KeyFrame) -> Picture:
    """Make the whole frame a JPEG; the boxes are drawn by the template, as lines."""
    import cv2

    height, width = key.pixels.shape[:2]
    scale = min(1.0, _MAX_SIDE_PX / max(height, width))
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    pixels = key.pixels
    if scale < 1.0:
        pixels = np.asarray(cv2.resize(pixels, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)
    choice = key.choice
    name = f"person-{choice.track_id:03}-frame-{choice.frame_index:07}.jpg"
    return _picture(name, pixels, scale)


def heat_picture(key: KeyFrame) -> Picture | None:
    """Lay the heat map over the crop that the network saw; None where there is no map."""
    if key.heat_map is None:
        return None
    crop = _cut(key.pixels, key.heat_map.bbox)
    choice = key.choice
    name = f"person-{choice.track_id:03}-frame-{choice.frame_index:07}-heat.jpg"
    return _picture(name, _overlay(crop, key.heat_map), 1.0)


def pictures_of(dossier: Dossier) -> list[tuple[KeyFrame, Picture, Picture | None]]:
    """Make all pictures of a report, in order."""
    return [(key, frame_picture(key), heat_picture(key)) for key in dossier.key_frames]


def _picture(name: str, pixels: Pixels, scale: float) -> Picture:
    import cv2

    done, data = cv2.imencode(
        ".jpg", cv2.cvtColor(pixels, cv2.COLOR_RGB2BGR), [cv2.IMWRITE_JPEG_QUALITY, 88]
    )
    if not done:
        raise ValueError(f"expected pixels that JPEG can hold, got {pixels.shape}")
    content = data.tobytes()
    height, width = pixels.shape[:2]
    return Picture(name, content, hashlib.sha256(content).hexdigest(), scale, (width, height))


def _cut(pixels: Pixels, bbox: BBox) -> Pixels:
    """Cut the crop out; what lies beyond the frame's border is grey."""
    import cv2

    height, width = pixels.shape[:2]
    x0, y0, x1, y1 = (round(value) for value in bbox)
    side_x, side_y = max(x1 - x0, 1), max(y1 - y0, 1)
    out = np.full((side_y, side_x, 3), 128, dtype=np.uint8)
    left, top = max(x0, 0), max(y0, 0)
    right, bottom = min(x0 + side_x, width), min(y0 + side_y, height)
    if right > left and bottom > top:
        out[top - y0 : bottom - y0, left - x0 : right - x0] = pixels[top:bottom, left:right]
    shrink = _CROP_PX / max(side_x, side_y)
    size = (max(1, round(side_x * shrink)), max(1, round(side_y * shrink)))
    return np.asarray(cv2.resize(out, size, interpolation=cv2.INTER_LINEAR), dtype=np.uint8)


def _overlay(crop: Pixels, heat: HeatMap) -> Pixels:
    """Blend the map in; where it is 0 the crop is untouched. Cividis reads in grey print too."""
    import cv2

    height, width = crop.shape[:2]
    values = np.clip(
        cv2.resize(heat.values, (width, height), interpolation=cv2.INTER_LINEAR), 0.0, 1.0
    )
    index = np.asarray(np.rint(values * 255), dtype=np.uint8)
    colors = cv2.cvtColor(cv2.applyColorMap(index, cv2.COLORMAP_CIVIDIS), cv2.COLOR_BGR2RGB)
    weight = (values * _HEAT_OPACITY)[..., np.newaxis]
    mixed = crop * (1.0 - weight) + np.asarray(colors, dtype=np.float64) * weight
    return np.asarray(np.rint(mixed), dtype=np.uint8)
