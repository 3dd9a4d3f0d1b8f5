# SPDX-License-Identifier: Apache-2.0
"""What a sequence for `xception_gru` was made from, in the words of its card."""

from __future__ import annotations

from enum import StrEnum

from training.datasets.manifest import FAKE, REAL


class Kind(StrEnum):
    """Origin of a sequence."""

    REAL_CROP = "real crops"
    FAKE_CROP = "fake crops"
    SELF_BLENDED_CROP = "self-blended real crops"
    SWAPPED_CROP = "real crops with the face of another one"
    REAL_CLIP = "real clips"
    FAKE_CLIP = "fake clips"
    SELF_BLENDED_CLIP = "self-blended real clips"
    SWAPPED_CLIP = "real clips with the face of another one"

    @property
    def label(self) -> int:
        """0 real, 1 fake."""
        return REAL if self in (Kind.REAL_CROP, Kind.REAL_CLIP) else FAKE

    @property
    def is_clip(self) -> bool:
        """Whether its frames are those of a clip; else they are views of one crop."""
        return self in (
            Kind.REAL_CLIP,
            Kind.FAKE_CLIP,
            Kind.SELF_BLENDED_CLIP,
            Kind.SWAPPED_CLIP,
        )
