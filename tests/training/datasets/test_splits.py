# SPDX-License-Identifier: Apache-2.0
"""The split rule: nothing made from one video is on two sides."""

from __future__ import annotations

import hashlib

from hypothesis import given
from hypothesis import strategies as st

from training.datasets.splits import HELD_OUT_CLIPS, Split, fold_of, group_key, split_of

CLIPS = st.from_regex(r"[a-z]{10}\.mp4", fullmatch=True)


@given(original=CLIPS, fakes=st.lists(CLIPS, min_size=1, max_size=20))
def test_fakes_follow_their_original(original: str, fakes: list[str]) -> None:
    usable = [name for name in fakes if name.removesuffix(".mp4") not in HELD_OUT_CLIPS]
    splits = {split_of(original, "")} | {split_of(fake, original) for fake in usable}
    assert len(splits) == 1


def test_no_group_straddles_splits_in_a_large_set() -> None:
    rows = [(f"real{i}.mp4", "") for i in range(2000)]
    rows += [(f"fake{i}.mp4", f"real{i % 2000}.mp4") for i in range(8000)]
    seen: dict[str, set[Split]] = {}
    for videoname, original in rows:
        key = group_key(videoname, original)
        seen.setdefault(key, set()).add(split_of(videoname, original))
    assert all(len(splits) == 1 for splits in seen.values())
    assert {next(iter(splits)) for splits in seen.values()} == {
        Split.TRAIN,
        Split.VALIDATION,
        Split.TEST,
    }


def test_folds_are_about_equal() -> None:
    counts = [0] * 10
    for number in range(10_000):
        counts[fold_of(f"clip{number}.mp4")] += 1
    assert min(counts) > 850
    assert max(counts) < 1150


def test_fold_is_the_sha1_of_the_name_with_its_suffix() -> None:
    name = "aznyksihgl.mp4"
    assert fold_of(name) == int(hashlib.sha1(name.encode()).hexdigest(), 16) % 10


def test_held_out_clip_is_dropped_as_real_and_as_original() -> None:
    held_out = f"{min(HELD_OUT_CLIPS)}.mp4"
    assert split_of(held_out, "") is Split.HELD_OUT
    assert split_of("some.mp4", held_out) is Split.HELD_OUT
    assert split_of(held_out, "some.mp4") is Split.HELD_OUT
    assert len(HELD_OUT_CLIPS) == 14
