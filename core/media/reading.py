# SPDX-License-Identifier: Apache-2.0
"""What the readers of images and of videos have in common; used inside the decoder's process."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal, Protocol

from core.errors import LimitExceededError
from core.records import FrameFailure, Pixels, StreamInfo

# Called while work goes on; a wait that sees it happen is not a hang.
Tick = Callable[[], None]
MAX_TAGS = 200
MAX_TAG_CHARACTERS = 1000


@dataclass(frozen=True, slots=True, eq=False)
class DecodedFrame:
    """A frame whose pixels are converted only when asked for, since most are not sampled.

    Attributes:
        frame_index, time_s, is_key, is_suspect: As in `core.records.Frame`.
        rgb: Gives uint8 (height, width, 3) RGB as displayed; call it before the next frame.
    """

    frame_index: int
    time_s: float
    is_key: bool
    rgb: Callable[[], Pixels]
    is_suspect: bool = False


@dataclass(frozen=True, slots=True)
class MediaFacts:
    """What a reader knows about its file; the fields are those of `core.records.MediaInfo`."""

    kind: Literal["image", "video"]
    width: int
    height: int
    frames_declared: int | None
    duration_s: float | None
    streams: tuple[StreamInfo, ...] = ()
    video_stream: int | None = None
    metadata: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()


class MediaReader(Protocol):
    """Reads one file; not for use by several threads."""

    def probe(self) -> MediaFacts:
        """Find out what the file holds and decode its first frame.

        Raises:
            UnsupportedMediaError: No picture inside, or a codec that is not opened.
            CorruptMediaError: No frame can be had.
            LimitExceededError: The picture is too large.
        """

    def frames(self) -> Iterator[DecodedFrame | FrameFailure]:
        """All frames in presentation order, from the first."""

    def frame_at(self, frame_index: int) -> DecodedFrame:
        """The frame that `frames` gives for this index.

        Raises:
            CorruptMediaError: There is no such frame, or it is damaged.
        """

    def frame_index_at(self, time_s: float) -> int:
        """Index of the last frame that is not after a time; 0 where all are."""

    @property
    def frames_indexed(self) -> int | None:
        """Number of frames as far as it is known without decoding them all, or None."""


def out_of_memory() -> LimitExceededError:
    """The error for a file that needs more memory than is allowed."""
    return LimitExceededError(
        "Decoding needs more memory than is allowed.",
        advice="Raise the limit on memory if the file is to be trusted.",
    )


def clean_tags(tags: Iterator[tuple[object, object]]) -> tuple[tuple[str, str], ...]:
    """Bring tags to text of bounded number and length; binary values are left out."""
    kept: list[tuple[str, str]] = []
    for name, value in tags:
        if len(kept) < MAX_TAGS and not isinstance(value, bytes | bytearray | memoryview):
            kept.append((str(name)[:100], str(value)[:MAX_TAG_CHARACTERS]))
    return tuple(kept)
