# SPDX-License-Identifier: Apache-2.0
"""What a file is, by its first bytes alone: an allow-list of types, and what is refused by name.

The name of a file never decides. The demuxer or image plugin is chosen here and given to the
library by name, so that no other one of its several hundred parsers ever sees the file.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from core.errors import UnsupportedMediaError

HEAD_BYTES = 4096


@dataclass(frozen=True, slots=True)
class ContentType:
    """A type that is opened.

    Attributes:
        library: Which library reads it.
        parser: Name of the image plugin or of the demuxer.
        title: Short name for people.
        suffixes: Extensions that fit.
    """

    library: Literal["pillow", "ffmpeg"]
    parser: str
    title: str
    suffixes: tuple[str, ...]


JPEG = ContentType("pillow", "JPEG", "JPEG", (".jpg", ".jpeg", ".jpe", ".jfif", ".mpo"))
PNG = ContentType("pillow", "PNG", "PNG", (".png", ".apng"))
GIF = ContentType("pillow", "GIF", "GIF", (".gif",))
WEBP = ContentType("pillow", "WEBP", "WebP", (".webp",))
TIFF = ContentType("pillow", "TIFF", "TIFF", (".tif", ".tiff"))
BMP = ContentType("pillow", "BMP", "BMP", (".bmp", ".dib"))
HEIF = ContentType("pillow", "HEIF", "HEIF", (".heic", ".heif", ".hif"))
AVIF = ContentType("pillow", "AVIF", "AVIF", (".avif", ".avifs"))
_MOV_SUFFIXES = (".mp4", ".m4v", ".mov", ".qt", ".3gp", ".3g2", ".f4v", ".insv", ".lrv")
MP4 = ContentType("ffmpeg", "mov", "MP4", _MOV_SUFFIXES)
MOV = ContentType("ffmpeg", "mov", "QuickTime", _MOV_SUFFIXES)
MKV = ContentType("ffmpeg", "matroska", "Matroska", (".mkv", ".mk3d", ".webm"))
WEBM = ContentType("ffmpeg", "matroska", "WebM", (".webm", ".mkv"))
AVI = ContentType("ffmpeg", "avi", "AVI", (".avi", ".divx"))
MPEG_PS = ContentType("ffmpeg", "mpeg", "MPEG-PS", (".mpg", ".mpeg", ".vob", ".m2p", ".mod", ".ps"))
MPEG_TS = ContentType("ffmpeg", "mpegts", "MPEG-TS", (".ts", ".m2ts", ".mts", ".m2t", ".tod"))

CONTENT_TYPES = (
    *(JPEG, PNG, GIF, WEBP, TIFF, BMP, HEIF, AVIF),
    *(MP4, MOV, MKV, WEBM, AVI, MPEG_PS, MPEG_TS),
)

_MAGIC: tuple[tuple[bytes, ContentType], ...] = (
    (rb"\xff\xd8\xff", JPEG),
    (rb"\x89PNG\r\n\x1a\n", PNG),
    (rb"GIF8[79]a", GIF),
    (rb"RIFF.{4}WEBP", WEBP),
    (rb"II\*\0|MM\0\*|II\+\0|MM\0\+", TIFF),
    (rb"BM.{12}[\x0c\x28\x34\x38\x40\x6c\x7c]\0\0\0", BMP),
    (rb"RIFF.{4}AVI |RIFF.{4}AVIX", AVI),
    (rb"\x1a\x45\xdf\xa3.{0,60}webm", WEBM),
    (rb"\x1a\x45\xdf\xa3", MKV),
    (rb"\0\0\x01\xba", MPEG_PS),
    (rb"G.{187}G.{187}G", MPEG_TS),
    (rb".{4}G.{191}G.{191}G", MPEG_TS),
    (rb"G.{203}G.{203}G", MPEG_TS),
    (rb".{4}(?:moov|mdat|free|skip|wide|pnot)", MOV),
)

# Texts that make a media library open other files or addresses. They are refused wherever they
# stand in the first KiB, whatever the file otherwise looks like.
_REFERENCES: tuple[tuple[bytes, str], ...] = (
    (rb"#EXTM3U|#EXT-X-", "an HLS playlist (m3u8)"),
    (rb"<MPD[\s>]", "a DASH manifest (mpd)"),
    (rb"ffconcat version", "a concatenation list (ffconcat)"),
    (rb"<smil[\s>]", "a SMIL presentation"),
    (rb"<playlist[\s>]|\[playlist\]", "a playlist"),
    (rb"<asx[\s>]|\[Reference\]", "an ASX playlist"),
    (rb"<SmoothStreamingMedia|<manifest[\s>]", "a streaming manifest"),
    (rb"RTSPtext", "a QuickTime streaming reference"),
    (rb"\A\s*v=0\s", "a session description (SDP)"),
    (rb"\A\s*(?:concat|subfile|file|data|https?|rtsp|rtmp|udp|tcp|ftp)[:,]", "an address"),
)

_ADVICE = (
    "Give the recording itself: JPEG, PNG, WebP, TIFF, BMP, GIF, HEIC, AVIF, "
    "MP4, MOV, MKV, WebM, AVI or MPEG."
)


def sniff(head: bytes) -> ContentType:
    """Recognise a file by its first bytes.

    Args:
        head: The first `HEAD_BYTES` bytes, or all where the file is shorter.

    Raises:
        UnsupportedMediaError: The content refers to other files, or is of no type that is opened.
    """
    for pattern, name in _REFERENCES:
        if re.search(pattern, head[:1024], re.IGNORECASE):
            raise UnsupportedMediaError(
                f"The content is {name}, which only refers to other files or addresses.",
                advice="It was not followed. " + _ADVICE,
                refused=name,
            )
    if head[4:8] == b"ftyp":
        return _iso_base_media(head)
    for pattern, content in _MAGIC:
        if re.match(pattern, head, re.DOTALL):
            return content
    raise UnsupportedMediaError(
        "The content is not of a type that is analysed.", advice=_ADVICE, head=head[:8].hex()
    )


def _iso_base_media(head: bytes) -> ContentType:
    """Tell still images from videos by the brands of the file type box."""
    size = min(int.from_bytes(head[:4], "big"), len(head))
    major = head[8:12]
    brands = {head[at : at + 4] for at in (8, *range(16, size - 3, 4))}
    if major in {b"avif", b"avis"} or (major in {b"mif1", b"msf1"} and b"avif" in brands):
        return AVIF
    if major in {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"}:
        return HEIF
    return MOV if major == b"qt  " else MP4
