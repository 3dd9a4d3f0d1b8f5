# SPDX-License-Identifier: Apache-2.0
"""The image reader on real files: types, orientation, every kind of pixels, animations, damage."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from core.errors import CorruptMediaError, LimitExceededError
from core.media import images
from core.media.images import ImageReader, explicit_rgb
from core.media.reading import DecodedFrame
from core.media.sniffing import sniff
from core.records import FrameFailure, Pixels
from core.settings import MediaLimits

Reader = Callable[[Path], ImageReader]
CORNER = (250, 20, 30)


@pytest.fixture
def read_image() -> Iterator[Reader]:
    """Opens our own images in this process."""
    handles = []

    def read(path: Path, **limits: int) -> ImageReader:
        handles.append(os.open(path, os.O_RDONLY))
        parser = sniff(path.read_bytes()[:4096]).parser
        images.prepare(parser)
        return ImageReader(handles[-1], parser, MediaLimits(**limits))

    yield read
    for handle in handles:
        os.close(handle)


def picture(width: int = 48, height: int = 32) -> Image.Image:
    """Blue, with a red upper left quarter."""
    image = Image.new("RGB", (width, height), (20, 40, 220))
    image.paste(CORNER, (0, 0, width // 2, height // 2))
    return image


def pixels_of(reader: ImageReader) -> Pixels:
    (frame,) = reader.frames()
    assert isinstance(frame, DecodedFrame)
    return frame.rgb()


@pytest.mark.parametrize(
    ("name", "title"),
    [
        *(("a.jpg", "JPEG"), ("a.png", "PNG"), ("a.webp", "WebP"), ("a.tif", "TIFF")),
        *(("a.bmp", "BMP"), ("a.gif", "GIF"), ("a.heic", "HEIF"), ("a.avif", "AVIF")),
    ],
)
def test_every_type_is_read(name: str, title: str, tmp_path: Path, read_image: Reader) -> None:
    images.prepare("HEIF")
    picture().save(tmp_path / name)
    assert sniff((tmp_path / name).read_bytes()[:4096]).title == title
    reader = read_image(tmp_path / name)
    facts = reader.probe()
    pixels = pixels_of(reader)

    assert (facts.kind, facts.width, facts.height, facts.frames_declared) == ("image", 48, 32, 1)
    assert pixels.shape == (32, 48, 3)
    assert np.abs(pixels[4, 4].astype(int) - CORNER).max() < 25
    assert reader.frame_at(0).rgb().tobytes() == pixels.tobytes()


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("suffix", ["jpg", "png", "tif", "webp", "heic"])
def test_exif_orientation_is_applied_and_named(
    orientation: int, suffix: str, tmp_path: Path, read_image: Reader
) -> None:
    images.prepare("HEIF")
    undo = {2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}
    image = picture()
    if orientation in undo:
        image = image.transpose(Image.Transpose(undo[orientation]))
    exif = Image.Exif()
    exif[0x0112] = orientation
    path = tmp_path / f"turned.{suffix}"
    image.info["exif"] = exif.tobytes()  # from here the HEIF writer makes its own orientation
    image.save(path, exif=exif) if suffix != "heic" else image.save(path)
    reader = read_image(path)
    facts = reader.probe()
    pixels = pixels_of(reader)

    assert (facts.width, facts.height) == (48, 32)
    assert np.abs(pixels[3, 3].astype(int) - CORNER).max() < 25
    assert pixels[28, 3, 2] > 150
    assert any("orientation" in note for note in facts.notes) == (orientation > 1)


@pytest.mark.parametrize(
    ("mode", "value", "shown", "said"),
    [
        ("L", 77, (77, 77, 77), "Grey"),
        ("1", 1, (255, 255, 255), "Grey"),
        ("I;16", 0x7FFF, (127, 127, 127), "16-bit grey"),
        ("RGBA", (200, 100, 0, 0), (255, 255, 255), "laid over white"),
        ("RGBA", (200, 100, 0, 255), (200, 100, 0), "opaque"),
        ("LA", (10, 255), (10, 10, 10), "opaque"),
        ("CMYK", (0, 0, 0, 0), (255, 255, 255), "CMYK"),
        ("LAB", (255, 128, 128), (255, 255, 255), "LAB"),
        ("RGB", (1, 2, 3), (1, 2, 3), None),
    ],
)
def test_every_kind_of_pixel_becomes_explicit_rgb(
    mode: str, value: int | tuple[int, ...], shown: tuple[int, int, int], said: str | None
) -> None:
    pixels, notes = explicit_rgb(Image.new(mode, (4, 3), value))
    assert pixels.dtype == np.uint8
    assert pixels.shape == (3, 4, 3)
    assert np.abs(pixels[0, 0].astype(int) - shown).max() <= 1
    assert any(said in note for note in notes) if said else notes == []


def test_palette_and_its_transparency_are_made_explicit() -> None:
    image = picture().quantize(4)
    pixels, notes = explicit_rgb(image)
    assert np.abs(pixels[2, 2].astype(int) - CORNER).max() < 10
    assert any("Palette" in note for note in notes)
    image.info["transparency"] = image.getpixel((2, 2))
    pixels, notes = explicit_rgb(image)
    assert pixels[2, 2].tolist() == [255, 255, 255]
    assert any("laid over white" in note for note in notes)


def test_floating_point_grey_is_stretched_and_named() -> None:
    values = np.array([[0.0, 0.5], [1.0, np.nan]], np.float32)
    pixels, notes = explicit_rgb(Image.fromarray(values))
    assert pixels[:, :, 0].tolist() == [[0, 128], [255, 0]]
    assert any("32-bit grey" in note for note in notes)


def test_sixteen_bit_color_is_named(tmp_path: Path, read_image: Reader) -> None:
    import cv2

    cv2.imwrite(str(tmp_path / "deep.png"), np.full((8, 8, 3), 0x8040, np.uint16))
    reader = read_image(tmp_path / "deep.png")
    assert "16 bits per sample were reduced to 8." in reader.probe().notes
    assert pixels_of(reader)[0, 0].tolist() == [128, 128, 128]


def test_tags_come_as_text(tmp_path: Path, read_image: Reader) -> None:
    exif = Image.Exif()
    exif[0x010F] = "Camera & Co"
    exif[0x9286] = b"binary"
    picture().save(tmp_path / "tags.jpg", exif=exif, comment="hello")
    tags = read_image(tmp_path / "tags.jpg").probe().metadata
    assert ("Make", "Camera & Co") in tags
    assert all(isinstance(value, str) for _, value in tags)


def test_further_pages_are_named(tmp_path: Path, read_image: Reader) -> None:
    picture().save(tmp_path / "pages.tif", save_all=True, append_images=[picture(), picture()])
    facts = read_image(tmp_path / "pages.tif").probe()
    assert facts.kind == "image"
    assert any("3 pictures" in note for note in facts.notes)


def animation(path: Path, durations_ms: list[int]) -> Path:
    """Frames of growing brightness."""
    frames = [
        Image.new("RGB", (32, 24), (40 * i, 40 * i, 40 * i)) for i in range(len(durations_ms))
    ]
    frames[0].save(path, save_all=True, append_images=frames[1:], duration=durations_ms, loop=0)
    return path


@pytest.mark.parametrize("name", ["a.gif", "a.webp", "a.png", "a.avif"])
def test_an_animation_is_a_video_with_its_own_times(
    name: str, tmp_path: Path, read_image: Reader
) -> None:
    reader = read_image(animation(tmp_path / name, [100, 200, 50, 400, 100]))
    facts = reader.probe()
    frames = [frame for frame in reader.frames() if isinstance(frame, DecodedFrame)]
    levels = [round(float(frame.rgb().mean()) / 40) for frame in frames]

    assert (facts.kind, facts.frames_declared) == ("video", 5)
    assert facts.duration_s == pytest.approx(0.85)
    assert [round(frame.time_s, 3) for frame in frames] == [0.0, 0.1, 0.3, 0.35, 0.75]
    assert levels == [0, 1, 2, 3, 4]
    for index in (3, 0, 4, 1):
        assert reader.frame_at(index).rgb().tobytes() == frames[index].rgb().tobytes()
    assert reader.frame_index_at(0.31) == 2
    assert reader.frames_indexed == 5
    with pytest.raises(CorruptMediaError, match="no frame 5"):
        reader.frame_at(5)


def test_frames_without_a_duration_count_as_a_tenth_of_a_second(
    tmp_path: Path, read_image: Reader
) -> None:
    reader = read_image(animation(tmp_path / "still.gif", [0, 0, 0]))
    facts = reader.probe()
    assert facts.duration_s == pytest.approx(0.3)
    assert any("0.1 s" in note for note in facts.notes)


def test_a_cut_off_animation_gives_its_whole_frames_and_counts_the_rest(
    tmp_path: Path, read_image: Reader
) -> None:
    path = tmp_path / "noise.gif"
    noise = np.random.default_rng(0).integers(0, 255, (5, 64, 64, 3), np.uint8)
    frames = [Image.fromarray(n) for n in noise]
    frames[0].save(path, save_all=True, append_images=frames[1:], duration=100)
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    reader = read_image(path)
    reader.probe()
    items = list(reader.frames())
    assert isinstance(items[0], DecodedFrame)
    assert isinstance(items[-1], FrameFailure) or len(items) < len(frames)


@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.webp", "a.tif", "a.heic", "a.avif", "a.bmp"])
@pytest.mark.parametrize("keep", [0.1, 0.5, 0.9])
def test_a_cut_off_image_is_corrupt_with_advice(
    name: str, keep: float, tmp_path: Path, read_image: Reader
) -> None:
    images.prepare("HEIF")
    noise = np.random.default_rng(0).integers(0, 255, (64, 64, 3), np.uint8)
    path = tmp_path / name
    Image.fromarray(noise).save(path)
    path.write_bytes(path.read_bytes()[: int(path.stat().st_size * keep)])
    with pytest.raises(CorruptMediaError) as caught:
        read_image(path).probe()
    assert caught.value.advice


def test_more_pixels_than_allowed_are_refused_from_the_header(
    tmp_path: Path, read_image: Callable[..., ImageReader]
) -> None:
    picture(60, 40).save(tmp_path / "big.png")
    with pytest.raises(LimitExceededError, match="60 x 40"):
        read_image(tmp_path / "big.png", max_pixels=2000).probe()
    animation(tmp_path / "long.gif", [10] * 5)
    with pytest.raises(LimitExceededError, match="5 frames"):
        read_image(tmp_path / "long.gif", max_frames=4).probe()
