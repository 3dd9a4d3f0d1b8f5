# SPDX-License-Identifier: Apache-2.0
"""The video reader on real files: order, time stamps, display, damage, random access."""

from __future__ import annotations

import hashlib
from pathlib import Path

import av
import numpy as np
import pytest
from av.container import InputContainer
from av.video.stream import VideoStream

from core.errors import CorruptMediaError, LimitExceededError, UnsupportedMediaError
from core.media.reading import DecodedFrame
from core.media.video import VideoReader
from core.records import FrameFailure
from core.settings import MediaLimits
from tests.core.media import clips
from tests.core.media.clips import CLIPS, FRAMES, Clip, number_of
from tests.core.media.conftest import ClipMaker, ReaderMaker


def frames_of(reader: VideoReader) -> list[DecodedFrame]:
    """All frames, with their pixels."""
    return [item for item in reader.frames() if isinstance(item, DecodedFrame)]


def failures_of(reader: VideoReader) -> list[FrameFailure]:
    return [item for item in reader.frames() if isinstance(item, FrameFailure)]


def fingerprint(frame: DecodedFrame) -> tuple[int, float, str]:
    """Index, time and hash of the pixels."""
    pixels = hashlib.sha256(frame.rgb().tobytes()).hexdigest()
    return frame.frame_index, frame.time_s, pixels


def in_mixed_order(count: int, seed: int = 0) -> list[int]:
    return [int(i) for i in np.random.default_rng(seed).permutation(count)]


def test_every_encoder_that_the_tests_need_is_there() -> None:
    """No codec is skipped in silence because a wheel lacks its encoder."""
    assert {c.encoder for c in CLIPS} <= set(av.codecs_available)


@pytest.mark.parametrize("clip", CLIPS, ids=lambda c: c.name)
def test_frames_come_in_order_with_exact_times(
    clip: Clip, make_clip: ClipMaker, read_video: ReaderMaker
) -> None:
    reader = read_video(make_clip(clip.name))
    reader.probe()
    frames = frames_of(reader)

    assert [number_of(frame.rgb()) for frame in frames] == list(range(FRAMES))
    assert [frame.frame_index for frame in frames] == list(range(FRAMES))
    elapsed_ms = [round((frame.time_s - frames[0].time_s) * 1000) for frame in frames]
    assert elapsed_ms == [time_ms - clip.times_ms[0] for time_ms in clip.times_ms]
    assert frames[0].is_key


@pytest.mark.parametrize("clip", CLIPS, ids=lambda c: c.name)
def test_random_access_gives_the_very_frame_of_sequential_reading(
    clip: Clip, make_clip: ClipMaker, read_video: ReaderMaker
) -> None:
    path = make_clip(clip.name)
    expected = [fingerprint(frame) for frame in frames_of(read_video(path))]
    reader = read_video(path)  # a new one: it has decoded nothing yet

    assert [fingerprint(reader.frame_at(i)) for i in in_mixed_order(FRAMES)] == [
        expected[i] for i in in_mixed_order(FRAMES)
    ]
    assert reader.frames_indexed == FRAMES
    assert [reader.frame_index_at(time_s) for _, time_s, _ in expected] == list(range(FRAMES))


