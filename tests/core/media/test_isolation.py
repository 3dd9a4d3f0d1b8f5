# SPDX-License-Identifier: Apache-2.0
"""Sessions: a child per file that can hang, die or be lied to without any harm."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psutil
import pytest
from PIL import Image

from core.cancel import CancelToken
from core.errors import (
    CorruptMediaError,
    DecoderCrashedError,
    LimitExceededError,
    MediaChangedError,
    MediaError,
)
from core.media import launch, link
from core.media.images import prepare
from core.media.isolation import MediaSession, open_media
from core.media.launch import Child
from core.records import Frame, FrameFailure
from core.settings import MediaLimits, Sampling
from tests.core.media import clips
from tests.core.media.clips import FRAMES, Clip, number_of
from tests.core.media.conftest import ClipMaker, Opener

ALL = Sampling("all", 1)
original = clips.numbered
ROOT = Path(__file__).parents[3]
needs_linux = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")


def frames_of(session: MediaSession, sampling: Sampling = ALL) -> list[Frame]:
    return [f for f in session.frames(sampling, CancelToken()) if isinstance(f, Frame)]


def is_running(pid: int) -> bool:
    try:
        return bool(psutil.Process(pid).status() != psutil.STATUS_ZOMBIE)
    except psutil.NoSuchProcess:
        return False


def test_a_video_is_probed_and_read_through_a_child(
    make_clip: ClipMaker, open_session: Opener
) -> None:
    path = make_clip("bframes.mp4")
    session = open_session(path)
    info = session.info
    frames = frames_of(session)

    assert (info.name, info.size_bytes) == ("bframes.mp4", path.stat().st_size)
    assert (info.kind, info.container, info.width, info.height) == ("video", "MP4", 128, 96)
    assert info.frames_declared == FRAMES
    assert info.duration_s == pytest.approx(1.92)
    assert info.streams[0].codec == "h264"
    assert info.extension_matches
    # Kept until the end, so that a slot of the ring that is used again would show.
    assert [number_of(frame.pixels) for frame in frames] == list(range(FRAMES))
    assert (session.frames_decoded, session.frames_failed, session.frames_sampled) == (
        FRAMES,
        0,
        FRAMES,
    )
    assert session.frames_total_indexed == FRAMES
    assert not frames[0].pixels.flags.writeable


def test_passes_and_random_access_can_be_mixed(make_clip: ClipMaker, open_session: Opener) -> None:
    session = open_session(make_clip("open_gop.mp4"))
    abandoned = session.frames(ALL, CancelToken())
    next(abandoned)
    frame = session.frame_at(33)
    assert (frame.frame_index, number_of(frame.pixels)) == (33, 33)
    assert list(abandoned) == []
    assert session.frame_index_at(frame.time_s + 0.001) == 33
    sampled = frames_of(session, Sampling("fps", 5.0))
    assert [f.frame_index for f in sampled] == list(range(0, FRAMES, 5))
    assert (session.frames_decoded, session.frames_sampled) == (FRAMES, 10)
    with pytest.raises(CorruptMediaError):
        session.frame_at(FRAMES)
    assert session.frame_at(0).is_key


def test_a_still_image_is_one_frame(tmp_path: Path, open_session: Opener) -> None:
    Image.new("RGB", (40, 30), (9, 8, 7)).save(tmp_path / "still.png")
    session = open_session(tmp_path / "still.png")
    (frame,) = frames_of(session)
    assert (session.info.kind, session.frames_total_indexed) == ("image", 1)
    assert frame.time_s == 0.0
    assert frame.pixels.shape == (30, 40, 3)
    assert session.frame_at(0).pixels[0, 0].tolist() == [9, 8, 7]
    assert session.frame_index_at(3.0) == 0


def test_every_type_can_be_read_by_a_child_without_rights(
    make_clip: ClipMaker, tmp_path: Path
) -> None:
    """A library that opens a file or imports a module late would fail here."""
    prepare("HEIF")
    paths = [make_clip(clip.name) for clip in clips.CLIPS]
    for name in ("a.jpg", "a.png", "a.webp", "a.tif", "a.bmp", "a.heic", "a.avif", "b.gif"):
        picture, path = Image.new("RGB", (64, 48), (9, 90, 200)), tmp_path / name
        exif = Image.Exif()
        exif[0x0112] = 3
        if name == "b.gif":
            other = Image.new("RGB", (64, 48), (200, 90, 9))
            picture.save(path, save_all=True, append_images=[other])
        else:
            picture.save(path, exif=exif)
        paths.append(path)

    def count(path: Path) -> int:
        with open_media(path, MediaLimits()) as session:
            frames = frames_of(session)
            assert session.frame_at(len(frames) - 1).pixels.shape == frames[-1].pixels.shape
            assert session.rehash(CancelToken()) == session.info.sha256
            return len(frames)

    with ThreadPoolExecutor(2) as pool:
        counts = dict(zip([path.name for path in paths], pool.map(count, paths), strict=True))
    assert counts.pop("b.gif") == 2
    assert {n for name, n in counts.items() if name.startswith("a.")} == {1}
    assert {n for name, n in counts.items() if not name.startswith("a.")} == {FRAMES}


def test_failures_are_handed_out_and_counted(make_clip: ClipMaker, open_session: Opener) -> None:
    session = open_session(clips.damaged(make_clip("bframes.mp4"), "damaged.mp4"))
    items = list(session.frames(ALL, CancelToken()))
    failures = [item for item in items if isinstance(item, FrameFailure)]
    suspects = [item for item in items if isinstance(item, Frame) and item.is_suspect]
    assert len(failures) == session.frames_failed == 1
    assert session.frames_decoded == FRAMES - 1
    assert suspects


def test_frames_that_grow_in_mid_stream_arrive_whole(
    make_clip: ClipMaker, open_session: Opener, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Larger than a slot of the shared memory, they come by message."""
    small = make_clip("transport.ts").read_bytes()
    monkeypatch.setattr(clips, "WIDTH", 256)
    monkeypatch.setattr(clips, "numbered", lambda n: original(n, 256, 96))
    later = range(4000, 4400, 40)
    options = {"preset": "ultrafast", "g": "12"}
    large = Clip("large.ts", "libx264", options, times_ms=later).make(tmp_path).read_bytes()
    (tmp_path / "grows.ts").write_bytes(small + large)
    session = open_session(tmp_path / "grows.ts")
    frames = frames_of(session)
    assert {f.pixels.shape for f in frames} == {(96, 128, 3), (96, 256, 3)}
    assert number_of(frames[-1].pixels) == 9


