# SPDX-License-Identifier: Apache-2.0
"""Clips are made once for all tests of this folder; sessions are opened through one fixture."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from core.media.isolation import MediaSession, open_media
from core.media.sniffing import HEAD_BYTES, sniff
from core.media.video import VideoReader
from core.settings import MediaLimits
from tests.core.media import clips

ClipMaker = Callable[[str], Path]
ReaderMaker = Callable[[Path], VideoReader]
Opener = Callable[..., MediaSession]


@pytest.fixture(scope="session")
def make_clip(tmp_path_factory: pytest.TempPathFactory) -> ClipMaker:
    """Gives the path of a clip by name, made on first use."""
    folder = tmp_path_factory.mktemp("clips")

    def make(name: str) -> Path:
        path = folder / name
        return path if path.exists() else clips.clip(name).make(folder)

    return make


@pytest.fixture
def read_video() -> Iterator[ReaderMaker]:
    """Opens our own clips in this process, which is faster than a child for each."""
    handles = []

    def read(path: Path) -> VideoReader:
        handles.append(os.open(path, os.O_RDONLY))
        parser = sniff(path.read_bytes()[:HEAD_BYTES]).parser
        return VideoReader(handles[-1], parser, MediaLimits(), lambda: None)

    yield read
    for handle in handles:
        os.close(handle)


@pytest.fixture
def open_session() -> Iterator[Opener]:
    """Opens files as the program does, and closes them after the test."""
    sessions = []

    def open_one(path: Path, **limits: float) -> MediaSession:
        sessions.append(open_media(path, MediaLimits(**limits)))  # type: ignore[arg-type]
        return sessions[-1]

    yield open_one
    for session in sessions:
        session.close()
