# SPDX-License-Identifier: Apache-2.0
"""Hostile files: references, absurd sizes, truncation, odd names; the evidence stays as it is."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from PIL import Image

from core.cancel import CancelToken
from core.errors import (
    CorruptMediaError,
    LimitExceededError,
    MediaAccessError,
    MediaError,
    UnsupportedMediaError,
)
from core.media.handles import open_evidence
from core.media.isolation import open_media
from core.media.video import VideoReader
from core.records import Frame
from core.settings import MediaLimits, Sampling
from tests.core.media import clips, hostile
from tests.core.media.clips import FRAMES, Clip, number_of
from tests.core.media.conftest import ClipMaker, Opener

ALL = Sampling("all", 1)
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="watches files with inotify")


@pytest.fixture
def canary(make_clip: ClipMaker, tmp_path: Path) -> Path:
    """A good video that nobody may open."""
    path = tmp_path / "canary.ts"
    path.write_bytes(make_clip("transport.ts").read_bytes())
    return path


@pytest.mark.parametrize("suffix", [".mp4", ".avi"])
def test_playlists_in_disguise_are_refused_and_not_followed(
    suffix: str, canary: Path, tmp_path: Path
) -> None:
    with hostile.listening() as port, hostile.untouched(canary):
        for kind, content in hostile.playlists(canary, port).items():
            path = tmp_path / f"video{suffix}"
            path.write_bytes(content)
            with pytest.raises(UnsupportedMediaError) as caught:
                open_media(path, MediaLimits())
            assert caught.value.advice, kind


@pytest.mark.parametrize(
    ("kind", "demuxer"), [("m3u8", "hls"), ("ffconcat", "concat"), ("sdp", "sdp")]
)
def test_even_a_demuxer_that_follows_references_is_kept_from_it(
    kind: str, demuxer: str, canary: Path, tmp_path: Path
) -> None:
    """The second line of defence, without the sniffing and outside the locked child."""
    path = tmp_path / "video.mp4"
    with hostile.listening() as port, hostile.untouched(canary):
        path.write_bytes(hostile.playlists(canary, port)[kind])
        handle = open_evidence(path)
        try:
            with pytest.raises(MediaError):
                VideoReader(handle, demuxer, MediaLimits(), lambda: None).probe()
        finally:
            os.close(handle)


def test_external_data_of_a_track_is_not_read(
    make_clip: ClipMaker, canary: Path, tmp_path: Path
) -> None:
    path = tmp_path / "reference.mov"
    path.write_bytes(hostile.with_external_reference(make_clip("bframes.mp4").read_bytes(), canary))
    with hostile.untouched(canary), pytest.raises(CorruptMediaError):
        open_media(path, MediaLimits())


def test_headers_that_claim_billions_of_pixels_are_refused(tmp_path: Path) -> None:
    for suffix, content in hostile.huge_headers().items():
        path = tmp_path / f"huge.{suffix}"
        path.write_bytes(content)
        with pytest.raises(LimitExceededError, match="65535 x 65535") as caught:
            open_media(path, MediaLimits())
        assert caught.value.facts["sha256"]


def test_a_video_that_claims_billions_of_pixels_is_refused(make_clip: ClipMaker) -> None:
    def enlarge(data: bytearray) -> None:
        start_of_frame, size = b"\xff\xc0\0\x11\x08", (60000).to_bytes(2, "big")
        data[:] = data.replace(start_of_frame + b"\0\x60\0\x80", start_of_frame + size * 2)

    path = clips.patched(make_clip("motion_jpeg.avi"), enlarge, "huge.avi")
    # FFmpeg's own limit, set to ours, stops the decoder before a size is known.
    with pytest.raises(CorruptMediaError, match="No frame"):
        open_media(path, MediaLimits())


@pytest.mark.parametrize("content", [b"", b"\0", b"RIFF", b"\xff\xd8\xff", bytes(5000)])
def test_files_with_next_to_nothing_in_them_are_refused(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "short.jpg"
    path.write_bytes(content)
    with pytest.raises((CorruptMediaError, UnsupportedMediaError)) as caught:
        open_media(path, MediaLimits())
    assert caught.value.advice


def outcome_of(path: Path) -> str:
    """What becomes of a file: the number of its frames, or the code of its error."""
    try:
        with open_media(path, MediaLimits(frame_timeout_s=60, probe_timeout_s=60)) as session:
            frames = [f for f in session.frames(ALL, CancelToken()) if isinstance(f, Frame)]
            return str(len(frames))
    except MediaError as error:
        return error.code


def cut_copies(path: Path, borders: list[int], folder: Path) -> list[Path]:
    data = path.read_bytes()
    copies = []
    for border in borders:
        copies.append(folder / f"cut_{border}{path.suffix}")
        copies[-1].write_bytes(data[:border])
    return copies


def test_truncation_ends_in_a_result_or_an_error_never_in_a_crash(
    tmp_path: Path, make_clip: ClipMaker
) -> None:
    """Cut inside the movie box, the file cannot be read; after it, frames are missing."""
    options = {"movflags": "faststart"}
    clip = Clip("start.mp4", "libx264", clips.clip("bframes.mp4").options, muxer_options=options)
    path = clip.make(tmp_path)
    data = path.read_bytes()
    borders = hostile.box_borders(data)
    assert len(borders) > 20
    some = [*borders[1::6], len(data) - 4000, len(data) - 1]
    with ThreadPoolExecutor(2) as pool:
        outcomes = list(pool.map(outcome_of, cut_copies(path, some, tmp_path)))
    assert set(outcomes[:-2]) <= {"corrupt_media", "unsupported_media"}
    assert 1 < int(outcomes[-2]) < FRAMES
    assert int(outcomes[-1]) >= FRAMES - 3


@pytest.mark.slow
@pytest.mark.parametrize(
    "name", ["bframes.mp4", "vp9.webm", "mpeg4.avi", "transport.ts", "mpeg1.mpg"]
)
def test_truncation_anywhere_never_crashes(name: str, tmp_path: Path, make_clip: ClipMaker) -> None:
    path = make_clip(name)
    data = path.read_bytes()
    borders = hostile.box_borders(data) if name.endswith("mp4") else []
    borders += list(range(1, len(data), max(len(data) // 25, 1)))
    with ThreadPoolExecutor(2) as pool:
        outcomes = list(pool.map(outcome_of, cut_copies(path, borders, tmp_path)))
    assert "decoder_crashed" not in outcomes
    assert "limit_exceeded" not in outcomes


@pytest.mark.slow
@pytest.mark.parametrize("name", [clip.name for clip in clips.CLIPS])
def test_noise_anywhere_never_crashes(name: str, make_clip: ClipMaker) -> None:
    for tenth in range(10):
        path = clips.damaged(make_clip(name), f"noise_{tenth}_{name}", tenth / 10, 60)
        assert outcome_of(path) not in {"decoder_crashed", "limit_exceeded"}


@pytest.mark.parametrize(
    "make",
    [
        os.mkfifo,
        lambda path: path.mkdir(),
        lambda path: path.symlink_to("/dev/zero"),
        lambda path: path.symlink_to(path.with_name("gone")),
        lambda path: path.symlink_to(path),
        lambda path: None,
    ],
    ids=["fifo", "folder", "device", "broken link", "loop", "missing"],
)
def test_what_is_no_regular_file_is_refused_without_waiting(
    make: Callable[[Path], object], tmp_path: Path
) -> None:
    path = tmp_path / "odd.mp4"
    make(path)
    with pytest.raises(MediaAccessError) as caught:
        open_media(path, MediaLimits())
    assert caught.value.advice


NAMES = {
    "img%03d.png": "img%03d.png",
    "frame001.png": "frame001.png",
    "-i.png": "-i.png",
    "a\nb.png": "a\\nb.png",
    "gnp.\u202egpj.png": "gnp.\\u202egpj.png",
    "x" * 251 + ".png": "x" * 251 + ".png",
    "caf\udce9.png": "caf\\udce9.png",
    "concat:a|b.png": "concat:a|b.png",
    "\x1b]0;title\x07.png": "\\x1b]0;title\\x07.png",
}


def test_names_are_never_understood_as_anything_else(tmp_path: Path) -> None:
    """Neighbours that an image sequence or a list would take in are not read."""
    neighbour = tmp_path / "frame002.png"
    Image.new("RGB", (8, 8), "white").save(neighbour)
    Image.new("RGB", (8, 8), "black").save(tmp_path / "img001.png")
    content = neighbour.read_bytes()
    with hostile.untouched(neighbour), hostile.untouched(tmp_path / "img001.png"):
        for name, shown in NAMES.items():
            path = tmp_path / "in" / name
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(content)
            with open_media(path, MediaLimits()) as session:
                assert session.info.name == shown
                assert len(list(session.frames(ALL, CancelToken()))) == 1


def test_the_evidence_and_its_folder_stay_as_they_are(
    make_clip: ClipMaker, tmp_path: Path, open_session: Opener
) -> None:
    path = tmp_path / "case" / "evidence.mp4"
    path.parent.mkdir()
    path.write_bytes(make_clip("bframes.mp4").read_bytes())
    os.utime(path, (1_000_000_000, 1_100_000_000))
    path.parent.chmod(0o555)

    def state() -> tuple[object, ...]:
        files = [path.parent, path]
        times = [
            (s.st_atime_ns, s.st_mtime_ns, s.st_ctime_ns, s.st_size) for s in map(os.stat, files)
        ]
        return (sorted(path.parent.iterdir()), times[1], times[0][1:])

    before = state()
    session = open_session(path)
    list(session.frames(ALL, CancelToken()))
    session.frame_at(3)
    session.rehash(CancelToken())
    session.close()
    assert state() == before


def test_a_growing_file_is_read_as_it_was_when_it_was_opened(
    make_clip: ClipMaker, tmp_path: Path, open_session: Opener
) -> None:
    path = tmp_path / "growing.mpg"
    path.write_bytes(make_clip("mpeg1.mpg").read_bytes())
    session = open_session(path)
    with path.open("ab") as file:
        file.write(make_clip("mpeg1.mpg").read_bytes())
    frame = session.frame_at(20)
    assert number_of(frame.pixels) == 20
    assert session.info.size_bytes * 2 == path.stat().st_size
