# SPDX-License-Identifier: Apache-2.0
"""Decoded video frames to RGB pixels as a player displays them."""

from __future__ import annotations

import math
import struct
from collections.abc import Iterable
from fractions import Fraction
from typing import Any, cast

import numpy as np
from av.video.frame import VideoFrame
from av.video.reformatter import VideoReformatter

from core.records import Pixels

Matrix = tuple[int, ...]
_HDR_TRANSFERS = {16: "PQ", 18: "HLG"}


class Display:
    """Converts frames of one stream; keeps the converter, which is costly to set up."""

    def __init__(self) -> None:
        """Start without a converter."""
        self._reformatter = VideoReformatter()

    def rgb(self, frame: VideoFrame) -> Pixels:
        """Convert to RGB, then turn and mirror as the frame's display matrix says.

        Returns:
            uint8 (height, width, 3) RGB; a view of the converted frame, which it keeps alive.
        """
        converted = self._reformatter.reformat(frame, format="rgb24", threads=1)
        plane = converted.planes[0]
        shape, strides = (frame.height, frame.width, 3), (plane.line_size, 3, 1)
        pixels: Pixels = np.ndarray(shape, np.uint8, memoryview(plane), strides=strides)
        return oriented(pixels, display_matrix(frame))


def display_matrix(frame: VideoFrame) -> Matrix | None:
    """The nine numbers of the container's display matrix, or None."""
    # The container iterates over the data themselves; PyAV's stub says over names.
    for data in cast("Iterable[Any]", frame.side_data):
        if data.type.name == "DISPLAYMATRIX":
            return struct.unpack("=9i", bytes(data)[:36])
    return None


def rotation_degrees(matrix: Matrix | None) -> int:
    """Clockwise turn in whole degrees, 0 to 359."""
    if matrix is None:
        return 0
    along_x = math.hypot(matrix[0], matrix[3]) or 1.0
    along_y = math.hypot(matrix[1], matrix[4]) or 1.0
    return round(math.degrees(math.atan2(matrix[1] / along_y, matrix[0] / along_x))) % 360


def oriented(pixels: Pixels, matrix: Matrix | None) -> Pixels:
    """Turn by quarter turns and mirror, as FFmpeg's own player does (fftools, autorotate).

    Args:
        pixels: uint8 (height, width, 3).
        matrix: As from `display_matrix`. An angle between quarter turns is left alone.
    """
    if matrix is None:
        return pixels
    angle = rotation_degrees(matrix)
    if angle == 90:
        return pixels.transpose(1, 0, 2) if matrix[3] > 0 else np.rot90(pixels, -1)
    if angle == 270:
        is_mirrored = matrix[3] < 0
        return pixels[::-1, ::-1].transpose(1, 0, 2) if is_mirrored else np.rot90(pixels)
    if angle == 180:
        pixels = pixels[:, ::-1] if matrix[0] < 0 else pixels
        return pixels[::-1] if matrix[4] < 0 else pixels
    return pixels[::-1] if angle == 0 and matrix[4] < 0 else pixels


def display_notes(frame: VideoFrame, aspect: Fraction | None) -> list[str]:
    """Sentences on what was done to the pixels, or deliberately not done.

    Args:
        frame: The first frame.
        aspect: Width of a pixel divided by its height, or None.
    """
    notes = []
    matrix = display_matrix(frame)
    angle = rotation_degrees(matrix)
    if angle in {90, 180, 270}:
        notes.append(f"The container's rotation of {angle} degrees clockwise was applied.")
    elif angle:
        notes.append(f"The container asks for {angle} degrees of rotation, which was not applied.")
    if matrix is not None and matrix[0] * matrix[4] - matrix[1] * matrix[3] < 0:
        notes.append("The container's mirroring was applied.")
    if frame.interlaced_frame:
        notes.append("Interlaced: both fields of a frame are kept together; none was made up.")
    bits = max(component.bits for component in frame.format.components)
    if bits > 8:
        notes.append(f"{bits} bits per sample were reduced to 8.")
    if aspect not in {None, 0, 1}:
        notes.append(f"Pixels are not square ({aspect}); frames were not stretched.")
    if int(frame.color_trc) in _HDR_TRANSFERS:
        name = _HDR_TRANSFERS[int(frame.color_trc)]
        notes.append(f"High dynamic range ({name}) was converted without tone mapping.")
    return notes
