# SPDX-License-Identifier: Apache-2.0
"""Which rows train, which validate and which test: a rule, never a list.

All fakes made from one original share its group with it, and a group falls into one of ten
folds by the SHA-1 of its name. So no face is seen in training with its real face and in the
test with its fake one, which is how a random split by file leaks.
"""

from __future__ import annotations

import hashlib
from enum import StrEnum
from pathlib import PurePosixPath

FOLDS = 10
VALIDATION_FOLD = 8
TEST_FOLD = 9

# Clips kept for whole-video trials. Every row that comes from one of them is dropped.
HELD_OUT_CLIPS = frozenset(
    {
        "lynaeydofd",
        "anndvqgoko",
        "knqhpwoigk",
        "aajsqyyjni",
        "abofeumbvv",
        "atvmxvwyns",
        "abqwwspghj",
        "qzimuostzz",
        "widuwuoiur",
        "ybqmttnept",
        "brtujopkby",
        "gnmmhlbzge",
        "yhffcuhhjy",
        "wdpsifpppf",
    }
)

SPLIT_RULE = (
    "fold = int(sha1(key), 16) % 10, key = original of a fake row, videoname of a real row; "
    "folds 0-7 train, 8 validation, 9 test; rows of 14 held-out clips dropped"
)


class Split(StrEnum):
    """What a row is used for."""

    TRAIN = "train"
    VALIDATION = "validation"
    TEST = "test"
    HELD_OUT = "held_out"


def group_key(videoname: str, original: str) -> str:
    """Name the group of a row: the real video it shows or was made from.

    Args:
        videoname: The row's own video, such as `abc.mp4`.
        original: The video a fake was made from; empty for a real row.

    Returns:
        `original` where there is one, else `videoname`.
    """
    return original or videoname


def fold_of(key: str) -> int:
    """Give the fold, 0 to 9, of a group by the SHA-1 of its name."""
    return int(hashlib.sha1(key.encode(), usedforsecurity=False).hexdigest(), 16) % FOLDS


def split_of(videoname: str, original: str) -> Split:
    """Decide what a row is used for.

    Args:
        videoname: The row's own video, such as `abc.mp4`.
        original: The video a fake was made from; empty for a real row.

    Returns:
        `HELD_OUT` if either clip is one of `HELD_OUT_CLIPS`, else the split of its fold.
    """
    stems = {PurePosixPath(name).stem for name in (videoname, original) if name}
    if stems & HELD_OUT_CLIPS:
        return Split.HELD_OUT
    fold = fold_of(group_key(videoname, original))
    if fold == VALIDATION_FOLD:
        return Split.VALIDATION
    return Split.TEST if fold == TEST_FOLD else Split.TRAIN
