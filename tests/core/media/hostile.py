# SPDX-License-Identifier: Apache-2.0
"""Files made to trick the program, and watchers that tell whether a trick worked."""

from __future__ import annotations

import ctypes
import os
import socket
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_IN_ACCESS, _IN_OPEN = 0x1, 0x20


@contextmanager
def untouched(path: Path) -> Iterator[None]:
    """Fail if anybody opens or reads the file meanwhile; Linux only."""
    libc = ctypes.CDLL(None, use_errno=True)
    watch = libc.inotify_init1(os.O_NONBLOCK)
    assert watch >= 0
    try:
        assert libc.inotify_add_watch(watch, os.fsencode(path), _IN_ACCESS | _IN_OPEN) >= 0
        yield
        try:
            events = os.read(watch, 4096)
        except BlockingIOError:
            events = b""
        assert not events, f"{path.name} was opened"
    finally:
        os.close(watch)


@contextmanager
def listening() -> Iterator[int]:
    """Give a local port, and fail if anybody connects to it meanwhile."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        yield server.getsockname()[1]
        try:
            server.accept()
        except BlockingIOError:
            return
        raise AssertionError("the port was hit")


def playlists(canary: Path, port: int) -> dict[str, bytes]:
    """Playlists of many kinds that point at a file and at an address."""
    url = f"http://127.0.0.1:{port}/x"
    texts = {
        "m3u8": f"#EXTM3U\n#EXTINF:10,\n{url}\n#EXTINF:10,\nfile://{canary}\n",
        "m3u8 behind a header": "RIFF\x10\0\0\0AVI LIST" + " " * 700 + f"\n#EXTM3U\n{url}\n",
        "m3u8 behind a mark": f"\ufeff#EXTM3U\n#EXTINF:1,\nconcat:{canary}|{url}\n",
        "ffconcat": f"ffconcat version 1.0\nfile '{canary}'\nfile '{url}'\n",
        "sdp": f"v=0\ns=x\nc=IN IP4 127.0.0.1\nm=video {port} RTP/AVP 96\n",
        "mpd": f"<?xml version='1.0'?><MPD><BaseURL>{url}</BaseURL></MPD>",
        "xspf": f"<?xml version='1.0'?><playlist><location>{url}</location></playlist>",
        "smil": f"<smil><body><video src='{url}'/></body></smil>",
        "asx": f"<ASX version='3.0'><Entry><Ref href='{url}'/></Entry></ASX>",
        "pls": f"[playlist]\nFile1={url}\n",
        "asf reference": f"[Reference]\nRef1={url}\n",
        "rtsp text": f"RTSPtext\nrtsp://127.0.0.1:{port}/x\n",
        "concat": f"concat:{canary}|{url}",
        "subfile": f"subfile,,start,0,end,100,,:{canary}",
        "http": url,
        "data": "data:video/mp4;base64,AAAA",
    }
    return {kind: text.encode() for kind, text in texts.items()}


def with_external_reference(mp4: bytes, target: Path) -> bytes:
    """An MP4 whose track says that its data is in another file, by a Macintosh alias record.

    Args:
        mp4: With the movie box last, so that no offset moves.
    """
    path = os.fsencode(target)
    path += b"\0" * (len(path) % 2)
    record = bytes(4 + 10) + bytes(1 + 27) + bytes(12) + bytes(1 + 63) + bytes(16)
    record += struct.pack(">HH", 1, 1) + bytes(16)
    record += struct.pack(">HH", 2, len(path)) + path + struct.pack(">hH", -1, 0)
    entry = struct.pack(">I4s", len(record) + 8, b"alis") + record
    data = bytearray(mp4)
    at = data.index(b"url ", data.index(b"dref")) - 4
    (old,) = struct.unpack_from(">I", data, at)
    for name in (b"dref", b"dinf", b"minf", b"mdia", b"trak", b"moov"):
        box = data.rindex(name, 0, at) - 4
        (size,) = struct.unpack_from(">I", data, box)
        struct.pack_into(">I", data, box, size + len(entry) - old)
    data[at : at + old] = entry
    return bytes(data)


def huge_headers(side: int = 65535) -> dict[str, bytes]:
    """Images of a few bytes that claim billions of pixels."""
    import zlib

    ihdr = b"IHDR" + struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    png = b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + ihdr + struct.pack(">I", zlib.crc32(ihdr))
    png += struct.pack(">I", 8) + b"IDAT" + bytes(12)
    frame = struct.pack(">BHHB", 8, side, side, 3) + b"\1\x11\0\2\x11\0\3\x11\0"
    jpeg = b"\xff\xd8\xff\xc0" + struct.pack(">H", len(frame) + 2) + frame + b"\xff\xd9"
    gif = b"GIF89a" + struct.pack("<HHBBB", side, side, 0x80, 0, 0) + bytes(6)
    gif += b"," + struct.pack("<HHHHB", 0, 0, side, side, 0) + b"\2\1\0\0;"
    bmp = b"BM" + struct.pack("<IHHI", 54, 0, 0, 54)
    bmp += struct.pack("<IiiHHIIiiII", 40, side, side, 1, 24, 0, 0, 0, 0, 0, 0)
    tags = [(256, 4, side), (257, 4, side), (258, 3, 8), (259, 3, 1), (262, 3, 1), (273, 4, 8)]
    tags += [(277, 3, 1), (278, 4, side), (279, 4, 10)]
    tiff = b"II*\0" + struct.pack("<IH", 8, len(tags))
    tiff += b"".join(
        struct.pack("<HHII", tag, kind, 1, value) for tag, kind, value in tags
    ) + bytes(4)
    return {"png": png, "jpg": jpeg, "gif": gif, "bmp": bmp, "tif": tiff}


def box_borders(mp4: bytes) -> list[int]:
    """Where each box of an MP4 begins, in the movie box down to the sample tables."""
    parents = {b"moov", b"trak", b"mdia", b"minf", b"stbl", b"edts", b"dinf", b"udta"}
    borders, open_ranges = [], [(0, len(mp4))]
    while open_ranges:
        at, end = open_ranges.pop()
        while at + 8 <= end:
            size, name = struct.unpack_from(">I4s", mp4, at)
            borders.append(at)
            if name in parents:
                open_ranges.append((at + 8, at + size))
            at += max(size, 8)
    return sorted(borders)