def test_stepping_forward_decodes_on_instead_of_seeking(
    make_clip: ClipMaker, read_video: ReaderMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = read_video(make_clip("open_gop.mp4"))
    reader.frame_at(0)
    opened = count_openings(monkeypatch)
    for index in range(1, FRAMES):
        assert number_of(reader.frame_at(index).rgb()) == index
    assert len(opened) <= FRAMES // 12 + 1  # once for each group of pictures


@pytest.mark.parametrize(
    "name", ["bframes.mp4", "offset.mkv", "vp9.webm", "mpeg4.avi", "mpeg2.mpg"]
)
def test_random_access_does_not_decode_from_the_start(
    name: str, make_clip: ClipMaker, read_video: ReaderMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = read_video(make_clip(name))
    reader.frame_at(0)
    opened = count_openings(monkeypatch)
    for index in (45, 30, 20):
        assert number_of(reader.frame_at(index).rgb()) == index
    assert len(opened) <= 4  # the first key frame tried is the right one, once the second


def count_openings(monkeypatch: pytest.MonkeyPatch) -> list[VideoReader]:
    """Notes each time a reader starts anew."""
    opened: list[VideoReader] = []
    original = VideoReader._open

    def noted(reader: VideoReader) -> tuple[InputContainer, VideoStream]:
        opened.append(reader)
        return original(reader)

    monkeypatch.setattr(VideoReader, "_open", noted)
    return opened


def test_time_between_frames_belongs_to_the_frame_before(
    make_clip: ClipMaker, read_video: ReaderMaker
) -> None:
    reader = read_video(make_clip("uneven.mp4"))
    times = clips.clip("uneven.mp4").times_ms
    assert reader.frame_index_at((times[7] + times[8]) / 2000) == 7
    assert reader.frame_index_at(-5.0) == 0
    assert reader.frame_index_at(1e6) == FRAMES - 1


@pytest.mark.parametrize("index", [-1, FRAMES])
def test_a_frame_outside_the_file_is_refused(
    index: int, make_clip: ClipMaker, read_video: ReaderMaker
) -> None:
    with pytest.raises(CorruptMediaError, match=f"Frame {index} cannot"):
        read_video(make_clip("mpeg1.mpg")).frame_at(index)


@pytest.mark.parametrize(
    ("matrix", "turned"),
    [
        ((0, 1, -1, 0), lambda p: np.rot90(p, -1)),
        ((-1, 0, 0, -1), lambda p: np.rot90(p, 2)),
        ((0, -1, 1, 0), np.rot90),
        ((-1, 0, 0, 1), lambda p: p[:, ::-1]),
        ((1, 0, 0, -1), lambda p: p[::-1]),
        ((0, 1, 1, 0), lambda p: p.transpose(1, 0, 2)),
        ((0, -1, -1, 0), lambda p: p[::-1, ::-1].transpose(1, 0, 2)),
    ],
)
def test_display_matrix_is_applied(
    matrix: tuple[int, int, int, int],
    turned: object,
    make_clip: ClipMaker,
    read_video: ReaderMaker,
) -> None:
    path = make_clip("bframes.mp4")
    plain = read_video(path).frame_at(5).rgb()
    turned_path = clips.patched(path, clips.set_display_matrix(*matrix), f"m{matrix}.mp4")
    reader = read_video(turned_path)
    facts = reader.probe()
    pixels = reader.frame_at(5).rgb()

    assert callable(turned)
    np.testing.assert_array_equal(pixels, turned(plain))
    assert (facts.height, facts.width) == pixels.shape[:2]
    assert any("rotation" in note or "mirroring" in note for note in facts.notes)


def test_edit_list_leaves_out_what_a_player_does_not_show(
    make_clip: ClipMaker, read_video: ReaderMaker
) -> None:
    path = clips.patched(make_clip("bframes.mp4"), clips.cut_by_edit_list(10), "edited.mp4")
    reader = read_video(path)
    frames = frames_of(reader)
    assert [number_of(frame.rgb()) for frame in frames] == list(range(10, FRAMES))
    assert frames[0].time_s == 0.0
    assert not failures_of(reader)
    assert number_of(read_video(path).frame_at(7).rgb()) == 17


def test_frames_before_time_zero_are_left_out_in_mp4(
    tmp_path: Path, read_video: ReaderMaker
) -> None:
    """A negative start is an edit list there; players start at zero."""
    times = range(-400, -400 + FRAMES * 40, 40)
    options = {"avoid_negative_ts": "disabled"}
    clip = Clip("early.mp4", "libx264", {"g": "12"}, times_ms=times, muxer_options=options)
    frames = frames_of(read_video(clip.make(tmp_path)))
    assert [number_of(frame.rgb()) for frame in frames] == list(range(10, FRAMES))
    assert frames[0].time_s == 0.0


def test_interlaced_video_is_named_and_gets_no_made_up_frames(
    tmp_path: Path, read_video: ReaderMaker
) -> None:
    options = {"preset": "ultrafast", "x264-params": "tff=1:keyint=12:bframes=2"}
    reader = read_video(Clip("fields.ts", "libx264", options).make(tmp_path))
    facts = reader.probe()
    assert any(note.startswith("Interlaced") for note in facts.notes)
    assert len(frames_of(reader)) == FRAMES
    assert number_of(reader.frame_at(29).rgb()) == 29


def test_ten_bits_are_reduced_and_named(make_clip: ClipMaker, read_video: ReaderMaker) -> None:
    reader = read_video(make_clip("hevc10.mkv"))
    facts = reader.probe()
    assert facts.streams[0].pixel_format == "yuv420p10le"
    assert "10 bits per sample were reduced to 8." in facts.notes
    bars = reader.frame_at(127 % FRAMES).rgb()[12:36]
    assert bars.max() > 215
    assert bars.min() < 45


@pytest.mark.parametrize("color", [(235, 20, 30), (20, 200, 40), (30, 40, 220), (255, 255, 255)])
def test_colors_survive_coding(
    color: tuple[int, int, int], tmp_path: Path, read_video: ReaderMaker
) -> None:
    """Range and matrix are taken from the stream's own tags."""
    path = tmp_path / "color.mp4"
    with av.open(str(path), "w") as container:
        stream = container.add_stream(
            "libx264", rate=25, options={"preset": "ultrafast", "qp": "4"}
        )
        stream.width, stream.height, stream.pix_fmt = 64, 64, "yuv444p"
        picture = np.full((64, 64, 3), color, np.uint8)
        frame = av.VideoFrame.from_ndarray(picture, format="rgb24")
        container.mux(stream.encode(frame.reformat(format="yuv444p")))
        container.mux(stream.encode(None))
    pixels = frames_of(read_video(path))[0].rgb()
    assert np.abs(pixels.reshape(-1, 3).astype(int) - color).max() <= 4


@pytest.mark.parametrize("name", ["bframes.mp4", "mpeg1.mpg", "transport.ts", "hevc.mp4"])
def test_damage_costs_its_frames_only_and_is_counted(
    name: str, make_clip: ClipMaker, read_video: ReaderMaker
) -> None:
    path = clips.damaged(make_clip(name), f"damaged_{name}")
    items = list(read_video(path).frames())
    failures = [item for item in items if isinstance(item, FrameFailure)]
    frames = [item for item in items if isinstance(item, DecodedFrame)]

    assert 1 <= len(failures) <= 6
    assert len(frames) + len(failures) >= FRAMES - 1
    assert number_of(frames[0].rgb()) == 0
    assert number_of(frames[-1].rgb()) == FRAMES - 1
    assert all(failure.reason for failure in failures)
    assert all(failure.time_s is not None for failure in failures)


@pytest.mark.parametrize("name", ["bframes.mp4", "hevc.mp4", "transport.ts", "mpeg4.avi"])
def test_random_access_agrees_with_a_whole_pass_in_a_damaged_file(
    name: str, make_clip: ClipMaker, read_video: ReaderMaker
) -> None:
    """Of frames that lean on damaged ones the decoder may make up something else each time."""
    reader = read_video(clips.damaged(make_clip(name), f"damaged_{name}"))
    sound = [frame for frame in frames_of(reader) if not frame.is_suspect]
    expected = {frame.frame_index: fingerprint(frame) for frame in sound}
    assert len(expected) >= FRAMES // 2
    for index in sorted(expected, key=lambda i: i * 7 % 11):
        assert fingerprint(reader.frame_at(index)) == expected[index]


@pytest.mark.parametrize("name", ["bframes.mp4", "transport.ts", "mpeg1.mpg"])
def test_frames_that_lean_on_damage_are_marked_until_the_next_key_frame(
    name: str, make_clip: ClipMaker, read_video: ReaderMaker
) -> None:
    path = clips.damaged(make_clip(name), f"damaged_{name}")
    frames = frames_of(read_video(path))
    suspects = [frame.frame_index for frame in frames if frame.is_suspect]
    assert 1 <= len(suspects) <= 12
    after = next(frame for frame in frames if frame.frame_index > suspects[-1])
    assert after.is_key
    # Wherever it is not marked, what is shown is right; but for the B-frames just before.
    first = frames[0].time_s
    for frame in frames:
        is_just_before = 0 < suspects[0] - frame.frame_index <= 3
        if not frame.is_suspect and not is_just_before:
            assert number_of(frame.rgb()) == round((frame.time_s - first) * 25)


def test_a_damaged_frame_is_refused_at_random_access(
    make_clip: ClipMaker, read_video: ReaderMaker
) -> None:
    reader = read_video(clips.damaged(make_clip("bframes.mp4"), "damaged_bframes.mp4"))
    (failure,) = failures_of(reader)
    assert failure.frame_index is not None
    with pytest.raises(CorruptMediaError, match="damaged"):
        reader.frame_at(failure.frame_index)


def test_sound_alone_is_unsupported(tmp_path: Path, read_video: ReaderMaker) -> None:
    with pytest.raises(UnsupportedMediaError, match="no video stream"):
        read_video(clips.audio_only(tmp_path / "sound.mp4")).probe()


def test_a_codec_off_the_list_is_unsupported(tmp_path: Path, read_video: ReaderMaker) -> None:
    path = Clip("odd.avi", "snow", {"strict": "-2"}, times_ms=(0, 40)).make(tmp_path)
    with pytest.raises(UnsupportedMediaError, match="snow"):
        read_video(path).probe()


def test_one_frame_is_enough(tmp_path: Path, read_video: ReaderMaker) -> None:
    reader = read_video(Clip("one.mp4", "libx264", times_ms=(0,)).make(tmp_path))
    reader.probe()
    assert number_of(reader.frame_at(0).rgb()) == 0
    assert len(frames_of(reader)) == 1


def test_the_examined_stream_is_named_where_there_are_several(
    tmp_path: Path, read_video: ReaderMaker
) -> None:
    path = tmp_path / "two.mkv"
    with av.open(str(path), "w") as container:
        streams = [container.add_stream("mpeg4", rate=25) for _ in range(2)]
        for stream, size in zip(streams, (64, 128), strict=True):
            stream.width, stream.height, stream.pix_fmt = size, size, "yuv420p"
        for stream in streams:
            picture = np.zeros((stream.height, stream.width, 3), np.uint8)
            container.mux(stream.encode(av.VideoFrame.from_ndarray(picture, format="rgb24")))
            container.mux(stream.encode(None))
    facts = read_video(path).probe()
    assert len(facts.streams) == 2
    assert any("holds 2 video streams" in note for note in facts.notes)


def limit(reader: VideoReader, monkeypatch: pytest.MonkeyPatch, **limits: int) -> None:
    monkeypatch.setattr(reader, "_limits", MediaLimits(**limits))


def test_more_frames_than_allowed_are_refused(
    make_clip: ClipMaker, read_video: ReaderMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = read_video(make_clip("mpeg1.mpg"))
    limit(reader, monkeypatch, max_frames=20)
    frames = reader.frames()
    for _ in range(20):
        next(frames)
    with pytest.raises(LimitExceededError, match="more than 20 frames"):
        next(frames)
    with pytest.raises(LimitExceededError):
        reader.frame_at(30)


def test_more_pixels_than_allowed_are_refused(
    make_clip: ClipMaker, read_video: ReaderMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = read_video(make_clip("mpeg1.mpg"))
    limit(reader, monkeypatch, max_pixels=1000)
    with pytest.raises(LimitExceededError, match="128 x 96"):
        reader.probe()
