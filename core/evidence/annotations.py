# SPDX-License-Identifier: Apache-2.0
"""What an analyst adds to a file by hand: notes and bookmarked frames; never part of a score."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Note:
    """One note, as it was written; an amended note is a new one.

    Attributes:
        text: The words, plain text, not empty.
        author: Who wrote it, as named in the case or the settings; empty where nobody is named.
        written_at: ISO 8601 in UTC, with seconds.
    """

    text: str
    author: str
    written_at: str

    def __post_init__(self) -> None:
        """Refuse a note without words."""
        if not self.text.strip():
            raise ValueError("a note needs words; got none")


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A frame to come back to.

    Attributes:
        frame_index: 0-based in decode order.
        time_s: Seconds, from the frame's own time stamp.
        label: Why, plain text; may be empty.
    """

    frame_index: int
    time_s: float
    label: str = ""

    def __post_init__(self) -> None:
        """Refuse a frame before the first."""
        if self.frame_index < 0:
            raise ValueError(f"a frame index is 0 or more; got {self.frame_index}")


@dataclass(frozen=True, slots=True)
class Annotations:
    """All that was added to one file.

    Attributes:
        notes: In the order in which they were written.
        bookmarks: In the order of the frames, one a frame.
    """

    notes: tuple[Note, ...] = ()
    bookmarks: tuple[Bookmark, ...] = ()

    def __post_init__(self) -> None:
        """Refuse bookmarks that are out of order or double."""
        indices = [one.frame_index for one in self.bookmarks]
        if indices != sorted(set(indices)):
            raise ValueError(f"bookmarks go up by frame, one a frame; got {indices}")

    def __bool__(self) -> bool:
        """Whether there is anything."""
        return bool(self.notes or self.bookmarks)