def test_closing_ends_the_child_and_may_be_repeated(
    make_clip: ClipMaker, open_session: Opener
) -> None:
    session = open_session(make_clip("mpeg1.mpg"))
    pid = session.decoder_pid
    assert is_running(pid)
    session.close()
    session.close()
    assert not is_running(pid)
    with pytest.raises(DecoderCrashedError, match="no longer running"):
        session.frame_at(0)


@needs_linux
def test_the_child_holds_no_heavy_library_and_only_its_own_reader(
    make_clip: ClipMaker, open_session: Opener
) -> None:
    session = open_session(make_clip("mpeg1.mpg"))
    maps = Path(f"/proc/{session.decoder_pid}/maps").read_text()
    assert "libavcodec" in maps
    for name in ("tensorflow", "onnxruntime", "PySide6", "libQt", "cv2", "/PIL/"):
        assert name not in maps


@pytest.mark.alone
def test_cancelling_ends_a_pass_at_once_without_an_error(
    make_clip: ClipMaker, open_session: Opener
) -> None:
    session = open_session(make_clip("mpeg1.mpg"))
    cancel = CancelToken()
    frames = session.frames(ALL, cancel)
    next(frames)
    cancel.cancel()
    started = time.monotonic()
    assert len(list(frames)) <= 1
    assert time.monotonic() - started < 1.0
    assert session.frame_at(3).frame_index == 3


def test_cancelling_ends_opening(make_clip: ClipMaker, monkeypatch: pytest.MonkeyPatch) -> None:
    pids = stop_each_child(monkeypatch)
    cancel = CancelToken()
    threading.Timer(0.2, cancel.cancel).start()
    with pytest.raises(MediaError, match="cancelled"):
        open_media(make_clip("mpeg1.mpg"), MediaLimits(), cancel)
    assert not is_running(pids[0])


