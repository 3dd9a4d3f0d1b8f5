# SPDX-License-Identifier: Apache-2.0
"""Which frames are analysed: a pure function of the setting and the frames' time stamps."""

from __future__ import annotations

import math

from core.settings import Sampling


class Sampler:
    """Decides frame by frame, in presentation order; one sampler for one pass.

    `fps:X` divides time into slots of 1/X seconds, counted from the first frame's time stamp, and
    takes the first frame of each slot. This follows the real time stamps, so that variable frame
    rates are sampled evenly in time, and a file slower than X gives all of its frames.
    """

    # Time stamps such as 0.6 / 0.2 fall just short of a whole number of slots.
    _TOLERANCE = 1e-6

    def __init__(self, sampling: Sampling) -> None:
        """Start before the first frame."""
        self._sampling = sampling
        self._start_s: float | None = None
        self._slot: int | None = None

    def takes(self, frame_index: int, time_s: float) -> bool:
        """Whether this frame is analysed.

        Args:
            frame_index: 0-based.
            time_s: Seconds; may jump backwards where a recording was spliced.
        """
        if self._sampling.mode == "all":
            return True
        if self._sampling.mode == "every":
            return frame_index % int(self._sampling.value) == 0
        if self._start_s is None:
            self._start_s = time_s
        slot = math.floor((time_s - self._start_s) * self._sampling.value + self._TOLERANCE)
        is_new = slot != self._slot
        self._slot = slot
        return is_new
