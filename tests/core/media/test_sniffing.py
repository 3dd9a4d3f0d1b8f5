# SPDX-License-Identifier: Apache-2.0
"""Types are told by content; whatever refers elsewhere is refused."""

from __future__ import annotations

import pytest

from core.errors import UnsupportedMediaError
from core.media import sniffing
from core.media.sniffing import HEAD_BYTES, sniff
from tests.core.media.clips import CLIPS
from tests.core.media.conftest import ClipMaker

TITLES = {"mp4": "MP4", "mov": "QuickTime", "mkv": "Matroska", "webm": "WebM", "avi": "AVI"}
TITLES |= {"mpg": "MPEG-PS", "ts": "MPEG-TS"}


@pytest.mark.parametrize("name", [clip.name for clip in CLIPS])
def test_each_container_is_recognised(name: str, make_clip: ClipMaker) -> None:
    content = sniff(make_clip(name).read_bytes()[:HEAD_BYTES])
    assert content.title == TITLES[name.rsplit(".", maxsplit=1)[-1]]
    assert content.library == "ffmpeg"
    assert "." + name.rsplit(".", maxsplit=1)[-1] in content.suffixes


@pytest.mark.parametrize(
    ("head", "content"),
    [
        (b"\0\0\0\x18ftypmif1\0\0\0\0mif1avif", sniffing.AVIF),
        (b"\0\0\0\x18ftypmif1\0\0\0\0mif1heic", sniffing.HEIF),
        (b"\0\0\0\x14ftypheic\0\0\0\0heic", sniffing.HEIF),
        (b"\0\0\0\x14ftypqt  \0\0\0\0qt  ", sniffing.MOV),
        (b"\0\0\0\x14ftyp3gp4\0\0\0\0isom", sniffing.MP4),
        (b"\0\0\0\x08wide\0\0\0\0mdat", sniffing.MOV),
        (b"MM\0\x2a\0\0\0\x08", sniffing.TIFF),
        ((b"\0\0\0\0G" + bytes(187)) * 4, sniffing.MPEG_TS),
    ],
)
def test_variants_are_recognised(head: bytes, content: sniffing.ContentType) -> None:
    assert sniff(head) == content


@pytest.mark.parametrize(
    "head", [b"PK\x03\x04", b"%PDF-1.7", b"\x7fELF", b"<svg>", b"BMX", b"G" * 99]
)
def test_other_types_are_refused_with_advice(head: bytes) -> None:
    with pytest.raises(UnsupportedMediaError) as caught:
        sniff(head)
    assert caught.value.advice


def test_references_are_named_when_refused() -> None:
    with pytest.raises(UnsupportedMediaError, match="HLS playlist"):
        sniff(b"\0\0\0\x14ftypisom" + bytes(900) + b"#extm3u")
    sniff(b"\0\0\0\x14ftypisom" + bytes(2000) + b"#EXTM3U")  # only text far inside is content


def test_every_type_has_its_own_title_and_suffixes() -> None:
    titles = [content.title for content in sniffing.CONTENT_TYPES]
    assert len(set(titles)) == len(titles)
    for content in sniffing.CONTENT_TYPES:
        assert all(s.startswith(".") and s == s.lower() for s in content.suffixes)
