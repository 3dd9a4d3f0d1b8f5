# SPDX-License-Identifier: Apache-2.0
"""What the system can refuse while a file is opened or read: each is an error of that file."""

from __future__ import annotations

import errno
import sys
import time
from multiprocessing import Pipe
from typing import NoReturn

import pytest

from core.cancel import CancelToken
from core.errors import DecoderCrashedError, LimitExceededError, MediaAccessError
from core.media import protocol
from core.media.child import Decoder
from core.media.credentials import MarkFinder
from core.media.isolation import open_media
from core.records import Frame
from core.settings import MediaLimits, Sampling
from tests.core.media.clips import FRAMES
from tests.core.media.conftest import ClipMaker, Opener


@pytest.mark.alone
def test_a_session_answers_after_a_pass_that_went_over_a_limit(
    make_clip: ClipMaker, open_session: Opener
) -> None:
    """The child did what it was told; only the pass is over."""
    session = open_session(make_clip("mpeg1.mpg"), max_frames=FRAMES // 2)
    start = time.monotonic()
    for _ in range(2):
        frames = session.frames(Sampling("all", 1), CancelToken())
        assert isinstance(next(frames), Frame)
        with pytest.raises(LimitExceededError, match="which is the limit"):
            list(frames)
    assert time.monotonic() - start < 2.0, "nobody waits for an answer that does not come"


def test_evidence_on_a_bad_disk_is_an_error_of_this_file(
    make_clip: ClipMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> bytes:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr("core.media.handles._read_at", fail)
    with pytest.raises(
        MediaAccessError, match=r"mpeg1\.mpg cannot be read: Input/output"
    ) as caught:
        open_media(make_clip("mpeg1.mpg"), MediaLimits())
    assert caught.value.advice


def test_the_child_says_that_the_disk_is_bad(
    make_clip: ClipMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An end of the process without a word would count as a crash of the decoder."""

    def fail(*_: object) -> bytes:
        raise OSError(errno.EIO, "Input/output error")

    ours, theirs = Pipe()
    with make_clip("mpeg1.mpg").open("rb") as evidence, ours, theirs:
        decoder = Decoder(theirs, evidence.fileno(), None)
        monkeypatch.setattr("core.media.handles._read_at", fail)
        with pytest.raises(MediaAccessError) as caught:
            decoder._hash(MarkFinder())
        protocol.send(theirs, "error", **protocol.error_values(caught.value))
        assert isinstance(protocol.error_from(protocol.receive(ours)), MediaAccessError)


@pytest.mark.skipif(sys.platform != "linux", reason="memory files are Linux's")
def test_a_system_without_room_for_the_frames_is_no_crash(
    make_clip: ClipMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> NoReturn:
        raise OSError(errno.ENOMEM, "Cannot allocate memory")

    monkeypatch.setattr("core.media.shared._map", fail)
    with pytest.raises(LimitExceededError, match="Cannot allocate memory"):
        open_media(make_clip("mpeg1.mpg"), MediaLimits())
    monkeypatch.setattr("core.media.shared.os.memfd_create", fail)
    with pytest.raises(DecoderCrashedError, match="cannot be started"):
        open_media(make_clip("mpeg1.mpg"), MediaLimits())
