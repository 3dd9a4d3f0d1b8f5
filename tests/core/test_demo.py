# SPDX-License-Identifier: Apache-2.0
"""The demonstration clip: a believable video whose manipulated span is where it says."""

from __future__ import annotations

import errno
import hashlib
import io
from collections.abc import Iterator
from concurrent.futures import CancelledError
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path

import av
import cv2
import numpy as np
import numpy.typing as npt
import pytest

from core import demo
from core.cancel import CancelToken
from core.demo import DemoClip, make_demo_clip
from core.errors import ReportError
from core.records import Pixels

SIZE = (640, 360)
SECONDS = 1.8
FPS = 25


@pytest.fixture(scope="module")
def clip(tmp_path_factory: pytest.TempPathFactory) -> DemoClip:
    path = tmp_path_factory.mktemp("clip") / "demo.mp4"
    return make_demo_clip(path, seconds=SECONDS, fps=FPS, size=SIZE)


@pytest.fixture(scope="module")
def frames(clip: DemoClip) -> list[Pixels]:
    with av.open(str(clip.path)) as container:
        decoded = [frame.to_ndarray(format="rgb24") for frame in container.decode(video=0)]
    return [np.asarray(pixels, dtype=np.uint8) for pixels in decoded]


def test_clip_is_a_video_of_the_size_and_length_asked_for(clip: DemoClip) -> None:
    with av.open(str(clip.path)) as container:
        (video,) = container.streams
        assert isinstance(video, av.VideoStream)
        assert (video.width, video.height) == SIZE
        assert video.codec_context.name in {"h264", "mpeg4"}
        assert video.codec_context.pix_fmt == "yuv420p"
        times = [frame.time for frame in container.decode(video)]
    assert times == pytest.approx([index / FPS for index in range(45)])


def test_span_is_the_middle_third(clip: DemoClip) -> None:
    assert (clip.manipulated_start_s, clip.manipulated_end_s) == (15 / FPS, 30 / FPS)
    assert "self-blended" in clip.how
    assert "public domain" in clip.how


def test_same_call_gives_the_same_bytes(tmp_path: Path) -> None:
    digests = set()
    for name in ("one.mp4", "two.mp4"):
        path = tmp_path / name
        make_demo_clip(path, seconds=0.6, size=(320, 180))
        digests.add(hashlib.sha256(path.read_bytes()).hexdigest())
    assert len(digests) == 1


def _face_box(frame: Pixels) -> tuple[slice, slice]:
    """Find the face with OpenCV's own detector, so that the test does not trust the maker."""
    name = "data/haarcascade_frontalface_default.xml"
    cascade = cv2.CascadeClassifier(str(Path(cv2.__file__).parent / name))
    gray = cv2.cvtColor(frame, cv2.COLOR_RGB2GRAY)
    found = cascade.detectMultiScale(gray, 1.1, 15, minSize=(60, 60))
    assert len(found) == 1, f"expected one face, found {len(found)}"
    x, y, width, height = (int(value) for value in found[0])
    return slice(y, y + height), slice(x, x + width)


def test_one_face_is_seen_all_through(frames: list[Pixels]) -> None:
    for frame in frames[::11]:
        _face_box(frame)


def _change(one: Pixels, other: Pixels, where: tuple[slice, slice]) -> float:
    difference = one[where].astype(np.int16) - other[where]
    return float(np.abs(difference).mean())


def test_face_changes_where_the_span_begins_and_ends(frames: list[Pixels]) -> None:
    """In the face, two cuts stand out from the camera's slow movement, and only there."""
    box = _face_box(frames[0])
    changes = [_change(one, other, box) for one, other in pairwise(frames)]
    cuts = sorted(np.argsort(changes)[-2:] + 1)
    assert cuts == [15, 30]
    others = [change for index, change in enumerate(changes) if index + 1 not in cuts]
    assert min(changes[14], changes[29]) > 1.3 * max(others)


def test_surroundings_do_not_show_the_span(frames: list[Pixels]) -> None:
    corner = (slice(0, 120), slice(0, 120))
    changes = [_change(one, other, corner) for one, other in pairwise(frames)]
    assert max(changes[14], changes[29]) < 1.5 * float(np.median(changes))


def test_nothing_stands_still(frames: list[Pixels]) -> None:
    whole = (slice(None), slice(None))
    assert min(_change(one, other, whole) for one, other in pairwise(frames)) > 0.3


def test_blend_touches_the_face_only() -> None:
    picture = demo._portrait()
    blend = demo._SelfBlend(picture, np.random.default_rng(1))
    changed = np.abs(blend.apply(picture, np.zeros(6)).astype(int) - picture).max(axis=2) > 0
    rows, columns = np.nonzero(changed)
    in_portrait: npt.NDArray[np.float64] = np.array(
        [columns - demo.MARGIN_X_PX, rows - demo.MARGIN_TOP_PX], dtype=np.float64
    ) * (512 / demo.ENLARGED_PX)
    low, high = in_portrait.min(axis=1), in_portrait.max(axis=1)
    assert low == pytest.approx((184, 85), abs=25)
    assert high == pytest.approx((265, 180), abs=25)


@pytest.mark.parametrize("arguments", [{"seconds": 0.05}, {"size": (641, 360)}])
def test_impossible_clip_is_refused(arguments: dict[str, object], tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="even size"):
        make_demo_clip(tmp_path / "demo.mp4", **arguments)  # type: ignore[arg-type]


def test_missing_folder_is_a_report_error(tmp_path: Path) -> None:
    with pytest.raises(ReportError, match=r"demo\.mp4"):
        make_demo_clip(tmp_path / "nowhere/demo.mp4", seconds=0.2, size=(64, 36))


class _FullDisk(io.BytesIO):
    def write(self, data: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")


def test_full_disk_is_a_report_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    @contextmanager
    def full_disk(targets: list[Path]) -> Iterator[tuple[_FullDisk]]:
        yield (_FullDisk(),)

    monkeypatch.setattr(demo, "new_files", full_disk)
    with pytest.raises(ReportError, match="No space left"):
        make_demo_clip(tmp_path / "demo.mp4", seconds=0.2, size=(64, 36))


def test_a_cancelled_clip_leaves_nothing_behind(tmp_path: Path) -> None:
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(CancelledError):
        make_demo_clip(tmp_path / "demo.mp4", seconds=0.2, size=(64, 36), cancel=cancel)
    assert list(tmp_path.iterdir()) == []
