# SPDX-License-Identifier: Apache-2.0
"""Notes and bookmarks refuse what could not be meant."""

import pytest

from core.evidence.annotations import Annotations, Bookmark, Note


def test_note_is_refused_without_words() -> None:
    with pytest.raises(ValueError, match="needs words"):
        Note("  ", "A. Analyst", "2026-11-24T10:00:00Z")


def test_bookmark_is_refused_before_the_first_frame() -> None:
    with pytest.raises(ValueError, match="got -1"):
        Bookmark(-1, 0.0)


@pytest.mark.parametrize("frames", [(3, 1), (2, 2)])
def test_bookmarks_are_refused_out_of_order_or_double(frames: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="go up by frame"):
        Annotations(bookmarks=tuple(Bookmark(frame, 0.0) for frame in frames))


def test_annotations_are_false_when_empty() -> None:
    assert not Annotations()
    assert Annotations(bookmarks=(Bookmark(0, 0.0),))