def stop_each_child(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Let every new child hang from its first moment on."""
    pids = []

    def start(evidence: int, shared: int | None) -> Child:
        child = launch.start_child(evidence, shared)
        os.kill(child.process.pid, signal.SIGSTOP)
        pids.append(child.process.pid)
        return child

    monkeypatch.setattr(link, "start_child", start)
    return pids


def test_a_child_that_hangs_while_probing_is_killed(
    make_clip: ClipMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    pids = stop_each_child(monkeypatch)
    with pytest.raises(LimitExceededError, match=r"within 0\.3 s") as caught:
        open_media(make_clip("mpeg1.mpg"), MediaLimits(probe_timeout_s=0.3))
    assert caught.value.advice
    assert not is_running(pids[0])


def test_a_child_that_hangs_on_a_frame_is_killed(
    make_clip: ClipMaker, open_session: Opener
) -> None:
    session = open_session(make_clip("mpeg1.mpg"), frame_timeout_s=0.3)
    frames = session.frames(ALL, CancelToken())
    next(frames)
    os.kill(session.decoder_pid, signal.SIGSTOP)
    with pytest.raises(LimitExceededError, match=r"within 0\.3 s"):
        list(frames)
    assert not is_running(session.decoder_pid)
    with pytest.raises(DecoderCrashedError):
        session.frame_at(0)


def test_a_child_that_dies_is_a_crash_of_this_file_only(
    make_clip: ClipMaker, open_session: Opener
) -> None:
    session = open_session(make_clip("mpeg1.mpg"))
    frames = session.frames(ALL, CancelToken())
    next(frames)
    os.kill(session.decoder_pid, signal.SIGSEGV)
    with pytest.raises(DecoderCrashedError, match="signal 11") as caught:
        list(frames)
    assert caught.value.facts["exit_code"] == -signal.SIGSEGV
    assert caught.value.advice
    assert len(frames_of(open_session(make_clip("mpeg1.mpg")))) == FRAMES


def test_a_child_that_takes_too_much_memory_is_killed(
    make_clip: ClipMaker, open_session: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = open_session(make_clip("mpeg1.mpg"))
    os.kill(session.decoder_pid, signal.SIGSTOP)
    monkeypatch.setattr(session._link, "_limits", MediaLimits(max_memory_bytes=1 << 20))
    with pytest.raises(LimitExceededError, match="1 MiB of memory"):
        session.frame_at(0)
    assert not is_running(session.decoder_pid)


@needs_linux
def test_the_child_cannot_allocate_beyond_its_limit(tmp_path: Path) -> None:
    """Few bytes that become 240 MB of pixels, several times over on the way to RGB."""
    Image.new("L", (9000, 9000)).save(tmp_path / "bomb.png", compress_level=1)
    with pytest.raises(LimitExceededError, match=r"more memory|MiB of memory"):
        open_media(tmp_path / "bomb.png", MediaLimits(max_memory_bytes=500 << 20))


@needs_linux
def test_the_child_ends_with_its_parent(make_clip: ClipMaker) -> None:
    """Even when it hangs in a decoder: a thread of its own looks after that."""
    code = (
        "import os, signal, sys; from pathlib import Path\n"
        "from core.media.isolation import open_media; from core.settings import MediaLimits\n"
        "session = open_media(Path(sys.argv[1]), MediaLimits())\n"
        "print(session.decoder_pid, flush=True); os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    command = [sys.executable, "-c", code, str(make_clip("mpeg1.mpg"))]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    pid = int(done.stdout)
    deadline = time.monotonic() + 5.0
    while is_running(pid) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not is_running(pid)


@needs_linux
def test_the_packaged_program_is_its_own_decoder(
    make_clip: ClipMaker, tmp_path: Path, open_session: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As PyInstaller does it: `sys.executable` is the program, not an interpreter."""
    program = tmp_path / "program with space"
    program.write_text(
        f"#!/bin/sh\nexec '{sys.executable}' -c 'import sys; sys.path.insert(0, \"{ROOT}\");"
        "from core.media.launch import become_decoder_if_asked; become_decoder_if_asked();"
        'raise SystemExit("not asked")\' "$@"\n'
    )
    program.chmod(0o755)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(program))
    assert len(frames_of(open_session(make_clip("mpeg1.mpg")))) == FRAMES


def test_unchanged_evidence_hashes_the_same(make_clip: ClipMaker, open_session: Opener) -> None:
    session = open_session(make_clip("mpeg1.mpg"))
    assert session.rehash(CancelToken()) == session.info.sha256
    cancelled = CancelToken()
    cancelled.cancel()
    assert session.rehash(cancelled) == ""


@pytest.mark.parametrize("how", ["replaced", "rewritten", "same content", "touched", "deleted"])
def test_evidence_that_changes_in_mid_run_is_noticed(
    how: str, make_clip: ClipMaker, tmp_path: Path, open_session: Opener
) -> None:
    """What is decoded comes from the file that was opened, whatever the name means later."""
    content = make_clip("mpeg1.mpg").read_bytes()
    path, other = tmp_path / "evidence.mpg", tmp_path / "other"
    path.write_bytes(content)
    session = open_session(path)
    frames = session.frames(ALL, CancelToken())
    next(frames)
    if how == "replaced":
        other.write_bytes(b"something else")
        other.replace(path)
    elif how == "rewritten":
        path.write_bytes(content + b"\0")
    elif how == "same content":
        other.write_bytes(content)
        other.replace(path)
    elif how == "touched":
        os.utime(path, (1, 1))
    else:
        path.unlink()

    if how != "rewritten":
        assert len(list(frames)) == FRAMES - 1
    with pytest.raises(MediaChangedError) as caught:
        session.rehash(CancelToken())
    facts = caught.value.facts
    assert facts["sha256_before"] == session.info.sha256
    same = {"same content": True, "touched": True}.get(how, False)
    assert (facts["sha256_after"] == session.info.sha256) == same
    assert caught.value.advice
